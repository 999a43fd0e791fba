"""Renders the record, one file an output form. Writers know the record alone; an explanation also shows the labelled page."""
