"""A second size of a change that is said once: ``بنمو 32% في القيمة و20% في العدد``, ``نمت أرباح المصارف 19%، والتأمين 3%``."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .lexemes import PREP, lexeme

TO: Final = frozenset(("الي", "عند", "لتبلغ", "ليبلغ", "لتصل", "ليصل", "لمستوي", "حتي"))
LEVELS: Final = word_set("direction", "levels")
LEADS: Final = word_set("direction", "leads")
# of a second one that changed: a noun or two, none of these
UNLISTED, NAMED = word_set("direction", "unlisted"), 3
PERIODS: Final = word_set("direction", "periods")
# what opens the period of a size: من أسبوع لآخر, في الربع الثاني, عن الشهر السابق
SPANS: Final = PERIODS | {"علي", "من", "عن", "في", "خلال", "مقارنه"}
# of names: لدى «الأهلي»
QUOTES: Final = frozenset(("«", "»", '"', "“", "”"))
NEAR, FAR = 5, 12


def listed(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """بنمو 32% في القيمة و20% في العدد, بنسبة 9% ثم 11%: a second size of the change."""
    first, last = _first(view, mention, before)
    if first is None or last is None or not 0 < mention.i - last.j <= FAR:
        return None
    way: str | None = first.fields.get("direction")
    between = view.words[last.j : mention.i]
    if way is None or _periods(view, mention, between):
        return way
    rest = _past_span(between)
    if len(rest) > NEAR or rest is not between and not _names(rest[1]):
        return None
    between = rest
    if between[-1] != "و" and _gapped(between):
        return way
    same = between[-1] == "و" and (len(between) == 1 or view.word(mention.j) == view.word(last.j))
    named = len(between) == 1 and (between[0].startswith("وال") or _period(between[0])) or _named(view, mention, between)
    return way if same or named or between[-1] == "ثم" else None


def _first(view: View, mention: Mention, before: list[Mention]) -> tuple[Mention | None, Mention | None]:
    """The percentage before, and what ends its telling: itself, or the level that it led to where another level follows
    (نمت الودائع 3% إلى 20 مليارا والقروض 5% إلى 15 مليارا)."""
    last = before[-1] if before else None
    if last is None or last.kind == "percent":
        return last, last
    first = before[-2] if len(before) > 1 else None
    if (
        first is None
        or first.kind != "percent"
        or view.word(mention.j) not in TO
        or last.i - first.j > 2
        or view.word(first.j) not in TO
    ):
        return None, None
    return first, last


def _periods(view: View, mention: Mention, between: list[str]) -> bool:
    """0.3% شهريا و3.4% سنويا, 0.3% في الربع الثاني، و1.2% على أساس سنوي: one change measured over two periods."""
    yearly = view.word(mention.j) in PERIODS or view.word(mention.j) == "علي" and view.word(mention.j + 1) == "اساس"
    if not yearly or between[-1] != "و" or between[0] not in SPANS or not TO.isdisjoint(between):
        return False
    return between.count("،") <= 1 and not any(word in cues().change or word in LEVELS for word in between)


def _past_span(between: list[str]) -> list[str]:
    """زادت الأجرة في عمان 5% في المتوسط، وفي إربد 4%: what stands after the comma that closes the span of the first size."""
    at = between.index("،") if "،" in between else 0
    spans = 0 < at < len(between) - 1 and between[0] in SPANS
    return between[at:] if spans and not any(map(_tells, between[:at])) else between


def _names(word: str) -> bool:
    """وأسعار, وفي إربد, والقروض: surely no verb."""
    if len(word) < 2:
        return word == "و"
    known, bare = lexeme(word), lexeme(word[1:])
    return known.definite or bool(known.measure or bare.measure or bare.entity) or bare.fixed == PREP


def _period(word: str) -> bool:
    """بزيادة شهرية 2% وسنوية 27%."""
    return word.startswith("و") and word.endswith("ه") and word[1:-1] + "ا" in PERIODS


def _tells(word: str) -> bool:
    """Whether it tells of a level or of a change of its own."""
    return word in LEVELS or word in cues().change or word in TO


def _named(view: View, mention: Mention, between: list[str]) -> bool:
    """نمت أرباح المصارف 19%، والرعاية الصحية 8%، والتأمين 3%: another that changed, a noun or two, and its size alone."""
    told = between[between[0] == "،" :]
    words = [word for word in told if word not in QUOTES]
    if told[:1] == ["و"] and len(words) > 1 and told[1] in QUOTES:  # و«الأهلي» 5%
        words[:2] = ["و" + words[1]]
    if words and words[-1] == "ب":
        words = words[:-1]
    if not 0 < len(words) <= NAMED or not _joined(words[0]) or not UNLISTED.isdisjoint(words):
        return False
    after = view.word(mention.j)
    ends = after in ("", "،", ".", "؛") or after.startswith("و") or after in TO
    return ends and not _verbal(words[0][1:]) and not any(map(_tells, words))


def _joined(word: str) -> bool:
    """وسهم, and not a lone و before a number."""
    return word.startswith("و") and len(word) > 1


def _verbal(word: str) -> bool:
    known = lexeme(word)
    if known.measure or known.entity:
        return False  # وسهم, وتكلفة
    return word.startswith(("ي", "ت", "سي", "ست", "سن")) or word.endswith("ت") and not word.endswith("ات")


def _gapped(between: list[str]) -> bool:
    """زادت الإيجارات 68%، وأسعار البيع بمقدار 38%: nouns alone stand between, the verb is said once."""
    words = between[1:] if between[0] == "،" else between
    if len(words) < 2 or not _joined(words[0]) or words[-1] not in LEADS:
        return False
    first = words[0][1:]
    told = any(_tells(word) or word in "،(" for word in (first, *words))
    return not told and not _verbal(first)
