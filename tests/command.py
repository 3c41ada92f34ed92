"""Runs the command line, inside the test's process or in one of its own: words in, exit code and both outputs out."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest

from pipeline import cli

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Result:
    code: int
    out: bytes
    err: str

    @property
    def rows(self) -> list[Any]:
        return [orjson.loads(line) for line in self.out.splitlines()]

    @property
    def json(self) -> Any:
        return orjson.loads(self.out)


def tadqiq(*words: str | Path, stdin: bytes = b"") -> Result:
    """``tadqiq WORDS…`` in the current directory."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["tadqiq", *map(str, words)])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as stop:
            cli.main()
    out.flush()
    assert isinstance(out.buffer, io.BytesIO)
    return Result(int(stop.value.code or 0), out.buffer.getvalue(), err.getvalue())


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """``tadqiq WORDS…`` as a process in a folder."""
    command = [sys.executable, "-m", "pipeline", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def told(done: subprocess.CompletedProcess[str]) -> str:
    """The one line of an error with exit 2."""
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("tadqiq: ")
    assert done.stderr.count("\n") == 1
    return done.stderr
