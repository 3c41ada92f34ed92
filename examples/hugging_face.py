"""Claims of a data set with Hugging Face datasets: ``python examples/hugging_face.py IN OUT``.

IN is a Parquet file with a column ``text``; ``load_dataset("hf-name", split="train")`` in its place reads one of the hub.
OUT is a Parquet file of ``pipeline.corpus.schema.RESULT``.
"""

from __future__ import annotations

import sys

from datasets import Dataset, Features

from pipeline.corpus import extract_table
from pipeline.corpus.schema import RESULT


def main(source: str, target: str) -> None:
    documents = Dataset.from_parquet(source).with_format("arrow")
    features = Features.from_arrow_schema(RESULT)
    claims = documents.map(
        extract_table,
        batched=True,
        batch_size=256,
        features=features,
        remove_columns=documents.column_names,
        load_from_cache_file=False,
    )
    claims.to_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
