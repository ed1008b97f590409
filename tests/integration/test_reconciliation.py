"""Publications that overlap, compared: small files that agree, differ by rounding, differ, and withhold.

One database has all the cases, each about codes of its own; it is loaded once.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import app as command
from app.domain.areas import POSTAL_BY_FIPS, STATES_AND_DC
from app.queries.reconciliation import COMPARISONS, reconcile
from app.queries.reconciliation.findings import Finding, Lacking
from app.store.engine import create_reader, create_writer
from app.store.migrate import migrate
from tests.loading import Said, write_csv
from tests.publisher_files import publisher_file
from tests.small_rounds import TOP_SKILLS, load
from tests.unit.sources.ep.workbooks_of_a_round import MAIN_2024
from tests.unit.sources.ooh.pages import PageText, outlook_row
from tests.workbooks import write_xlsx


class Store:
    """A database into which files are loaded as the command loads them."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder = url, folder

    def load(self, *files: Path) -> "Store":
        workspace = self.folder / f"workspace{len(list(self.folder.iterdir()))}"
        workspace.mkdir()
        writer = create_writer(self.url)
        load(writer, files, workspace)
        writer.dispose()
        return self

    def everything(self, only: str | None = None) -> list[Finding | Lacking]:
        engine = create_reader(self.url, 1).engine
        with engine.connect() as connection, connection.begin():
            everything = list(reconcile(connection, only))
        engine.dispose()
        return everything

    def found(self, only: str | None = None) -> list[Finding]:
        return [one for one in self.everything(only) if isinstance(one, Finding)]

    def lacking(self, only: str | None = None) -> list[tuple[str, str | None, str]]:
        every = (one for one in self.everything(only) if isinstance(one, Lacking))
        return [(one.comparison, one.release, one.needs) for one in every]

    def run(self, *arguments: object) -> Said:
        done = CliRunner().invoke(command, ["verify", *map(str, arguments)], env={"OCCUPATIONS_DATABASE_URL": self.url})
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Said(done.exit_code, done.stdout, done.stderr)


@pytest.fixture
def store(tmp_path: Path, migrated_database: Path) -> Store:
    """An empty database of the test's own."""
    (tmp_path / "own").mkdir()
    path = shutil.copy(migrated_database, tmp_path / "own" / "occupations.sqlite3")
    return Store(f"sqlite:///{path}", tmp_path)


# --- The files --------------------------------------------------------------------------------------------------------


def estimate(code: str, employment: str, level: str = "detailed", **cells: str) -> dict[str, str]:
    return {"OCC_CODE": code, "OCC_TITLE": f"Title {code}", "O_GROUP": level, "TOT_EMP": employment, **cells}


def state(fips: str, code: str, employment: str, kind: str = "2") -> dict[str, str]:
    return estimate(
        code, employment, AREA=fips, AREA_TITLE=f"Area {fips}", AREA_TYPE=kind, PRIM_STATE=POSTAL_BY_FIPS[fips]
    )


def oews(folder: Path, *rows: dict[str, str], year: int = 2024) -> Path:
    return write_csv(folder / f"all_data_M{year}.csv", rows)


def group(code: str, employment: str, *parts: str) -> list[dict[str, str]]:
    """A broad group and its detailed occupations."""
    details = (estimate(f"{code[:6]}{place}", part) for place, part in enumerate(parts, start=1))
    return [estimate(code, employment, "broad"), *details]


