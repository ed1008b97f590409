"""What a page of the handbook has beside its facts: what the page is, quick facts, charts, duties, links, pictures."""

from typing import Annotated, Literal

from pydantic import Field

from app.domain.education import EducationLevel
from app.domain.outlook import OutlookCategory
from app.domain.programs import Origin
from app.domain.statements import ProfileScope
from app.schemas.envelope import RecordProvenance
from app.schemas.keys import Qualifiers, SocCode, Vintage
from app.schemas.model import Model, measure
from app.schemas.statements import Position


class CoveredCode(Model):
    """A code that a profile covers."""

    position: Position = Field(json_schema_extra={"example": 1})
    soc_code: SocCode
    soc_vintage: Vintage
    title: str = Field(json_schema_extra={"example": "Medical records specialists"})
    """Title that the profile gives the code."""
    scope: ProfileScope
    """Whether the code stands for all of the profile, or for a part of what it covers."""
    provenance: RecordProvenance


class HandbookProfile(Model):
    """A page of the handbook: what it is and which codes it covers."""

    profile: str = Field(json_schema_extra={"example": "healthcare/medical-records-and-health-information-technicians"})
    """Identifier: group and page, as in the page's address."""
    title: str = Field(json_schema_extra={"example": "Medical Records Specialists"})
    """Title, as printed."""
    edition: str = Field(json_schema_extra={"example": "2024-34"})
    """Projection round of the edition."""
    occupation_group: str | None = Field(json_schema_extra={"example": "Healthcare"})
    """Group of occupations that the handbook lists it under; `null` where the document does not say."""
    description: str | None = Field(json_schema_extra={"example": "Medical records specialists compile records."})
    """What these workers do, in one sentence of the publisher."""
    url: str | None = Field(json_schema_extra={"example": "https://www.bls.gov/ooh/healthcare/registered-nurses.htm"})
    """Address of the page."""
    last_modified: str | None = Field(json_schema_extra={"example": "2025-08-28"})
    """Day of the last change, as the page states it."""
    citation: str | None = Field(
        json_schema_extra={"example": "Bureau of Labor Statistics, Occupational Outlook Handbook"}
    )
    """How the publication asks to be cited."""
    video_url: str | None = Field(json_schema_extra={"example": "https://www.youtube.com/watch?v=example"})
    """Address of the video on the page; `null` without one."""
    average_change_percent: float | None = Field(json_schema_extra={"example": 3.1, "x-unit": "percent"})
    """Projected change of all occupations that the page compares with."""
    all_workers_annual_median: int | None = Field(json_schema_extra={"example": 49500, "x-unit": "dollars per year"})
    """Median wage of all workers that the page states."""
    covered: list[CoveredCode]
    """The codes that it covers, in its order."""
    provenance: RecordProvenance


class ProfileLine(Model):
    """A paragraph, or a row of a table."""

    document_line: int = Field(json_schema_extra={"example": 7})
    """Line of the document, from 1; `provenance.document_line` of facts refers to the same lines."""
    text: str
    """Its text, word for word; cells of a table row are separated by `|`."""


class ProfileSection(Model):
    """A section of a profile."""

    position: Position = Field(json_schema_extra={"example": 1})
    section: str = Field(json_schema_extra={"example": "work_environment"})
    """The section as an identifier."""
    parent_section: str | None
    """Section that it stands under; `null` at the top."""
    heading: str = Field(json_schema_extra={"example": "Work Environment"})
    """Heading."""
    heading_level: int | None = Field(json_schema_extra={"example": 2})
    """Level of the heading in the page, 1 the title; `null` where the document has no levels."""
    heading_origin: Origin
    """Whether the document prints the heading."""
    heading_origin_basis: str | None
    """What a curated heading rests on."""
    heading_line: int | None
    """Line of the document with the heading; `null` where it prints none."""
    text: str
    """The section's text, word for word; paragraphs and table rows are separated by a newline."""
    first_line: int
    """Line of the document that the text begins on."""
    last_line: int
    """Line of the document that the text ends on."""
    lines: list[ProfileLine]
    """The same text, one entry for each line."""
    provenance: RecordProvenance


