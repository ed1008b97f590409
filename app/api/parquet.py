"""Lists as Parquet: typed columns, with meaning and unit of each, and the sources of the whole."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import RawIOBase
from typing import Any

import pyarrow as pa
from pyarrow import csv as arrow_csv
from pyarrow import parquet as arrow_parquet

from app.api.table_rows import rows_of
from app.domain.columns import CellKind, Column

# What the bytes depend on besides rows and columns.
WRITER = f"pyarrow {pa.__version__}"
_ROWS_OF_A_GROUP = 8_192
_TYPES = {CellKind.INTEGER: pa.int64(), CellKind.NUMBER: pa.float64(), CellKind.BOOLEAN: pa.bool_()}


def schema_of(columns: Sequence[Column]) -> pa.Schema:
    """The typed columns, each with its description, and a measure with unit and source of its definition."""
    return pa.schema(
        [pa.field(one.name, _TYPES.get(one.kind, pa.string()), not one.required, _meaning(one)) for one in columns]
    )


def _meaning(column: Column) -> dict[str, str]:
    meaning = {"description": column.description, "unit": column.unit, "source": column.definition_source}
    return {name: text for name, text in meaning.items() if text}


def tables_of_records(batches: Iterable[Sequence[Any]], columns: Sequence[Column]) -> Iterator[pa.Table]:
    """Records as tables."""
    schema = schema_of(columns)
    for batch in batches:
        values = zip(*rows_of(batch, columns), strict=True) if batch else ([] for _ in columns)
        arrays = [pa.array(cells, field.type) for cells, field in zip(values, schema, strict=True)]
        yield pa.Table.from_arrays(arrays, schema=schema)


def tables_of_lines(batches: Iterable[Sequence[str]], columns: Sequence[Column]) -> Iterator[pa.Table]:
    """Lines of CSV as tables: nothing between two commas is no value, a pair of quotation marks an empty text."""
    schema = schema_of(columns)
    reading = arrow_csv.ReadOptions(column_names=schema.names, use_threads=False, block_size=1 << 18)
    parsing = arrow_csv.ParseOptions(newlines_in_values=True)
    converting = arrow_csv.ConvertOptions(
        column_types=schema,
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
        true_values=["true"],
        false_values=["false"],
    )
    for text in _read_ahead(_texts(batches)):
        table = arrow_csv.read_csv(pa.BufferReader(text), reading, parsing, converting)
        yield pa.Table.from_arrays(table.columns, schema=schema)


def _texts(batches: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """As many lines at once as a group of rows has: reading them has a price of its own, however few they are."""
    waiting: list[bytes] = []
    rows = 0
    for batch in batches:
        waiting.append("\n".join(batch).encode())
        rows += len(batch)
        if rows >= _ROWS_OF_A_GROUP:
            text, waiting, rows = b"\n".join(waiting), [], 0
            yield text
    if waiting:
        yield b"\n".join(waiting)


def _read_ahead(texts: Iterator[bytes]) -> Iterator[bytes]:
    """The same texts, each read while the one before it is worked at, which leaves the interpreter free."""
    with ThreadPoolExecutor(1, "read-ahead") as reader:
        reading = reader.submit(next, texts, None)
        while (text := reading.result()) is not None:
            reading = reader.submit(next, texts, None)
            yield text


class _Written(RawIOBase):
    """Takes what is written, to be sent."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, chunk: Any) -> int:
        self._chunks.append(bytes(chunk))
        return len(self._chunks[-1])

    def taken(self) -> bytes:
        """What was written since the last time."""
        chunk = b"".join(self._chunks)
        self._chunks.clear()
        return chunk


def parquet_chunks(
    tables: Iterable[pa.Table], columns: Sequence[Column], described: Callable[[set[str]], Mapping[str, str]]
) -> Generator[bytes, None, None]:
    """A Parquet file, piece by piece. `described` gives its metadata by the releases that its rows came from."""
    sink, releases = _Written(), set[str]()
    with arrow_parquet.ParquetWriter(pa.PythonFile(sink, "w"), schema_of(columns), compression="zstd") as writer:
        for table in _groups(tables):
            if "source" in table.column_names:
                releases.update(table.column("source").unique().drop_null().to_pylist())
            writer.write_table(table)
            del table
            pa.default_memory_pool().release_unused()
            yield sink.taken()
        writer.add_key_value_metadata(dict(described(releases)))
    yield sink.taken()


def _groups(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Tables that are large enough to be a group of rows each."""
    waiting: list[pa.Table] = []
    rows = 0
    for table in tables:
        waiting.append(table)
        rows += table.num_rows
        if rows >= _ROWS_OF_A_GROUP:
            yield pa.concat_tables(waiting)
            waiting, rows = [], 0
    if rows:
        yield pa.concat_tables(waiting)


def make_ready() -> None:
    """Let the library take the memory and the time that its first file costs now, and not from the first request."""
    column = Column("source", ("source",), CellKind.TEXT)
    for _ in parquet_chunks(tables_of_lines([['""']], [column]), [column], lambda _: {}):
        pass
