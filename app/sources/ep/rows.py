"""Rows of a workbook's tables as records: occupations, industries, groups."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.employment_projections import (
    ATTAINMENT_LABELS,
    ENTRY_EDUCATION_LABELS,
    RowType,
    SkillMeasure,
    ep_soc_vintage,
)
from app.domain.programs import Origin
from app.sources.ep.agreement import StatedFacts
from app.sources.ep.arithmetic import contradictions, doubtful_figures
from app.sources.ep.columns import UNQUALIFIED, read_cell
from app.sources.ep.figures import (
    UnreadableCellError,
    industry_code,
    is_missing,
    level_of,
    occupation_code,
    row_type,
    total_or,
)
from app.sources.ep.headings import plain, spans
from app.sources.ep.layout import Line, SheetTable, TableKind
from app.sources.ep.release import Round
from app.sources.records import CellProblem, Record, RecordKind, Value
from app.sources.titles import same_title

_CHARACTERISTICS = (
    "percent_self_employed",
    "annual_median",
    "entry_education",
    "entry_education_code",
    "work_experience",
    "work_experience_code",
    "on_the_job_training",
    "on_the_job_training_code",
    "in_handbook",
)
PROJECTION_FIELDS = frozenset(
    {
        "base_employment",
        "projected_employment",
        "base_percent_distribution",
        "projected_percent_distribution",
        "employment_change",
        "employment_change_percent",
        "annual_openings",
    }
)
_KINDS: dict[RecordKind, frozenset[str]] = {
    RecordKind.EP_PROJECTION: PROJECTION_FIELDS,
    RecordKind.EP_WORKER_CHARACTERISTIC: frozenset(_CHARACTERISTICS),
    RecordKind.EP_SEPARATION: frozenset(
        {
            "labor_force_exit_rate",
            "occupational_transfer_rate",
            "total_separation_rate",
            "labor_force_exits",
            "occupational_transfers",
            "total_separations",
        }
    ),
    RecordKind.EP_REPLACEMENT: frozenset(
        {
            "growth_and_replacement_openings",
            "growth_openings",
            "replacement_needs",
            "replacement_rate",
            "annual_replacement_needs",
            "annual_replacement_rate",
        }
    ),
}
_DOLLAR_YEAR = re.compile(r"chained \(?((?:19|20)[0-9]{2})\)? dollars", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


@dataclass(slots=True)
class Reading:
    """What is known while a file is read: its round, what was stated, and what could not be read."""

    round: Round
    # Rows of tables that contradict each other are read over: the operator said so.
    allow_disagreement: bool = False
    problems: list[CellProblem] = field(default_factory=list)
    # What the file itself contradicts elsewhere, and is stored as it stands.
    doubtful: list[CellProblem] = field(default_factory=list)
    facts: StatedFacts = field(default_factory=StatedFacts)
    # Row types by code, from the tables that print them.
    row_types: dict[str, RowType] = field(default_factory=dict)
    # The title that each code had first.
    _occupations: dict[str, str] = field(default_factory=dict)

    def occupation(self, table: SheetTable, line: Line, code: str, title: str) -> Iterator[Record]:
        """The occupation of a row, if no row before had it."""
        known = self._occupations.get(code)
        if known is not None:
            if code not in (title, known) and not same_title(title, known):
                expected = f"{known}, as another row has for {code}"
                self.doubtful.append(table.problem(line, "title", title, expected))
        else:
            self._occupations[code] = title
            values: dict[str, Value] = {
                **self.occupation_key(code),
                "title": title,
                "level": level_of(code),
                "origin": Origin.PUBLISHED,
                "origin_basis": None,
                "document_line": None,
            }
            yield Record(RecordKind.OCCUPATION, values, table.sheet, line.number)

    def untitled_occupation(self, table: SheetTable, line: Line, code: str) -> Iterator[Record]:
        """An occupation that the file names by its code alone: the code stands for its title."""
        for record in self.occupation(table, line, code, code):
            basis = "The file names the occupation by its code alone"
            yield record._replace(values={**record.values, "origin": Origin.CURATED, "origin_basis": basis})

    def occupation_key(self, code: str) -> dict[str, Value]:
        """The columns that name an occupation."""
        return {"soc_code": code, "soc_vintage": ep_soc_vintage(code, self.round.base)}

    def stated(
        self,
        kind: RecordKind,
        identity: Mapping[str, Value],
        values: Mapping[str, Value],
        table: SheetTable,
        line: Line,
    ) -> dict[str, Value]:
        """The values of a row that are not stated yet; contradictions become problems."""
        place = f"{table.sheet.name or 'the file'}, row {line.number}"
        new, disagreements = self.facts.state(kind, tuple(identity.values()), values, place)
        if not self.allow_disagreement:
            self.problems += [
                table.problem(
                    line,
                    _header_of(table, disagreement.field),
                    str(values[disagreement.field]),
                    f"{disagreement.earlier}, as in {disagreement.place}",
                )
                for disagreement in disagreements
            ]
        return new

    def key_cell(self, table: SheetTable, line: Line, name: str, read: Callable[[str], Value]) -> Value:
        """A cell that names the row; `None`, and a problem noted, where it cannot be read."""
        text = line.cell(table.keys.get(name))
        try:
            return read(text)
        except UnreadableCellError as error:
            heading = table.heading_at(table.keys.get(name))
            self.problems.append(table.problem(line, heading.text if heading else name, text, error.expected))
            return None

    def figures(self, table: SheetTable, line: Line) -> dict[str, Value]:
        """The figures of a row by field, each with its qualifier; those that cannot be read become problems."""
        values: dict[str, Value] = {}
        for column in table.columns:
            text = line.cell(column.at)
            try:
                value, qualifier = read_cell(column.field, text)
            except UnreadableCellError as error:
                self.problems.append(table.problem(line, column.heading.text, text, error.expected))
                continue
            values[column.field] = value
            if column.field not in UNQUALIFIED and not column.field.startswith("top_skill:"):
                values[f"{column.field}_qualifier"] = qualifier
            if column.field == "annual_median":
                values["wage_year"] = table.wage_year
        self.problems += contradictions(table, line, values)
        self.doubtful += doubtful_figures(table, line, values)
        return values


def _header_of(table: SheetTable, name: str) -> str:
    wanted = name.removesuffix("_qualifier")
    if name == "wage_year":
        wanted = "annual_median"
    if name == "skill":
        return "skill"
    return next((column.heading.text for column in table.columns if column.field == wanted), name)


def _subset(values: Mapping[str, Value], names: frozenset[str]) -> dict[str, Value]:
    allowed = names | {f"{name}_qualifier" for name in names}
    if "annual_median" in names:
        allowed |= {"wage_year"}
    return {name: value for name, value in values.items() if name in allowed}


def _title_of(reading: Reading, table: SheetTable, line: Line) -> str:
    if not line.title:
        reading.problems.append(table.problem(line, "title", "", "a title"))
    return line.title


def _levelled(table: SheetTable, line: Line) -> dict[str, Value]:
    """The level by indentation (two blanks a level), where the text of the sheet has any."""
    return {"display_level": line.indent // 2} if table.indented and "row_type" in table.keys else {}


def occupation_records(reading: Reading, table: SheetTable, line: Line) -> Iterator[Record]:
    """Projection, characteristics, separations and top skills of an occupation, as far as the table has them."""
    code = reading.key_cell(table, line, "code", occupation_code)
    title = _title_of(reading, table, line)
    kind_of_row = _row_type(reading, table, line, code)
    values = reading.figures(table, line)
    if not isinstance(code, str):
        return
    yield from reading.occupation(table, line, code, title)
    key = reading.occupation_key(code)
    for kind, names in _KINDS.items():
        own = _subset(values, names)
        if not own:
            continue
        new = reading.stated(kind, key | {"row_type": kind_of_row}, own, table, line)
        if new:
            listing = {
                "title": title,
                "row_type": kind_of_row,
                **_levelled(table, line),
                "footnote": line.footnote,
                "table_number": table.number,
            }
            yield Record(kind, {**key, **listing, **new}, table.sheet, line.number)
    for rank, skill in _top_skills(values):
        if reading.stated(RecordKind.EP_TOP_SKILL, key | {"rank": rank}, {"skill": skill}, table, line):
            stated = {**key, "title": title, "rank": rank, "skill": skill, "footnote": line.footnote}
            yield Record(RecordKind.EP_TOP_SKILL, stated, table.sheet, line.number)


def _row_type(reading: Reading, table: SheetTable, line: Line, code: Value) -> Value:
    if "row_type" in table.keys:
        return reading.key_cell(table, line, "row_type", row_type)
    if not isinstance(code, str):
        return None
    if reading.row_types:
        if code not in reading.row_types:
            expected = "an occupation that the workbook's main table lists"
            reading.problems.append(table.problem(line, "code", code, expected))
        return reading.row_types.get(code)
    # A table without row types lists all, major groups, or occupations that are line items at whatever level.
    return RowType.SUMMARY if code.endswith("-0000") else RowType.LINE_ITEM


def _top_skills(values: Mapping[str, Value]) -> list[tuple[int, Value]]:
    prefix = "top_skill:"
    return [
        (int(name.removeprefix(prefix)), skill)
        for name, skill in values.items()
        if name.startswith(prefix) and isinstance(skill, str) and not is_missing(skill)
    ]


def attainment_records(reading: Reading, table: SheetTable, line: Line) -> Iterator[Record]:
    """How many of an occupation's workers have which education."""
    code = reading.key_cell(table, line, "code", occupation_code)
    title = _title_of(reading, table, line)
    values = reading.figures(table, line)
    if not isinstance(code, str):
        return
    yield from reading.occupation(table, line, code, title)
    key = reading.occupation_key(code)
    for column in table.columns:
        if column.field not in values:
            continue
        attainment = column.field.partition(":")[2]
        share = {"percent": values[column.field], "percent_qualifier": values[f"{column.field}_qualifier"]}
        identity = key | {"attainment": attainment}
        if reading.stated(RecordKind.EP_ATTAINMENT, identity, share, table, line):
            stated = {"title": title, **share, "survey_period": survey_period(table), "footnote": line.footnote}
            yield Record(RecordKind.EP_ATTAINMENT, {**identity, **stated}, table.sheet, line.number)


