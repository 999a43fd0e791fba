"""The command line, one file a command. What a command does, the library does; here are options, streams and exit codes."""
