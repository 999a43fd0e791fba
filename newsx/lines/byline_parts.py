"""A byline cut into its parts, each with what the label before or behind it says: who wrote, who edited."""

from __future__ import annotations

from typing import NamedTuple

from newsx.lines.calendar import calendar
from newsx.lines.credits import CreditRole, credit_features, credit_words, is_agency
from newsx.text.words import Token, tokenize

EDGES = " \t,.:;-–—|*·•'\"“”‘’✍🖊🖋\ufe0f"
_PART_MARKS = frozenset("|•·●/–—\n[](){}।;")
_ENDS_LABEL = frozenset("|•·●\n")
_LABEL_MARKS = frozenset(":-–|=")
_LONGEST_TIME_LABEL = 4


class Part(NamedTuple):
    """A stretch of the line under one label; no label gives the role None."""

    text: str
    role: CreditRole | None


def cut_parts(text: str, spans: list[tuple[int, int]]) -> list[Part]:
    """The line cut at the times, which stand at `spans`, at marks, and before labels."""
    parts: list[Part] = []
    start = 0
    for span_start, span_end in [*spans, (len(text), len(text))]:
        if span_start > start:
            stretch = text[start:span_start]
            if stretch.strip(EDGES):
                parts += _labelled_parts(stretch, after_time=start > 0, before_time=span_end > span_start)
        start = max(start, span_end)
    return parts


def _labelled_parts(stretch: str, *, after_time: bool, before_time: bool) -> list[Part]:
    if is_agency(stretch.strip(EDGES)):  # पीटीआई/एएनआई stays one
        return [Part(stretch, None)]
    tokens = tokenize(stretch)
    if before_time:
        del tokens[_end_without_time_label(tokens) :]
        stretch = stretch[: tokens[-1].end] if tokens else ""
    parts: list[Part] = []
    role: CreditRole | None = None
    start = position = 0
    while position < len(tokens):
        token = tokens[position]
        label = _label_at(tokens, position, after_time=after_time) if token.is_word else None
        after = _label_after(tokens, position) if token.is_word and label is None else None
        if label is not None:
            parts.append(Part(stretch[start : token.start], role))
            role, position = label
            start = tokens[position - 1].end
        elif after is not None:
            parts.append(Part(stretch[start : token.start], after[0]))
            role, position = None, after[1]
            start = tokens[position - 1].end
        elif token.text in _PART_MARKS or (token.text == "-" and _is_dash(tokens, position)):
            parts.append(Part(stretch[start : token.start], role))
            if token.text in _ENDS_LABEL:
                role = None
            start = token.end
            position += 1
        else:
            position += 1
    parts.append(Part(stretch[start:], role))
    return parts


def _is_dash(tokens: list[Token], position: int) -> bool:
    """A hyphen with a space at a side parts; one inside a name does not."""
    if position in (0, len(tokens) - 1):
        return True
    return tokens[position - 1].end < tokens[position].start or tokens[position].end < tokens[position + 1].start


def _label_at(tokens: list[Token], position: int, *, after_time: bool) -> tuple[CreditRole, int] | None:
    """A label that begins here, and the position behind it and its colon."""
    if tokens[position].key not in credit_features().label_starts:
        return None
    before = tokens[position - 1] if position else None
    glued = before is not None and before.end == tokens[position].start
    if before is not None and glued and before.text in ".'’-":
        return None
    words = credit_words()
    for size in range(min(words.longest_label, len(tokens) - position), 0, -1):
        phrase = tuple(token.key for token in tokens[position : position + size])
        behind = position + size
        mark = tokens[behind].text if behind < len(tokens) else ""
        role = words.plain_labels.get(phrase)
        marked = mark in _LABEL_MARKS and mark != ""
        if marked:
            role = words.colon_labels.get(phrase) or role
        elif role is None and mark == "," and (position == 0 or _opens_part(tokens, position)):
            role = words.colon_labels.get(phrase)
            marked = role in ("written", "other")  # Author, मीरा जोशी / Role, संवाददाता
            role = role if marked else None
        named = marked and mark in (",", ":")
        if role is None or (role == "other" and not named and size == 1 and (position or not after_time)):
            continue  # a preposition names the section only right behind the time: August 25, 2026 in कुमाऊं
        apart = before is None or not before.is_word
        opens = apart or size > 1 or (marked and mark != "|")  # Staff Reporter | पटना
        if opens or (tokens[position].text[0].isupper() and glued):
            return role, behind + marked
    return None


def _opens_part(tokens: list[Token], position: int) -> bool:
    """Whether a label stands right behind a mark, or glued to the word before it."""
    before = tokens[position - 1]
    return not before.is_word or before.end == tokens[position].start


def _label_after(tokens: list[Token], position: int) -> tuple[CreditRole, int] | None:
    """A label that stands behind its name and ends the part: अमित शर्मा द्वारा, नेहा सिंह की रिपोर्ट."""
    if tokens[position].key not in credit_features().label_after_starts or not position:
        return None
    if not tokens[position - 1].is_word:
        return None
    words = credit_words()
    for size in range(min(words.longest_label, len(tokens) - position), 0, -1):
        role = words.labels_after.get(tuple(token.key for token in tokens[position : position + size]))
        behind = position + size
        if role is not None and (behind == len(tokens) or not tokens[behind].is_word):
            return role, behind
    return None


def _end_without_time_label(tokens: list[Token]) -> int:
    """How many tokens stand before the words that lead to the time behind them (Publish Date:, अपडेटेड, on)."""
    last, leading = len(tokens), calendar().connectors | calendar().before_time
    while last and (not tokens[last - 1].is_word or tokens[last - 1].key in leading):
        last -= 1
    labels = calendar().labels
    for size in range(min(_LONGEST_TIME_LABEL, last), 0, -1):
        if " ".join(token.key for token in tokens[last - size : last]) in labels:
            return last - size
    return last