def survey_period(table: SheetTable) -> str | None:
    """The years of the survey that a table's title names last: `2022-23`, or `2024`."""
    found = spans(table.head.title)
    if found:
        return f"{found[-1][0]}-{found[-1][1] % 100:02d}"
    years = _YEAR.findall(table.head.title)
    return years[-1] if years else None


def factor_records(reading: Reading, table: SheetTable, line: Line) -> Iterator[Record]:
    """Why an occupation's share of an industry changes."""
    code = reading.key_cell(table, line, "code", occupation_code)
    title = _title_of(reading, table, line)
    industry_title = line.cell(table.keys.get("industry_title")).strip()
    text = line.cell(table.keys.get("industry_code"))
    # 2016-26 prints no code for all industries.
    industry = reading.key_cell(table, line, "industry_code", industry_code) if text.strip() else None
    factor = reading.figures(table, line).get("factor")
    if not industry_title or factor is None:
        reading.problems.append(table.problem(line, "row", industry_title, "an industry's title and a factor"))
        return
    if not isinstance(code, str):
        return
    yield from reading.occupation(table, line, code, title)
    identity = reading.occupation_key(code) | {"industry_title": industry_title}
    values: dict[str, Value] = {"industry_code": industry, "factor": factor}
    if reading.stated(RecordKind.EP_UTILIZATION_FACTOR, identity, values, table, line):
        stated = {**identity, "title": title, **values}
        yield Record(RecordKind.EP_UTILIZATION_FACTOR, stated, table.sheet, line.number)


