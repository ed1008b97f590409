"""O*NET from 30.3 on: files of other names and headers say what their like said before."""

import shutil
from collections.abc import Iterator

import pytest

from app.config import Settings
from app.main import create_app
from tests.checked_client import CheckedClient
from tests.loading import run_in_process
from tests.onet_release import RENAMED_FILES, write_release

MEDICAL = "/v1/occupations/29-2072"


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory, onet_url: str) -> Iterator[CheckedClient]:
    """The release of 30.1 in the layout of its time, and 31.0 beside it."""
    folder = tmp_path_factory.mktemp("renamed")
    database = folder / "renamed.sqlite3"
    shutil.copy(onet_url.removeprefix("sqlite:///"), database)
    release = write_release(folder, "31.0", RENAMED_FILES)
    # The same bytes in two releases are one file to a load.
    for file in release.iterdir():
        file.write_bytes(file.read_bytes().replace(b"\r\n", b"\n"))
    said = run_in_process(database, "load", release)
    assert (said.code, said.err.count("no publication")) == (0, 0), said.err
    assert "onet-31.0 is loaded in part: it lacks abilities, work-styles, education-training-experience" in said.err
    assert run_in_process(database, "verify", release).code == 0
    application = create_app(Settings(database_url=f"sqlite:///{database}"))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


def test_job_titles_are_alternate_titles(renamed: CheckedClient) -> None:
    (title,) = renamed.answer(f"{MEDICAL}/titles", kind="alternate", release="onet-31.0")["data"]
    assert (title["other_title"], title["short_title"]) == ("Health Information Technician", "HIT")


def test_software_stands_under_elements_and_older_technology_under_commodities(renamed: CheckedClient) -> None:
    own = renamed.answer(f"{MEDICAL}/technology")["data"]
    assert [(one["example"], one["element_id"], one["element_name"], one["in_demand"]) for one in own] == [
        ("Acme Codebook", "2.E.1.a", "Query software", True),
        ("Acme Codebook", "2.E.1.b", "Medical software", False),
    ]
    assert {one["source"] for one in own} == {"onet-31.0"}
    assert {(one["commodity_code"], one["commodity_title"], one["commodity"]) for one in own} == {(None, None, None)}
    older = renamed.answer(f"{MEDICAL}/technology", release="onet-30.1", example="Codebook")["data"]
    assert [(one["commodity_code"], one["element_id"]) for one in older] == [("43232306", None)]


@pytest.mark.parametrize("asked", [{"commodity": "medical software"}, {"element_id": "2.E.1.b"}])
def test_software_is_found_by_its_kind(renamed: CheckedClient, asked: dict[str, str]) -> None:
    found = renamed.answer("/v1/technology", **asked)["data"]
    assert [(one["soc_code"], one["element_name"]) for one in found] == [("29-2072", "Medical software")]


def test_tasks_keep_their_activities(renamed: CheckedClient) -> None:
    tasks = renamed.answer(f"{MEDICAL}/tasks", release="onet-31.0")["data"]
    (activity,) = next(one["activities"] for one in tasks if one["task_id"] == 7)
    assert activity["detailed_activity_title"] == "Enter codes into records."
    assert activity["intermediate_activity_title"] == "Keep records."


def test_skills_of_both_files_are_one_list(renamed: CheckedClient) -> None:
    found = renamed.answer(f"{MEDICAL}/skills", release="onet-31.0")["data"]
    assert {one["element_id"] for one in found} == {"2.A.1.a", "2.B.1.a"}
