"""Why newsx read a page as it did: each block with its role, each field with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Literal

from newsx.article import Article
from newsx.page import KEPT_ROLES, LabelledPage, Role

Use = Literal["kept", "field", "dropped"]
"""What became of a block: its text is in the record as text, it was read for another field, or it was left out."""

FIELD_ROLES: frozenset[Role] = frozenset(
    {"alternative_headline", "byline", "dateline", "date", "breadcrumb", "caption", "tags"}
)
"""The roles whose blocks give fields of the record that are not running text."""

_NOT_EXPLAINED = ("schema", "is_article", "page_type", "confidence", "text", "source", "evidence", "warnings")

_NO_EVIDENCE: dict[str, Any] = {"from": None, "raw": None, "confidence": None, "also": []}


def use_of(role: Role) -> Use:
    """What becomes of the blocks with this role."""
    if role in KEPT_ROLES:
        return "kept"
    return "field" if role in FIELD_ROLES else "dropped"


def left_out(labelled: LabelledPage) -> dict[Role, int]:
    """How many blocks of each role were dropped, the most frequent role first."""
    return dict(Counter(label.role for label in labelled.labels if use_of(label.role) == "dropped").most_common())


def to_dict(labelled: LabelledPage, article: Article) -> dict[str, Any]:
    """The explanation as JSON-ready values: source, verdict, all blocks in page order, all fields, warnings.

    Blocks are numbered from 0, as the evidence counts them.
    """
    record = article.to_dict()
    return {
        "source": record["source"],
        "is_article": article.is_article,
        "page_type": article.page_type,
        "refusal": labelled.refusal,
        "blocks": [
            {
                "number": number,
                "line": block.line,
                "kind": block.kind,
                "use": use_of(label.role),
                "role": label.role,
                "reason": label.reason,
                "terms": [term._asdict() for term in label.terms],
                "text": block.text,
            }
            for number, (block, label) in enumerate(zip(labelled.page.blocks, labelled.labels, strict=True))
        ],
        "fields": {
            name: {"value": value, **record["evidence"].get(name, _NO_EVIDENCE)}
            for name, value in record.items()
            if name not in _NOT_EXPLAINED
        },
        "warnings": record["warnings"],
    }


def sureness(field: Mapping[str, Any]) -> str:
    """How sure a field of an explanation is, as what follows its place; "" where that was not measured."""
    return "" if field["confidence"] is None else f", right with a probability of {field['confidence']:.2f}"
