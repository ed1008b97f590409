"""What differs between two releases of a program: figures that are new, gone or changed, and codes that were replaced.

Both releases are read in the order of one key and walked through side by side. A page looks at so many rows at most:
where few of them differ it may hold fewer records than were asked for, and says where the next one starts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Text, literal, select, union_all

from app.domain.codes import NATION
from app.domain.levels import AreaType
from app.domain.programs import PROGRAMS, Program
from app.queries.absence import Absence, AbsenceReason
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.changed_codes import ChangedCode, codes_after, codes_before
from app.queries.compared_ratings import RATINGS, rating_parts
from app.queries.compared_rows import OEWS_ESTIMATES, ROUNDS, ComparedRow, ComparedTable
from app.queries.errors import Nearest
from app.queries.list_request import KeyValue
from app.queries.oews_scope import area_type_of, kinds_loaded
from app.queries.provenance import Provenance
from app.queries.release_walk import ChangeKind, ChangesRequest, DerivedDifference, Difference, Walk, difference_of
from app.queries.snapshot import Snapshot
from app.store.tables import area, industry


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """One side of a change: the release, and where in it the figure was read."""

    source: str
    reference_period: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """A figure that two releases do not have alike."""

    kind: str
    measure: str
    soc_code: str
    soc_vintage: str
    title: str
    level: str | None
    row_type: str | None
    onet_soc_code: str | None
    element_id: str | None
    element_name: str | None
    scale_id: str | None
    category: int | None
    area_code: str
    area_title: str
    area_type: str
    industry_code: str | None
    industry_title: str | None
    industry_level: str | None
    ownership_code: str | None
    from_value: float | None
    from_qualifier: str | None
    to_value: float | None
    to_qualifier: str | None
    derived: DerivedDifference | None
    became: tuple[ChangedCode, ...]
    came_from: tuple[ChangedCode, ...]
    from_cell: ChangedCell | None
    to_cell: ChangedCell | None
    source: str


@dataclass(frozen=True, slots=True)
class ComparedRelease:
    """A release of a comparison, and the kinds of cells that it alone has loaded, which are not compared."""

    release: str
    revision: int
    pinned: str
    reference_period: str
    soc_vintage: str
    parts: tuple[str, ...]
    not_compared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """A page of differences, and the two releases."""

    listing: Listing[ChangeRecord]
    earlier: ComparedRelease
    later: ComparedRelease
    rows_compared: int


TABLES = {Program.OEWS: OEWS_ESTIMATES, Program.EP: ROUNDS, Program.ONET: RATINGS}


def list_changes(snapshot: Snapshot, earlier: Release, later: Release | None, request: ChangesRequest) -> Changes:
    """A page of what differs between two releases of one program; or that there is no other one.

    Without a `limit` all of it, page by page.
    """
    if request.limit is None:
        first = list_changes(snapshot, earlier, later, replace(request, limit=_AT_ONCE))
        further = _further(snapshot, earlier, later, request, first.listing.next_after)
        return replace(first, listing=replace(first.listing, next_after=None, further=further))
    catalog = snapshot.catalog
    if later is None:
        return _without(earlier, earlier, _alone(earlier))
    table = TABLES.get(earlier.program)
    if table is None:
        return _without(earlier, later, _not_compared(earlier.program))
    kinds = _kinds(earlier) & _kinds(later)
    if not kinds:
        return _without(earlier, later, _nothing_in_common(earlier, later))
    if never := _never_there(table, request):
        return _without(earlier, later, _without_such_rows(earlier, later, never))
    keys = {name: values for name, values in request.keys.items() if name in table.filters}
    walk = Walk(snapshot, table, earlier, later, replace(request, keys=keys), tuple(sorted(kinds)))
    differences = walk.page()
    names = _Names(snapshot, differences)
    records = [_record(one, names) for one in differences]
    absence = None
    if not records and walk.following is None and request.after is None:
        absence = _alike(catalog, earlier, later, request)
    listing = Listing(records, (earlier, later) if records else (), walk.following, None, absence)
    if walk.following is None and request.after is None:
        listing = Listing(records, listing.releases, None, len(records), absence)
    return Changes(listing, _compared(earlier, later), _compared(later, earlier), walk.rows)


_AT_ONCE = 1_000


def _further(
    snapshot: Snapshot,
    earlier: Release,
    later: Release | None,
    request: ChangesRequest,
    after: tuple[KeyValue, ...] | None,
) -> Iterator[list[ChangeRecord]]:
    while after is not None:
        page = list_changes(snapshot, earlier, later, replace(request, limit=_AT_ONCE, after=after)).listing
        yield page.records
        after = page.next_after


def _kinds(release: Release) -> frozenset[str]:
    """What of a release can be compared: kinds of cells of OEWS, parts with ratings, or its projections."""
    if release.program is Program.OEWS:
        return kinds_loaded(release)
    return rating_parts(release) if release.program is Program.ONET else frozenset({"projections"})


def _never_there(table: ComparedTable, request: ChangesRequest) -> str | None:
    """What is asked for that no row of these releases has, if anything."""
    if request.measures and not set(request.measures).intersection(table.measures):
        return f"measure {', '.join(request.measures)}"
    for name, values in request.keys.items():
        if name not in table.filters and table.always.get(name) not in values:
            return f"{name} {', '.join(values)}"
    return None


class _Names:
    """The titles of the keys on a page, as the releases state them."""

    def __init__(self, snapshot: Snapshot, differences: Sequence[Difference]) -> None:
        """Read what `differences` need, each kind in one statement."""
        self.catalog = snapshot.catalog
        rows = [(one.fields, one.newest) for one in differences if "area_code" in one.table.key]
        self.areas: dict[tuple[str, str], Any] = {}
        self.industries: dict[tuple[str, str, str], str] = {}
        if rows:
            self._read(snapshot, rows)
        codes = {(*one.occupation, one.kind) for one in differences}
        self.became = codes_after(snapshot, [(code, of) for code, of, kind in codes if kind is ChangeKind.RETIRED])
        introduced = [(code, of) for code, of, kind in codes if kind is ChangeKind.INTRODUCED]
        self.came_from = codes_before(snapshot, introduced)

    def title(self, one: Difference) -> str:
        """The title of the occupation: that of O*NET's own code where it has one."""
        code, vintage = one.occupation
        onet_code = one.fields.get("onet_soc_code")
        stated = None if onet_code is None else self.catalog.onet_reference(one.newest.release).title(onet_code)
        known = next((of for of in self.catalog.vintages.get(code, ()) if of.soc_vintage == vintage), None)
        return stated or (known.title if known else str(onet_code or code))

    def element(self, one: Difference, row: ComparedRow | None) -> str | None:
        """The name of the element of O*NET's content model, if the row is about one."""
        if row is None or "element_id" not in one.fields:
            return None
        named: str | None = row.row._mapping["element_name"]
        return named or self.catalog.onet_reference(one.newest.release).element_names.get(one.fields["element_id"])

    def _read(self, snapshot: Snapshot, rows: Sequence[tuple[Mapping[str, Any], Release]]) -> None:
        parts = sorted({part_id for _, release in rows for part_id in release.part_ids})
        own, of_industry = area.c, industry.c
        of_areas = select(
            own.part_id, own.area_code.label("code"), literal(None, Text).label("level"), own.area_type, own.area_title
        ).where(own.part_id.in_(parts), own.area_code.in_(sorted({fields["area_code"] for fields, _ in rows})))
        of_industries = select(
            of_industry.part_id,
            of_industry.industry_code,
            of_industry.industry_level,
            literal(None, Text),
            of_industry.industry_title,
        ).where(
            of_industry.part_id.in_(parts),
            of_industry.industry_code.in_(sorted({fields["industry_code"] for fields, _ in rows})),
        )
        for found in snapshot.connection.execute(union_all(of_areas, of_industries)):
            release = self.catalog.release_of_part[found.part_id]
            if found.level is None:
                self.areas[release, found.code] = found
            else:
                self.industries[release, found.code, found.level] = found.area_title


