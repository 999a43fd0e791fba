"""Placeholder by the lead until the owner of this file writes it: overwrite freely."""
from newsx.assemble.candidates import Choice
def choose_authors(*args, **kwargs):
    return Choice(None)
