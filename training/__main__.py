"""``python -m training`` fits the weights on all texts and writes them; ``python -m training measure`` fits on three quarters of
``training/data`` and prints precision and recall on the rest."""

from __future__ import annotations

import argparse
import sys
from zlib import crc32

from .cases import cases, fixtures
from .learn import learn, learn_speakers, learn_words
from .measure import measure, measure_words
from .tables import packed, write
from .texts import Document, documents


def main() -> None:
    """Reads the command line, of which no other word than ``measure`` is taken for one."""
    parser = argparse.ArgumentParser(prog="python -m training", description="Fit the weights of context and write them.")
    parser.add_argument("what", nargs="?", choices=["measure"], help="fit on three quarters and print how the rest is read")
    measured = parser.parse_args().what is not None
    every = [*documents(), *cases(), *fixtures()]
    if measured:
        kept = [document for document in every if not _held_out(document)]
        held_out = [document for document in every if _held_out(document)]
        sys.stdout.write(measure_words(packed(learn_words(kept) | learn_speakers(kept)), held_out))
        sys.stdout.write(measure(packed(learn(kept)), held_out))
    else:
        write(learn_words(every) | learn_speakers(every) | learn(every))


def _held_out(document: Document) -> bool:
    return document.times == 1 and crc32(document.id.encode()) % 4 == 0


if __name__ == "__main__":
    main()
