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
from collections.abc import Iterator
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


class Store:
    """OUT of one run, held by one driver at a time. Open it, :meth:`prepare` the plan, then add commits."""

    def __init__(self, out: Path) -> None:
        self.out = out
        try:
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
        for leftover in (self.out / "tmp").iterdir():
            leftover.unlink(missing_ok=True)

    def prepare(self, inputs: tuple[str, ...], settings: Settings, part_bytes: int) -> dict[str, Any]:
        """The run's facts (``parts``, ``bytes``): those of the run that goes on here, or a new plan.

        Raises InputError when OUT holds a run with other settings or other input.
        """
        asked = {
            "layout": LAYOUT,
            "tadqiq": __version__,
            "inputs": list(inputs),
            "part_bytes": part_bytes,
            "settings": settings.as_dict(),
        }
        record = self.out / "run.json"
        before: dict[str, Any] = orjson.loads(record.read_bytes()) if record.exists() else {}
        if before and {key: before.get(key) for key in asked} != asked:
            raise InputError(
                f"{self.out}: holds a run of other input, settings or version; repeat its command or give another folder"
            )
        if not before and any((self.out / "claims").iterdir()):
            raise InputError(f"{self.out}: holds parts of an unknown run; give another folder")
        digest = sha256()
        if before:
            for file in find_files(inputs, self.out):
                _note(digest, file)
            if digest.hexdigest() != before["files_sha256"]:
                raise InputError(f"{self.out}: the input files are not those that this run began with; give another folder")
            return before
        parts, size = self._write_plan(inputs, part_bytes, digest)
        facts = {**asked, "files_sha256": digest.hexdigest(), "parts": parts, "bytes": size}
        self._write("run.json", [orjson.dumps(facts, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)])
        return facts

    def check_unchanged(self, inputs: tuple[str, ...], facts: dict[str, Any]) -> None:
        """Raises InputError when the files are no longer those of the plan: rows were read at the places of the old ones."""
        if "-" in inputs:  # kept in OUT, where nobody else writes
            return
        digest = sha256()
        for file in find_files(inputs, self.out):
            _note(digest, file)
        if digest.hexdigest() != facts["files_sha256"]:
            raise InputError(f"{self.out}: the input changed while it was read; start again with another folder")

    def _write_plan(self, inputs: tuple[str, ...], part_bytes: int, digest: Any) -> tuple[int, int]:
        counts = [0, 0]

        def noted() -> Iterator[File]:
            for file in find_files(inputs, self.out):
                _note(digest, file)
                yield file

        def lines() -> Iterator[bytes]:
            for part in plan_parts(noted(), part_bytes):
                counts[0], counts[1] = counts[0] + 1, counts[1] + part.size
                yield orjson.dumps([part.number, [list(piece) for piece in part.slices]], option=orjson.OPT_APPEND_NEWLINE)

        self._write("plan.jsonl", lines())
        return counts[0], counts[1]

    def _write(self, name: str, lines: Any) -> None:
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


def read_manifest(out: Path) -> Iterator[dict[str, Any]]:
    """The commits in OUT, each part once. Raises InputError when OUT is no folder of a run."""
    if not (out / "run.json").exists():
        raise InputError(f"{out}: no run.json; give the folder that tadqiq corpus wrote")
    manifest = out / "manifest.jsonl"
    seen: set[int] = set()
    with open(manifest, "rb") if manifest.exists() else open(os.devnull, "rb") as stream:
        for line in stream:
            try:
                commit = orjson.loads(line)
            except orjson.JSONDecodeError:
                continue
            if commit["part"] not in seen:
                seen.add(commit["part"])
                yield commit


def _ends_with_newline(path: Path) -> bool:
    with open(path, "rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read() == b"\n"


def _note(digest: Any, file: File) -> None:
    digest.update(orjson.dumps([file.path, file.size, file.version]))
