"""One consistent view of the data for one request."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from app.queries.catalog import Catalog
from app.queries.catalog_reading import read_catalog, read_data_revision
from app.queries.search_index import KeptIndexes, SearchIndex
from app.store.engine import OpenMode, Reader, little_memory
from app.store.search_index import kept_state, read_search_index


class NothingLoadedError(Exception):
    """The database has its tables but no data yet."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A read transaction, and the catalog of the state that it sees."""

    connection: Connection
    catalog: Catalog
    _end: ExitStack
    _indexes: KeptIndexes

    def search_index(self) -> SearchIndex | None:
        """The search index of this state; `None` where the database holds no texts. Kept while the texts stay."""
        state = kept_state(self.connection)
        if state is None:
            return None
        kept = self._indexes.get(state)
        if kept is not None:
            return kept
        with self._indexes.reading:
            return self._indexes.get(state) or self._read_index()

    def _read_index(self) -> SearchIndex | None:
        found = read_search_index(self.connection)
        if found is None:
            return None
        index = SearchIndex(found.made_from, found.arrays)
        self._indexes.keep(index)
        return index

    def expect_much(self) -> None:
        """Prepare for a list that is read as a whole: it shall not fill the memory of the server."""
        self._end.enter_context(little_memory(self.connection))

    def keep(self) -> ExitStack:
        """Leave the transaction open for a reader that goes on: closing what this returns ends it."""
        return self._end.pop_all()


class Database:
    """The serving side of the database: hands out snapshots, and notices by itself when data was loaded."""

    def __init__(self, reader: Reader) -> None:
        """`reader` holds connections that cannot write."""
        self._reader = reader
        self._catalog: Catalog | None = None
        self._refreshing = threading.Lock()
        self._indexes = KeptIndexes()

    @property
    def mode(self) -> OpenMode:
        """How the database was opened."""
        return self._reader.mode

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._reader.engine.dialect.name

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """A transaction that sees one state of the data from its first statement to its last."""
        with ExitStack() as end:
            connection = end.enter_context(self._reader.engine.connect())
            end.enter_context(connection.begin())
            yield Snapshot(connection, self._current_catalog(connection), end, self._indexes)

    def read_ahead(self) -> None:
        """Read the catalog now, so that no request waits for it; what is wrong with the data, requests will say."""
        with suppress(NothingLoadedError, SQLAlchemyError), self.snapshot():
            pass

    def close(self) -> None:
        """Give all connections back."""
        self._reader.engine.dispose()

    def _current_catalog(self, connection: Connection) -> Catalog:
        revision = read_data_revision(connection)
        if revision is None:
            raise NothingLoadedError("the database holds no data yet: run `occupations seed`")
        catalog = self._catalog
        if catalog is not None and catalog.data_revision == revision:
            return catalog
        with self._refreshing:
            catalog = self._catalog
            if catalog is not None and catalog.data_revision == revision:
                return catalog  # another request has read it while this one waited
            fresh = read_catalog(connection)
            # An older transaction must not put back an older catalog.
            if self._catalog is None or self._catalog.data_revision < fresh.data_revision:
                self._catalog = fresh
            return fresh
