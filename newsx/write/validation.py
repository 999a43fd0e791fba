"""Whether values are of the kinds that a JSON Schema says, for the words of it that the schema of the record uses.

How texts are written (`pattern`, `format`) is left to who uses them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (Mapping,),
    "array": (list, tuple),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}


def fault(value: Any, schema: Mapping[str, Any], place: str = "") -> str | None:
    """Where the value is not of the kind that it should be, as a path with dots; None where all is well.

    Keys that the schema does not know may stand.

    >>> fault({"tags": ["a", 1]}, {"properties": {"tags": {"type": "array", "items": {"type": "string"}}}})
    'tags.1'
    """
    here = place or "the whole"
    if not _is_of_type(value, schema.get("type")):
        return here
    if "enum" in schema and not any(_is_same(value, allowed) for allowed in schema["enum"]):
        return here
    if "const" in schema and not _is_same(value, schema["const"]):
        return here
    if type(value) is int and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        return here
    if "oneOf" in schema and all(fault(value, choice) for choice in _likeliest(value, schema["oneOf"])):
        return here
    return _fault_inside(value, schema, f"{place}." if place else "")


def _likeliest(value: Any, choices: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Of the choices whose constants a value has, those that know most of its keys, so that these are looked at."""
    if not isinstance(value, Mapping):
        return choices
    alike = [choice for choice in choices if _has_constants(value, choice.get("properties", {}))]
    known = [len(choice.get("properties", {}).keys() & value.keys()) for choice in alike]
    return [choice for choice, count in zip(alike, known, strict=True) if count == max(known)]


def _has_constants(value: Mapping[str, Any], described: Mapping[str, Mapping[str, Any]]) -> bool:
    return all("const" not in part or _is_same(value.get(key), part["const"]) for key, part in described.items())


def _fault_inside(value: Any, schema: Mapping[str, Any], before: str) -> str | None:
    inner: list[tuple[Any, Mapping[str, Any], str]] = []
    if isinstance(value, Mapping):
        missing = next((key for key in schema.get("required", ()) if key not in value), None)
        if missing is not None:
            return f"{before}{missing}"
        known = schema.get("properties", {})
        others = schema.get("additionalProperties") or {}
        inner = [(item, known.get(key, others), f"{before}{key}") for key, item in value.items()]
    elif isinstance(value, list | tuple):
        inner = [(item, schema.get("items", {}), f"{before}{number}") for number, item in enumerate(value)]
    return next((found for item, described, place in inner if (found := fault(item, described, place))), None)


def _is_of_type(value: Any, names: str | list[str] | None) -> bool:
    if names is None:
        return True
    wanted = [names] if isinstance(names, str) else names
    if isinstance(value, bool):
        return "boolean" in wanted
    return any(isinstance(value, _TYPES[name]) for name in wanted)


def _is_same(value: Any, other: Any) -> bool:
    return type(value) is type(other) and bool(value == other)
