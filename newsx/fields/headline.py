"""The headline as shown, weighed against the titles that the page declares, and a second title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsx.article import Warned
from newsx.fields.article_object import article_objects, clean_value, text_of, types_of
from newsx.fields.blocks import blocks_with_role, source_of
from newsx.fields.choice import Candidate, Choice, choose
from newsx.fields.publisher import Site
from newsx.lines.titles import (
    Words,
    bare_title,
    containment,
    continues,
    is_cut,
    is_file_name,
    is_site_name,
    likeness,
    parts_of,
    same_script,
    title_words,
    without_hash,
    without_site,
)
from newsx.page import Block, LabelledPage, Role
from newsx.text.scripts import script_of

# How much a declared title counts where no heading is shown; twitter:title is nearly always a copy of og:title.
_WEIGHTS = {"json-ld": 2.0, "meta og:title": 2.0, "title": 1.5, "microdata": 1.0, "meta twitter:title": 0.5}
_SUPPORTED = 0.25
_ANOTHER_WORDING = 0.6
_COLON = re.compile(r"\s+:\s+")
_FEWEST_WORDS_OF_A_TITLE = 3
_MOST_WORDS_OF_A_SECTION = 5
# Beyond it, what is shown is a paragraph, or a heading that swallowed one.
_MOST_WORDS_OF_A_HEADLINE = 40
# og:title and <title> may carry a section's or a site's name that nothing else on the page tells to be one.
_MOST_ADDED_WORDS = 2


class _Title(NamedTuple):
    candidate: Candidate[str]
    words: Words

    @property
    def family(self) -> str:
        """The kind of place that declares it: JSON-LD headline and a copy of it are one witness, not two."""
        return next((known for known in _WEIGHTS if self.candidate.source.startswith(known)), "shown")


def choose_headline(labelled: LabelledPage, site: Site) -> Choice[str]:
    """The headline: the shown one that the declared titles bear out, kicker included; without one, the likeliest title.

    Warns with kind `headline_conflict` where the shown heading is not the title that the page declares everywhere.
    """
    shown = [title for title in _shown(labelled) if not is_site_name(title.candidate.value, site.names)]
    declared = _declared(labelled, [*site.names, *site.at_copyright], [title.words for title in shown])
    if not shown:
        ranked = _by_weight(declared)
        return choose(title.candidate for title in [*ranked, *declared])
    best = _best_shown(shown, _other_headings(labelled), declared)
    others = [title.candidate for title in [*shown, *declared]]
    if whole := _unglued(best, declared):
        return choose([whole.candidate, best.candidate, *others])
    agreed = _agreed(declared)
    if agreed and agreed.words != best.words and _stands_for(agreed, best, declared):
        return _with_warning(choose([agreed.candidate, best.candidate, *others]), agreed, best)
    return choose([best.candidate, *others])


def choose_alternative_headline(labelled: LabelledPage, site: Site, headline: str | None) -> Choice[str]:
    """A second title that the page gives: shown, the page's own crumb, or declared in another script or wording."""
    own = title_words(headline or "")
    offered = [
        *(Candidate(block.text, source_of(n, role), block.text) for n, block, role in _blocks(labelled, "alternative")),
        *_declared_alternatives(labelled),
        *_title_crumbs(labelled),
        *_titles_in_another_script(labelled, site, headline or ""),
        *(title.candidate for title in _declared(labelled, site.names, [own]) if title.family != "title"),
    ]
    return choose(
        candidate
        for candidate in offered
        if len(title_words(candidate.value)) >= _FEWEST_WORDS_OF_A_TITLE
        and _is_another(title_words(candidate.value), own)
        and not is_site_name(candidate.value, site.names)
        and not is_file_name(candidate.value)
    )


def _shown(labelled: LabelledPage) -> list[_Title]:
    titles = [
        _Title(Candidate(text, source_of(n, role), block.text, labelled.labels[n].likely), title_words(text))
        for n, block, role in _blocks(labelled, "headline")
        for text in [_bare(labelled, block)]
    ]
    titles = titles or _other_headings(labelled)
    return [title for n, title in enumerate(titles) if title.words and title.words not in [t.words for t in titles[:n]]]


def _other_headings(labelled: LabelledPage) -> list[_Title]:
    """The headings of level 1 that no stage took for the headline."""
    return [
        _Title(Candidate(text, f"block {n} (h1)", block.text), title_words(text))
        for n, block in enumerate(labelled.page.blocks)
        if block.kind == "heading" and block.level == 1 and labelled.labels[n].role != "headline"
        for text in [_bare(labelled, block)]
    ]


def _bare(labelled: LabelledPage, block: Block) -> str:
    """A shown title alone; a ``#`` beside it goes where it is a link, or where a dump does not tell whether it is."""
    links_sign = bool(block.link_density) and not block.links  # which are those with words
    return bare_title(without_hash(block.text) if links_sign or not labelled.page.boxes else block.text)


def _blocks(labelled: LabelledPage, which: str) -> Iterator[tuple[int, Block, Role]]:
    return blocks_with_role(labelled, "headline" if which == "headline" else "alternative_headline")


def _declared(labelled: LabelledPage, names: Sequence[str], shown: Sequence[Words]) -> list[_Title]:
    raw = list(_declared_titles(labelled))
    clean = [
        title_words(clean_value(value)) for source, value in raw if not source.startswith(("title", "meta twitter"))
    ]
    titles = []
    for source, value in raw:
        text = bare_title(without_site(clean_value(value), names, [*shown, *clean]))
        if (own := title_words(text)) and not is_site_name(text, names):
            titles.append(_Title(Candidate(text, source, value), own))
    return titles


