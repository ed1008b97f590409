"""OEWS estimates as the comparisons read them: one measure of many rows, or many measures of the nation."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, Select, select

from app.domain.codes import NATION
from app.domain.levels import OccupationLevel
from app.queries.catalog_records import Release
from app.queries.estimates import in_parts
from app.queries.reconciliation.places import Cell
from app.store.tables import oews_estimate

_OWN = oews_estimate.c
_BATCH = 5_000


class Jobs(NamedTuple):
    """The employment of an estimate, with its keys."""

    part_id: int
    sheet_id: int
    row: int
    employment: int | None
    qualifier: str | None
    area_code: str
    industry_code: str
    industry_level: str
    ownership_code: str
    soc_code: str
    soc_vintage: str
    level: str
    also_level: str | None

    @property
    def cell(self) -> Cell:
        """The figure alone."""
        return Cell(self.part_id, self.sheet_id, self.row, self.employment, self.qualifier)


def jobs_of(release: Release) -> Select[tuple[object, ...]]:
    """The employment of every estimate of a release, as `Jobs`."""
    columns = (_OWN.part_id, _OWN.sheet_id, _OWN.row_number, _OWN.employment, _OWN.employment_qualifier)
    keys = (_OWN.area_code, _OWN.industry_code, _OWN.industry_level, _OWN.ownership_code)
    occupation = (_OWN.soc_code, _OWN.soc_vintage, _OWN.level, _OWN.also_level)
    return select(*columns, *keys, *occupation).where(in_parts(oews_estimate, [release]))


def read_jobs(connection: Connection, question: Select[tuple[object, ...]]) -> Iterator[Jobs]:
    """The rows of `jobs_of`, a few thousand in memory at a time."""
    for batch in connection.execute(question.execution_options(yield_per=_BATCH)).partitions():
        yield from map(Jobs._make, batch)


@dataclass(frozen=True, slots=True)
class National:
    """The nation's row of an occupation in an industry: its wages by the name of the measure."""

    soc_vintage: str
    level: str
    industry_code: str
    industry_level: str
    ownership_code: str
    wages: Mapping[str, Cell]


def read_national(
    connection: Connection, release: Release, measures: Sequence[str]
) -> dict[tuple[str, str], dict[str, list[National]]]:
    """The nation's wages in a release, by industry and its level, then by code.

    Of several rows of one code the more detailed comes first.
    """
    keys = (_OWN.soc_code, _OWN.soc_vintage, _OWN.level, _OWN.industry_code, _OWN.industry_level, _OWN.ownership_code)
    places = (_OWN.part_id, _OWN.sheet_id, _OWN.row_number)
    wages = [column for name in measures for column in (_OWN[name], _OWN[f"{name}_qualifier"])]
    question = select(*keys, *places, *wages).where(in_parts(oews_estimate, [release]), _OWN.area_code == NATION)
    found: dict[tuple[str, str], dict[str, list[National]]] = defaultdict(lambda: defaultdict(list))
    for row in connection.execute(question):
        code, vintage, level, industry, industry_level, ownership, part_id, sheet_id, number, *values = row
        cells = {
            name: Cell(part_id, sheet_id, number, values[2 * place], values[2 * place + 1])
            for place, name in enumerate(measures)
        }
        found[industry, industry_level][code].append(
            National(vintage, level, industry, industry_level, ownership, cells)
        )
    detail = list(OccupationLevel)
    for by_code in found.values():
        for rows in by_code.values():
            rows.sort(key=lambda one: detail.index(OccupationLevel(one.level)), reverse=True)
    return found
