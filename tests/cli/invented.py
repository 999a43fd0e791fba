"""An invented article page and a page of links, and how to start `newsx` as a process of its own."""

from __future__ import annotations

import os
import sys

NEWSX = [sys.executable, "-m", "newsx"]
HEADLINE = "सोनपुर में नई पुलिया का काम शुरू, तीन गांवों को मिलेगा फायदा"
FIRST = (
    "सोनपुर प्रखंड में बुधवार को नई पुलिया का निर्माण शुरू हो गया। ग्रामीण कार्य विभाग के अभियंता रमेश यादव ने बताया कि "
    "यह पुलिया अगले वर्ष मार्च तक तैयार हो जाएगी और इससे तीन गांवों के लोगों को बाजार आने में आसानी होगी।"
)
SECOND = (
    "गांव के लोगों का कहना है कि पुरानी पुलिया पिछली बरसात में बह गई थी। उसके बाद से बच्चों को स्कूल जाने के लिए चार "
    "किलोमीटर का चक्कर लगाना पड़ता था। पंचायत ने कई बार विभाग को पत्र लिखा, तब जाकर इस साल राशि मंजूर हुई।"
)
THIRD = (
    "अभियंता के अनुसार निर्माण पर करीब दो करोड़ रुपये खर्च होंगे। काम के दौरान छोटे वाहनों के लिए अलग रास्ता बनाया गया है, "
    "जबकि भारी वाहन मुख्य सड़क से होकर जाएंगे। विभाग ने ठेकेदार को समय पर काम पूरा करने का निर्देश दिया है।"
)
PAGE = f"""<!DOCTYPE html>
<html lang="hi"><head><meta charset="utf-8"><title>{HEADLINE} - गांव समाचार</title>
<meta property="og:site_name" content="गांव समाचार">
<link rel="canonical" href="https://gaon.example/bihar/pulia-101.html"></head>
<body><nav><a href="/">होम</a> <a href="/bihar">बिहार</a> <a href="/khel">खेल</a></nav>
<article><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>
<footer><a href="/about">हमारे बारे में</a> <a href="/contact">संपर्क करें</a></footer></body></html>
"""
LINKS = "".join(f'<li><a href="/{number}">{number} गांव की खबरें यहां पढ़ें</a></li>' for number in range(40))
LISTING = f"""<!DOCTYPE html>
<html lang="hi"><head><meta charset="utf-8"><title>बिहार की खबरें</title></head><body><ul>{LINKS}</ul></body></html>
"""


def environment(**changed: str) -> dict[str, str]:
    """The environment of a process, without what would colour or size its output."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return {**kept, "TERM": "xterm-256color", **changed}
