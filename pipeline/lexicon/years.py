"""Year words: ``years.toml`` in, lookup tables of normalized words out."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from ..text.normalize import normalize, plain_words
from .affixes import BARE, PROCLITICS, UNDETERMINED, prefixed
from .load import read_toml
from .phrases import Phrases

_ATTACHED = frozenset(("ال", "وال", "فال", "بال", "لل", "كال", "وبال", "ولل"))
_DETACHED = tuple(prefix for prefix in PROCLITICS if prefix not in _ATTACHED)


class RelativeWords(NamedTuple):
    """``offsets`` of the singular: phrase -> (offset, anchor or None); the like for dual and plural."""

    nouns: dict[str, str]
    duals: dict[str, str]
    plurals: dict[str, str]
    counted: frozenset[str]
    kinds: frozenset[str]
    this: frozenset[str]
    that: frozenset[str]
    self: frozenset[str]
    offsets: Phrases[tuple[int, bool]]
    dual_offsets: Phrases[tuple[int, bool]]
    plural_offsets: Phrases[tuple[int, bool]]
    glued: dict[str, tuple[str, int, bool]]
    general: frozenset[str]


class YearWords(NamedTuple):
    """Sets of single words, tables of phrases. ``decades`` gives (tens, prefix) of a decade word."""

    nouns: frozenset[str]
    seasons: frozenset[str]
    events: frozenset[str]
    decade_nouns: frozenset[str]
    between: frozenset[str]
    months: frozenset[str]
    month_tails: frozenset[str]
    hijri_months: frozenset[str]
    weak: frozenset[str]
    labels: frozenset[str]
    founds: frozenset[str]
    makes: frozenset[str]
    counted: frozenset[str]
    eras: Phrases[str]
    parts: Phrases[str]
    decades: dict[str, tuple[int, str]]
    centuries: Phrases[int]
    age: frozenset[str]
    relative: RelativeWords


def _with_prefixes(words: Sequence[str]) -> frozenset[str]:
    return prefixed(plain_words(words))


def _plain(words: Sequence[str]) -> frozenset[str]:
    return frozenset(plain_words(words))


def _past(verbs: Sequence[str]) -> frozenset[str]:
    """The third persons of the past, the last weak letter lost before their endings: اشترى, اشترت, اشتروا."""
    plain = plain_words(verbs)
    stems = {verb[:-1] if verb.endswith("ي") else verb for verb in plain}
    return prefixed([*plain, *(stem + end for stem in stems for end in ("ت", "وا"))], ("", "و", "ف"))


def _offsets(*tables: tuple[dict[str, list[str]], bool]) -> Phrases[tuple[int, bool]]:
    rows = [
        (phrase, (int(offset), context)) for table, context in tables for offset, phrases in table.items() for phrase in phrases
    ]
    return Phrases(rows, backward=False)


def _attached(words: Sequence[str]) -> dict[str, str]:
    """Words that have the article, with what else may be attached: بالعام, وللسنة -> the prefix before the word."""
    found: dict[str, str] = {}
    for key in plain_words(words):
        for conjunction in ("", "و", "ف"):
            for preposition in ("", "ب", "ل", "ك"):
                # ل before ال is written لل
                body = "ل" + key[1:] if preposition == "ل" and key.startswith("ال") else preposition + key
                found.setdefault(conjunction + body, conjunction + preposition)
    return found


def _relative(rows: dict[str, Any]) -> RelativeWords:
    """The tables of العام الماضي and its like, out of the rows ``relative``."""
    singular = _offsets((rows["offset"], False), (rows["context"], True))
    # words run together in careless writing: هذاالعام, العامالماضي
    glued = {normalize(this + noun).text: ("", 0, False) for this in rows["this"] for noun in rows["nouns"][:2]}
    glued.update(dict.fromkeys(prefixed(plain_words(rows["whole"])), ("", 0, False)))
    for table, context in ((rows["offset"], False), (rows["context"], True)):
        for offset, phrases in table.items():
            for phrase in phrases:
                if " " not in phrase and len(phrase) > 4:
                    glued.update({normalize(noun + phrase).text: ("", int(offset), context) for noun in rows["nouns"][:2]})
    return RelativeWords(
        _attached(rows["nouns"]),
        _attached(rows["duals"]),
        _attached(rows["plurals"]),
        _plain(rows["counted"]),
        _plain(rows["kinds"]),
        prefixed(plain_words(rows["this"]), ("", "و", "ف", "ب", "ل")),
        prefixed(plain_words(rows["that"]), ("", "و", "ف", "ب", "ل")),
        _plain(rows["self"]),
        singular,
        _offsets((rows["dual"], False), (rows["dual_context"], True)),
        _offsets((rows["plural"], False), (rows["plural_context"], True)),
        glued,
        prefixed(plain_words(rows["general"]), ("", "و", "ب", "ف")) | frozenset("ل" + w[1:] for w in _plain(rows["general"])),
    )


@cache
def year_words() -> YearWords:
    """The tables of the year extractors."""
    rows = read_toml("years")
    century = rows["century"]
    centuries = [(f"القرن {name}", number) for number, names in enumerate(century["ordinals"], 1) for name in names]
    centuries += [(f"القرن {word}", 0) for word in century["last"]] + [(f"القرن {word}", -1) for word in century["this"]]
    decades = {
        prefix + word: (int(tens), prefix)
        for tens, words in rows["decade"].items()
        for word in plain_words(words)
        for prefix in PROCLITICS
    }
    return YearWords(
        _with_prefixes(rows["nouns"]),
        _with_prefixes(rows["seasons"]),
        _with_prefixes(rows["events"]),
        _with_prefixes(rows["decade_nouns"]),
        _plain(rows["between"]),
        prefixed(plain_words(rows["months"]), _DETACHED),
        _plain(rows["month_tails"]),
        _plain(rows["hijri_months"]),
        _with_prefixes(rows["weak"]),
        _plain(rows["labels"]),
        _past(rows["founds"]),
        _past(rows["makes"]),
        _plain(rows["counted"]),
        Phrases([(phrase, era) for era, phrases in rows["era"].items() for phrase in phrases], backward=False, attached=BARE),
        Phrases(
            [(phrase, part) for part, phrases in rows["part"].items() for phrase in phrases], backward=True, attached=UNDETERMINED
        ),
        decades,
        Phrases(centuries, backward=False),
        _plain(century["age"]),
        _relative(rows["relative"]),
    )
