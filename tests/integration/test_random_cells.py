"""All the publishers' files loaded as the command loads them, and what the API then answers against the raw files.

Cells are drawn at random from each file, read by another route than the readers' (`tests/raw_cells`), and have to be
answered with value, qualifier and place. The seed of the draw is printed with the run; OCCUPATIONS_TEST_DRAW sets it.
The files are loaded once, in this module, which takes most of its time.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from random import Random

import pytest

from app.config import Settings
from app.main import create_app
from app.sources.finding import find_files
from app.sources.recognition import ReadOptions
from app.store.engine import create_writer
from app.store.loads import LoadOptions, load_files, sort_files
from app.store.migrate import migrate
from tests.checked_client import CheckedClient
from tests.publisher_files import DRAW, publisher_file
from tests.raw_cells import READERS, Cell, RawFile, check, onet, ooh

pytestmark = pytest.mark.slow

# Of each file. An archive of many files counts as many.
CELLS = 16
_MORE = {ooh.PAGES: 64, **dict.fromkeys(onet.FILES, 48), "oews/oesm13st.zip": 32, "oews/natsector_M2023_dl.xlsx": 32}
PROGRAMS = ("oews", "ep", "ooh", "onet", "classifications")


def drawn_of(name: str) -> int:
    """How many cells are drawn of a file."""
    return _MORE.get(name, CELLS)


@dataclass
class Publications:
    """Everything loaded: a client that asks for it, and the database to count in."""

    client: CheckedClient
    database: Path

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """The rows of a query that the application has no part in."""
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(sql, values).fetchall()

    @cached_property
    def _row_numbers(self) -> dict[object, set[object]]:
        """The numbers of the rows of every sheet that something is stored of."""
        with_rows = (
            "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
            " WHERE c.name IN ('sheet_id', 'row_number') GROUP BY 1 HAVING count(*) = 2"
        )
        numbers: defaultdict[object, set[object]] = defaultdict(set)
        for (table,) in self.rows(with_rows):
            for sheet, number in self.rows(f"SELECT sheet_id, row_number FROM {table}"):
                numbers[sheet].add(number)
        return numbers

    def stored(self, release: str, file: str, sheet: str | None) -> set[object]:
        """The numbers of the rows of a sheet that something is stored of."""
        ((key,),) = self.rows(
            "SELECT sheet_id FROM source_sheet JOIN source_file USING (file_id) JOIN part_file USING (file_id)"
            " JOIN part USING (part_id) WHERE release = ? AND name = ? AND sheet IS ?",
            release,
            file,
            sheet,
        )
        return self._row_numbers[key]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publications]:
    """A database with all the given files, and nothing else."""
    folders = [publisher_file(program) for program in PROGRAMS]
    own = tmp_path_factory.mktemp("publications")
    (own / "workspace").mkdir()
    database = own / "occupations.sqlite3"
    writer = create_writer(f"sqlite:///{database}")
    migrate(writer)
    found = sort_files(find_files(folders, own / "workspace"), ReadOptions())
    assert not found.unknown
    load_files(writer, found.known, LoadOptions(), lambda _part, _rows: None, lambda: None)
    writer.dispose()
    app = create_app(Settings(database_url=f"sqlite:///{database}"))
    with CheckedClient(app) as client:
        yield Publications(client, database)
    app.state.database.close()


Published = Callable[[str], Publications]


@pytest.fixture
def published(request: pytest.FixtureRequest) -> Published:
    """Everything loaded, for a test that says which files it is about, so that it counts as a test of their program."""

    def of(name: str) -> Publications:
        publisher_file(name)
        found: Publications = request.getfixturevalue("everything")
        return found

    return of


@pytest.fixture(params=READERS)
def name(request: pytest.FixtureRequest) -> str:
    """A file of the publishers'."""
    return str(request.param)


@cache
def raw(name: str) -> RawFile:
    """What was read of a file by another route."""
    return READERS[name](name)