def _record(one: Difference, names: _Names) -> ChangeRecord:
    fields, newest, row = one.fields, one.newest, one.after or one.before
    (old, was), (new, is_now) = one.old, one.new
    code = one.occupation
    area_code = fields.get("area_code", NATION)
    stated = names.areas.get((newest.release, area_code))
    industry_code, level = fields.get("industry_code"), fields.get("industry_level")
    return ChangeRecord(
        kind=one.kind,
        measure=one.measure,
        soc_code=code[0],
        soc_vintage=code[1],
        title=names.title(one),
        level=None if row is None else row.level,
        row_type=fields.get("row_type"),
        onet_soc_code=fields.get("onet_soc_code"),
        element_id=fields.get("element_id"),
        element_name=names.element(one, row),
        scale_id=fields.get("scale_id"),
        category=fields.get("category") or None,
        area_code=area_code,
        area_title="U.S." if stated is None else stated.area_title,
        area_type=area_type_of(area_code) if stated is None else AreaType(stated.area_type),
        industry_code=industry_code,
        industry_title=names.industries.get((newest.release, industry_code or "", level or "")),
        industry_level=level,
        ownership_code=fields.get("ownership_code"),
        from_value=old,
        from_qualifier=was,
        to_value=new,
        to_qualifier=is_now,
        derived=difference_of(one.old, one.new),
        became=names.became.get(code, ()) if one.kind is ChangeKind.RETIRED else (),
        came_from=names.came_from.get(code, ()) if one.kind is ChangeKind.INTRODUCED else (),
        from_cell=_cell(one, one.earlier, one.before, names.catalog),
        to_cell=_cell(one, one.later, one.after, names.catalog),
        source=newest.release,
    )


