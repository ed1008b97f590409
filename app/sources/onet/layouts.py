"""The layouts of O*NET's text files: which columns make a file what it is, and what their cells are.

Columns are known by their headers, in any order. A column that some releases lack is optional: Technology Skills got
`In Demand` after 27.0, Work Styles lost its estimates' columns in 30.x, releases to 19 print fewer element names.
Headers that changed are listed with all their spellings: 30.3 renamed many files, and sorts software by its own
elements instead of UNSPSC.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from app.domain.onet import OnetRelation, TechnologyType
from app.sources.onet import cells
from app.sources.records import RecordKind, Value

Parse: TypeAlias = Callable[[str], Value]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it fills, its headers, and how a cell is read."""

    name: str
    parse: Parse
    headers: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of file. `part` is `None` where the first element or the file's name tells which part it is."""

    title: str
    part: str | None
    kind: RecordKind
    columns: tuple[Column, ...]
    constants: Mapping[str, Value] = field(default_factory=dict)
    # The fields that tell a row from all others; empty where two rows that share some may both be meant.
    identity: tuple[str, ...] = ()


def normalised(header: str) -> str:
    """A header as it is compared: one case, single blanks."""
    return " ".join(header.replace("\ufeff", "").split()).casefold()


def _column(name: str, parse: Parse, *headers: str, optional: bool = False) -> Column:
    return Column(name, parse, headers, optional)


_CODE = _column("onet_soc_code", cells.onet_soc_code, "O*NET-SOC Code")
_ELEMENT = _column("element_id", cells.element_id, "Element ID")
_ELEMENT_NAME = _column("element_name", cells.optional_text, "Element Name", optional=True)
_SCALE = _column("scale_id", cells.scale_id, "Scale ID")
_TASK_ID = _column("task_id", cells.whole, "Task ID")
_CATEGORY = _column("category", cells.optional_whole, "Category", optional=True)
_DATED = (
    _column("date", cells.month, "Date", optional=True),
    _column("domain_source", cells.optional_text, "Domain Source", optional=True),
)
_ESTIMATE = (
    _column("value", cells.number, "Data Value"),
    _column("n", cells.optional_whole, "N", optional=True),
    _column("standard_error", cells.optional_number, "Standard Error", optional=True),
    _column("lower_bound", cells.optional_number, "Lower CI Bound", optional=True),
    _column("upper_bound", cells.optional_number, "Upper CI Bound", optional=True),
    _column("recommend_suppress", cells.flag, "Recommend Suppress", optional=True),
)
_COMMODITY = (
    _column("commodity_code", cells.commodity_code, "Commodity Code"),
    _column("commodity_title", cells.optional_text, "Commodity Title"),
)
_RELATED = (
    _CODE,
    _column("related_onet_soc_code", cells.onet_soc_code, "Related O*NET-SOC Code"),
    _column("place", cells.whole, "Index", "Related Index"),
)


def _link(part: str, start: str, target: str) -> Layout:
    return Layout(
        f"{start} to {target}",
        part,
        RecordKind.ONET_ELEMENT_LINK,
        (
            _column("element_id", cells.element_id, f"{start} Element ID"),
            _column("element_name", cells.optional_text, f"{start} Element Name", optional=True),
            _column("linked_element_id", cells.element_id, f"{target} Element ID"),
            _column("linked_element_name", cells.optional_text, f"{target} Element Name", optional=True),
        ),
    )


