"""Placeholder by the lead until the owner of this file writes it: overwrite freely."""
from newsx.assemble.candidates import Choice
def choose_published(*args, **kwargs):
    return Choice(None)
def choose_modified(*args, **kwargs):
    return Choice(None)
