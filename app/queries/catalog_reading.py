"""The catalog read from the tables, as a transaction sees them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields

from sqlalchemy import Connection, and_, or_, select

from app.domain.areas import POSTAL_BY_FIPS
from app.domain.levels import AreaType, Link, OccupationLevel, SocVintage
from app.domain.programs import Program
from app.queries.catalog import Catalog
from app.queries.catalog_records import CoveredCode, File, HandbookProfile, Organization, Part, Release
from app.queries.classification import (
    Entries,
    Occupation,
    SocEntry,
    Specialty,
    Transition,
    Vintages,
    children_by_parent,
)
from app.queries.onet_reference import read_onet_reference
from app.queries.provenance import SheetName, provenance_columns, provenance_in
from app.store.tables import (
    area,
    certification,
    database_state,
    ep_utilization_factor,
    handbook_profile,
    industry,
    occupation,
    occupation_transition,
    organization,
    part,
    part_coverage,
    part_file,
    profile_coverage,
    release,
    soc_entry,
    source_file,
    source_sheet,
    specialty,
)
from app.store.vocabulary import age_of_edition


def read_data_revision(connection: Connection) -> int | None:
    """The number that grows with every load; `None` in a database that holds nothing yet."""
    return connection.execute(select(database_state.c.data_revision)).scalar()


def read_catalog(connection: Connection) -> Catalog:
    """Read all reference rows of the state that the connection's transaction sees."""
    state = connection.execute(
        select(database_state.c.data_revision, database_state.c.changed_at, database_state.c.seed_sha256)
    ).one()
    releases = _read_releases(connection)
    release_of_part = {key: loaded.release for loaded in releases.values() for key in loaded.part_ids}
    sheets = _read_sheets(connection)
    vintages = _read_occupations(connection, release_of_part, sheets)
    entries = _read_entries(connection, release_of_part, sheets)
    profiles = _read_profiles(connection, sheets)
    current, stated = _read_organizations(connection, release_of_part, sheets)
    return Catalog(
        data_revision=state.data_revision,
        changed_at=state.changed_at,
        seed_sha256=state.seed_sha256,
        releases=releases,
        release_of_part=release_of_part,
        sheets=sheets,
        sheet_headers=_read_headers(connection),
        vintages=vintages,
        children_by_parent=children_by_parent(vintages, entries),
        transitions=_read_transitions(connection, vintages, release_of_part, sheets),
        specialties=_read_specialties(connection, vintages, sheets),
        organizations=current,
        organizations_by_part=stated,
        area_titles={
            row.area_code: row.area_title
            for row in connection.execute(select(area.c.area_code, area.c.area_title).where(area.c.is_current))
        },
        state_of_area=_read_states(connection),
        industry_codes=frozenset(
            connection.execute(select(industry.c.industry_code).where(industry.c.is_current)).scalars()
        ),
        coverage=_read_coverage(connection),
        codes_with=_read_codes_with(connection),
        entries=entries,
        onet=read_onet_reference(connection, release_of_part, sheets),
        profiles=profiles,
        profiles_by_code=_by_code(profiles.values()),
    )


def _read_releases(connection: Connection) -> dict[str, Release]:
    files: defaultdict[int, list[File]] = defaultdict(list)
    joined = part_file.join(source_file, part_file.c.file_id == source_file.c.file_id)
    columns = (part_file.c.part_id, source_file.c.name, source_file.c.sha256, source_file.c.size_bytes)
    for row in connection.execute(select(*columns).select_from(joined).order_by(source_file.c.name)):
        files[row.part_id].append(File(row.name, row.sha256, row.size_bytes))
    parts: defaultdict[str, list[Part]] = defaultdict(list)
    for row in connection.execute(select(part).order_by(part.c.release, part.c.part)):
        parts[row.release].append(
            Part(
                row.part_id,
                row.part,
                row.revision,
                row.reference_period,
                row.rows_read,
                row.rows_stored,
                row.cells_withheld,
                row.cells_bounded,
                row.loaded_at,
                tuple(files[row.part_id]),
                row.layout,
                row.allowed,
                row.rows_repeated,
                row.codes_unclassified,
                row.seconds,
            )
        )
    return {
        row.release: Release(
            row.release,
            Program(row.program),
            row.title,
            row.publisher,
            row.reference_period,
            row.projection_round,
            SocVintage(row.soc_vintage),
            row.licence,
            row.attribution,
            row.source_url,
            row.published_on,
            row.origin,
            row.origin_basis,
            tuple(parts[row.release]),
        )
        for row in connection.execute(select(release).order_by(release.c.release))
    }


