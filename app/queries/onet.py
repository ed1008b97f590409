"""The frame of every list that O*NET gives: which release and parts answer, which rows, and why there are none.

O*NET describes occupations by its own codes of eight digits. A SOC code has the rows of all codes that begin with it,
each by itself: they are never averaged. A list may hold rows of a handbook profile as well.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, and_, or_

from app.domain.programs import Program
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.facts import Fact, cited
from app.queries.list_request import ListRequest, OneOf
from app.queries.listing import fetch_page
from app.queries.onet_absence import Asked, AskedOfOccupation, EmptyOnetList, explain_missing_onet
from app.queries.provenance import source_of
from app.queries.relation import Match, Relation
from app.queries.resolution import ReleaseChoice, choose_releases
from app.queries.snapshot import Snapshot

F = TypeVar("F", bound=Fact)
_ONET_ONLY = (Program.ONET,)


@dataclass(frozen=True, slots=True)
class OnetList(Generic[F]):
    """What a list of O*NET rows is made of.

    `resource` is the last part of its path; `parts` are the parts of a release that hold such rows; `relation` is about
    all rows; `records` makes records of a page of them; `programs` may name the handbook too, whose parts all count.
    """

    resource: str
    parts: tuple[str, ...]
    relation: Relation
    records: Callable[[Snapshot, Sequence[Mapping[Any, Any]]], list[F]]
    programs: tuple[Program, ...] = field(default=_ONET_ONLY)


def list_onet(kind: OnetList[F], snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest) -> Listing[F]:
    """The list across occupations, from the newest O*NET release that has its part unless another is chosen."""
    catalog = snapshot.catalog
    chosen = choose_releases(catalog, choice, kind.programs)
    able = (_newest_with(kind, catalog.releases.values(), choice, one) for one in chosen)
    releases = tuple(release for release in able if release.program in kind.programs)
    return _listing(kind, snapshot, Asked(None, None, choice, request), releases)


def list_onet_of_occupation(kind: OnetList[F], snapshot: Snapshot, asked: AskedOfOccupation) -> Listing[F]:
    """The list of one occupation: of all codes of O*NET that begin with its code, or of one of them.

    From the newest release of each program that covers the occupation and has the part, unless others are chosen.
    """
    catalog = snapshot.catalog
    about = releases_about(catalog, kind.programs, asked.choice, asked.found)
    covering = catalog.releases_covering(asked.found)
    releases = tuple(_newest_with(kind, covering, asked.choice, one) for one in about)
    return _listing(kind, snapshot, asked, releases)


def _newest_with(kind: OnetList[F], loaded: Iterable[Release], choice: ReleaseChoice, newest: Release) -> Release:
    """Of O*NET, the newest release that has the part which is asked for, if any has; a release is loaded by files."""
    if choice.releases or newest.program is not Program.ONET:
        return newest
    able = [one for one in loaded if one.program is Program.ONET and any(p.part in kind.parts for p in one.parts)]
    return max(able, key=lambda one: one.reference_period, default=newest)


def releases_about(
    catalog: Catalog, programs: Sequence[Program], choice: ReleaseChoice, found: Occupation
) -> tuple[Release, ...]:
    """The releases that answer on an occupation: the newest of each program, or those chosen, that cover it."""
    if choice.releases or choice.programs:
        chosen: Sequence[Release | None] = choose_releases(catalog, choice, programs, found)
    else:
        chosen = [catalog.newest_covering(program, found) for program in programs]
    covering = catalog.releases_covering(found)
    return tuple(release for release in chosen if release and release.program in programs and release in covering)


def begins_with(column: ColumnElement[str]) -> Match:
    """O*NET-SOC codes that begin with any of some SOC codes: a range, which an index gives."""

    def match(codes: Sequence[ColumnElement[str]]) -> ColumnElement[bool]:
        return or_(*(and_(column >= code + ".", column < code + "/") for code in codes))

    return match


def is_or_is_empty(column: ColumnElement[str]) -> Match:
    """Rows with one of these values, and rows that have none."""

    def match(values: Sequence[ColumnElement[str]]) -> ColumnElement[bool]:
        return or_(column.in_(values), column.is_(None))

    return match


def onet_identity(row: Mapping[Any, Any], catalog: Catalog) -> dict[str, Any]:
    """What names the occupation of an O*NET row: its codes, edition and title, and the release."""
    source, code = source_of(row, catalog), row["onet_soc_code"]
    return {
        "soc_code": code[:7],
        "soc_vintage": catalog.releases[source].soc_vintage,
        "onet_soc_code": code,
        "title": catalog.onet_reference(source).title(code) or _soc_title(catalog, code, source),
        "source": source,
    }


def _soc_title(catalog: Catalog, code: str, source: str) -> str | None:
    vintage = catalog.releases[source].soc_vintage
    editions = catalog.vintages.get(code[:7], ())
    return next((found.title for found in editions if found.soc_vintage is vintage), None)


def part_ids_in(kind: OnetList[F], releases: Sequence[Release]) -> tuple[int, ...]:
    """The parts of some releases that hold rows of a list."""
    return tuple(
        loaded.part_id
        for release in releases
        for loaded in release.parts
        if release.program is not Program.ONET or loaded.part in kind.parts
    )


def _listing(kind: OnetList[F], snapshot: Snapshot, asked: Asked, releases: tuple[Release, ...]) -> Listing[F]:
    found, request = asked.found, asked.request
    # Of the handbook, the one or two of its hundreds of parts that have the occupation.
    parts = releases if found is None else [_parts_about(snapshot.catalog, release, found) for release in releases]
    part_ids = part_ids_in(kind, parts)
    listing: Listing[F] = Listing([], (), total=0)
    if part_ids:
        page = fetch_page(snapshot, _kept(kind, asked, part_ids), request)
        records, further = page.records(lambda rows: kind.records(snapshot, [row._mapping for row in rows]))
        listing = Listing(records, cited(snapshot.catalog, records), page.next_after, page.total, further=further)
    if listing.records:
        return listing
    empty = EmptyOnetList(snapshot, kind.resource, kind.parts, kind.programs, asked, releases)
    return replace(listing, absence=explain_missing_onet(empty))


def _parts_about(catalog: Catalog, release: Release, found: Occupation) -> Release:
    if release.program is Program.ONET:
        return release
    covering = catalog.parts_covering([release], found)
    return covering[0] if covering else release


def _kept(kind: OnetList[F], asked: Asked, part_ids: tuple[int, ...]) -> Relation:
    kept = [OneOf("provenance_part_id", part_ids)]
    if asked.found is not None:
        kept.append(OneOf("soc_code", (asked.found.soc_code,)))
        if "soc_vintage" in kind.relation.matches:
            kept.append(OneOf("soc_vintage", (str(asked.found.soc_vintage),)))
    if asked.onet_soc_code is not None:
        kept.append(OneOf("onet_soc_code", (asked.onet_soc_code,)))
    return kind.relation.keeping(*kept)
