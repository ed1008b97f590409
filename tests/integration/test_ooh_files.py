"""The publisher's own profile pages, against figures that are taken from their source by another route: by pattern."""

import html
import random
import re
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from app.sources.files import FileKind, FoundFile
from app.sources.finding import kind_of
from app.sources.ooh import columns_of, recognise_ooh
from app.sources.ooh.recognise import MILITARY_LAYOUT, PAGE_LAYOUT
from app.sources.recognition import NearLayout, ReadOptions, Recognition
from app.sources.records import Record, RecordKind, SourceFile, UnreadableSourceError
from tests.processor_time import quickest
from tests.publisher_files import DRAW, publisher_file
from tests.raw_cells.ooh import MILITARY, PAGES, ordinary, sources, text

SEED = DRAW


@pytest.fixture(scope="module")
def read_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Recognition]:
    """Each page as the reader recognises it, under a name that says nothing."""
    folder = tmp_path_factory.mktemp("pages")
    found: dict[str, Recognition] = {}
    for number, (name, source) in enumerate(sources().items()):
        path = folder / f"{number}.bin"
        path.write_text(source, encoding="utf-8", newline="")
        recognised = recognise_ooh(FoundFile(SourceFile.of(path), name, path, FileKind.HTML), ReadOptions())
        assert isinstance(recognised, Recognition), (name, recognised)
        found[name] = recognised
    return found


@pytest.fixture(scope="module")
def read_records(read_pages: dict[str, Recognition]) -> dict[str, list[Record]]:
    return {name: list(page.part.records()) for name, page in read_pages.items()}


@pytest.fixture
def pages(request: pytest.FixtureRequest) -> dict[str, Recognition]:
    """Each page as the reader recognises it. Every test asks for the file, so that it is counted."""
    publisher_file(PAGES)
    found: dict[str, Recognition] = request.getfixturevalue("read_pages")
    return found


@pytest.fixture
def records(request: pytest.FixtureRequest) -> dict[str, list[Record]]:
    """What is read of each page."""
    publisher_file(PAGES)
    found: dict[str, list[Record]] = request.getfixturevalue("read_records")
    return found


def of_kind(found: list[Record], kind: RecordKind) -> list[Record]:
    return [record for record in found if record.kind is kind]


def test_every_page_is_recognised_by_content_and_one_is_no_ordinary_profile(pages: dict[str, Recognition]) -> None:
    assert len(pages) == 240
    assert {page.layout for name, page in pages.items() if name != MILITARY} == {PAGE_LAYOUT}
    assert pages[MILITARY].layout == MILITARY_LAYOUT
    assert pages[MILITARY].left_out
    assert {page.part.release.release for page in pages.values()} == {"ooh-2024-34"}
    assert len({page.part.part for page in pages.values()}) == 240


@pytest.mark.slow
def test_240_pages_are_read_in_a_part_of_20_seconds(pages: dict[str, Recognition]) -> None:
    count, taken = quickest(lambda: sum(1 for page in pages.values() for _ in page.part.records()), times=1)
    assert taken < 15, f"{count} records of {len(pages)} pages in {taken:.1f} s"


def test_no_sentence_of_the_given_pages_is_kept_as_text_alone(pages: dict[str, Recognition]) -> None:
    for page in pages.values():
        for _ in page.part.records():
            pass
        assert page.part.counts.unread == []


