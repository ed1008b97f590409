"""What stands around every answer: pages, sources and the explanation of an empty one."""

from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from app.domain.cell_rules import CellRule
from app.domain.levels import SocVintage
from app.domain.programs import Origin, Program
from app.queries.absence import AbsenceReason
from app.schemas.model import Model, described, with_words_of_part


class Nearest(Model):
    """Something that exists, near to what was asked for."""

    title: str = Field(json_schema_extra={"example": "wages of 29-2072 Medical Records Specialists"})
    """What it is."""
    url: str = Field(json_schema_extra={"example": "/v1/occupations/29-2072/wages"})
    """The URL path that answers."""


class Absence(Model):
    """Why there is nothing to show, and the nearest thing that exists."""

    reason: AbsenceReason = Field(json_schema_extra={"example": "retired"})
    """The cause in a word."""
    detail: str = Field(
        json_schema_extra={
            "example": "29-2071 of SOC 2010 was replaced when the classification was revised; "
            "it became 29-2072 (whole), 29-9021 (part)."
        }
    )
    """The cause in a sentence."""
    nearest: list[Nearest]
    """Answers that exist, the nearest first."""


class SourceFile(Model):
    """A file that figures were read from."""

    name: str = Field(json_schema_extra={"example": "wages.csv"})
    """File name."""
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    """SHA-256 of its bytes, hexadecimal."""
    size_bytes: int
    """Size in bytes."""


class SourcePart(Model):
    """A part of a release, loaded at one time."""

    part: str = Field(json_schema_extra={"example": "nation-and-states"})
    """Which part."""
    revision: int
    """Revision of the release that this part belongs to: 1, then one more each time other bytes were loaded."""
    reference_period: str
    """Period that its figures refer to."""
    loaded_at: str = Field(json_schema_extra={"format": "date-time", "example": "2026-11-24T06:00:00Z"})
    """Time of loading, UTC."""
    files: list[SourceFile]
    """The files that records in the answer were read from; all files of the part where no record cites its own."""


class Source(Model):
    """A release that figures in the answer came from."""

    release: str = Field(json_schema_extra={"example": "oews-2025-05"})
    """Identifier of the release; a record names its own in `source`."""
    revision: int
    """Its revision: `release=oews-2025-05.r1` pins it."""
    program: Program
    """Program that publishes it."""
    title: str
    """Title."""
    publisher: str
    """Publisher."""
    reference_period: str
    """`2018-05` is a month, `2018` a year, `2018-28` a projection round."""
    soc_vintage: SocVintage
    """Edition of the SOC that its occupations are coded in."""
    licence: str
    """Terms of use."""
    attribution: str
    """How to cite it."""
    url: str | None
    """Where the publisher offers it."""
    parts: list[SourcePart]
    """The parts that are loaded."""


class Page(Model):
    """Where a list goes on."""

    limit: int
    """Most records on a page."""
    next: str | None
    """URL path of the next page; `null` on the last one. The same stands in the `Link` header."""
    total: int | None
    """How many records the list has; `null` where counting would take long (`count=exact` counts all the same)."""


class ReadRow(Model):
    """A row of a publisher's file that a record was read from."""

    release: str = Field(json_schema_extra={"example": "oews-2025-05"})
    """Release of the file."""
    revision: int = Field(json_schema_extra={"example": 1})
    """Revision of the release that this part belongs to."""
    part: str = Field(json_schema_extra={"example": "all"})
    """Part of the release."""
    file: str = Field(json_schema_extra={"example": "all_data_M_2025.xlsx"})
    """Name of the file."""
    sha256: str = Field(pattern="^[0-9a-f]{64}$", json_schema_extra={"example": "c4a97eafd80d8051" * 4})
    """SHA-256 of its bytes, hexadecimal."""
    sheet: str | None = Field(json_schema_extra={"example": "All May 2025 data"})
    """Sheet in that file; `null` for a file without sheets."""
    row: int = Field(json_schema_extra={"example": 198_723})
    """Row in that sheet or file, the line of a page; the first is row 1."""
    unread: str | None = Field(
        json_schema_extra={"example": "The bytes of wages.csv are not kept here: it was loaded with --no-archive."}
    )
    """Why the row's cells cannot be shown; `null` where they are."""


