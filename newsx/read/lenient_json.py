"""Reads JSON that is broken, as the data in script elements of pages often is: what can be read of it, in one pass.

Meant for: quotes left bare inside a string, trailing and missing commas, comments, wrong escapes, raw line ends, keys
without quotes, brackets closed in the wrong order or not at all, an end cut off, anything around the data. The time it
takes grows with the length of the text alone, however it is nested.
"""

from __future__ import annotations

import json
import re
from typing import Any

_DEEPEST = 64
"""Levels of nesting that are kept: no description of an article has more."""
_COMMENT = r"(?:/[/*]\s{0,9})?<!\[CDATA\[|//[^\n]*|/\*[^*]{0,500}\*/"
_OPENING = re.compile(rf"(?P<junk>{_COMMENT})|(?P<bracket>[{{\[])")
_MEMBER = re.compile(
    rf"(?P<junk>{_COMMENT})|(?P<bracket>[{{}}\[\]])"
    r"""|(?:"(?P<double>[^"\\\n]{0,200})"|'(?P<single>[^'\\\n]{0,200})'|(?<![\w$@])(?P<bare>[A-Za-z_$@][\w$@]{0,60}))\s*:"""
)
_VALUE = re.compile(
    rf"(?P<junk>{_COMMENT})|(?P<bracket>[{{}}\[\]])|(?P<quote>[\"'])|(?P<comma>,)"
    r"|(?<![\w.])(?P<plain>true|false|null|-?(?:0|[1-9]\d{0,17})(?:\.\d{1,18})?(?:[eE][+-]?\d{1,2})?)(?![\w.])"
)
_NEXT_KEY = r"""(?:"[@$\w:./#-]{1,80}"|'[@$\w:./#-]{1,80}'|[A-Za-z_$@][\w$@]{0,60})\s*:"""
_END_IN_OBJECT = re.compile(
    rf"\s*(?:$|[}}\]]|/[/*]|(?:,\s*)+(?:$|[}}\]]|/[/*]|{_NEXT_KEY})|\"[@$\w:./#-]{{1,80}}\"\s*:)", re.ASCII
)
_END_IN_LIST = re.compile(r"\s*(?:$|[}\]]|/[/*]|(?:,\s*)+(?:$|[]}{[\"']|/[/*]|-?\d|true|false|null))")
_STOP = {quote: re.compile(rf"[{quote}\\]") for quote in "\"'"}
_ESCAPE = re.compile(r"\\(?:[\"\\/bfnrt]|u[0-9a-fA-F]{4})|[\"\\]")
_MARKUP = re.compile(r"<(?:br\s?/?|/?p)>", re.IGNORECASE)
_CURLY = re.compile(r"[{\[]\s*[“”]")
_STRAIGHT = str.maketrans("“”", '""')


def read_lenient(text: str) -> list[Any]:
    """The objects and lists that stand one after the other in a text, each with what of it can be read.

    >>> read_lenient('{"headline": "नया "पुल" बना", "tags": ["नदी", "नाव",],}')
    [{'headline': 'नया "पुल" बना', 'tags': ['नदी', 'नाव']}]
    >>> read_lenient('/* पुल */ {headline: "पुल"} {"author": {"name": "मीरा"}, "body": "कटा हु')
    [{'headline': 'पुल'}, {'author': {'name': 'मीरा'}}]
    """
    text = _MARKUP.sub(" ", text)  # editors put lines and paragraphs between the members
    if _CURLY.search(text[:400]):
        text = text.translate(_STRAIGHT)
    return _Reader(text).read()


class _Reader:
    """One pass over a text; `open` holds the containers around the position, `key` the name of the value to come."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.values: list[Any] = []
        self.open: list[Any] = []
        self.count: dict[type, int] = {dict: 0, list: 0}
        self.key: str | None = None

    def read(self) -> list[Any]:
        position = 0
        while (found := self._pattern().search(self.text, position)) is not None:
            position = found.end()
            kind = found.lastgroup
            if kind == "bracket":
                self._bracket(found["bracket"])
            elif kind == "quote":
                end = self._string_end(position, found["quote"])
                if end < 0:
                    break  # cut off: nothing whole comes behind it
                self._add(_unescaped(self.text[position:end]))
                position = end + 1
            elif kind == "plain":
                self._add(json.loads(found["plain"]))
            elif kind == "comma":
                self.key = None  # a key whose value cannot be read
            elif kind != "junk":
                self.key = found[kind or 0]
        return self.values

    def _pattern(self) -> re.Pattern[str]:
        if not self.open:
            return _OPENING
        return _MEMBER if isinstance(self.open[-1], dict) and self.key is None else _VALUE

    def _bracket(self, bracket: str) -> None:
        if bracket in "{[":
            made: Any = {} if bracket == "{" else []
            if not self.open:
                self.values.append(made)
            elif isinstance(self.open[-1], list) or self.key is not None:
                self._add(made)
            self.open.append(made)
            self.count[type(made)] += 1
            self.key = None
            return
        wanted: type = dict if bracket == "}" else list
        if not self.count[wanted]:
            return
        closed = None
        while closed is not wanted:
            closed = type(self.open.pop())
            self.count[closed] -= 1
        self.key = None

    def _add(self, value: Any) -> None:
        holder = self.open[-1]
        if len(self.open) >= _DEEPEST:
            pass
        elif isinstance(holder, list):
            holder.append(value)
        elif self.key is not None:
            holder.setdefault(self.key, value)
        self.key = None

    def _string_end(self, start: int, quote: str) -> int:
        """The offset of the quote behind which the data goes on, which ends the string; -1 if there is none."""
        goes_on = _END_IN_OBJECT if isinstance(self.open[-1], dict) else _END_IN_LIST
        while (found := _STOP[quote].search(self.text, start)) is not None:
            if found[0] == "\\":
                start = found.end() + 1
            elif goes_on.match(self.text, found.end()):
                return found.start()
            else:
                start = found.end()
        return -1


def _unescaped(raw: str) -> str:
    """The text of a string as written: bare quotes in it are kept, backslashes that escape nothing dropped."""
    fixed = _ESCAPE.sub(lambda found: found[0] if len(found[0]) > 1 else '\\"' if found[0] == '"' else "", raw)
    return str(json.loads(f'"{fixed}"', strict=False))
