"""`explain=true`: from every figure to the cell that it was read from, whose text gives it by the rule that is named.

The rules are applied again here, by a reader of this test's own, to the texts that the answer shows.
"""

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from app.config import Settings
from app.domain.measures import MEASURES, RATING_MEASURES
from app.main import create_app
from app.store import kept_rows
from tests.checked_client import CheckedClient
from tests.every_path import ILLUSTRATED, PATHS, parameters
from tests.loading import nation, run_in_process
from tests.onet_release import write_classifications, write_release
from tests.publisher_files import publisher_file
from tests.small_rounds import write_rounds

FLAGGED = {"A_PCT90": "#", "H_PCT90": "#", "A_PCT10": "*", "TOT_EMP": "**", "A_MEAN": "1,234,560", "H_MEAN": "593.54"}
FIGURES = frozenset(MEASURES) | frozenset(RATING_MEASURES)
EXPLAINED = sorted({ILLUSTRATED[template] for template in PATHS if "explain" in parameters(template)})


def number(text: str) -> float:
    """The number that a cell writes."""
    return float(re.sub("[\u2010-\u2015\u2212]", "-", text.strip()).replace(",", "").removeprefix("$").rstrip("%"))


def printed(value: float) -> tuple[str, ...]:
    """How a page may print a figure."""
    return f"{value:,}", f"{value:g}", f"{value / 1e6:g} million"


NONE_PUBLISHED = frozenset({"", "-", "--", "\u2014", "n/a", "na"})
# What each rule says of a cell's text and the value that is served of it.
RULES: dict[str, Callable[[str, Any], bool]] = {
    **dict.fromkeys(("number", "dollars", "dollars_and_cents"), lambda raw, value: number(raw) == value),
    "thousands": lambda raw, value: abs(number(raw) * 1_000 - value) < 1e-6,
    "bound": lambda raw, value: raw == "#" or f"{value:,}" in raw,
    "withheld": lambda raw, value: value is None and raw in {"*", "**"},
    "below_half_percent": lambda raw, value: (raw, value) == ("~", None),
    "paid_otherwise": lambda raw, value: value is None and raw in {"*", ""},
    "none_published": lambda raw, value: value is None and raw.strip().lower() in NONE_PUBLISHED,
    "read_from_text": lambda raw, value: any(shown in raw for shown in printed(value)),
}


def records(content: Any) -> Iterator[dict[str, Any]]:
    """Every record in an answer that says where it was read."""
    if isinstance(content, dict):
        if isinstance(content.get("provenance"), dict):
            yield content
        for name, part in content.items():
            if name != "provenance":
                yield from records(part)
    elif isinstance(content, list):
        for part in content:
            yield from records(part)


