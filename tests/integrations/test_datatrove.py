"""The blocks in datatrove's own executor, with several tasks in several processes."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from typing import Any

import pytest

from tests.cli.invented import environment
from tests.integrations.conftest import ROOT, Given

pytest.importorskip("datatrove")

PROGRAM = """
import sys
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter
from newsx.integrations.datatrove import NewsxExtractor, NewsxRecords

if __name__ == "__main__":
    block = {"records": NewsxRecords, "text": NewsxExtractor}[sys.argv[1]]()
    reader = JsonlReader("in", text_key="html")
    LocalPipelineExecutor([reader, block, JsonlWriter("out")], tasks=3, workers=2, logging_dir="log").run()
"""


def _documents(given: Given, block: str) -> dict[str, dict[str, Any]]:
    """What a pipeline with this block writes, by id. It runs on three files, one for each task."""
    folder = given.file.parent
    (folder / "in").mkdir()
    for part in range(3):
        lines = "".join(f"{json.dumps(row)}\n" for row in given.rows[part::3])
        (folder / "in" / f"{part}.jsonl").write_text(lines, "utf-8")
    (folder / "program.py").write_text(PROGRAM, "utf-8")
    command = [sys.executable, "program.py", block]
    done = subprocess.run(
        command, cwd=folder, env=environment(PYTHONPATH=str(ROOT)), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (folder / "told").write_text(done.stderr, "utf-8")
    files = sorted((folder / "out").iterdir())
    assert len(files) == 3
    documents = [json.loads(line) for file in files for line in gzip.decompress(file.read_bytes()).splitlines()]
    return {document["id"]: document for document in documents}


@pytest.mark.timeout(600)
def test_records_are_those_of_batch(given: Given) -> None:
    """Field for field, beside the text and what the reader knew; what is no page is counted and told by name."""
    documents = _documents(given, "records")
    assert {name: document["metadata"]["newsx"] for name, document in documents.items()} == given.records
    for name, document in documents.items():
        assert document.get("text", "") == given.records[name]["text"]  # the writer leaves out what is empty
    folder = given.file.parent
    assert "newsx: rows.jsonl#3: " in (folder / "told").read_text("utf-8")
    assert '"failed_pdf"' in (folder / "log" / "stats.json").read_text("utf-8")


@pytest.mark.timeout(600)
def test_the_extractor_gives_the_texts_of_the_articles(given: Given) -> None:
    """And drops pages that hold none."""
    texts = {name: document["text"] for name, document in _documents(given, "text").items()}
    assert texts == {name: record["text"] for name, record in given.records.items() if record["is_article"]}
