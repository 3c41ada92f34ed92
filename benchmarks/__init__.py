"""Speed: against Duckling, against a floor, against size. ``python -m benchmarks``, or ``make bench``."""
