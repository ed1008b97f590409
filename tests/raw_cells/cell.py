"""A cell of a publisher's file, and how a client asks for what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.checked_client import CheckedClient


@dataclass(frozen=True)
class Cell:
    """A cell as its file has it, what it means, and the list that has to have it.

    `rows` are the rows that print it (a publisher prints some rows twice). `named` are fields of the record that tell
    it from others of the same row. `urls` are asked in turn until one has the record.
    """

    file: str
    sheet: str | None
    rows: tuple[int, ...]
    text: object
    urls: tuple[str, ...]
    field: str
    value: object
    qualifier: str | None = None
    named: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class RawFile:
    """What was read of a publisher's file: its release, the cells that are drawn from, and the rows of figures.

    `rows` are told by file (an archive has several) and sheet (`None` where there is none). `whole` if no other row of
    those sheets holds anything.
    """

    name: str
    release: str
    cells: Sequence[Cell]
    rows: dict[tuple[str, str | None], set[int]]
    whole: bool = False


def served(client: CheckedClient, cell: Cell) -> dict[str, Any]:
    """The record that was read from the row of a cell."""
    for url in cell.urls:
        for record in _records(client, url):
            if _is_of(record, cell):
                return record
    raise AssertionError(f"nothing that is answered was read from it: {cell}")


def _records(client: CheckedClient, url: str) -> Iterator[dict[str, Any]]:
    following: str | None = url
    while following is not None:
        response = client.get(following)
        if response.status_code == 404:  # a code that another edition of the SOC has
            return
        assert response.status_code == 200, (url, response.text[:300])
        body = response.json()
        yield from body["data"] if isinstance(body["data"], list) else _statements(body["data"])
        following = body.get("page", {}).get("next")


def _statements(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The statements inside of one answer: an industry's at each level, the definition of an occupation."""
    if isinstance(item.get("provenance"), dict):
        yield item
    for part in item.values():
        for inner in part if isinstance(part, list) else [part]:
            if isinstance(inner, dict):
                yield from _statements(inner)


def _is_of(record: dict[str, Any], cell: Cell) -> bool:
    if any(record.get(name) != value for name, value in cell.named.items()) or cell.field.split("/")[0] not in record:
        return False
    places = [record["provenance"], *(one["provenance"] for one in record.get("read_from") or ())]
    return any((p["file"], p["sheet"]) == (cell.file, cell.sheet) and p["row"] in cell.rows for p in places)


def check(client: CheckedClient, cell: Cell) -> None:
    """Fail unless the cell is answered as it stands, with its qualifier and its place."""
    record = served(client, cell)
    found: Any = record
    for step in cell.field.split("/"):
        found = found[step]
    assert found == cell.value, f"answered as {found!r}: {cell}"
    assert record.get("qualifiers", {}).get(cell.field) == cell.qualifier, cell
