"""Coverage-guided fuzzing of the extractor: ``python -m tests.fuzz --seconds N``, or ``make fuzz``."""
