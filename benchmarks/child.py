"""A process of its own that reads texts when it is told to: lines of JSON in, lines of JSON out."""

from __future__ import annotations

import subprocess
import sys
from types import TracebackType
from typing import Any

import orjson


class Child:
    """``python -m <module>`` with its first message said. A context manager; the child is killed at the end."""

    def __init__(self, module: str, first: Any) -> None:
        command = [sys.executable, "-m", module]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._say(first)

    def __enter__(self) -> Child:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._child.kill()
        self._child.communicate()

    def ask(self, message: Any) -> Any:
        """The answer; None where the child died of the question."""
        assert self._child.stdout is not None
        try:
            self._say(message)
            return orjson.loads(self._child.stdout.readline())
        except (BrokenPipeError, orjson.JSONDecodeError):
            return None

    def _say(self, message: Any) -> None:
        assert self._child.stdin is not None
        self._child.stdin.write(orjson.dumps(message, option=orjson.OPT_APPEND_NEWLINE))
        self._child.stdin.flush()


def answer(message: Any) -> None:
    """Says something to the parent."""
    sys.stdout.buffer.write(orjson.dumps(message, option=orjson.OPT_APPEND_NEWLINE))
    sys.stdout.buffer.flush()
