"""The pages to learn from: the corpora as HTML and as text dumps, and pages that the grammar makes."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from newsx.errors import NewsxError
from newsx.label.draft import Draft, begin
from newsx.label.features import read_terms
from newsx.label.split import split_blocks
from newsx.lexicon.hosts import owner_of
from newsx.page import Page
from newsx.pipeline import read_page
from quality.training.gold import gold_text, story_by_gold, story_by_roles
from quality.training.grammar import MadePage, make_pages

SHARED = Path(__file__).resolve().parent.parent.parent.parent / "shared"
ARTICLES = (
    "hindi", "hindi-dumps", "real2", "fundus", "misinfo", "daniel", "newspaper4k", "cleanportaleval", "readability",
    "wcxb", "wcxb-more",
)  # fmt: skip
OTHERS = ("non-articles", "non-articles2", "wcxb-others")
DUMPED = ("hindi", *ARTICLES[2:], "non-articles2", "wcxb-others")
"""The corpora of HTML that are made into dumps as well."""
KINDS = ("lynx", "w3m", "wet")
_WEIGHTS = {"hindi": 5.0, "hindi-dumps": 5.0, "real2": 3.0, "fundus": 1.5, "readability": 0.5}
"""Hindi and Indian pages are few and what newsx is for; the gold of readability is an extractor's output."""
_DUMP_WEIGHT = 0.4
_MADE_WEIGHT = {"text": 0.4, "html": 0.1}
"""Made dumps teach what real Hindi ones are too few for; beside real markup made markup is poor."""
_KIND_OF_DUMP = re.compile(r"--(lynx|w3m|wet|browser)$")


class Sample(NamedTuple):
    """A page with what is known of it."""

    name: str
    corpus: str
    site: str
    """The owner of its site, by which folds are made; made pages have one each."""
    draft: Draft
    terms: dict[int, list[str]]
    """What the odds are fitted on, by block: ``family value``."""
    story: list[bool]
    weight: float
    gold: dict[str, Any]
    page_type: str
    """`article`, or what the page is instead."""


def make_dumps(cache: Path) -> None:
    """Makes the text dumps of the corpora that are not in the cache yet; needs lynx and w3m."""
    for name in DUMPED:
        if not (cache / name).is_dir():
            command = [
                sys.executable,
                "dumps.py",
                str(SHARED / "corpus" / name),
                str(cache / name),
                "--kinds",
                ",".join(KINDS),
            ]
            subprocess.run(command, cwd=SHARED / "eval", check=True, stderr=subprocess.DEVNULL)


def corpus_samples(cache: Path, name: str, dumps: bool) -> Iterator[Sample]:
    """The pages of one corpus, as they are or as dumps."""
    folder = cache / name if dumps else SHARED / "corpus" / name
    for path in sorted((folder / "pages").iterdir()):
        stem = path.name.removesuffix(".gz").rsplit(".", 1)[0]
        gold = json.loads((folder / "gold" / f"{stem}.json").read_text("utf-8"))
        whole = gold
        if dumps:
            whole = json.loads(
                (SHARED / "corpus" / name / "gold" / f"{_KIND_OF_DUMP.sub('', stem)}.json").read_text("utf-8")
            )
        data = path.read_bytes()
        try:
            page = read_page(gzip.decompress(data) if path.suffix == ".gz" else data, url=whole.get("url"))
        except NewsxError:
            continue
        weight = _WEIGHTS.get(name, 1.0) * (_DUMP_WEIGHT if dumps else 1.0)
        names = (f"{name}{'-dumps' if dumps else ''}", stem, site_of(name, stem, whole))
        yield _sample(names, page, gold, weight)


def _sample(names: tuple[str, str, str], page: Page, gold: dict[str, Any], weight: float) -> Sample:
    corpus, name, site = names
    draft = begin(split_blocks(page))
    body = gold_text(gold)
    story = story_by_gold(draft.blocks, body) if body else [False] * len(draft.blocks)
    kind = "article" if gold.get("is_article", True) else str(gold.get("page_type", "listing"))
    return Sample(name, corpus, site, draft, _terms(draft), story, weight, gold, kind)


def _terms(draft: Draft) -> dict[int, list[str]]:
    return {
        number: [sys.intern(f"{family} {value}") for family, value in own] for number, own in read_terms(draft).items()
    }


def made_samples(count: int, first_seed: int = 0, form: str = "text") -> Iterator[Sample]:
    """Pages of the grammar."""
    for made in make_pages(count, first_seed=first_seed, form=form):
        yield made_sample(made)


def made_sample(made: MadePage) -> Sample:
    """A page of the grammar as a sample."""
    page = read_page(made.text.encode("utf-8"), form="text" if made.form == "text" else None)
    draft = begin(split_blocks(page))
    story = story_by_roles(draft.blocks, made.segments) if made.is_article else [False] * len(draft.blocks)
    kind = made.page_type if not made.is_article else "article"
    corpus = "made" if made.form == "text" else "made-html"
    return Sample(
        made.name,
        corpus,
        made.name,
        draft,
        _terms(draft),
        story,
        _MADE_WEIGHT["text" if made.form == "text" else "html"],
        made.gold,
        kind,
    )


def site_of(corpus: str, stem: str, gold: dict[str, Any]) -> str:
    """The owner of a page's site, by its address or by its name."""
    if gold.get("url"):
        return owner_of(urlsplit(gold["url"]).hostname or gold["url"])
    bare = _KIND_OF_DUMP.sub("", stem)
    host = re.search(r"(?:^|_)((?:[a-z0-9-]+\.)+[a-z]{2,})(?:_|--|$)", bare)
    if host:
        return owner_of(host[1])
    return re.split(r"[-_0-9]", bare)[0] or bare


def fold_of(site: str, folds: int, salt: str = "") -> int:
    """The fold of a site, the same in every run."""
    return zlib.crc32(f"{site}{salt}".encode()) % folds
