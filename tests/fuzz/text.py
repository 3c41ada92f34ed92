"""Bytes in, a text out: one byte a fragment where the first byte is even, UTF-8 as it comes where it is odd.

The fragments are what the rules of the extractor read, and what may stand between: a mutation of one byte is a mutation of one
word. The list only grows at its end, so that the committed corpus keeps its meaning.
"""

from __future__ import annotations

_WORDS = (
    "بلغ ارتفع تراجعت من إلى بين و في نحو حوالي أكثر لا يقل عن على الأقل قال وزير المالية إن وفقا لشركة الواحة أن سعر أرباح "
    "دولار دولارا دولارات دولارين ريال ليرة دينار كويتي سنت سنتا فلس قرش يورو جنيه إسترليني درهم $ € ر.س US$ دج للسهم سنويا "
    "واحد اثنان ثلاثة خمس سبعة عشر عشرة عشرون عشرين مئة مائتا مئتين ثلاثمئة ألف ألفين آلاف ألفا مليون مليونان ملايين مليار "
    "مليارات تريليون نصف ربع وربع ونصف ثلث أرباع وألف ومليون وخمسة وعشرون والنصف عشرات صفر بمليار بألف لمئة "
    "% ٪ بالمئة المئة المائة نسبة نقطة نقاط مئوية أساس عام عامي سنة العام الماضي هذا المقبل العامين السابق نفسه الثمانينيات "
    "عقد القرن هـ م ق.م. يناير رمضان موسم مطلع أواخر منذ حتى خلال"
).split()
_DIGITS = (
    *tuple("0123456789٣۴"),
    "10",
    "47",
    "100",
    "500",
    "1000",
    "1990",
    "2024",
    "1445",
    "15.5",
    "1,500",
    "1.635.092,22",
    "3½",
    "12/5/2019",
    "2017/18",
)
_SIGNS = (
    *tuple(".,،؛:;!؟()[]«»\"'-–/+*٫٬…@%"),
    "\n",
    "\r",
    "\t",
    " ",
    "  ",
    "\xa0",
    "\u2028",
    "ر",
    "//",
    "www.",
    "http://a.b/",
    "1e9",
)
_ODD = (
    "\u202b",
    "\u200f",
    "\u2067",
    "\ufeff",
    "ـ",
    "\u064e",
    "\u0651\u064e",
    "\u0301",
    "\ufdfa",
    "\ufdfc",
    "ﻻ",
    "\U0001f600",
    "\ud83d",
    "\udcff",
    "½",
    "¼",
    "²",
    "x",
    "AI",
    "\x00",
    "\u06dd",
)
FRAGMENTS: tuple[str, ...] = (*_WORDS, *_DIGITS, *_SIGNS, *_ODD)
GLUE = 7


def text_of(data: bytes) -> str:
    """A space goes before a word, except where the high bits of its byte's place say that it is glued."""
    if not data:
        return ""
    if data[0] % 2:
        return data[1:].decode("utf-8", "surrogateescape")
    parts: list[str] = []
    for at in range(1, len(data) - 1, 2):
        parts.append("" if data[at + 1] % GLUE == 0 else " ")
        parts.append(FRAGMENTS[(data[at] + 256 * (data[at + 1] // 128)) % len(FRAGMENTS)])
    return "".join(parts)


def bytes_of(text: str) -> bytes:
    """The bytes that :func:`text_of` reads as this text."""
    return b"\x01" + text.encode("utf-8", "surrogateescape")
