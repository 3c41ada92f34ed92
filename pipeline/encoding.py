"""Bytes of a document → its text, or an error that says where they stop being UTF-8 and what they look like instead."""

from __future__ import annotations

from pathlib import PurePath

from .errors import InputError

# The commonest letters of Arabic running text: about 60% of it.
_FREQUENT = frozenset("اليمنوترهةبعد ")
_SAMPLE = 4096
_UNPACK = {".gz": "gzip -dc", ".zst": "zstd -dc"}


def decode(data: bytes, name: str, file: str | None = "") -> str:
    """The text as it is on disk: a byte order mark and carriage returns stay, since offsets count them. Raises InputError.

    ``file``: what is to be converted, where ``name`` is a place in it; ``-`` is standard input, None what no command reaches.

    >>> decode("٥ دولارات".encode(), "a.txt")
    '٥ دولارات'
    >>> decode("دولار".encode("utf-16"), "b.txt")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    pipeline.errors.InputError: b.txt: not UTF-8 at byte 0 (0xFF); looks like UTF-16; convert it: iconv -f UTF-16 -t UTF-8 ...
    """
    source = name if file == "" else file
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(_complaint(data, name, error.start, source)) from None
    # UTF-16 without a mark is valid UTF-8: Arabic letters become a control character (the block, 0x06) and a sign each.
    if "\x06" in text[:_SAMPLE] and (guess := _utf16_without_mark(data[:_SAMPLE])):
        raise InputError(f"{name}: not UTF-8 at byte 0; looks like {guess}; {_remedy(guess, source)}")
    return text


def _complaint(data: bytes, name: str, offset: int, file: str | None) -> str:
    where = f"{name}: not UTF-8 at byte {offset} (0x{data[offset]:02X})"
    guess = looks_like(data, offset)
    if guess:
        return f"{where}; looks like {guess}; {_remedy(guess, file)}"
    return f"{where}; mend or convert the file"


def _remedy(encoding: str, file: str | None) -> str:
    """The command that converts the file, as a shell takes it.

    >>> print(_remedy("UTF-16", "my news.jsonl.gz"))
    convert it: gzip -dc 'my news.jsonl.gz' | iconv -f UTF-16 -t UTF-8 > new.jsonl
    """
    command = f"iconv -f {encoding} -t UTF-8"
    if file is None or "://" in file:
        return "convert it to UTF-8"
    if file == "-":
        return f"convert it on its way: … | {command} | tadqiq …"
    from shlex import quote

    path, quoted = PurePath(file), quote(file)
    if unpack := _UNPACK.get(path.suffix.lower()):
        return f"convert it: {unpack} {quoted} | {command} > new{PurePath(path.stem).suffix}"
    return f"convert it: {command} {quoted} > new{path.suffix}"


def looks_like(data: bytes, offset: int) -> str | None:
    """The encoding that bytes which are not UTF-8 look like, by its iconv name; None when nothing fits."""
    for mark, encoding in ((b"\xff\xfe\0\0", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if data.startswith(mark):
            return encoding
    if guess := _utf16_without_mark(data[:_SAMPLE]):
        return guess
    start = max(0, offset - _SAMPLE // 2)
    sample = bytes(byte for byte in data[start : start + _SAMPLE] if byte >= 0x80)
    shares = [
        (_share_of_frequent(sample, codec), encoding)
        for codec, encoding in (("cp1256", "WINDOWS-1256"), ("iso8859-6", "ISO-8859-6"))
    ]
    share, encoding = max(shares, key=lambda pair: pair[0])
    return encoding if len(sample) >= 4 and share >= 40 else None


def _share_of_frequent(sample: bytes, codec: str) -> int:
    """Per cent of the characters that are frequent Arabic letters."""
    text = sample.decode(codec, "replace")
    return 100 * sum(character in _FREQUENT for character in text) // max(1, len(text))


def _utf16_without_mark(sample: bytes) -> str | None:
    for lead, encoding in ((1, "UTF-16LE"), (0, "UTF-16BE")):
        high = sample[lead::2]
        if len(high) >= 2 and 2 * high.count(0x06) >= len(high) and high.count(0x06) + high.count(0) >= 0.9 * len(high):
            return encoding
    return None