def drawn(name: str) -> list[Cell]:
    """The cells of a file that the draw falls on."""
    cells, chance = raw(name).cells, Random(f"{DRAW} {name}")
    return [cells[chance.randrange(len(cells))] for _ in range(drawn_of(name))]


def test_at_least_300_cells_are_drawn_of_all_programs() -> None:
    assert sum(map(drawn_of, READERS)) >= 300
    assert {name.partition("/")[0] for name in READERS} == set(PROGRAMS)


def test_cells_drawn_at_random_are_answered_as_they_stand(name: str, published: Published) -> None:
    client = published(name).client
    wrong = []
    for cell in drawn(name):
        try:
            check(client, cell)
        except AssertionError as error:
            wrong.append(str(error)[:500])
    assert not wrong, f"{len(wrong)} of {drawn_of(name)} (OCCUPATIONS_TEST_DRAW={DRAW}): {wrong[:5]}"


def test_no_row_is_lost_and_none_is_made_up(name: str, published: Published) -> None:
    publications, read = published(name), raw(name)
    for (file, sheet), rows in read.rows.items():
        stored = publications.stored(read.release, file, sheet)
        assert not rows - stored, (file, sheet, "lost", sorted(rows - stored)[:5])
        if read.whole:
            assert not stored - rows, (file, sheet, "made up", sorted(stored - rows)[:5])


# --- What the lists make of them --------------------------------------------------------------------------------------


def test_one_record_for_each_occupation_and_round(published: Published) -> None:
    """Though two workbooks of the round have most of them."""
    publications = published("ep/2024-34")
    records, path = [], "/v1/projections?release=ep-2024-34&limit=1000"
    while path:
        body = publications.client.answer(path)
        records += body["data"]
        path = body["page"]["next"]
    assert len(records) == len({(r["soc_code"], r["soc_vintage"]) for r in records}) == 1113
    assert {r["row_type"] for r in records} == {"line_item", "summary"}
    assert any(len(r["read_from"]) > 3 for r in records)


def test_the_occupation_of_the_seed_in_2018(published: Published) -> None:
    publications = published("ep/2018-28")
    (record,) = publications.client.answer("/v1/occupations/29-2071/projections?release=ep-2018-28")["data"]
    assert (record["base_employment"], record["projected_employment"]) == (215_500, 238_600)
    assert record["employment_change_percent"] == 10.7


def test_the_newest_release_of_onet_says_that_its_skills_are_not_here(published: Published) -> None:
    publications = published("onet")
    absence = publications.client.answer("/v1/occupations/29-1141/skills?release=onet-30.1")["absence"]
    assert (absence["reason"], "`skills`" in absence["detail"]) == ("not_loaded", True)
    assert absence["nearest"][0]["url"] == "/v1/occupations/29-1141/skills?release=onet-29.0"


def test_which_occupations_ask_for_terraform(published: Published) -> None:
    publications = published("onet")
    rows = onet.lines_of("onet/db_30_1_text.zip")["Technology Skills.txt"]
    expected = sorted(row[0] for row in rows[1:] if "terraform" in row[1].lower().split())
    answer = publications.client.answer("/v1/technology?example=Terraform")
    assert sorted(record["onet_soc_code"] for record in answer["data"]) == expected
    assert len(expected) > 5


def test_a_page_of_the_handbook_answers_for_each_of_its_codes(published: Published) -> None:
    publications = published("ooh")
    for page in Random(DRAW).sample(ooh.ordinary(), 15):
        for code in ooh.codes_of(ooh.sources()[page]):
            facts = publications.client.answer(f"/v1/occupations/{code}/profile?program=ooh")["data"]["quick_facts"]
            assert facts is not None, (page, code, DRAW)


def test_the_handbook_s_figures_of_several_codes_are_in_no_list_across(published: Published) -> None:
    publications = published("ooh")
    for path in ("projections", "employment", "wages"):
        answer = publications.client.answer(f"/v1/{path}?program=ooh&limit=200")
        assert answer["data"]
        assert not any(record["covers"] for record in answer["data"])
