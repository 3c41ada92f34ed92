"""The countries that a document names in, the money of a family that they tell out."""

from __future__ import annotations

from collections import Counter

from .lexicon.money_types import Family


def country_of(family: Family, codes: list[str], countries: Counter[str], open_names: Counter[tuple[str, ...]]) -> str | None:
    """The currency of the country of this family that the document names most often; none where two are named equally."""
    votes: Counter[str] = Counter()
    for country, count in countries.items():
        code = family.by_country.get(country)
        if code in codes and code is not None:
            votes[code] += count
    ranked = (votes or _shared(family, codes, countries, open_names)).most_common(2)
    if not ranked or len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
        return None
    return ranked[0][0]


def _shared(family: Family, codes: list[str], countries: Counter[str], open_names: Counter[tuple[str, ...]]) -> Counter[str]:
    """What a name of two countries tells where one alone pays so: a dinar in عمان is Jordan's, a rial Oman's. Where the
    document speaks of one of the two, the name is that one's."""
    votes: Counter[str] = Counter()
    for owners, count in open_names.items():
        spoken = [owner for owner in owners if countries[owner]] or owners
        paid = {family.by_country[owner] for owner in spoken if owner in family.by_country} & set(codes)
        if len(paid) == 1:
            votes[paid.pop()] += count
    return votes
