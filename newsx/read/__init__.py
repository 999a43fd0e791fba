"""Bytes to a page: loads and decodes the input, tells its form, cuts it into blocks, and takes what it declares."""
