"""Other titles of occupations."""

from pydantic import Field

from app.domain.onet import OnetTitleKind
from app.domain.statements import TitleKind
from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import ReleaseId, SocCode, Vintage
from app.schemas.model import Model


class ListedTitle(Model):
    """Another title that an occupation goes by."""

    soc_code: SocCode
    soc_vintage: Vintage
    onet_soc_code: str | None = Field(
        pattern=r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$", json_schema_extra={"example": "29-2072.00"}
    )
    """O*NET-SOC code of eight digits that it is a title of; `null` for the handbook's."""
    title: str | None = Field(json_schema_extra={"example": "Medical Records Specialists"})
    """Title of the occupation itself."""
    other_title: str = Field(json_schema_extra={"example": "Health information technicians"})
    """The other title, as printed."""
    kind: TitleKind | OnetTitleKind = Field(json_schema_extra={"example": "alternate"})
    """`short_title`: its profile uses it; `alternate`: O*NET lists it; `reported`: workers reported it to O*NET."""
    short_title: str | None = Field(json_schema_extra={"example": "RHIT"})
    """Letters or short form of an alternate title; `null` where it has none."""
    title_sources: list[str] = Field(json_schema_extra={"example": ["04", "08"]})
    """Codes of the sources that O*NET found an alternate title in; empty for other kinds."""
    shown_in_my_next_move: bool | None = Field(json_schema_extra={"example": True})
    """Whether the site My Next Move shows a reported title; `null` for other kinds."""
    position: int | None = Field(json_schema_extra={"example": 1})
    """Place among the titles of a profile; `null` for O*NET's."""
    source: ReleaseId
    provenance: RecordProvenance


ListedTitleList = ListAnswer[ListedTitle]