def skill_records(reading: Reading, table: SheetTable, line: Line) -> Iterator[Record]:
    """The rank or score of an occupation for each skill."""
    code = reading.key_cell(table, line, "code", occupation_code)
    title = _title_of(reading, table, line)
    values = reading.figures(table, line)
    if not isinstance(code, str):
        return
    ranked = "percentile" in plain(table.head.title)
    measure = SkillMeasure.PERCENTILE_RANK if ranked else SkillMeasure.SCORE
    yield from reading.occupation(table, line, code, title)
    for column in table.columns:
        if column.field not in values:
            continue
        skill = column.field.partition(":")[2]
        score = {"value": values[column.field], "value_qualifier": values[f"{column.field}_qualifier"]}
        identity = reading.occupation_key(code) | {"skill": skill, "measure": measure}
        if reading.stated(RecordKind.EP_SKILL_SCORE, identity, score, table, line):
            stated = {**identity, "title": title, **score, "footnote": line.footnote}
            yield Record(RecordKind.EP_SKILL_SCORE, stated, table.sheet, line.number)


def education_records(reading: Reading, table: SheetTable, line: Line) -> Iterator[Record]:
    """National totals, or top skills, of the occupations with one entry education."""
    group = reading.key_cell(table, line, "education", total_or(dict(ENTRY_EDUCATION_LABELS)))
    values = reading.figures(table, line)
    if group is None:
        return
    identity = {"entry_education": group}
    skills = _top_skills(values)
    own = {name: value for name, value in values.items() if not name.startswith("top_skill:")}
    new = reading.stated(RecordKind.EP_EDUCATION_TOTAL, identity, own, table, line)
    if new:
        stated = {**identity, "title": line.title, **new, "table_number": table.number}
        yield Record(RecordKind.EP_EDUCATION_TOTAL, stated, table.sheet, line.number)
    for rank, skill in skills:
        if reading.stated(RecordKind.EP_EDUCATION_TOP_SKILL, identity | {"rank": rank}, {"skill": skill}, table, line):
            stated = {**identity, "rank": rank, "skill": skill}
            yield Record(RecordKind.EP_EDUCATION_TOP_SKILL, stated, table.sheet, line.number)


