"""The words of money: forms, families, signs, countries; CLDR's names resolve."""

import json
from typing import Any

import pytest

from pipeline.lexicon import build_cldr
from pipeline.lexicon.money import Noun, load_money
from pipeline.lexicon.numbers import number_words
from pipeline.text.normalize import normalize

MONEY = load_money()
CLDR: dict[str, Any] = json.loads(build_cldr.CLDR_PATH.read_bytes())
ARAB = "AED BHD DJF DZD EGP IQD JOD KMF KWD LBP LYD MAD MRU OMR QAR SAR SDG SOS SYP TND YER ILS".split()
G20 = "ARS AUD BRL CAD CNY EUR GBP IDR INR JPY KRW MXN RUB SAR TRY USD ZAR".split()


def norm(text: str) -> str:
    return normalize(text).text


def nouns(word: str) -> set[tuple[str, bool]]:
    return {(noun.family, noun.minor) for noun in MONEY.nouns.get(norm(word), ())}


def code_of(name: str) -> str | None:
    """What a full name states: its noun, and what follows it."""
    first, *rest = norm(name).split()
    family = next(MONEY.families[noun.family] for noun in MONEY.nouns[first] if not noun.minor)
    found = family.qualify(rest)
    if found is None:
        return family.default
    return found.code


def test_cldr_is_babels() -> None:
    assert build_cldr.build_cldr() == CLDR, "python -m pipeline.lexicon.build_cldr rewrites it"


@pytest.mark.parametrize("code", sorted({*ARAB, *G20}))
def test_every_name_in_cldr_resolves(code: str) -> None:
    for name in CLDR["names"][code]:
        assert code_of(name) == code, name


@pytest.mark.parametrize("code", sorted(set(CLDR["symbols"]) & {*ARAB, *G20}))
def test_every_sign_in_cldr_is_known(code: str) -> None:
    for sign in CLDR["symbols"][code]:
        if len(sign) < 3 and sign.isalpha():
            continue  # S is no shilling in running text, nor CF a franc
        symbol = MONEY.symbols[norm(sign)]
        family = MONEY.families[symbol.family] if symbol.family else None
        assert symbol.code == code or (family is not None and code in family.codes), sign


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("دينارا كويتيا", "KWD"),
        ("الدنانير الأردنية", "JOD"),
        ("ديناران تونسيان", "TND"),
        ("دينار صربي", "RSD"),
        ("جنيه إسترليني", "GBP"),
        ("جنيها استرلينيا", "GBP"),
        ("جنيهات مصرية", "EGP"),
        ("جنيه جنوب سوداني", "SSP"),
        ("جنيه", None),
        ("جنيه فلسطيني", ""),
        ("ليرة عثمانية", ""),
        ("الليرة التركية", "TRY"),
        ("ليرة إيطالية", "ITL"),
        ("دولار", "USD"),
        ("دولارا أميركيا", "USD"),
        ("الدولارات الكندية", "CAD"),
        ("دولار هونغ كونغ", "HKD"),
        ("ريال برازيلي", "BRL"),
        ("ريالات يمنية", "YER"),
        ("ريال عُمانى", "OMR"),
        ("فرنك فرنسي", "FRF"),
        ("فرنك غرب أفريقي", "XOF"),
        ("وون كوري شمالي", "KPW"),
        ("وون", "KRW"),
        ("مارك ألماني", "DEM"),
        ("ماركا فنلنديا", "FIM"),
        ("أوقية جديدة", "MRU"),
        ("أوقية موريتانية قديمة", "MRO"),
        ("شلن صومالي", "SOS"),
        ("شلن نمساوي", "ATS"),
        ("كرونة سويدية", "SEK"),
        ("روبية باكستانية", "PKR"),
        ("درهم إماراتي", "AED"),
        ("درهما مغربيا", "MAD"),
        ("راند", "ZAR"),
        ("رينجيت", "MYR"),
        ("شواقل", "ILS"),
        ("أورو", "EUR"),
        ("باوند", "GBP"),
        ("تومان", ""),
        ("نايرا", "NGN"),
        ("دولار بربادوسي", "BBD"),
    ],
)
def test_names_people_write(name: str, code: str | None) -> None:
    assert code_of(name) == code


def test_a_phrase_may_only_narrow_the_family() -> None:
    found = MONEY.families["فرنك"].qualify(["الافريقي"])
    assert found is not None
    assert found.code is None
    assert MONEY.families[found.family].codes == ("XOF", "XAF")


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("دولار", Noun("دولار", 0, False, "", False, False)),
        ("دولارًا", Noun("دولار", 0, False, "", False, False)),
        ("دولارين", Noun("دولار", 2, False, "", False, False)),
        ("والدولارات", Noun("دولار", 0, False, "وال", True, False)),
        ("ليرتان", Noun("ليره", 2, False, "", False, False)),
        ("عالليرة", Noun("ليره", 0, False, "عال", False, False)),
        ("بدينار", Noun("دينار", 0, False, "ب", False, False)),
        ("لليوان", Noun("يوان", 0, False, "لل", False, False)),
        ("هللتين", Noun("هلله", 2, True, "", False, False)),
        ("سنتين", Noun("سنت", 2, True, "", False, True)),
        ("الين", Noun("ين", 0, False, "ال", False, True)),
        ("قروش", Noun("قرش", 0, True, "", True, False)),
    ],
)
def test_forms(word: str, noun: Noun) -> None:
    assert MONEY.nouns[norm(word)] == (noun,)


