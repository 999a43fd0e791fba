"""The report on a batch: what of each page counts, the figures of all pages, and the page that shows them."""
