"""Picks each field of the record from the roles and the declarations, with evidence."""

from __future__ import annotations

from newsx.assemble.record import assemble

__all__ = ["assemble"]
