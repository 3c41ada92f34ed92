"""Claims of a Parquet data set with Ray Data: ``python examples/ray_data.py IN OUT [ADDRESS]``.

IN has a column ``text`` (and perhaps id, published, region); OUT gets Parquet files of ``pipeline.corpus.schema.RESULT``.
"""

from __future__ import annotations

import sys

import ray

from pipeline.corpus import extract_table


def main(source: str, target: str, address: str = "local") -> None:
    ray.init(address=address)
    documents = ray.data.read_parquet(source)
    documents.map_batches(extract_table, batch_format="pyarrow", batch_size=256).write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
