"""The folder of a run, OUT:

    run.json              the settings, the inputs and a hash of the files they stood for
    plan.jsonl            the parts, one a line
    manifest.jsonl        the parts that are done, one a line, written by the driver alone
    claims/part-*.parquet (or .jsonl) the results; texts/part-*  the texts kept beside them
    tmp/                  what is being written; emptied when a run starts

A part counts when its line is in the manifest; its files were in place before that.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from .. import __version__
from ..errors import InputError
from .files import File, find_files
from .plan import Part, Slice, plan_parts
from .settings import Settings

LAYOUT = "corpus/1"
_FACTS = frozenset(("layout", "tadqiq", "inputs", "part_bytes", "settings", "files_sha256", "parts", "bytes"))
_COMMITTED = frozenset(("part", "documents", "characters", "errors", "claims", "shown"))
_OWN = ("plan.jsonl", "stdin.jsonl", "lock", "claims", "tmp")
_DAMAGED = "restore the folder, or run tadqiq corpus into another"


class Store:
    """OUT of one run, held by one driver at a time. Open it, :meth:`prepare` the plan, then add commits."""

    def __init__(self, out: Path) -> None:
        self.out = out
        try:
            self._new = [path for path in (*(out / name for name in _OWN), out, *out.parents) if not path.exists()]
            for folder in (out / "claims", out / "tmp"):
                folder.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(out / "lock", os.O_CREAT | os.O_RDWR)
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InputError(f"{out}: another run is writing here; wait for it or give another folder") from None
        except OSError as error:
            raise InputError(f"{out}: {error.strerror}; give a folder that can be written") from None
        self._sweep()

    def _sweep(self) -> None:
        for leftover in (self.out / "tmp").glob("*"):
            leftover.unlink(missing_ok=True)

    def prepare(self, inputs: tuple[str, ...], settings: Settings, part_bytes: int) -> dict[str, Any]:
        """The run's facts (``parts``, ``bytes``): those of the run that goes on here, or a new plan.

        Raises InputError when OUT holds a run with other settings or other input, or there is nothing to read; where no run
        was before, nothing is left of this one.
        """
        try:
            return self._prepared(inputs, settings, part_bytes)
        except BaseException:
            self._leave_nothing()
            raise

    def _leave_nothing(self) -> None:
        """Takes away what was not there before, unless there is a run to go on with."""
        if (self.out / "run.json").exists():
            return
        self._sweep()
        for path in self._new:
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()

    def _prepared(self, inputs: tuple[str, ...], settings: Settings, part_bytes: int) -> dict[str, Any]:
        asked = {
            "layout": LAYOUT,
            "tadqiq": __version__,
            "inputs": list(inputs),
            "part_bytes": part_bytes,
            "settings": settings.as_dict(),
        }
        before = read_record(self.out) if (self.out / "run.json").exists() else {}
        if before and {key: before.get(key) for key in asked} != asked:
            raise InputError(
                f"{self.out}: holds a run of other input, settings or version; repeat its command or give another folder"
            )
        if not before and any((self.out / "claims").iterdir()):
            raise InputError(f"{self.out}: holds parts of an unknown run; give another folder")
        if before:
            if self._digest(inputs) != before["files_sha256"]:
                raise InputError(f"{self.out}: the input files are not those that this run began with; give another folder")
            return before
        facts = {**asked, **self._write_plan(inputs, part_bytes)}
        self._write("run.json", [orjson.dumps(facts, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)])
        return facts

    def check_unchanged(self, inputs: tuple[str, ...], facts: dict[str, Any]) -> None:
        """Raises InputError when the files are no longer those of the plan: rows were read at the places of the old ones."""
        if "-" in inputs:  # kept in OUT, where nobody else writes
            return
        if self._digest(inputs) != facts["files_sha256"]:
            raise InputError(f"{self.out}: the input changed while it was read; start again with another folder")

    def _digest(self, inputs: tuple[str, ...]) -> str:
        """A hash of the files that the inputs stand for, their sizes and versions."""
        digest = sha256()
        for file in find_files(inputs, self.out):
            digest.update(_line_of(file))
        return digest.hexdigest()

    def _write_plan(self, inputs: tuple[str, ...], part_bytes: int) -> dict[str, Any]:
        """Writes ``plan.jsonl``, a part at a time; the files' hash, how many parts there are and how many bytes they have."""
        digest, parts, size = sha256(), 0, 0

        def noted() -> Iterator[File]:
            for file in find_files(inputs, self.out):
                digest.update(_line_of(file))
                yield file

        def lines() -> Iterator[bytes]:
            nonlocal parts, size
            for part in plan_parts(noted(), part_bytes):
                parts, size = parts + 1, size + part.size
                yield orjson.dumps([part.number, [list(piece) for piece in part.slices]], option=orjson.OPT_APPEND_NEWLINE)

        self._write("plan.jsonl", lines())
        return {"files_sha256": digest.hexdigest(), "parts": parts, "bytes": size}

    def _write(self, name: str, lines: Iterable[bytes]) -> None:
        temporary = self.out / "tmp" / name
        with open(temporary, "wb") as stream:
            stream.writelines(lines)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, self.out / name)

    def parts(self) -> Iterator[Part]:
        """The plan, read lazily."""
        with open(self.out / "plan.jsonl", "rb") as stream:
            for line in stream:
                number, slices = orjson.loads(line)
                yield Part(number, tuple(Slice(*piece) for piece in slices))

    def commits(self) -> Iterator[dict[str, Any]]:
        """The lines of the manifest; one that a crash cut short is as good as not there."""
        yield from read_manifest(self.out)

    def add(self, commit: dict[str, Any]) -> None:
        """Note a part as done; on the disk when this returns."""
        with open(self.out / "manifest.jsonl", "ab") as stream:
            start = b"" if not stream.tell() or _ends_with_newline(self.out / "manifest.jsonl") else b"\n"
            stream.write(start + orjson.dumps(commit, option=orjson.OPT_APPEND_NEWLINE))
            stream.flush()
            os.fsync(stream.fileno())

    def close(self) -> None:
        """Let go of OUT, when no worker writes there any more."""
        self._sweep()
        os.close(self._lock)