def _read_occupations(
    connection: Connection, release_of_part: dict[int, str], sheets: dict[int, SheetName]
) -> Vintages:
    plain = (occupation.c.soc_code, occupation.c.soc_vintage, occupation.c.title, occupation.c.level)
    columns = (column.label(name) for name, column in provenance_columns(occupation).items())
    current = select(*plain, *columns).where(occupation.c.is_current)
    ordered = current.order_by(occupation.c.soc_code, age_of_edition(occupation.c.soc_vintage))
    vintages: defaultdict[str, list[Occupation]] = defaultdict(list)
    for row in connection.execute(ordered).mappings():
        vintages[row["soc_code"]].append(
            Occupation(
                row["soc_code"],
                SocVintage(row["soc_vintage"]),
                row["title"],
                OccupationLevel(row["level"]),
                release_of_part[row["provenance_part_id"]],
                provenance_in(row, sheets),
            )
        )
    return {code: tuple(editions) for code, editions in vintages.items()}


def _read_transitions(
    connection: Connection, vintages: Vintages, release_of_part: dict[int, str], sheets: dict[int, SheetName]
) -> tuple[Transition, ...]:
    known, own = _by_key(vintages), occupation_transition.c
    columns = (column.label(name) for name, column in provenance_columns(occupation_transition).items())
    # Where several parts state one step, a published statement is taken before a curated one, and a later before an
    # earlier one: the last in this order.
    steps = select(occupation_transition, *columns).order_by(own.origin, own.part_id)
    found: dict[tuple[str, str], Transition] = {}
    for row in connection.execute(steps).mappings():
        before = known[row["from_soc_code"], row["from_soc_vintage"]]
        after = known[row["to_soc_code"], row["to_soc_vintage"]]
        found[f"{before.soc_code} {before.soc_vintage}", f"{after.soc_code} {after.soc_vintage}"] = Transition(
            before, after, Link(row["link"]), release_of_part[row["provenance_part_id"]], provenance_in(row, sheets)
        )
    return tuple(found[step] for step in sorted(found))


def _read_entries(connection: Connection, release_of_part: dict[int, str], sheets: dict[int, SheetName]) -> Entries:
    columns = (column.label(name) for name, column in provenance_columns(soc_entry).items())
    # Where several parts have a code, the one with a definition is taken, and a later before an earlier one: the last.
    ordered = (soc_entry.c.definition.is_not(None), soc_entry.c.part_id)
    rows = connection.execute(select(soc_entry, *columns).order_by(*ordered)).mappings()
    return {
        (row["soc_code"], SocVintage(row["soc_vintage"])): SocEntry(
            row["parent_soc_code"], row["definition"], release_of_part[row["part_id"]], provenance_in(row, sheets)
        )
        for row in rows
    }


def _by_key(vintages: Vintages) -> dict[tuple[str, str], Occupation]:
    return {(found.soc_code, str(found.soc_vintage)): found for editions in vintages.values() for found in editions}


def _read_specialties(
    connection: Connection, vintages: Vintages, sheets: dict[int, SheetName]
) -> tuple[Specialty, ...]:
    known, own = _by_key(vintages), specialty.c
    columns = (column.label(name) for name, column in provenance_columns(specialty).items())
    rows = connection.execute(select(specialty, *columns).order_by(own.soc_code, own.soc_vintage, own.specialty))
    return tuple(
        Specialty(
            within=known[row["soc_code"], row["soc_vintage"]],
            specialty=row["specialty"],
            title=row["title"],
            today=known[row["specialty_soc_code"], row["specialty_soc_vintage"]],
            provenance=provenance_in(row, sheets),
        )
        for row in rows.mappings()
    )


def _read_organizations(
    connection: Connection, release_of_part: dict[int, str], sheets: dict[int, SheetName]
) -> tuple[dict[str, Organization], dict[tuple[int, str], Organization]]:
    """The newest statement of each organization, and what each part states of it."""
    columns = (column.label(name) for name, column in provenance_columns(organization).items())
    rows = connection.execute(
        select(organization, *columns).order_by(organization.c.organization, organization.c.part_id)
    ).mappings()
    current: dict[str, Organization] = {}
    stated: dict[tuple[int, str], Organization] = {}
    for row in rows:
        named = Organization(
            organization=row["organization"],
            name=row["name"],
            former_name=row["former_name"],
            acronym=row["acronym"],
            url=row["url"],
            source=release_of_part[row["part_id"]],
            provenance=provenance_in(row, sheets),
        )
        stated[row["part_id"], row["organization"]] = named
        if row["is_current"]:
            current[row["organization"]] = named
    return current, stated


