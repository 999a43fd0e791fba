"""What holds of the labels of any page."""

from __future__ import annotations

from tests.label.conftest import Labelled, Story


def test_every_block_has_one_label_with_a_reason(labelled: Labelled, story: Story) -> None:
    """Nothing is dropped unseen: as many labels as blocks, and none without a reason."""
    page = labelled(story(above="होम\nदेश", between="यह भी पढ़ें: कोसी में भी घटा पानी", below="संबंधित खबरें\nकोसी में उफान"))
    assert len(page.labels) == len(page.page.blocks)
    assert all(label.reason for label in page.labels)
