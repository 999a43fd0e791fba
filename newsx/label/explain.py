"""Why a block is story or not: the terms that weighed most, as a sentence. Names of the terms: terms.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from newsx.label.context import CONTEXT, read_context
from newsx.label.draft import Draft, begin
from newsx.label.features import read_features
from newsx.label.headline_features import FEATURES, read_candidates
from newsx.label.ranker import headline_ranker
from newsx.label.stages import with_story
from newsx.label.story import first_pass, scored, scorer
from newsx.label.weights import load_odds, weights_for
from newsx.lexicon.load import load_toml
from newsx.page import LabelledPage, Term

_SHOWN = 3
_FIRST = CONTEXT.index("first")
_NEIGHBOUR = re.compile(r"(?P<name>[a-z_]+?)(?P<step>[_+-]\d)$")
_BOX = re.compile(r"box\d_(?P<name>share|links|blocks)")
_FAMILIES = (
    ("dates", re.compile(r"dates\d")),
    ("neighbours", re.compile(r"first[_+]\d")),
    ("story_around", re.compile(r"story_(?:above|below|around)")),
    ("mean", re.compile(r"mean_\w+")),
    ("distance", re.compile(r"from_first|to_last|since_story|until_story|before_story")),
    ("group_mean", re.compile(r"(?:parent|style|grand|great)_mean")),
    ("group_size", re.compile(r"(?:parent|style|grand|great)_size|parent_share")),
    ("story_box", re.compile(r"story_(?:up|down|direct)")),
)


def explain(labelled: LabelledPage) -> LabelledPage:
    """The page with the terms behind each score, the heaviest of them in the reasons of scored blocks."""
    draft = begin(labelled.page)
    weights = weights_for(draft.page)
    facts = read_features(draft, load_odds(weights))
    first, second = scorer(weights, "first"), scorer(weights, "second")
    scores = first_pass(facts, first)
    rows = dict(read_context(draft.page, facts, scores))
    labels = list(labelled.labels)
    for number, alone in facts.rows.items():
        row = rows.get(number, alone)
        found = first.trees.terms(alone)
        if number in rows:
            found = _opened(second.trees.terms(row), found)
        ranked = sorted(found.items(), key=lambda term: -abs(term[1]))
        terms = tuple(Term(CONTEXT[feature], row[feature], round(weight, 4)) for feature, weight in ranked)
        likely = second(row) if number in rows else scores[number]
        own = labels[number]
        reason = sentence(scored(likely), terms) if own.likely is not None else own.reason
        labels[number] = replace(own, reason=reason, terms=terms)
        scores[number] = likely
    for number, own in enumerate(labelled.labels):
        if own.role == "headline" and own.likely is not None:
            terms = _of_headline(draft, scores, number)
            labels[number] = replace(own, reason=sentence(own.reason, terms), terms=terms)
    return replace(labelled, labels=tuple(labels))


def _of_headline(draft: Draft, scores: Mapping[int, float], number: int) -> tuple[Term, ...]:
    """What lifted a line above the others that might have been the headline. scores: of the blocks to be story."""
    draft, story = with_story(draft, scores)
    rows = {} if story is None else read_candidates(draft, story)
    if number not in rows:
        return ()
    ahead = sorted(headline_ranker().ahead(rows, number).items(), key=lambda term: -abs(term[1]))
    values = dict(zip(FEATURES, rows[number], strict=True))
    return tuple(Term(name, values[name], round(weight, 4)) for name, weight in ahead)


def sentence(opening: str, terms: tuple[Term, ...]) -> str:
    """A score in words: how probable, and what spoke most for and against.

    >>> sentence("story with a probability of 0.98", (Term("letters", 312.0, 1.5), Term("links", 0.8, -0.4)))
    'story with a probability of 0.98; for it: its length; against it: its share of links'
    """
    top = terms[:_SHOWN]
    sides = (("for it", [term for term in top if term.weight > 0]), ("against it", [t for t in top if t.weight <= 0]))
    told = (f"{side}: {', '.join(dict.fromkeys(name_of(t.feature) for t in own))}" for side, own in sides if own)
    return "; ".join([opening, *told])


def name_of(feature: str) -> str:
    """What a feature is called in a sentence.

    >>> name_of("letters"), name_of("links+1"), name_of("box2_share")
    ('its length', 'its share of links (the block after it)', 'the running text in a box around it')
    """
    names = _names()
    if feature in names:
        return names[feature]
    for family, pattern in _FAMILIES:
        if pattern.fullmatch(feature):
            return names[family]
    if box := _BOX.fullmatch(feature):
        return names[box["name"] if box["name"] == "share" else f"of_{box['name']}"]
    neighbour = _NEIGHBOUR.fullmatch(feature)
    if neighbour is None:
        return feature.replace("_", " ")
    name = neighbour["name"]
    side = "after" if neighbour["step"].startswith("+") else "before"
    return f"{names.get(name, name.replace('_', ' '))} (the block {side} it)"


def _opened(second: dict[int, float], first: dict[int, float]) -> dict[int, float]:
    """The terms of the second pass; that of the first pass's score is parted among the terms which made that score."""
    score = second.pop(_FIRST, 0.0)
    whole = sum(first.values()) or 1.0
    for feature, weight in first.items():
        second[feature] = second.get(feature, 0.0) + score * weight / whole
    return second


@cache
def _names() -> dict[str, str]:
    return dict(load_toml("newsx.label", "terms.toml")["names"])
