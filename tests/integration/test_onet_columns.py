"""Every column of O*NET's tables and of the classifications comes out, with the values that the database holds.

As `test_columns.py` does it for the seed, over the small release of `tests/onet_release.py`, in which no column is
empty.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from app.domain.onet import PART_OF_DOMAIN, RatingDomain
from app.store.tables import metadata
from tests.checked_client import CheckedClient
from tests.integration.test_columns import ONET_TABLES, Filled, Row, Served, compared, same

MEDICAL = "/v1/occupations/29-2072"
READ = {"sheet_id": "provenance/file", "row_number": "provenance/row"}
_OF_CODE = "onet_soc_code = '29-2072.00'"
_ESTIMATE = "value n standard_error lower_bound upper_bound recommend_suppress date domain_source"


def listed(url: str, own: str, where: str = _OF_CODE, **others: str) -> Served:
    """Rows of one occupation in a list whose records name the occupation and the release themselves."""
    url = url if url.startswith("/v1") else f"{MEDICAL}/{url}"
    code = {} if url.startswith(("/v1/elements", "/v1/scales")) else same("onet_soc_code")
    return Served(url, "/data/*", {**code, **same(own), "part_id": "source", **others, **READ}, where=where)


def explaining(element: str, name: str, own: str, where: str | None = None, **others: str) -> Served:
    """Rows that explain an element."""
    return Served(
        f"/v1/elements/{element}",
        f"/data/{name}/*",
        {"element_id": "/data/element_id", "part_id": "/data/source", **same(own), **others, **READ},
        where=where or f"element_id = '{element}'",
    )


def _ratings(domain: RatingDomain) -> Served:
    path = "education" if domain is RatingDomain.EDUCATION_TRAINING_EXPERIENCE else PART_OF_DOMAIN[domain]
    own = f"domain element_id element_name category not_relevant {_ESTIMATE}"
    return listed(path, own, f"{_OF_CODE} AND domain = '{domain}'", scale_id="scale/scale_id")


def _of_task(number: int, kind: str, name: str, own: str, **others: str) -> Served:
    top = {"onet_soc_code": "/data/0/onet_soc_code", "task_id": "/data/0/task_id", "part_id": "/data/0/source"}
    return Served(
        f"{MEDICAL}/tasks?task_type={kind}",
        f"/data/0/{name}/*",
        {**top, **same(own), **others, **READ},
        where=f"{_OF_CODE} AND task_id = {number}",
    )


def _task_ratings(number: int, kind: str) -> Served:
    return _of_task(number, kind, "ratings", f"category {_ESTIMATE}", scale_id="scale/scale_id")


_ZONE = "/data/onet/*/job_zone"
_TECHNOLOGY = "technology_type example commodity_code commodity_title element_id element_name hot_technology in_demand"
_LINK = "from_scheme from_edition from_code from_title to_scheme to_edition to_code to_title link note"

SERVED: dict[str, tuple[Served, ...]] = {
    "onet_occupation": (
        Served(
            f"{MEDICAL}/characteristics",
            "/data/onet/*",
            {
                "soc_code": "/data/soc_code",
                "soc_vintage": "/data/soc_vintage",
                "part_id": "source",
                **same("onet_soc_code title description taxonomy_edition"),
                **READ,
            },
            where=_OF_CODE,
        ),
    ),
    "onet_alternate_title": (
        listed("titles?kind=alternate", "short_title title_sources", alternate_title="other_title"),
    ),
    "onet_reported_title": (listed("titles?kind=reported", "shown_in_my_next_move", reported_title="other_title"),),
    "onet_rating": tuple(_ratings(domain) for domain in RatingDomain),
    "onet_task": (listed("tasks?emerging=false", "task_id task task_type incumbents_responding date domain_source"),),
    "onet_task_rating": (_task_ratings(7, "Core"), _task_ratings(8, "Supplemental")),
    "onet_emerging_task": (
        listed("tasks?emerging=true", "task task_category original_task_id original_task date domain_source"),
    ),
    "onet_task_activity": (_of_task(7, "Core", "activities", "detailed_activity_id date domain_source"),),
    "onet_technology": (
        listed("technology?technology_type=technology", _TECHNOLOGY, f"{_OF_CODE} AND technology_type = 'technology'"),
        listed("/v1/technology?technology_type=tool", _TECHNOLOGY, "technology_type = 'tool'"),
        listed("/v1/technology?element_id=2.E.1.b", _TECHNOLOGY, "element_id = '2.E.1.b'"),
    ),
    "onet_commodity": (
        Served(
            "/v1/technology?commodity_code=43232401",
            "/data/*/commodity",
            {
                "part_id": "/data/0/source",
                **same("commodity_code commodity_title class_code class_title family_code family_title"),
                **same("segment_code segment_title"),
                **READ,
            },
            where="commodity_code = '43232401'",
        ),
    ),
    "onet_related_occupation": tuple(
        listed(
            f"related?relation={relation}",
            "relation related_onet_soc_code relatedness_tier",
            f"{_OF_CODE} AND relation = '{relation}'",
            place="position",
        )
        for relation in ("related", "career_change")
    ),
    "onet_job_zone": (
        Served(
            f"{MEDICAL}/characteristics",
            _ZONE,
            {
                "onet_soc_code": "/data/onet/0/onet_soc_code",
                "part_id": "/data/onet/0/source",
                **same("job_zone date domain_source"),
                **READ,
            },
            where=_OF_CODE,
        ),
    ),
    "onet_job_zone_definition": (
        Served(
            f"{MEDICAL}/characteristics",
            f"{_ZONE}/definition",
            {**same("job_zone name experience education job_training examples svp_range"), "part_id": "source", **READ},
        ),
    ),
    "onet_element": (listed("/v1/elements", "element_id element_name description", "TRUE"),),
    "onet_element_link": (
        Served(
            "/v1/elements/2.A.1.a",
            "/data/links/*",
            {
                **same("element_id element_name linked_element_id linked_element_name"),
                "part_id": "/data/source",
                **READ,
            },
        ),
    ),
    "onet_scale": (listed("/v1/scales", "scale_id scale_name minimum maximum", "TRUE"),),
    "onet_category": (
        explaining("2.D.1", "categories", "element_name scale_id category category_description"),
        Served(
            "/v1/scales?scale_id=FT",
            "/data/0/categories/*",
            {
                "scale_id": "/data/0/scale_id",
                "part_id": "/data/0/source",
                **same("category category_description"),
                **READ,
            },
            where="element_id = ''",
            told_by_place=("element_id", "element_name"),
        ),
    ),
    "onet_level_anchor": (
        explaining("2.A.1.a", "level_anchors", "element_name scale_id anchor_value anchor_description"),
    ),
    "onet_collection_fact": (listed("data-collection", "item response n percent date"),),
    "onet_survey_item": (explaining("2.A.1.a", "survey_items", "element_name survey_item_number scale_id"),),
    "onet_intermediate_activity": (
        explaining("4.A.3.b.6", "intermediate_activities", "intermediate_activity_id intermediate_activity_title"),
    ),
    "onet_detailed_activity": (
        explaining(
            "4.A.3.b.6",
            "detailed_activities",
            "intermediate_activity_id detailed_activity_id detailed_activity_title",
        ),
    ),
    "onet_interest_example": (
        replace(
            explaining("1.B.1.f", "examples", "element_name interest_type activity onet_soc_code"),
            # Rows of two files.
            key=("sheet_id", "provenance/file"),
        ),
    ),
    "onet_interest_keyword": (explaining("1.B.1.f", "keywords", "element_name keyword keyword_type"),),
    "soc_entry": (
        Served(
            MEDICAL,
            "/data/definition",
            {
                "soc_code": "/data/soc_code",
                "soc_vintage": "/data/soc_vintage",
                "parent_soc_code": "parent_soc_code",
                "definition": "text",
                "part_id": "source",
                **READ,
            },
            where="soc_code = '29-2072'",
        ),
    ),
    "crosswalk": tuple(
        Served(
            f"/v1/crosswalks?from_scheme={scheme}&to_scheme={scheme}",
            "/data/*",
            {**same(_LINK), "part_id": "source", **READ},
            where=f"from_scheme = '{scheme}' AND to_scheme = '{scheme}'",
        )
        for scheme in ("soc", "oews")
    ),
}
COLUMNS = [(name, column.name) for name in sorted(ONET_TABLES) for column in metadata.tables[name].columns]
PLACES = [(table, place) for table, places in SERVED.items() for place in places]


@pytest.fixture(scope="module")
def filled(onet_url: str, onet_client: CheckedClient) -> Filled:
    return Filled(Path(onet_url.removeprefix("sqlite:///")), cache(onet_client.answer))


def _rows(filled: Filled, table: str, place: Served) -> list[Row]:
    rows = compared(filled, table, place)
    for row in rows:
        if "title_sources" in row.stored:  # codes with commas between them are served as a list
            printed = row.stored["title_sources"]
            row.stored["title_sources"] = printed.split(", ") if printed else []
    return rows


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda value: value)
def test_a_column_is_served(table: str, column: str) -> None:
    assert any(column in place.told for place in SERVED[table]), "no field serves it"


def test_the_list_names_nothing_that_is_gone() -> None:
    assert {(table, column) for table, place in PLACES for column in place.told} <= set(COLUMNS)


@pytest.mark.parametrize(("table", "place"), PLACES, ids=[f"{table} at {place.url}" for table, place in PLACES])
def test_the_fields_hold_what_the_columns_hold(table: str, place: Served, filled: Filled) -> None:
    rows = _rows(filled, table, place)
    assert rows
    assert [row.served for row in rows] == [row.stored for row in rows]


@pytest.mark.parametrize("table", SERVED)
def test_some_row_has_a_value_in_each_column(table: str, filled: Filled) -> None:
    seen = {
        column
        for place in SERVED[table]
        for row in _rows(filled, table, place)
        for column, value in row.served.items()
        if value not in (None, [])
    }
    assert seen == {column for place in SERVED[table] for column in place.columns}
