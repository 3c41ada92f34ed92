"""The committed table of characters is the one that camel_tools and Unicode give, and is what the normal form promises."""

import unicodedata

import pytest

from pipeline.text import charmap

TABLE = charmap.load_table()


def test_the_committed_table_is_the_built_one() -> None:
    assert charmap.build_table() == TABLE, "python -m pipeline.text.charmap rewrites it"


def test_camel_tools_reads_the_table_the_same_way() -> None:
    from camel_tools.utils.charmap import CharMapper

    mapper = CharMapper({chr(code): plain or "" for code, plain in TABLE.items()})
    sample = "".join(map(chr, TABLE)) + "plain Latin, 10³ ½ – ٫ ٬ ر.س ؤئء"
    assert mapper.map_string(sample) == sample.translate(TABLE)


def test_what_the_table_gives_is_in_normal_form() -> None:
    given = "".join(plain for plain in TABLE.values() if plain)
    assert given.translate(TABLE) == given


def test_no_replacement_makes_a_text_much_longer() -> None:
    assert max(len(plain) for plain in TABLE.values() if plain) <= 4


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("إِسْتِرْلِينِيّ", "استرليني"),
        ("جنيـــهًا", "جنيها"),
        ("مئة آلاف ٱلأولى", "مئه الاف الاولي"),
        ("رؤية شيء بدءا", "رؤيه شيء بدءا"),
        ("كلفة", "كلفه"),
        ("کویتی ھذا", "كويتي هذا"),
        ("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ０９", "0123456789 0123456789 09"),
        ("٪ ﹪ ％", "% % %"),
        ("١٬٢٣٤٫٥", "1٬234٫5"),
        ("1\u00a02\u202f3\u20094\u20075\u30006\t7", "1 2 3 4 5 6 7"),
        ("a\u2028b\u2029c\u0085d\r\n", "a\nb\nc\nd\r\n"),
        ("−5 – — ‒", "-5 – — ‒"),
        ("1’000 ‘ ʼ", "1'000 ' '"),
        ("10³ m² ½ ¼ ¾", "10³ m² ½ ¼ ¾"),
        ("\u200f5%\u200e \u202bاب\u202c \u2067x\u2069 \ufeffs\u00adh\u200c\u200d\u061c", "5% اب x sh"),
        ("ﻣﻠﻴﻮﻥ ﷼ ﷲ ﻻ", "مليون ريال الله لا"),
        ("ﷺ", " "),
        ("\ufe70\ufe71\ufc60", ""),
        ("＄５ ￡ ￥", "$5 £ ¥"),
        ("US$ Straße ÀÉ", "US$ Straße ÀÉ"),
        ("🙂 \ud800 1\ufe0f\u20e3", "🙂 \ud800 1\ufe0f\u20e3"),
        ("\u0601\u06dd", "\u0601\u06dd"),
    ],
)
def test_characters(source: str, plain: str) -> None:
    assert source.translate(TABLE) == plain


def test_every_space_of_unicode_is_a_space() -> None:
    spaces = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Zs"]
    assert {space.translate(TABLE) for space in spaces} == {" "}
