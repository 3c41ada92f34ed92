"""Words in quotation marks and their speaker: named after them, or in the sentence in which they began."""

from __future__ import annotations

from collections.abc import Callable

from ..extractors.base import Mention
from .chunks import Chunks, Place
from .complement import complement
from .papers import speaker
from .sayers import subject_at
from .saying import saying

# tokens within a sentence, characters over sentences
LONGEST, FAR = 80, 2000


def going_on(chunks: Chunks, last: Callable[[], Place | None]) -> Place | None:
    """A quotation that an earlier sentence has opened goes on: its speaker still speaks."""
    text, start = chunks.view.text, chunks.view.start
    opened = text.rfind("«", max(0, start - FAR), start)
    if opened < 0 or text.rfind("»", opened, start) >= 0 or text.find("»", start, start + FAR) < 0:
        return None
    return last()


def after_quotation(chunks: Chunks, mention: Mention) -> Place | None:
    """«…5 ملايين…»، هكذا قالت مريم: a quotation, and then its speaker."""
    close = _closed(chunks, mention)
    if close is None:
        return None
    view, at = chunks.view, close + 1
    led = False
    while view.word(at) in ("،", ",", "هكذا", "كما", "حسبما", "بحسب", "ما", "هذا", "بهذا", "."):
        led = led or view.word(at) == "هكذا"
        at += 1
    verb = saying(chunks, at) if at < view.size else None
    spoken = verb is not None and verb.kind == "say" or led and at in chunks.verbs or led and view.word(at - 1) == "هكذا"
    if not spoken or at + 1 >= view.size or not subject_at(chunks, at + 1):
        return None
    limit = complement(chunks, at + 1, view.size)
    if limit is not None and not any(view.word(n) in ("،", ",") for n in range(at + 1, limit)):
        return None
    return speaker(chunks, at + 1, view.size)


def _closed(chunks: Chunks, mention: Mention) -> int | None:
    """The token that closes the quotation around a figure; None where it stands in none."""
    words = chunks.view.words
    after = words[mention.j : mention.j + LONGEST]
    ends = [after.index(sign) for sign in ("»", "”", '"') if sign in after]
    if not ends:
        return None
    end = min(ends)
    if after[end] == '"' and words[max(0, mention.i - LONGEST) : mention.i].count('"') % 2 == 0:
        return None
    return mention.j + end if not any(sign in after[:end] for sign in ("«", "“")) else None
