"""Joins the fields to the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from newsx.article import Article, Evidence, Source, Warned
from newsx.fields.access import choose_access
from newsx.fields.address import choose_site, choose_url
from newsx.fields.agency import choose_agency
from newsx.fields.article_object import with_articles
from newsx.fields.body import choose_body
from newsx.fields.body_links import base_of, with_links
from newsx.fields.body_pictures import with_pictures
from newsx.fields.choice import Choice
from newsx.fields.confidence import with_confidence
from newsx.fields.credit_lines import StoryCredits, read_credits
from newsx.fields.dateline import choose_dateline
from newsx.fields.dates import OfferedTimes, choose_modified, choose_published, offered_times
from newsx.fields.headline import choose_alternative_headline, choose_headline
from newsx.fields.image import choose_image
from newsx.fields.language import choose_language
from newsx.fields.people import choose_authors
from newsx.fields.publisher import Site, choose_publisher, read_site
from newsx.fields.summary import choose_highlights, choose_summary
from newsx.fields.topics import choose_breadcrumbs, choose_section, choose_tags
from newsx.lines.names import is_person_name
from newsx.page import LabelledPage

T = TypeVar("T")


class _Settled:
    """The choices made so far: their evidence by field, and their warnings.

    A chooser that fails costs its own field alone: the article stays, and a warning names the field.
    """

    def __init__(self, warnings: tuple[Warned, ...]) -> None:
        self.evidence: dict[str, Evidence] = {}
        self.warnings: list[Warned] = list(warnings)

    def take(self, field: str, choose: Callable[[], Choice[T]]) -> T | None:
        return self.keep(field, self.attempt(field, choose))

    def attempt(self, field: str, choose: Callable[[], Choice[T]]) -> Choice[T]:
        try:
            return choose()
        except Exception as error:  # noqa: BLE001 - whatever a chooser raises, the other fields must not be lost
            said = f"{type(error).__name__}: {error}"
            self.warnings.append(Warned("field_failed", f"{field} could not be settled ({said}); please report it"))
            return Choice(None)

    def keep(self, field: str, choice: Choice[T]) -> T | None:
        if choice.evidence is not None:
            self.evidence[field] = choice.evidence
        self.warnings += choice.warnings
        return choice.value


def make_article(
    labelled: LabelledPage,
    source: Source,
    *,
    warnings: tuple[Warned, ...] = (),
    url: str | None = None,
    captured_at: datetime | None = None,
) -> Article:
    """The record of a labelled page.

    Args:
        labelled: the page and its labels.
        source: what the page was read from.
        warnings: what reading the bytes had to say; the page's own warnings are added.
        url: where the page was saved from, if known.
        captured_at: when it was saved, with a zone; only relative times need it.
    """
    settled = _Settled((*warnings, *labelled.page.warnings))
    if labelled.refusal is not None:
        settled.warnings.append(Warned("not_an_article", labelled.refusal))
    labelled = settled.take("json_ld", lambda: Choice(with_articles(labelled))) or labelled
    body = settled.keep("body", choose_body(labelled)) or ()  # without its body there is no article to keep
    own = settled.attempt("url", lambda: choose_url(labelled, url))
    address = own.value or url
    # Links are read against where the page was saved, which may be a copy; it is these that its links lead around in.
    base = base_of(labelled, url or own.value)
    body = settled.take("links", lambda: with_links(labelled, body, base)) or body
    body = settled.take("pictures", lambda: Choice(with_pictures(labelled, body, base, address))) or body
    site = settled.take("site_names", lambda: Choice(read_site(labelled, address))) or Site(address)
    headline = settled.take("headline", lambda: choose_headline(labelled, site))
    publisher = settled.take("publisher", lambda: choose_publisher(labelled, site))
    names = tuple(dict.fromkeys([*site.names, *([publisher] if publisher else [])]))
    # A person's name after © is that of the author of a blog.
    newsrooms = (*names, *(name for name in site.at_copyright if not is_person_name(name)))
    breadcrumbs = settled.take("breadcrumbs", lambda: choose_breadcrumbs(labelled, headline))
    credits = settled.take("credits", lambda: Choice(read_credits(labelled, newsrooms))) or StoryCredits()
    times = settled.take("times", lambda: Choice(offered_times(labelled, credits, captured_at))) or OfferedTimes()
    published = settled.take("published", lambda: choose_published(labelled, credits, times, captured_at, url))
    modified = settled.take("modified", lambda: choose_modified(times))
    return Article(
        is_article=labelled.refusal is None,
        page_type=labelled.page_type,
        confidence=round(labelled.confidence, 3),
        headline=headline,
        source=source,
        alternative_headline=settled.take(
            "alternative_headline", lambda: choose_alternative_headline(labelled, site, headline)
        ),
        summary=settled.take("summary", lambda: choose_summary(labelled)),
        highlights=settled.take("highlights", lambda: choose_highlights(labelled)) or (),
        body=body,
        authors=settled.take("authors", lambda: choose_authors(labelled, credits, newsrooms)) or (),
        agency=settled.take("agency", lambda: choose_agency(labelled, credits)),
        publisher=publisher,
        site=settled.take("site", lambda: choose_site(labelled, own, publisher)),
        dateline=settled.take("dateline", lambda: choose_dateline(credits)),
        published=published,
        modified=modified,
        published_precision=None if published is None else "minute" if "T" in published else "day",
        section=settled.take("section", lambda: choose_section(labelled, site, breadcrumbs or (), headline)),
        breadcrumbs=breadcrumbs or (),
        tags=settled.take("tags", lambda: choose_tags(labelled, names, headline)) or (),
        image=settled.take("image", lambda: choose_image(labelled, address)),
        url=settled.keep("url", own),
        language=settled.take("language", lambda: choose_language(labelled)),
        access=settled.take("access", lambda: choose_access(labelled)),
        evidence=with_confidence(settled.evidence, is_dump=not labelled.page.boxes),
        warnings=tuple(settled.warnings),
    )
