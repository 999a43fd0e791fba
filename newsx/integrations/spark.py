"""A function for Spark's `mapInPandas`: rows with pages in, rows with records out.

    pages.select("page", "url").mapInPandas(extract_pages, SCHEMA)

`newsx/integrations/spark_job.py` is a whole job around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsx.errors import NewsxError, OptionError
from newsx.integrations.pages import article_of

if TYPE_CHECKING:
    import pandas

SCHEMA = "name string, is_article boolean, record string, error_kind string, error string"
"""Of the rows that come out: the record as JSON, or what is wrong with the page."""

PAGES_AT_ONCE = 50
"""For ``spark.sql.execution.arrow.maxRecordsPerBatch``: its 10,000 pages would be some gigabytes of memory."""

_COLUMNS = ("page", "name", "url", "captured_at")


def extract_pages(batches: Iterator[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
    """One row for each page, in the order in which they come.

    Args:
        batches: with a column `page` of text or bytes, and as they are there `name`, `url` and `captured_at` (text in
            ISO 8601).

    Raises:
        OptionError: there is no column `page`.
    """
    import pandas

    columns = [part.split()[0] for part in SCHEMA.split(", ")]
    for batch in batches:
        if "page" not in batch:
            raise OptionError(f"there is no column 'page' but {', '.join(batch)}; rename one with select()")
        given = [name for name in _COLUMNS if name in batch]
        filled = batch[given].astype(object).where(batch[given].notna(), None)
        rows = [_row(dict(zip(given, values, strict=True))) for values in filled.itertuples(index=False, name=None)]
        yield pandas.DataFrame(rows, columns=columns, dtype=object)


def _row(values: dict[str, Any]) -> tuple[str | None, bool | None, str | None, str | None, str | None]:
    article = article_of(**values)
    if isinstance(article, NewsxError):
        return values.get("name"), None, None, article.kind, str(article)
    return values.get("name"), article.is_article, article.to_json(), None, None
