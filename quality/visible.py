"""Which words of a page's visible text are in none of its blocks, kept or dropped, as a browser shows the page.

    python -m quality.visible                # all corpora of ../shared that hold markup, and the fixtures
    python -m quality.visible real2 --limit 50 --words

Chromium reads the pages without a screen, without their scripts and without the network. What a field of a form offers
to choose from is no text of the page. Exits 1 where more than one
word in a thousand of a corpus is lost, or where there is no Chromium.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import newsx
from newsx.pipeline import examine
from newsx.read.decode import decode
from newsx.read.mhtml import unpack
from newsx.text.fold import fold
from newsx.text.words import words

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpus"
MOST_LOST = 0.001
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_AT_ONCE = 20
_SECONDS = 300
_TIMES = 3
_OPTIONS = (
    "--headless --disable-gpu --no-first-run --disable-sync --disable-extensions --disable-component-update "
    "--disable-background-networking --disable-domain-reliability --disable-dev-shm-usage --virtual-time-budget=10000 "
    "--proxy-server=http://127.0.0.1:9 --dump-dom"
).split()
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-own'"
_FRAME = f"""<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<style>html, body {{ display: block !important; visibility: visible !important }}
amp-sidebar {{ display: none }}</style>
<script nonce="own">
  const tell = () => {{
    if (!document.body.getClientRects().length) return setTimeout(tell, 100)
    document.querySelectorAll("select").forEach(choice => choice.remove())
    parent.postMessage([NUMBER, document.body.innerText], "*")
  }}
  addEventListener("load", tell)
</script>"""
_STYLE = "position: fixed; top: 0; left: 0; width: 1200px; height: 900px"
"""All pages are in view one above the other: what is not, is not laid out, and its invisible text is told as well."""
_COLLECT = (
    '<!DOCTYPE html><meta charset="utf-8"><pre id="found"></pre><script>const found = {};'
    "addEventListener('message', event => { found[event.data[0]] = event.data[1];"
    "document.getElementById('found').textContent = JSON.stringify(found) })</script>"
)
_FOUND = re.compile(r'<pre id="found">(.*?)</pre>', re.DOTALL)
_DOCTYPE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>]*>)?", re.IGNORECASE)


def browser() -> str | None:
    """The program, None where none is installed."""
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


def shown_texts(program: str, pages: Sequence[str]) -> list[str | None]:
    """The visible text of each page, None where the browser gave none.

    On a machine that is busy it may write the page before all frames have told their text: those are shown again.
    """
    texts: list[str | None] = [None] * len(pages)
    for _ in range(_TIMES):
        missing = [number for number, text in enumerate(texts) if text is None]
        if missing:
            for number, text in zip(missing, _shown_once(program, [pages[n] for n in missing]), strict=True):
                texts[number] = text
    return texts


def _shown_once(program: str, pages: Sequence[str]) -> list[str | None]:
    frames = []
    for number, page in enumerate(pages):
        head = _DOCTYPE.match(page)
        at = head.end() if head else 0
        source = page[:at] + _FRAME.replace("NUMBER", str(number)) + page[at:]
        frames.append(f'<iframe sandbox="allow-scripts" style="{_STYLE}" srcdoc="{html.escape(source)}"></iframe>')
    with tempfile.TemporaryDirectory(prefix="n", ignore_cleanup_errors=True) as folder:
        driver = Path(folder) / "pages.html"
        driver.write_text("\n".join([_COLLECT, *frames]), "utf-8", "surrogatepass")
        own = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command = [program, *_OPTIONS, *own, f"--user-data-dir={folder}/profile", driver.as_uri()]
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    found = _FOUND.search(done.stdout.decode("utf-8", "replace"))
    told = json.loads(html.unescape(found[1]) or "{}") if found else {}
    return [told.get(str(number)) for number in range(len(pages))]


def lost_words(shown: str, blocks: Sequence[str]) -> tuple[int, Counter[str]]:
    """How many words a text has, and those of them that no block holds, as often as they are missing.

    What stands together in one and apart in the other is not lost.
    """
    wanted = Counter(word for word in words(fold(shown)) if any(map(str.isalnum, word)))
    folded = [fold(text) for text in blocks]
    held = Counter(word for text in folded for word in words(text))
    run = "".join("".join(words(text)) for text in folded)
    lost = Counter[str]()
    for word, times in wanted.items():
        missing = times - max(held[word], run.count(word) if held[word] < times else 0)
        if missing > 0:
            lost[word] = missing
    return wanted.total(), lost


def pages_of(corpus: str) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of a corpus' pages that hold markup."""
    if corpus == "fixtures":
        found = sorted(path for path in (ROOT / "fixtures").glob("*/page.*"))
    else:
        found = sorted((CORPORA / corpus / "pages").iterdir())
    for path in found:
        if path.suffix != ".txt":
            name = path.parent.name if corpus == "fixtures" else path.stem
            data = path.read_bytes()
            yield name, gzip.decompress(data) if path.suffix == ".gz" else data


def markup_of(data: bytes, form: str) -> str:
    """The page's markup as text."""
    return unpack(data).decoded.text if form == "mhtml" else decode(data).text


def measure(program: str, corpus: str, limit: int | None) -> tuple[int, int, int, Counter[str]]:
    """Pages, words, words lost, and the words lost by page and word."""
    pages, total, lost = 0, 0, 0
    which = Counter[str]()
    waiting: list[tuple[str, str, list[str]]] = []

    def settle() -> None:
        nonlocal pages, total, lost
        for (name, _, blocks), shown in zip(
            waiting, shown_texts(program, [markup for _, markup, _ in waiting]), strict=True
        ):
            if shown is None:
                print(f"{corpus} {name}: the browser shows nothing", file=sys.stderr)
                continue
            count, missing = lost_words(shown, blocks)
            pages, total, lost = pages + 1, total + count, lost + missing.total()
            which.update({f"{name} {word}": times for word, times in missing.items()})
        waiting.clear()

    for name, data in list(pages_of(corpus))[:limit]:
        try:
            labelled = examine(data).labelled
        except newsx.NewsxError as error:
            print(f"{corpus} {name}: {error}", file=sys.stderr)
            continue
        blocks = [block.text for block in labelled.page.blocks]
        waiting.append((name, markup_of(data, labelled.page.form), blocks))
        if len(waiting) == _AT_ONCE:
            settle()
    if waiting:
        settle()
    return pages, total, lost, which


def main() -> int:
    """Measures and prints; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*")
    parser.add_argument("--limit", type=int, help="pages of each corpus")
    parser.add_argument("--words", action="store_true", help="print the words lost, by page")
    options = parser.parse_args()
    program = browser()
    if program is None:
        print(f"there is no browser: none of {', '.join(_BROWSERS)} is installed", file=sys.stderr)
        return 1
    there = sorted(path.parent.name for path in CORPORA.glob("*/pages") if not path.parent.name.endswith("-dumps"))
    worst = 0.0
    for corpus in options.corpora or ["fixtures", *there]:
        pages, total, lost, which = measure(program, corpus, options.limit)
        share = lost / max(1, total)
        worst = max(worst, share)
        print(f"{corpus}: {lost:,} of {total:,} words of {pages} pages in no block, {share:.3%}", flush=True)
        for word, times in which.most_common() if options.words else ():
            print(f"  {times:>5}  {word}")
    return int(worst > MOST_LOST)


if __name__ == "__main__":
    sys.exit(main())
