"""What is exported: a text with its claims. In: a project; out: Exported documents, their spans checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from ..claims import Document, TextSpan, claim_dict
from ..report.project import Project, empty, extract_now
from ..sources import SourceText
from ..validate import check_source

Of = Literal["fixture", "extracted"]


@dataclass(frozen=True, slots=True)
class Exported:
    """One document. ``claims`` are dicts as in the claims JSON, in order."""

    name: str
    source: SourceText
    document: Document

    @property
    def text(self) -> str:
        return self.source.text

    @property
    def claims(self) -> list[dict[str, Any]]:
        return [claim_dict(claim) for claim in self.document.claims]

    @property
    def sentences(self) -> list[TextSpan]:
        """The claims' sentences, once each, in order."""
        found = {claim.context.sentence for claim in self.document.claims if claim.context.sentence}
        return sorted(found, key=lambda span: (span.start, span.end))


def documents(project: Project, names: Sequence[str], of: Of) -> Iterator[Exported]:
    """The named documents with their fixtures' claims, or what the extractor finds. Raises InputError or ClaimsError."""
    for name in names:
        source = project.source(name)
        yield Exported(name, source, extract_now(source) if of == "extracted" else _fixture(project, name, source))


def _fixture(project: Project, name: str, source: SourceText) -> Document:
    """The fixture of a text, its spans checked; an empty one where none was begun."""
    fixture, path, digest = project.fixture(name), project.fixture_path(name), sha256(source.text.encode()).hexdigest()
    if fixture is None:
        return empty(source)
    check_source(fixture, str(path), source.text, digest, source.path)
    return fixture
