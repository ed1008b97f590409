"""The fields that O*NET's records share, described once."""

from typing import Annotated

from pydantic import Field

from app.schemas.model import Model, measure

OnetSocCode = Annotated[
    str,
    Field(
        description="O*NET-SOC code of eight digits. A SOC code has the records of all codes that begin with it, each "
        "by itself: they are never averaged.",
        pattern=r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$",
        json_schema_extra={"example": "29-2072.00"},
    ),
]
OnetTitle = Annotated[
    str | None,
    Field(
        description="Title of that occupation in O*NET-SOC; that of its SOC code where O*NET's list is not loaded.",
        json_schema_extra={"example": "Medical Records Specialists"},
    ),
]
ElementId = Annotated[
    str,
    Field(
        description="Element of O*NET's content model; its parent's identifier is its start. `/v1/elements` has all.",
        json_schema_extra={"example": "2.A.1.a"},
    ),
]
ElementName = Annotated[
    str | None,
    Field(
        description="Name of the element; `null` where the file prints none and the content model is not loaded.",
        json_schema_extra={"example": "Reading Comprehension"},
    ),
]
ScaleId = Annotated[
    str,
    Field(
        description="Scale: `IM` importance, `LV` level, `CX` context ... `/v1/scales` lists them.",
        json_schema_extra={"example": "IM"},
    ),
]
CategoryDescription = Annotated[
    str | None,
    Field(
        description="What the category means; `null` without a category, and where its meaning is not loaded.",
        json_schema_extra={"example": "Post-secondary certificate"},
    ),
]
CategoryNumber = Annotated[
    int | None,
    Field(
        description="Category of the answer, of which the value is the percent; `null` for a rating on the scale.",
        json_schema_extra={"example": 5},
    ),
]
CollectedIn = Annotated[
    str | None,
    Field(
        description="Month in which it was collected or revised, `2023-08`; `null` where the file prints none.",
        json_schema_extra={"example": "2023-08"},
    ),
]
DomainSource = Annotated[
    str | None,
    Field(
        description="Who it comes from, as printed: `Incumbent`, `Analyst`, `Occupational Expert` ...; `null` where "
        "the file prints none.",
        json_schema_extra={"example": "Incumbent"},
    ),
]
RecommendSuppress = Annotated[
    bool | None,
    Field(
        description="Whether the publisher advises against using the value, since its precision is low; `null` where "
        "it does not say.",
        json_schema_extra={"example": False},
    ),
]
Value = Annotated[float, measure("value")]
Responses = Annotated[int | None, measure("n")]
StandardError = Annotated[float | None, measure("standard_error")]
LowerBound = Annotated[float | None, measure("lower_bound")]
UpperBound = Annotated[float | None, measure("upper_bound")]


class Scale(Model):
    """A scale and its range; `null` where the release has no list of scales loaded."""

    scale_id: ScaleId
    scale_name: str | None = Field(json_schema_extra={"example": "Importance"})
    """Name of the scale."""
    minimum: float | None = Field(json_schema_extra={"example": 1})
    """Least value that it can take."""
    maximum: float | None = Field(json_schema_extra={"example": 5})
    """Greatest value that it can take."""
