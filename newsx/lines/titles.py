"""Titles compared by their words, and titles without the site's name, a slug or another title around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

from newsx.lexicon.load import folded_entries
from newsx.text.fold import fold, fold_word
from newsx.text.scripts import script_of
from newsx.text.words import count_words, is_pair, words

Words = tuple[str, ...]

_MOST_PARTS = 24
"""Parts of a title: the most that a title in ../shared/corpus has is nine."""
_SEPARATOR = re.compile(r"(\s+[|–—\-»«›‹·•]+\s+|\s*[|｜ㅣ]\s*|\s+::\s+)")
_SIGN_OF_SEPARATOR = re.compile(r"[|｜ㅣ–—»«›‹·•-]|::")
_DOMAIN = re.compile(r"^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,4}$", re.IGNORECASE)
_SELF_LINK = re.compile(r"^\s*[¶§🔗\uf0c1]+\s*|\s*[¶§🔗\uf0c1]+\s*$")
_HASH_BESIDE = re.compile(r"^\s*#\s+|(?<!\s[^\W\d_])(?<!^[^\W\d_])\s+#\s*$")
"""A `#` apart, but not that of a name of one letter, as C # is."""
_HASH_TAG = re.compile(r"\s*[|｜–—-]\s*#[^\s#|]+\s*$")
_FILE_ENDING = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|mp4)$", re.IGNORECASE)
_NUMBERED = re.compile(r"[\s_-]*\d{2,}")
_CUT_SLUG = re.compile(r"(?=\d*[A-Za-z])(?=[A-Za-z]*\d)[A-Za-z\d]+")
_FEWEST_TITLE_WORDS = 3
_MOST_WORDS_BESIDE_A_NAME = 2
_ELLIPSIS = re.compile(r"\s*(?:\.{3}|…)$")


@lru_cache(maxsize=512)
def title_words(text: str) -> Words:
    """The folded words of a title, for comparing only.

    >>> title_words("न्यूज़: क्‍या Budget-2026 में?") == title_words("न्यूज क्या budget 2026 में")
    True
    """
    return tuple(words(fold(unicodedata.normalize("NFKC", text))))


def count_title_words(text: str) -> int:
    """The number of a title's words; of scripts that write none apart, an estimate by its signs."""
    found = title_words(text)
    pairs = sum(map(is_pair, found))
    return len(found) - pairs + count_words("".join(word[0] for word in found if is_pair(word))) - (not pairs)


@lru_cache(maxsize=512)
def _joined(text: str) -> str:
    return "".join(title_words(text))


def likeness(one: Words, other: Words) -> float:
    """How alike two titles are, 0.0 to 1.0: twice the shared words by the words of both (Dice)."""
    if not one or not other:
        return 0.0
    own, others = set(one), set(other)
    return 2 * len(own & others) / (len(own) + len(others))


def containment(one: Words, other: Words) -> float:
    """The share of the shorter title's words that stand in the other, 0.0 to 1.0."""
    if not one or not other:
        return 0.0
    own, others = set(one), set(other)
    return len(own & others) / min(len(own), len(others))


def parts_of(title: str) -> list[str]:
    """The parts of a title between separators such as `` | `` and `` - ``.

    >>> parts_of("बाढ़ का पानी घटा - Patna News | समाचार पत्र")
    ['बाढ़ का पानी घटा', 'Patna News', 'समाचार पत्र']
    """
    return [part.strip() for part in _pieces(title)[::2] if part.strip()]


def _pieces(title: str) -> list[str]:
    """The parts of a title, and between them the separators; what has more parts than a title has is taken whole."""
    pieces = _SEPARATOR.split(title) if _SIGN_OF_SEPARATOR.search(title) else [title]
    return pieces if len(pieces) < 2 * _MOST_PARTS else [title]


def is_site_name(text: str, names: Iterable[str]) -> bool:
    """Whether a text is nothing but a name of the site, spaces and case aside, or a bare domain.

    >>> is_site_name("PaharSamachar", ["Pahar Samachar"]), is_site_name("pahar.in", []), is_site_name("पहाड़ टूटा", [])
    (True, True, False)
    """
    joined = _joined(text)
    return bool(_DOMAIN.match(text.strip())) or (joined != "" and joined in map(_joined, names))


def tells_site(part: str, names: Iterable[str]) -> bool:
    """Whether a part of a title only says where it stands: a name of the site with at most a few words about it.

    >>> tells_site("Pahar Samachar Hindi News", ["Pahar Samachar"])
    True
    """
    own = set(title_words(part))
    return is_site_name(part, names) or any(
        wanted <= own and len(own) - len(wanted) <= _MOST_WORDS_BESIDE_A_NAME
        for name in names
        if (wanted := set(title_words(name)))
    )


