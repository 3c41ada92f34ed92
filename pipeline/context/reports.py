"""The period of a report, told in its heading or in what announces it, in; how far it holds out: نشرة التجارة الخارجية - الربع
الثاني 2024; تعلن الشركة نتائجها للفترة المنتهية في 30-09-2025."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .tense import future
from .year_apart import now
from .year_named import is_name

# what reports of a period are called, and what they tell of another time
REPORTS, AIMS = word_set("when", "reports"), word_set("when", "aims")
PLAIN: Final = word_set("figure_direction", "plain")


def announces(view: View, year: Mention, mentions: list[Mention]) -> bool:
    """Whether a year with the name of its period is that of a report, and no figure comes before it; after a colon they may."""
    if "anchor" in year.fields or is_name(view, year) or any(other.kind != "year" and other.i < year.i for other in mentions):
        return False
    told = any(other.kind != "year" for other in mentions)
    return (not told or view.word(year.j) == ":") and not REPORTS.isdisjoint(view.words[: year.i])


def of_report(chunks: Chunks, mention: Mention) -> bool:
    """Whether a figure of a later sentence is of the report's period: no aim, no forecast, nothing that it has all along."""
    view = chunks.view
    if view.word(mention.i - 1) in PLAIN or not AIMS.isdisjoint(view.words[: mention.i]) or now(view, 0, mention.i):
        return False
    return not any(future(chunks, at) for at in chunks.verbs if at < mention.i)
