"""A sentence that a label opens and that its label says: وزير المالية: العجز 5% هذا العام."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention
from .chunks import FIGURE, Chunks, Place
from .lexemes import NOUN, PREP
from .nouns import thing
from .papers import paper, speaker
from .sayers import definite, role

LONGEST: Final = 9
INSTITUTIONS: Final = ("organisation",)


def label_speaker(chunks: Chunks, mention: Mention) -> Place | None:
    """Who the label of a sentence names: a person with an office, or an institution or paper where a clause with a verb follows;
    not the names in a list of prices (بنك الخليج: 12 دينارا), nor a place of news (الدوحة: ارتفعت …)."""
    view = chunks.view
    if ":" not in view.words[1 : min(LONGEST, mention.i)]:
        return None
    end = view.words.index(":", 1)
    if any(chunks.classes[at] not in (NOUN, PREP) or at in chunks.verbs or chunks.taken[at] for at in range(end)):
        return None
    head = view.word(0)
    if "|" in view.words[end : mention.i]:
        return None  # two titles, or a title and its text
    if head.startswith(("لل", "ل", "ب")) or chunks.classes[0] != NOUN:
        return None
    told = any(at in chunks.verbs for at in range(end + 1, view.size))
    office = thing(head) == "person" and end > 1 and role(head)
    known = paper(head) and end > 1 or thing(head) in INSTITUTIONS and (end > 1 or definite(head))
    if not (office and (told or FIGURE not in chunks.taken[end + 1 : end + 3]) or known and told):
        return None
    return speaker(chunks, 0, end)
