"""Gives each block of a page exactly one role, and the reason for it."""

from __future__ import annotations

from newsx.label.stages import label

__all__ = ["label"]
