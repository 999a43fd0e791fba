"""How the time of one page grows with its size, for families of hostile shapes: at most as size ** 1.2.

    python benchmarks/growth.py [FAMILY...] [--sizes 100000 1000000 10000000]

A family is a unit that stands again and again in one place of a page, `title bars`; one may name the beginning. Times
are CPU seconds; what takes less than half a second tells nothing. An error of newsx, such as that of a page of too many
elements, is an answer as well. Exits 1 where a family grows faster.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import newsx

STEEPEST = 1.2
_TELLS = 0.5
_SENTENCE = "गांव के लोगों ने बताया कि पुल टूटने से रोज बारह किलोमीटर का चक्कर लगाना पड़ रहा है।"
_STORY = f"<p>{_SENTENCE} {_SENTENCE}</p>" * 5

UNITS = {
    "words": "पुल टूटा ",
    "letters": "a",
    "spaces": " ",
    "bars": "पुल | ",
    "dashes": "a-",
    "dots": "a.",
    "commas": "राम कुमार, ",
    "colons": "पुल: ",
    "brackets": "(",
    "quotes": "“क” ",
    "danda": "।",
    "marks": "क\u0301\u0301",
    "joiners": "क\u200d",
    "times": "2026-01-02T03:04 ",
    "copyright": "© ",
    "bullets": "• ",
    "addresses": "https://a.example/b ",
    "ampersands": "&amp;amp;",
    "counts": "1/9 ",
    "numbers": "[1] ",
    "sizes": "a.jpg 100w, ",
    "lines": "पुल टूटा\n",
    "references": "References\n",
    "rules": "---\n",
}
"""What stands again and again."""

PLACES: dict[str, tuple[str, str]] = {
    "dump": ("पुल टूटा {}\n\n" + "\n\n".join([_SENTENCE] * 5), "spaces dashes joiners bullets copyright danda numbers"),
    "dump-below": ("\n\n".join([_SENTENCE] * 5) + "\n\n{}", "lines references rules counts addresses commas times"),
    "title": ("<title>{}</title>", "words bars dashes colons marks"),
    "h1": ("<h1>{}</h1>", "words bars marks joiners quotes"),
    "author": ('<meta name="author" content="{}">', "dots dashes commas words"),
    "keywords": ('<meta name="keywords" content="{}">', "commas letters"),
    "description": ('<meta name="description" content="{}">', "words danda brackets"),
    "published": ('<meta property="article:published_time" content="{}">', "times colons dashes"),
    "canonical": ('<link rel="canonical" href="https://a.example/{}">', "dots dashes letters"),
    "host": ('<link rel="canonical" href="https://{}/">', "dots dashes"),
    "site": ('<meta property="og:site_name" content="{}">', "bars marks"),
    "json-author": (
        '<script type="application/ld+json">{{"@type":"NewsArticle","author":"{}"}}</script>',
        "commas dots words",
    ),
    "json-broken": ('<script type="application/ld+json">{{"@type":"NewsArticle","x":[{}</script>', "brackets commas"),
    "script": ("<script>var story = '{}'</script>", "letters brackets words"),
    "byline": ('<div class="byline">By {}</div>', "commas bars dots spaces"),
    "time": ("<time>{}</time>", "times counts dashes"),
    "crumbs": ('<nav class="breadcrumb">{}</nav>', "bars commas"),
    "paragraph": ("<p>{}</p>", "words danda brackets quotes numbers ampersands spaces"),
    "cell": ("<table><tr><td>{}</td><td>1</td></tr></table>", "words dashes"),
    "caption": ("<figure><img src=/a.jpg><figcaption>{}</figcaption></figure>", "words brackets colons"),
    "footer": ("<footer>{}</footer>", "copyright words"),
    "class": ('<div class="{}">x</div>', "words dashes letters"),
    "srcset": ('<img srcset="{}">', "sizes letters addresses"),
    "style": ('<div style="{}">x</div>', "colons spaces"),
}
"""Where it stands, and the units that are tried there."""

ELEMENTS = {
    "paragraphs": "<p>पुल टूटा</p>",
    "pictures": "<p><img src=/a.jpg width=640></p>",
    "figures": "<figure><img src=/a.jpg><figcaption>पुल</figcaption></figure>",
    "links": "<a href=/a>पुल</a> ",
    "hidden": "<div hidden>पुल टूटा</div>",
    "related": '<div class="related"><a href=/a>पुल टूटा</a></div>',
    "headings": "<h2>पुल टूटा</h2>",
    "breaks": "पुल टूटा<br>",
    "open-divs": "<div>",
    "open-bold": "<b>",
    "items": "<ul><li>पुल",
    "cells": "<tr><td>पुल<td>टूटा",
    "scripts": "<script>x</script>पुल ",
    "frames": "<iframe></iframe>पुल ",
    "comments": "<!-- x -->पुल ",
    "posts": "<blockquote class=twitter-tweet>पुल<a href=/a>1</a></blockquote>",
    "quotes": f"<blockquote>{_SENTENCE[:40]}</blockquote>",
    "times": "<time datetime=2026-01-02>2 जनवरी</time> ",
    "items-of-data": "<span itemprop=name>पुल</span> ",
    "entities": "&#x915;&nbsp;",
}
"""Elements that follow each other below the story."""


def families() -> Iterator[tuple[str, Callable[[int], str]]]:
    """The names, and what makes a page of about so many bytes."""
    for place, (around, units) in PLACES.items():
        for unit in units.split():
            yield f"{place} {unit}", lambda size, around=around, unit=UNITS[unit]: _placed(around, unit, size)
    for name, element in ELEMENTS.items():
        yield f"elements {name}", lambda size, element=element: _page(_repeated(element, size))


def _repeated(unit: str, size: int) -> str:
    return unit * (size // len(unit.encode()) + 1)


def _placed(around: str, unit: str, size: int) -> str:
    filled = around.format(_repeated(unit, size))
    return _page(filled) if around.startswith("<") else filled


def _page(inner: str) -> str:
    return f"<html><body><article><h1>गांव का पुल टूटा</h1>{_STORY}</article>{inner}</body></html>"


def seconds(page: str) -> float:
    """What newsx takes for it."""
    data, start = page.encode(), time.process_time()
    with contextlib.suppress(newsx.NewsxError):
        newsx.extract(data)
    return time.process_time() - start


def main() -> int:
    """Measures and prints, the steep ones marked; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("families", nargs="*", default=[""])
    parser.add_argument("--sizes", nargs="+", type=int, default=[100_000, 1_000_000, 10_000_000])
    options = parser.parse_args()
    seconds(_page("")), seconds(_SENTENCE)  # what is loaded once
    tried, steep = 0, 0
    for name, make in families():
        if not name.startswith(tuple(options.families)):
            continue
        times = [seconds(make(size)) for size in options.sizes]
        sized = list(zip(options.sizes, times, strict=True))
        slopes = [
            math.log(later / max(sooner, 0.001)) / math.log(large / small)
            for (small, sooner), (large, later) in pairwise(sized)
            if sooner >= _TELLS / 10 and later >= _TELLS
        ]
        slope = max(slopes, default=0.0)
        tried, steep = tried + 1, steep + (slope > STEEPEST)
        told = ", ".join(f"{taken:.2f} s" for taken in times)
        print(f"{'!' if slope > STEEPEST else ' '} {name}: {told}, n^{slope:.2f}", flush=True)
    print(f"{tried} families, {steep} too steep")
    return int(steep > 0)


if __name__ == "__main__":
    sys.exit(main())
