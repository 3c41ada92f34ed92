"""hypothesis strategies of Arabic-like text: what the extractor's rules read, whole and cut, and what nobody would write."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from pipeline.lexicon.marks import marks as word_marks
from pipeline.lexicon.money import load_money
from pipeline.lexicon.numbers import number_words
from pipeline.lexicon.triggers import triggers
from pipeline.text.charmap import INVISIBLE, LETTERS, MARKS, SPACES, members

from .fuzz.text import FRAGMENTS

_LETTERS = "".join([*map(chr, range(0x0621, 0x064B)), *LETTERS, "ڤ", "گ", "پ", "ٱ"])
_DIGITS = "".join(char for char in map(chr, range(0x1E950 + 10)) if unicodedata.category(char) in ("Nd", "No"))
_SEPARATORS = ".,،٫٬؛:;'/-–—_ \u00a0\u202f"
_WORDS = sorted(
    {*number_words(), *load_money().nouns, *load_money().countries, *word_marks().bits, *triggers().cues, *triggers().years}
)

letters = st.text(_LETTERS, min_size=1, max_size=8)
digits = st.one_of(st.text("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲", min_size=1, max_size=7), st.text(_DIGITS, min_size=1, max_size=3))
separators = st.text(_SEPARATORS, min_size=1, max_size=3)
marks = st.text([*members(MARKS), "́", "⃝", "ـ"], min_size=1, max_size=6)
invisible = st.text(members(INVISIBLE) + members(SPACES), min_size=1, max_size=3)
ligatures = st.sampled_from(
    [*map(chr, range(0xFB50, 0xFBB2)), *map(chr, range(0xFDF0, 0xFDFD)), *map(chr, range(0xFE70, 0xFEFD))]
)
oddities = st.sampled_from(
    ["\ud83d", "\udcff", "\U0001f600", "👩‍👧", "\x00", "\x1f", "\u2028", "\x85", "\u06dd", "\ufffd", "½", "²", "①", "Ⅳ", "十"]
)
words = st.sampled_from(_WORDS)
fragments = st.sampled_from(FRAGMENTS)


@st.composite
def cut_words(draw: st.DrawFn) -> str:
    """A piece of a word of the lexicon."""
    word = draw(words)
    start = draw(st.integers(0, len(word)))
    return word[start : draw(st.integers(start, len(word)))]


@st.composite
def marked_words(draw: st.DrawFn) -> str:
    """A word of the lexicon with signs between its letters that a reader does not see."""
    return "".join(char + draw(st.one_of(st.just(""), marks, invisible)) for char in draw(words))


amounts = st.builds(
    "{}{}{}".format, digits, st.sampled_from(["", " ", "\u00a0"]), st.one_of(words, st.sampled_from(["%", "٪", "$", "€", "ر.س"]))
)
pieces = st.one_of(
    fragments, words, amounts, digits, cut_words(), marked_words(), separators, letters, marks, invisible, ligatures, oddities
)


@st.composite
def texts(draw: st.DrawFn, most: int = 24) -> str:
    """Pieces side by side, a space between them more often than not."""
    parts = draw(st.lists(st.tuples(pieces, st.sampled_from([" ", " ", " ", "", "\n", ". ", "، ", " و"])), max_size=most))
    return "".join(piece + gap for piece, gap in parts)