def explained_figures(record: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The measures of a record, each with how it came to be; one without an explanation is a fault."""
    fields = record["provenance"]["explanation"]["fields"]
    for name in FIGURES & record.keys():
        if not isinstance(record[name], dict | None) or name in record.get("qualifiers", {}):
            yield name, fields[name]


def wrong_figures(body: dict[str, Any]) -> tuple[int, list[Any]]:
    """How many figures of an answer are explained by a cell, and those that their cell does not give."""
    seen, wrong = 0, []
    for record in records(body["data"]):
        for name, field in explained_figures(record):
            if field["rule"] in {"no_column", "not_a_cell"} or (record[name] is None and field["raw"] is None):
                continue
            seen += 1
            if field["raw"] is None or not RULES[field["rule"]](field["raw"], record[name]):
                wrong.append((name, record[name], field))
    return seen, wrong


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory, database_url: str) -> Iterator[tuple[CheckedClient, Path]]:
    """An application over releases whose files were kept when they were loaded, and the folder of these files."""
    folder = tmp_path_factory.mktemp("explained")
    database = folder / "occupations.sqlite3"
    shutil.copy(database_url.removeprefix("sqlite:///"), database)
    written = (nation(folder, **FLAGGED), write_release(folder, "30.1"), *write_classifications(folder))
    assert run_in_process(database, "load", *written, *write_rounds(folder / "rounds")).code == 0
    application = create_app(Settings(database_url=f"sqlite:///{database}"))
    with CheckedClient(application) as client:
        yield client, folder
    application.state.database.close()


def fields_of(client: CheckedClient, url: str) -> dict[str, Any]:
    """The explained fields of the first record of a list."""
    fields: dict[str, Any] = client.answer(url)["data"][0]["provenance"]["explanation"]["fields"]
    return fields


WAGES = "/v1/occupations/29-2072/wages?release=oews-2024-05&explain=true"


def test_markers_lead_to_their_cells_and_to_what_they_stand_for(archived: tuple[CheckedClient, Path]) -> None:
    client, folder = archived
    record = client.answer(WAGES)["data"][0]
    explanation = record["provenance"]["explanation"]
    (row,) = explanation["rows"]
    file = folder / "national_M2024_dl.csv"
    assert row["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (row["file"], row["row"], row["revision"], row["part"]) == (file.name, 2, 1, "nation")
    fields = explanation["fields"]
    assert (record["annual_p90"], fields["annual_p90"]["raw"], fields["annual_p90"]["rule"]) == (239_200, "#", "bound")
    assert "$239,200 per year" in fields["annual_p90"]["meaning"]
    assert "$115.00 per hour" in fields["hourly_p90"]["meaning"]
    assert (fields["annual_p10"]["raw"], fields["annual_p10"]["rule"]) == ("*", "withheld")
    assert (fields["annual_mean"]["raw"], fields["annual_mean"]["rule"]) == ("1,234,560", "dollars")
    header = file.read_text("utf-8").splitlines()[0].split(",")
    for field in (fields["annual_p90"], fields["annual_p10"], fields["title"], fields["area_code"]):
        assert header[int(field["column"]) - 1] == field["header"]
    withheld = fields_of(client, WAGES.replace("wages", "employment"))["employment"]
    assert (withheld["raw"], withheld["rule"], withheld["header"]) == ("**", "withheld", "TOT_EMP")


@pytest.mark.parametrize("path", EXPLAINED)
def test_each_figure_is_what_its_rule_makes_of_its_cell(archived: tuple[CheckedClient, Path], path: str) -> None:
    client, _ = archived
    body = client.answer(f"{path}?explain=true")
    seen, wrong = wrong_figures(body)
    assert wrong == []
    figures = (record[name] for record in records(body["data"]) for name in FIGURES & record.keys())
    assert seen or all(isinstance(figure, dict | None) for figure in figures)
    for record in records(body["data"]):
        assert [row["unread"] for row in record["provenance"]["explanation"]["rows"]] != []
        assert all(row["unread"] is None for row in record["provenance"]["explanation"]["rows"])


def test_thousands_and_flags_are_told_by_their_columns(archived: tuple[CheckedClient, Path]) -> None:
    client, _ = archived
    url = "/v1/occupations/11-1011/projections?program=ep&explain=true"
    record = client.answer(url)["data"][0]
    fields = record["provenance"]["explanation"]["fields"]
    assert fields["base_employment"]["rule"] == "thousands"
    assert fields["base_employment"]["column"].isalpha()
    assert "derived.employment_change_percent" in fields
    derived = fields["derived.employment_change_percent"]
    assert (derived["rule"], derived["formula"]) == ("computed", record["derived"]["formula"])
    names = ("base_employment", "projected_employment")
    assert derived["inputs"] == {name: record[name] for name in names}
    rating = fields_of(client, "/v1/occupations/29-2072/skills?sort=value&explain=true")
    assert (rating["not_relevant"]["raw"], rating["not_relevant"]["rule"]) == ("Y", "flag")
    assert (rating["date"]["raw"], rating["date"]["rule"]) == ("08/2023", "month")


def test_nothing_is_explained_unless_it_is_asked_for(client: CheckedClient) -> None:
    for asked in ("", "?explain=false"):
        record = client.answer(f"/v1/occupations/29-2072/wages{asked}")["data"][0]
        assert "explanation" not in record["provenance"]


def test_a_file_that_was_not_kept_is_named_with_column_and_rule(onet_client: CheckedClient) -> None:
    record = onet_client.answer("/v1/occupations/29-2072/skills?explain=true")["data"][0]
    explanation = record["provenance"]["explanation"]
    assert "not kept" in explanation["rows"][0]["unread"]
    field = explanation["fields"]["value"]
    assert (field["header"], field["rule"], field["raw"], field["column"]) == ("Data Value", "number", None, None)


def test_a_kept_file_that_is_damaged_is_told(archived: tuple[CheckedClient, Path], tmp_path: Path) -> None:
    _, folder = archived
    shutil.copytree(folder / "occupations-files", tmp_path / "files", ignore=shutil.ignore_patterns("rows"))
    for kept in (tmp_path / "files").rglob("*.gz"):
        kept.write_bytes(b"damaged")
    url = f"sqlite:///{folder / 'occupations.sqlite3'}"
    application = create_app(Settings(database_url=url, archive_directory=tmp_path / "files"))
    with CheckedClient(application) as client:
        row = client.answer(WAGES)["data"][0]["provenance"]["explanation"]["rows"][0]
        assert "not those that were loaded" in row["unread"]
    application.state.database.close()


def test_a_folder_that_cannot_be_written_is_no_hindrance(archived: tuple[CheckedClient, Path], tmp_path: Path) -> None:
    _, folder = archived
    shutil.copytree(folder / "occupations-files", tmp_path / "files", ignore=shutil.ignore_patterns("rows"))
    # Root may write into any folder: a file in its place stops it as well.
    (tmp_path / "files" / "rows").write_text("")
    url = f"sqlite:///{folder / 'occupations.sqlite3'}"
    application = create_app(Settings(database_url=url, archive_directory=tmp_path / "files"))
    with CheckedClient(application) as client:
        assert fields_of(client, WAGES)["annual_p90"]["raw"] == "#"
    application.state.database.close()


def test_a_large_file_is_read_in_a_process_of_its_own(
    archived: tuple[CheckedClient, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, folder = archived
    shutil.copytree(folder / "occupations-files", tmp_path / "files", ignore=shutil.ignore_patterns("rows"))
    monkeypatch.setattr(kept_rows, "_LARGE", 0)
    url = f"sqlite:///{folder / 'occupations.sqlite3'}"
    application = create_app(Settings(database_url=url, archive_directory=tmp_path / "files"))
    with CheckedClient(application) as client:
        assert fields_of(client, WAGES)["annual_p90"]["raw"] == "#"
        monkeypatch.undo()
        # What was put on the shelf is there the next time.
        assert len(list((tmp_path / "files" / "rows").iterdir())) == 1
        assert fields_of(client, WAGES)["annual_p90"]["raw"] == "#"
    application.state.database.close()


def test_a_page_that_is_explained_has_fifty_records_at_most(client: CheckedClient) -> None:
    refused = client.get("/v1/wages?limit=51&explain=true")
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["allowed"] == "at most 50 with explain=true"
    assert len(client.answer("/v1/wages?limit=50&explain=true")["data"]) == 50


def test_only_some_answers_are_explained_at_once(client: CheckedClient, app: FastAPI) -> None:
    free = app.state.explainer._free
    taken = 0
    while free.acquire(blocking=False):
        taken += 1
    try:
        busy = client.get("/v1/occupations/29-2072/wages?explain=true")
        assert (busy.status_code, busy.json()["type"]) == (503, "/problems/busy")
        assert busy.headers["retry-after"] == "2"
        assert client.get("/v1/occupations/29-2072/wages").status_code == 200
    finally:
        for _ in range(taken):
            free.release()
    assert client.get("/v1/occupations/29-2072/wages?explain=true").status_code == 200


def test_an_explanation_is_not_kept_for_good(client: CheckedClient) -> None:
    url = "/v1/occupations/29-2072/wages?release=oews-2025-05.r1"
    assert "immutable" in client.get(url).headers["cache-control"]
    assert "immutable" not in client.get(f"{url}&explain=true").headers["cache-control"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("oews/oesm18nat.zip", "/v1/wages?release=oews-2018-05&sort=-annual_p90"),
        ("oews/oesm10nat.zip", "/v1/employment?release=oews-2010-05"),
        ("oews/natsector_M2023_dl.xlsx", "/v1/employment?release=oews-2023-05&sort=-soc_code"),
        ("ep/2024-34", "/v1/projections?release=ep-2024-34"),
        ("ooh", "/v1/wages?release=ooh-2024-34"),
        ("ooh", "/v1/employment?release=ooh-2024-34"),
    ],
)
def test_figures_of_the_publishers_own_files_are_what_their_cells_say(file: str, path: str, tmp_path: Path) -> None:
    database = tmp_path / "occupations.sqlite3"
    assert run_in_process(database, "load", publisher_file(file)).code in {0, 4}
    application = create_app(Settings(database_url=f"sqlite:///{database}"))
    with CheckedClient(application) as client:
        seen, wrong = wrong_figures(client.answer(f"{path}&explain=true"))
    application.state.database.close()
    assert seen >= 50
    assert wrong == []
