"""A grammar of whole sentences with known answers: in (a random source), out a text and the claims that stand in it.

Its tables are its own, apart from the extractor's lexicon; what it writes is ordinary, well-formed Arabic of the news, the
encyclopedia and the notice board, with numbers that are no claims between the claims.

``python -m tests.grammar [COUNT] [SEED]`` checks COUNT (50,000) sentences and prints those that come out wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from . import grammar_clauses as clauses
from .grammar_forms import Sentence
from .grammar_tables import NOISE

# The more common a clause, the oftener it stands here.
PARTS = (
    *[clauses.money] * 4,
    clauses.money_range,
    clauses.money_change,
    clauses.money_with_subunit,
    clauses.money_converted,
    *[clauses.percent] * 3,
    clauses.percent_range,
    clauses.percent_change,
    clauses.percent_groups,
    *[clauses.year] * 2,
    clauses.year_range,
    clauses.other_year,
    clauses.year_in_date,
    clauses.years_listed,
)


def sentence(rng: Random) -> Sentence:
    """One to three clauses of claims, a clause of other numbers between them now and then, and a stop."""
    s, style = Sentence(), rng.choice(("en", "en", "eu", "ar", "sp"))
    for i in range(rng.choice((1, 1, 2, 2, 3))):
        if i:
            s.say(rng.choice(("، و", "؛ و", "، كما ", "، بينما ")))
        rng.choice(PARTS)(s, style, rng)
        if rng.random() < 0.35:
            s.say(rng.choice(("، و", "، كما ")) + rng.choice(NOISE))
    s.say(".")
    return s


def differences(expected: Sentence) -> list[str]:
    """What the extractor says otherwise of one sentence; nothing where all agrees."""
    from pipeline.flow import claim_dicts

    found = claim_dicts(expected.text, context=False)
    spans = {(a["start"], a["end"], a["kind"]): a for a in expected.answers}
    got = {(c["start"], c["end"], c["kind"]): c for c in found}
    out = [f"missing {expected.text[a:b]!r}" for a, b, k in spans.keys() - got.keys()]
    out += [f"unexpected {k} {expected.text[a:b]!r}" for a, b, k in got.keys() - spans.keys()]
    for key in sorted(spans.keys() & got.keys()):
        for name, wanted in spans[key].items():
            value = got[key].get(name)
            if (Decimal(value) if isinstance(wanted, Decimal) and value is not None else value) != wanted:
                out.append(f"{got[key]['text']!r}: {name} {wanted} wanted, got {value}")
    return sorted(out)


def failures(count: int, seed: int) -> Iterator[tuple[str, list[str]]]:
    rng = Random(seed)
    for _ in range(count):
        s = sentence(rng)
        wrong = differences(s)
        if wrong:
            yield s.text, wrong


if __name__ == "__main__":
    arguments = [int(a) for a in sys.argv[1:]]
    total, seed_ = [*arguments, *(50_000, 1)[len(arguments) :]]
    bad = list(failures(total, seed_))
    for text_, wrong_ in bad[:60]:
        sys.stdout.write("\n  ".join([text_, *wrong_]) + "\n")
    sys.stdout.write(f"{total - len(bad)} of {total} sentences right\n")
    sys.exit(bool(bad))
