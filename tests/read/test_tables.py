"""Cells keep their place in a table."""

from __future__ import annotations

from newsx.page import Block, Page
from newsx.pipeline import read_page


def _page(inner: str) -> Page:
    return read_page(f"<html><body>{inner}</body></html>".encode())


def _table(rows: str) -> Block:
    [table] = [block for block in _page(f"<table>{rows}</table>").blocks if block.kind == "table"]
    return table


def test_empty_cells_keep_their_place_and_a_dash_is_a_text() -> None:
    """As is any sign but one that parts cells."""
    table = _table(
        "<tr><th>साल</th><th>जून</th><th>जुलाई</th><th>अगस्त</th></tr>"
        "<tr><td>2024</td><td>&nbsp;</td><td>14</td><td>-</td></tr>"
        "<tr><td>2025</td><td>–</td><td></td><td>✓</td></tr><tr><td>2026</td><td>|</td><td>1</td></tr>"
    )
    assert table.rows == (
        ("साल", "जून", "जुलाई", "अगस्त"),
        ("2024", "", "14", "-"),
        ("2025", "–", "", "✓"),
        ("2026", "", "1"),
    )


def test_cell_over_rows_and_columns_leaves_its_other_places_empty() -> None:
    """The cells beside it stand in their own columns."""
    table = _table(
        "<tr><th>गांव</th><th colspan=2>पानी</th></tr><tr><td rowspan=2>तालपुर</td><td>जून</td><td>1</td></tr>"
        "<tr><td>जुलाई</td><td>2</td></tr><tr><td>रामगढ़</td><td>जून</td><td rowspan=2>3</td></tr>"
        "<tr><td>सोनपुर</td><td>जून</td></tr>"
    )
    assert table.rows == (
        ("गांव", "पानी", ""),
        ("तालपुर", "जून", "1"),
        ("", "जुलाई", "2"),
        ("रामगढ़", "जून", "3"),
        ("सोनपुर", "जून", ""),
    )


def test_columns_of_cells_over_rows_make_a_table() -> None:
    """A row whose other cells come from above is none of a list."""
    rows = "<tr><td rowspan=4>तालपुर</td><td>जून</td></tr>" + "<tr><td>जुलाई</td></tr>" * 3
    assert _table(rows).rows[3] == ("", "जुलाई")


def test_header_rows_are_told() -> None:
    """By th or thead; a heading of each row, and a table of nothing but headings, have none."""
    plain = "<tr><td>2024</td><td>1</td></tr>"
    assert _table(f"<tr><th>साल</th><th>पानी</th></tr>{plain}").header_rows == 1
    assert _table(f"<thead><tr><td>साल</td><td>पानी</td></tr></thead>{plain}").header_rows == 1
    assert _table(f"<tr><th></th><th>पानी</th></tr><tr><th>साल</th><th>मीटर</th></tr>{plain}").header_rows == 2
    assert _table("<tr><th>2024</th><td>1</td></tr><tr><th>2025</th><td>2</td></tr>").header_rows == 0
    assert _table(plain * 2).header_rows == 0


def test_caption_of_a_table_is_read() -> None:
    """It stands before the table, and so does text that the markup leaves between the cells."""
    blocks = _page(
        "<table><caption>बारिश</caption><tr><td>जून</td><td>1</td></tr>ढीला<tr><td>जुलाई</td><td>2</td></tr></table><p>क"
    ).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("caption", "बारिश"),
        ("paragraph", "ढीला"),
        ("table", "जून | 1\nजुलाई | 2"),
        ("paragraph", "क"),
    ]


def test_pictures_in_cells_stand_before_what_follows() -> None:
    """Their blocks have become one, and no number leads past the page."""
    cell = "<td><img src=a.jpg> तालपुर</td>"
    page = _page(f"<table><tr>{cell}{cell}</tr><tr>{cell}{cell}</tr></table>")
    assert [block.kind for block in page.blocks] == ["table"]
    assert {image.block for image in page.declared.images} == {0}


def test_huge_spans_cost_no_more_than_their_cells() -> None:
    """They are cut to what a table may have."""
    rows = "<tr><td rowspan=99999 colspan=99999>क</td><td>ख</td></tr><tr><td>ग</td><td>घ</td></tr>" * 200
    assert max(map(len, _table(rows).rows)) <= 64


def test_links_keep_their_place_in_the_text_of_a_table() -> None:
    """Behind empty cells and cells over two columns as well."""
    table = _table(
        "<tr><th>सीट</th><th colspan=2>दल</th></tr><tr><td></td><td><a href='/k'>कमल</a></td><td>12</td></tr>"
        "<tr><td>4</td><td>-</td><td>कुल <a href='/n'>नाव</a> 7</td></tr>"
    )
    assert [(table.text[link.start : link.end], link.address) for link in table.links] == [("कमल", "/k"), ("नाव", "/n")]