def earnings_records(reading: Reading, table: SheetTable, line: Line) -> Iterator[Record]:
    """Earnings and unemployment by educational attainment."""
    group = reading.key_cell(table, line, "attainment_group", total_or(dict(ATTAINMENT_LABELS)))
    values = reading.figures(table, line)
    period = survey_period(table)
    if period is None:
        reading.problems.append(table.problem(line, "title", table.head.title, "the year of the survey in the title"))
    if group is None:
        return
    if reading.stated(RecordKind.EP_ATTAINMENT_EARNINGS, {"attainment": group}, values, table, line):
        stated = {"attainment": group, "survey_period": period, **values}
        yield Record(RecordKind.EP_ATTAINMENT_EARNINGS, stated, table.sheet, line.number)


def group_records(reading: Reading, table: SheetTable, line: Line) -> Iterator[Record]:
    """Groups of occupations without a code, such as STEM."""
    title = _title_of(reading, table, line)
    values = reading.figures(table, line)
    if reading.stated(RecordKind.EP_OCCUPATION_GROUP, {"title": title}, values, table, line):
        stated = {"title": title, **values, "footnote": line.footnote, "table_number": table.number}
        yield Record(RecordKind.EP_OCCUPATION_GROUP, stated, table.sheet, line.number)


def _naics(table: SheetTable, line: Line) -> dict[str, Value]:
    if "naics" not in table.keys:
        return {}
    text = line.cell(table.keys["naics"]).strip()
    return {"naics_codes": None if not text or is_missing(text) else text}


def _dollar_year(table: SheetTable) -> dict[str, Value]:
    """The year of the prices, in tables that have output."""
    if not any("output" in column.field for column in table.columns):
        return {}
    texts = [table.head.title, *(column.heading.text for column in table.columns)]
    match = next((match for text in texts if (match := _DOLLAR_YEAR.search(text))), None)
    return {"output_dollar_year": int(match[1]) if match else None}


