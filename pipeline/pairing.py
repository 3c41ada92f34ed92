"""Which extracted claim stands for which claim of the fixture. In: two lists of claims; out: pairs and what is left of each.

Claims of one kind are paired by id, then by equal span, then by the largest overlap; where the text was edited, by id, then by
their words in order. Each claim is in one pair at most, and the result does not depend on the order of the input.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable

from .claims import Claim

Pairing = tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]


def pair(fixture: Iterable[Claim], extracted: Iterable[Claim], edited: bool) -> Pairing:
    """(pairs, the fixture's claims left alone, the extracted ones left alone). ``edited``: offsets say nothing."""
    left, right = sorted(fixture, key=place), sorted(extracted, key=place)
    pairs, left, right = _pair_by(_id, left, right)
    for stage in (_pair_by_words,) if edited else (_pair_by_span, _pair_by_overlap):
        found, left, right = stage(left, right)
        pairs += found
    return pairs, left, right


def place(claim: Claim) -> tuple[int, int, str]:
    """The order of claims in a document."""
    return claim.start, claim.end, claim.kind


def _id(claim: Claim) -> Hashable:
    return claim.kind, claim.id


def _pair_by_words(left: list[Claim], right: list[Claim]) -> Pairing:
    return _pair_by(lambda claim: (claim.kind, claim.text), left, right)


def _pair_by_span(left: list[Claim], right: list[Claim]) -> Pairing:
    return _pair_by(lambda claim: (claim.kind, claim.start, claim.end), left, right)


def _pair_by(key: Callable[[Claim], Hashable], left: list[Claim], right: list[Claim]) -> Pairing:
    waiting: defaultdict[Hashable, deque[Claim]] = defaultdict(deque)
    for claim in right:
        waiting[key(claim)].append(claim)
    pairs, alone = [], []
    for claim in left:
        same = waiting.get(key(claim))
        if same:
            pairs.append((claim, same.popleft()))
        else:
            alone.append(claim)
    return pairs, alone, sorted((claim for rest in waiting.values() for claim in rest), key=place)


def _pair_by_overlap(left: list[Claim], right: list[Claim]) -> Pairing:
    """The pairs that share most characters first, earlier claims before later ones."""
    overlaps = sorted(
        (max(a.start, b.start) - min(a.end, b.end), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if a.kind == b.kind and a.start < b.end and b.start < a.end
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in overlaps:
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return (
        [(left[i], right[j]) for i, j in sorted(chosen.items())],
        [claim for i, claim in enumerate(left) if i not in chosen],
        [claim for j, claim in enumerate(right) if j not in taken],
    )
