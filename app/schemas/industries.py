"""Industries."""

from pydantic import Field

from app.schemas.envelope import ItemAnswer, ListAnswer, RecordProvenance
from app.schemas.keys import IndustryCode, IndustryDepth, IndustryTitle, OwnershipCode, ReleaseId
from app.schemas.model import Model


class IndustryLabel(Model):
    """An employer group of the handbook that means the industry."""

    industry_label: str = Field(json_schema_extra={"example": "Hospitals; state, local, and private"})
    """As the handbook prints it."""
    ownership_code: OwnershipCode
    provenance: RecordProvenance


class Industry(Model):
    """An industry at one level of NAICS."""

    industry_code: IndustryCode
    industry_level: IndustryDepth
    industry_title: IndustryTitle
    naics_vintage: str | None = Field(json_schema_extra={"example": "2017"})
    """Edition of NAICS; `null` for all industries together."""
    labels: list[IndustryLabel]
    """Employer groups of the handbook that mean it; the handbook prints no codes."""
    source: ReleaseId
    provenance: RecordProvenance


class IndustryWithLevels(Model):
    """An industry code, and each level of NAICS at which it stands."""

    industry_code: IndustryCode
    industry_title: IndustryTitle
    levels: list[Industry]
    """One for each level at which the code stands; most codes stand at one."""


IndustryList = ListAnswer[Industry]
IndustryItem = ItemAnswer[IndustryWithLevels]
