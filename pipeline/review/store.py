"""A document's three files: read together, written together. In: a name; out: Files with their version, or files changed.

Nothing is kept in memory: what counts is on disk. The version is a hash of all three, so that whoever writes can be asked what
they have seen. Writers of one folder take turns by a lock on the folder, and readers see the old fixture or the new, never half.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from ..claims import Document, dump
from ..errors import ClaimsError
from ..output import OutputError, write
from ..report.project import Project, confined, empty
from ..sources import SourceText
from ..validate import read_fixture
from .build import ClaimFields
from .log import Entry, parse

LOG_SUFFIX = ".review.jsonl"


@dataclass(frozen=True, slots=True)
class Files:
    """What is on disk: ``fixture`` is an empty one where none was begun, ``begun`` tells which."""

    source: SourceText
    fixture: Document
    begun: bool
    entries: tuple[Entry, ...]
    version: str


class Store:
    """The fixtures folder of a project."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def log_path(self, name: str) -> Path:
        return confined(self.project.fixtures, name, LOG_SUFFIX)

    def read(self, name: str) -> Files:
        """All three files. Raises InputError or ClaimsError naming the file that cannot be read."""
        source = self.project.source(name)
        path, log = self.project.fixture_path(name), self.log_path(name)
        begun = path.exists()
        fixture = read_fixture(path) if begun else empty(source)
        lines = log.read_bytes() if log.exists() else b""
        digest = blake2b(digest_size=12)
        for part in (source.text.encode(), dump(fixture) if begun else b"", lines):
            digest.update(len(part).to_bytes(8, "big") + part)
        return Files(source, fixture, begun, parse(lines, str(log)), digest.hexdigest())

    @contextmanager
    def locked(self) -> Iterator[None]:
        """One writer of the fixtures folder at a time, among all processes of this machine."""
        self.project.fixtures.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.project.fixtures, os.O_RDONLY)
        try:
            _take_turn(handle)
            yield
        finally:
            os.close(handle)

    def write(self, name: str, document: Document | None, entry: Entry) -> None:
        """Appends the entry and, if given, replaces the fixture: both or neither. Raises OutputError. Call it ``locked``."""
        log = self.log_path(name)
        before = log.stat().st_size if log.exists() else None
        try:
            with log.open("ab") as file:
                file.write(entry.line())
                file.flush()
                os.fsync(file.fileno())
            if document is not None:
                write(self.project.fixture_path(name), [dump(document)])
        except (OSError, OutputError) as error:
            _take_back(log, before)
            raise OutputError(f"{log.parent}: cannot be written: {error}; nothing was changed") from None


def with_claims(document: Document, claims: Sequence[ClaimFields], source: SourceText, begun: bool) -> Document:
    """The fixture with other claims. Raises ClaimsError when they are not valid."""
    base = document if begun else empty(source)
    data = base.model_dump(mode="json", exclude_none=True, by_alias=True)
    try:
        return Document.model_validate({**data, "claims": list(claims)})
    except ValueError as error:
        raise ClaimsError(f"{source.path}: the claims of the decision are not valid: {error}") from None


def _take_back(log: Path, size: int | None) -> None:
    if size is None:
        log.unlink(missing_ok=True)
    else:
        os.truncate(log, size)


def _take_turn(handle: int) -> None:
    try:
        import fcntl
    except ModuleNotFoundError:  # Windows has no folder locks; the version check still tells the second writer
        return
    fcntl.flock(handle, fcntl.LOCK_EX)
