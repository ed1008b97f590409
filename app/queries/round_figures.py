"""What rounds of Employment Projections say of one occupation or of all, for the answers that show main figures."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from app.domain.programs import Program
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.projection_rounds import PublishedRow, rounds_relation, rows_read
from app.queries.provenance import Provenance
from app.queries.resolution import ReleaseChoice, chosen_of
from app.queries.snapshot import Snapshot

_FIGURES = (
    "base_employment",
    "employment_change_percent",
    "annual_median",
    "annual_median_qualifier",
    "wage_year",
    "entry_education",
)


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """The main figures of an occupation in one round, and the rows that they were read from."""

    release: str
    projection_round: str
    base_employment: int | None
    employment_change_percent: float | None
    annual_median: int | None
    annual_median_qualifier: str | None
    wage_year: int | None
    entry_education: str | None
    read_from: tuple[PublishedRow, ...]

    @property
    def base_year(self) -> str:
        """The year that its employment refers to."""
        return self.projection_round[:4]

    def provenance(self, contents: str) -> Provenance:
        """Where figures of a kind were read: `employment`, `worker_characteristics`."""
        rows = {row.contents: row.provenance for row in reversed(self.read_from)}
        return rows.get(contents, self.read_from[0].provenance)


def rounds_of(snapshot: Snapshot, found: Occupation, choice: ReleaseChoice) -> tuple[RoundFigures, ...]:
    """The main figures of an occupation in every round that has it, newest first; in one, if a question names it."""
    catalog = snapshot.catalog
    rounds = [one for one in catalog.releases_covering(found) if one.program is Program.EP]
    rounds = chosen_of(catalog, choice, rounds)
    if not rounds:
        return ()
    names = [one.release for one in rounds]
    key = {"soc_code": found.soc_code, "soc_vintage": str(found.soc_vintage), "releases": names}
    return tuple(_figures(row._mapping, catalog) for row in snapshot.connection.execute(_of_one(), key))


@cache
def _of_one() -> Select[Any]:
    """The statement for one occupation in some rounds. Kept, as it is long to make."""
    source, own = rounds_relation()
    names = ("release", "projection_round", *_FIGURES, "read_from")
    columns = (own[name].label(name) for name in names)
    wanted = (
        own["release"].in_(bindparam("releases", expanding=True)),
        own["soc_code"] == bindparam("soc_code"),
        own["soc_vintage"] == bindparam("soc_vintage"),
    )
    newest_first = (own["projection_round"].desc(), own["row_type"])
    return select(*columns).select_from(source).where(*wanted).order_by(*newest_first)


def _figures(row: Any, catalog: Catalog) -> RoundFigures:
    values = {name: row[name] for name in ("release", "projection_round", *_FIGURES)}
    return RoundFigures(**values, read_from=rows_read(row["read_from"], catalog))
