"""What is exported: a text with its claims. In: a project; out: Exported documents, their spans checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..claims import Document, TextSpan, claim_dict
from ..errors import ClaimsError
from ..report.project import Project, empty, extract_now
from ..sources import SourceText

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
        now = extract_now(source)
        document = now if of == "extracted" else project.fixture(name) or empty(source)
        if document.source.sha256 != now.source.sha256:
            path = project.fixture_path(name)
            raise ClaimsError(f"{path}: belongs to another version of {source.path}; take it over in `tadqiq review` first")
        yield Exported(name, source, document)
