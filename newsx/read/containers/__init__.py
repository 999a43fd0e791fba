"""Files that hold many pages: zip files, web archives (WARC, WET), and JSON Lines. One protocol for all of them."""
