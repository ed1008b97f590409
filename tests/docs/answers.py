"""JSON answers as the documentation shows them: indented, with `...` where something is left out.

`...` may stand in an object for members, at the end of a list for items, in the place of a value, and inside a
string. What is shown has to be what the API answers: `shown` fills the pattern of a document with the values of a
real answer, and the two texts must be equal.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from json.decoder import scanstring  # type: ignore[attr-defined]
from types import EllipsisType
from typing import TypeAlias

WIDTH = 100


@dataclass(frozen=True)
class Members:
    """An object: its members in order; `...` stands between them where some are left out."""

    items: tuple["tuple[str, Shown] | EllipsisType", ...]

    @property
    def by_name(self) -> "dict[str, Shown]":
        """The members that are shown."""
        return {item[0]: item[1] for item in self.items if not isinstance(item, EllipsisType)}


@dataclass(frozen=True)
class Items:
    """A list: its items in order; `...` at the end where some are left out."""

    items: "tuple[Shown, ...]"


Shown: TypeAlias = "Members | Items | EllipsisType | str | int | float | bool | None"

_TOKEN = re.compile(r'\s*(\.\.\.|[{}\[\]:,]|"|-?[0-9][0-9.eE+-]*|true|false|null)')
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


def parse(text: str) -> Shown:
    """Read JSON with `...` in it; `ValueError` where it is neither."""
    reader = _Reader(text)
    read = reader.value()
    if text[reader.at :].strip():
        raise ValueError(f"after the answer: {text[reader.at :]!r}")
    return read


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def peek(self) -> str:
        match = _TOKEN.match(self.text, self.at)
        if match is None:
            raise ValueError(f"no JSON at {self.text[self.at : self.at + 40]!r}")
        return match[1]

    def take(self) -> str:
        match = _TOKEN.match(self.text, self.at)
        if match is None:
            raise ValueError(f"no JSON at {self.text[self.at : self.at + 40]!r}")
        self.at = match.end()
        return match[1]

    def value(self) -> Shown:
        token = self.take()
        if token == "{":
            return Members(tuple(self._members()))
        if token == "[":
            return Items(tuple(self._items()))
        if token == '"':
            return self._string()
        if token == "...":
            return ...
        if token in _WORDS:
            return _WORDS[token]
        read: int | float = json.loads(token)
        return read

    def _string(self) -> str:
        read, self.at = scanstring(self.text, self.at)
        return str(read)

    def _members(self) -> "Iterator[tuple[str, Shown] | EllipsisType]":
        while (token := self.take()) != "}":
            if token == ",":
                continue
            if token == "...":
                yield ...
                continue
            name = self._string()
            if self.take() != ":":
                raise ValueError(f"no value for {name}")
            yield name, self.value()

    def _items(self) -> Iterator[Shown]:
        while self.peek() != "]":
            if self.peek() == ",":
                self.take()
                continue
            yield self.value()
        self.take()


def shown(pattern: Shown, answer: object) -> Shown:
    """The real answer, with the same things left out as in `pattern`, and `...` exactly where that is so."""
    if pattern is ...:
        return ...
    if isinstance(pattern, str) and isinstance(answer, str) and "..." in pattern:
        return pattern if _matches(pattern, answer) else answer
    if isinstance(answer, dict):
        return _shown_members(pattern, answer)
    if isinstance(answer, list):
        return _shown_items(pattern, answer)
    assert answer is None or isinstance(answer, str | int | float | bool)
    return answer


def _matches(pattern: str, text: str) -> bool:
    parts = [re.sub(r"([*?\[])", r"[\1]", part) for part in pattern.split("...")]
    return fnmatchcase(text, "?*".join(parts))


def _shown_members(pattern: Shown, answer: "dict[str, object]") -> Members:
    whole = not isinstance(pattern, Members) or ... not in pattern.items
    wanted = pattern.by_name if isinstance(pattern, Members) else {}
    items: list[tuple[str, Shown] | EllipsisType] = []
    for name, value in answer.items():
        if whole or name in wanted:
            items.append((name, shown(wanted.get(name), value)))
        elif not items or items[-1] is not ...:
            items.append(...)
    return Members(tuple(items))


def _shown_items(pattern: Shown, answer: "list[object]") -> Items:
    wanted = pattern.items if isinstance(pattern, Items) else ()
    cut = bool(wanted) and wanted[-1] is ...
    first = wanted[:-1] if cut else wanted
    if not cut:
        padded = [*first, *([None] * (len(answer) - len(first)))]
        return Items(tuple(shown(part, value) for part, value in zip(padded, answer, strict=False)))
    kept = tuple(shown(part, value) for part, value in zip(first, answer, strict=False))
    return Items((*kept, ...) if len(answer) > len(kept) else kept)


def written(content: Shown, indent: int = 0, taken: int = 0) -> str:
    """The one way to write what is shown: on a line where it fits, else lines filled with what fits on them.

    `taken` is how much of the first line is used already.
    """
    line = _on_a_line(content)
    if indent + taken + len(line) <= WIDTH or not isinstance(content, Members | Items):
        return line
    if isinstance(content, Members):
        pieces = [
            "..."
            if item is ...
            else f"{json.dumps(item[0])}: {written(item[1], indent + 2, len(item[0]) + 5)}"  # quotes, colon, comma
            for item in content.items
        ]
        opening, closing = "{", "}"
    else:
        pieces = [written(item, indent + 2, 1) for item in content.items]
        opening, closing = "[", "]"
    inner = "\n" + " " * (indent + 2)
    return f"{opening}{inner}{inner.join(_filled(pieces, WIDTH - indent - 2))}\n{' ' * indent}{closing}"


def _filled(pieces: list[str], width: int) -> Iterator[str]:
    """Lines of pieces with commas between them; a piece of several lines stands by itself."""
    line = ""
    for number, piece in enumerate(pieces, start=1):
        ended = piece if number == len(pieces) else f"{piece},"
        fits = "\n" not in piece and len(line) + 1 + len(ended) <= width
        if line and fits:
            line = f"{line} {ended}"
            continue
        if line:
            yield line
        line = ended
        if "\n" in piece:
            yield ended
            line = ""
    if line:
        yield line


def _on_a_line(content: Shown) -> str:
    if content is ...:
        return "..."
    if isinstance(content, Members):
        parts = ["..." if item is ... else f"{json.dumps(item[0])}: {_on_a_line(item[1])}" for item in content.items]
        return "{" + ", ".join(parts) + "}"
    if isinstance(content, Items):
        return "[" + ", ".join(_on_a_line(item) for item in content.items) + "]"
    return json.dumps(content, ensure_ascii=False)