# A group, its occupations, and what comes of adding them up.
GROUPS: dict[str, tuple[str, tuple[str, ...], tuple[str, str | None]]] = {
    "11-2010": ("300", ("100", "200"), ("agrees", None)),
    "11-2020": ("310", ("100", "200"), ("within_rounding", None)),
    "11-2030": ("290", ("100", "200"), ("within_rounding", None)),
    "11-2040": ("280", ("100", "200"), ("differs", None)),
    "11-2050": ("400", ("100", "**"), ("not_comparable", "withheld")),
    "11-2060": ("300", ("100", "200", "**"), ("not_comparable", "withheld")),
    "11-2070": ("280", ("100", "200", "**"), ("differs", None)),
    "11-2080": ("**", ("100", "200"), ("not_comparable", "withheld")),
    "11-2090": ("320", ("100", "200"), ("not_comparable", "edition_not_loaded")),
}
# The nation, states, what comes of adding them up, and what that rests on.
NATION: dict[str, tuple[str, dict[str, str], tuple[str, str | None], str]] = {
    "13-1011": ("300", {"06": "100", "48": "200"}, ("agrees", None), ""),
    "13-1021": ("315", {"06": "100", "48": "200"}, ("within_rounding", None), ""),
    "13-1031": (
        "400",
        {"06": "100", "48": "200"},
        ("not_comparable", "not_printed"),
        "without a row: 01, 02, 04, 05, 08",
    ),
    "13-1041": ("280", {"06": "100", "48": "200"}, ("differs", None), ""),
    "13-1051": ("400", {"06": "100", "48": "**"}, ("not_comparable", "withheld"), "withheld: 48; without a row: 01"),
    "13-1061": ("80", {"06": "100", "48": "**"}, ("differs", None), ""),
    "13-1071": ("780", dict.fromkeys(STATES_AND_DC, "10"), ("differs", None), ""),
    "13-1081": ("770", dict.fromkeys(STATES_AND_DC, "10"), ("within_rounding", None), ""),
}
# What the survey has as the median of an occupation, what the round quotes of it, and what comes of it.
WAGES: dict[str, tuple[str, object, tuple[str, str | None]]] = {
    "15-1211": ("#", ">=$239,200", ("agrees", None)),
    "15-1212": ("240000", ">=$239,200", ("not_comparable", "bound")),
    "15-1221": ("200000", ">=$239,200", ("differs", None)),
    "15-1231": ("40120", 40120, ("agrees", None)),
    "15-1232": ("40130", 40120, ("within_rounding", None)),
    "15-1241": ("40140", 40120, ("differs", None)),
    "15-1242": ("*", 40120, ("not_comparable", "withheld")),
    "15-1243": ("40120", "—", ("not_comparable", "not_measured")),
}
PAGES = ("51-9991", "51-9992")
# Base, projected, percent and openings that the round has of these; the pages of both print the same.
OF_PAGES = {"51-9991": (12.3, 11.8, -4.1, 1.2), "51-9992": (12.4, 11.6, -4.6, 1.4)}
PAID = {
    "51-9991": {"A_MEDIAN": "41230", "H_MEDIAN": "19.83", "A_PCT10": "25030", "A_PCT90": "#"},
    "51-9992": {"A_MEDIAN": "*", "H_MEDIAN": "19.84", "A_PCT10": "25010", "A_PCT90": "77890"},
}


def survey(folder: Path) -> Path:
    rows = [row for code, (whole, parts, _) in GROUPS.items() for row in group(code, whole, *parts)]
    rows += [estimate(code, nation) for code, (nation, *_) in NATION.items()]
    rows += [state(fips, code, jobs) for code, (_, states, *_) in NATION.items() for fips, jobs in states.items()]
    rows += [state("72", code, "5000", kind="3") for code in NATION]
    rows += [{**state("48", code, "10"), "A_MEDIAN": "99990"} for code in WAGES]
    rows += [estimate(code, "10", A_MEDIAN=median) for code, (median, *_) in WAGES.items()]
    rows += [estimate(code, "10", **paid) for code, paid in PAID.items()]
    return oews(folder, *rows)


# A summary row that is off in one figure, beside two line items of (100.0, 110.0, 10.0, 5.0) and (200.0, 220.0, 20.0,
# 10.0); the figure, and what comes of it.
SUMMARIES: dict[str, tuple[tuple[float, float, float, float], str, tuple[str, str | None]]] = {
    "21-0000": ((300.0, 330.0, 30.0, 15.0), "base_employment", ("agrees", None)),
    "23-0000": ((300.1, 330.0, 30.0, 15.0), "base_employment", ("within_rounding", None)),
    "25-0000": ((300.2, 330.0, 30.0, 15.0), "base_employment", ("differs", None)),
    "27-0000": ((300.0, 329.8, 30.0, 15.0), "projected_employment", ("differs", None)),
    "29-0000": ((300.0, 330.0, 29.9, 15.0), "employment_change", ("within_rounding", None)),
    "31-0000": ((300.0, 330.0, -30.0, 15.0), "employment_change", ("differs", None)),
    "33-0000": ((300.0, 330.0, 30.0, 15.2), "annual_openings", ("differs", None)),
}


