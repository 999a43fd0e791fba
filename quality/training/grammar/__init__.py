"""A grammar of invented Hindi news pages with exact roles: what newsx learns from, never what it is measured by.

`make_page` makes the page of a seed, as a text dump or as HTML.
"""

from quality.training.grammar.make import make_page, make_pages
from quality.training.grammar.page import MadePage, Segment, squeeze

__all__ = ["MadePage", "Segment", "make_page", "make_pages", "squeeze"]
