"""Sentences of a grammar with known answers, all of them read right: 3,000 here, 50,000 by ``python -m tests.grammar``."""

from __future__ import annotations

from random import Random

from .grammar import failures, sentence


def test_answers_stand_in_their_text() -> None:
    rng = Random(5)
    for _ in range(300):
        s = sentence(rng)
        assert s.answers
        for answer in s.answers:
            words = s.text[answer["start"] : answer["end"]]
            assert words == words.strip() != "", s.text


def test_same_seed_same_sentences() -> None:
    assert [sentence(Random(4)).text for _ in range(20)] == [sentence(Random(4)).text for _ in range(20)]


def test_every_sentence_is_read_right() -> None:
    wrong = list(failures(3_000, seed=1))
    assert not wrong, f"{len(wrong)} wrong\n" + "\n".join("\n  ".join([text, *lines]) for text, lines in wrong[:20])
