"""``python -m pipeline`` is the command ``tadqiq``."""

from .cli import main

main()
