"""`/v1/search`, `q` of `/v1/occupations`, and the index that both are answered from."""

import json
import random
import string
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, delete, func, select
from typer.testing import CliRunner

from app.cli import app as command
from app.queries.search_evaluation import Half, NoTitlesError, half_of, measure, prepare, with_typo
from app.store.data_state import record_change
from app.store.engine import create_writer
from app.store.loader import unload_release
from app.store.migrate import downgrade, migrate
from app.store.search_index import kept_state, read_search_index, write_search_index
from app.store.tables import onet_alternate_title, search_array
from tests.checked_client import CheckedClient
from tests.integration.conftest import OwnStore
from tests.processor_time import quickest
from tests.publisher_files import publisher_file


def hits(client: CheckedClient, text: str, **params: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.answer("/v1/search", q=text, **params)["data"]
    return found


def codes(client: CheckedClient, text: str, **params: object) -> list[str]:
    return [hit["soc_code"] for hit in hits(client, text, **params)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Registered Nurses", "29-1141"),
        ("registered nurse", "29-1141"),
        ("REGISTERD NURS", "29-1141"),
        ("sr. RN - ICU nights", "29-1141"),
        ("RHIT", "29-2072"),
        ("Registered Health Information Technician", "29-2072"),
        ("medcal records specialist", "29-2072"),
        ("health information technicians", "29-2072"),
        ("electricans", "47-2111"),
    ],
)
def test_the_first_is_what_is_meant(client: CheckedClient, text: str, code: str) -> None:
    assert codes(client, text)[0] == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("Webmaster", "15-1299"), ("web masters", "15-1299"), ("HIT", "29-2072"), ("coder", "29-2072")],
)
def test_titles_of_onet_are_looked_in(onet_client: CheckedClient, text: str, code: str) -> None:
    assert codes(onet_client, text)[0] == code


def test_a_hit_says_what_matched_and_where_that_was_read(onet_client: CheckedClient) -> None:
    answer = onet_client.answer("/v1/search", q="webmasters")
    hit = answer["data"][0]
    assert (hit["matched_field"], hit["matched_text"]) == ("alternate_title", "Webmaster")
    assert (hit["onet_soc_code"], hit["matched_soc_code"]) == ("15-1299.01", "15-1299")
    assert hit["source"] in {source["release"] for source in answer["sources"]}
    (listed,) = onet_client.answer("/v1/occupations/15-1299/titles", other_title="Webmaster")["data"]
    assert hit["provenance"] == listed["provenance"]
    assert hit["source"] == listed["source"]


def test_a_technology_finds_the_occupations_that_list_it(onet_client: CheckedClient) -> None:
    listed = {one["onet_soc_code"] for one in onet_client.answer("/v1/technology", example="Terraform")["data"]}
    first = hits(onet_client, "terraform", limit=2)
    assert listed & {hit["onet_soc_code"] for hit in first}
    assert {hit["matched_field"] for hit in first} == {"technology"}


@pytest.mark.parametrize(
    "text", ["29-2072", "292072", "29 2072", "SOC code 29-2072", "29-2072.00", "29207200", "29.2072"]
)
def test_a_code_is_found_however_it_is_written(client: CheckedClient, text: str) -> None:
    (hit,) = hits(client, text)
    assert (hit["soc_code"], hit["score"], hit["matched_field"]) == ("29-2072", 1.0, "soc_code")


def test_a_retired_code_finds_itself_and_what_it_became(client: CheckedClient) -> None:
    retired, *after = hits(client, "29-2071")
    assert (retired["soc_code"], retired["retired"]) == ("29-2071", True)
    assert {hit["soc_code"] for hit in after} == {"29-2072", "29-9021"}
    assert {hit["matched_soc_code"] for hit in after} == {"29-2071"}


def test_the_title_of_a_retired_code_leads_to_its_successor(client: CheckedClient) -> None:
    first, second, *_ = hits(client, "Medical Records and Health Information Technicians")
    assert (first["soc_code"], first["matched_soc_code"]) == ("29-2072", "29-2071")
    assert (second["soc_code"], second["retired"], second["score"]) == ("29-2071", True, None)


def test_a_group_is_found_by_its_title(client: CheckedClient) -> None:
    (hit, *_) = hits(client, "Healthcare Practitioners and Technical Occupations")
    assert (hit["soc_code"], hit["level"], hit["score"]) == ("29-0000", "major", None)
    assert codes(client, "29-0000") == ["29-0000"]