def line(code: str, figures: Sequence[float], percent: float = 0, wage: object = "—", kind: str = "Line item") -> list:
    """A row of table 1.2; `figures` are base, projected, change and openings in thousands."""
    base, projected, change, openings = figures
    entry = ["Bachelor's degree", "None", "None", "—"] if kind == "Line item" else ["—"] * 4
    return [f"Title {code}", code, kind, base, projected, 0, 0, change, percent, 0.0, openings, wage, *entry]


def projections(folder: Path) -> Path:
    rows = [line("00-0000", (9, 9, 0, 1), kind="Summary")]
    for code, (figures, _, _) in SUMMARIES.items():
        rows.append(line(code, figures, kind="Summary"))
        items = ((100.0, 110.0, 10.0, 5.0), (200.0, 220.0, 20.0, 10.0))
        rows += [line(f"{code[:3]}101{place}", item) for place, item in enumerate(items, start=1)]
    rows += [line(code, (1, 1, 0, 0.1), wage=quoted) for code, (_, quoted, _) in WAGES.items()]
    rows += [
        line(code, (base, projected, round(projected - base, 1), openings), percent)
        for code, (base, projected, percent, openings) in OF_PAGES.items()
    ]
    rows += [line("51-9111", (7.2, 7.0, -0.2, 0.7), -2.8), line("51-9112", (5.1, 4.8, -0.3, 0.5), -5.9)]
    return write_xlsx(folder / "occupation.xlsx", {"Table 1.2": [*MAIN_2024[:2], *rows, *MAIN_2024[6:]]})


def page(folder: Path, name: str, text: PageText | None = None, code: str = "51-9998") -> Path:
    path = folder / f"{name}.html"
    source = (
        (text or PageText()).html().replace("51-9998", code).replace("production/kite-makers", f"production/{name}")
    )
    path.write_text(source.replace("'quickfacts'", '"quickfacts"'), encoding="utf-8")
    return path


def pages(folder: Path) -> list[Path]:
    """Two pages of one code and one of two."""
    rows = (
        outlook_row("Kite makers", "—", "12,300", "11,800", "-4", "-500"),
        outlook_row("Box kite makers", "51-9111", "7,200", "7,000", "-3", "-200", depth=1),
        outlook_row("Kite menders", "51-9112", "5,100", "4,800", "-6", "-300", depth=1),
    )
    alone = [page(folder, f"makers-of-{code}", code=code) for code in PAGES]
    return [*alone, page(folder, "makers-of-both", PageText(outlook_rows="".join(rows)))]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("publications")
    return [survey(folder), projections(folder), *pages(folder)]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory, migrated_database: Path, files: list[Path]) -> Store:
    """All the cases. Do not load more into it."""
    folder = tmp_path_factory.mktemp("books")
    path = shutil.copy(migrated_database, folder / "occupations.sqlite3")
    return Store(f"sqlite:///{path}", folder).load(*files)


@pytest.fixture(scope="module")
def found(books: Store) -> dict[str, list[Finding]]:
    """What the comparisons find in them, by comparison."""
    return {
        comparison.name: [one for one in books.found() if one.comparison == comparison.name]
        for comparison in COMPARISONS
    }


def outcome(one: Finding) -> tuple[str, str | None]:
    return str(one.outcome.verdict), None if one.outcome.cause is None else str(one.outcome.cause)


def about(findings: Sequence[Finding], code: str | None, measure: str | None = None) -> Finding:
    """The one finding about a code."""
    wanted = [one for one in findings if one.subject.soc_code == code and measure in (None, one.subject.measure)]
    assert len(wanted) == 1, wanted
    return wanted[0]


# --- OEWS: occupations and their groups -------------------------------------------------------------------------------


def test_detailed_occupations_make_their_group(found: dict[str, list[Finding]]) -> None:
    assert len(found["occupation_sums"]) == len(GROUPS)
    for code, (_, parts, expected) in GROUPS.items():
        one = about(found["occupation_sums"], code)
        printed = [int(part) for part in parts if part != "**"]
        assert (code, outcome(one)) == (code, expected)
        assert (one.right.value, one.right.cells) == (sum(printed), len(printed))
        assert one.tolerance == (len(printed) + 1) * 5


