"""Tells the language of a text by its script and its function words: Hindi from its neighbours in Devanagari first.

Language tags are BCP 47 (https://www.rfc-editor.org/info/bcp47), scripts ISO 15924. Hindi in Latin letters is
`hi-Latn`. The function words are data: ``words.toml`` of each language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from newsx.lexicon.load import load_languages
from newsx.text.fold import fold
from newsx.text.scripts import count_letters, words_of_script

# Scripts that one language of the news writes; Kana beside Han is Japanese, Han alone Chinese.
_OF_SCRIPT: Mapping[str, str] = {
    "Guru": "pa",
    "Gujr": "gu",
    "Orya": "or",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
    "Grek": "el",
    "Hebr": "he",
    "Thai": "th",
    "Hang": "ko",
    "Kana": "ja",
    "Hani": "zh",
}
# Some 200 words settle a language; more only cost time.
_SAMPLE_CHARACTERS = 1200
_SCRIPT_SAMPLE_CHARACTERS = 600
_FEWEST_HITS = 2
_SMALLEST_SHARE = 0.15
_SMALLEST_SHARE_OF_KANA = 0.05
_LEAD = 1.15
# Below it, the text is in another language, whose words may end in the same letters.
_ENOUGH_FOR_ENDINGS = 0.5
_SHORTEST_STEM = 4


def language_of(text: str) -> str | None:
    """The BCP 47 tag of the language that the text is in; None where script and function words do not settle it.

    >>> language_of("उन्होंने कहा कि बैठक के बाद फैसला किया गया है"), language_of("बैठकीनंतर निर्णय घेण्यात आला आहे आणि तो लागू झाला")
    ('hi', 'mr')
    >>> language_of("Unhone kaha ki baithak ke baad faisla kiya gaya hai"), language_of("नमस्ते")
    ('hi-Latn', None)
    """
    sample = text[:_SAMPLE_CHARACTERS]
    counts = count_letters(sample[:_SCRIPT_SAMPLE_CHARACTERS])
    if not counts:
        return None
    script = max(counts, key=lambda name: counts[name])
    if script == "Hani" and counts["Kana"] > _SMALLEST_SHARE_OF_KANA * counts["Hani"]:
        script = "Kana"
    if script in _OF_SCRIPT:
        return _OF_SCRIPT[script]
    return _by_function_words(words_of_script(sample, script), script)


def language_named(name: str) -> str | None:
    """The tag of the language that bears this name in its own or another language, or None.

    >>> language_named("Hindi"), language_named("हिन्दी"), language_named("hi_IN")
    ('hi', 'hi', None)
    """
    return _tags_by_name().get(fold(name))


@cache
def _tags_by_name() -> Mapping[str, str]:
    return {fold(name): tag for tag, data in load_languages("words.toml").items() for name in data.get("names", ())}


def _by_function_words(words: list[str], script: str) -> str | None:
    languages, written_by = _function_words(script), _languages_by_word(script)
    hits = Counter(dict.fromkeys(languages, 0))
    for word, count in Counter(words).items():
        for tag in written_by.get(word, ()):
            hits[tag] += count
    for tag, endings in _endings().items():
        if tag in languages and hits[tag] > _ENOUGH_FOR_ENDINGS * hits.most_common(1)[0][1]:
            hits[tag] += sum(_has_ending(word, endings) for word in words if word not in languages[tag])
    ranked = hits.most_common(2)
    if not ranked:
        return None
    tag, most = ranked[0]
    if most < max(_FEWEST_HITS, _SMALLEST_SHARE * len(words)):
        return None
    return None if len(ranked) > 1 and most < _LEAD * ranked[1][1] else tag


def _has_ending(word: str, endings: tuple[str, ...]) -> bool:
    return len(word) > _SHORTEST_STEM and word.endswith(endings)


@cache
def _function_words(script: str) -> Mapping[str, frozenset[str]]:
    languages = load_languages("words.toml")
    return {tag: frozenset(data["function_words"]) for tag, data in languages.items() if data["script"] == script}


@cache
def _languages_by_word(script: str) -> Mapping[str, Sequence[str]]:
    tags: dict[str, list[str]] = {}
    for tag, words in _function_words(script).items():
        for word in words:
            tags.setdefault(word, []).append(tag)
    return tags


@cache
def _endings() -> Mapping[str, tuple[str, ...]]:
    return {tag: tuple(data["endings"]) for tag, data in load_languages("words.toml").items() if data.get("endings")}
