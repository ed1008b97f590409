"""Technology and tools."""

from typing import Annotated

from pydantic import Field

from app.domain.onet import TechnologyType
from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import ReleaseId, SocCode, Vintage
from app.schemas.model import Model
from app.schemas.onet import OnetSocCode, OnetTitle

CommodityCode = Annotated[
    str,
    Field(
        description="Commodity in the United Nations Standard Products and Services Code (UNSPSC), eight digits.",
        json_schema_extra={"example": "43232306"},
    ),
]


def _title_of(what: str, example: str) -> object:
    return Field(
        description=f"Title of the {what}; `null` where the file prints none.", json_schema_extra={"example": example}
    )


class Commodity(Model):
    """Where a commodity stands in UNSPSC."""

    commodity_code: CommodityCode
    commodity_title: Annotated[str | None, _title_of("commodity", "Data base user interface and query software")]
    class_code: str = Field(json_schema_extra={"example": "43232300"})
    """Class that it belongs to."""
    class_title: Annotated[str | None, _title_of("class", "Data management and query software")]
    family_code: str = Field(json_schema_extra={"example": "43230000"})
    """Family of that class."""
    family_title: Annotated[str | None, _title_of("family", "Software")]
    segment_code: str = Field(json_schema_extra={"example": "43000000"})
    """Segment of that family."""
    segment_title: Annotated[str | None, _title_of("segment", "Information technology")]
    provenance: RecordProvenance


class Technology(Model):
    """A product or tool that an occupation uses, as an example of a commodity or of a kind of software."""

    soc_code: SocCode
    soc_vintage: Vintage
    onet_soc_code: OnetSocCode
    title: OnetTitle
    technology_type: TechnologyType
    """Software and the like, or a tool or machine."""
    example: str = Field(json_schema_extra={"example": "Structured query language SQL"})
    """The product or tool, as printed."""
    commodity_code: CommodityCode | None
    """`null` from O*NET 30.3 on, which sorts software by elements of its own."""
    commodity_title: Annotated[str | None, _title_of("commodity", "Data base user interface and query software")]
    element_id: str | None = Field(json_schema_extra={"example": "2.E.5.b"})
    """Kind of software in O*NET's content model; printed from 30.3, which has no commodities."""
    element_name: str | None = Field(json_schema_extra={"example": "Graphics software"})
    """Name of that kind of software."""
    hot_technology: bool | None = Field(json_schema_extra={"example": True})
    """Whether employers often ask for it, in all occupations; `null` for tools."""
    in_demand: bool | None = Field(json_schema_extra={"example": True})
    """Whether employers often ask for it in this occupation; `null` for tools and in releases that do not say."""
    commodity: Commodity | None
    """The classes above the commodity; `null` where O*NET's list of commodities is not loaded."""
    source: ReleaseId
    provenance: RecordProvenance


TechnologyList = ListAnswer[Technology]