def test_both_cells_are_cited(found: dict[str, list[Finding]]) -> None:
    one = about(found["occupation_sums"], "11-2010")
    assert one.releases == ("oews-2024-05",)
    (left,), (right,) = one.left.places, one.right.places
    assert (left.release, left.file, left.sheet, left.rows) == ("oews-2024-05", "all_data_M2024.csv", None, (2,))
    assert (right.release, right.file, right.sheet, right.rows) == ("oews-2024-05", "all_data_M2024.csv", None, (3, 4))
    assert left.part == right.part
    # The header where the loader notes it, else the name of the field.
    assert left.column in ("TOT_EMP", "employment")
    assert left.column == right.column


def test_a_group_that_is_more_is_explained_by_a_code_without_a_row(store: Store, tmp_path: Path) -> None:
    listed = tmp_path / "soc.csv"
    codes = ("11-2021", "11-2022", "11-2031", "11-2032", "11-2039")
    head = ["2018 Standard Occupational Classification,,,", "SOC Group,SOC Code,SOC Title,SOC Definition"]
    groups = ["Major,11-0000,M,", "Minor,11-2000,M,", "Broad,11-2020,M,", "Broad,11-2030,M,"]
    listed.write_text("\n".join([*head, *groups, *(f"Detailed,{code},{code},Manage." for code in codes)]) + "\n")
    rows = (*group("11-2020", "320", "100", "200"), *group("11-2030", "320", "100", "200"))
    findings = store.load(oews(tmp_path, *rows), listed).found()
    assert [(one.subject.soc_code, *outcome(one), one.outcome.note) for one in findings] == [
        ("11-2020", "differs", None, None),
        ("11-2030", "not_comparable", "not_printed", "without a row: 11-2039"),
    ]


def test_levels_and_slices_are_not_mixed(store: Store, tmp_path: Path) -> None:
    texas = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}
    hospitals = {"NAICS": "62", "NAICS_TITLE": "Health Care", "I_GROUP": "sector", "OWN_CODE": "5"}
    rows = [
        *(estimate(*row) for row in (("00-0000", "900", "total"), ("15-0000", "500", "major"))),
        *(estimate(*row) for row in (("29-0000", "400", "major"), ("15-1200", "500", "minor"))),
        *(estimate(*row) for row in (("15-1250", "300", "broad"), ("15-1252", "300"), ("15-1211", "200"))),
        *(estimate(*row) for row in (("29-1210", "400", "broad"), ("29-1211", "100"), ("29-1229", "250"))),
        *(estimate(*row) for row in (("29-1240", "50", "broad"), ("29-1240", "50"))),
        estimate("15-1250", "70", "broad", **texas),
        estimate("15-1252", "70", **texas),
        estimate("15-1250", "30", "broad", **hospitals),
        estimate("15-1252", "40", **hospitals),
    ]
    sums = {
        (one.subject.soc_code, one.subject.area_code, one.subject.industry_code, one.right.cells): (
            one.right.value,
            str(one.outcome.cause or one.outcome.verdict),
        )
        for one in store.load(oews(tmp_path, *rows)).found()
        if one.comparison == "occupation_sums"
    }
    assert sums == {
        ("00-0000", "99", "000000", 5): (900, "agrees"),
        ("00-0000", "99", "000000", 2): (900, "agrees"),
        ("15-0000", "99", "000000", 2): (500, "agrees"),
        ("15-1200", "99", "000000", 2): (500, "agrees"),
        ("15-1250", "99", "000000", 1): (300, "agrees"),
        ("29-0000", "99", "000000", 3): (400, "agrees"),
        ("29-1210", "99", "000000", 2): (350, "edition_not_loaded"),  # not the 50 of another broad group
        ("29-1240", "99", "000000", 1): (50, "one_code_at_two_levels"),
        ("15-1250", "48", "000000", 1): (70, "agrees"),
        ("15-1250", "99", "62", 1): (40, "within_rounding"),
    }


# --- OEWS: the nation and the states ----------------------------------------------------------------------------------


def test_states_make_the_nation_and_territories_do_not(found: dict[str, list[Finding]]) -> None:
    for code, (_, states, expected, note) in NATION.items():
        one = about(found["state_sums"], code)
        assert (code, outcome(one)) == (code, expected)
        assert (one.outcome.note or "").startswith(note)
        assert bool(one.outcome.note) is bool(note)
        assert one.right.cells == sum(jobs != "**" for jobs in states.values())
    assert len(STATES_AND_DC) == 51
    assert about(found["state_sums"], "13-1071").tolerance == 260


