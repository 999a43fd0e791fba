"""Pictures in and around the story."""

from __future__ import annotations

import pytest

from newsx.read.html import read_html

STORY = "<p>" + "</p><p>".join(["सोनपुर में नई पुलिया का काम सोमवार से शुरू हो गया है और बरसात से पहले पूरा होगा।"] * 4) + "</p>"


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ('<a href="/i/pulia.jpg"><img src="/i/pulia-696x392.jpg"></a>', "/i/pulia.jpg"),
        ('<a href="/story-2.html"><img src="/i/pulia.jpg"></a>', "/i/pulia.jpg"),
        ('<img src="/i/s.jpg" srcset="/i/s.jpg 300w, /i/l.jpg 1200w, /i/m.jpg 700w">', "/i/l.jpg"),
        ('<img src="/i/s.jpg" srcset="/i/s.jpg 300w,/i/l.jpg 1200w,/i/m.jpg 700w">', "/i/l.jpg"),
        (f'<img src="/i/s.jpg" srcset="data:image/png;base64,{"1" * 100_000}">', "/i/s.jpg"),
        (f'<img src="/i/s.jpg" srcset="/i/l.jpg 900w, data:image/png;base64,{"1" * 100_000} 1200w">', "/i/l.jpg"),
        ('<img src="/i/s.jpg" srcset="/i/s.jpg 1x, /i/l.jpg 2x">', "/i/s.jpg"),
        ('<img src="data:image/gif;base64,R0" data-src="/i/pulia.jpg">', "/i/pulia.jpg"),
    ],
)
def test_picture_is_given_in_its_fullest_size(markup: str, address: str) -> None:
    """A preview links to the whole picture, or lists its sizes."""
    page = read_html(f"<html><body><article><h1>नई पुलिया का काम शुरू</h1>{markup}{STORY}</article></body></html>")
    assert [image.url for image in page.declared.images] == [address]
