"""The command line, one file a command: options, streams and exit codes. What a command does, the library does."""
