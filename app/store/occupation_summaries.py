"""Each occupation with its main figures for the nation, as one row: those of the newest releases, or of others.

The list of occupations reads the table where it asks for the newest, and this statement where it names releases.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    Table,
    Text,
    and_,
    case,
    cast,
    delete,
    exists,
    func,
    insert,
    literal,
    null,
    select,
)

from app.domain.levels import CURRENT_VINTAGES
from app.domain.measures import SUMMARY_MEASURES
from app.domain.programs import Program
from app.domain.statements import EducationPath
from app.store.main_figures import national_estimate, of_profile, typical_entry
from app.store.tables import (
    education_path,
    occupation,
    occupation_summary,
    oews_estimate,
    part,
    part_coverage,
    projection,
    release,
    round_projection,
)
from app.store.tables.summaries import PROJECTED, PROJECTED_IN_ROUND, REQUIREMENTS
from app.store.vocabulary import age_of_edition


class Codes(StrEnum):
    """Which codes are listed: each in the newest edition that has it, or those of one OEWS release."""

    OF_ANY_EDITION = "of_any_edition"
    OF_RELEASE = "of_release"


class First(StrEnum):
    """Whose figures are shown where two publications have them: those of the newer."""

    ROUND = "round"
    HANDBOOK = "handbook"


@dataclass(frozen=True, slots=True)
class SummaryChoice:
    """What summaries are made of: parts of an OEWS release and of the handbook, and a round, by its release."""

    codes: Codes
    estimates: tuple[int, ...]
    profiles: tuple[int, ...]
    round_release: str | None
    first: First


def order_of(projection_round: str | None, editions: Sequence[str | None]) -> First:
    """Whether a round or the editions of the handbook beside it are newer."""
    newest = max((edition for edition in editions if edition is not None), default="")
    return First.ROUND if projection_round is not None and projection_round >= newest else First.HANDBOOK


def write_summaries(connection: Connection) -> None:
    """Write the summaries of the newest releases anew, inside the caller's transaction."""
    connection.execute(delete(occupation_summary))
    names = [column.name for column in occupation_summary.columns if not column.primary_key]
    rows = summaries(_newest(connection)).subquery("summaries")
    ordered = select(*(rows.c[name] for name in names)).order_by(rows.c.soc_code, rows.c.soc_vintage)
    connection.execute(insert(occupation_summary).from_select(names, ordered))


def _newest(connection: Connection) -> SummaryChoice:
    own = release.c
    newest_first = select(own.release, own.projection_round).order_by(own.reference_period.desc(), own.release)
    estimates = connection.execute(newest_first.where(own.program == Program.OEWS)).first()
    editions = connection.execute(newest_first.where(own.program == Program.OOH)).all()
    has_rows = exists().where(round_projection.c.release == own.release)
    newest_round = connection.execute(newest_first.where(has_rows)).first()
    return SummaryChoice(
        Codes.OF_ANY_EDITION,
        () if estimates is None else _parts_of(connection, [estimates.release]),
        _parts_of(connection, [edition.release for edition in editions]),
        None if newest_round is None else newest_round.release,
        order_of(
            None if newest_round is None else newest_round.projection_round,
            [edition.projection_round for edition in editions],
        ),
    )


def _parts_of(connection: Connection, releases: Sequence[str]) -> tuple[int, ...]:
    found = select(part.c.part_id).where(part.c.release.in_(releases)).order_by(part.c.release, part.c.part)
    return tuple(connection.execute(found).scalars())


def summaries(choice: SummaryChoice) -> Select[Any]:
    """All occupations with their main figures, in the columns of `occupation_summary`."""
    key, in_round = occupation, _of_round(choice.round_release)
    parts, profiles = choice.estimates, choice.profiles
    source = (
        key.outerjoin(oews_estimate, national_estimate(key, parts))
        .outerjoin(projection, _newest_of_profile(projection, key, profiles))
        .outerjoin(
            education_path, and_(typical_entry(key, profiles), _newest_of_profile(education_path, key, profiles))
        )
        .outerjoin(in_round, and_(in_round.c.soc_code == key.c.soc_code, in_round.c.soc_vintage == key.c.soc_vintage))
    )
    columns = {
        "soc_code": key.c.soc_code,
        "soc_vintage": key.c.soc_vintage,
        "major_group": func.substr(key.c.soc_code, 1, 2, type_=Text),
        "title": key.c.title,
        "level": key.c.level,
        "retired": _is_retired(key),
        **_estimated(),
        **_projected(in_round, choice),
        **_required(in_round, choice),
        "outlook": projection.c.outlook_category,
        "occupation_part_id": key.c.part_id,
        "estimate_part_id": oews_estimate.c.part_id,
        "projection_part_id": projection.c.part_id,
        "education_part_id": education_path.c.part_id,
    }
    listed = _is_newest_edition(key) if choice.codes is Codes.OF_ANY_EDITION else _is_in(key, parts)
    names = (column.name for column in occupation_summary.columns if not column.primary_key)
    chosen = (columns[name].label(name) for name in names)
    return select(*chosen).select_from(source).where(key.c.is_current, listed)