def test_what_is_missing_for_a_comparison_is_said(store: Store, tmp_path: Path, files: list[Path]) -> None:
    store.load(oews(tmp_path, estimate("11-2021", "300"), year=2023), *files[1:])
    assert store.lacking() == [
        ("state_sums", "oews-2023-05", "the states, all industries together"),
        ("projection_wages", "ep-2024-34", "oews-2024-05, the nation, all industries together"),
        ("handbook_pay", "ooh-2024-34", "oews-2024-05, the nation, all industries together"),
    ]


# --- Employment Projections -------------------------------------------------------------------------------------------


def test_line_items_make_their_summary(found: dict[str, list[Finding]]) -> None:
    for code, (_, measure, expected) in SUMMARIES.items():
        one = about(found["projection_sums"], code, measure)
        assert (code, outcome(one), one.right.cells, one.tolerance) == (code, expected, 2, 150)
        assert one.left.places[0].sheet == "Table 1.2"
        others = [
            outcome(other)
            for other in found["projection_sums"]
            if other.subject.soc_code == code and other.subject.measure != measure
        ]
        assert others == [("agrees", None)] * 3


def test_a_figure_is_taken_from_the_table_that_has_it(store: Store, tmp_path: Path) -> None:
    # The table of skills prints the same occupations without their openings, and is read first.
    store.load(write_xlsx(tmp_path / "skills.xlsx", {"Table 6.2": TOP_SKILLS}))
    store.load(write_xlsx(tmp_path / "occupation.xlsx", {"Table 1.2": MAIN_2024}))
    sums = [one for one in store.found() if one.comparison == "projection_sums" and one.subject.soc_code == "00-0000"]
    assert [outcome(one) for one in sums] == [("agrees", None)] * 4
    openings = about(sums, "00-0000", "annual_openings")
    assert [place.sheet for place in openings.right.places] == ["Table 1.2"]


def test_wages_are_those_of_the_survey_of_their_year(found: dict[str, list[Finding]]) -> None:
    for code, (_, _, expected) in WAGES.items():
        assert (code, outcome(about(found["projection_wages"], code))) == (code, expected)
    assert outcome(about(found["projection_wages"], "21-1011")) == ("not_comparable", "not_printed")
    assert {one.releases for one in found["projection_wages"]} == {("ep-2024-34", "oews-2024-05")}


# --- The handbook -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "51-9991",
            {
                "base_employment": "agrees",
                "projected_employment": "agrees",
                "employment_change": "agrees",
                "employment_change_percent": "within_rounding",
                "annual_openings": "agrees",
            },
        ),
        ("51-9992", dict.fromkeys(("employment_change", "employment_change_percent", "annual_openings"), "differs")),
        ("51-9992", {"base_employment": "within_rounding", "projected_employment": "differs"}),
    ],
)
def test_a_page_says_what_its_round_says(found: dict[str, list[Finding]], code: str, expected: dict[str, str]) -> None:
    findings = [one for one in found["handbook_projections"] if one.subject.soc_code == code]
    assert {one.releases for one in findings} == {("ooh-2024-34", "ep-2024-34")}
    verdicts = {
        name: {str(one.outcome.verdict) for one in findings if one.subject.measure == name} for name in expected
    }
    assert verdicts == {name: {verdict} for name, verdict in expected.items()}
    # Quick facts, the prose of the work environment and the projections table state the jobs, each in its place.
    jobs = [one for one in findings if one.subject.measure == "base_employment"]
    assert len({one.left.places[0].rows for one in jobs}) == 3


def test_a_page_of_several_codes_is_their_sum(found: dict[str, list[Finding]]) -> None:
    together = [one for one in found["handbook_projections"] if one.subject.soc_code is None]
    assert {(one.subject.measure, outcome(one)) for one in together} == {
        ("base_employment", ("agrees", None)),
        ("projected_employment", ("agrees", None)),
        ("employment_change", ("agrees", None)),
        ("annual_openings", ("agrees", None)),
        ("employment_change_percent", ("not_comparable", "several_codes")),
    }
    openings = about(together, None, "annual_openings")
    assert (openings.right.value, openings.right.cells, openings.tolerance) == (1_200, 2, 150)
    assert outcome(about(found["handbook_projections"], "51-9112", "employment_change")) == ("agrees", None)


