"""Facts that hold for the whole document: mentions in, mentions with their currency settled out.

A currency that is only named by its family (ريال) is settled by a full name elsewhere in the document, then by the country
that the document speaks of, then by the caller's region; else its candidates are reported. An amount without any unit
(``من 7 إلى 9 ملايين`` beside dollars) takes the currency of the amount before it.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from .extractors.base import Amount, Mention
from .extractors.three_places import THREE_PLACES, grouped, three_places
from .lexicon.money import Family, load_money
from .lexicon.places import load_places
from .numbers.number import times
from .spoken import countries, currencies
from .text.normalize import NormalizedText

# characters between an amount and its conversion
CONVERSION = 30
_COMMA_THREE = re.compile(r"[0-9]{1,3},[0-9]{3}")


class Resolver:
    """Settles the currencies of one document's mentions, in reading order."""

    def __init__(self, page: NormalizedText, region: str | None) -> None:
        self.page = page
        self.region = region.upper() if region else None
        self.stated: Counter[str] = Counter()
        self._countries: tuple[Counter[str], Counter[tuple[str, ...]]] | None = None
        self._votes: Counter[str] | None = None

    def resolve(self, mentions: list[Mention]) -> None:
        """Adds ``currency``, ``currency_from`` or ``currency_candidates`` to the fields; converts minor units."""
        monies = [mention for mention in mentions if mention.money is not None]
        for mention in monies:
            code = self._stated(mention)
            if code:
                self.stated[code] += 1
        self._follow(monies)
        for mention in monies:
            self._settle(mention)

    def _follow(self, mentions: list[Mention]) -> None:
        """After دولار كندي a bare دولار is Canadian too, where the text never says the currency of the bare word in full; what
        stands in brackets after it is the conversion."""
        said: dict[str, str] = {}
        full = {amount.code for mention in mentions if (amount := mention.money) is not None and amount.full}
        last: Mention | None = None
        for mention in mentions:
            amount = mention.money
            family = load_money().families.get(amount.family or "") if amount is not None and not amount.minor else None
            if amount is None or family is None or not family.default:
                last = mention
                continue
            told = said.get(family.name)
            if amount.full and amount.code and amount.code != family.default:
                said[family.name] = amount.code
            elif told and amount.code == family.default and family.default not in full and not self._converts(last, mention):
                amount.code, amount.inferred = told, True
            last = mention

    def _converts(self, last: Mention | None, mention: Mention) -> bool:
        between = self.page.text[last.end : mention.start] if last is not None else ""
        return len(between) < CONVERSION and ("(" in between or "يعادل" in between or "يساوي" in between)

    def _stated(self, mention: Mention) -> str | None:
        """The code that the amount itself names, by an abbreviation that only the source's spelling tells apart too."""
        amount = mention.money
        if amount is None or amount.code is not None:
            return amount.code if amount is not None else None
        raw = self.page.to_raw(mention.start, mention.end)
        text = self.page.raw[raw.start : raw.end].replace(" ", "")
        for sign, code in load_money().spelled.items():
            if sign in text or sign.rstrip(".") in text:
                amount.code = code
                return code
        return None

    def _settle(self, mention: Mention) -> None:
        """Writes one amount's currency, and its value where that depends on it."""
        amount, money = mention.money, load_money()
        if amount is None:
            return
        code, origin = amount.code, "default" if amount.assumed else "context" if amount.inferred else "stated"
        if code is None or amount.minor and code:
            family = (money.minors if amount.minor else money.families).get(amount.minor or amount.family or "")
            if family is not None:
                code, origin = self._choose(family, amount)
                if code is None and not amount.minor and (code := self._former(family)):
                    _divide(mention, family.parts[code])
                    origin = "context"
        if code:
            mention.fields["currency"] = code
            mention.fields["currency_from"] = origin
        elif amount.code is None:
            self._candidates(mention, amount)
        self._convert(mention, amount, code)
        if code == "TND" and self.region == "TN" and not amount.minor:
            self._millimes(mention)
        if amount.minor or amount.odd is not None:
            return
        if code in THREE_PLACES:
            three_places(self.page.text, mention)
        elif THREE_PLACES.isdisjoint(mention.fields.get("currency_candidates", ())):
            grouped(self.page.text, mention)

    def _millimes(self, mention: Mention) -> None:
        """89,900 د in Tunisia is 89 dinars and 900 millimes: a decimal comma, three places."""
        number = mention.number
        if number is None or number.scaled or mention.high is not None:
            return
        raw = self.page.to_raw(number.start, number.end)
        text = self.page.raw[raw.start : raw.end]
        if _COMMA_THREE.fullmatch(text):
            mention.low = Decimal(text.replace(",", "."))

    def _choose(self, family: Family, amount: Amount) -> tuple[str | None, str]:
        """The code of an open family. A minor unit's default gives way to a main currency that the document names."""
        codes = _parted(family, amount.odd_unit)
        named = [(count, code) for code, count in self.votes.items() if code in codes]
        best = max(named)[0] if named else 0
        leaders = [code for count, code in named if count == best]
        if amount.code and not leaders:
            return amount.code, "stated"
        if len(leaders) == 1:
            return leaders[0], "context"
        home = family.by_country.get(self.region or "")
        if home and home in (leaders or codes):
            return home, "default" if not leaders else "context"
        told = self._country(family, codes)
        if told:
            return told, "context"
        if len(codes) == 1:
            return codes[0], "stated"
        return (home, "default") if home else (None, "stated")

    def _former(self, family: Family) -> str | None:
        """A main unit that this one was a part of, where the document speaks of it or of its country, and names no other."""
        owned = load_places().currency
        told = {code for code in family.parts if self.votes[code]}
        told |= {owned[country] for country in self.countries[0] if owned.get(country) in family.parts}
        return told.pop() if len(told) == 1 else None

    def _country(self, family: Family, codes: list[str]) -> str | None:
        """The currency of the country of this family that the document names most often; none where two are named equally."""
        votes: Counter[str] = Counter()
        for country, count in self.countries[0].items():
            code = family.by_country.get(country)
            if code in codes and code is not None:
                votes[code] += count
        ranked = (votes or self._shared(family, codes)).most_common(2)
        if not ranked or len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
            return None
        return ranked[0][0]

    def _shared(self, family: Family, codes: list[str]) -> Counter[str]:
        """What a name of two countries tells where one alone pays so: a dinar in عمان is Jordan's, a rial Oman's. Where the
        document speaks of one of the two, the name is that one's."""
        votes: Counter[str] = Counter()
        for owners, count in self.countries[1].items():
            spoken = [owner for owner in owners if self.countries[0][owner]] or owners
            paid = {family.by_country[owner] for owner in spoken if owner in family.by_country} & set(codes)
            if len(paid) == 1:
                votes[paid.pop()] += count
        return votes

    # kept by hand: what mypyc makes of functools.cached_property keeps nothing
    @property
    def countries(self) -> tuple[Counter[str], Counter[tuple[str, ...]]]:
        """How often the document names each country, its people or its cities, and each name of several countries."""
        if self._countries is None:
            self._countries = countries(self.page.text)
        return self._countries

    @property
    def votes(self) -> Counter[str]:
        """How often the document says each currency, with a number or without (الريال اليمني)."""
        if self._votes is None:
            self._votes = self.stated | currencies(self.page.text)
        return self._votes

    def _candidates(self, mention: Mention, amount: Amount) -> None:
        money = load_money()
        family = (money.minors if amount.minor else money.families).get(amount.minor or amount.family or "")
        if family is not None and family.codes:
            mention.fields["currency_candidates"] = _parted(family, amount.odd_unit) or list(family.codes)

    def _convert(self, mention: Mention, amount: Amount, code: str | None) -> None:
        if amount.minor:
            power = _power(amount.minor, code)
            scaled = mention.number is not None and mention.number.scaled
            if power and mention.low is not None:
                mention.low = _minor(mention.low, power, scaled)
                mention.high = _minor(mention.high, power, scaled) if mention.high is not None else None
        if amount.odd is not None and mention.low is not None:
            power = _odd_power(amount, code, amount.odd)
            mention.low += amount.odd.scaleb(-power) if power else Decimal(0)


