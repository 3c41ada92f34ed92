"""Bounded time: hostile texts grow no faster than their length and stay within a multiple of news; so does every pattern.

Ratios of CPU time, never seconds: a slow or a busy machine changes nothing.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from decimal import localcontext

import pytest

import pipeline
from pipeline.canonical import KINDS
from pipeline.flow import claim_dicts

from .fuzz.hostile import DENSE, SPARSE, Hostile, news, seconds, warm_up

# four times the length may take this many times as long; what is quadratic takes sixteen
GROWTH = 9
# what takes less is noise
FLOOR = 0.002


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    warm_up()


@pytest.fixture(scope="module")
def ordinary() -> tuple[float, float]:
    """CPU seconds that the seed takes for a character and for a claim."""
    text = news([])
    taken = seconds(text, 3)
    return taken / len(text), taken / len(claim_dicts(text))


@pytest.mark.parametrize("name", SPARSE)
def test_a_hostile_text_takes_at_most_five_times_as_long_as_news(name: str, ordinary: tuple[float, float]) -> None:
    text = SPARSE[name].text(40_000)
    assert seconds(text, 2) < 5 * ordinary[0] * len(text) + FLOOR


@pytest.mark.parametrize("name", DENSE)
def test_a_claim_in_a_hostile_text_takes_at_most_twice_as_long_as_in_news(name: str, ordinary: tuple[float, float]) -> None:
    text = DENSE[name].text(5_000)
    claims = len(claim_dicts(text))
    assert claims > 100
    assert seconds(text) < 2 * ordinary[1] * claims + FLOOR


@pytest.mark.parametrize("name", DENSE)
def test_dense_texts_grow_by_their_length(name: str) -> None:
    hostile = DENSE[name]
    assert seconds(hostile.text(12_000), 3) < GROWTH * max(FLOOR, seconds(hostile.text(3_000), 2))


@pytest.mark.parametrize("unit", ["½", "5ر4", "5 ", "5_", "5²", "1-", "خمسة ", "5دولار5"])
def test_numbers_on_request_grow_by_their_length(unit: str) -> None:
    def read(text: str) -> object:
        return claim_dicts(text, kinds=KINDS)

    hostile = Hostile(unit)
    assert seconds(hostile.text(12_000), 3, read) < GROWTH * max(FLOOR, seconds(hostile.text(3_000), 2, read))


# pattern → what it starts to match again and again, and what makes it fail at the end
ATTACKS: dict[str, tuple[tuple[str, str], ...]] = {
    "export.brat._LINE_END": (("\r\n", "x"),),
    "extractors.base._ADDRESS": (("a", " "), ("a@", " "), ("x", "@ "), ("www.", " "), ("a://", ""), (":/", "")),
    "extractors.base._MARKS": (("\u064e", ""), ("ـ", "")),
    "extractors.dates._PARTED": (("1/", "x"), ("1", ""), ("/", ""), ("12345/", "")),
    "extractors.dates._DATE": (("1/", ""), ("2019/1/", ""), ("12/2019", "/"), ("12.12.", ""), ("1", "")),
    "known._DAY": (("2025-01-01", ""), ("2025-01-01T", "\n"), ("1", "")),
    "lexicon.build_cldr._NOT_A_NAME": (("ا", ""),),
    "numbers.digits._GROUPED": (("123,", "x"), ("1", ""), ("123.", "12")),
    "numbers.digits._INDIAN": (("12,", "x"), ("1", "")),
    "numbers.digits._SIGNS": ((",", ""), ("1", "")),
    "numbers.settle._DECIMALS": (("1,", ""), ("0.", ""), ("12.5.", ""), ("1", "")),
    "numbers.settle._WHOLE_FIRST": (("0ر", ""), ("0", "")),
    "numbers.settle._WHOLE_LAST": (("1ر", ""), ("1ر00", "")),
    "prescan._AFTER": ((" ", "x"), ("ا", "")),
    "prescan._FOUR": (("1", ""), ("12345,", "")),
    "prescan._WORD": (("ا", ""), ("x", "")),
    "report.marks._CONTROL": (("x", ""), ("\x01", "")),
    "report.marks._LINE": (("\r", ""), ("\r\n", "")),
    "report.project.NAME": (("a", "/"), ("a", ":")),
    "resolve._COMMA_THREE": (("1,", ""), ("1", "")),
    "review.typed._COMMA_DECIMAL": (("1", ""), ("1,", "")),
    "review.typed._GROUPED": (("123,", "x"), ("1", ""), ("123.", "x")),
    "review.typed._GROUPED_BY_MARK": (("123٬", "x"), ("1", "")),
    "review.typed._GROUPED_BY_POINTS": (("123.", "x"), ("1", ""), ("123.123,", "x")),
    "spoken._WORDS": (("ا", ""), ("ا ", "")),
    "text.normalize._MOVING": (("\u064e", "x"), ("\ufdfa", ""), ("x", "")),
    "text.normalize._OTHERS": (("x", ""), ("ا", "")),
    "text.normalize._OWN_MARKS": (("ـ", "x"), ("\u064e", "x"), ("ـ\u064e", "ـ")),
    "text.sentences._ABBREVIATION": (),
    "text.sentences._END": ((".", "x"), (". »", "x"), (".»", "x"), ('"', "."), ("!.", "x"), (".x", "")),
    "text.sentences._GAP": ((" 5", ""), (" ", "5")),
    "text.sentences._PARTED": (("a", ""), ("1,", ""), ("5ر4", ""), (",", "5")),
    "text.tokens._FIRST": (),
    "text.tokens._PIECES": (("1", ""), ("1,", ""), ("ا", ""), ("a", ""), (",", "")),
}
# tried at one place of a text, never searched for
ANCHORED = {
    "numbers.digits._GROUPED",
    "numbers.digits._INDIAN",
    "prescan._AFTER",
    "resolve._COMMA_THREE",
    "known._DAY",
    "review.typed._COMMA_DECIMAL",
    "review.typed._GROUPED",
    "review.typed._GROUPED_BY_MARK",
    "review.typed._GROUPED_BY_POINTS",
    "prescan._WORD",
    "text.normalize._OWN_MARKS",
}
# these read a window of a few characters
WINDOWED = {"prescan._BEFORE"}


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of the package that a module holds, by module and name."""
    for found in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if found.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(found.name)).items():
            pattern = value[0] if isinstance(value, tuple) and value else getattr(value, "__self__", value)
            if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                yield f"{found.name.removeprefix('pipeline.')}.{name}", pattern


