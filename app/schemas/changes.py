"""What differs between two releases."""

from typing import Annotated

from pydantic import ConfigDict, Field

from app.domain.levels import Link, OccupationLevel, SocVintage
from app.domain.qualifiers import Qualifier
from app.queries.release_walk import ChangeKind
from app.schemas.envelope import Absence, Page, RecordProvenance, Source
from app.schemas.keys import (
    AreaCode,
    AreaKind,
    AreaTitle,
    OwnershipCode,
    ReferencePeriod,
    ReleaseId,
    SocCode,
    StatedIndustryCode,
    StatedIndustryDepth,
    StatedIndustryTitle,
    Title,
    Url,
    Vintage,
)
from app.schemas.model import Model
from app.schemas.onet import CategoryNumber, ElementName

Value = Annotated[float | None, Field(json_schema_extra={"example": 93600})]


class ChangedCell(Model):
    """One side of a change: the release, and where in it the figure was read."""

    source: ReleaseId
    reference_period: ReferencePeriod
    provenance: RecordProvenance


class DerivedDifference(Model):
    """The difference of the two published figures, computed by this API."""

    change: float = Field(json_schema_extra={"example": 3950})
    """The later figure less the earlier one, in the unit of the measure."""
    change_percent: float | None = Field(json_schema_extra={"example": 4.2, "x-unit": "percent"})
    """The same in percent of the earlier one; `null` where that is 0."""
    formula: str = Field(json_schema_extra={"example": "to_value - from_value; percent of from_value, to 0.1"})
    """How it was computed."""


class ChangedCode(Model):
    """A code on the other side of a revision."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    link: Link | None
    """`whole`: all of the later of the two codes came from the earlier; `part`: others went into it as well."""
    url: Url


class ChangeRecord(Model):
    """A figure that two releases do not have alike."""

    kind: ChangeKind
    """How it differs. A code that was replaced in between is `retired` or `introduced`, not plainly gone or new."""
    measure: str = Field(json_schema_extra={"example": "annual_median"})
    """The measure, as `/v1/measures` has it."""
    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: OccupationLevel | None = Field(json_schema_extra={"example": "detailed"})
    """Level of the occupation; `null` where the publication gives none."""
    row_type: str | None = Field(json_schema_extra={"example": "line_item"})
    """Of projections: whether the row is a line item or a summary; `null` for others."""
    onet_soc_code: str | None = Field(json_schema_extra={"example": "29-2072.00"})
    """Of ratings of O*NET: its code of eight digits; `null` for others, as are the next four."""
    element_id: str | None = Field(json_schema_extra={"example": "2.A.1.a"})
    """Element of O*NET's content model that is rated."""
    element_name: ElementName
    scale_id: str | None = Field(json_schema_extra={"example": "IM"})
    """Scale of the rating; `/v1/scales` lists them."""
    category: CategoryNumber
    area_code: AreaCode
    area_title: AreaTitle
    area_type: AreaKind
    industry_code: StatedIndustryCode
    industry_title: StatedIndustryTitle
    industry_level: StatedIndustryDepth
    ownership_code: OwnershipCode
    from_value: Value
    """Value in the earlier release, in the unit of the measure; a bound is given as its value."""
    from_qualifier: Qualifier | None = Field(json_schema_extra={"example": "at_or_above"})
    """Why that value is `null`, or that it is a bound; `null` for a plain figure and without a row."""
    to_value: Value
    """Value in the later release."""
    to_qualifier: Qualifier | None = Field(json_schema_extra={"example": "wage_not_released"})
    """Why that value is `null`, or that it is a bound."""
    derived: DerivedDifference | None
    """The difference; `null` where a value is missing or is a bound, whose true value is not known."""
    became: list[ChangedCode]
    """For a `retired` code: what it became, as far as crosswalks that are loaded say it."""
    came_from: list[ChangedCode]
    """For an `introduced` code: what it came from."""
    from_cell: ChangedCell | None
    """Where the earlier value was read; `null` where that release has no such row."""
    to_cell: ChangedCell | None
    """Where the later value was read."""
    source: ReleaseId


class ComparedRelease(Model):
    """A release of the comparison."""

    release: ReleaseId
    revision: int
    """Revision that is compared."""
    pinned: str = Field(json_schema_extra={"example": "oews-2025-05.r1"})
    """Identifier of this revision."""
    reference_period: ReferencePeriod
    soc_vintage: SocVintage
    """Edition of the SOC that it is coded in."""
    parts: list[str]
    """Its parts that are loaded."""
    not_compared: list[str] = Field(json_schema_extra={"example": ["metropolitan"]})
    """Kinds of cells that are loaded of this release alone: they are not told as new or gone."""


class ChangeList(Model):
    """A page of what differs between two releases."""

    model_config = ConfigDict(serialize_by_alias=True)

    data: list[ChangeRecord]
    """The differences, in the order of area, industry, owner and code; of ratings in that of code and element."""
    from_: ComparedRelease = Field(alias="from")
    """The earlier release."""
    to: ComparedRelease
    """The later release."""
    rows_compared: int
    """Rows that were looked at for this page, of both releases together where they share one."""
    page: Page
    """Where the list goes on: as long as there is a `next`, whether or not this page holds anything."""
    sources: list[Source]
    """The two releases, where the page has records."""
    absence: Absence | None
    """Why there is nothing to show; `null` where there is something, or may be on the next page."""
