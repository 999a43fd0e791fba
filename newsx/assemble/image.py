"""Placeholder by the lead until the owner of this file writes it: overwrite freely."""
from newsx.assemble.candidates import Choice
def choose_image(*args, **kwargs):
    return Choice(None)
