"""Enters: nothing. Leaves: the table of characters that the normal form folds, drops or expands.

The linguistics are camel_tools' (its set of diacritics, its alef, alef maksura and teh marbuta functions), read one
character at a time; presentation forms and fullwidth signs are Unicode's compatibility mappings, one character at a time,
so that ``10³`` never becomes ``103``. Importing camel_tools takes a third of a second and more, so the finished table
lies beside this file in ``charmap.json``. A test builds it anew and compares; ``python -m pipeline.text.charmap`` rewrites it.

>>> table = load_table()
>>> "أُسْعَار ٣٫٥٪".translate(table)
'اسعار 3٫5%'
"""

import json
import unicodedata
from pathlib import Path

TABLE_PATH = Path(__file__).with_name("charmap.json")

TATWEEL = "\u0640"
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"
"""Signs that sit on an Arabic letter, as the inside of a character class: vowels, hamza and madda above, Quranic signs.
U+06E9 (place of prostration), U+06DD (end of ayah) and U+0600-U+0605 stand for themselves and are not among them."""

INVISIBLE = "\u00ad\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Soft hyphen, joiners, bidi controls, byte order mark: nothing that a reader sees."""

# U+200B is Unicode's own mark of a word boundary, so it is a space although its category is not Zs.
SPACES = "\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000"
LINE_ENDS = "\u0085\u2028\u2029"
COMPATIBLE = "\ufb50-\ufdfc\ufe50-\ufe52\ufe54-\ufe66\ufe68-\ufe6b\ufe70-\ufefc\uff01-\uff5e\uffe0\uffe1\uffe5\uffe6"
"""Arabic presentation forms and ligatures, small and fullwidth forms: replaced by their compatibility mapping."""

LETTERS = {
    "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
    "\N{ARABIC LETTER HEH DOACHASHMEE}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER AE}": "\N{ARABIC LETTER HEH}",
}
SIGNS = {
    "\N{ARABIC PERCENT SIGN}": "%",
    "\N{MINUS SIGN}": "-",
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}": "'",
    "\N{MODIFIER LETTER APOSTROPHE}": "'",
}


def members(ranges: str) -> list[str]:
    """The characters of the inside of a character class such as ``"ab0-9"``, in order."""
    found: list[str] = []
    position = 0
    while position < len(ranges):
        if ranges[position + 1 : position + 2] == "-":
            found += map(chr, range(ord(ranges[position]), ord(ranges[position + 2]) + 1))
            position += 3
        else:
            found.append(ranges[position])
            position += 1
    return found


def _folded_letters() -> dict[str, str]:
    """What camel_tools folds among the Arabic letters, and what it counts as diacritics (to nothing)."""
    from camel_tools.utils.charsets import AR_DIAC_CHARSET
    from camel_tools.utils.normalize import normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar

    table = dict.fromkeys(sorted(AR_DIAC_CHARSET), "")
    for char in members("\u0621-\u06ff"):
        folded = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(char)))
        if folded != char:
            table[char] = folded
    return table


def build_table() -> dict[int, str | None]:
    """Code point → its replacement, None where it is dropped. Every replacement is in normal form. Needs camel_tools."""
    table = _folded_letters() | LETTERS | SIGNS
    for char in members(MARKS) + members(INVISIBLE) + [TATWEEL]:
        table[char] = ""
    for zero in "\N{ARABIC-INDIC DIGIT ZERO}", "\N{EXTENDED ARABIC-INDIC DIGIT ZERO}":
        for digit in range(10):
            table[chr(ord(zero) + digit)] = str(digit)
    for char in members(SPACES):
        table[char] = " "
    for char in members(LINE_ENDS):
        table[char] = "\n"
    for char in members(COMPATIBLE):
        plain = unicodedata.normalize("NFKC", char)
        if plain != char:
            table[char] = _phrase("".join(table.get(part, part) for part in plain))
    return {ord(char): table[char] or None for char in sorted(table)}


def _phrase(plain: str) -> str:
    """A ligature of several words (ﷺ) is a formula of honour: a gap between words. A vowel drawn on a space is a vowel."""
    if " " not in plain:
        return plain
    return "" if plain == " " else " "


def load_table() -> dict[int, str | None]:
    """The committed table, ready for ``str.translate``."""
    rows: dict[str, str] = json.loads(TABLE_PATH.read_bytes())
    return {int(code, 16): plain or None for code, plain in rows.items()}


def main() -> None:
    """Write ``charmap.json`` anew."""
    from ..output import write

    rows = {f"{code:04X}": plain or "" for code, plain in build_table().items()}
    write(TABLE_PATH, [f"{json.dumps(rows, ensure_ascii=False, indent=0)}\n".encode()])


if __name__ == "__main__":
    main()
