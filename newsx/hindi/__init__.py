"""What the language needs: care of its text, words, numerals, dates and the lexicon. It imports errors alone."""
