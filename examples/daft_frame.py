"""Claims of a Parquet data set with Daft: ``python examples/daft_frame.py IN OUT``.

IN has columns ``id`` and ``text``; OUT gets Parquet files with the columns of IN and ``result``, a struct of ``RESULT``.
"""

from __future__ import annotations

import sys

import daft
import pyarrow as pa

from pipeline.corpus import extract_table
from pipeline.corpus.schema import RESULT

ROW = pa.struct(list(RESULT))


@daft.func.batch(return_dtype=daft.DataType.from_arrow_type(ROW), batch_size=256)
def result(ids: daft.Series, texts: daft.Series) -> pa.Array:
    table = extract_table(pa.table({"id": ids.to_arrow(), "text": texts.to_arrow()}))
    return table.to_struct_array().combine_chunks()


def main(source: str, target: str) -> None:
    documents = daft.read_parquet(source)
    documents.with_column("result", result(documents["id"], documents["text"])).write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
