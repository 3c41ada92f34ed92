"""``python -m tests.scale_run [--ray ADDRESS] PART_BYTES WORKERS IN OUT EXTRACTOR``: a run to be killed."""

from __future__ import annotations

import sys

from pipeline.corpus.command import summary_lines
from pipeline.corpus.meter import Meter
from pipeline.corpus.run import run_corpus
from pipeline.corpus.settings import Settings
from pipeline.errors import TadqiqError


def main() -> int:
    *options, part_bytes, workers, given, out, extractor = sys.argv[1:]
    settings = Settings(extractor=f"tests.scale_fakes:{extractor}")
    address = options[1] if options else None
    try:
        with Meter() as meter:
            summary = run_corpus(
                [given],
                out,
                settings,
                engine="ray" if address else "local",
                address=address,
                workers=int(workers),
                part_bytes=int(part_bytes),
                watcher=meter,
            )
    except TadqiqError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("\n".join(summary_lines(summary, out)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
