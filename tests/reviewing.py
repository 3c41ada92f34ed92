"""A small project to review: a text with emoji, tashkeel, CRLF and markup, a fixture, and an extraction that differs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.canonical import document_dict, dump_dict, source_of
from pipeline.claims import Document
from pipeline.report.project import Project
from pipeline.review.build import built, identified

NAME = "khabar"
TEXT = (
    "😀 بَلَغَ سعرُ السهم 47 دولارًا في عام 2024.\r\n"
    "وتراجعت الأرباح 3% إلى 12 مليون دولار.\r\n"
    "<script>window.hit = 1</script> \"' onmouseover='window.hit=2' ودفع 5 دنانير أردنية.\r\n"
    "وبقي 👩‍👩‍👧 7 ملايين يورو بلا ذكر.\r\n"
)


def claim(kind: str, words: str, text: str = TEXT, **fields: Any) -> dict[str, Any]:
    """A claim on the first place of ``words``; context fields as ``context_metric="words"`` or plain values."""
    form: dict[str, Any] = {"kind": kind, "start": text.index(words), "end": text.index(words) + len(words)}
    for name, value in fields.items():
        place = name.replace("context_", "context.", 1).replace("when_", "when.", 1)
        span = name in ("context_metric", "context_subject", "context_base", "context_attributed_to")
        form[place] = {"start": text.index(value), "end": text.index(value) + len(value)} if span else value
    return built(form, text, ())


def document(*claims: dict[str, Any], text: str = TEXT, name: str = NAME) -> Document:
    """Those claims as a document of that text."""
    return Document.model_validate(document_dict(source_of(text, f"seeds/{name}.txt"), identified(claims, claims)))


PRICE = claim(
    "money", "47 دولارًا", value="47", currency="USD", per="سهم", context_metric="سعرُ السهم", context_modality="asserted"
)
YEAR = claim("year", "2024", value="2024")
PROFIT = claim(
    "percent", "3%", value="3", unit="percent", direction="down", context_metric="الأرباح", context_modality="asserted"
)
TOTAL = claim(
    "money",
    "12 مليون دولار",
    value="12000000",
    currency="USD",
    context_modality="asserted",
    context_when_low="2024",
    context_when_high="2024",
)
DINARS = claim("money", "5 دنانير أردنية", value="5", currency="JOD", context_modality="asserted")
EUROS = claim("money", "7 ملايين يورو", value="7000000", currency="EUR", context_modality="asserted")

FIXTURE = document(PRICE, YEAR, PROFIT, TOTAL)
EXTRACTED = document({**PRICE, "value": "48"}, YEAR, TOTAL, DINARS)


def lay(root: Path, fixture: Document | None = FIXTURE) -> Project:
    """The project on disk, under ``root``."""
    project = Project(root / "seeds", root / "fixtures", root / "build/claims")
    project.seeds.mkdir()
    project.fixtures.mkdir()
    (project.seeds / f"{NAME}.txt").write_bytes(TEXT.encode())
    if fixture is not None:
        (project.fixtures / f"{NAME}.claims.json").write_bytes(
            dump_dict(fixture.model_dump(mode="json", exclude_none=True, by_alias=True))
        )
    return project
