"""Laws of the normal form: it is the table's, it is reached at once, and the way back leads to where it came from."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.text.charmap import load_table
from pipeline.text.normalize import NormalizedText, normalize

TABLE = load_table()
SPECIALS = "".join(map(chr, TABLE))
# half of a surrogate pair is no character: it ends a line
TABLE.update(dict.fromkeys(range(0xD800, 0xE000), "\n"))

chars = st.one_of(
    st.sampled_from("أإآٱىةاهي٠١٢5\u064b\u064e\u0651\u0640\u0654\u200f\u200eﷲ﷼ﻻ٪٫ .,%\n"),
    st.sampled_from(SPECIALS),
    st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
    st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFF),
    st.characters(),
    st.characters(categories=["Cs"]),
)
texts = st.text(chars, max_size=80)


@given(texts)
def test_the_fast_way_gives_what_the_table_gives(raw: str) -> None:
    page = normalize(raw)
    assert page.raw == raw
    assert page.text == raw.translate(TABLE)


def test_many_kinds_of_characters_take_the_table_itself() -> None:
    raw = SPECIALS * 2
    assert normalize(raw).text == raw.translate(TABLE)
    level = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪’‘ʼ\u00a0\u2009"
    assert normalize(level).identity
    assert normalize(level).text == level.translate(TABLE)
    assert not normalize(level + "ـ").identity


@given(texts)
def test_normalizing_again_changes_nothing(raw: str) -> None:
    once = normalize(raw).text
    again = normalize(once)
    assert again.text == once
    assert again.identity


@given(texts)
def test_the_way_back_is_total_and_monotone(raw: str) -> None:
    page = normalize(raw)
    back = [page.raw_index(index) for index in range(len(page.text) + 1)]
    assert back == sorted(back)
    assert back[-1] == len(raw)
    assert page.identity == all(len(char.translate(TABLE)) == 1 for char in raw)
    if page.identity:
        assert back == list(range(len(raw) + 1))


@given(texts)
def test_each_character_comes_from_the_one_it_leads_back_to(raw: str) -> None:
    page = normalize(raw)
    origins = [index for index, char in enumerate(raw) for _ in char.translate(TABLE)]
    assert [page.raw_index(index) for index in range(len(page.text))] == origins


@given(texts, st.integers(0, 80), st.integers(0, 80))
def test_a_span_slices_back_to_its_source(raw: str, one: int, other: int) -> None:
    page = normalize(raw)
    start, end = sorted((min(one, len(page.text)), min(other, len(page.text))))
    span = page.to_raw(start, end)
    assert 0 <= span.start <= span.end <= len(raw)
    source = normalize(raw[span.start : span.end]).text
    assert page.text[start:end] in source
    if page.identity:
        assert source == page.text[start:end]


def sliced(page: NormalizedText, word: str) -> str:
    start = page.text.index(word)
    span = page.to_raw(start, start + len(word))
    return page.raw[span.start : span.end]


@pytest.mark.parametrize(
    ("raw", "word", "source"),
    [
        ("دولارًا.", "دولارا", "دولارًا"),
        ("مليونٌ و", "مليون", "مليونٌ"),
        ("مِائَةً", "مائه", "مِائَةً"),
        ("5\u200f دولار", "5", "5"),
        ("\u200f5% ", "5%", "5%"),
        ("ريالـ", "ريال", "ريال"),
        ("ريالـًا", "ريال", "ريالـً"),
        ("5 ﷼.", "ريال", "﷼"),
        ("5 ﷼.", "5 ري", "5 ﷼"),
        ("و\u200f20\u200f$", "20$", "20\u200f$"),
        ("é5", "é", "é"),
    ],
)
def test_where_a_span_ends(raw: str, word: str, source: str) -> None:
    assert sliced(normalize(raw), word) == source


def test_an_empty_span_stays_empty() -> None:
    assert normalize("اًب").to_raw(1, 1) == (2, 2)
    assert normalize("").to_raw(0, 0) == (0, 0)


def _seconds(raw: str) -> float:
    best = 9.0
    for _ in range(5):
        begun = time.perf_counter()
        page = normalize(raw)
        if page.text:
            page.to_raw(0, 1)
        best = min(best, time.perf_counter() - begun)
    return best


@pytest.mark.parametrize("unit", ["\u064b", "\u0640", "\u200f", "بَ", "ـًـ", "٠١٢٣٤٥٦٧٨٩", "ﷲ", "ا\u0640"])
def test_time_grows_with_the_length(unit: str) -> None:
    small = "ا" + unit * (30_000 // len(unit))
    assert _seconds(small * 8) < 8 * 3 * _seconds(small) + 0.002


@settings(max_examples=20)
@given(st.lists(texts, max_size=6))
def test_parts_and_whole_agree(parts: list[str]) -> None:
    assert normalize("".join(parts)).text == "".join(normalize(part).text for part in parts)
