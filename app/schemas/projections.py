"""Projections and the outlook."""

from typing import Annotated, Any, Generic, TypeVar

from pydantic import Field

from app.domain.outlook import OutlookCategory
from app.domain.statements import ListedAs, ProspectFavors
from app.schemas.envelope import ListAnswer, Provenance, RecordProvenance
from app.schemas.keys import Basis, Level, Qualifiers, ReleaseId, SocCode, Title, Vintage
from app.schemas.model import Model, measure, with_words_of_part
from app.schemas.specialties import AppliesTo
from app.schemas.statements import Position

Round = Annotated[
    str,
    Field(
        description="Projection round: base year and projection year.",
        json_schema_extra={"example": "2018-28"},
    ),
]


class Comparison(Model):
    """What an outlook category compares with."""

    title: str | None = Field(json_schema_extra={"example": "all occupations"})
    """In the publication's words."""
    soc_code: str | None = Field(json_schema_extra={"example": "00-0000"})
    """Its code."""
    employment_change_percent: float | None = Field(json_schema_extra={"example": 5.2})
    """Its projected change over the same round, percent; `null` where it is not known here."""
    provenance: Provenance | None
    """Where that percentage was read, and whether it is curated; `null` where none is known."""


class Driver(Model):
    """One reason why employment is projected to change."""

    position: Position
    driver: str = Field(json_schema_extra={"example": "aging population"})
    """What drives it, in a few words."""
    driver_scope: str | None
    """Where or for whom the driver works."""
    driver_acronym: str | None
    """Acronym that the publication gives the driver."""
    cause: str | None
    """What lies behind the driver."""
    effect: str = Field(json_schema_extra={"example": "more medical services required"})
    """What it leads to, in a few words."""
    effect_scope: str | None
    """Where or for whom the effect is felt."""
    certainty: str | None
    """How sure the publication is: `will`, `expected`, `likely`."""
    applies_to: AppliesTo
    statement: str
    """The publication's own sentence."""
    provenance: RecordProvenance


class Prospect(Model):
    """Who has the best chances of a job."""

    position: Position
    favors: ProspectFavors
    """What improves the chances."""
    listed_as: ListedAs
    """Whether this is the general statement or an example of it."""
    name: str
    """Which certification or skill."""
    acronym: str | None
    """Its acronym."""
    prospects: str = Field(json_schema_extra={"example": "best"})
    """What the chances are."""
    certainty: str | None
    """How sure the publication is."""
    condition: str | None
    """Condition that it depends on."""
    purpose: str | None
    """What the skill is needed for."""
    statement: str
    """The publication's own sentence."""
    provenance: RecordProvenance


class Outlook(Model):
    """How the projected change compares with the average."""

    category: OutlookCategory | None
    """The comparison as published, in a word. It is never derived from the percentage: bands differ by round."""
    label: str | None = Field(json_schema_extra={"example": "much faster than the average"})
    """The comparison in the publication's words."""
    compared_with: Comparison
    """What it compares with."""


class ExplainedOutlook(Model):
    """The outlook with its reasons and the job prospects."""

    category: OutlookCategory | None
    """The comparison as published, in a word. It is never derived from the percentage: bands differ by round."""
    label: str | None = Field(json_schema_extra={"example": "much faster than the average"})
    """The comparison in the publication's words."""
    compared_with: Comparison
    """What it compares with."""
    drivers: list[Driver]
    """Why employment changes, in the publication's order."""
    prospects: list[Prospect]
    """Who has the best chances of a job."""


class DerivedChange(Model):
    """The percentage computed here from the published levels. Not a published figure."""

    employment_change_percent: float = Field(json_schema_extra={"example": 10.7})
    """Percent change, to 0.1."""
    formula: str = Field(
        json_schema_extra={"example": "(projected_employment - base_employment) / base_employment x 100, to 0.1"}
    )
    """How it was computed."""


AnyOutlook = TypeVar("AnyOutlook", Outlook, ExplainedOutlook)


class ProjectionRecord(Model, Generic[AnyOutlook]):
    """Projected employment of an occupation over one round."""

    model_config = with_words_of_part("Projected employment of an occupation over one round. `outlook`:")

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2018})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2028})
    """Last year of the round."""
    basis: Basis
    base_employment: Annotated[int | None, measure("base_employment")]
    projected_employment: Annotated[int | None, measure("projected_employment")]
    employment_change: Annotated[int | None, measure("employment_change")]
    employment_change_percent: Annotated[float | None, measure("employment_change_percent")]
    percent_rounded_to: float
    """The publisher's rounding of `employment_change_percent`, in percentage points."""
    derived: DerivedChange | None
    """The percentage recomputed from the levels; `null` where a level is not published."""
    outlook: AnyOutlook
    """How the change compares with the average; for one occupation with the reasons."""
    qualifiers: Qualifiers
    statement: str | None
    """The publication's own sentence."""
    source: ReleaseId
    provenance: RecordProvenance

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """`ExplainedOutlook` gives `ExplainedProjection`."""
        return str(params[0].__name__).replace("Outlook", "Projection")


ProjectionList = ListAnswer[ProjectionRecord[Outlook]]
ExplainedProjectionList = ListAnswer[ProjectionRecord[ExplainedOutlook]]
