"""Areas, industries, measures and organizations: what the codes and fields of all other answers mean."""

import csv

import pytest

from app.domain.measures import MEASURES
from app.domain.qualifiers import MEANINGS
from tests.checked_client import CheckedClient
from tests.starter_cells import SEED_FOLDER, starter_rows
from tests.walking import records

TYPES = {"1": "nation", "2": "state", "3": "territory"}


def seed_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of the seed."""
    with (SEED_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


# --- areas ------------------------------------------------------------------------------------------------------------


def test_areas_are_those_of_the_file(client: CheckedClient) -> None:
    found = records(client, "/v1/areas?limit=10")
    assert {(r["area_code"], r["area_title"], r["area_type"], r["state"]) for r in found} == {
        (
            row.cells["AREA"],
            row.cells["AREA_TITLE"],
            TYPES[row.cells["AREA_TYPE"]],
            None if row.cells["AREA"] == "99" else row.cells["PRIM_STATE"],
        )
        for row in starter_rows()
    }
    assert [r["area_code"] for r in found] == sorted(r["area_code"] for r in found)
    assert len(found) == 55
    kinds = [r["area_type"] for r in found]
    assert (kinds.count("nation"), kinds.count("state"), kinds.count("territory")) == (1, 51, 3)


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("area_code=US", ["99"]),
        ("area_code=usa", ["99"]),
        ("area_code=TX&area_code=06", ["06", "48"]),
        ("area_type=territory", ["66", "72", "78"]),
        ("area_type=territory&sort=-area_title", ["78", "72", "66"]),
        ("area_type=nation&area_code=TX", []),
        ("area_type=metropolitan", []),
    ],
)
def test_area_filters(client: CheckedClient, query: str, codes: list[str]) -> None:
    body = client.answer(f"/v1/areas?{query}")
    assert [r["area_code"] for r in body["data"]] == codes
    assert body["page"]["total"] == len(codes)
    assert (body["absence"] is None, bool(body["sources"])) == (bool(codes), bool(codes))


# --- industries -------------------------------------------------------------------------------------------------------


def test_industries_are_those_of_the_seed_with_the_handbooks_words(client: CheckedClient) -> None:
    found = {(r["industry_code"], r["industry_level"]): r for r in client.answer("/v1/industries")["data"]}
    curated = seed_rows("industries")
    assert set(found) == {(row["industry_code"], row["industry_level"]) for row in curated} | {
        ("000000", "cross-industry")
    }
    for row in curated:
        record = found[row["industry_code"], row["industry_level"]]
        assert (record["industry_title"], record["naics_vintage"]) == (
            row["industry_title"],
            row["naics_vintage"] or None,
        )
        # All industries together are stated by OEWS too, whose release is the newer one.
        stated_by_oews = row["industry_code"] == "000000"
        assert record["provenance"]["origin"] == ("published" if stated_by_oews else "curated")
    for row in seed_rows("industry_labels"):
        labels = found[row["industry_code"], row["industry_level"]]["labels"]
        assert [(label["industry_label"], label["ownership_code"]) for label in labels] == [
            (row["industry_label"], row["ownership_code"] or None)
        ]


@pytest.mark.parametrize(
    ("spelled", "code"),
    [("622", "622000"), ("622000", "622000"), ("54", "54"), ("540000", "54"), ("6211", "621100"), ("000000", "000000")],
)
def test_an_industry_by_any_spelling_of_its_code(client: CheckedClient, spelled: str, code: str) -> None:
    data = client.answer(f"/v1/industries/{spelled}")["data"]
    assert data["industry_code"] == code
    assert [level["industry_code"] for level in data["levels"]] == [code]
    (listed,) = client.answer("/v1/industries", industry_code=spelled)["data"]
    assert listed == data["levels"][0]


def test_industry_filters(client: CheckedClient) -> None:
    assert [r["industry_code"] for r in client.answer("/v1/industries?industry_level=sector")["data"]] == ["54"]
    codes = [r["industry_code"] for r in client.answer("/v1/industries?sort=-industry_title")["data"]]
    titles = [r["industry_title"] for r in client.answer("/v1/industries?sort=-industry_title")["data"]]
    assert titles == sorted(titles, reverse=True)
    assert len(codes) == 6
    empty = client.answer("/v1/industries?industry_level=6-digit")
    assert (empty["data"], empty["absence"]["reason"]) == ([], "not_loaded")


# --- measures ---------------------------------------------------------------------------------------------------------


def test_every_measure_is_explained(client: CheckedClient) -> None:
    body = client.answer("/v1/measures")
    assert [r["measure"] for r in body["data"]] == list(MEASURES)
    assert body["page"]["total"] == len(MEASURES)
    for record in body["data"]:
        assert len(record["meaning"]) > 30
        assert record["programs"]
        assert all(q["meaning"] == MEANINGS[q["qualifier"]] for q in record["qualifiers"])
        assert client.answer(f"/v1/measures/{record['measure']}")["data"] == record


@pytest.mark.parametrize(
    ("measure", "unit", "percentile"),
    [
        ("annual_p10", "dollars_per_year", 10),
        ("annual_p25", "dollars_per_year", 25),
        ("annual_median", "dollars_per_year", 50),
        ("annual_p75", "dollars_per_year", 75),
        ("annual_p90", "dollars_per_year", 90),
        ("hourly_p10", "dollars_per_hour", 10),
        ("hourly_median", "dollars_per_hour", 50),
        ("hourly_p90", "dollars_per_hour", 90),
        ("hourly_mean", "dollars_per_hour", None),
        ("employment", "jobs", None),
        ("employment_rse", "percent", None),
        ("employment_change_percent", "percent", None),
        ("base_employment", "jobs", None),
    ],
)
def test_units_and_percentiles(client: CheckedClient, measure: str, unit: str, percentile: int | None) -> None:
    data = client.answer(f"/v1/measures/{measure}")["data"]
    assert (data["unit"], data["percentile"]) == (unit, percentile)
    if percentile is not None and percentile != 50:
        assert f"{percentile} percent of workers earn less" in data["meaning"]


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("annual_p10", ("lowest 10 percent", 10, None, "less_than")),
        ("annual_median", ("median", 50, 50, None)),
        ("annual_p90", ("highest 10 percent", None, 10, "more_than")),
    ],
)
def test_the_document_defines_three_measures(client: CheckedClient, measure: str, words: tuple[object, ...]) -> None:
    body = client.answer(f"/v1/measures/{measure}")
    (definition,) = body["data"]["published_definitions"]
    fields = ("label", "share_below_percent", "share_above_percent", "comparison")
    assert tuple(definition[field] for field in fields) == words
    assert definition["provenance"]["document_line"] == 28
    assert [source["release"] for source in body["sources"]] == ["ooh-2018-28"]


# --- organizations ----------------------------------------------------------------------------------------------------


def test_organizations_are_those_of_the_document(client: CheckedClient) -> None:
    found = {r["organization"]: r for r in client.answer("/v1/organizations")["data"]}
    rows = seed_rows("organizations")
    assert list(found) == sorted(row["organization"] for row in rows)
    for row in rows:
        record = found[row["organization"]]
        for field in ("name", "former_name", "acronym", "url"):
            assert record[field] == (row[field] or None)
        assert record["provenance"]["document_line"] == int(row["document_line"])
    assert found["mbcc"]["former_name"] == "Medical Billing & Coding"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("role=issuer", ["ahima", "ncra"]),
        ("role=accreditor", ["cahiim"]),
        ("role=issuer&role=accreditor", ["ahima", "cahiim", "ncra"]),
        ("role=contact", ["aapc", "ahima", "cahiim", "mbcc", "ncra", "nha", "pahcs"]),
        ("organization=ncra&organization=nha", ["ncra", "nha"]),
        ("organization=ncra&role=accreditor", []),
        ("sort=-organization&role=issuer", ["ncra", "ahima"]),
    ],
)
def test_organization_filters(client: CheckedClient, query: str, found: list[str]) -> None:
    body = client.answer(f"/v1/organizations?{query}")
    assert [r["organization"] for r in body["data"]] == found
    assert body["page"]["total"] == len(found)
    assert (body["absence"] is None) == bool(found)


def test_an_organization_and_where_it_is_named(client: CheckedClient) -> None:
    ahima = client.answer("/v1/organizations/ahima")["data"]
    assert ahima["roles"] == ["issuer", "contact"]
    assert [(one["acronym"], one["soc_code"]) for one in ahima["issuer_of"]] == [("RHIT", "29-2071")]
    assert [one["topic_slug"] for one in ahima["contact_for"]] == ["health_information_technicians"]
    assert ahima["accreditor_in"] == []
    ncra = client.answer("/v1/organizations/ncra")["data"]
    assert [(one["acronym"], one["current_acronym"]) for one in ncra["issuer_of"]] == [("CTR", "ODS")]
    assert ncra["contact_for"][0]["applies_to"]["soc_code"] == "29-9021"
    cahiim = client.answer("/v1/organizations/cahiim")["data"]
    assert cahiim["roles"] == ["accreditor", "contact"]
    assert [(one["acronym"], one["requirement"]) for one in cahiim["accreditor_in"]] == [("RHIT", "accredited_program")]
    assert cahiim["contact_for"][0]["offers"] == "list"
    for data in (ahima, ncra, cahiim):
        for places in ("issuer_of", "accreditor_in", "contact_for"):
            for place in data[places]:
                assert client.get(place["url"]).status_code == 200


def test_an_organization_that_nothing_names_leads_to_those_with_a_name_like_it(client: CheckedClient) -> None:
    body = client.problem("/v1/organizations/ahimaa", 404, "unknown-code")
    assert body["nearest"][0]["url"] == "/v1/organizations/ahima"
