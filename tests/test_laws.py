"""What holds for every text: the laws of tests/fuzz/laws.py on generated text, on the seeds, on the committed fuzz corpus."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.flow import claim_dicts

from .fuzz.laws import broken
from .fuzz.text import FRAGMENTS, bytes_of, text_of
from .strategies import texts

CORPUS = sorted((Path(__file__).parent / "fuzz" / "corpus").iterdir())
SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
UNHURRIED = settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@UNHURRIED
@given(texts())
def test_laws_on_generated_text(text: str) -> None:
    assert broken(text) == []


@UNHURRIED
@given(st.text(max_size=60))
def test_laws_on_any_text(text: str) -> None:
    assert broken(text) == []


def test_laws_on_fragments() -> None:
    """What atheris mutates, drawn at random: cheap, so that there are many."""
    rng = Random(8)
    for _ in range(4000):
        text = "".join(rng.choice(("", " ", " ", " ")) + rng.choice(FRAGMENTS) for _ in range(rng.choice((3, 6, 12))))
        assert broken(text) == [], text


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_laws_on_the_fuzz_corpus(path: Path) -> None:
    assert broken(text_of(path.read_bytes())) == []


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_laws_on_seeds(path: Path) -> None:
    """Whole, backwards by paragraph, without its line ends, and cut anywhere."""
    text = path.read_text(encoding="utf-8")
    rng = Random(3)
    cuts = [text[: rng.randrange(len(text))] for _ in range(6)]
    for variant in (text, "\n".join(reversed(text.split("\n"))), text.replace("\n", " "), text.replace(".", ""), *cuts):
        assert broken(variant) == []


def test_a_repeated_sentence_gives_ids_that_differ() -> None:
    claims = claim_dicts("بلغ 5%\nبلغ 5%\nبلغ 5% و5%")
    assert len({claim["id"] for claim in claims}) == len(claims) == 4


def test_half_a_surrogate_pair_ends_a_line() -> None:
    text = "بلغ السعر 5 دولارات\ud83d و7%"
    claims = claim_dicts(text)
    assert [claim["text"] for claim in claims] == ["5 دولارات", "7%"]
    assert [claim["context"]["sentence"]["text"] for claim in claims] == ["بلغ السعر 5 دولارات", "و7%"]


def test_order_of_documents_does_not_matter() -> None:
    """What one document says leaves no trace in the next one's claims."""
    documents = [path.read_text(encoding="utf-8") for path in SEEDS] + [text_of(path.read_bytes()) for path in CORPUS]
    first = [claim_dicts(text) for text in documents]
    assert [claim_dicts(text) for text in reversed(documents)] == first[::-1]


def test_bytes_and_text_of_the_fuzz_target() -> None:
    for text in ("", "5%", "بلغ\ud8ff".replace("\ud8ff", "\udcff")):
        assert text_of(bytes_of(text)) == text
    assert text_of(b"") == ""
    assert text_of(b"\x00\x00\x00\x01\x01") == FRAGMENTS[0] + " " + FRAGMENTS[1]
