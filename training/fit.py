"""Choices in, the weights out that make the right candidates likeliest: a conditional logit with a quadratic penalty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from pipeline.context.packed import BETWEEN
from pipeline.context.weigh import UNIT, Feature

from .examples import Choice
from .tables import Table

# a feature seen in fewer choices is chance
SEEN = 3
STEPS = 200


def fit(choices: Sequence[Choice], penalty: float, least: int = 100, rounds: int = 1) -> Table:
    """The weights in thousandths, those below ``least`` left out; ``rounds``: how often each choice is among them. The same
    choices give the same weights."""
    counts = Counter(feature for choice in choices for feature in {f for features in choice.candidates for f in features})
    names = sorted(feature for feature, count in counts.items() if count >= SEEN * rounds)
    place = {feature: at for at, feature in enumerate(names)}
    found = _solve(_matrix(choices, place), choices, penalty * rounds)
    rounded = np.rint(found * UNIT).astype(int)
    return {BETWEEN.join(feature): int(value) for feature, value in zip(names, rounded, strict=True) if abs(value) >= least}


def _matrix(choices: Sequence[Choice], place: dict[Feature, int]) -> csr_matrix:
    """A row for each candidate of each choice, a column for each feature."""
    columns: list[int] = []
    ends = [0]
    for choice in choices:
        for features in choice.candidates:
            columns += sorted({place[feature] for feature in features if feature in place})
            ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, len(place)))


def _solve(rows: csr_matrix, choices: Sequence[Choice], penalty: float) -> NDArray[np.float64]:
    """The weight of each column of ``rows``, which are the candidates of all choices, one after the other, by features: what
    makes the right candidates' shares largest, less the penalty on squares."""
    sizes = np.array([len(choice.right) for choice in choices])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(choices)), sizes)
    right = np.concatenate([choice.right for choice in choices]).astype(float)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        # the highest score is taken off before exp, which would overflow
        scores = rows @ weights
        shares = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        every, some = np.add.reduceat(shares, starts), np.add.reduceat(shares * right, starts) + 1e-12
        slope = rows.T @ (shares / every[group] - shares * right / some[group]) + penalty * weights
        return -np.log(some / every).sum() + penalty / 2 * (weights @ weights), slope

    found: NDArray[np.float64] = minimize(
        loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
    ).x
    return found
