"""Arabic JSONL of any size for load tests: ``python benchmarks/make_corpus.py 1GB news.jsonl``. In: a size, a seed; out: rows
{id, text, published, region} of about 2,500 characters, the same bytes for the same arguments on every machine.

The sentences are this project's own; four in ten hold a figure, as in the financial pages of a newspaper.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import orjson

FIRMS = ("شركة النخيل", "مجموعة الواحة", "مصرف السنابل", "هيئة الموانئ", "صندوق الشروق", "شركة رمال للطاقة", "مؤسسة المياه")
METRICS = ("إيرادات", "أرباح", "صادرات", "ديون", "استثمارات", "مبيعات", "تكاليف")
PLACES = ("الرباط", "عمّان", "الدوحة", "تونس", "مسقط", "القاهرة", "الكويت")
WOMEN = ("سلمى الخطيب", "نادية العلي", "هدى منصور")
MEN = ("يوسف بن عمر", "كريم الساحلي", "طارق الحسن")
REGIONS = ("MA", "JO", "QA", "TN", "OM", "EG", "KW")
PLAIN = (
    "واجتمع أعضاء المجلس في {place} لمناقشة جدول الأعمال دون أن يعلنوا عن قرارات جديدة.",
    "وأكدت {woman} أن الأولوية هي تحسين الخدمات وتقريبها من السكان في القرى البعيدة.",
    "ويرى مراقبون أن الطريق ما زال طويلا وأن النتائج لن تظهر قبل اكتمال الأشغال.",
    "وشهدت شوارع {place} حركة كثيفة صباح اليوم بسبب افتتاح المعرض السنوي للكتاب.",
    "وقالت {firm} في بيان إنها تدرس العروض المقدمة من الموردين بعناية كبيرة.",
    "ورحب التجار بالخطوة ووصفوها بأنها بداية طيبة لموسم ينتظرون منه الكثير.",
    "وأوضح {man} خلال لقاء مع الصحفيين أن المشروع يسير وفق الخطة المرسومة له.",
    "وتستمر الأعمال في الموقع ليلا ونهارا حتى يفتح أبوابه أمام الزوار في أقرب وقت.",
)
FIGURES = (
    "وبلغت {metric} {firm} {a},{b} مليون دولار في عام {year} مقابل {c} مليون دولار قبل ذلك.",
    "وارتفعت {metric} {firm} بنسبة {p},{q}% خلال العام الماضي بحسب التقرير الصادر في {place}.",
    "وتوقعت {woman} أن تصل {metric} {firm} إلى نحو {a} مليون يورو بحلول سنة {year}.",
    "وتراجعت {metric} القطاع من {c} مليون درهم إلى {a} مليون درهم بين عامي {before} و{year}.",
    "وقدّر {man} الكلفة بأكثر من {a} ألف دينار كويتي تدفع على مدى سنوات.",
    "واشترت {firm} حصة نسبتها {p} في المئة بقيمة ثلاثة ملايين ونصف المليون ريال قطري.",
    "وخصصت الحكومة ما بين {c} و{a} مليون جنيه مصري لدعم {metric} في {place}.",
)


def rows(size: int, seed: int) -> Iterator[bytes]:
    """JSON lines of together at least ``size`` bytes."""
    dice = random.Random(seed)
    made, number = 0, 0
    while made < size:
        line = orjson.dumps(_row(dice, number), option=orjson.OPT_APPEND_NEWLINE)
        made += len(line)
        number += 1
        yield line


def _row(dice: random.Random, number: int) -> dict[str, str]:
    year = dice.randrange(2008, 2026)
    paragraphs = []
    for _ in range(dice.randrange(4, 9)):
        sentences = [_sentence(dice, year) for _ in range(dice.randrange(3, 7))]
        paragraphs.append(" ".join(sentences))
    published = f"{year}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}"
    return {"id": f"doc-{number:09d}", "text": "\n".join(paragraphs), "published": published, "region": dice.choice(REGIONS)}


def _sentence(dice: random.Random, year: int) -> str:
    """One sentence, a figure in four of ten."""
    pattern = dice.choice(FIGURES if dice.randrange(10) < 4 else PLAIN)
    low = dice.randrange(2, 400)
    return pattern.format(
        place=dice.choice(PLACES),
        woman=dice.choice(WOMEN),
        man=dice.choice(MEN),
        firm=dice.choice(FIRMS),
        metric=dice.choice(METRICS),
        a=low + dice.randrange(1, 300),
        b=dice.randrange(1, 10),
        c=low,
        p=dice.randrange(1, 60),
        q=dice.randrange(1, 10),
        year=year,
        before=year - dice.randrange(1, 6),
    )


def parse_size(given: str) -> int:
    """``50MB`` → 50000000."""
    for suffix, factor in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3), ("", 1)):
        if given.upper().endswith(suffix) and given[: len(given) - len(suffix)].isdigit():
            return int(given[: len(given) - len(suffix)]) * factor
    raise argparse.ArgumentTypeError(f"{given!r} is no size; write 50MB or 1GB")


def main() -> None:
    """Writes a corpus of the size and to the path that the command line names."""
    parser = argparse.ArgumentParser(description="Write generated Arabic JSONL.")
    parser.add_argument("size", type=parse_size, help="50MB, 1GB, …")
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with open(given.path, "wb") as stream:
        stream.writelines(rows(given.size, given.seed))
    sys.stderr.write(f"{given.path}: {given.path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
