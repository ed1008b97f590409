"""The national employment matrix: an occupation in an industry."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, func, literal, not_, select

from app.domain.levels import EmploymentBasis
from app.domain.measures import MATRIX_MEASURES
from app.queries.employment_projections import published
from app.queries.provenance import Provenance
from app.store.tables import ep_industry, ep_matrix_cell, occupation, part


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The jobs of an occupation in an industry, in the base year and projected."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    occupation_title: str | None
    occupation_row_type: str | None
    industry_code: str
    industry_title: str | None
    industry_row_type: str | None
    naics_codes: str | None
    projection_round: str
    base_year: int
    projection_year: int
    basis: str
    base_employment: int | None
    projected_employment: int | None
    employment_change: int | None
    employment_change_percent: float | None
    base_percent_of_industry: float | None
    projected_percent_of_industry: float | None
    base_percent_of_occupation: float | None
    projected_percent_of_occupation: float | None
    sort_order: int | None
    display_level: int | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


def _title() -> ColumnElement[Any]:
    """The title of the occupation; of a file that names it by its code alone, the newest one that is loaded."""
    current = occupation.alias("current")
    newest = (
        select(current.c.title)
        .where(
            current.c.soc_code == ep_matrix_cell.c.soc_code,
            current.c.soc_vintage == ep_matrix_cell.c.soc_vintage,
            current.c.is_current,
        )
        .correlate(ep_matrix_cell)
        .scalar_subquery()
    )
    return func.coalesce(func.nullif(occupation.c.title, ep_matrix_cell.c.soc_code), newest)


def _of_industry(column: str) -> ColumnElement[Any]:
    """What the list of industries of the same round says of the industry of a cell, if that list is loaded."""
    of_list = part.alias("part_of_list")
    stated = ep_industry.join(of_list, of_list.c.part_id == ep_industry.c.part_id)
    return (
        select(func.min(ep_industry.c[column]))
        .select_from(stated)
        .where(of_list.c.release == part.c.release, ep_industry.c.industry_code == ep_matrix_cell.c.industry_code)
        .correlate(part, ep_matrix_cell)
        .scalar_subquery()
    )


def _once() -> ColumnElement[bool]:
    """Leaves out what the file of an occupation repeats of the file of an industry: the loader has compared them."""
    of_industry, same = part.alias("of_industry"), ep_matrix_cell.alias("same")
    repeated = (
        select(same.c.row_id)
        .join(of_industry, of_industry.c.part_id == same.c.part_id)
        .where(
            of_industry.c.release == part.c.release,
            of_industry.c.part == "matrix-industry-" + ep_matrix_cell.c.industry_code,
            of_industry.c.part_id != part.c.part_id,
            same.c.soc_code == ep_matrix_cell.c.soc_code,
            same.c.soc_vintage == ep_matrix_cell.c.soc_vintage,
            same.c.industry_code == ep_matrix_cell.c.industry_code,
        )
        .correlate(part, ep_matrix_cell)
    )
    return not_(repeated.exists())


# The names of a cell's occupation and industry, as far as any file of its round states them.
CELL_TITLES: dict[str, ColumnElement[Any]] = {
    "title": _title(),
    "industry_title": func.coalesce(ep_matrix_cell.c.industry_title, _of_industry("title")),
    "industry_row_type": func.coalesce(ep_matrix_cell.c.industry_row_type, _of_industry("row_type")),
}
EACH_CELL_ONCE = _once()
_ALL_CELLS = published(
    "projections/by-industry",
    ep_matrix_cell,
    MatrixCell,
    MATRIX_MEASURES,
    joined={
        **CELL_TITLES,
        "naics_codes": _of_industry("naics_codes"),
        "basis": literal(str(EmploymentBasis.JOBS_INCLUDING_SELF_EMPLOYED)),
    },
)
MATRIX_CELLS = replace(_ALL_CELLS, relation=replace(_ALL_CELLS.relation, where=(EACH_CELL_ONCE,)))
