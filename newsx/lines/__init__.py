"""Takes one line of text apart: clock, dates, bylines, datelines, breadcrumbs, titles, captions."""
