"""``python -m tests.fingerprint [JSONL…]``: one hash of everything that the extractor says of the seeds, of the cases of
tests/corpus, of the fuzz corpus, of a thousand sentences of the grammar, and of the rows of the files given.

It is equal on every machine.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import orjson

from pipeline.canonical import KINDS, document_dict, dump_dict, source_of
from pipeline.flow import claim_dicts

from .corpus_runner import cases
from .fuzz.text import text_of
from .grammar import sentence

HERE = Path(__file__).parent


def texts() -> Iterator[str]:
    for path in sorted((HERE.parent / "seeds").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    yield from (case.text for case in cases())
    yield from (text_of(path.read_bytes()) for path in sorted((HERE / "fuzz" / "corpus").iterdir()))
    rng = Random(9)
    yield from (sentence(rng).text for _ in range(1_000))


def fingerprint(rows: list[str]) -> str:
    digest = sha256()
    for text in (*texts(), *rows):
        for published, region in ((None, None), ("2024-05-06", "EG")):
            claims = claim_dicts(text, published=published, region=region, kinds=KINDS)
            digest.update(dump_dict(document_dict(source_of(text, "-"), claims)))
    return digest.hexdigest()


if __name__ == "__main__":
    lines = [line for name in sys.argv[1:] for line in Path(name).read_bytes().splitlines()]
    sys.stdout.write(fingerprint([orjson.loads(line)["text"] for line in lines]) + "\n")
