"""The folders of a project and the documents in them. In: directories and a name; out: text, fixture, extraction, compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..canonical import SUFFIX, document_dict, source_of
from ..claims import Document
from ..errors import ClaimsError, InputError
from ..sources import Defaults, SourceText, read_all
from ..validate import check_source, read_fixture
from .difference import Pair, pair

# A name is one file name: nothing in it that a path or a terminal would read as its own.
NAME = re.compile(r"[^\x00-\x1f\x7f/\\:.][^\x00-\x1f\x7f/\\:]{0,150}")


@dataclass(frozen=True, slots=True)
class Project:
    """Where the source texts, the fixtures and the extracted claims are."""

    seeds: Path = Path("seeds")
    fixtures: Path = Path("fixtures")
    claims: Path = Path("build/claims")

    def names(self) -> list[str]:
        """All documents that have a source text."""
        return sorted(path.stem for path in self.seeds.glob("*.txt") if is_name(path.stem))

    def sourced(self) -> list[str]:
        """All documents that have a source text. Raises InputError when there is none."""
        found = self.names()
        if not found:
            raise InputError(f"{self.seeds}: no documents (NAME.txt) here; `tadqiq new PATH` puts one there")
        return found

    def fixed(self) -> list[str]:
        """All documents that have a fixture. Raises ClaimsError when there is none."""
        found = sorted(path.name.removesuffix(SUFFIX) for path in self.fixtures.glob(f"*{SUFFIX}"))
        if not found:
            raise ClaimsError(f"{self.fixtures}: no fixtures (NAME{SUFFIX}) here; `tadqiq new PATH` starts one")
        return found

    def source(self, name: str) -> SourceText:
        """The text with its settings. Raises InputError when it is not there."""
        return next(read_all([str(confined(self.seeds, name, ".txt"))], Defaults()))

    def fixture_path(self, name: str) -> Path:
        return confined(self.fixtures, name, SUFFIX)

    def claims_path(self, name: str) -> Path:
        return confined(self.claims, name, SUFFIX)

    def fixture(self, name: str) -> Document | None:
        """The fixture, None where none was begun. Raises ClaimsError when it is not valid."""
        path = self.fixture_path(name)
        return read_fixture(path) if path.exists() else None

    def extracted(self, name: str, source: SourceText) -> Document:
        """The claims that `tadqiq extract` wrote. Raises ClaimsError when there are none or they are of an older text."""
        path = self.claims_path(name)
        if not path.exists():
            raise ClaimsError(f"{path}: no such file; extract first: tadqiq extract {self.seeds} -o {self.claims}")
        extracted = read_fixture(path)
        digest = sha256(source.text.encode()).hexdigest()
        if extracted.source.sha256 != digest:
            remedy = f"extract again: tadqiq extract {self.seeds} -o {self.claims}"
            raise ClaimsError(f"{path}: extracted from another version of {source.path}; {remedy}")
        check_source(extracted, str(path), source.text, digest, source.path)
        return extracted

    def pair(self, name: str, *, live: bool = False) -> Pair:
        """The document compared. ``live``: extract now instead of reading what was written.

        Raises InputError or ClaimsError; a fixture of another version of the text is no error here but ``Pair.moved``.
        """
        source = self.source(name)
        extracted = extract_now(source) if live else self.extracted(name, source)
        return compared(name, source, extracted, self.fixture(name), str(self.fixture_path(name)))


def compared(name: str, source: SourceText, extracted: Document, fixture: Document | None, fixture_name: str) -> Pair:
    """A pair whose fixture is checked against its text; without a fixture, against an empty one."""
    if fixture is None:
        fixture = empty(source)
    elif fixture.source.sha256 == extracted.source.sha256:
        check_source(fixture, fixture_name, source.text, extracted.source.sha256, source.path)
    return pair(name, source.text, extracted, fixture)


def empty(source: SourceText) -> Document:
    """A fixture in which nothing was decided yet."""
    return Document.model_validate(document_dict(source_of(source.text, source.path, source.published, source.region), []))


def extract_now(source: SourceText) -> Document:
    """What the extractor finds in a text today."""
    from ..flow import claim_dicts

    claims = claim_dicts(source.text, published=source.published, region=source.region)
    return Document.model_validate(document_dict(source_of(source.text, source.path, source.published, source.region), claims))


def is_name(name: str) -> bool:
    """Whether this can name a document.

    >>> is_name("coreweave-ipo"), is_name("خبر جديد (1)"), is_name("../x"), is_name("a/b"), is_name("a\\n"), is_name("")
    (True, True, False, False, False, False)
    """
    return NAME.fullmatch(name) is not None


def confined(directory: Path, name: str, suffix: str) -> Path:
    """The document's file in ``directory`` when it lies there, links followed. Raises InputError when it does not."""
    path = directory / f"{name}{suffix}"
    if not is_name(name) or not path.resolve().is_relative_to(directory.resolve()):
        raise InputError(f"{name}: not a document of {directory}; name one of its files")
    return path


def moved_error(pairs: Sequence[Pair], fixtures: Path) -> ClaimsError | None:
    """The error of `tadqiq validate` for the first fixture that belongs to another text, None when there is none."""
    for found in pairs:
        if found.moved:
            return ClaimsError(
                f"{fixtures / found.name}{SUFFIX}: source.sha256: {found.fixture.source.sha256[:12]}… is of another text than "
                f"{found.path}; restore the text, or take the fixture over to the new one in `tadqiq review`"
            )
    return None