_MATRIX = "Career Changers or Starters Matrix"

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "Occupation Data",
        "occupations",
        RecordKind.ONET_OCCUPATION,
        (
            _CODE,
            _column("title", cells.title, "Title"),
            _column("description", cells.required_text, "Description"),
        ),
    ),
    Layout(
        "Alternate Titles",
        "alternate-titles",
        RecordKind.ONET_ALTERNATE_TITLE,
        (
            _CODE,
            _column("alternate_title", cells.title, "Alternate Title", "Job Title", "Lay Title"),
            _column("short_title", cells.optional_text, "Short Title", optional=True),
            _column("title_sources", cells.optional_text, "Source(s)", "Sources", "Source", optional=True),
        ),
    ),
    Layout(
        "Sample of Reported Titles",
        "reported-titles",
        RecordKind.ONET_REPORTED_TITLE,
        (
            _CODE,
            _column("reported_title", cells.title, "Reported Job Title"),
            _column("shown_in_my_next_move", cells.flag, "Shown in My Next Move", optional=True),
        ),
    ),
    Layout(
        "Ratings",
        None,
        RecordKind.ONET_RATING,
        (
            _CODE,
            _ELEMENT,
            _ELEMENT_NAME,
            _SCALE,
            _CATEGORY,
            *_ESTIMATE,
            _column("not_relevant", cells.flag, "Not Relevant", optional=True),
            *_DATED,
        ),
        identity=("onet_soc_code", "element_id", "scale_id", "category"),
    ),
    Layout(
        "Task Ratings",
        "task-ratings",
        RecordKind.ONET_TASK_RATING,
        (_CODE, _TASK_ID, _SCALE, _CATEGORY, *_ESTIMATE, *_DATED),
        identity=("onet_soc_code", "task_id", "scale_id", "category"),
    ),
    Layout(
        "Task Statements",
        "tasks",
        RecordKind.ONET_TASK,
        (
            _CODE,
            _TASK_ID,
            _column("task", cells.required_text, "Task"),
            _column("task_type", cells.optional_text, "Task Type", optional=True),
            _column("incumbents_responding", cells.optional_whole, "Incumbents Responding", optional=True),
            *_DATED,
        ),
    ),
    Layout(
        "Emerging Tasks",
        "emerging-tasks",
        RecordKind.ONET_EMERGING_TASK,
        (
            _CODE,
            _column("task", cells.required_text, "Task"),
            _column("task_category", cells.required_text, "Category"),
            _column("original_task_id", cells.optional_whole, "Original Task ID"),
            _column("original_task", cells.optional_text, "Original Task", optional=True),
            *_DATED,
        ),
    ),
    Layout(
        "Tasks to DWAs",
        "task-activities",
        RecordKind.ONET_TASK_ACTIVITY,
        (_CODE, _TASK_ID, _column("detailed_activity_id", cells.element_id, "DWA ID", "DWA Element ID"), *_DATED),
    ),
    Layout(
        "Technology Skills",
        "technology-skills",
        RecordKind.ONET_TECHNOLOGY,
        (
            _CODE,
            _column("example", cells.title, "Example"),
            *_COMMODITY,
            _column("hot_technology", cells.flag, "Hot Technology"),
            _column("in_demand", cells.flag, "In Demand", optional=True),
        ),
        {"technology_type": TechnologyType.TECHNOLOGY},
    ),
    Layout(
        "Software Skills",
        "technology-skills",
        RecordKind.ONET_TECHNOLOGY,
        (
            _CODE,
            _column("example", cells.title, "Workplace Example"),
            _ELEMENT,
            _column("element_name", cells.required_text, "Element Name"),
            _column("hot_technology", cells.flag, "Hot Technology"),
            _column("in_demand", cells.flag, "In Demand"),
        ),
        {"technology_type": TechnologyType.TECHNOLOGY},
    ),
    Layout(
        "Tools Used",
        "tools-used",
        RecordKind.ONET_TECHNOLOGY,
        (_CODE, _column("example", cells.title, "Example"), *_COMMODITY),
        {"technology_type": TechnologyType.TOOL},
    ),
    Layout(
        "Tools and Technology",
        "tools-and-technology",
        RecordKind.ONET_TECHNOLOGY,
        (
            _CODE,
            _column("technology_type", cells.technology_type, "T2 Type"),
            _column("example", cells.title, "T2 Example"),
            *_COMMODITY,
            _column("hot_technology", cells.flag, "Hot Technology", optional=True),
        ),
    ),
    Layout(
        "UNSPSC Reference",
        "commodities",
        RecordKind.ONET_COMMODITY,
        (
            *_COMMODITY,
            *(
                column
                for group in ("Class", "Family", "Segment")
                for column in (
                    _column(f"{group.lower()}_code", cells.commodity_code, f"{group} Code"),
                    _column(f"{group.lower()}_title", cells.optional_text, f"{group} Title"),
                )
            ),
        ),
    ),
    Layout(
        "Related Occupations",
        "related-occupations",
        RecordKind.ONET_RELATED_OCCUPATION,
        (*_RELATED, _column("relatedness_tier", cells.optional_text, "Relatedness Tier")),
        {"relation": OnetRelation.RELATED},
    ),
    Layout(_MATRIX, None, RecordKind.ONET_RELATED_OCCUPATION, _RELATED),
    Layout(
        "Job Zones",
        "job-zones",
        RecordKind.ONET_JOB_ZONE,
        (_CODE, _column("job_zone", cells.whole, "Job Zone"), *_DATED),
    ),
    Layout(
        "Job Zone Reference",
        "job-zone-reference",
        RecordKind.ONET_JOB_ZONE_DEFINITION,
        (
            _column("job_zone", cells.whole, "Job Zone"),
            _column("name", cells.required_text, "Name"),
            _column("experience", cells.required_text, "Experience"),
            _column("education", cells.required_text, "Education"),
            _column("job_training", cells.required_text, "Job Training"),
            _column("examples", cells.required_text, "Examples"),
            _column("svp_range", cells.required_text, "SVP Range"),
        ),
    ),
    Layout(
        "Content Model Reference",
        "content-model",
        RecordKind.ONET_ELEMENT,
        (
            _ELEMENT,
            _column("element_name", cells.required_text, "Element Name"),
            _column("description", cells.required_text, "Description"),
        ),
    ),
    Layout(
        "Scales Reference",
        "scales",
        RecordKind.ONET_SCALE,
        (
            _SCALE,
            _column("scale_name", cells.required_text, "Scale Name"),
            _column("minimum", cells.number, "Minimum"),
            _column("maximum", cells.number, "Maximum"),
        ),
    ),
    Layout(
        "Categories of an element",
        None,
        RecordKind.ONET_CATEGORY,
        (
            _ELEMENT,
            _ELEMENT_NAME,
            _SCALE,
            _column("category", cells.whole, "Category"),
            _column("category_description", cells.required_text, "Category Description"),
        ),
    ),
    Layout(
        "Task Categories",
        "task-categories",
        RecordKind.ONET_CATEGORY,
        (
            _SCALE,
            _column("category", cells.whole, "Category"),
            _column("category_description", cells.required_text, "Category Description"),
        ),
        {"element_id": "", "element_name": None},
    ),
    Layout(
        "Level Scale Anchors",
        "level-scale-anchors",
        RecordKind.ONET_LEVEL_ANCHOR,
        (
            _ELEMENT,
            _ELEMENT_NAME,
            _SCALE,
            _column("anchor_value", cells.number, "Anchor Value"),
            _column("anchor_description", cells.required_text, "Anchor Description"),
        ),
    ),
    Layout(
        "Occupation Level Metadata",
        "occupation-level-metadata",
        RecordKind.ONET_COLLECTION_FACT,
        (
            _CODE,
            _column("item", cells.required_text, "Item"),
            _column("response", cells.optional_text, "Response"),
            _column("n", cells.optional_whole, "N"),
            _column("percent", cells.optional_number, "Percent"),
            _column("date", cells.month, "Date", optional=True),
        ),
    ),
    Layout(
        "Survey Booklet Locations",
        "survey-booklet-locations",
        RecordKind.ONET_SURVEY_ITEM,
        (_ELEMENT, _ELEMENT_NAME, _column("survey_item_number", cells.required_text, "Survey Item Number"), _SCALE),
    ),
    Layout(
        "IWA Reference",
        "intermediate-activities",
        RecordKind.ONET_INTERMEDIATE_ACTIVITY,
        (
            _column("element_id", cells.element_id, "Element ID", "GWA Element ID"),
            _column("intermediate_activity_id", cells.element_id, "IWA ID", "IWA Element ID"),
            _column("intermediate_activity_title", cells.required_text, "IWA Title", "IWA Element Name"),
        ),
    ),
    Layout(
        "DWA Reference",
        "detailed-activities",
        RecordKind.ONET_DETAILED_ACTIVITY,
        (
            _column("element_id", cells.element_id, "Element ID", "GWA Element ID"),
            _column("intermediate_activity_id", cells.element_id, "IWA ID", "IWA Element ID"),
            _column("detailed_activity_id", cells.element_id, "DWA ID", "DWA Element ID"),
            _column("detailed_activity_title", cells.required_text, "DWA Title", "DWA Element Name"),
        ),
    ),
    Layout(
        "Interests Illustrative Activities",
        "interest-activities",
        RecordKind.ONET_INTEREST_EXAMPLE,
        (
            _ELEMENT,
            _ELEMENT_NAME,
            _column("interest_type", cells.required_text, "Interest Type"),
            _column("activity", cells.required_text, "Activity"),
        ),
    ),
    Layout(
        "Interests Illustrative Occupations",
        "interest-occupations",
        RecordKind.ONET_INTEREST_EXAMPLE,
        (_ELEMENT, _ELEMENT_NAME, _column("interest_type", cells.required_text, "Interest Type"), _CODE),
    ),
    Layout(
        "RIASEC Keywords",
        "interest-keywords",
        RecordKind.ONET_INTEREST_KEYWORD,
        (
            _ELEMENT,
            _ELEMENT_NAME,
            _column("keyword", cells.required_text, "Keyword"),
            _column("keyword_type", cells.required_text, "Keyword Type"),
        ),
    ),
    _link("abilities-to-work-activities", "Abilities", "Work Activities"),
    _link("abilities-to-work-context", "Abilities", "Work Context"),
    _link("skills-to-work-activities", "Skills", "Work Activities"),
    _link("skills-to-work-context", "Skills", "Work Context"),
    _link("essential-skills-to-work-activities", "Essential Skills", "Work Activities"),
    _link("essential-skills-to-work-context", "Essential Skills", "Work Context"),
    _link("transferable-skills-to-work-activities", "Transferable Skills", "Work Activities"),
    _link("transferable-skills-to-work-context", "Transferable Skills", "Work Context"),
    _link("work-styles-to-work-activities", "Work Styles", "Work Activities"),
    _link("work-styles-to-work-context", "Work Styles", "Work Context"),
    _link("basic-interests-to-riasec", "Basic Interests", "RIASEC"),
    _link("specific-interest-areas-to-career-interest-types", "Specific Interest Areas", "Career Interest Types"),
)


def columns_in(layout: Layout, header: Sequence[str]) -> tuple[list[Column | None], list[str]]:
    """The layout's column for each header (`None` for an unknown one), and the required headers that are lacking."""
    by_header = {normalised(text): column for column in layout.columns for text in column.headers}
    found = [by_header.get(normalised(text)) for text in header]
    lacking = [column.headers[0] for column in layout.columns if not column.optional and column not in found]
    return found, lacking


def columns_of(kind: RecordKind, header: Sequence[str]) -> dict[str, str]:
    """The header's text for each field of `kind` that a file with this header fills."""
    for layout in LAYOUTS:
        found, lacking = columns_in(layout, header)
        if layout.kind is kind and not lacking and None not in found:
            return {column.name: text for column, text in zip(found, header, strict=True) if column is not None}
    return {}