def test_quick_facts_of_every_page(records: dict[str, list[Record]]) -> None:
    for name in ordinary():
        table = re.search(r'id="quickfacts".*?</table>', sources()[name], re.DOTALL)
        assert table is not None
        cells = [text(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", table[0], re.DOTALL)]
        (fact,) = of_kind(records[name], RecordKind.QUICK_FACTS)
        values = fact.values
        assert f"{values['employment']:,}" == cells[4], name
        assert f"{values['employment_change']:,}" == cells[6], name
        assert f"{values['employment_change_percent']:g}% ({values['outlook_label']})" == cells[5], name
        assert [values["education_label"], values["work_experience_label"], values["training_label"]] == cells[1:4]
        amounts = re.findall(r"\$([\d,.]+\d) per (year|hour)", cells[0])
        expected = {unit: Decimal(amount.replace(",", "")) for amount, unit in amounts}
        assert expected == {
            unit: Decimal(str(values[column]))
            for unit, column in (("year", "annual_median"), ("hour", "hourly_median"))
            if values[column] is not None
        }, name


def test_units_of_pay_are_those_of_the_pages(records: dict[str, list[Record]]) -> None:
    facts = [of_kind(records[name], RecordKind.QUICK_FACTS)[0].values for name in ordinary()]
    assert sum(fact["hourly_median_qualifier"] == "annual_only" for fact in facts) == 7
    assert sum(fact["annual_median_qualifier"] == "hourly_only" for fact in facts) == 4
    assert sum(fact["annual_median_qualifier"] == "at_or_above" for fact in facts) == 1


def test_projections_table_of_every_page(records: dict[str, list[Record]]) -> None:
    rows_seen = 0
    for name in ordinary():
        table = re.search(r'id="outlook-table".*?</table>', sources()[name], re.DOTALL)
        assert table is not None
        body = table[0].partition("<tbody>")[2]
        printed = [
            [text(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)][:6]
            for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)
        ]
        found = [
            [
                record.values["row_title"],
                record.values["soc_code"] or "—",
                f"{record.values['base_employment']:,}",
                f"{record.values['projected_employment']:,}",
                f"{record.values['employment_change_percent']:g}",
                f"{record.values['employment_change']:,}",
            ]
            for record in of_kind(records[name], RecordKind.PROJECTION)
        ]
        assert found == printed, name
        rows_seen += len(found)
    assert rows_seen == 477


def test_small_tables_of_every_page(records: dict[str, list[Record]]) -> None:
    """Employers, jobs by occupation, pay by industry and by occupation: every row, in order."""
    for name in ordinary():
        for tab, kinds in (
            (3, {RecordKind.LARGEST_EMPLOYER: "percent_of_occupation", RecordKind.HANDBOOK_EMPLOYMENT: "employment"}),
            (5, {RecordKind.HANDBOOK_WAGE: ""}),
        ):
            pane = sources()[name].split(f'id="tab-{tab}"')[1].split(f'id="tab-{tab + 1}"')[0]
            printed = [
                [text(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)]
                for table in re.findall(r"<table.*?</table>", pane, re.DOTALL)
                for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
            ]
            expected = sorted(
                (label.lower(), Decimal(re.sub(r"[$,%]| or more", "", figure))) for label, figure in printed
            )
            found = sorted(
                (row_label(record).lower(), Decimal(str(figure_of(record, column))))
                for kind, column in kinds.items()
                for record in of_kind(records[name], kind)
                if is_row(record)
            )
            assert found == expected, name


def is_row(record: Record) -> bool:
    values = record.values
    if record.kind is RecordKind.HANDBOOK_EMPLOYMENT:
        return values["quantifier"] is None
    return values["position"] != 0


def row_label(record: Record) -> str:
    label = record.values.get("industry_label") or record.values["subject_title"]
    return str(label).removesuffix(" (table)")


def figure_of(record: Record, column: str) -> object:
    if column:
        return record.values[column]
    measures = ("annual_median", "hourly_median", "annual_mean")
    return next(record.values[measure] for measure in measures if record.values[measure] is not None)


def test_pay_sentences_of_every_page(records: dict[str, list[Record]]) -> None:
    stated = 0
    for name in ordinary():
        pane = text(sources()[name].split('id="tab-5"')[1].split('id="tab-6"')[0])
        expected = re.findall(r"earned less than (\$[\d,.]*\d)\D+10 percent earned more than (\$[\d,.]*\d)", pane)
        found = [
            tuple(f"${money(record.values, point)}" for point in ("p10", "p90"))
            for record in of_kind(records[name], RecordKind.HANDBOOK_WAGE)
            if record.values["annual_p10"] is not None or record.values["hourly_p10"] is not None
        ]
        assert found == expected, name
        stated += len(found)
    assert stated == 274


def money(values: object, point: str) -> str:
    assert isinstance(values, dict)
    hourly, annual = values[f"hourly_{point}"], values[f"annual_{point}"]
    return f"{hourly:.2f}" if hourly is not None else f"{annual:,}"


def test_similar_occupations_of_every_page(records: dict[str, list[Record]]) -> None:
    for name in ordinary():
        table = re.search(r'<table[^>]*id="similar-occupations".*?</table>', sources()[name], re.DOTALL)
        assert table is not None
        rows = re.findall(r"<tr.*?</tr>", table[0].partition("<tbody>")[2], re.DOTALL)
        printed = [[text(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)][1:] for row in rows]
        names = ("related_title", "duties", "education_label", "pay_label")
        found = [
            [record.values[column] for column in names]
            for record in of_kind(records[name], RecordKind.RELATED_OCCUPATION)
        ]
        assert [solid(row) for row in found] == [solid(row) for row in printed], name


def solid(row: list[object]) -> list[str]:
    """The words of a row without blanks, which a link within a sentence leaves behind."""
    return [re.sub(r"\s", "", str(cell)) for cell in row]


def test_qualities_duties_and_links_at_random(records: dict[str, list[Record]]) -> None:
    """300 texts drawn at random stand on their lines of the source."""
    sys.stdout.write(f"seed {SEED}\n")
    pool = [
        (name, record, record.values[column])
        for name in sources()
        for record in records[name]
        for kind, column in (
            (RecordKind.QUALITY, "quality"),
            (RecordKind.DUTY, "duty"),
            (RecordKind.PROFILE_LINK, "link_text"),
            (RecordKind.CONTACT, "url"),
            (RecordKind.LARGEST_EMPLOYER, "industry_label"),
            (RecordKind.CERTIFICATION, "name"),
        )
        if record.kind is kind
    ]
    for name, record, value in random.Random(SEED).sample(pool, 300):
        lines = sources()[name].split("\n")[record.row - 1 : record.row + 6]
        raw = "\n".join(lines)
        page = html.unescape(raw) if record.kind is RecordKind.CONTACT else text(raw)
        wanted = str(value)
        if record.kind is RecordKind.CERTIFICATION:
            wanted = wanted.split(maxsplit=1)[0]
        # Without blanks, which markup within a word leaves behind.
        (wanted,), (page,) = solid([wanted]), solid([page])
        assert wanted in page or wanted.split("/ooh/")[-1] in page, (name, record.row, value)


def test_pages_that_cover_several_codes(records: dict[str, list[Record]]) -> None:
    """69 of 239 pages; the code of a group of all of them is marked, and the page's figures are no single code's."""
    several = 0
    for name in ordinary():
        coverage = [record.values for record in of_kind(records[name], RecordKind.PROFILE_COVERAGE)]
        several += len(coverage) > 1
        (fact,) = of_kind(records[name], RecordKind.QUICK_FACTS)
        whole = [row["soc_code"] for row in coverage if row["scope"] == "whole_profile"]
        assert fact.values["soc_code"] == (whole[0] if whole else None), name
    assert several == 69


def test_bounds_of_physicians(records: dict[str, list[Record]]) -> None:
    wages = [record.values for record in of_kind(records["physicians-and-surgeons.html"], RecordKind.HANDBOOK_WAGE)]
    assert (wages[0]["annual_median"], wages[0]["annual_median_qualifier"]) == (239200, "at_or_above")
    means = {wage["subject_title"]: wage["annual_mean"] for wage in wages[1:]}
    assert means["Cardiologists"] == 432490
    assert len(means) == 17


def test_paramedics_are_told_from_technicians(records: dict[str, list[Record]]) -> None:
    found = records["emts-and-paramedics.html"]
    jobs = {
        record.values["soc_code"]: record.values["employment"]
        for record in of_kind(found, RecordKind.HANDBOOK_EMPLOYMENT)
    }
    assert jobs == {"29-2042": 181_000, "29-2043": 101_900}
    pay = {
        record.values["soc_code"]: record.values["annual_median"]
        for record in of_kind(found, RecordKind.HANDBOOK_WAGE)
        if record.values["position"] == 0
    }
    assert pay == {"29-2042": 41_340, "29-2043": 58_410}
    (fact,) = of_kind(found, RecordKind.QUICK_FACTS)
    assert (fact.values["soc_code"], fact.values["employment"]) == ("29-2040", 282_900)


def test_codes_of_oews_stay_with_it(records: dict[str, list[Record]]) -> None:
    vintages = {
        record.values["soc_code"]: record.values["soc_vintage"]
        for name in ordinary()
        for record in of_kind(records[name], RecordKind.PROFILE_COVERAGE)
    }
    assert vintages["21-1018"] == vintages["25-2052"] == "oews"
    assert vintages["29-2040"] == "2018"


def test_military_careers_is_read_as_text(records: dict[str, list[Record]]) -> None:
    kinds = {record.kind for record in records[MILITARY]}
    assert {RecordKind.PROFILE_SECTION, RecordKind.DUTY, RecordKind.QUALITY, RecordKind.CONTACT} <= kinds
    assert not kinds & {RecordKind.QUICK_FACTS, RecordKind.PROJECTION, RecordKind.HANDBOOK_WAGE, RecordKind.OCCUPATION}


def damaged(folder: Path, change: Callable[[bytes], bytes]) -> Recognition | NearLayout | None:
    path = folder / "page.html"
    path.write_bytes(change(sources()["carpenters.html"].encode()))
    return recognise_ooh(FoundFile(SourceFile.of(path), path.name, path, FileKind.HTML), ReadOptions())


def test_a_truncated_page_is_an_error_wherever_it_ends(tmp_path: Path) -> None:
    size = len(sources()["carpenters.html"].encode())
    for share in range(5, 100):
        found = damaged(tmp_path, lambda content, cut=size * share // 100: content[:cut])
        if isinstance(found, Recognition):
            with pytest.raises(UnreadableSourceError):
                list(found.part.records())
        else:
            assert found is None or isinstance(found, NearLayout)
    whole = damaged(tmp_path, lambda content: content[: content.rindex(b"</html>")])
    assert isinstance(whole, Recognition)
    with pytest.raises(UnreadableSourceError, match="end of the page"):
        list(whole.part.records())


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-be", "utf-32"])
def test_another_encoding_is_never_read_wrongly_and_the_advice_is_for_a_page(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(sources()["carpenters.html"].encode(encoding, "replace"))
    assert kind_of(path) is FileKind.HTML
    found = recognise_ooh(FoundFile(SourceFile.of(path), path.name, path, kind_of(path)), ReadOptions())
    assert isinstance(found, Recognition)
    with pytest.raises(UnreadableSourceError, match="UTF-8: save the page anew as UTF-8"):
        list(found.part.records())


def test_text_that_was_encoded_twice_is_an_error(tmp_path: Path) -> None:
    found = damaged(tmp_path, lambda content: content.decode("cp1252", "replace").encode())
    assert isinstance(found, Recognition)
    with pytest.raises(UnreadableSourceError, match="encoded once"):
        list(found.part.records())


def test_a_page_of_the_handbook_that_is_no_profile(tmp_path: Path) -> None:
    found = damaged(tmp_path, lambda content: content.replace(b'id="tabs"', b'id="contents"'))
    assert isinstance(found, NearLayout)
    assert found.lacking == ("tabs",)
    assert damaged(tmp_path, lambda _: b"<html><body>Kites</body></html>") is None


def test_places_are_named_in_the_words_of_the_table() -> None:
    places = columns_of(RecordKind.PROJECTION, ["SOC Code", "Employment, 2024", "Projected Employment, 2034"])
    assert places["base_employment"] == "Employment, 2024"
    assert places["soc_code"] == "SOC Code"


def test_credentials_reach_what_the_project_asks_for() -> None:
    from evaluate_credentials import evaluate, labels

    pages = publisher_file("ooh/ooh-2024-34-profiles.zip")
    parts = labels()
    assert {half: len(wanted) for half, wanted in parts.items()} == {"tune": 30, "test": 30, "later": 22}
    for half, wanted in parts.items():
        score = evaluate(wanted, pages)
        assert score.precision >= 0.95, (half, score.wrong)
        assert score.recall >= 0.85, (half, score.missed)


def test_employers_and_pay_reach_what_the_project_asks_for() -> None:
    from evaluate_employers_and_pay import evaluate, labels

    pages = publisher_file("ooh/ooh-2024-34-profiles.zip")
    wanted = labels()
    assert len(wanted) == 60
    scores = evaluate(wanted, pages)
    kinds = {"employer", "pay_stated", "pay_by_industry", "pay_by_occupation", "mean_pay_by_occupation"}
    assert scores.keys() == kinds
    for kind, score in scores.items():
        assert score.precision >= 0.95, (kind, score.wrong)
        assert score.recall >= 0.85, (kind, score.missed)


def test_employers_and_pay_count_what_is_wrong_and_what_is_missed() -> None:
    from dataclasses import replace

    from evaluate_employers_and_pay import evaluate, labels

    pages = publisher_file("ooh/ooh-2024-34-profiles.zip")
    first, *others = labels()["roofers"]
    assert first.kind == "employer"
    score = evaluate({"roofers": [replace(first, amount=first.amount + 1), first, *others]}, pages)["employer"]
    assert (score.right, len(score.wrong), len(score.missed)) == (3, 0, 1)
    score = evaluate({"roofers": others}, pages)["employer"]
    assert (score.right, len(score.wrong), len(score.missed)) == (2, 1, 0)


def test_the_command_on_employers_and_pay_fails_below_what_the_project_asks_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import evaluate_employers_and_pay as command

    pages = str(publisher_file("ooh/ooh-2024-34-profiles.zip"))
    roofers = command.labels()["roofers"]
    monkeypatch.setattr(command, "labels", lambda: {"roofers": roofers})
    assert command.main([pages]) == 0
    assert "employer: 3 labelled: precision 1.000, recall 1.000" in capsys.readouterr().out
    monkeypatch.setattr(command, "labels", lambda: {"roofers": roofers[1:]})
    assert command.main([pages]) == 1
    assert "found, and none: roofers" in capsys.readouterr().out