@pytest.mark.parametrize(
    ("code", "measure", "expected"),
    [
        ("51-9991", "annual_median", ("agrees", None)),
        ("51-9991", "hourly_median", ("within_rounding", None)),
        ("51-9991", "annual_p10", ("differs", None)),
        ("51-9991", "annual_p90", ("differs", None)),
        ("51-9992", "annual_median", ("not_comparable", "withheld")),
        ("51-9992", "hourly_median", ("differs", None)),
        ("51-9992", "annual_p90", ("agrees", None)),
        (None, "hourly_median", ("not_comparable", "several_codes")),
    ],
)
def test_pay_is_that_of_the_survey(
    found: dict[str, list[Finding]], code: str | None, measure: str, expected: tuple[str, str | None]
) -> None:
    pay = [one for one in found["handbook_pay"] if one.subject.soc_code == code]
    of_all = [one for one in pay if one.subject.measure == measure and one.subject.industry_code == "000000"]
    assert {outcome(one) for one in of_all} == {expected}
    assert {one.releases for one in pay} == {("ooh-2024-34", "oews-2024-05")}
    # What a page's words for its employers mean is not settled.
    of_employers = {str(one.outcome.cause) for one in pay if one.subject.industry_code == ""}
    assert of_employers == {"unsettled_industry" if code else "several_codes"}


# --- The seed, nothing, and the command -------------------------------------------------------------------------------


def seed_rows(**cells: str) -> list[dict[str, str]]:
    paid = {"A_MEDIAN": "40350", "A_PCT10": "26550", "A_PCT90": "66260"} | cells
    code = {"OCC_CODE": "29-2071", "OCC_TITLE": "Medical Records and Health Information Technicians"}
    return [{**code, "O_GROUP": "detailed", "TOT_EMP": "208650", **paid}]


