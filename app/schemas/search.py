"""What a search finds."""

from pydantic import Field

from app.domain.search_fields import MatchedField
from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import Level, ReleaseId, SocCode, Title, Url, Vintage
from app.schemas.model import Model


class SearchHit(Model):
    """An occupation that may be meant, and the text that says so."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    retired: bool
    """Whether no edition in use has the code."""
    score: float | None = Field(ge=0, le=1, json_schema_extra={"example": 0.83})
    """The estimated chance that this occupation is meant, from 0 to 1; those of all occupations add up to 1.

    `docs/search.md` shows how often it is right. Occupations with a text that is just what was asked for, or has all of
    its words where nothing is called so, have 0.95 or more together. It is 1 for a code that was asked for, and `null`
    for a group or a retired code that is found by its title. With `prefix` it is the share of the names that begin so.
    """
    matched_field: MatchedField = Field(json_schema_extra={"example": "alternate_title"})
    """What kind of text is nearest to what was asked for."""
    matched_text: str = Field(json_schema_extra={"example": "Medical Records Technician"})
    """That text, as published."""
    matched_soc_code: SocCode
    """The code under which the text stands: another one where that was retired and became this."""
    onet_soc_code: str | None = Field(
        pattern=r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$", json_schema_extra={"example": "29-2072.00"}
    )
    """The O*NET-SOC code under which the text stands; `null` for texts of other programs."""
    url: Url
    source: ReleaseId
    provenance: RecordProvenance


SearchHitList = ListAnswer[SearchHit]
