"""The questions of `docs/questions.md`: each is one request, and is answered where what it needs is loaded."""

import shutil
from collections.abc import Iterator

import pytest

from app.config import Settings
from app.main import create_app
from tests.checked_client import CheckedClient
from tests.docs.documents import ROOT
from tests.loading import run_in_process
from tests.publisher_files import publisher_file

_DOCUMENT = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
QUESTIONS = [line for line in _DOCUMENT.splitlines() if line.startswith("/v1/")]
# What the seed answers by itself, and what needs a file of the publishers that is not among the tests'.
_OF_THE_SEED = ("by-area", "/v1/employment?area_code=TX", "29-2071", "/v1/wages?area_code=US")
_OF_OTHER_FILES = ("by-industry",)


@pytest.fixture(scope="module")
def illustrated(illustrated_url: str) -> Iterator[CheckedClient]:
    """Asks of small releases of every kind."""
    application = create_app(Settings(database_url=illustrated_url))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, database_url: str) -> Iterator[CheckedClient]:
    """Asks of the publishers' files beside the seed."""
    names = ("classifications", "ep/2024-34", "ooh", "oews/oesm18nat.zip", "oews/national_M2022_dl.xlsx")
    files = [publisher_file(name) for name in (*names, "onet/db_30_1_text.zip")]
    path = tmp_path_factory.mktemp("published") / "occupations.sqlite3"
    shutil.copy(database_url.removeprefix("sqlite:///"), path)
    assert run_in_process(path, "load", "--no-archive", *files).code in {0, 4}
    application = create_app(Settings(database_url=f"sqlite:///{path}"))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


def test_there_are_fifteen_questions() -> None:
    assert len(QUESTIONS) == len(set(QUESTIONS)) == 15


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_is_one_request(illustrated: CheckedClient, question: str) -> None:
    answer = illustrated.get(question)
    assert answer.status_code == 200, answer.text
    assert "csv" in question or answer.json()["data"] or answer.json()["absence"]


@pytest.mark.parametrize("question", [one for one in QUESTIONS if any(part in one for part in _OF_THE_SEED)])
def test_the_seed_answers_some(client: CheckedClient, question: str) -> None:
    answer = client.get(question)
    assert answer.text.count("\n") > 800 if "csv" in question else answer.json()["data"]


@pytest.mark.slow
@pytest.mark.parametrize("question", [one for one in QUESTIONS if not any(part in one for part in _OF_OTHER_FILES)])
def test_the_publishers_files_answer_the_others(published: CheckedClient, question: str) -> None:
    answer = published.get(question)
    assert answer.text.count("\n") > 800 if "csv" in question else answer.json()["data"]
