"""What pages of HTML that newsx writes have in common: escaping, and a frame that loads nothing and runs nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from string import Template

from newsx.write.terminal import harmless


def escaped(text: str) -> str:
    """The text as HTML between tags, each run of white space as one space.

    >>> escaped("a < b &\\n c")
    'a &lt; b &amp; c'
    """
    return escape(" ".join(text.split()), quote=False)


def escaped_name(name: str) -> str:
    """The name of a file as HTML: what cannot be shown, or would turn the text around it, is spelled out.

    >>> escaped_name("a\\x1b<b>.html")
    'a\\\\u001b&lt;b&gt;.html'
    """
    return escape(harmless(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")), quote=False)


def is_of_web(address: str | None) -> bool:
    """Whether a click on it opens a page, and runs nothing."""
    return address is not None and address.lower().startswith(("https://", "http://"))


def data_file(package: str, name: str) -> str:
    """The text of a file that stands among the modules of a package."""
    return files(package).joinpath(name).read_text("utf-8")


def framed(title: str, content: Iterable[str], styles: Iterable[str], *, command: str) -> Iterator[str]:
    """A page in pieces. Its policy allows its own style, known by its digest, and nothing else: no script, no request.

    title: as HTML. content: what stands in the body, as HTML. styles: of this page, behind what all pages share.
    command: what made it.
    """
    style = "\n" + "".join([data_file("newsx.write", "page.css"), *styles])
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    before, _, after = data_file("newsx.write", "frame.html").partition("$content")
    yield Template(before).substitute(title=title, command=command, policy=policy, style=style)
    yield from content
    yield after
