"""Keeps the search index in the database, in the transaction that changes the texts that it is made of."""

from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, delete, insert, select

from app.store.search_build import build_index
from app.store.search_postings import Arrays
from app.store.search_texts import read_successors, read_texts, state_of_texts
from app.store.tables import search_array


@dataclass(frozen=True, slots=True)
class KeptIndex:
    """An index as it is kept, and the state of the texts that it was made of."""

    made_from: str
    arrays: Arrays


def write_search_index(connection: Connection) -> None:
    """Make the index of what is stored, unless the one that is kept was made of the same texts."""
    state = state_of_texts(connection)
    if kept_state(connection) == state:
        return
    connection.execute(delete(search_array))
    arrays = build_index(read_texts(connection), read_successors(connection))
    rows = [
        {
            "name": name,
            "made_from": state,
            "kind": array.dtype.newbyteorder("<").str,
            "shape": ",".join(map(str, array.shape)),
            "content": array.astype(array.dtype.newbyteorder("<")).tobytes(),
        }
        for name, array in arrays.items()
    ]
    if rows:
        connection.execute(insert(search_array), rows)


def kept_state(connection: Connection) -> str | None:
    """The state of the texts that the kept index was made of; `None` if there is none."""
    return connection.execute(select(search_array.c.made_from).limit(1)).scalar()


def read_search_index(connection: Connection) -> KeptIndex | None:
    """The index that is kept; `None` if there is none, as in a database that holds no texts."""
    own = search_array.c
    rows = connection.execute(select(own.name, own.made_from, own.kind, own.shape, own.content)).all()
    if not rows:
        return None
    arrays = {
        name: np.frombuffer(content, dtype=kind).reshape([int(size) for size in shape.split(",")])
        for name, _, kind, shape, content in rows
    }
    return KeptIndex(rows[0].made_from, arrays)
