"""Roles that a line has by its wording: the lexicon's phrases, and labels such as संक्षेप."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from newsx.label.draft import Draft, Signs
from newsx.lexicon.function_words import content_words
from newsx.lexicon.phrases import EDGES, Match, bare_invitations, begins_frame, ends_frame
from newsx.page import Label, Role

_LONG_FORMS = frozenset(
    {"promo", "share", "read_also", "disclaimer", "footer", "embed", "caption", "interface", "comments"}
)
"""Roles whose lines are whole sentences at times; the others' phrases count in short lines only."""
_HOW = {"whole line": "the line is", "begins with": "the line begins with", "contains": "the line has"}
_NO_WORD = re.compile(r"^[^0-9A-Za-z\u00c0-\u1fff\u2c00-\uffff]*$")
_FORM_FIELD = re.compile(r"_{3,}|\(BUTTON\)|\[ \]|\( \)|\(\*\)|\[BUTTON[^\]]*\](?: \(not implemented\))?")
_MARKDOWN_PICTURE = re.compile(r"!\[[^\]]*\]\([^()\s]*\)")
_LEAST_DOUBLED = 16
_NEIGHBOUR_WORDS = 4
_EMBED_REACH = 6
_FRAME_REACH = 14
_MOST_CARD_LINES = 4
_MOST_CARD_WORDS = 35
_LEAST_SHARED_WORDS = 2
"""Words that a teaser shares with its headline and not with the story around it."""
_STORY_ABOVE = 8


def without_words(draft: Draft) -> Iterator[tuple[int, Label]]:
    """Lines of signs alone, form fields of text browsers, and texts of pictures that w3m writes twice."""
    for position, block in enumerate(draft.blocks):
        text = block.text
        half = len(text) // 2
        if _NO_WORD.match(text):
            yield position, Label("interface", "signs without a word")
        elif len(text) >= _LEAST_DOUBLED and text[:half] == text[half:]:
            yield (
                position,
                Label("caption", "the same words twice without a space, as w3m writes the text of a picture"),
            )
        elif _MARKDOWN_PICTURE.fullmatch(text):
            yield position, Label("caption", "a picture as Markdown writes it")
        elif ("_" in text or "(" in text or "[" in text) and _FORM_FIELD.search(text):
            yield position, Label("interface", "a form field of a text browser")


def wording(draft: Draft) -> Iterator[tuple[int, Label]]:
    """Lines that the lexicon knows; a label's line gets the role ``label``."""
    for position, signs in enumerate(draft.signs):
        if signs.label and signs.label.whole_line and signs.label.part != "byline":
            yield position, Label("label", f"label “{signs.label.phrase}” over the {signs.label.part}")
        elif signs.match and (signs.match.role in _LONG_FORMS or not signs.is_prose) and not _is_credited(signs):
            yield position, Label(cast(Role, signs.match.role), _reason(signs.match))


def _is_credited(signs: Signs) -> bool:
    """A paragraph behind the credit of the picture above it, glued to its head; a caption is one sentence."""
    match = signs.match
    return match is not None and match.role == "caption" and match.how == "begins with" and signs.sentences > 1


def _reason(match: Match) -> str:
    if match.how == "pattern":
        return f"reads like {match.phrase}"
    return f"{_HOW[match.how]} “{match.phrase}”"


def embeds(draft: Draft) -> Iterator[tuple[int, Label]]:
    """Lines of embedded posts, and on a Hindi page the lines in Latin letters that touch them."""
    for position, signs in enumerate(draft.signs):
        if signs.match is None or signs.match.role != "embed":
            continue
        yield position, Label("embed", _reason(signs.match))
        for beside in (position - 1, position + 1):
            if 0 <= beside < len(draft.signs) and _is_latin_beside_hindi(draft, beside):
                yield beside, Label("embed", "a line in Latin letters beside an embedded post")


def framed(draft: Draft) -> Iterator[tuple[int, Label]]:
    """Boxes that the page offers to skip, from the line that offers it to the one that ends them."""
    for first, signs in enumerate(draft.signs):
        if signs.words > _MOST_CARD_WORDS or not begins_frame(signs.folded):
            continue
        reach = range(first + 1, min(first + 1 + _FRAME_REACH, len(draft.signs)))
        last = next((n for n in reach if ends_frame(draft.signs[n].folded)), None)
        for position in range(first, last + 1) if last is not None else ():
            yield position, Label("embed", f"in the box that “{draft.blocks[first].text}” offers to skip")


def _is_latin_beside_hindi(draft: Draft, position: int) -> bool:
    if not draft.signs[position].folded.isascii() or draft.page.boxes:
        return False
    around = draft.signs[max(0, position - _EMBED_REACH) : position + _EMBED_REACH]
    return any(signs.is_prose and not signs.folded.isascii() for signs in around)


def read_also_neighbours(draft: Draft) -> Iterator[tuple[int, Label]]:
    """The headline that a bare यह भी पढ़ें belongs to: the line after it, or before it where markup puts it first."""
    for position, signs in enumerate(draft.signs):
        if draft.role(position) != "read_also" or signs.folded.strip(EDGES) not in bare_invitations():
            continue
        after, before = position + 1, position - 1
        follows = after < len(draft.signs) and _is_teaser(draft, after)
        precedes = before >= 0 and _is_teaser(draft, before)
        if follows and precedes:
            follows = not (draft.blocks[after].gap_before and not draft.blocks[position].gap_before)
        card = _card(draft, position)
        if precedes and len(card) > 1:
            for member in card:
                yield member, Label("read_also", f"in one card with “{draft.blocks[position].text}”")
        elif follows:
            for member in _list_from(draft, after):
                yield member, Label("read_also", f"headline under “{draft.blocks[position].text}”")
        elif precedes:
            yield before, Label("read_also", f"headline over “{draft.blocks[position].text}”")


def _list_from(draft: Draft, first: int) -> list[int]:
    """A headline, and with it the rest of its list, or the sentence below it that tells of the same other story."""
    members = [first]
    if draft.blocks[first].kind == "list_item":
        while members[-1] + 1 < len(draft.signs) and _is_teaser_item(draft, members[-1] + 1):
            members.append(members[-1] + 1)
        return members
    below = first + 1
    if below < len(draft.signs) and draft.is_free(below) and draft.signs[below].words <= _MOST_CARD_WORDS:
        shared = set(content_words(draft.signs[first].folded)) & set(content_words(draft.signs[below].folded))
        for above in range(max(0, first - _STORY_ABOVE), first):
            if draft.signs[above].is_prose:
                shared.difference_update(content_words(draft.signs[above].folded))
        if len(shared) >= _LEAST_SHARED_WORDS:
            members.append(below)
    return members


def _is_teaser_item(draft: Draft, position: int) -> bool:
    return draft.blocks[position].kind == "list_item" and draft.is_free(position) and not draft.signs[position].is_prose


def _is_teaser(draft: Draft, position: int) -> bool:
    signs = draft.signs[position]
    return draft.is_free(position) and signs.words >= _NEIGHBOUR_WORDS and not signs.is_prose


def _card(draft: Draft, position: int) -> list[int]:
    """The lines right above a bare invitation, up to the gap that parts the card from the paragraph before it."""
    members: list[int] = []
    for above in range(position - 1, max(-1, position - 1 - _MOST_CARD_LINES), -1):
        if draft.blocks[above + 1].gap_before:
            return members
        if not draft.is_free(above) or draft.signs[above].words > _MOST_CARD_WORDS:
            return []
        members.append(above)
    return []