def industry_records(reading: Reading, table: SheetTable, line: Line) -> Iterator[Record]:
    """Employment and output of an industry of the matrix."""
    title = _title_of(reading, table, line)
    code: Value = None
    if "code" in table.keys or "industry_code" in table.keys:
        code = reading.key_cell(table, line, "code" if "code" in table.keys else "industry_code", industry_code)
    values = reading.figures(table, line) | _dollar_year(table)
    identity = {"industry_code": code} if code is not None else {"title": title, **_naics(table, line)}
    new = reading.stated(RecordKind.EP_INDUSTRY_PROJECTION, identity, values, table, line)
    if new:
        stated: dict[str, Value] = {
            "industry_code": code,
            "title": title,
            **_naics(table, line),
            "position": line.number - table.head.first_row + 1,
            "footnote": line.footnote,
            "table_number": table.number,
            **_levelled(table, line),
        }
        if "row_type" in table.keys:
            stated["row_type"] = reading.key_cell(table, line, "row_type", row_type)
        yield Record(RecordKind.EP_INDUSTRY_PROJECTION, {**stated, **new}, table.sheet, line.number)


def sector_records(reading: Reading, table: SheetTable, line: Line) -> Iterator[Record]:
    """Employment or output of a major sector."""
    title = _title_of(reading, table, line)
    values = reading.figures(table, line) | _dollar_year(table)
    if reading.stated(
        RecordKind.EP_SECTOR_PROJECTION, {"title": title, "table_number": table.number}, values, table, line
    ):
        stated = {"title": title, **_naics(table, line), "footnote": line.footnote, "table_number": table.number}
        if table.indented:
            stated["display_level"] = line.indent // 2
        yield Record(RecordKind.EP_SECTOR_PROJECTION, {**stated, **values}, table.sheet, line.number)


def ranking_records(reading: Reading, table: SheetTable, line: Line) -> Iterator[Record]:
    """A place in a ranking of industries that has no matrix codes."""
    title = _title_of(reading, table, line)
    values = reading.figures(table, line) | _dollar_year(table)
    stated: dict[str, Value] = {
        "ranking": _ranking(table),
        "rank": line.number - table.head.first_row + 1,
        "title": title,
        **_naics(table, line),
        "footnote": line.footnote,
        "table_number": table.number,
    }
    if "sector" in table.keys:
        stated["sector_title"] = line.cell(table.keys["sector"]).strip() or None
    yield Record(RecordKind.EP_INDUSTRY_RANKING, {**stated, **values}, table.sheet, line.number)


def _ranking(table: SheetTable) -> str:
    """The title without number, years and units: `Industries with the largest output growth`."""
    title = re.sub(r"^Table\s+[0-9.]+\s*", "", table.head.title, flags=re.IGNORECASE)
    return re.split(r"\s*[(,\[]", title, maxsplit=1)[0].strip()


def listed_industry_records(reading: Reading, table: SheetTable, line: Line) -> Iterator[Record]:
    """An industry of the matrix, its kind of row and its NAICS codes."""
    title = _title_of(reading, table, line)
    code = reading.key_cell(table, line, "code" if "code" in table.keys else "industry_code", industry_code)
    kind_of_row = reading.key_cell(table, line, "row_type", row_type)
    heading = table.heading_at(table.keys.get("naics"))
    values: dict[str, Value] = {
        "title": title,
        "row_type": kind_of_row,
        **_naics(table, line),
        "naics_vintage": str(heading.years[0]) if heading is not None and heading.years else None,
        **_levelled(table, line),
    }
    if code is not None and reading.stated(RecordKind.EP_INDUSTRY, {"industry_code": code}, values, table, line):
        yield Record(RecordKind.EP_INDUSTRY, {"industry_code": code, **values}, table.sheet, line.number)


ROW_READERS: dict[TableKind, Callable[[Reading, SheetTable, Line], Iterator[Record]]] = {
    TableKind.OCCUPATIONS: occupation_records,
    TableKind.ATTAINMENT: attainment_records,
    TableKind.FACTORS: factor_records,
    TableKind.SKILLS: skill_records,
    TableKind.EDUCATION: education_records,
    TableKind.EARNINGS: earnings_records,
    TableKind.GROUPS: group_records,
    TableKind.SECTORS: sector_records,
    TableKind.INDUSTRIES: industry_records,
    TableKind.INDUSTRY_RANKING: ranking_records,
    TableKind.INDUSTRY_LIST: listed_industry_records,
}