@pytest.mark.parametrize(
    "text", ["qwerty zxcvb", "asdf", "???", "xkcdq blorf", "", "   ", "\u2603", "99-9999", "and", "0"]
)
def test_nothing_near_is_an_empty_list_that_says_so(client: CheckedClient, text: str) -> None:
    answer = client.answer("/v1/search", q=text)
    assert answer["data"] == []
    assert answer["absence"]["reason"] in ("not_loaded", "not_published")
    assert answer["absence"]["nearest"]


def test_without_words_there_is_nothing_to_search_for(client: CheckedClient) -> None:
    assert "q=" in client.problem("/v1/search", 400, "conflicting-parameters")["errors"][0]["allowed"]
    client.problem(f"/v1/search?q={'a' * 201}", 422, "invalid-parameter")


def test_scores_are_shares(client: CheckedClient) -> None:
    found = [hit["score"] for hit in hits(client, "nurse practitoner", limit=1000) if hit["score"] is not None]
    assert found == sorted(found, reverse=True)
    assert 0 < sum(found) <= 1.001
    assert hits(client, "nurse practitoner", limit=1) == hits(client, "nurse practitoner")[:1]


@pytest.mark.parametrize(
    ("text", "code"),
    [("med rec", "29-2072"), ("regis nur", "29-1141"), ("electrici", "47-2111"), ("Medical R", "29-2072")],
)
def test_beginnings_of_words_are_enough_while_somebody_types(client: CheckedClient, text: str, code: str) -> None:
    found = hits(client, text, prefix="true")
    assert code in [hit["soc_code"] for hit in found[:3]]
    for hit in found:
        words = hit["matched_text"].lower().replace("-", " ").split()
        assert all(any(word.lstrip("(").startswith(begun.lower()) for word in words) for begun in text.split())


def test_a_beginning_that_nothing_has_is_empty(client: CheckedClient) -> None:
    assert hits(client, "zzq", prefix="true") == []


class TestTheListOfOccupations:
    def test_the_nearest_come_first_unless_another_order_is_asked(self, client: CheckedClient) -> None:
        found = client.answer("/v1/occupations", q="registerd nurse", level="detailed")["data"]
        assert found[0]["soc_code"] == "29-1141"
        by_title = client.answer("/v1/occupations", q="registerd nurse", level="detailed", sort="title")["data"]
        assert {one["soc_code"] for one in by_title} == {one["soc_code"] for one in found}
        assert [one["title"] for one in by_title] == sorted(one["title"] for one in by_title)

    def test_pages_follow_each_other(self, client: CheckedClient) -> None:
        whole = client.answer("/v1/occupations", q="nurse", limit=100)
        url, walked = "/v1/occupations?q=nurse&limit=2", []
        while url:
            page = client.answer(url)
            walked += page["data"]
            url = page["page"]["next"]
        assert walked == whole["data"]
        assert whole["page"]["total"] == len(walked) > 2

    def test_filters_hold(self, client: CheckedClient) -> None:
        found = client.answer("/v1/occupations", q="nurse", min_annual_median=90_000)["data"]
        assert found
        assert all(one["annual_median"] >= 90_000 for one in found)
        retired = client.answer("/v1/occupations", q="medical records", retired="true")["data"]
        assert {one["soc_code"] for one in retired} == {"29-2070", "29-2071"}


class TestTheIndex:
    @staticmethod
    def arrays(engine: Engine) -> dict[str, bytes]:
        with engine.connect() as connection:
            found = read_search_index(connection)
        assert found is not None
        return {name: array.tobytes() for name, array in found.arrays.items()}

    def test_any_process_makes_it_again_from_the_tables_alone(self, own_store: OwnStore) -> None:
        before = self.arrays(own_store.writer)
        with own_store.writer.begin() as connection:
            connection.execute(delete(search_array))
        # `occupations migrate` makes it for a database that has none.
        downgrade(own_store.writer, "0005")
        migrate(own_store.writer)
        assert self.arrays(own_store.writer) == before

    def test_it_is_made_anew_only_when_texts_change(self, own_store: OwnStore) -> None:
        with own_store.writer.begin() as connection:
            state = kept_state(connection)
            connection.execute(delete(search_array).where(search_array.c.name == "text_row"))
            write_search_index(connection)
            many = connection.execute(select(func.count()).select_from(search_array)).scalar_one()
            write_search_index(connection)
            assert kept_state(connection) == state
            assert connection.execute(select(func.count()).select_from(search_array)).scalar_one() == many
            names = set(connection.execute(select(search_array.c.name)).scalars())
            assert "text_row" not in names
            connection.execute(delete(onet_alternate_title))
            unload_release(connection, "ooh-2018-28")
            record_change(connection)
            assert kept_state(connection) != state
            assert "text_row" in set(connection.execute(select(search_array.c.name)).scalars())

    def test_a_change_by_another_process_is_seen_at_the_next_request(self, own_store: OwnStore, serve: Any) -> None:
        client = CheckedClient(serve(f"sqlite:///{own_store.path}"))
        with client:
            assert codes(client, "RHIT")[0] == "29-2072"
            with own_store.writer.begin() as connection:
                unload_release(connection, "ooh-2018-28")
                record_change(connection)
            assert hits(client, "RHIT") == []


