"""What any text needs, whatever its language: cleaning, folding, words, sentences, scripts. It imports no room."""
