"""Values as JSON text."""

from __future__ import annotations

import json
from typing import Any


def json_text(value: Any, *, pretty: bool = False) -> str:
    """The value as JSON, Hindi as it is and not as escapes; one line without spaces unless `pretty`."""
    indent, separators = (2, None) if pretty else (None, (",", ":"))
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
