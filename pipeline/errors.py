"""What can go wrong for a user, said in one line that names the place and the remedy."""


class TadqiqError(Exception):
    """Bad input or bad data. The command line prints its message and exits with 2."""


class InputError(TadqiqError):
    """A document that cannot be read: missing, not UTF-8, a broken row."""


class TextError(InputError, TypeError):
    """A text that is no string: for a program, what Python itself would have raised."""


class ClaimsError(TadqiqError):
    """A claims file or fixture that is not valid, or belongs to another text."""


class LexiconError(TadqiqError):
    """A row of ``lexicon/*.toml`` that contradicts another or has an unknown key."""
