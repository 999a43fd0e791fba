"""Comments of readers that neither a box nor a heading holds."""

from __future__ import annotations

import pytest

from tests.label.conftest import PARAGRAPHS, Roles, Story, body_of

SAID = "यह खबर पढ़कर अच्छा लगा कि लोग घर लौट रहे हैं, पर पानी की समस्या का हल भी जल्दी निकलना चाहिए।"
AGAIN = "हमारे गांव में तो टैंकर तीन दिन से नहीं आया, प्रशासन को इस पर भी ध्यान देना चाहिए था।"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("3:25 pm July 3, 2023\nravi_k wrote :", "1:36 pm July 3, 2023\nSuman wrote :"),
        ("Ravi Kumar says:\nJuly 3, 2023 at 3:25 pm", "Suman says:\nJuly 3, 2023 at 5:10 pm"),
        ("Anonymous said...\nJuly 3, 2023 3:25 PM", "Suman Devi said...\nJuly 4, 2023 5:10 PM"),
        ("RK said (July 3, 2023):", "Suman Devi said (July 4, 2023):"),
        ("Ravi Kumar says: July 3, 2023 at 3:25 pm", "Suman says: July 4, 2023 at 5:10 pm"),
        ("रवि कुमार ने लिखा:\n3 जुलाई 2023, 15:25", "सुमन देवी ने लिखा:\n4 जुलाई 2023, 9:10"),
    ],
)
def test_texts_under_names_and_times_are_comments(roles: Roles, story: Story, first: str, second: str) -> None:
    told = roles(story(below=f"{first}\n\n{SAID}\n\n{second}\n\n{AGAIN}"))
    assert body_of(told) == list(PARAGRAPHS)
    assert [role for role, text in told if text in (SAID, AGAIN)] == ["comments", "comments"]


@pytest.mark.parametrize(
    "between",
    [
        f"Ravi Kumar says:\n\n{SAID}\n\nSuman says:\n\n{AGAIN}",
        f"Ravi Kumar says:\nJuly 3, 2023 at 3:25 pm\n\n{SAID}",
    ],
)
def test_speakers_without_times_and_one_signature_are_no_thread(roles: Roles, story: Story, between: str) -> None:
    """An interview names its speakers too; a single line may be anything."""
    told = roles(story(between=between))
    assert "comments" not in {role for role, _ in told}


def test_a_thread_needs_a_story_above_it(roles: Roles) -> None:
    told = roles(f"Ravi says:\nJuly 3, 2023 at 3:25 pm\n\n{SAID}\n\nSuman says:\nJuly 3, 2023 at 5:10 pm\n\n{AGAIN}")
    assert "comments" not in {role for role, _ in told}