def _estimated() -> dict[str, ColumnElement[Any]]:
    """Figures of OEWS and why they are missing, which is that there is no row where there is none."""
    own, none = oews_estimate.c, oews_estimate.c.estimate_id.is_(None)
    columns: dict[str, ColumnElement[Any]] = {}
    for name in SUMMARY_MEASURES:
        columns[name] = own[name]
        columns[f"{name}_qualifier"] = case((none, literal("not_applicable")), else_=own[f"{name}_qualifier"])
    return columns


def _projected(in_round: Subquery, choice: SummaryChoice) -> dict[str, ColumnElement[Any]]:
    """Figures of a projection: all of the round, or all of the handbook."""
    own, handbook = in_round.c.employment_change_percent, projection.c.employment_change_percent
    shown = _shows_round(own, handbook, choice.first)
    columns: dict[str, ColumnElement[Any]] = {}
    for name in PROJECTED_IN_ROUND:
        other = projection.c[name] if name in PROJECTED else cast(null(), in_round.c[name].type)
        columns[name] = case((shown, in_round.c[name]), else_=other)
    return columns | {
        "projection_round": case((shown, in_round.c.projection_round), else_=projection.c.projection_round),
        "projection_release": case((shown, in_round.c.release)),
    }


def _required(in_round: Subquery, choice: SummaryChoice) -> dict[str, ColumnElement[Any]]:
    """What it takes to enter: as the round assigns it, or the education of the handbook."""
    shown = _shows_round(in_round.c.entry_education, education_path.c.education_level, choice.first)
    columns: dict[str, ColumnElement[Any]] = {name: case((shown, in_round.c[name])) for name in REQUIREMENTS}
    columns["entry_education"] = case((shown, in_round.c.entry_education), else_=education_path.c.education_level)
    return columns | {"education_release": case((shown, in_round.c.release))}


def _shows_round(own: ColumnElement[Any], handbook: ColumnElement[Any], first: First) -> ColumnElement[bool]:
    return own.is_not(None) if first is First.ROUND else and_(own.is_not(None), handbook.is_(None))


def _of_round(name: str | None) -> Subquery:
    """What one round says of each occupation; of one that stands in it as a line and as a sum, the greatest."""
    own = round_projection.c
    shown = (*PROJECTED_IN_ROUND, *REQUIREMENTS)
    return (
        select(
            own.soc_code,
            own.soc_vintage,
            own.release,
            func.max(release.c.projection_round).label("projection_round"),
            *(func.max(own[name]).label(name) for name in shown),
        )
        .select_from(round_projection.join(release, release.c.release == own.release))
        .where(own.release == name)
        .group_by(own.release, own.soc_code, own.soc_vintage)
        .subquery("of_round")
    )


def _newest_of_profile(table: Table, key: FromClause, part_ids: tuple[int, ...]) -> ColumnElement[bool]:
    """The row of an occupation that was loaded last, so that there is one at most."""
    if not part_ids:
        return literal(value=False)
    same = table.alias(f"newest_{table.name}")
    newest = (
        select(func.max(same.c.statement_id))
        .where(
            of_profile(same, key, part_ids),
            *([same.c.path == str(EducationPath.TYPICAL_ENTRY)] if "path" in same.c else []),
        )
        .scalar_subquery()
    )
    return table.c.statement_id == newest


def _is_in(key: Table, part_ids: tuple[int, ...]) -> ColumnElement[bool]:
    own = part_coverage.c
    same = (own.soc_code == key.c.soc_code, own.soc_vintage == key.c.soc_vintage)
    return exists().where(own.part_id.in_(part_ids), *same)


def _is_retired(key: Table) -> ColumnElement[bool]:
    in_use = key.alias("in_use")
    editions = [str(vintage) for vintage in CURRENT_VINTAGES]
    return ~exists().where(in_use.c.soc_code == key.c.soc_code, in_use.c.soc_vintage.in_(editions))


def _is_newest_edition(key: Table) -> ColumnElement[bool]:
    newer = key.alias("newer")
    is_newer = age_of_edition(newer.c.soc_vintage) < age_of_edition(key.c.soc_vintage)
    return ~exists().where(newer.c.soc_code == key.c.soc_code, is_newer)
