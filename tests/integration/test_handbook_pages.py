"""Pages of the handbook over HTTP: one of a single code and one of several, made in the publisher's layout.

What a page says of several codes together is served under each of them with `covers`, and ranks none of them. Every
column of the handbook's tables that a page fills comes out somewhere: `PLACES` says where.
"""

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, select

from app.config import Settings
from app.main import create_app
from app.sources.files import FileKind, FoundFile
from app.sources.ooh import recognise_ooh
from app.sources.recognition import ReadOptions, Recognition
from app.sources.records import SourceFile
from app.store.data_state import record_change
from app.store.engine import create_writer
from app.store.loader import load_parts
from app.store.tables import metadata
from tests.checked_client import CheckedClient
from tests.unit.sources.ooh.pages import PageText
from tests.unit.sources.ooh.test_profile_page import SEVERAL

ALONE, FIRST, SECOND = "51-9997", "51-9998", "51-9999"
TOGETHER = [FIRST, SECOND]


# A page of one code with a picture and a credential.
WITH_ALL = PageText(
    duties='<div class="ooh_right_img"><img src="/i/k.jpg" alt="a kite">'
    '<div class="image-caption">A kite.</div></div>' + PageText().duties,
    become=PageText().become + "<h3>Licenses, Certifications, and Registrations</h3><p>Some hold the Certified Kite "
    "Maker (CKM) credential, issued by the Kite Society.</p>",
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, small_database: Path) -> Path:
    """The small database with two pages beside the seed's document."""
    # The table on a line of its own, as in the publisher's pages: a sentence on another says the openings.
    alone = WITH_ALL.html().replace(FIRST, ALONE).replace('<table id="outlook', '\n<table id="outlook')
    several = SEVERAL.html().replace("kite-makers.htm", "kites-and-balloons.htm")
    pages = {"kite-makers.html": alone, "kite-and-balloon-makers.html": several}
    return with_pages(small_database, tmp_path_factory.mktemp("pages"), pages)


def with_pages(small_database: Path, folder: Path, pages: dict[str, str]) -> Path:
    """A copy of the small database with some pages beside the seed's document."""
    path = folder / "own.sqlite3"
    shutil.copy(small_database, path)
    parts = []
    for name, page in pages.items():
        file = folder / name
        file.write_text(page.replace("id='quickfacts'", 'id="quickfacts"'), encoding="utf-8")
        found = recognise_ooh(
            FoundFile(SourceFile.of(file), name, file, FileKind.HTML), ReadOptions(release="ooh-2024-34")
        )
        assert isinstance(found, Recognition), found
        parts.append(found.part)
    writer = create_writer(f"sqlite:///{path}")
    with writer.begin() as connection:
        load_parts(connection, parts)
        record_change(connection)
    writer.dispose()
    return path


@pytest.fixture(scope="module")
def pages(database: Path) -> Iterator[CheckedClient]:
    """A client of that database, which holds every answer against the OpenAPI document."""
    with CheckedClient(create_app(Settings(database_url=f"sqlite:///{database}"))) as client:
        yield client


def stored(database: Path, table: Table) -> list[dict[str, Any]]:
    """The rows of a table that the pages filled."""
    writer = create_writer(f"sqlite:///{database}")
    part, rows = metadata.tables["part"], []
    with writer.connect() as connection:
        joined = select(table).join(part, part.c.part_id == table.c.part_id).where(part.c.part.like("profile:%"))
        rows = [dict(row) for row in connection.execute(joined).mappings()]
    writer.dispose()
    return rows


@pytest.mark.parametrize(
    "path", ["wages", "employment", "projections", "certifications", "related", "contacts", "preparation", "profile"]
)
@pytest.mark.parametrize("code", TOGETHER)
def test_what_is_said_of_all_says_of_whom(pages: CheckedClient, code: str, path: str) -> None:
    answer = pages.answer(f"/v1/occupations/{code}/{path}?program=ooh")
    records = answer["data"] if isinstance(answer["data"], list) else [answer["data"]]
    assert {record["soc_code"] for record in records} <= {code}
    assert all(record["covers"] in (None, TOGETHER) for record in records)
    if path not in {"wages", "certifications"}:
        assert any(record["covers"] for record in records)


