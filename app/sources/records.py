"""What every source yields: records with the place they were read from, and errors that name that place."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from app.domain.programs import Origin, Program

Value: TypeAlias = str | int | float | Decimal | bool | None


class RecordKind(StrEnum):
    """The kinds of record. Each is a table of the store, and has the store's column names as its fields."""

    AREA = "area"
    INDUSTRY = "industry"
    INDUSTRY_LABEL = "industry_label"
    OCCUPATION = "occupation"
    OCCUPATION_TRANSITION = "occupation_transition"
    SPECIALTY = "specialty"
    ORGANIZATION = "organization"
    OEWS_ESTIMATE = "oews_estimate"
    HANDBOOK_EMPLOYMENT = "handbook_employment"
    LARGEST_EMPLOYER = "largest_employer"
    HANDBOOK_WAGE = "handbook_wage"
    WAGE_DEFINITION = "wage_definition"
    PROJECTION = "projection"
    PROJECTION_COMPARISON = "projection_comparison"
    OUTLOOK_DRIVER = "outlook_driver"
    JOB_PROSPECT = "job_prospect"
    CERTIFICATION = "certification"
    CERTIFICATION_REQUIREMENT = "certification_requirement"
    CERTIFICATION_RULE = "certification_rule"
    CERTIFICATION_ISSUER = "certification_issuer"
    CERTIFICATION_NAME = "certification_name"
    EDUCATION_PATH = "education_path"
    COURSEWORK = "coursework"
    ADVANCEMENT = "advancement"
    INTEREST = "interest"
    QUALITY = "quality"
    WORK_ENVIRONMENT = "work_environment"
    PROFILE_SECTION = "profile_section"
    OTHER_TITLE = "other_title"
    RELATED_OCCUPATION = "related_occupation"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that is read: its name without folders, and what its bytes are."""

    name: str
    sha256: str
    size_bytes: int

    @classmethod
    def of(cls, path: Path) -> "SourceFile":
        """Describe the file at `path`."""
        content = path.read_bytes()
        return cls(path.name, hashlib.sha256(content).hexdigest(), len(content))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook; `name` is `None` for a file without sheets."""

    file: SourceFile
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One row that a source read: `values` by field name, and the sheet and row it stands in (header: 1)."""

    kind: RecordKind
    values: Mapping[str, Value]
    sheet: Sheet
    row: int


@dataclass(frozen=True, slots=True)
class ReleaseDescription:
    """A release, as `/v1/releases` shows it."""

    release: str
    program: Program
    title: str
    publisher: str
    reference_period: str
    projection_round: str | None
    soc_vintage: str
    licence: str
    attribution: str
    source_url: str | None
    published_on: str | None
    origin: Origin
    origin_basis: str | None


@dataclass(frozen=True, slots=True)
class SourcePart:
    """A part of a release, ready to be loaded: what it is, its files, and its records when asked for them."""

    release: ReleaseDescription
    part: str
    reference_period: str
    files: tuple[SourceFile, ...]
    records: Callable[[], Iterator[Record]]


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One thing in a file that cannot be read: where it is, the text found there, and what would be right.

    `row` is `None` for what is wrong with the whole file.
    """

    file: str
    sheet: str | None
    row: int | None
    column: str
    text: str
    expected: str

    def __str__(self) -> str:
        """`file, sheet, row, column: found 'text', expected ...`."""
        sheet = f", sheet {self.sheet}" if self.sheet else ""
        place = f", row {self.row}, column {self.column}" if self.row is not None else f", {self.column}"
        return f"{self.file}{sheet}{place}: found {self.text!r}, expected {self.expected}"


class UnreadableSourceError(Exception):
    """A file cannot be read as what it claims to be. Nothing of it is stored."""

    def __init__(self, problems: tuple[CellProblem, ...]) -> None:
        """`problems` are all that were found, in the order of the file."""
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        """The first 20 problems, a line each, and how many more there are."""
        lines = [str(problem) for problem in self.problems[:20]]
        if len(self.problems) > 20:
            lines.append(f"and {len(self.problems) - 20} more")
        return "\n".join(lines)
