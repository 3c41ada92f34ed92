"""Runs the command line inside the test's process: words in, exit code and both outputs out."""

from __future__ import annotations

import io
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