def test_every_pattern_has_its_attacks() -> None:
    missing = {name for name, _ in _patterns()} - ATTACKS.keys() - WINDOWED
    assert not missing, f"add texts to ATTACKS that each of these starts to match again and again: {sorted(missing)}"


@pytest.mark.parametrize(("name", "pattern"), list(_patterns()))
def test_no_pattern_takes_more_than_its_text(name: str, pattern: re.Pattern[str]) -> None:
    def everywhere(text: str) -> None:
        if name in ANCHORED:
            pattern.fullmatch(text), pattern.match(text)
            return
        for _ in pattern.finditer(text):
            pass

    for unit, end in ATTACKS.get(name, ()):
        for size in (2_000, 20_000):
            short, long = (unit * (size * n // len(unit)) + end for n in (1, 4))
            assert seconds(long, 2, everywhere) < GROWTH * max(FLOOR, seconds(short, 2, everywhere)), (unit, end)


def test_numbers_without_an_end_are_a_claim_or_none() -> None:
    for text in (
        "9" * 10_000,
        "1" + "0" * 10_000,
        "0." + "3" * 10_000,
        "1,000" * 4_000,
        "1e999999999",
        "9" * 29 + " تريليون " * 50,
    ):
        for claim in claim_dicts(f"بلغ {text} دولار، و{text}%", kinds=KINDS):
            assert len(claim.get("value", "")) < 120, text[:40]


@pytest.mark.parametrize("unit", ["مليون ", "ومليون ", "مليار مليون ", "ألف ألف ", "مئة ألف وألف ", "ونصف ", "تريليون و"])
def test_magnitudes_in_a_row_end(unit: str) -> None:
    claims = claim_dicts("بلغ ثلاثة " + unit * 10_000 + "دولار", kinds=KINDS)
    assert all(len(claim.get("value", "")) < 120 for claim in claims)


def test_a_cut_sentence_parts_no_number() -> None:
    """Only whole numbers are claims, wherever the 2000 characters of a sentence end."""
    for lead in range(1_980, 2_006):
        for amount, gap in (("1,234,567 دولار", " "), ("12345%", " "), ("1 500 000 دولار", " "), ("5ر4%", "/")):
            text = gap.join(["س"] * (lead // 2)) + gap * (1 + lead % 2) + amount
            assert [claim["text"] for claim in claim_dicts(text) if claim["kind"] != "year"] in ([amount], []), (lead, amount)
    assert claim_dicts("7" * 2_010 + "%") == []


def test_a_sentence_without_an_end_is_cut_after_a_comma() -> None:
    claims = claim_dicts("بلغت أرباح الشركة 5% من المبيعات، " * 200)
    sentences = {claim["context"]["sentence"]["text"] for claim in claims}
    assert len(claims) == 200
    assert all(len(sentence) <= 2_000 and sentence.endswith("،") for sentence in sentences)


def test_large_numbers_are_exact() -> None:
    """Nothing is rounded, whatever the caller's own decimal context; what is too long is no number, nor is what is left of it."""
    cases = {
        "100,000,000,000,000.00 دولار": "100000000000000.00",
        "12345678901234567890 تريليون وخمسة دولارات": "12345678901234567890000000000005",
        "123456789012345678901234 دولار و43 سنتا": "123456789012345678901234.43",
        f"{'7' * 30} مليون دولار": None,
        f"{'9' * 26}½ دولار": None,
    }
    with localcontext(prec=5):
        for text, value in cases.items():
            assert [claim["value"] for claim in claim_dicts(f"بلغ {text}.")] == ([value] if value else []), text
