"""The function in a real Spark with two workers in processes of their own, and the job in one process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.invented import LISTING, PAGE, environment
from tests.integrations.conftest import ROOT, Given

pytest.importorskip("pyspark")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("there is no Java for Spark", allow_module_level=True)

MASTER = "local-cluster[2,1,1024]"
PROGRAM = """
import json
from pyspark.sql import SparkSession
from newsx.integrations.spark import SCHEMA, extract_pages

spark = SparkSession.builder.master(%r).config("spark.ui.enabled", "false").getOrCreate()
rows = spark.read.json("rows.jsonl").selectExpr("html as page", "id as name", "url").repartition(4)
found = rows.mapInPandas(extract_pages, SCHEMA)
print(json.dumps([row.asDict() for row in found.collect()]))
spark.stop()
"""


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs it with this Python on driver and workers, and nothing listening for other machines."""
    changed = {
        "PYTHONPATH": str(ROOT),
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_DRIVER_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    return subprocess.run(
        command, cwd=folder, env=environment(**changed), capture_output=True, text=True, check=False, timeout=600
    )


def _submit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    submit = Path(sys.executable).with_name("spark-submit")
    job = ROOT / "newsx" / "integrations" / "spark_job.py"
    options = ["--master", "local[2]", "--conf", "spark.ui.enabled=false"]
    return _run([str(submit), *options, str(job), *arguments], folder)


def _lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for part in folder.glob("part-*") for line in part.read_text("utf-8").splitlines()]


@pytest.mark.timeout(900)
def test_records_are_those_of_batch(given: Given) -> None:
    """Field for field; what is no page comes with the reason."""
    folder = given.file.parent
    (folder / "program.py").write_text(PROGRAM % MASTER, "utf-8")
    done = _run([sys.executable, "program.py"], folder)
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout.splitlines()[-1])
    assert {row["name"]: json.loads(row["record"]) for row in rows if row["record"]} == given.records
    [failed] = [row for row in rows if row["error"]]
    assert (failed["name"], failed["error_kind"], failed["is_article"]) == ("rows.jsonl#3", "pdf", None)


@pytest.mark.timeout(900)
def test_the_job_reads_rows(given: Given) -> None:
    """The records are those of batch but for their names, and what could not be read is told beside them."""
    folder = given.file.parent
    done = _submit(folder, "rows.jsonl", "out", "--json-field", "html", "--url-field", "url")
    assert done.returncode == 0, done.stderr
    # spark-submit puts on standard output what Python says on either
    assert "newsx: 9 records in out/records, 1 pages not read in out/failures" in done.stdout
    found = {json.dumps(_unnamed(record), sort_keys=True) for record in _lines(folder / "out" / "records")}
    assert found == {json.dumps(_unnamed(record), sort_keys=True) for record in given.records.values()}
    [failure] = _lines(folder / "out" / "failures")
    assert (failure["name"], failure["error_kind"]) == ("https://site.example/3", "pdf")


@pytest.mark.timeout(900)
def test_the_job_reads_folders(tmp_path: Path) -> None:
    """Each file a page, in whatever encoding it is; a path that is not there is told in one line."""
    (tmp_path / "pages" / "inner").mkdir(parents=True)
    (tmp_path / "pages" / "a.html").write_bytes(PAGE.encode("utf-16"))
    (tmp_path / "pages" / "inner" / "b.html").write_text(LISTING, "utf-8")
    done = _submit(tmp_path, "pages", "out")
    assert done.returncode == 0, done.stderr
    found = {record["source"]["name"].rpartition("/")[2]: record for record in _lines(tmp_path / "out" / "records")}
    assert {name: record["is_article"] for name, record in found.items()} == {"a.html": True, "b.html": False}
    assert found["a.html"]["source"]["encoding"].startswith("utf-16")
    done = _submit(tmp_path, "nowhere", "out2")
    assert done.returncode != 0
    [told] = [line for line in done.stdout.splitlines() if line.startswith("newsx: ")]
    assert "nowhere" in told


def _unnamed(record: dict[str, Any]) -> dict[str, Any]:
    return record | {"source": record["source"] | {"name": None}}