def test_a_word_may_name_a_main_unit_and_a_part() -> None:
    assert nouns("درهم") == {("درهم", False), ("درهم", True)}
    assert nouns("للدراهم") == {("درهم", False), ("درهم", True)}
    assert MONEY.minor_units["LYD"] == {"درهم": 1000}
    assert MONEY.minor_units["QAR"] == {"درهم": 100}
    assert MONEY.minor_units["JOD"] == {"فلس": 1000, "قرش": 100}


@pytest.mark.parametrize(
    "word", ["بين", "وبات", "لبات", "وسول", "كبير", "دولاري", "ليونان", "لليونان", "ليوان", "سنتي", "بليو", "مال"]
)
def test_other_words_are_no_money(word: str) -> None:
    assert all(noun.weak and noun.count == 2 for noun in MONEY.nouns.get(norm(word), ()))


def test_no_number_word_is_money() -> None:
    assert not MONEY.nouns.keys() & number_words().keys()


@pytest.mark.parametrize(
    ("unit", "words", "code"),
    [
        ("سنت", ["كندي"], "CAD"),
        ("سنتيم", ["مغربي"], "MAD"),
        ("قرش", ["مصريا"], "EGP"),
        ("فلس", ["كويتي"], "KWD"),
        ("بيسه", ["هنديه"], "INR"),
    ],
)
def test_parts_of_units_take_adjectives(unit: str, words: list[str], code: str) -> None:
    found = MONEY.minors[unit].qualify(words)
    assert found is not None
    assert found.code == code


def test_bare_parts() -> None:
    defaults = {name: minor.default for name, minor in MONEY.minors.items()}
    assert defaults["سنت"] == "USD"
    assert defaults["هلله"] == "SAR"
    assert defaults["بيسه"] == "OMR"
    assert defaults["قرش"] is None
    assert MONEY.minors["مليم"].by_country == {"EG": "EGP", "TN": "TND"}


@pytest.mark.parametrize(
    ("sign", "code", "family", "power", "weak"),
    [
        ("$", "USD", None, 0, False),
        ("CA$", "CAD", None, 0, False),
        ("£E", "EGP", None, 0, False),
        ("£", "GBP", None, 0, False),
        ("\u20c1", "SAR", None, 0, False),
        ("ر.س", "SAR", None, 0, False),
        ("ر.س.\u200f", "SAR", None, 0, False),
        ("دج", "DZD", None, 0, False),
        ("م.د", "TND", None, 6, True),
        ("ج", None, "جنيه", 0, True),
        ("د.إ", None, "د.ا", 0, False),
        ("KWD", "KWD", None, 0, False),
        ("ALL", "ALL", None, 0, True),
        ("R$", "BRL", None, 0, False),
    ],
)
def test_signs(sign: str, code: str | None, family: str | None, power: int, weak: bool) -> None:
    assert MONEY.symbols[norm(sign)] == (code, family, power, weak)


def test_signs_of_parts_and_spellings() -> None:
    assert MONEY.minor_symbols["¢"] == "سنت"
    assert MONEY.spelled == {"د.إ": "AED", "د.أ": "JOD"}
    assert MONEY.families["د.ا"].codes == ("AED", "JOD")


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("بالكويت", "KW"),
        ("الكويتية", "KW"),
        ("الرباط", "MA"),
        ("للمغرب", "MA"),
        ("المغربي", "MA"),
        ("ومصر", "EG"),
        ("الأميركيين", "US"),
    ],
)
def test_words_of_countries(word: str, country: str) -> None:
    assert MONEY.countries[norm(word)] == country
    assert len(MONEY.currency_of_country[country]) == 3


@pytest.mark.parametrize("word", ["عمان", "طرابلس", "مالي", "المالية", "تركي", "اليمنى", "بقطر", "كوبا", "سيول", "جدة", "قمرية"])
def test_shared_words_name_no_country(word: str) -> None:
    assert norm(word) not in MONEY.countries


def test_phrases_of_countries() -> None:
    assert MONEY.country_phrases[("الدار", "البيضاء")] == "MA"
    assert MONEY.country_phrases[("جنوب", "السودان")] == "SS"
    assert MONEY.country_phrases[("مسقط", "راسه")] == ""


def test_every_key_is_normal() -> None:
    keys = [*MONEY.nouns, *MONEY.families, *MONEY.minors, *MONEY.symbols, *MONEY.countries]
    keys += [word for family in MONEY.families.values() for word in family.by_qualifier]
    keys += [word for phrase in MONEY.country_phrases for word in phrase]
    assert [key for key in keys if norm(key) != key] == []


def test_every_code_has_three_capitals() -> None:
    codes = {
        code
        for family in (*MONEY.families.values(), *MONEY.minors.values())
        for code in (*family.codes, *family.by_qualifier.values())
    }
    assert all(code == "" or (len(code) == 3 and code.isupper()) for code in codes | set(MONEY.minor_units))
