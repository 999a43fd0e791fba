"""newsx inside engines that run over many machines, one file an engine, with the records of `newsx batch`."""
