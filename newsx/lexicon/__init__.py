"""Words and phrases as data, and what loads and matches them. It imports `newsx.text` alone."""
