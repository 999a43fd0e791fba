"""Many inputs at once: found, read by worker processes, written out, and each one accounted for in a journal."""
