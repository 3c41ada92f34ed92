"""What holds for every text whatever is in it: a text in, the laws that it breaks out. hypothesis and atheris both ask here."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from pipeline.canonical import KINDS, document_dict, source_of
from pipeline.claims import dump, load
from pipeline.flow import claim_dicts, parse_everything
from pipeline.lexicon.numbers import number_words
from pipeline.numbers.number import VULGAR
from pipeline.text.normalize import normalize
from pipeline.text.tokens import WORD, cut, is_digits, kind_of

NUMBERS = ("value", "low", "high")
# these move the point and leave the digits as they are
MAGNITUDES = ("scale", "plural")
PERCENT = (*MAGNITUDES, "hundred", "hundred_plural")
PUBLISHED = "2024-05-06"


def broken(text: str) -> list[str]:
    """A line for each law that a text breaks. An exception of the extractor is not caught."""
    claims = claim_dicts(text, published=PUBLISHED)
    lines = [*_spans(text, claims), *_overlaps(claims), *_values(claims), *_normal_form(text)]
    lines += _paragraphs(text, claims)
    lines += _canonical(text, claims)
    if parse_everything(text, published=PUBLISHED) != claims:
        lines.append("the scan for triggers loses or adds claims")
    every = claim_dicts(text, published=PUBLISHED, kinds=KINDS)
    lines += [f"with numbers: {line}" for line in (*_spans(text, every), *_overlaps(every))]
    return lines


def _spans(text: str, claims: list[dict[str, Any]]) -> Iterator[str]:
    """Every span slices back to its words, and the claim stands in its sentence."""
    for claim in claims:
        spans = {
            "claim": claim,
            **{name: value for name, value in claim["context"].items() if name != "when" and type(value) is dict},
        }
        for name, span in spans.items():
            if not 0 <= span["start"] < span["end"] <= len(text) or text[span["start"] : span["end"]] != span["text"]:
                yield f"{claim['kind']} {claim['text']!r}: {name} {span['start']}-{span['end']} is not {span['text']!r}"
        sentence = claim["context"]["sentence"]
        if not sentence["start"] <= claim["start"] < claim["end"] <= sentence["end"]:
            yield f"{claim['kind']} {claim['text']!r} stands outside its sentence"


def _overlaps(claims: list[dict[str, Any]]) -> Iterator[str]:
    for kind in KINDS:
        spans = sorted((claim["start"], claim["end"]) for claim in claims if claim["kind"] == kind)
        for first, second in pairwise(spans):
            if first[1] > second[0]:
                yield f"two claims of kind {kind} overlap: {first}, {second}"
    ids = [claim["id"] for claim in claims]
    if len(set(ids)) < len(ids) and len(ids) < 1000:  # 32 bits of hash: equal ones by chance are possible among very many
        yield "two claims have one id"


def _values(claims: list[dict[str, Any]]) -> Iterator[str]:
    """Values are finite; where they are written in digits, those digits are theirs."""
    for claim in claims:
        values = [Decimal(claim[name]) for name in NUMBERS if name in claim]
        if not all(value.is_finite() for value in values) or not all(
            set(claim[name]) <= set("-.0123456789") for name in NUMBERS if name in claim
        ):
            yield f"{claim['kind']} {claim['text']!r}: {values} are no finite numbers"
        if "low" in claim and Decimal(claim["low"]) > Decimal(claim["high"]) and claim["kind"] == "year":
            yield f"year {claim['text']!r}: {claim['low']} is after {claim['high']}"
        known = _digits_of(claim)
        for value in values if known is not None else ():
            if not _supported(value, known or []):
                yield f"{claim['kind']} {claim['text']!r}: no digits of {value}"


def _digits_of(claim: dict[str, Any]) -> list[str] | None:
    """The runs of digits of a claim that is written in digits and magnitudes alone; None where it is written otherwise."""
    text = normalize(claim["text"]).text
    words = cut(text).words
    entries = [entry for entry in (number_words().get(word) for word in words) if entry is not None]
    runs = ["".join(char for char in word if char.isdecimal()) for word in words if is_digits(word)]
    decade = claim["kind"] == "year" and "low" in claim and Decimal(claim["high"]) - Decimal(claim["low"]) in (9, 99)
    allowed = PERCENT if claim["kind"] == "percent" else MAGNITUDES
    several = claim["kind"] == "money" and "value" in claim and len(words) > len(runs) > 1  # 5 دولارات و120 سنتا is a sum
    if (
        not runs
        or decade
        or several
        or any(sign in text for sign in VULGAR)
        or any(entry.role not in allowed or entry.joined for entry in entries)
    ):
        return None
    if claim["kind"] == "money" and kind_of(words[0]) == WORD and not entries:
        return None  # دولار و20 سنتا
    return [*runs, "1"] if entries else runs  # مليون alone is one million


def _supported(value: Decimal, runs: list[str]) -> bool:
    """Whether a value is made of the digits of some of the runs: one run, its tail (2017/18)."""
    digits = format(value, "f").replace(".", "").lstrip("-")
    if any(_significant(run) == _significant(digits) or digits.endswith(run) for run in runs):
        return True
    return set(digits) - {"0"} <= set("".join(runs))


def _significant(digits: str) -> str:
    return digits.strip("0")


def _normal_form(text: str) -> Iterator[str]:
    page = normalize(text)
    if normalize(page.text).text != page.text:
        yield "normalizing again changes the text"
    marks = [page.raw_index(at) for at in range(len(page.text) + 1)]
    if any(first > second for first, second in pairwise(marks)):
        yield "the way back to the source turns round"


def _paragraphs(text: str, claims: list[dict[str, Any]]) -> Iterator[str]:
    """A paragraph alone has the claims that it has in the document.

    Facts of the whole document aside: currencies and decimal signs are settled by other paragraphs, an elided amount is one
    because of an amount before it.
    """
    paragraphs = text.split("\n")
    if len(paragraphs) < 2:
        return
    alone, at = [], 0
    for paragraph in paragraphs:
        alone += [_bare(claim, at) for claim in claim_dicts(paragraph, published=PUBLISHED) if "elided" not in claim]
        at += len(paragraph) + 1
    together = [_bare(claim, 0) for claim in claims if "elided" not in claim]
    if sorted(alone) != sorted(together):
        yield f"paragraphs alone: {sorted(set(alone) ^ set(together))}"


def _bare(claim: dict[str, Any], shift: int) -> tuple[int, int, str]:
    return claim["start"] + shift, claim["end"] + shift, claim["kind"]


def _canonical(text: str, claims: list[dict[str, Any]]) -> Iterator[str]:
    data = dump(document_dict(source_of(text, "-"), claims))
    document = load(data, "-")
    if dump(document) != data or len(document.claims) != len(claims):
        yield "the canonical JSON loads back as something else"
