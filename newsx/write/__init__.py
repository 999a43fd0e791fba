"""Renders the record, one file an output form. Writers know the record alone, explanations also the labelled page."""
