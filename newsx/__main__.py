"""`python -m newsx` is the same as the command `newsx`."""

from __future__ import annotations

from newsx.cli.app import main

if __name__ == "__main__":
    main()