def _cell(one: Difference, release: Release, row: ComparedRow | None, catalog: Catalog) -> ChangedCell | None:
    if row is None:
        return None
    return ChangedCell(release.release, release.reference_period, one.table.provenance(row, catalog))


def _compared(release: Release, other: Release) -> ComparedRelease:
    alone = _kinds(release) - _kinds(other)
    return ComparedRelease(
        release.release,
        release.revision,
        f"{release.release}.r{release.revision}",
        release.reference_period,
        release.soc_vintage,
        tuple(part.part for part in release.parts),
        tuple(sorted(alone)),
    )


def _without(earlier: Release, later: Release, absence: Absence) -> Changes:
    listing: Listing[ChangeRecord] = Listing([], (), None, 0, absence)
    return Changes(listing, _compared(earlier, later), _compared(later, earlier), 0)


def _not_compared(program: Program) -> Absence:
    able = " and ".join(PROGRAMS[one].name for one in TABLES)
    detail = f"Releases of {PROGRAMS[program].name} are not compared cell by cell; those of {able} are."
    return Absence(AbsenceReason.NOT_APPLICABLE, detail, (Nearest("What is loaded", "/v1/releases"),))


def _without_such_rows(earlier: Release, later: Release, never: str) -> Absence:
    detail = f"Nothing that is compared of {PROGRAMS[earlier.program].name} has {never}."
    path = f"/v1/releases/{earlier.release}/changes?to={later.release}"
    return Absence(AbsenceReason.NOT_APPLICABLE, detail, (Nearest("Every change between the two", path),))


def _alone(release: Release) -> Absence:
    name = PROGRAMS[release.program].name
    detail = f"No other release of {name} is loaded that {release.release} could be compared with."
    return Absence(AbsenceReason.NOT_LOADED, detail, (Nearest("What is loaded", "/v1/releases"),))


def _nothing_in_common(earlier: Release, later: Release) -> Absence:
    loaded = "; ".join(f"{one.release}: {', '.join(part.part for part in one.parts)}" for one in (earlier, later))
    detail = f"No kind of cells is loaded of both. Loaded: {loaded}."
    return Absence(AbsenceReason.NOT_LOADED, detail, (Nearest("What is loaded", "/v1/releases"),))


def _alike(catalog: Catalog, earlier: Release, later: Release, request: ChangesRequest) -> Absence:
    unknown = [code for code in request.keys.get("soc_code", ()) if code not in catalog.vintages]
    detail = (
        f"Nothing that is loaded has {', '.join(unknown)}."
        if unknown
        else f"{earlier.release} and {later.release} do not differ in any figure that these filters keep."
    )
    path = f"/v1/releases/{earlier.release}/changes?to={later.release}"
    reason = AbsenceReason.NOT_LOADED if unknown else AbsenceReason.NOT_PUBLISHED
    return Absence(reason, detail, (Nearest("Every change between the two", path),))
