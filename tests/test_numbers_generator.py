"""100,000 random numbers up to 10^15, spelled correctly and as commonly misspelled, read back exactly."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from pipeline.numbers import read_number

from .numbers_generator import LIMIT, misread, misspell, numbers, spell


def test_reads_back_every_number() -> None:
    wrong = misread(100_000, seed=1)
    assert not wrong, "\n".join(f"{n} | {text} | {got}" for n, text, got in wrong[:20])


@pytest.mark.parametrize("exponent", range(16))
def test_reads_back_the_edges_of_each_magnitude(exponent: int) -> None:
    rng = Random(exponent)
    edges = {k * 10**exponent + d for k in (1, 2, 3, 10, 11, 100, 101, 102, 103, 111, 200, 202, 999) for d in (-1, 0, 1, 2, 11)}
    for n in sorted(e for e in edges if 0 <= e <= LIMIT):
        for write in (spell, misspell):
            text = write(n, rng)
            assert read_number(text) == n, text


def test_same_seed_same_numbers() -> None:
    assert list(numbers(50, 9)) == list(numbers(50, 9)) != list(numbers(50, 10))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("أَلْفٌ وَتِسْعُمِئَةٍ", 1900),
        ("ثمانٍ وعشرون", 28),
        ("خمسمية وخمسة وعشرين", 525),
        ("حداشر", 11),
        ("خمستاشر", 15),
        ("تمنمية", 800),
        ("تلاتة وتلاتين", 33),
        ("ميتين وخمسين ألف", 250_000),
        ("نصف مليون", 500_000),
        ("مليون ونصف المليون", 1_500_000),
        ("ثلاثة أرباع المليون", 750_000),
        ("مليون و309 آلاف", 1_309_000),
        ("2.5 مليار", 2_500_000_000),
        ("ألف مليون", 10**9),
        ("٣ ملايين و٢٠٠ ألف", 3_200_000),
    ],
)
def test_reads_what_the_generator_does_not_write(text: str, number: int) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(("text", "number"), [("خمسة فاصلة سبعة", "5.7"), ("تسعة ونصف", "9.5"), ("ثلاثة وربع", "3.25")])
def test_reads_fractions(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "كتاب",
        "ثلاثة كتب",
        "خمسة ستة",
        "مليون سيارة",
        "وحيد",
        "بألف ليلة",
        "عشرون وثلاثون",
        "ثلاثة وأربعة وخمسة",
        "ألف باء",
        "تسعين في",
        "سبعون بابا",
    ],
)
def test_one_number_or_none(text: str) -> None:
    assert read_number(text) is None