def without_site(title: str, names: Collection[str], others: Collection[Words] = ()) -> str:
    """The title without what is set around it: site names, an English slug, and whatever another title does without.

    Args:
        title: a declared title such as `og:title`, cleaned.
        names: names of the site.
        others: the words of the page's other titles, best first.

    >>> shown = title_words("नदी का जलस्तर घटा")
    >>> without_site("नदी का जलस्तर घटा - Patna News | Pahar Samachar", ["Pahar Samachar"], [shown])
    'नदी का जलस्तर घटा'
    >>> without_site("नदी का जलस्तर घटा - river level falls in patna", [])
    'नदी का जलस्तर घटा'
    """
    pieces = _pieces(title.strip())
    while len(pieces) > 1 and tells_site(pieces[-1], names):
        del pieces[-2:]
    while len(pieces) > 1 and tells_site(pieces[0], names):
        del pieces[:2]
    pieces = _as_another_title(pieces, others) or _without_short_end(_without_cut_slug(_without_slug(pieces)))
    return "".join(pieces).strip()


def bare_title(text: str) -> str:
    """A shown title without what is set behind it: the sign that links a heading to itself, a hash tag, ``- Home``.

    >>> bare_title("नदी का जलस्तर घटा¶"), bare_title("जलस्तर घटा | #KosiNetwork"), bare_title("जलस्तर घटा - Home")
    ('नदी का जलस्तर घटा', 'जलस्तर घटा', 'जलस्तर घटा')
    >>> bare_title("#MeToo के पांच साल"), bare_title("वापसी - घर")
    ('#MeToo के पांच साल', 'वापसी - घर')
    """
    bare = _HASH_TAG.sub("", _SELF_LINK.sub("", text)).strip()
    pieces = _pieces(bare)
    while len(pieces) > 1 and fold(pieces[-1]) in folded_entries("titles.toml", "no_part"):
        del pieces[-2:]
    for word in folded_entries("titles.toml", "self_links"):
        before = bare[: -len(word)]
        # Behind a space the word may be the title's own, but not in another script than the title's.
        if fold_word(bare[-len(word) :]) == word and (not before.endswith(" ") or not before.isascii()):
            return before.strip() or text
    return "".join(pieces).strip() or text


def without_hash(text: str) -> str:
    """A title from a dump without the ``#`` beside it that linked it to itself; only markup tells it from a word.

    >>> without_hash("नदी का जलस्तर घटा #"), without_hash("# नदी का जलस्तर घटा"), without_hash("नई भाषा C #")
    ('नदी का जलस्तर घटा', 'नदी का जलस्तर घटा', 'नई भाषा C #')
    """
    return _HASH_BESIDE.sub("", text)


def is_file_name(text: str) -> bool:
    """Whether a text is the name of a picture's file: WhatsApp Image 2022 08 06 at 8.11.10 PM, IMG_2041.jpg."""
    if _FILE_ENDING.search(text):
        return True
    folded = fold(text)
    first = next((name for name in folded_entries("titles.toml", "file_names") if folded.startswith(name)), None)
    return first is not None and bool(_NUMBERED.match(folded[len(first) :]))


def is_cut(title: str) -> bool:
    """Whether a title ends in an ellipsis, as one that was cut to a length does."""
    return bool(_ELLIPSIS.search(title))


def continues(longer: Words, shorter: Words) -> bool:
    """Whether `longer` begins with all the words of `shorter` and goes on."""
    return len(longer) > len(shorter) > 0 and longer[: len(shorter)] == shorter


def same_script(one: str, other: str) -> bool:
    """Whether two titles are written in the same script, so that their words can be compared."""
    return script_of(one) == script_of(other)


def _as_another_title(pieces: list[str], others: Collection[Words]) -> list[str] | None:
    for other in others:
        if len(other) < _FEWEST_TITLE_WORDS:
            continue
        for start in range(0, len(pieces), 2):
            for end in range(len(pieces), start, -2):
                if title_words("".join(pieces[start:end])) == other:
                    return pieces[start:end]
    return None


def _without_short_end(pieces: list[str]) -> list[str]:
    """Without a last part of a word or two after ``|``: a section, or a site's name told nowhere else on the page."""
    if len(pieces) < 3 or "|" not in pieces[-2] or len(title_words(pieces[-1])) > _MOST_WORDS_BESIDE_A_NAME:
        return pieces
    head = pieces[:-2]
    return head if len(title_words("".join(head))) > _FEWEST_TITLE_WORDS else pieces


def _without_cut_slug(pieces: list[str]) -> list[str]:
    """Without a last part of one Latin word with digits behind a Hindi title, to which a slug was cut: … - 12TH."""
    cut = len(pieces) > 2 and _CUT_SLUG.fullmatch(pieces[-1].strip()) and script_of("".join(pieces[:-2])) == "Deva"
    return pieces[:-2] if cut else pieces


def _without_slug(pieces: list[str]) -> list[str]:
    texts = pieces[::2]
    if len(texts) < 2:
        return pieces
    titles = [n for n, text in enumerate(texts) if len(title_words(text)) >= _FEWEST_TITLE_WORDS]
    hindi = [n for n in titles if script_of(texts[n]) == "Deva"]
    slugs = [n for n in titles if not any("\u0900" <= sign <= "\u097f" for sign in texts[n])]
    if not hindi or not slugs:
        return pieces
    first, last = hindi[0], hindi[-1]
    return pieces[2 * first : 2 * last + 1]