def _declared_titles(labelled: LabelledPage) -> Iterator[tuple[str, str]]:
    declared = labelled.page.declared
    for item in article_objects(declared)[:1]:
        kind = next(iter(types_of(item)), "article")
        for key in ("headline", "name"):
            if text := text_of(item.get(key)):
                yield f"json-ld {kind}.{key}", text
                break
    for key in ("og:title", "twitter:title"):
        for value in declared.meta.get(key, ())[:1]:
            yield f"meta {key}", value
    for value in declared.microdata.get("headline", ())[:1]:
        yield "microdata headline", value
    if declared.title:
        yield "title", declared.title


def _best_shown(shown: Sequence[_Title], headings: Sequence[_Title], declared: Sequence[_Title]) -> _Title:
    """The shown title that the declared ones bear out best; another heading only if it is plainly the better one."""

    def support(title: _Title) -> float:
        return max((likeness(title.words, other.words) for other in declared), default=0.0)

    best = max(shown, key=support)
    other = max(headings, key=support, default=best)
    certain = any(other.words == title.words for title in declared)
    return other if support(other) > support(best) and (certain or support(best) < _ANOTHER_WORDING) else best


def _unglued(shown: _Title, declared: Sequence[_Title]) -> _Title | None:
    """The declared title with the same letters and more spaces: a kicker's own element may leave none behind it."""
    return next((title for title in declared if _parts_more(title, shown)), None)


def _parts_more(title: _Title, shown: _Title) -> bool:
    own, other = title.candidate.value.split(), shown.candidate.value.split()
    if "".join(title.words) != "".join(shown.words):
        return False
    return len(title.words) > len(shown.words) or (len(own) > len(other) and "".join(own) == "".join(other))


def _bears_out(other: _Title, title: _Title) -> bool:
    added = len(other.words) - len(title.words)
    return other.words == title.words or (
        continues(other.words, title.words) and added <= _MOST_ADDED_WORDS and len(title.words) > added
    )


def _by_weight(declared: Sequence[_Title]) -> list[_Title]:
    def weight(title: _Title) -> float:
        return sum(_WEIGHTS[other.family] for other in declared if _bears_out(other, title))

    return sorted(declared, key=weight, reverse=True)


def _agreed(declared: Sequence[_Title]) -> _Title | None:
    """The title that most kinds of declaration give, if at least two do."""
    for title in _by_weight(declared):
        if len({other.family for other in declared if _bears_out(other, title)} - {"meta twitter:title"}) > 1:
            return title
    return None


def _stands_for(agreed: _Title, shown: _Title, declared: Sequence[_Title]) -> bool:
    """Whether the declared title must stand for the shown heading: it has the kicker or the cut end, or is another."""
    text, other = agreed.candidate.value, shown.candidate.value
    short = len(shown.words) <= _FEWEST_WORDS_OF_A_TITLE
    if not same_script(text, other) and not short:
        return False
    if is_cut(other) and not is_cut(text) and continues(agreed.words, shown.words):
        return True
    ahead = len(agreed.words) - len(shown.words)
    if ahead > 0 and agreed.words[ahead:] == shown.words and len(shown.words) >= _FEWEST_WORDS_OF_A_TITLE:
        kicker = text[: max(text.rfind(":"), text.rfind("："))]
        return title_words(kicker) == agreed.words[:ahead]
    if len(shown.words) > max(_MOST_WORDS_OF_A_HEADLINE, 2 * len(agreed.words)):
        return True
    # In a word or two, one shared by chance is half of them.
    alike = likeness if short else containment
    return all(alike(title.words, shown.words) < _SUPPORTED for title in declared)


def _with_warning(choice: Choice[str], agreed: _Title, shown: _Title) -> Choice[str]:
    if set(shown.words) <= set(agreed.words):
        return choice
    message = f"the heading {shown.candidate.value!r} is not the title that the page declares, {choice.value!r}"
    return Choice(choice.value, choice.evidence, (Warned("headline_conflict", message),))


def _declared_alternatives(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    for item in article_objects(labelled.page.declared)[:1]:
        if text := text_of(item.get("alternativeHeadline")):
            yield Candidate(text, "json-ld alternativeHeadline", text)


def _title_crumbs(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    for number, block, role in blocks_with_role(labelled, "breadcrumb"):
        if len(title_words(block.text)) > _MOST_WORDS_OF_A_SECTION and not is_cut(block.text):
            yield Candidate(block.text, source_of(number, role), block.text)


def _titles_in_another_script(labelled: LabelledPage, site: Site, headline: str) -> Iterator[Candidate[str]]:
    labels = [label for label in site.host_labels if len(label) > 3]
    for source, value in _all_titles(labelled):
        for part in (piece for half in _COLON.split(clean_value(value)) for piece in parts_of(half)):
            joined = "".join(title_words(part))
            if headline and script_of(part) not in (None, script_of(headline)) and not any(n in joined for n in labels):
                yield Candidate(part, source, value)


def _all_titles(labelled: LabelledPage) -> Iterator[tuple[str, str]]:
    yield from _declared_titles(labelled)
    yield from (("microdata name", value) for value in labelled.page.declared.microdata.get("name", ())[:1])


def _is_another(title: Words, headline: Words) -> bool:
    return containment(title, headline) < 1.0 and likeness(title, headline) < _ANOTHER_WORDING