def test_the_seed_s_document_against_the_files_of_its_year(small_database: Path, tmp_path: Path) -> None:
    path = shutil.copy(small_database, tmp_path / "seeded.sqlite3")
    store = Store(f"sqlite:///{path}", tmp_path)
    assert [needs for _, release, needs in store.lacking("ooh-2018-28") if release] == [
        "ep-2018-28",
        "oews-2018-05, the nation, all industries together",
    ]
    header = (
        'Occupation Title,Occupation Code,Employment 2018,Employment 2028,"Employment Change, 2018-2028",'
        '"Employment Percent Change, 2018-2028","Occupational Openings, 2018-2028 Annual Average",'
        "Median Annual Wage 2019,Typical Entry-Level Education,Education Code,"
        "Work Experience in a Related Occupation,Workex Code,Typical on-the-job Training,trCode"
    )
    row = "Records technicians,29-2071,215.5,238.6,23.1,10.7,14.2,N/A,Postsecondary nondegree award,5,None,4,None,6"
    (tmp_path / "Employment Projections.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    store.load(tmp_path / "Employment Projections.csv", oews(tmp_path, *seed_rows(A_PCT90="66240"), year=2018))
    assert {(one.comparison, one.subject.measure, outcome(one)) for one in store.found("ooh-2018-28")} == {
        ("handbook_projections", "base_employment", ("agrees", None)),
        ("handbook_projections", "employment_change_percent", ("within_rounding", None)),
        ("handbook_pay", "annual_p10", ("agrees", None)),
        ("handbook_pay", "annual_median", ("agrees", None)),
        ("handbook_pay", "annual_p90", ("differs", None)),
    }
    industries = "oews-2018-05, the nation, industries 54, 561000, 621100, 622000, 623100"
    assert store.lacking("ooh-2018-28") == [("handbook_pay", "ooh-2018-28", industries)]


def test_nothing_loaded_is_said_for_each_comparison(store: Store) -> None:
    said = store.run("--reconcile")
    assert said.code == 0
    assert said.out.count("nothing is loaded") == len(COMPARISONS)
    assert store.run("--reconcile", "--strict").code == 0
    document = store.run("--reconcile", "--json").json
    assert document["findings"] == []
    assert [len(one["lacking"]) for one in document["comparisons"]] == [1] * len(COMPARISONS)


def test_the_command_reports_differences_with_both_cells(books: Store) -> None:
    said = books.run("--reconcile", "--release", "oews-2024-05")
    assert said.code == 0
    head, whole, parts = said.out.split("occupation sums: ")[1].splitlines()[:3]
    assert head == "11-2040 Title 11-2040, employment: -20 apart, rounding allows 15"
    assert "280: oews-2024-05 " in whole
    assert "all_data_M2024.csv, row 11, " in whole
    assert "300, the sum of 2: oews-2024-05 " in parts
    assert "all_data_M2024.csv, rows 12-13, " in parts


def test_twenty_differences_are_shown_and_json_has_all(books: Store, found: dict[str, list[Finding]]) -> None:
    expected = [one for findings in found.values() for one in findings if outcome(one)[0] == "differs"]
    assert len(expected) > 20
    said = books.run("--reconcile")
    assert f"The first 20 of {len(expected)} differences" in said.out
    assert said.out.count("apart, rounding allows") == 20
    document = books.run("--reconcile", "--json", "--strict")
    assert document.code == 3
    assert len(document.json["findings"]) == sum(len(findings) for findings in found.values())
    differing = [one for one in document.json["findings"] if one["outcome"]["verdict"] == "differs"]
    assert [one["apart"] for one in differing] == [one.apart for one in expected]
    for comparison in document.json["comparisons"]:
        counted = sum(count["verdicts"]["differs"] for count in comparison["counts"])
        assert counted == sum(outcome(one)[0] == "differs" for one in found[comparison["comparison"]])


def test_a_release_narrows_the_comparisons(store: Store, tmp_path: Path) -> None:
    older = oews(tmp_path, *group("11-2020", "280", "100", "200"), year=2023)
    store.load(oews(tmp_path, *group("11-2020", "300", "100", "200")), older)
    assert store.run("--reconcile", "--strict").code == 3
    assert store.run("--reconcile", "--strict", "--release", "oews-2024-05").code == 0
    findings = store.run("--reconcile", "--json", "--release", "oews-2023-05").json["findings"]
    assert [one["releases"] for one in findings] == [["oews-2023-05"]]
    said = store.run("--reconcile", "--release", "oews-2022-05")
    assert (said.code, "oews-2022-05 is not loaded" in said.err) == (1, True)


@pytest.mark.parametrize(
    "arguments", [("--reconcile", "FILE"), ("--reconcile", "--threshold", "115.00/239200"), ("--strict",)]
)
def test_options_that_ask_two_things_are_refused(store: Store, tmp_path: Path, arguments: Sequence[str]) -> None:
    file = oews(tmp_path, estimate("11-2021", "10"))
    said = store.run(*(str(file) if argument == "FILE" else argument for argument in arguments))
    assert said.code == 2
    assert "--reconcile" in said.err


@pytest.mark.postgresql
def test_postgresql_finds_the_same(books: Store, files: list[Path], empty_postgresql: str, tmp_path: Path) -> None:
    writer = create_writer(empty_postgresql)
    migrate(writer)
    writer.dispose()
    other = Store(empty_postgresql, tmp_path).load(*files)
    expected = books.everything()
    assert len({one.comparison for one in expected if isinstance(one, Finding)}) == len(COMPARISONS)
    assert sorted(map(repr, other.everything())) == sorted(map(repr, expected))


# --- The publishers' own files ----------------------------------------------------------------------------------------


def test_the_publisher_s_own_files(store: Store) -> None:
    """Counts of May 2018 that were also made from the sheet itself, without a reader of ours; see the document."""
    survey, edition = publisher_file("oews/oesm18nat.zip"), publisher_file("ep/2016-26/occupation.xlsx")
    store.load(survey, edition, publisher_file("classifications/soc2010_to_2018_crosswalk.csv"))
    counted: dict[tuple[str, ...], dict[str, int]] = {}
    for found in store.found():
        count = counted.setdefault((found.comparison, *found.releases), {})
        kind = str(found.outcome.cause or found.outcome.verdict)
        count[kind] = count.get(kind, 0) + 1
    assert counted == {
        ("occupation_sums", "oews-2018-05"): {
            "agrees": 444,
            "within_rounding": 121,
            "one_code_at_two_levels": 6,
            "not_printed": 1,
        },
        ("projection_sums", "ep-2016-26"): {"agrees": 650, "within_rounding": 438},
        ("projection_wages", "ep-2016-26", "oews-2018-05"): {"agrees": 1063, "not_printed": 23, "not_measured": 5},
    }