def test_a_search_is_quick(client: CheckedClient) -> None:
    drawing = random.Random(1)
    texts = ["".join(drawing.choices(string.ascii_lowercase + " ", k=30)) for _ in range(20)] + [
        "registered nurse"
    ] * 20
    hits(client, "warm up")
    spent = [quickest(partial(hits, client, text), times=2)[1] for text in texts]
    assert sorted(spent)[int(len(spent) * 0.9)] < 0.25


def test_a_typo_changes_one_place() -> None:
    drawing = random.Random(3)
    for title in ("Registered Nurse", "CNA", "7", ""):
        for _ in range(50):
            wrong = with_typo(title, drawing)
            assert abs(len(wrong) - len(title)) <= 1
            assert wrong == title or any(letter.isalpha() for letter in title)


def test_halves_are_told_apart_by_letters_alone() -> None:
    titles = [f"title {number}" for number in range(400)]
    of_tuning = [title for title in titles if half_of(title) is Half.TUNING]
    assert 150 < len(of_tuning) < 250
    assert all(half_of(title) is half_of(title.upper()) for title in titles)


def test_without_onet_there_is_nothing_to_measure(own_store: OwnStore) -> None:
    with own_store.writer.connect() as connection, pytest.raises(NoTitlesError):
        prepare(connection, Half.EVALUATION, 10, 1)


def test_the_command_prints_the_figures(onet_url: str) -> None:
    ran = CliRunner().invoke(command, ["evaluate-search", "--typos", "--json", "--database-url", onet_url])
    assert ran.exit_code == 0
    plain, wrong = json.loads(ran.stdout)
    assert (plain["half"], plain["typos"], wrong["typos"], plain["seed"]) == ("evaluation", False, True, 1)
    assert 0 < plain["titles"] <= plain["titles_in_half"]
    assert plain["texts_left_out"] >= plain["titles"]
    assert 0 <= plain["hit_at_1"] <= plain["hit_at_5"] <= 1


@pytest.mark.slow
def test_the_publishers_titles_are_found(tmp_path: Path) -> None:
    """Floors below what `docs/search.md` reports, for a sample of half the size."""
    from app.sources.finding import find_files
    from app.sources.recognition import ReadOptions
    from app.store.loads import LoadOptions, load_files, sort_files

    release = publisher_file("onet/db_30_1_text.zip")
    writer = create_writer(f"sqlite:///{tmp_path / 'onet.sqlite3'}")
    migrate(writer)
    known = sort_files(find_files([release], tmp_path), ReadOptions()).known
    load_files(writer, known, LoadOptions(), lambda _part, _rows: None, lambda: None)
    with writer.connect() as connection:
        trial = prepare(connection, Half.EVALUATION, 1_500, 1)
    plain, wrong = measure(trial), measure(trial, typos=True)
    assert plain.hit_at_1 >= 0.53
    assert plain.hit_at_5 >= 0.81
    assert wrong.hit_at_1 >= plain.hit_at_1 - 0.08
    assert wrong.hit_at_5 >= plain.hit_at_5 - 0.08
    assert plain.p95_milliseconds < 100
    writer.dispose()


def test_a_word_of_several_names_is_near_to_something(client: CheckedClient) -> None:
    assert codes(client, "xkcdq technicians")
    assert not codes(client, "xkcdq blorf")


def test_the_beginning_of_a_code_lists_the_codes_that_begin_so(client: CheckedClient) -> None:
    found = hits(client, "29-20", limit=1000)
    assert {"29-2000", "29-2072"} <= {hit["soc_code"] for hit in found}
    assert all(hit["soc_code"].startswith("29-20") and hit["score"] is None for hit in found)
    in_use = [not hit["retired"] for hit in found]
    assert in_use == sorted(in_use, reverse=True)
    assert hits(client, "29-", prefix="true") != []
    assert hits(client, "98-") == []


def test_one_letter_while_somebody_types_is_not_looked_for(client: CheckedClient) -> None:
    answer = client.answer("/v1/search?q=r&prefix=true")
    assert (answer["data"], answer["absence"]["reason"]) == ([], "not_applicable")
    assert "fewer than 2 letters" in answer["absence"]["detail"]
    assert {hit["soc_code"][:3] for hit in hits(client, "292", prefix="true")} == {"29-"}
