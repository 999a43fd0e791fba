"""Blocks for datatrove: `NewsxExtractor` in the place of its own extractors, `NewsxRecords` where the record is wanted.

    pipeline = [JsonlReader("pages", text_key="html"), NewsxRecords(), JsonlWriter("articles")]

Both read each page in a process of datatrove's sandbox, which a page that takes too long or ends it costs alone.
"""

from __future__ import annotations

from typing import Any

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.extractors.base import BaseExtractor, ExtractorSandbox
from datatrove.utils.logging import logger
from datatrove.utils.typeshelper import StatHints

from newsx.errors import NewsxError
from newsx.integrations.pages import article_of

TIMEOUT = 60.0
"""Seconds that one page may take, as in `newsx batch`; the first one of a process waits for the libraries as well."""


class NewsxExtractor(BaseExtractor):
    """Puts the text of the article in the place of the page. Pages without article are dropped."""

    name = "newsx"

    def __init__(self, timeout: float = TIMEOUT) -> None:
        """timeout: seconds that one page may take."""
        super().__init__(timeout)

    def extract(self, text: str) -> str:
        """The text of the article on this page, "" where there is none."""
        article = article_of(text)  # raising would end the sandbox's process
        return "" if isinstance(article, NewsxError) or not article.is_article else article.text


class NewsxRecords(PipelineStep):
    """Puts the text of the article in the place of the page, and the whole record into ``metadata["newsx"]``.

    Pages without article pass as well, and `is_article` of the record tells them. Pages that cannot be read are
    dropped: the log names each with the reason, the statistics count them by kind (``failed_pdf``).
    """

    name = "newsx"
    type = "🛢 - EXTRAC"

    def __init__(self, timeout: float = TIMEOUT, url_key: str = "url", captured_at_key: str | None = None) -> None:
        """timeout: seconds that one page may take.

        url_key: where the metadata have the address of the page.
        captured_at_key: where they have the time of saving, as text; that is ``date`` behind a `WarcReader`.
        """
        super().__init__()
        self.timeout = timeout
        self.url_key = url_key
        self.captured_at_key = captured_at_key

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """The documents with text and record of the articles on them."""
        with ExtractorSandbox(timeout=self.timeout, warmup_text=("", "")) as sandbox:
            for document in data:
                self.stat_update(StatHints.total)
                with self.track_time():
                    try:
                        record = sandbox.process_document(self._page(document), _record)
                    except (NewsxError, TimeoutError, EOFError) as error:
                        self._drop(document, error)
                        continue
                document.text = record["text"]
                document.metadata["newsx"] = record
                self.stat_update(StatHints.forwarded)
                self.update_doc_stats(document)
                yield document

    def _page(self, document: Document) -> tuple[str, str, Any, Any]:
        metadata = document.metadata
        captured_at = None if self.captured_at_key is None else metadata.get(self.captured_at_key)
        return document.text, document.id, metadata.get(self.url_key), captured_at

    def _drop(self, document: Document, error: Exception) -> None:
        if isinstance(error, NewsxError):
            kind, message = error.kind, str(error)
        elif isinstance(error, TimeoutError):
            kind, message = "timeout", f"it took longer than {self.timeout:g} s"
        else:
            kind, message = "crash", "its process ended"
        self.stat_update(StatHints.dropped, f"failed_{kind}")
        logger.warning(f"newsx: {document.id}: {message}")


def _record(*page: Any) -> dict[str, Any] | NewsxError:
    """The record; an error that is returned here is raised by `process_document`."""
    article = article_of(*page)
    return article if isinstance(article, NewsxError) else article.to_dict()
