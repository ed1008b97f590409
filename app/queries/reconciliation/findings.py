"""What a comparison of two publications finds: which figure, both cells with their places, and what came of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from app.domain.programs import Program
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.reconciliation.places import Figure, Places


class Verdict(StrEnum):
    """What came of comparing two figures.

    - `agrees`: both print the same figure, or the parts add up to the whole exactly.
    - `within_rounding`: they are apart by no more than the publishers' rounding can make them.
    - `differs`: they are further apart than that.
    - `not_comparable`: one of them does not say enough; `Cause` says why.
    """

    AGREES = "agrees"
    WITHIN_ROUNDING = "within_rounding"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not_comparable"


class Cause(StrEnum):
    """Why two figures cannot be compared.

    - `withheld`: the publisher withholds the figure, or one that belongs to the sum.
    - `not_printed`: there is no row for it, or none for a part of the sum; such a part is zero or withheld.
    - `edition_not_loaded`: parts make less than the whole, and no list of the edition's codes is loaded that would say
      whether each has a row.
    - `not_measured`: the row has no such figure, as an occupation that is paid by the year has no hourly wage.
    - `bound`: one of them is a bound (`#`, `>=239,200`), and the other lies beyond it.
    - `one_code_at_two_levels`: the group and the one occupation in it are a single figure, printed at both levels.
    - `several_codes`: the handbook says it of several codes together, of which no median or percentage follows.
    - `unsettled_industry`: the handbook's words for an employer are not settled as one industry.
    - `other_edition`: the code is of another edition of the classification there, and may mean another occupation.
    """

    WITHHELD = "withheld"
    NOT_PRINTED = "not_printed"
    EDITION_NOT_LOADED = "edition_not_loaded"
    NOT_MEASURED = "not_measured"
    BOUND = "bound"
    ONE_CODE_AT_TWO_LEVELS = "one_code_at_two_levels"
    SEVERAL_CODES = "several_codes"
    UNSETTLED_INDUSTRY = "unsettled_industry"
    OTHER_EDITION = "other_edition"


@dataclass(frozen=True, slots=True)
class Subject:
    """What two figures are about; `soc_code` is `None` for a page of the handbook as a whole that covers several."""

    soc_code: str | None
    title: str
    measure: str
    area_code: str
    industry_code: str
    industry_level: str
    ownership_code: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict, the cause where two figures are not comparable, and what it rests on where that is not plain."""

    verdict: Verdict
    cause: Cause | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Two figures that should be one, and the verdict.

    `releases` are those of the two sides, one where both are of the same; `tolerance` is how far apart rounding alone
    can make them, in the unit of the measure.
    """

    comparison: str
    releases: tuple[str, ...]
    subject: Subject
    left: Figure
    right: Figure
    tolerance: float
    outcome: Outcome

    @property
    def apart(self) -> float | None:
        """How much more the left figure is than the right; `None` where one of them has no value."""
        if self.left.value is None or self.right.value is None:
            return None
        return round(self.left.value - self.right.value, 2)


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a comparison would need and is not loaded. `release` has figures of one side, where any has."""

    comparison: str
    release: str | None
    needs: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is loaded: the connection to ask, the reference rows, and the names behind the keys of rows.

    `only` narrows all comparisons to those in which one release takes part.
    """

    connection: Connection
    catalog: Catalog
    places: Places
    only: str | None = None

    def releases_of(self, program: Program) -> list[Release]:
        """The releases of a program, the oldest first."""
        found = (one for one in self.catalog.releases.values() if one.program is program)
        return sorted(found, key=lambda one: one.reference_period)

    def asks_for(self, *releases: str) -> bool:
        """Whether a comparison of these releases is asked for."""
        return self.only is None or self.only in releases

    def title_of(self, soc_code: str, soc_vintage: str) -> str:
        """The title of a code as its newest statement has it."""
        editions = self.catalog.vintages.get(soc_code, ())
        return next((one.title for one in editions if one.soc_vintage == soc_vintage), "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison: its name, the question it answers, how its tolerance follows from rounding, and its answer."""

    name: str
    question: str
    rounding: str
    find: Callable[[Loaded], Iterable[Finding | Lacking]]