def read_record(out: Path) -> dict[str, Any]:
    """What ``run.json`` says. Raises InputError when OUT is no folder of a run, or the file is damaged."""
    path = out / "run.json"
    try:
        record = orjson.loads(path.read_bytes())
    except FileNotFoundError:
        raise InputError(f"{out}: no run.json; give the folder that tadqiq corpus wrote") from None
    except (OSError, orjson.JSONDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}; {_DAMAGED}") from None
    if not isinstance(record, dict) or not record.keys() >= _FACTS:
        raise InputError(f"{path}: not the record of a run; {_DAMAGED}")
    return record


def read_manifest(out: Path) -> Iterator[dict[str, Any]]:
    """The commits in OUT, each part once. Raises InputError when OUT is no folder of a run, or a line is of something else."""
    read_record(out)
    manifest = out / "manifest.jsonl"
    seen: set[int] = set()
    with open(manifest, "rb") if manifest.exists() else open(os.devnull, "rb") as stream:
        for number, line in enumerate(stream, start=1):
            try:
                commit = orjson.loads(line)
            except orjson.JSONDecodeError:
                continue
            if not isinstance(commit, dict) or not commit.keys() >= _COMMITTED:
                raise InputError(f"{manifest}:{number}: not the line of a part; {_DAMAGED}")
            if commit["part"] not in seen:
                seen.add(commit["part"])
                yield commit


def _ends_with_newline(path: Path) -> bool:
    with open(path, "rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read() == b"\n"


def _line_of(file: File) -> bytes:
    return orjson.dumps([file.path, file.size, file.version])
