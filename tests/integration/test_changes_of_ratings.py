"""What differs between the ratings of two O*NET releases."""

from collections.abc import Iterator
from typing import Any

import pytest

from app.api.cursors import encode_cursor, fingerprint
from app.config import Settings
from app.main import create_app
from app.queries.compared_ratings import _of_part
from app.store.engine import create_writer
from tests.checked_client import CheckedClient
from tests.migrated import migrated_writer
from tests.onet_release import FILES, load, write_release
from tests.walking import pages, records

URL = "/v1/releases/onet-29.0/changes"
# The earlier release: a value of its own, an element and a category that the later one lacks, and no work activities.
EARLIER = {
    **FILES,
    "Skills": (
        *(row.replace("|IM|4.12|8|", "|IM|4.00|7|") for row in FILES["Skills"]),
        "29-2072.00|2.B.3.a|Repairing|IM|1.25|8|0.1637|1.0000|1.5700|N|n/a|08/2023|Analyst",
    ),
}
Values = dict[tuple[Any, ...], float | None]


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CheckedClient]:
    """Asks an application over two small releases of O*NET."""
    folder = tmp_path_factory.mktemp("ratings")
    writer = migrated_writer(folder / "occupations.sqlite3")
    (folder / "workspace").mkdir()
    earlier = write_release(folder, "29.0", EARLIER, lacking=["Work Activities"])
    load(writer, [earlier, write_release(folder, "30.1")], folder / "workspace")
    writer.dispose()
    application = create_app(Settings(database_url=f"sqlite:///{folder / 'occupations.sqlite3'}"))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


def values_in(files: dict[str, tuple[str, ...]]) -> Values:
    """The values of all ratings in the files, by code, element, scale and category."""
    found: Values = {}
    for name, (header, *rows) in files.items():
        fields = header.split("|")
        if "Data Value" not in fields or "Element ID" not in fields or name == "Work Activities":
            continue
        for row in rows:
            cells = dict(zip(fields, row.split("|"), strict=True))
            category = cells.get("Category", "n/a")
            key = (cells["O*NET-SOC Code"], cells["Element ID"], cells["Scale ID"])
            found[*key, None if category == "n/a" else int(category)] = float(cells["Data Value"])
    return found


def test_every_value_that_differs_is_told_and_no_other(asking: CheckedClient) -> None:
    before, after = values_in(EARLIER), values_in(FILES)
    assert len(after) > 10
    differing = {key: (before.get(key), after.get(key)) for key in before | after if before.get(key) != after.get(key)}
    assert len(differing) == 2
    found = records(asking, f"{URL}?measure=value")
    key = ("onet_soc_code", "element_id", "scale_id", "category")
    assert {
        tuple(record[name] for name in key): (record["from_value"], record["to_value"]) for record in found
    } == differing


def test_a_changed_rating_has_both_values_and_both_places(asking: CheckedClient) -> None:
    answer = asking.answer(f"{URL}?soc_code=29-2072&element_id=2.A.1.a&scale_id=IM")
    assert [(record["measure"], record["from_value"], record["to_value"]) for record in answer["data"]] == [
        ("value", 4.0, 4.12),
        ("n", 7, 8),
    ]
    record = answer["data"][0]
    assert (record["kind"], record["title"], record["element_name"]) == (
        "changed",
        "Medical Records Specialists",
        "Reading",
    )
    assert (record["from_cell"]["provenance"]["file"], record["to_cell"]["source"]) == ("Skills.txt", "onet-30.1")
    assert [source["release"] for source in answer["sources"]] == ["onet-29.0", "onet-30.1"]
    assert "O*NET" in answer["sources"][0]["attribution"]


def test_a_rating_of_the_earlier_release_alone_is_gone(asking: CheckedClient) -> None:
    (record,) = records(asking, f"{URL}?kind=gone&measure=value")
    assert (record["element_id"], record["from_value"], record["to_value"]) == ("2.B.3.a", 1.25, None)
    assert record["to_cell"] is None


def test_a_file_that_one_release_lacks_is_not_compared(asking: CheckedClient) -> None:
    answer = asking.answer(f"{URL}?onet_soc_code=29-2072.00&element_id=4.A.3.b.6")
    assert (answer["data"], answer["to"]["not_compared"]) == ([], ["work-activities"])


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_pages_hold_each_change_once(asking: CheckedClient, limit: int) -> None:
    whole = records(asking, f"{URL}?limit=1000")
    walked = [record for page in pages(asking, f"{URL}?limit={limit}") for record in page["data"]]
    assert walked == whole
    assert len(whole) > 5


@pytest.mark.parametrize("edition", ["2010", "2018"])
def test_the_edition_of_the_codes_is_that_of_the_release(asking: CheckedClient, edition: str) -> None:
    assert bool(records(asking, f"{URL}?soc_vintage={edition}")) is (edition == "2018")


@pytest.mark.parametrize(
    ("release", "query", "named"),
    [
        ("onet-29.0", "area_code=TX", "area_code 48"),
        ("onet-29.0", "measure=annual_median", "measure annual_median"),
        ("onet-29.0", "row_type=summary", "row_type summary"),
    ],
)
def test_what_no_rating_has_is_said_so(asking: CheckedClient, release: str, query: str, named: str) -> None:
    answer = asking.answer(f"/v1/releases/{release}/changes?{query}")
    assert (answer["data"], answer["absence"]["reason"]) == ([], "not_applicable")
    assert named in answer["absence"]["detail"]


def test_what_all_ratings_are_about_keeps_them(asking: CheckedClient) -> None:
    everything = records(asking, URL)
    assert records(asking, f"{URL}?area_code=US&industry_code=000000&level=detailed") == everything


@pytest.mark.parametrize(
    "start",
    [("29-2072.00", "2.A.1.a", "IM", 2**62, 0), ("29\0", "2", "IM", 0, 0), ("29", "2", "IM", "0", 0), ("29", 0)],
)
def test_a_cursor_that_no_row_can_have_is_refused(asking: CheckedClient, start: tuple[str | int, ...]) -> None:
    revision = asking.answer("/health/ready")["data_revision"]
    forged = encode_cursor(fingerprint(URL, []), revision, start)
    asking.problem(f"{URL}?cursor={forged}", 400, "invalid-cursor")


def test_a_part_is_read_by_an_index(onet_url: str) -> None:
    for keys in ((), (("soc_code", 1),), (("onet_soc_code", 1), ("element_id", 1))):
        statement = _of_part((keys, (), ("value",), True))
        engine = create_writer(onet_url)
        with engine.connect() as connection:
            compiled = str(statement.compile(engine, compile_kwargs={"render_postcompile": True}))
            asked = tuple("x" for _ in range(compiled.count("?")))
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", asked)]
        engine.dispose()
        assert plan
        assert not [step for step in plan if step.startswith("SCAN")]
