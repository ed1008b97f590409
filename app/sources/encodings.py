"""Encodings that text comes in besides UTF-8, which is the one that is read: told apart, so that the advice fits."""

import codecs

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    # Without a mark: the first letter of a page, and the zero beside it.
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


def wide_encoding(first: bytes) -> str | None:
    """The encoding of two or four bytes a letter that text begins in, such as `utf-16-le`; `None` for any other."""
    return next((name for mark, name in _MARKS if first.startswith(mark)), None)


def as_wide_text(content: bytes) -> str | None:
    """Text in such an encoding; `None` for any other. What cannot be decoded is replaced."""
    encoding = wide_encoding(content)
    return content.decode(encoding, "replace").removeprefix("\ufeff") if encoding else None