def _read_sheets(connection: Connection) -> dict[int, SheetName]:
    joined = source_sheet.join(source_file, source_sheet.c.file_id == source_file.c.file_id)
    rows = connection.execute(
        select(source_sheet.c.sheet_id, source_file.c.name, source_sheet.c.sheet).select_from(joined)
    )
    return {row.sheet_id: SheetName(row.name, row.sheet) for row in rows}


def _read_headers(connection: Connection) -> dict[tuple[str, str, str | None], str]:
    joined = source_sheet.join(source_file, source_sheet.c.file_id == source_file.c.file_id)
    columns = (source_file.c.sha256, source_file.c.name, source_sheet.c.sheet, source_sheet.c.headers)
    rows = connection.execute(select(*columns).select_from(joined))
    return {(row.sha256, row.name, row.sheet): row.headers for row in rows}


def _read_coverage(connection: Connection) -> dict[tuple[str, str], frozenset[int]]:
    covered: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    rows = connection.execute(select(part_coverage.c.part_id, part_coverage.c.soc_code, part_coverage.c.soc_vintage))
    for part_id, code, vintage in rows:
        covered[code, vintage].add(part_id)
    return {key: frozenset(part_ids) for key, part_ids in covered.items()}


def _read_states(connection: Connection) -> dict[str, str]:
    """The state of each area below the states; of one that lies in several, the first."""
    fips = {postal: code for code, postal in POSTAL_BY_FIPS.items()}
    below = (AreaType.METROPOLITAN, AreaType.METROPOLITAN_DIVISION, AreaType.NONMETROPOLITAN)
    rows = connection.execute(
        select(area.c.area_code, area.c.state).where(area.c.is_current, area.c.area_type.in_(map(str, below)))
    )
    return {code: fips[state] for code, state in rows if state in fips}


def _read_codes_with(connection: Connection) -> dict[str, frozenset[tuple[str, str]]]:
    """Codes with rows of their own, and codes of profiles that say it of all their occupations together."""
    factors = select(ep_utilization_factor.c.soc_code, ep_utilization_factor.c.soc_vintage).distinct()
    own, code = certification.c, profile_coverage.c
    of_profile = and_(code.part_id == own.part_id, code.profile == own.profile)
    said_of = or_(own.soc_code.is_(None), own.subject_title == "", own.soc_code == code.soc_code)
    named = select(code.soc_code, code.soc_vintage).select_from(certification.join(profile_coverage, of_profile))
    return {
        resource: frozenset((row[0], row[1]) for row in connection.execute(statement))
        for resource, statement in (
            ("utilization-factors", factors),
            ("certifications", named.where(said_of).distinct()),
        )
    }


def _read_profiles(connection: Connection, sheets: dict[int, SheetName]) -> dict[tuple[int, str], HandbookProfile]:
    own, covered = profile_coverage.c, defaultdict[tuple[int, str], list[CoveredCode]](list)
    columns = [column.label(name) for name, column in provenance_columns(profile_coverage).items()]
    for row in connection.execute(select(profile_coverage, *columns).order_by(own.part_id, own.position)).mappings():
        names = (field.name for field in fields(CoveredCode) if field.name != "provenance")
        code = CoveredCode(**{name: row[name] for name in names}, provenance=provenance_in(row, sheets))
        covered[row["part_id"], row["profile"]].append(code)
    columns = [column.label(name) for name, column in provenance_columns(handbook_profile).items()]
    plain = [field.name for field in fields(HandbookProfile) if field.name not in ("covered", "provenance")]
    return {
        (row["part_id"], row["profile"]): HandbookProfile(
            **{name: row[name] for name in plain},
            covered=tuple(covered[row["part_id"], row["profile"]]),
            provenance=provenance_in(row, sheets),
        )
        for row in connection.execute(select(handbook_profile, *columns)).mappings()
    }


def _by_code(profiles: Iterable[HandbookProfile]) -> dict[tuple[str, str], tuple[HandbookProfile, ...]]:
    covering: defaultdict[tuple[str, str], list[HandbookProfile]] = defaultdict(list)
    for known in profiles:
        for code in known.covered:
            covering[code.soc_code, code.soc_vintage].append(known)
    return {code: tuple(known) for code, known in covering.items()}
