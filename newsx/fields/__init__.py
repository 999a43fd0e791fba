"""Picks each field of the record from the roles and the declarations, with evidence."""

from __future__ import annotations

from newsx.fields.record import make_article

__all__ = ["make_article"]