class ExplainedField(Model):
    """How one field of a record came to be."""

    row: int | None = Field(json_schema_extra={"example": 0})
    """Which of `rows` it was read from, counted from 0; `null` for what was worked out here."""
    column: str | None = Field(json_schema_extra={"example": "AD"})
    """The column: a letter in a workbook, else its number from 1; `null` where the cell is not at hand."""
    header: str | None = Field(json_schema_extra={"example": "A_PCT90"})
    """What stands over the column; of a page, the words that tell where in it."""
    raw: str | None = Field(json_schema_extra={"example": "#"})
    """The text of the cell as it stands in the file; `null` where it is not at hand (`unread` says why)."""
    rule: CellRule = Field(json_schema_extra={"example": "bound"})
    """What made of it the value that is served."""
    meaning: str = Field(
        json_schema_extra={
            "example": "# stands for the threshold of OEWS May 2025, $239,200 per year. The true wage is equal to or "
            "above the value shown."
        }
    )
    """The same in a sentence."""
    formula: str | None = Field(
        json_schema_extra={"example": "(projected_employment - base_employment) / base_employment x 100, to 0.1"}
    )
    """How a figure was computed; `null` for what was read."""
    inputs: dict[str, float] | None = Field(
        json_schema_extra={"example": {"base_employment": 215_500, "projected_employment": 238_600}}
    )
    """The figures that went into it; `null` for what was read."""


class Explanation(Model):
    """How a record came to be: the rows that it was read from, and its fields, each with its cell and rule."""

    rows: list[ReadRow] = Field(json_schema_extra={"example": []})
    """The rows that it was read from, its own first."""
    fields: dict[str, ExplainedField] = Field(json_schema_extra={"example": {}})
    """Its fields by name; what was worked out stands under `derived.` and its name. Fields that only repeat what the
    classification or the request says (an address, an edition) are left out."""


class Provenance(Model):
    """Where a record was read, and whose statement it is."""

    origin: Origin
    """Whether the publication states it or it was added here."""
    origin_basis: str | None
    """What a curated record rests on; `null` for a published one."""
    curated: str | None
    """What in a published record was added here, and on what basis; `null` if nothing was."""
    file: str
    """File that it was read from; `sources` has the hash of the file."""
    sheet: str | None = Field(json_schema_extra={"example": "All May 2025 data"})
    """Sheet in that file; `null` for a file without sheets."""
    row: int
    """Row in that sheet or file; the header is row 1."""
    document_line: int | None
    """Line of the handbook document that says it; `null` for other sources.

    The same as `row` in a page, but for the openings of a projection: they stand in a sentence on this line, its other
    figures in the table, on `row`.
    """
    explanation: Explanation | SkipJsonSchema[None] = Field(
        default=None, json_schema_extra={"example": {"rows": [], "fields": {}}}
    )
    """How each field came to be; there with `explain=true` alone."""


RecordProvenance = Annotated[
    Provenance, Field(description="Where this was read (file, sheet, row), and whether it is published or curated.")
]
Record = TypeVar("Record", bound=BaseModel)


@described
class ListAnswer(Model, Generic[Record]):
    """A page of a list."""

    model_config = with_words_of_part("A page of a list. Each record:")

    data: list[Record]
    """The records."""
    page: Page
    """Where the list goes on."""
    sources: list[Source]
    """The releases that figures in the answer came from."""
    absence: Absence | None
    """Why there is nothing to show; `null` where there is something."""

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """`WageRecord` gives `WageRecordList`."""
        return f"{params[0].__name__}List"


@described
class ItemAnswer(Model, Generic[Record]):
    """One item."""

    model_config = with_words_of_part("One item:")

    data: Record
    """The item."""
    sources: list[Source]
    """The releases that figures in the answer came from."""
    absence: Absence | None
    """Why there is nothing to show; `null` where there is something."""

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """`Hierarchy` gives `HierarchyItem`."""
        return f"{params[0].__name__}Item"
