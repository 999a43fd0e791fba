"""A job for `spark-submit`: records of the pages in a folder, or in JSON Lines, as JSON Lines in another folder.

spark-submit spark_job.py pages articles
spark-submit spark_job.py rows.jsonl articles --json-field html --url-field url

OUTPUT/records holds the records, OUTPUT/failures a row for each page that could not be read. A record is named after
its file, or after its address where the pages are rows.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from newsx.errors import OptionError
from newsx.integrations.spark import PAGES_AT_ONCE, SCHEMA, extract_pages
from newsx.read.containers.kinds import Rows


def main(arguments: Sequence[str] | None = None) -> None:
    """Does what the command line asks for; what it cannot do ends with one line."""
    from pyspark.errors import AnalysisException
    from pyspark.sql import SparkSession

    parser = argparse.ArgumentParser(description="Records of saved pages, by Spark.", allow_abbrev=False)
    parser.add_argument("input", metavar="INPUT", help="a folder of pages, or JSON Lines with --json-field")
    parser.add_argument("output", metavar="OUTPUT", help="a folder that is not there yet")
    parser.add_argument("--json-field", metavar="NAME", help="the field of a row that holds the page")
    parser.add_argument("--url-field", metavar="NAME", help="the field that holds its address")
    given = parser.parse_args(arguments)
    try:
        rows = Rows.of(given.json_field, given.url_field)
    except OptionError as error:
        parser.error(str(error))
    session = SparkSession.builder.appName("newsx").getOrCreate()
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", PAGES_AT_ONCE)
    try:
        pages = _files(session, given.input) if rows is None else _rows(session, given.input, rows)
        sys.stderr.write(f"newsx: {_write(pages, given.output)}\n")
    except AnalysisException as error:  # a path that is not there, or is there already
        first_line = str(error).partition("\n")[0]
        sys.exit(f"newsx: {first_line}")
    finally:
        session.stop()


def _files(session: Any, path: str) -> Any:
    files = session.read.format("binaryFile").option("recursiveFileLookup", "true").load(path)
    return files.selectExpr("content as page", "path as name")


def _rows(session: Any, path: str, rows: Rows) -> Any:
    from pyspark.sql.functions import coalesce, col, lit
    from pyspark.sql.types import StringType, StructField, StructType

    names = [name for name in (rows.json_field, rows.url_field) if name is not None]
    read = session.read.schema(StructType([StructField(name, StringType()) for name in names])).json(path)
    url = lit(None).cast("string") if rows.url_field is None else col(f"`{rows.url_field}`")
    name = coalesce(url, col("_metadata.file_path"))
    return read.select(col(f"`{rows.json_field}`").alias("page"), url.alias("url"), name.alias("name"))


def _write(pages: Any, path: str) -> str:
    """Extracts, writes, and says how many there are."""
    from pyspark import StorageLevel

    results = pages.mapInPandas(extract_pages, SCHEMA).persist(StorageLevel.DISK_ONLY)  # each page is read once
    records, failures = results.where("error is null"), results.where("error is not null")
    records.select("record").write.text(f"{path}/records")
    failures.select("name", "error_kind", "error").write.json(f"{path}/failures")
    return f"{records.count()} records in {path}/records, {failures.count()} pages not read in {path}/failures"


if __name__ == "__main__":
    main()
