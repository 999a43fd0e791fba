"""Which blocks of a page are the story, by the gold of a corpus or by the roles of a made page."""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from newsx.page import Block
from quality.training.grammar.page import Segment, squeeze

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e]+[^\W_]*)*")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SHINGLE = 4
_HELD = 0.5
"""Share of a block's shingles in the gold from which on it is story."""
_SHORT_WORDS = 12
_REACH = 6
"""Blocks from the nearest sure one within which a short one can be story."""
_WINDOW = 60


def words_of(text: str) -> list[str]:
    """The words of a text, as shingles are made of; ideographs and kana are words each."""
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return [part for word in _WORD.findall(plain) for part in (_IDEOGRAPH.sub(r" \g<0> ", word).split() or [word])]


def text_of(block: Block) -> str:
    """The text of a block as a corpus has it: the cells of a table without bars."""
    return "\n".join(" ".join(row) for row in block.rows) if block.rows else block.text


def gold_text(gold: dict[str, Any]) -> str:
    """The body text of a corpus's gold."""
    return (
        str(gold["body_text"])
        if "body_text" in gold
        else "\n\n".join(block["text"] for block in gold.get("body") or [])
    )


def story_by_gold(blocks: Sequence[Block], body: str) -> list[bool]:
    """For each block whether it is of the story: its shingles stand in the gold, or it stands short between such.

    Of several blocks with one text that nearest to the others is kept, as often as the gold has it.
    """
    gold = words_of(body)
    found = [False] * len(blocks)
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(gold) - _SHINGLE + 1):
        places[tuple(gold[at : at + _SHINGLE])].append(at)
    words = [words_of(text_of(block)) for block in blocks]
    spans: dict[int, tuple[int, int]] = {}
    for number, own in enumerate(words):
        shingles = [tuple(own[at : at + _SHINGLE]) for at in range(len(own) - _SHINGLE + 1)]
        held = [shingle for shingle in shingles if shingle in places]
        if held and len(held) >= _HELD * len(shingles):
            spans[number] = places[held[0]][0], places[held[-1]][-1] + _SHINGLE
    for number in _each_once(spans, words, places):
        found[number] = True
    sure = [number for number, is_story in enumerate(found) if is_story]
    for number, own in enumerate(words):
        if sure and own and not found[number] and len(own) <= _SHORT_WORDS and number not in spans:
            found[number] = _stands_between(number, own, sure, spans, gold)
    return found


def _each_once(
    spans: dict[int, tuple[int, int]], words: Sequence[list[str]], places: dict[tuple[str, ...], list[int]]
) -> list[int]:
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in spans:
        same[tuple(words[number])].append(number)
    single = [numbers[0] for numbers in same.values() if len(numbers) == 1]
    weight = sum(len(words[number]) for number in single)
    centre = sum(number * len(words[number]) for number in single) / weight if weight else 0.0
    kept: list[int] = []
    for own, numbers in same.items():
        times = max(1, len(places[own[:_SHINGLE]]))
        kept += sorted(numbers, key=lambda number: abs(number - centre))[:times]
    return kept


def _stands_between(
    number: int, own: list[str], sure: list[int], spans: dict[int, tuple[int, int]], gold: list[str]
) -> bool:
    at = bisect.bisect(sure, number)
    before = sure[at - 1] if at else None
    after = sure[at] if at < len(sure) else None
    if (after is None and before is not None and number - before > _REACH) or (
        before is None and after is not None and after - number > _REACH
    ):
        return False
    low = spans[before][1] - 1 if before is not None else max(0, spans[after][0] - _WINDOW) if after is not None else 0
    high = spans[after][0] + 1 if after is not None else low + _WINDOW
    return f" {' '.join(own)} " in f" {' '.join(gold[max(0, low) : high])} "


def story_by_roles(blocks: Sequence[Block], segments: Sequence[Segment]) -> list[bool]:
    """For each block of a made page whether most of it are segments of the story."""
    text: list[str] = []
    story: list[bool] = []
    for segment in segments:
        squeezed = squeeze(segment.text)
        text.append(squeezed)
        story += [segment.role in ("body", "subheading", "update")] * len(squeezed)
    whole = "".join(text)
    found: list[bool] = []
    position = 0
    for block in blocks:
        squeezed = squeeze(text_of(block))
        at = whole.find(squeezed, position) if squeezed else -1
        if at < 0:
            found.append(False)
            continue
        position = at + len(squeezed)
        found.append(2 * sum(story[at:position]) > len(squeezed))
    return found
