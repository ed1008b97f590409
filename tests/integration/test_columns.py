"""Every column of the database is served by a field of its own, with the values that the database holds.

`SERVED` says where, table by table, and `INTERNAL` which columns are not for clients, and why. The database is read
with plain SQL, around the application, and compared record by record. A column that is in neither list fails, so a new
one cannot be forgotten. Columns that the seed leaves empty are filled first, in a copy of the database: of the small
one, which has the whole document and OEWS rows of every kind.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonpointer import JsonPointer
from sqlalchemy import Boolean, Column, Float, Integer

from app.config import Settings
from app.main import create_app
from app.store.tables import metadata
from app.store.tables.types import Cents, TextList
from tests.checked_client import CheckedClient
from tests.integration.test_document import expand

OCCUPATION = "/v1/occupations/29-2071"
PROVENANCE = {
    "origin": "provenance/origin",
    "origin_basis": "provenance/origin_basis",
    "document_line": "provenance/document_line",
    "sheet_id": "provenance/file",
    "row_number": "provenance/row",
}
# The file behind the key of a sheet, and the release behind the key of a part: clients see names, not keys.
NAMES = {
    "sheet_id": "(SELECT name FROM source_file JOIN source_sheet USING (file_id) WHERE sheet_id = t.sheet_id)",
    "file_id": "(SELECT name FROM source_file WHERE file_id = t.file_id)",
    "part_id": "(SELECT release FROM part WHERE part_id = t.part_id)",
}


@dataclass(frozen=True)
class Served:
    """Where columns of a table are served.

    Attributes:
        url: Who answers.
        records: Pointer to the records in the answer, as in `document_map.py`; `*` is every entry of a list or object.
        columns: The pointer of each column, within its record, or with a slash before it within the whole answer.
        where: The rows of the table that the answer holds.
        key: The column and the pointer that say which row a record is.
        told_by_place: Columns of `where` that no field repeats: the list in which a record stands tells them.
        told_by_order: A column that no field repeats: the records come in its order.
    """

    url: str
    records: str
    columns: dict[str, str]
    where: str = "TRUE"
    key: tuple[str, str] = ("row_number", "provenance/row")
    told_by_place: tuple[str, ...] = ()
    told_by_order: str | None = None

    @property
    def told(self) -> set[str]:
        """The columns that this place tells."""
        order = () if self.told_by_order is None else (self.told_by_order,)
        return {*self.columns, *self.told_by_place, *order}


@dataclass(frozen=True)
class Row:
    """A row of a table and the record that serves it, with the columns that are compared."""

    key: Any
    stored: dict[str, Any] = field(hash=False)
    served: dict[str, Any] = field(hash=False)


def same(names: str) -> dict[str, str]:
    """Columns that are served under their own names."""
    return {name: name for name in names.split()}


def under(place: str, columns: dict[str, str]) -> dict[str, str]:
    """The same columns, served further down in their record."""
    return {column: f"{place}/{pointer}" for column, pointer in columns.items()}


def profile_facts(url: str, records: str, own: str, **others: str) -> Served:
    """Facts of one occupation in an answer that names the occupation and the release at its top."""
    top = {"soc_code": "/data/soc_code", "soc_vintage": "/data/soc_vintage", "part_id": "/data/source"}
    return Served(f"{OCCUPATION}/{url}", records, {**top, **same(own), **others, **PROVENANCE})


def listed_facts(url: str, own: str, **others: str) -> Served:
    """Facts of one occupation in a list whose records name the occupation and the release themselves."""
    own_names = f"soc_code soc_vintage {own}"
    return Served(f"{OCCUPATION}/{url}", "/data/*", {**same(own_names), "part_id": "source", **others, **PROVENANCE})


def _requirements(acronym: str) -> Served:
    of = f"/data/{{acronym={acronym}}}"
    columns = {
        "soc_code": f"{of}/soc_code",
        "soc_vintage": f"{of}/soc_vintage",
        "acronym": f"{of}/acronym",
        "part_id": f"{of}/source",
        "accreditor": "accreditor/organization",
        **same("position requirement requirement_detail education_level statement"),
        **PROVENANCE,
    }
    return Served(f"{OCCUPATION}/certifications", f"{of}/requirements/*", columns, where=f"acronym = '{acronym}'")


def _courses(stage: str) -> Served:
    return Served(
        f"{OCCUPATION}/preparation",
        f"/data/coursework/{stage}/*",
        {
            "soc_code": "/data/soc_code",
            "soc_vintage": "/data/soc_vintage",
            "part_id": "/data/source",
            **same("position subject program_levels field frequency modality benefit statement"),
            "applies_to": "said_of",
            **PROVENANCE,
        },
        where=f"stage = '{stage}'",
        told_by_place=("stage",),
    )


def _definition(measure: str) -> Served:
    own = "percentile label share_below_percent share_above_percent comparison statement"
    return Served(
        f"/v1/measures/{measure}",
        "/data/published_definitions/*",
        {
            "measure": "/data/measure",
            **same(own),
            "part_id": "source",
            "detail_origin_basis": "provenance/curated",
            **PROVENANCE,
        },
        where=f"measure = '{measure}'",
    )


def _handbook_wages(url: str, where: str, order: str, **more: str) -> Served:
    return Served(
        f"{OCCUPATION}/{url}",
        "/data/*",
        {
            **same("soc_code soc_vintage reference_period area_code industry_label industry_code industry_level"),
            **same("ownership_code annual_p10 annual_median annual_p90 rounded_to"),
            "part_id": "source",
            **more,
            **PROVENANCE,
        },
        where=where,
        told_by_order=order,
    )


_WORK_ENVIRONMENT = (
    "position aspect feature quantifier frequency modality duration setting setting_condition setting_examples shifts "
    "statement repeated_on_line"
)
_WORKED = profile_facts("characteristics", "/data/work_environment/*/*", _WORK_ENVIRONMENT)
_SCHEDULED = profile_facts("characteristics", "/data/schedule/*/*", _WORK_ENVIRONMENT)

# Rows of every kind: an ordinary one, annual only, hourly only, withheld, above the threshold.
_OEWS_CODES = ("29-2072", "25-2021", "27-2011", "29-1215", "29-1243")
_OEWS_WHERE = f"soc_code IN ({', '.join(repr(code) for code in _OEWS_CODES)})"
_OEWS_QUERY = "&".join(["program=oews", "limit=1000", *(f"soc_code={code}" for code in _OEWS_CODES)])
_OEWS_KEYS = {
    **same("soc_code soc_vintage level area_code industry_code industry_level ownership_code"),
    "part_id": "source",
    "sheet_id": "provenance/file",
    "row_number": "provenance/row",
}
_WAGE_MEASURES = (
    "hourly_mean hourly_p10 hourly_p25 hourly_median hourly_p75 hourly_p90 "
    "annual_mean annual_p10 annual_p25 annual_median annual_p75 annual_p90 mean_wage_rse"
)
_EMPLOYMENT_MEASURES = (
    "employment employment_rse jobs_per_1000 location_quotient percent_of_industry percent_of_establishments_reporting"
)


def _estimates(resource: str, measures: str) -> Served:
    qualifiers = {f"{name}_qualifier": f"qualifiers/{name}" for name in measures.split()}
    return Served(
        f"/v1/{resource}?{_OEWS_QUERY}",
        "/data/*",
        {**_OEWS_KEYS, **same(measures), **same("also_level"), **qualifiers},
        where=_OEWS_WHERE,
    )


_OF_HANDBOOK = "file_id IN (SELECT file_id FROM part_file JOIN part USING (part_id) WHERE release = 'ooh-2018-28')"

SERVED: dict[str, tuple[Served, ...]] = {
    "advancement": (
        profile_facts(
            "preparation",
            "/data/advancement/*",
            "position to_title to_soc_code to_soc_vintage education_levels requires_certification_courses "
            "certification_courses modality varies_by statement",
            code_origin_basis="provenance/curated",
        ),
    ),
    "area": (
        Served(
            "/v1/areas?limit=1000",
            "/data/*",
            {
                **same("area_code area_title area_type state"),
                "part_id": "source",
                "sheet_id": "provenance/file",
                "row_number": "provenance/row",
            },
            where="is_current",
            key=("area_code", "area_code"),
        ),
    ),
    "certification": (
        listed_facts(
            "certifications",
            "position acronym name statement",
            specialty="applies_to/specialty",
            specialty_origin_basis="provenance/curated",
        ),
    ),
    "certification_issuer": (
        Served(
            f"{OCCUPATION}/certifications",
            "/data/*",
            {
                "acronym": "acronym",
                "organization": "issuer/organization",
                "url": "issuer/url",
                "part_id": "source",
                **under("issuer", PROVENANCE),
            },
            key=("acronym", "acronym"),
        ),
    ),
    "certification_name": (
        Served(
            f"{OCCUPATION}/certifications",
            "/data/{acronym=CTR}",
            {
                **same("acronym name current_acronym current_name"),
                "since": "renamed/since",
                "since_date": "renamed/since_date",
                "part_id": "source",
                **under("renamed", PROVENANCE),
            },
            key=("acronym", "acronym"),
        ),
    ),
    "certification_requirement": (_requirements("RHIT"), _requirements("CTR")),
    "certification_rule": (
        profile_facts(
            "preparation",
            "/data/certification/rules/*",
            "position rule quantifier set_by subject requirement requirement_detail frequency modality timing interval "
            "acronym statement",
            applies_to="said_of",
            specialty="applies_to/specialty",
        ),
    ),
    "contact": (
        Served(
            f"{OCCUPATION}/contacts",
            "/data/*",
            {
                **same("soc_code soc_vintage group_position topic topic_slug topic_includes offers"),
                "specialty": "applies_to/specialty",
                "group_document_line": "provenance/document_line",
                "part_id": "source",
            },
            key=("group_position", "group_position"),
        ),
        Served(
            f"{OCCUPATION}/contacts",
            "/data/*/organizations/*",
            {**same("position organization"), **PROVENANCE},
        ),
    ),
    "coursework": (_courses("postsecondary"), _courses("high_school")),
    "database_state": (
        Served("/health/ready", "", same("data_revision changed_at"), key=("data_revision", "data_revision")),
    ),
    "education_path": (
        profile_facts(
            "preparation",
            "/data/education_paths/*",
            "position path education_level education_label field quantifier frequency modality with_experience "
            "with_courses statement",
            applies_to="said_of",
            detail_origin_basis="provenance/curated",
        ),
    ),
    "handbook_employment": (
        listed_facts(
            "employment?program=ooh",
            "reference_period area_code basis quantifier employment rounded_to",
            detail_origin_basis="provenance/curated",
        ),
    ),
    "handbook_wage": (
        # By industry, `curated` says on what basis the industry's code stands, too.
        _handbook_wages("wages", "position = 0", "position", detail_origin_basis="provenance/curated"),
        _handbook_wages("wages/by-industry", "position > 0", "position"),
    ),
    "industry": (
        Served(
            "/v1/industries",
            "/data/*",
            {**same("industry_code industry_level industry_title naics_vintage"), "part_id": "source", **PROVENANCE},
            where="is_current",
            key=("industry_code", "industry_code"),
        ),
    ),
    "industry_label": (
        Served(
            "/v1/industries/622000",
            "/data/levels/{industry_level=3-digit}/labels/*",
            {
                "industry_code": "/data/industry_code",
                "part_id": "/data/levels/0/source",
                "industry_level": "/data/levels/0/industry_level",
                **same("industry_label ownership_code"),
                **PROVENANCE,
            },
            where="industry_code = '622000'",
        ),
    ),
    "interest": (
        profile_facts(
            "characteristics",
            "/data/interests/*",
            "position framework interest holland_theme frequency meaning meaning_focus meaning_object meaning_purpose "
            "statement",
            theme_origin_basis="provenance/curated",
        ),
    ),
    "job_prospect": (
        Served(
            f"{OCCUPATION}/projections",
            "/data/0/outlook/prospects/*",
            {
                "soc_code": "/data/0/soc_code",
                "soc_vintage": "/data/0/soc_vintage",
                "part_id": "/data/0/source",
                "projection_round": "/data/0/projection_round",
                **same("position favors listed_as name acronym prospects certainty condition purpose statement"),
                **PROVENANCE,
            },
        ),
    ),
    "largest_employer": (
        listed_facts(
            "employment/by-industry",
            "reference_period industry_label industry_code industry_level ownership_code percent_of_occupation "
            "employment",
            position="rank",
        ),
    ),
    "occupation": (
        Served(
            OCCUPATION,
            "/data",
            same("soc_code soc_vintage title level") | PROVENANCE | {"part_id": "source"},
            where="soc_code = '29-2071' AND soc_vintage = '2010'",
            key=("soc_code", "soc_code"),
        ),
    ),
    "occupation_transition": (
        Served(
            OCCUPATION,
            "/data/became/*",
            {
                "from_soc_code": "/data/soc_code",
                "from_soc_vintage": "/data/soc_vintage",
                "to_soc_code": "soc_code",
                "to_soc_vintage": "soc_vintage",
                **same("link"),
                **PROVENANCE,
                "part_id": "source",
            },
            where="from_soc_code = '29-2071'",
            key=("to_soc_code", "soc_code"),
        ),
    ),
    "oews_estimate": (_estimates("wages", _WAGE_MEASURES), _estimates("employment", _EMPLOYMENT_MEASURES)),
    "organization": (
        Served(
            "/v1/organizations",
            "/data/*",
            {
                **same("organization name former_name acronym url"),
                "part_id": "source",
                "detail_origin_basis": "provenance/curated",
                **PROVENANCE,
            },
        ),
    ),
    "other_title": (
        profile_facts(
            "profile", "/data/other_titles/*", "position title kind", detail_origin_basis="provenance/curated"
        ),
    ),
    "outlook_driver": (
        Served(
            f"{OCCUPATION}/projections",
            "/data/0/outlook/drivers/*",
            {
                "soc_code": "/data/0/soc_code",
                "soc_vintage": "/data/0/soc_vintage",
                "part_id": "/data/0/source",
                "projection_round": "/data/0/projection_round",
                "specialty": "applies_to/specialty",
                **same("position driver driver_scope driver_acronym cause effect effect_scope certainty statement"),
                **PROVENANCE,
            },
        ),
    ),
    "part": (
        Served(
            "/v1/releases/oews-2025-05",
            "/data/parts/*",
            {
                "release": "/data/release",
                "part_id": "/data/release",
                **same("revision part reference_period layout allowed rows_read rows_stored rows_repeated"),
                **same("codes_unclassified cells_withheld cells_bounded loaded_at seconds"),
            },
            where="release = 'oews-2025-05'",
            key=("part", "part"),
        ),
    ),
    "part_file": (
        Served(
            "/v1/releases/ooh-2018-28",
            "/data/parts/*/files/*",
            {"part_id": "/data/release", "file_id": "name"},
            where=_OF_HANDBOOK,
            key=("file_id", "name"),
        ),
    ),
    "profile_section": (
        profile_facts(
            "profile",
            "/data/sections/*",
            "position section parent_section heading heading_origin heading_origin_basis heading_line text first_line "
            "last_line",
        ),
    ),
    "projection": (
        listed_facts(
            "projections",
            "projection_round base_year projection_year base_employment projected_employment employment_change "
            "employment_change_percent percent_rounded_to statement",
            outlook_category="outlook/category",
            outlook_label="outlook/label",
            compared_with_title="outlook/compared_with/title",
            compared_with_soc_code="outlook/compared_with/soc_code",
            detail_origin_basis="provenance/curated",
        ),
    ),
    "projection_comparison": (
        Served(
            f"{OCCUPATION}/projections",
            "/data/*",
            {
                **same("projection_round base_year projection_year"),
                **under("outlook/compared_with", same("soc_code employment_change_percent")),
                **under("outlook/compared_with", PROVENANCE),
                "part_id": "source",
            },
            key=("projection_round", "projection_round"),
        ),
    ),
    "quality": (
        profile_facts(
            "characteristics",
            "/data/qualities/*",
            "position quality explanation expected necessity tasks objects with_whom condition purpose",
        ),
    ),
    "related_occupation": (
        listed_facts(
            "related",
            "position relation related_title related_soc_code related_soc_vintage statement",
            code_origin_basis="provenance/curated",
        ),
    ),
    "release": (
        Served(
            "/v1/releases",
            "/data/*",
            same(
                "release program title publisher reference_period projection_round soc_vintage licence attribution "
                "source_url published_on origin origin_basis"
            ),
            key=("release", "release"),
        ),
    ),
    "source_file": (
        Served(
            "/v1/releases/ooh-2018-28",
            "/data/parts/*/files/*",
            same("name sha256 size_bytes"),
            where=_OF_HANDBOOK,
            key=("name", "name"),
        ),
    ),
    "source_sheet": (
        Served(
            f"{OCCUPATION}/related",
            "/data/*",
            {"file_id": "provenance/file", "sheet": "provenance/sheet"},
            where="sheet_id = (SELECT DISTINCT sheet_id FROM related_occupation)",
            key=("file_id", "provenance/file"),
        ),
    ),
    "specialty": (
        Served(
            f"{OCCUPATION}/certifications",
            "/data/{acronym=CTR}/applies_to",
            {
                "soc_code": "/data/{acronym=CTR}/soc_code",
                "soc_vintage": "/data/{acronym=CTR}/soc_vintage",
                "specialty_soc_code": "soc_code",
                "specialty_soc_vintage": "soc_vintage",
                **same("specialty title"),
                "part_id": "/data/{acronym=CTR}/source",
                "code_origin_basis": "provenance/curated",
                **PROVENANCE,
            },
        ),
    ),
    "wage_definition": tuple(_definition(measure) for measure in ("annual_p10", "annual_median", "annual_p90")),
    "work_environment": (
        Served(_WORKED.url, _WORKED.records, _WORKED.columns, where="aspect NOT LIKE 'schedule%'"),
        Served(_SCHEDULED.url, _SCHEDULED.records, _SCHEDULED.columns, where="aspect LIKE 'schedule%'"),
    ),
}

_NEWEST = "tells which of several statements of a code is served: only rows that have it are"
_SURROGATE = "a surrogate key, in the order of the file"
_SET_WITH_BASIS = "set exactly where its basis is, which `provenance.curated` serves"

_INDEXED = "numbers that searches are answered from: `test_search.py` asks for them"
_COUNTED = "counts of the rows of `oews_estimate`, added up in `/v1/availability`; a test counts the lists again"
INTERNAL: dict[str, str] = {
    **{f"{table.name}.statement_id": _SURROGATE for table in metadata.sorted_tables if "statement_id" in table.c},
    "oews_estimate.estimate_id": _SURROGATE,
    "oews_estimate.is_repeat": "decides which of two rows with equal figures lists show; `also_level` names the other",
    "source_file.file_id": _SURROGATE,
    "source_sheet.sheet_id": _SURROGATE,
    "database_state.state_id": "always 1: the table has one row",
    "projection_comparison.title": "the title of its code; the answer has the publication's words for it",
    **{f"{table.name}.is_current": _NEWEST for table in metadata.sorted_tables if "is_current" in table.c},
    "part.reader_version": "decides whether to read the same bytes again; says nothing of what was read",
    "database_state.seed_sha256": "decides whether to seed again; clients see the hash of each file",
    **{f"oews_availability.{column.name}": _COUNTED for column in metadata.tables["oews_availability"].c},
    "unloaded_release.release": "decides which revision it gets when it is loaded again",
    "unloaded_release.revision": "decides which revision it gets when it is loaded again",
    **{f"search_array.{column.name}": _INDEXED for column in metadata.tables["search_array"].c},
    "part_coverage.part_id": "an index over the facts, which only `absence` asks",
    "part_coverage.soc_code": "an index over the facts, which only `absence` asks",
    "part_coverage.soc_vintage": "an index over the facts, which only `absence` asks",
    **{
        f"{table}.{part}_origin": _SET_WITH_BASIS
        for table, part in (
            *(("advancement", "code"), ("certification", "specialty"), ("education_path", "detail")),
            *(("handbook_employment", "detail"), ("handbook_wage", "detail"), ("interest", "theme")),
            *(("organization", "detail"), ("other_title", "detail"), ("projection", "detail")),
            *(("related_occupation", "code"), ("specialty", "code"), ("wage_definition", "detail")),
        )
    },
}

# Of O*NET and the classifications, which the seed has nothing of: `test_onet_columns.py` walks them.
ONET_TABLES = frozenset(
    table.name
    for table in metadata.sorted_tables
    if table.name.startswith("onet_") or table.name in ("soc_entry", "crosswalk")
)
# What is put together from other tables: `test_summaries.py` compares it with them.
SUMMARIES = frozenset({"occupation_summary", "round_projection"})
COLUMNS = [
    pytest.param(table.name, column.name, id=f"{table.name}.{column.name}")
    for table in metadata.sorted_tables
    # Employment Projections are not in the seed: `test_ep_columns.py` walks them.
    if table.name not in ONET_TABLES | SUMMARIES and not table.name.startswith("ep_")
    for column in table.columns
]
# Tables that the publishers' readers fill and that have no path yet, and columns that came with them to tables that
# have one. Both shrink to nothing: what gets a path or a field must leave the list, which a test sees to.
NO_PATH_YET: frozenset[str] = frozenset(
    {
        "duty",
        "handbook_profile",
        "profile_comparison",
        "profile_coverage",
        "profile_image",
        "profile_link",
        "quick_facts",
    }
)
NO_FIELD_YET: frozenset[str] = frozenset(
    {
        "advancement.profile",
        "advancement.subject_title",
        "certification.issuer",
        "certification.kind",
        "certification.profile",
        "certification.subject_title",
        "certification_requirement.profile",
        "certification_requirement.subject_title",
        "certification_rule.profile",
        "certification_rule.subject_title",
        "contact.group_heading",
        "contact.link_title",
        "contact.profile",
        "contact.statement",
        "contact.subject_title",
        "contact.url",
        "coursework.profile",
        "coursework.subject_title",
        "education_path.profile",
        "education_path.subject_title",
        "handbook_employment.profile",
        "handbook_employment.subject_title",
        "handbook_wage.annual_mean",
        "handbook_wage.annual_mean_qualifier",
        "handbook_wage.annual_median_qualifier",
        "handbook_wage.annual_p90_qualifier",
        "handbook_wage.hourly_median",
        "handbook_wage.hourly_median_qualifier",
        "handbook_wage.hourly_p10",
        "handbook_wage.hourly_p90",
        "handbook_wage.hourly_p90_qualifier",
        "handbook_wage.profile",
        "handbook_wage.statement",
        "handbook_wage.subject_title",
        "interest.profile",
        "interest.subject_title",
        "job_prospect.profile",
        "job_prospect.subject_title",
        "largest_employer.profile",
        "largest_employer.subject_title",
        "other_title.profile",
        "other_title.statement",
        "other_title.subject_title",
        "outlook_driver.profile",
        "outlook_driver.subject_title",
        "profile_section.heading_level",
        "profile_section.profile",
        "profile_section.subject_title",
        "projection.annual_openings",
        "projection.matrix_url",
        "projection.openings_rounded_to",
        "projection.openings_statement",
        "projection.position",
        "projection.profile",
        "projection.row_depth",
        "projection.row_title",
        "projection.subject_title",
        "quality.profile",
        "quality.subject_title",
        "related_occupation.annual_median",
        "related_occupation.annual_median_qualifier",
        "related_occupation.duties",
        "related_occupation.education_label",
        "related_occupation.education_level",
        "related_occupation.pay_label",
        "related_occupation.profile",
        "related_occupation.reference_period",
        "related_occupation.related_url",
        "related_occupation.subject_title",
        "source_sheet.headers",
        "work_environment.profile",
        "work_environment.subject_title",
    }
)
PLACES = [(table, place) for table, places in SERVED.items() for place in places]


# --- The copy, with every column filled ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Filled:
    """A copy of the seeded database in which no column is empty, and the application over it."""

    path: Path
    answer: Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def filled(small_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    path = tmp_path_factory.mktemp("filled") / "occupations.sqlite3"
    with (
        closing(sqlite3.connect(small_database)) as seeded,
        closing(sqlite3.connect(path)) as copy,
    ):
        seeded.backup(copy)
        for table in metadata.sorted_tables:
            told = {name for place in SERVED.get(table.name, ()) for name in place.told}
            for column in table.columns:
                if column.name in told and _is_empty(copy, table.name, column.name):
                    copy.execute(f"UPDATE {table.name} SET {column.name} = ?", [_some_value(column)])
        # Two columns that hold the same in the seed: a field that reads the wrong one must not go unnoticed.
        copy.execute("UPDATE certification_issuer SET url = url || '/' || lower(acronym)")
        copy.commit()
    application = create_app(Settings(database_url=f"sqlite:///{path}"))
    with CheckedClient(application) as client:
        yield Filled(path, cache(client.answer))
    application.state.database.close()


def _is_empty(database: sqlite3.Connection, table: str, column: str) -> bool:
    found = database.execute(f"SELECT 1 FROM {table} WHERE {column} IS NOT NULL AND {column} <> '' LIMIT 1")
    return found.fetchone() is None


def _some_value(column: Column[Any]) -> object:
    if isinstance(column.type, Integer):
        return 7
    if isinstance(column.type, Float):
        return 2.5
    return f"some {column.name} of {column.table.name}"


# --- The comparison --------------------------------------------------------------------------------------------------


def compared(filled: Filled, table: str, place: Served) -> list[Row]:
    """The rows of a table and what is served of them, in the order in which they are served."""
    stored = _stored(filled.path, table, place)
    served: dict[Any, dict[str, Any]] = {}
    document = filled.answer(place.url)
    assert (document.get("page") or {}).get("next") is None, "the answer has more pages than one"
    for pointer in _records(document, place.records):
        values = {column: _field(document, pointer, name) for column, name in place.columns.items()}
        key = _field(document, pointer, place.key[1])
        assert served.setdefault(key, values) == values, f"two records for {key}"
    assert set(served) == set(stored)
    return [Row(key, stored[key], values) for key, values in served.items()]


def _stored(path: Path, table: str, place: Served) -> dict[Any, dict[str, Any]]:
    types = {column.name: column.type for column in metadata.tables[table].columns}
    names = [place.key[0], *place.columns]
    selected = ", ".join(NAMES.get(name, f"t.{name}") for name in names)
    order = place.told_by_order or "rowid"
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(f"SELECT {selected} FROM {table} t WHERE {place.where} ORDER BY t.{order}").fetchall()
    found: dict[Any, dict[str, Any]] = {}
    for key, *values in rows:
        row = {name: _read(types[name], value) for name, value in zip(place.columns, values, strict=True)}
        assert found.setdefault(key, row) == row, f"the rows of {key} differ: choose another key"
    return found


def _read(kind: object, value: Any) -> Any:
    if isinstance(kind, TextList):
        return value.split("|") if value else []
    if value is None:
        return None
    if isinstance(kind, Cents):
        return value / 100
    return bool(value) if isinstance(kind, Boolean) else value


def _records(document: Any, pointer: str) -> Iterator[str]:
    before, star, after = pointer.partition("/*")
    if not star:
        yield from expand(document, pointer)
        return
    for plain in expand(document, before):
        entries = JsonPointer(plain).resolve(document)
        for name in entries if isinstance(entries, dict) else range(len(entries)):
            yield from _records(document, f"{plain}/{name}{after}")


def _field(document: Any, record: str, pointer: str) -> Any:
    if pointer.startswith("/"):
        (plain,) = expand(document, pointer)
        return JsonPointer(plain).resolve(document)
    *parents, name = pointer.split("/")
    found = JsonPointer(record).resolve(document)
    for parent in parents:
        found = found[parent]
        if found is None:
            return None
    return found.get(name) if parents == ["qualifiers"] else found[name]


# --- The tests -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_column_is_served_or_is_internal_for_a_reason(table: str, column: str) -> None:
    served = any(column in place.told for place in SERVED.get(table, ()))
    reason = INTERNAL.get(f"{table}.{column}")
    if table in NO_PATH_YET or f"{table}.{column}" in NO_FIELD_YET:
        assert not served, "served by now: take it off the list of what is not"
        return
    assert served is not (reason is not None), "served and internal" if served else "no field serves it"


def test_a_table_that_got_a_path_left_the_list_of_those_without() -> None:
    assert not NO_PATH_YET & set(SERVED)
    assert set(metadata.tables) >= NO_PATH_YET
    columns = {f"{table.name}.{column.name}" for table in metadata.sorted_tables for column in table.columns}
    assert columns >= NO_FIELD_YET
    assert not {name.split(".")[0] for name in NO_FIELD_YET} & NO_PATH_YET


def test_the_lists_name_nothing_that_is_gone() -> None:
    known = {f"{table.name}.{column.name}" for table in metadata.sorted_tables for column in table.columns}
    named = {f"{table}.{column}" for table, place in PLACES for column in place.told}
    assert named | set(INTERNAL) <= known


def test_a_column_has_a_field_of_its_own() -> None:
    for table, place in PLACES:
        fields = [pointer for pointer in place.columns.values() if not pointer.startswith("/")]
        assert len(fields) == len(set(fields)), f"{table}: two columns in one field"


@pytest.mark.parametrize(("table", "place"), PLACES, ids=[f"{table} at {place.url}" for table, place in PLACES])
def test_the_fields_hold_what_the_columns_hold(table: str, place: Served, filled: Filled) -> None:
    rows = compared(filled, table, place)
    assert rows
    assert [row.served for row in rows] == [row.stored for row in rows]


@pytest.mark.parametrize(
    ("table", "place"),
    [(table, place) for table, place in PLACES if place.told_by_order],
    ids=lambda value: value if isinstance(value, str) else value.url,
)
def test_records_come_in_the_order_that_a_column_tells(table: str, place: Served, filled: Filled) -> None:
    assert [row.key for row in compared(filled, table, place)] == list(_stored(filled.path, table, place))


@pytest.mark.parametrize("table", SERVED)
def test_some_row_has_a_value_in_each_column(table: str, filled: Filled) -> None:
    """Else the comparison would hold for a field that is always empty."""
    seen = {
        column
        for place in SERVED[table]
        for row in compared(filled, table, place)
        for column, value in row.served.items()
        if value not in (None, [])
    }
    assert seen == {column for place in SERVED[table] for column in place.columns}


def test_the_basis_of_a_curated_part_is_there_where_the_part_is_curated(small_database: Path) -> None:
    """So that serving the basis tells the flag too."""
    with closing(sqlite3.connect(small_database)) as database:
        for name, reason in INTERNAL.items():
            if reason != _SET_WITH_BASIS:
                continue
            table, column = name.split(".")
            flags = database.execute(f"SELECT DISTINCT {column}, {column}_basis IS NULL FROM {table}").fetchall()
            assert set(flags) <= {("curated", 0), (None, 1)}, name
