"""Claims of a Parquet data set with Spark: ``spark-submit examples/spark.py IN OUT``, or with python and pyspark installed.

IN has a column ``text`` (and perhaps id, published, region); OUT gets Parquet files of ``pipeline.corpus.schema.RESULT``.
"""

from __future__ import annotations

import os
import sys

from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from pipeline.corpus import extract_batches
from pipeline.corpus.schema import RESULT


def main(source: str, target: str) -> None:
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers shall have this environment's packages
    spark = SparkSession.builder.appName("tadqiq").config("spark.sql.execution.arrow.maxRecordsPerBatch", "256").getOrCreate()
    spark.read.parquet(source).mapInArrow(extract_batches, from_arrow_schema(RESULT)).write.parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
