"""Facts that hold for the whole document: mentions in, mentions with their currency settled out.

A currency that is only named by its family (ريال) is settled by what stands beside it, by the caller's region, by a full name
elsewhere in the document, then by the country that the document speaks of; else its candidates are reported. An amount without
any unit (``من 7 إلى 9 ملايين`` beside dollars) takes the currency of the amount before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from decimal import Decimal

from .extractors.base import Amount, Mention
from .extractors.three_places import THREE_PLACES, grouped, three_places
from .lands import country_of
from .lexicon.money import Family, load_money
from .lexicon.places import load_places
from .nearby import beside, priced
from .parts import divide, in_main, parted, power_of, with_odd
from .spoken import countries, currencies
from .text.normalize import NormalizedText

# characters between an amount and its conversion
CONVERSION = 30
# no money is worth more of its namesake
DEAREST = 10_000
_COMMA_THREE = re.compile(r"[0-9]{1,3},[0-9]{3}")


class Resolver:
    """Settles the currencies of one document's mentions, in reading order."""

    def __init__(self, page: NormalizedText, ends: list[int], region: str | None) -> None:
        self.page = page
        self.ends = ends
        self.region = region.upper() if region else None
        self.stated: Counter[str] = Counter()
        self.settled: Counter[str] = Counter()
        self.own: dict[int, str] = {}
        self.coined: set[int] = set()
        self.last: dict[str, Mention] = {}
        self._countries: tuple[Counter[str], Counter[tuple[str, ...]]] | None = None
        self._votes: Counter[str] | None = None

    def resolve(self, mentions: list[Mention]) -> None:
        """Adds ``currency``, ``currency_from`` or ``currency_candidates`` to the fields; converts minor units."""
        monies = [mention for mention in mentions if mention.money is not None]
        self.coined = {self._sentence(mention) for mention in monies if mention.money is not None and mention.money.minor}
        for mention in monies:
            code = self._stated(mention)
            if code:
                self.stated[code] += 1
        self._follow(monies)
        self._price(monies)
        for minor in (False, True):  # a minor unit follows the main one of its text
            for mention in monies:
                if mention.money is not None and bool(mention.money.minor) is minor:
                    self._settle(mention)

    def _price(self, monies: list[Mention]) -> None:
        """Finds the amounts that a money of their own family is priced at: by their start, that money, which they are not."""
        for mention in monies:
            amount = mention.money
            family = load_money().families.get(amount.family or "") if amount is not None and not amount.code else None
            if family is None or family.default is not None or mention.number is None or mention.number.scaled:
                continue
            code = priced(self.page.text, mention.start, mention.end, family)
            if code and mention.low is not None and mention.low < DEAREST:
                self.own[mention.start] = code

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
                code, origin = self._choose(family, amount, mention)
                if code is None and not amount.minor and (code := self._former(family, mention)):
                    divide(mention, family.parts[code])
                    origin = "context"
        if code:
            if amount.code and amount.family:
                self.last[amount.family] = mention
            mention.fields["currency"] = code
            mention.fields["currency_from"] = origin
            self.settled[code] += 1
        elif amount.code is None:
            self._candidates(mention, amount)
        self._convert(mention, amount, code)
        if code == "TND" and self.region == "TN" and not amount.minor:
            self._millimes(mention)
        if amount.minor or amount.odd_unit is not None:
            return
        if code in THREE_PLACES:
            three_places(self.page.text, mention, self._sentence(mention) in self.coined)
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

    def _choose(self, family: Family, amount: Amount, mention: Mention) -> tuple[str | None, str]:
        """The code of an open family. A minor unit's default gives way to a main currency that the document names."""
        codes = [code for code in parted(family, amount.odd_unit) if code != self.own.get(mention.start)]
        home = family.by_country.get(self.region or "")
        leaders = _leaders(self.votes, codes)
        if amount.minor and not leaders and home is None:
            leaders = _leaders(self.settled, codes)
        if amount.code and not leaders:
            return amount.code, "stated"
        near = self._beside(family, mention) if leaders and not amount.minor else None
        if home in codes and home is not None and not (amount.minor and len(leaders) == 1) and leaders != [home]:
            return (near, "context") if near in leaders and near else self._at_home(family, mention, home)
        if near in codes and near is not None:
            return near, "context"
        if len(leaders) == 1:
            return leaders[0], "context"
        told = country_of(family, [code for code in codes if code not in self.foreign], *self.countries)
        if told:
            return told, "context"
        if len(codes) == 1:
            return codes[0], "stated"
        return (home, "default") if home else (None, "stated")

    def _at_home(self, family: Family, mention: Mention, home: str) -> tuple[str, str]:
        """The money of the caller's region, unless the text plainly speaks of another one's: by the full name before it in its
        sentence, or one before in a text that never speaks of home."""
        origin = "context" if self.votes[home] else "default"
        last = self.last.get(family.name)
        code = last.money.code if last is not None and last.money is not None else None
        if last is None or not code or code == home or self._converts(last, mention):
            return home, origin
        if self._sentence(last) == self._sentence(mention):
            return code, "context"
        spoken = Counter[str]()
        for country, count in self.countries[0].items():
            spoken[family.by_country.get(country, "")] += count
        return (code, "context") if not spoken[home] and spoken[code] > self.votes[code] else (home, origin)

    def _sentence(self, mention: Mention) -> int:
        return bisect_right(self.ends, mention.start)

    def _beside(self, family: Family, mention: Mention) -> str | None:
        index = self._sentence(mention)
        bounds = self.ends[index - 1] if index else 0, self.ends[index]
        return beside(self.page.text, mention.start, mention.end, bounds, family)

    def _former(self, family: Family, mention: Mention) -> str | None:
        """A main unit that this one was a part of, where the document speaks of it or of its country, and names no other; or
        still is (150 درهما in Libya), where they make no whole one."""
        owned = load_places().currency
        told = {code for code in family.parts if self.votes[code]}
        told |= {owned[country] for country in self.countries[0] if owned.get(country) in family.parts}
        code = told.pop() if len(told) == 1 else None
        most = mention.high if mention.high is not None else mention.low
        whole = code is not None and family.name in load_money().minors and most is not None and most >= family.parts[code]
        return None if whole else code

    @property
    def foreign(self) -> set[str]:
        """The moneys that are only priced here."""
        return set(self.own.values()) - self.stated.keys()

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
            named = currencies(self.page.text)
            self._votes = self.stated | Counter({code: count for code, count in named.items() if code not in self.foreign})
        return self._votes

    def _candidates(self, mention: Mention, amount: Amount) -> None:
        money = load_money()
        family = (money.minors if amount.minor else money.families).get(amount.minor or amount.family or "")
        if family is not None and family.codes:
            mention.fields["currency_candidates"] = parted(family, amount.odd_unit) or list(family.codes)

    def _convert(self, mention: Mention, amount: Amount, code: str | None) -> None:
        if amount.minor and not amount.whole:
            power = power_of(amount.minor, code)
            number = mention.number  # one that was told with its magnitude, or has that of the amount before it
            scaled = number is not None and (number.scaled or mention.low != number.value)
            if power and mention.low is not None:
                mention.low = in_main(mention.low, power, scaled)
                mention.high = in_main(mention.high, power, scaled) if mention.high is not None else None
        if amount.odd_unit is not None:
            mention.low = with_odd(mention.low, amount.odd, amount, code)
            mention.high = with_odd(mention.high, amount.odd_high, amount, code)


def _leaders(votes: Counter[str], codes: list[str]) -> list[str]:
    """The codes among these that are named most often."""
    best = max((votes[code] for code in codes), default=0)
    return [code for code in codes if best and votes[code] == best]
