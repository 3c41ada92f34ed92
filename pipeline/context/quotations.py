"""Words in quotation marks and their speaker: named after them, or in the sentence in which they began."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ..extractors.base import Mention, View
from .chunks import Chunks, Place
from .complement import complement
from .papers import speaker
from .sayers import subject_at
from .saying import saying

# tokens within a sentence, characters over sentences
LONGEST, FAR = 80, 2000
THUS: Final = frozenset(("هكذا", "بهذا", "وهكذا", "وبهذا"))


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
        return _sentences_later(chunks, mention)
    return _speaker(chunks, close + 1) if close + 2 < chunks.view.size else _summed_up(chunks.view)


def _speaker(chunks: Chunks, at: int) -> Place | None:
    """Whoever the words from a token on, right after a quotation, name as its speaker."""
    view = chunks.view
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


def _sentences_later(chunks: Chunks, mention: Mention) -> Place | None:
    """«كان الدين 5 ملايين. … واليوم لا دين»، قال الرئيس: a quotation that closes some sentences on."""
    view, text = chunks.view, chunks.view.text
    start = view.cut.start(mention.i)
    opened = text.rfind("«", max(0, start - FAR), start)
    close = text.find("»", view.end, start + FAR)
    if opened < 0 or close < 0 or text.rfind("»", opened, start) >= 0 or text.find("»", start, view.end) >= 0:
        return None
    if text.find("«", start, close) >= 0:
        return None
    last = next((n for n in range(view.index + 1, len(view.views)) if view.views.sentences.ends[n] > close), None)
    closing = view.views[last] if last is not None else None
    if closing is None:
        return None
    at = next((n for n in range(closing.size) if closing.cut.start(n) > close), closing.size)
    return _speaker(Chunks(closing, []), at) if at + 1 < closing.size else _summed_up(closing)


def _summed_up(view: View) -> Place | None:
    """«… لا دين». هكذا تحدث الرئيس: the sentence after a quotation tells who has spoken."""
    index = view.index + 1
    following = view.views[index] if index < len(view.views) else None
    if following is None or following.word(0) not in THUS:
        return None
    return _speaker(Chunks(following, []), 0)


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