def _divide(mention: Mention, parts: int) -> None:
    """80 شلنا are four pounds."""
    mention.low = times(mention.low, 1 / Decimal(parts)) if mention.low is not None else None
    mention.high = times(mention.high, 1 / Decimal(parts)) if mention.high is not None else None


def _parted(family: Family, minor: str | None) -> list[str]:
    """The codes of a family whose money has this minor unit; all of them where none is told."""
    units = load_money().minor_units
    return [code for code in family.codes if minor in (None, "") or minor in units.get(code, {})]


def _odd_power(amount: Amount, code: str | None, odd: Decimal) -> int:
    """Of the minor unit beside a main one. 5 دنانير و250 فلسا: where all money that it may be has a thousand of these, the
    amount is told though the currency is not."""
    if not amount.odd_unit:
        return _default_power(code, odd)
    family = load_money().families.get(amount.family or "")
    if code or family is None:
        return _power(amount.odd_unit, code)
    powers = {_power(amount.odd_unit, each) for each in _parted(family, amount.odd_unit)}
    return powers.pop() if len(powers) == 1 else 0


def _power(minor: str | None, code: str | None) -> int:
    """How many decimal places a minor unit is worth: 2 for a cent, 3 for a fils of Kuwait."""
    money = load_money()
    family = money.minors.get(minor or "")
    if family is None:
        return 0
    parts = family.parts.get(code or "") or (next(iter(family.parts.values())) if len(set(family.parts.values())) == 1 else 0)
    return len(str(parts)) - 1 if parts else 0


def _default_power(code: str | None, odd: Decimal) -> int:
    """Of an unnamed minor unit (دينار و200): hundreds are of thousands."""
    parts = load_money().minor_units.get(code or "", {})
    return len(str(max(parts.values()))) - 1 if parts else 3 if odd >= 100 else 2


def _minor(value: Decimal, power: int, scaled: bool) -> Decimal:
    number = value.scaleb(-power)
    whole = number.to_integral_value()
    return whole if scaled and whole == number else number
