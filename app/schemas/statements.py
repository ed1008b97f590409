"""The fields that a publication's sentences are taken apart into, described once: who, how many, how firmly, when."""

from typing import Annotated, Literal

from pydantic import Field

from app.domain.education import EducationLevel

Position = Annotated[int, Field(description="Place in the order in which the publication has it, from 1.")]
Statement = Annotated[str, Field(description="The publication's own sentence, word for word.")]
Quantifier = Annotated[
    str | None,
    Field(
        description="Of how many it is said: `most`, `many`, `some`, `several`, `a_few`, `others`; "
        "`null` where the sentence does not say.",
        json_schema_extra={"example": "most"},
    ),
]
Frequency = Annotated[
    str | None,
    Field(
        description="How regularly it is so: `typically`, `often`; `null` where the sentence does not say.",
        json_schema_extra={"example": "typically"},
    ),
]
Modality = Annotated[
    str | None,
    Field(
        description="How firmly it is put, by the verb of the sentence: `must`, `require`, `need`, `may`, `can`, "
        "`prefer` and the like; `null` for a plain statement.",
        json_schema_extra={"example": "must"},
    ),
]
SaidOf = Annotated[
    str | None,
    Field(
        description="Of whom or what the sentence says it, in its own words; `null` where it does not say.",
        json_schema_extra={"example": "most employers"},
    ),
]
Timing = Annotated[
    str | None,
    Field(
        description="When it holds, in the publication's words; `null` where the sentence does not say.",
        json_schema_extra={"example": "once certified"},
    ),
]
Interval = Annotated[
    str | None,
    Field(
        description="How often it comes again, in the publication's words; `null` where the sentence does not say.",
        json_schema_extra={"example": "regularly"},
    ),
]
StatedEducation = Annotated[
    EducationLevel | Literal["postsecondary_education", "high_school"],
    Field(
        description="Level of education. Levels are those of Employment Projections (BLS); `postsecondary_education` "
        "stands where the publication names no level above high school, `high_school` for courses taken there.",
        json_schema_extra={"example": "postsecondary_nondegree_award"},
    ),
]
AnsweringRelease = Annotated[
    str | None,
    Field(
        description="Release that answers; `sources` describes it. `null` where no profile is loaded.",
        json_schema_extra={"example": "ooh-2018-28"},
    ),
]
