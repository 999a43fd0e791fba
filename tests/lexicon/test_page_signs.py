"""Pages that say that they hold no article."""

from __future__ import annotations

import json
from pathlib import Path

CASES = json.loads((Path(__file__).parent / "cases" / "lexicon.json").read_text("utf-8"))
