"""What the language needs: care of its text, words, numerals, dates and the lexicon. Imports nothing of newsx but errors."""
