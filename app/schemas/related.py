"""Related occupations."""

from typing import Annotated

from pydantic import Field

from app.domain.education import EducationLevel
from app.domain.onet import OnetRelation
from app.domain.statements import Relation
from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import Covers, Qualifiers, ReleaseId, SocCode, SubjectTitle, Vintage
from app.schemas.model import Model, measure
from app.schemas.statements import Position


class RelatedOccupation(Model):
    """Another occupation that a publication points to."""

    soc_code: SocCode
    """The occupation that was asked for."""
    soc_vintage: Vintage
    onet_soc_code: str | None = Field(json_schema_extra={"example": "29-2072.00"})
    """O*NET-SOC code of eight digits that O*NET relates the other to; `null` for the handbook's."""
    title: str | None = Field(json_schema_extra={"example": "Medical Records and Health Information Technicians"})
    """Title of the occupation that was asked for."""
    position: Position
    relation: Relation | OnetRelation
    """How the other is related. The handbook: `advancement`, `similar`. O*NET: `related`; in older releases also
    `career_change` and `career_start`."""
    relatedness_tier: str | None = Field(json_schema_extra={"example": "Primary-Short"})
    """How close O*NET finds it, as printed: `Primary-Short`, `Primary-Long` or `Supplemental`; else `null`."""
    related_title: str | None = Field(json_schema_extra={"example": "medical or health services manager"})
    """The other occupation: as the handbook prints it, or its title in O*NET-SOC, `null` where that is not loaded."""
    related_onet_soc_code: str | None = Field(json_schema_extra={"example": "29-9021.00"})
    """Its O*NET-SOC code; `null` for the handbook's."""
    related_soc_code: str | None = Field(json_schema_extra={"example": "11-9111"})
    """Its SOC code; curated where the publication prints none, `null` where none is known."""
    related_soc_vintage: Vintage | None
    """Edition of that code."""
    related_soc_title: str | None = Field(json_schema_extra={"example": "Medical and Health Services Managers"})
    """Title of the occupation with that code."""
    related_url: str | None = Field(json_schema_extra={"example": "/v1/occupations/11-9111"})
    """URL path of that occupation."""
    statement: str | None = Field(
        json_schema_extra={"example": "Some advance to become a medical or health services manager."}
    )
    """The handbook's own sentence, word for word; `null` for O*NET, which gives a list."""
    publisher_url: str | None = Field(
        json_schema_extra={"example": "https://www.bls.gov/ooh/healthcare/dietitians.htm"}
    )
    """Where the publication describes the other occupation; `null` where it gives no address."""
    duties: str | None = Field(json_schema_extra={"example": "They organize and maintain health information."})
    """What workers of the other occupation do, as printed."""
    education_label: str | None = Field(json_schema_extra={"example": "Bachelor's degree"})
    """Typical entry-level education of the other occupation, as printed."""
    education_level: EducationLevel | None = Field(json_schema_extra={"example": "bachelors_degree"})
    """That level; `null` where the publication prints none, or refers to its text."""
    reference_period: str | None = Field(json_schema_extra={"example": "2024"})
    """Year that the pay refers to."""
    annual_median: Annotated[int | None, measure("annual_median")]
    """Median pay of the other occupation."""
    pay_label: str | None = Field(json_schema_extra={"example": "$73,850"})
    """Its median pay as printed."""
    related_annual_median: int | None = Field(json_schema_extra={"example": 60430, "x-qualified": True})
    """Its median annual wage in the nation, dollars, of the newest OEWS release: one source for all, to compare by."""
    pays_more: bool | None = Field(json_schema_extra={"example": True})
    """Whether that is surely above the median of the occupation that was asked for, in the same release."""
    related_pay_source: ReleaseId | None
    """The release of that wage; `null` where it has none of the code."""
    qualifiers: Qualifiers
    subject_title: SubjectTitle
    covers: Covers
    source: ReleaseId
    provenance: RecordProvenance


RelatedOccupationList = ListAnswer[RelatedOccupation]
