"""What every source yields: records with the place they were read from, and errors that name that place."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeAlias

from app.domain.programs import Origin, Program

# No database column of whole numbers holds more, and no publication counts as far.
LARGEST_WHOLE = 2**31 - 1

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
    # Pages of the Occupational Outlook Handbook.
    HANDBOOK_PROFILE = "handbook_profile"
    PROFILE_COVERAGE = "profile_coverage"
    QUICK_FACTS = "quick_facts"
    DUTY = "duty"
    PROFILE_COMPARISON = "profile_comparison"
    PROFILE_LINK = "profile_link"
    PROFILE_IMAGE = "profile_image"

    # O*NET
    ONET_OCCUPATION = "onet_occupation"
    ONET_ALTERNATE_TITLE = "onet_alternate_title"
    ONET_REPORTED_TITLE = "onet_reported_title"
    ONET_RATING = "onet_rating"
    ONET_TASK = "onet_task"
    ONET_TASK_RATING = "onet_task_rating"
    ONET_EMERGING_TASK = "onet_emerging_task"
    ONET_TASK_ACTIVITY = "onet_task_activity"
    ONET_TECHNOLOGY = "onet_technology"
    ONET_COMMODITY = "onet_commodity"
    ONET_RELATED_OCCUPATION = "onet_related_occupation"
    ONET_JOB_ZONE = "onet_job_zone"
    ONET_JOB_ZONE_DEFINITION = "onet_job_zone_definition"
    ONET_ELEMENT = "onet_element"
    ONET_ELEMENT_LINK = "onet_element_link"
    ONET_SCALE = "onet_scale"
    ONET_CATEGORY = "onet_category"
    ONET_LEVEL_ANCHOR = "onet_level_anchor"
    ONET_COLLECTION_FACT = "onet_collection_fact"
    ONET_SURVEY_ITEM = "onet_survey_item"
    ONET_INTERMEDIATE_ACTIVITY = "onet_intermediate_activity"
    ONET_DETAILED_ACTIVITY = "onet_detailed_activity"
    ONET_INTEREST_EXAMPLE = "onet_interest_example"
    ONET_INTEREST_KEYWORD = "onet_interest_keyword"

    # Classifications
    SOC_ENTRY = "soc_entry"
    CROSSWALK = "crosswalk"

    # Employment Projections
    EP_PROJECTION = "ep_projection"
    EP_WORKER_CHARACTERISTIC = "ep_worker_characteristic"
    EP_SEPARATION = "ep_separation"
    EP_REPLACEMENT = "ep_replacement"
    EP_ATTAINMENT = "ep_attainment"
    EP_UTILIZATION_FACTOR = "ep_utilization_factor"
    EP_EXAMPLE_TITLE = "ep_example_title"
    EP_SKILL_SCORE = "ep_skill_score"
    EP_TOP_SKILL = "ep_top_skill"
    EP_EDUCATION_TOTAL = "ep_education_total"
    EP_EDUCATION_TOP_SKILL = "ep_education_top_skill"
    EP_ATTAINMENT_EARNINGS = "ep_attainment_earnings"
    EP_OCCUPATION_GROUP = "ep_occupation_group"
    EP_INDUSTRY = "ep_industry"
    EP_INDUSTRY_PROJECTION = "ep_industry_projection"
    EP_SECTOR_PROJECTION = "ep_sector_projection"
    EP_INDUSTRY_RANKING = "ep_industry_ranking"
    EP_MATRIX_CELL = "ep_matrix_cell"


class NamedRow(Mapping[str, Value]):
    """The values of one of many records that have the same fields, whose names are held once for all of them.

    `places` tells where in `row` each field stands, in the order of the fields; records of one shape share it.
    """

    __slots__ = ("places", "row")

    def __init__(self, places: Mapping[str, int], row: tuple[Value, ...]) -> None:
        """A row with as many values as there are places."""
        self.places, self.row = places, row

    def __getitem__(self, name: str) -> Value:
        """The value of a field."""
        return self.row[self.places[name]]

    def __iter__(self) -> Iterator[str]:
        """The fields' names."""
        return iter(self.places)

    def __len__(self) -> int:
        """How many fields there are."""
        return len(self.places)

    def __reduce__(self) -> tuple[object, ...]:
        """How a row is handed to another process."""
        return NamedRow, (self.places, self.row)


# Counts up when a reader reads more, or otherwise, from the same bytes: what an earlier one read is then read anew.
READER_VERSION = 2


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that is read: its name without folders, and what its bytes are."""

    name: str
    sha256: str
    size_bytes: int

    @classmethod
    def of(cls, path: Path) -> "SourceFile":
        """Describe the file at `path`."""
        with path.open("rb") as stored:
            digest = hashlib.file_digest(stored, "sha256")
            # A name that is no Unicode cannot be stored nor printed as it is.
            name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
            return cls(name, digest.hexdigest(), stored.tell())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook; `name` is `None` for a file without sheets."""

    file: SourceFile
    name: str | None = None


class Record(NamedTuple):
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


@dataclass(slots=True)
class RowCounts:
    """What a part's rows came to, counted while its records are drawn; each drawing starts at zero.

    `repeated` are rows that the publisher prints twice, alike in everything: no record is yielded for them. `unread`
    is what no figure was drawn from and is no damage: what is kept as text, since its words are not known, and what a
    page lacks (then without a text). `doubtful` is what the file itself contradicts elsewhere, stored as it stands.
    """

    read: int = 0
    repeated: int = 0
    unread: list[CellProblem] = field(default_factory=list)
    doubtful: list[CellProblem] = field(default_factory=list)

    def reset(self) -> None:
        """Start at zero."""
        self.read = self.repeated = 0
        self.unread.clear()
        self.doubtful.clear()

    def take_over(self, counted: "RowCounts") -> None:
        """Become what was counted elsewhere."""
        for each in fields(self):
            setattr(self, each.name, getattr(counted, each.name))


# By field of a kind of record, the header of the column that it is read from in a sheet, as the sheet spells it.
Columns: TypeAlias = Callable[[Sheet, RecordKind], Mapping[str, str]]


def no_columns(_sheet: Sheet, _kind: RecordKind) -> Mapping[str, str]:
    """The columns of a file that has none that are named."""
    return {}


# The layout of a part whose files are listed together, so that they are all of it.
PACKAGE_LAYOUT = "data package"


@dataclass(frozen=True, slots=True)
class SourcePart:
    """A part of a release, ready to be loaded: what it is, its files, and its records when asked for them.

    `counts` is up to date when the records have been drawn; a reader that counts nothing leaves it at zero.
    `columns` says where in the files each field of a record stands.
    """

    release: ReleaseDescription
    part: str
    reference_period: str
    files: tuple[SourceFile, ...]
    records: Callable[[], Iterator[Record]]
    counts: RowCounts = field(default_factory=RowCounts, compare=False)
    # The layout of the files, by the name that the reader gives it.
    layout: str = PACKAGE_LAYOUT
    # Oddities that the operator allowed to be read over, and what he said where the files do not say it: what it
    # takes to read the same bytes again in the same way (`app.sources.recognition.options_of`).
    allowed: tuple[str, ...] = ()
    columns: Columns = field(default=no_columns, compare=False)


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