@pytest.mark.parametrize("code", TOGETHER)
def test_a_figure_of_its_own_stands_beside_that_of_all(pages: CheckedClient, code: str) -> None:
    found = pages.answer(f"/v1/occupations/{code}/projections")["data"]
    own = {FIRST: 1_200_300, SECOND: 99_700}[code]
    assert {(record["base_employment"], bool(record["covers"])) for record in found} == {
        (1_300_000, True),
        (own, False),
    }
    assert {record["subject_title"] for record in found if record["covers"] is None} == {
        {FIRST: "Kite makers", SECOND: "Balloon makers"}[code]
    }


@pytest.mark.parametrize("path", ["projections", "employment", "wages"])
def test_lists_across_occupations_have_no_figure_of_several(pages: CheckedClient, path: str) -> None:
    listed = pages.answer(f"/v1/{path}?program=ooh&limit=500")
    assert listed["data"]
    assert listed["page"]["total"] == len(listed["data"])
    assert not any(record["covers"] for record in listed["data"])


def test_openings_cite_the_line_of_their_sentence(pages: CheckedClient, database: Path) -> None:
    (record,) = pages.answer(f"/v1/occupations/{ALONE}/projections?release=ooh-2024-34")["data"]
    source = (database.parent / "kite-makers.html").read_text(encoding="utf-8").split("\n")
    place = record["provenance"]
    assert (record["annual_openings"], record["base_employment"]) == (1_200, 12_300)
    assert "about 1,200 openings" in source[place["document_line"] - 1]
    assert "<td>12,300</td>" in source[place["row"] - 1]
    assert place["row"] != place["document_line"]


def test_no_filter_or_order_brings_a_figure_of_several_back(pages: CheckedClient) -> None:
    for query in ("min_base_employment=1300000", f"soc_code={FIRST}", "sort=-base_employment"):
        found = pages.answer(f"/v1/projections?program=ooh&{query}")["data"]
        assert all(record["base_employment"] != 1_300_000 for record in found)
    for query in ("min_employment=1300000", f"soc_code={FIRST}", "sort=-employment"):
        found = pages.answer(f"/v1/employment?program=ooh&{query}")["data"]
        assert all(record["employment"] != 1_300_000 for record in found)


@pytest.mark.parametrize("code", TOGETHER)
def test_a_glance_and_a_summary_have_only_figures_of_the_code(pages: CheckedClient, code: str) -> None:
    glance = pages.answer(f"/v1/occupations/{code}")["data"]
    assert glance["employment"]["employment"] == {FIRST: 1_200_300, SECOND: 99_700}[code]
    assert glance["entry_education"] is None
    listed = pages.answer("/v1/occupations?q=makers&limit=100")["data"]
    assert all(record["entry_education"] is None for record in listed if record["soc_code"] == code)


def test_paging_through_a_list_of_two_kinds_neither_loses_nor_repeats(pages: CheckedClient) -> None:
    for path in (f"/v1/occupations/{FIRST}/projections", "/v1/certifications", f"/v1/occupations/{SECOND}/employment"):
        whole = pages.answer(f"{path}?program=ooh&limit=500")["data"]
        url, found = f"{path}?program=ooh&limit=1", []
        while url:
            answer = pages.answer(url)
            found += answer["data"]
            url = answer["page"]["next"]
        assert found == whole


def test_only_the_page_that_was_cited_is_a_source(pages: CheckedClient) -> None:
    for path in ("contacts", "profile", "related", "employment", "preparation"):
        answer = pages.answer(f"/v1/occupations/{FIRST}/{path}?program=ooh")
        files = {file["name"] for source in answer["sources"] for part in source["parts"] for file in part["files"]}
        assert files == {"kite-and-balloon-makers.html"}, path


