"""A local page and a JSON end-point: a saved page in, its article and what was left out of it back. Extra: `serve`."""
