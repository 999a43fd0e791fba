"""Records as tables of one SQLite file, with an index of their words: written by a batch, asked by a search."""
