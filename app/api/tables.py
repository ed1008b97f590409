"""Lists as tables: CSV, NDJSON and Parquet, a page at once or the whole list as it is read."""

import json
from collections.abc import Generator, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

import orjson
from fastapi import Request, Response

from app.api.caching import answer_headers, entity_tag, next_path, path_with, tag_of_state
from app.api.exports import Export
from app.api.forms import CONTENT_TYPES, Form
from app.api.parquet import WRITER, parquet_chunks, tables_of_lines, tables_of_records
from app.api.record_fields import RecordFields
from app.api.table_rows import lines_for_spreadsheets, lines_of
from app.domain.columns import Column
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.snapshot import Snapshot

_BYTE_ORDER_MARK = "\ufeff"


def page_as_table(
    request: Request, snapshot: Snapshot, listing: Listing[Any], form: Form, chosen: RecordFields
) -> Response:
    """A page of a list as a table."""
    following = next_path(request, snapshot.catalog, listing)
    body = b"".join(_chunks(request, snapshot.catalog, listing, form, chosen))
    headers = answer_headers(request, snapshot.catalog, entity_tag(body), following, listing.absence)
    return Response(body, media_type=CONTENT_TYPES[form], headers=headers | _headers(request, headers, form))


def whole_as_table(
    request: Request, snapshot: Snapshot, listing: Listing[Any], form: Form, chosen: RecordFields
) -> Response:
    """A whole list as a table, sent while it is read. The snapshot stays open until it has been sent."""
    catalog, exports = snapshot.catalog, request.app.state.exports
    tag = tag_of_state(request, catalog, CONTENT_TYPES[form], WRITER if form is Form.PARQUET else "")
    headers = answer_headers(request, catalog, tag, None, listing.absence)
    chunks = _chunks(request, catalog, listing, form, chosen)
    exports.begin()
    return Export(
        chunks,
        exports,
        close=snapshot.keep().close,
        media_type=CONTENT_TYPES[form],
        headers=headers | _headers(request, headers, form),
    )


def _headers(request: Request, headers: Mapping[str, str], form: Form) -> dict[str, str]:
    """What tells of a table what JSON says in its envelope, and the name of the file."""
    as_json = path_with(request, without=("format", "limit", "cursor", "bom"))
    links = f'<{as_json}>; rel="alternate"; type="application/json", </v1/measures>; rel="describedby"'
    return {
        "Link": f"{headers['Link']}, {links}",
        "Content-Disposition": f'attachment; filename="{_file_name(request)}.{form}"',
    }


def _file_name(request: Request) -> str:
    """`/v1/occupations/29-1141/wages?release=oews-2025-05` as `occupations-29-1141-wages-oews-2025-05`."""
    path = request.scope["path"].removeprefix("/v1/").split("/")
    return "-".join([*path, *request.query_params.getlist("release")[:2]])


def _chunks(
    request: Request, catalog: Catalog, listing: Listing[Any], form: Form, chosen: RecordFields
) -> Generator[bytes, None, None]:
    """The bytes of a table, piece by piece."""
    columns = chosen.columns
    batches: Iterable[Sequence[Any]] = chain([listing.records] if listing.records else [], listing.further)
    for_spreadsheets = request.query_params.get("bom") == "true"
    if form is Form.NDJSON:
        return (b"".join(map(_json_line, chosen.of(batch))) for batch in batches)
    if form is Form.CSV and for_spreadsheets:
        return _csv(columns, (lines_for_spreadsheets(batch, columns) for batch in batches), _BYTE_ORDER_MARK)
    written = None if listing.written is None else listing.written(columns)
    if form is Form.CSV:
        return _csv(columns, written or (lines_of(batch, columns) for batch in batches))
    tables = tables_of_records(batches, columns) if written is None else tables_of_lines(written, columns)
    return parquet_chunks(tables, columns, partial(_described, request, catalog, listing.releases))


def _json_line(record: object) -> bytes:
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def _csv(columns: Sequence[Column], batches: Iterable[Sequence[str]], mark: str = "") -> Generator[bytes, None, None]:
    yield f"{mark}{','.join(column.name for column in columns)}\r\n".encode()
    for batch in batches:
        yield "\r\n".join([*batch, ""]).encode()


def _described(request: Request, catalog: Catalog, first: Sequence[Release], names: set[str]) -> Mapping[str, str]:
    """What a Parquet file says of itself: the releases of its rows, how to cite them, and where it is from."""
    releases = [catalog.releases[name] for name in sorted(names)] if names else list(first)
    sources = [
        {
            "release": release.release,
            "revision": release.revision,
            "title": release.title,
            "publisher": release.publisher,
            "reference_period": release.reference_period,
            "licence": release.licence,
            "attribution": release.attribution,
            "url": release.source_url,
        }
        for release in releases
    ]
    return {
        "sources": json.dumps(sources),
        "licence": "\n".join(dict.fromkeys(release.licence for release in releases)),
        "attribution": "\n".join(dict.fromkeys(release.attribution for release in releases)),
        "url": path_with(request, without=()),
    }