class QuickFacts(Model):
    """The quick facts that head a profile."""

    pay_year: int = Field(json_schema_extra={"example": 2024})
    """Year of the median pay."""
    annual_median: Annotated[int | None, measure("annual_median")]
    hourly_median: Annotated[float | None, measure("hourly_median")]
    education_label: str = Field(json_schema_extra={"example": "Postsecondary nondegree award"})
    """Typical entry-level education, as printed."""
    education_level: EducationLevel | None = Field(json_schema_extra={"example": "postsecondary_nondegree_award"})
    """That level; `null` where the page refers to its text."""
    work_experience_label: str = Field(json_schema_extra={"example": "None"})
    """Work experience in a related occupation, as printed."""
    training_label: str = Field(json_schema_extra={"example": "Moderate-term on-the-job training"})
    """On-the-job training, as printed."""
    employment_year: int = Field(json_schema_extra={"example": 2024})
    """Year of the number of jobs."""
    employment: int = Field(json_schema_extra={"example": 194800, "x-unit": "jobs"})
    """Number of jobs, the self-employed included."""
    rounded_to: int = Field(json_schema_extra={"example": 100, "x-unit": "jobs"})
    """The publisher's rounding of the jobs."""
    projection_round: str = Field(json_schema_extra={"example": "2024-34"})
    """Round of the outlook."""
    employment_change: int = Field(json_schema_extra={"example": 13800, "x-unit": "jobs"})
    """Projected change in jobs."""
    employment_change_percent: float = Field(json_schema_extra={"example": 7.0, "x-unit": "percent"})
    """Projected change, as printed."""
    outlook_label: str = Field(json_schema_extra={"example": "Much faster than average"})
    """How that compares with the average, as printed."""
    outlook_category: OutlookCategory | None = Field(json_schema_extra={"example": "faster_than_average"})
    """The same as a category; `null` where the page compares in words that are none of these."""
    qualifiers: Qualifiers
    provenance: RecordProvenance


class ComparisonBar(Model):
    """A bar of a chart that sets the profile beside its group and all occupations."""

    chart: Literal["pay", "outlook"] = Field(json_schema_extra={"example": "pay"})
    """Which chart."""
    position: Position = Field(json_schema_extra={"example": 1})
    caption: str = Field(json_schema_extra={"example": "Median annual wages, May 2024"})
    """What the chart shows, as printed."""
    reference_period: str = Field(json_schema_extra={"example": "2024-05"})
    """Month of the wages, or projection round."""
    compared_title: str = Field(json_schema_extra={"example": "Total, all occupations"})
    """Whose bar it is, as printed."""
    annual_median: Annotated[int | None, measure("annual_median")]
    hourly_median: Annotated[float | None, measure("hourly_median")]
    employment_change_percent: Annotated[float | None, measure("employment_change_percent")]
    qualifiers: Qualifiers
    provenance: RecordProvenance


class ListedDuty(Model):
    """Something that workers typically do."""

    group_position: int = Field(json_schema_extra={"example": 1})
    """Which list of duties of the page, from 1."""
    position: Position = Field(json_schema_extra={"example": 1})
    introduction: str = Field(json_schema_extra={"example": "Medical records specialists typically do the following:"})
    """The sentence before the list."""
    duty: str = Field(json_schema_extra={"example": "Review patients' records for timeliness and accuracy"})
    """The duty, as printed."""
    provenance: RecordProvenance


class PageLink(Model):
    """A link in the text of a profile."""

    position: Position = Field(json_schema_extra={"example": 1})
    section: str = Field(json_schema_extra={"example": "job_outlook"})
    """Section that it stands in."""
    section_position: int = Field(json_schema_extra={"example": 6})
    """Position of that section."""
    text_line: int = Field(json_schema_extra={"example": 2})
    """Line of the section's text that holds it, from 1; 0 is its heading."""
    link_text: str = Field(json_schema_extra={"example": "occupational projections"})
    """The words that are linked."""
    url: str = Field(json_schema_extra={"example": "https://www.bls.gov/emp/"})
    """Where it leads."""
    provenance: RecordProvenance


class Picture(Model):
    """A picture of a profile."""

    position: Position = Field(json_schema_extra={"example": 1})
    section: str = Field(json_schema_extra={"example": "what_they_do"})
    """Section that it stands in."""
    url: str | None = Field(json_schema_extra={"example": "https://www.bls.gov/ooh/images/3043.jpg"})
    """Address of the picture."""
    caption: str | None = Field(json_schema_extra={"example": "Technicians organize health information."})
    """What is printed under it."""
    alternative_text: str | None = Field(json_schema_extra={"example": "A technician at a desk"})
    """What it shows, for those who do not see it."""
    provenance: RecordProvenance