# Columns that are keys of the database, that the name of a list tells, or that a record of another name repeats.
_INTERNAL = {"statement_id", "part_id", "sheet_id", "profile", "detail_origin", "specialty_origin", "code_origin"}
_RENAMED = {
    "row_number": "row",
    "outlook_category": "category",
    "outlook_label": "label",
    "compared_with_title": "title",
    "issuer": "issued_by",
    "related_url": "publisher_url",
    "detail_origin_basis": "curated",
    "group_document_line": "document_line",
}
PLACES = {
    "handbook_employment": ("employment",),
    "largest_employer": ("employment/by-industry",),
    "handbook_wage": ("wages", "wages/by-industry"),
    "projection": ("projections",),
    "certification": ("certifications",),
    "education_path": ("preparation",),
    "quality": ("characteristics",),
    "duty": ("characteristics", "profile"),
    "contact": ("contacts",),
    "related_occupation": ("related",),
    "other_title": ("profile",),
    "profile_section": ("profile",),
    "profile_link": ("profile",),
    "profile_image": ("profile",),
    "profile_comparison": ("profile",),
    "quick_facts": ("profile", "preparation"),
    "handbook_profile": ("profile",),
    "profile_coverage": ("profile",),
}
_OTHER_NAMES = {
    ("largest_employer", "position"): "rank",
    ("quick_facts", "outlook_category"): "outlook_category",
    ("quick_facts", "outlook_label"): "outlook_label",
    ("contact", "url"): "link_url",
    ("handbook_profile", "profile"): "profile",
}
# What tells the order of rows only, and is told by the order of the records.
_ORDER = {("handbook_wage", "position")}


def leaves(content: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every plain value in an answer, with the name of its field."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key == "qualifiers":
                yield from ((f"{measure}_qualifier", qualifier) for measure, qualifier in value.items())
            yield from leaves(value, key)
    elif isinstance(content, list):
        for value in content:
            yield from leaves(value, name)
    else:
        yield name, content


@pytest.mark.parametrize("name", sorted(PLACES))
def test_every_column_that_a_page_fills_comes_out(pages: CheckedClient, database: Path, name: str) -> None:
    served: dict[str, set[Any]] = {}
    for code in (ALONE, *TOGETHER):
        for path in PLACES[name]:
            answer = pages.answer(f"/v1/occupations/{code}/{path}?release=ooh-2024-34")
            for field, value in leaves(answer["data"]):
                served.setdefault(field, set()).add(value)
    rows = stored(database, metadata.tables[name])
    assert rows
    for column in metadata.tables[name].c.keys():  # noqa: SIM118 -- a collection of columns, not a dict
        if (name, column) in _ORDER or (column in _INTERNAL and (name, column) not in _OTHER_NAMES):
            continue
        field = _OTHER_NAMES.get((name, column), _RENAMED.get(column, column))
        values = {row[column] for row in rows} - {None, ""}
        plain = {
            float(value) if isinstance(value, Decimal) else value for value in values if not isinstance(value, tuple)
        }
        missing = plain - served.get(field, set())
        assert not missing, (name, column, field, sorted(map(str, missing))[:3])


def test_every_table_of_the_handbook_has_its_place(database: Path) -> None:
    filled = {name for name, table in metadata.tables.items() if "profile" in table.c and stored(database, table)}
    assert filled == set(PLACES)


def test_cells_without_a_figure_are_loaded_and_served_without_one(small_database: Path, tmp_path: Path) -> None:
    html = WITH_ALL.html().replace(FIRST, ALONE)
    for old, new in (("$43,210", "—"), ("41%", "Less than 1%"), (">11,800<", ">N/A<"), ("<span>-1%", "<span>—")):
        assert old in html
        html = html.replace(old, new)
    path = with_pages(small_database, tmp_path, {"kite-makers.html": html})
    with CheckedClient(create_app(Settings(database_url=f"sqlite:///{path}"))) as client:
        found = {
            name: client.answer(f"/v1/occupations/{ALONE}/{name}?release=ooh-2024-34")["data"]
            for name in ("wages/by-industry", "employment/by-industry", "projections", "profile")
        }
    assert [record["annual_median"] for record in found["wages/by-industry"]] == [None, 39990]
    assert found["wages/by-industry"][0]["qualifiers"]["annual_median"] == "not_applicable"
    assert [record["industry_label"] for record in found["employment/by-industry"]] == ["Self-employed workers"]
    (projection,) = found["projections"]
    assert (projection["base_employment"], projection["projected_employment"]) == (12_300, None)
    assert projection["qualifiers"]["projected_employment"] == "not_applicable"
    assert [bar["employment_change_percent"] for bar in found["profile"]["comparisons"]] == [None, None]
