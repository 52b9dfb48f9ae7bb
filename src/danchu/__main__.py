"""``python -m danchu`` is the command ``danchu``."""

import sys

from danchu.cli import main

if __name__ == "__main__":
    sys.exit(main())
