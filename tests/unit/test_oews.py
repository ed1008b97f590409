"""Rows of the publisher's layout: every marker, every mistake, with the place where it stands."""

from collections.abc import Iterable
from typing import Any

import pytest

from app.domain.levels import SocVintage
from app.domain.measures import MEASURES, OEWS_MEASURES, Unit
from app.domain.qualifiers import Qualifier
from app.domain.thresholds import wage_threshold
from app.sources.oews import COLUMN_OF_MEASURE, oews_records
from app.sources.records import Record, RecordKind, Sheet, SourceFile, UnreadableSourceError

SHEET = Sheet(SourceFile("all_data.csv", "0" * 64, 1), "All May 2025 data")
PLAIN = {
    "AREA": "48",
    "AREA_TITLE": "Texas",
    "AREA_TYPE": "2",
    "PRIM_STATE": "TX",
    "NAICS": "000000",
    "NAICS_TITLE": "Cross-industry",
    "I_GROUP": "cross-industry",
    "OWN_CODE": "1235",
    "OCC_CODE": "29-2072",
    "OCC_TITLE": "Medical Records Specialists",
    "O_GROUP": "detailed",
    "ANNUAL": "",
    "HOURLY": "",
    **dict.fromkeys(COLUMN_OF_MEASURE.values(), ""),
    "TOT_EMP": "10",
}
HOURLY = [name for name in OEWS_MEASURES if MEASURES[name].unit is Unit.DOLLARS_PER_HOUR]
ANNUAL = [name for name in OEWS_MEASURES if MEASURES[name].unit is Unit.DOLLARS_PER_YEAR]
NEITHER = [name for name in OEWS_MEASURES if name not in (*HOURLY, *ANNUAL)]


def read(rows: Iterable[dict[str, str]], year: int = 2025) -> list[Record]:
    """The records of rows, each of which has the columns of the first."""
    rows = list(rows)
    lines = [list(rows[0]), *(list(row.values()) for row in rows)]
    return list(oews_records(lines, SHEET, SocVintage.SOC_2018, wage_threshold(year)))


def estimate(**cells: str) -> dict[str, Any]:
    """The estimate in a row with these cells, of May 2025."""
    return estimate_of(2025, cells)


def estimate_of(year: int, cells: dict[str, str]) -> dict[str, Any]:
    """The estimate in a row with these cells, of another year."""
    *_, last = read([PLAIN | cells], year)
    assert last.kind is RecordKind.OEWS_ESTIMATE
    return dict(last.values)


def problem(**cells: str) -> tuple[int, str, str, str]:
    """Row, column, text and expectation of the one mistake of a row."""
    with pytest.raises(UnreadableSourceError) as caught:
        read([PLAIN, PLAIN | cells])
    (found,) = caught.value.problems
    assert (found.file, found.sheet) == ("all_data.csv", "All May 2025 data")
    return found.row, found.column, found.text, found.expected


@pytest.mark.parametrize("measure", OEWS_MEASURES)
def test_a_number_is_the_value_of_its_own_column_and_of_no_other(measure: str) -> None:
    found = estimate(**{"TOT_EMP": "**", COLUMN_OF_MEASURE[measure]: "37"})
    assert {name: found[name] for name in OEWS_MEASURES if found[name] is not None} == {measure: 37}
    assert found[f"{measure}_qualifier"] is None


@pytest.mark.parametrize("measure", [*HOURLY, *ANNUAL])
def test_a_wage_that_is_not_released(measure: str) -> None:
    found = estimate(**{COLUMN_OF_MEASURE[measure]: "*"})
    assert (found[measure], found[f"{measure}_qualifier"]) == (None, Qualifier.WAGE_NOT_RELEASED)


def test_an_employment_that_is_not_released() -> None:
    for measure in ("employment", "employment_rse", "jobs_per_1000", "location_quotient", "percent_of_industry"):
        found = estimate(**{COLUMN_OF_MEASURE[measure]: "**"})
        assert (found[measure], found[f"{measure}_qualifier"]) == (None, Qualifier.EMPLOYMENT_NOT_RELEASED)


@pytest.mark.parametrize(
    ("year", "hourly", "annual", "qualifier"),
    [(2025, 115, 239_200, "at_or_above"), (2015, 90, 187_200, "at_or_above"), (2014, 90, 187_200, "above")],
)
def test_a_wage_above_the_threshold_has_its_bound_as_value(year: int, hourly: int, annual: int, qualifier: str) -> None:
    for measure, bound in [(name, hourly) for name in HOURLY] + [(name, annual) for name in ANNUAL]:
        found = estimate_of(year, {COLUMN_OF_MEASURE[measure]: "#"})
        assert (found[measure], found[f"{measure}_qualifier"]) == (bound, qualifier)


def test_a_percentage_below_half() -> None:
    found = estimate(PCT_RPT="~")
    name = "percent_of_establishments_reporting"
    assert (found[name], found[f"{name}_qualifier"]) == (None, Qualifier.BELOW_HALF_PERCENT)


def test_blank_means_what_the_flags_say() -> None:
    yearly, by_the_hour, plain = estimate(ANNUAL="TRUE"), estimate(HOURLY="TRUE"), estimate()
    for name in HOURLY:
        assert yearly[f"{name}_qualifier"] == Qualifier.ANNUAL_ONLY
        assert by_the_hour[f"{name}_qualifier"] == plain[f"{name}_qualifier"] == Qualifier.NOT_APPLICABLE
    for name in ANNUAL:
        assert by_the_hour[f"{name}_qualifier"] == Qualifier.HOURLY_ONLY
        assert yearly[f"{name}_qualifier"] == plain[f"{name}_qualifier"] == Qualifier.NOT_APPLICABLE
    for name in NEITHER:
        assert (yearly["employment"], yearly[f"{name}_qualifier"]) == (
            10,
            None if name == "employment" else Qualifier.NOT_APPLICABLE,
        )


@pytest.mark.parametrize("marker", ["*", "**"])
def test_a_standard_error_is_withheld_by_either_marker(marker: str) -> None:
    values = estimate(TOT_EMP="1,250", EMP_PRSE=marker, MEAN_PRSE=marker)
    assert (values["employment"], values["employment_qualifier"]) == (1_250, None)
    assert (values["employment_rse"], values["employment_rse_qualifier"]) == (None, "employment_not_released")
    assert (values["mean_wage_rse"], values["mean_wage_rse_qualifier"]) == (None, "wage_not_released")


def test_a_value_stands_whatever_the_threshold_is() -> None:
    assert estimate(H_PCT90="140.55", A_PCT90="292,340")["hourly_p90"] == 140.55
    assert estimate(A_PCT90="292,340")["annual_p90"] == 292_340


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        *[
            ("TOT_EMP", "12.5", "whole"),
            ("TOT_EMP", "-5", "whole"),
            ("TOT_EMP", "abc", "number"),
            ("TOT_EMP", "***", "number"),
        ],
        *[("TOT_EMP", "*", "marker"), ("TOT_EMP", "#", "#"), ("TOT_EMP", "~", "marker"), ("EMP_PRSE", "#", "#")],
        *[
            ("H_MEAN", "**", "marker"),
            ("A_MEAN", "~", "marker"),
            ("A_MEAN", "1e5", "number"),
            ("A_MEAN", "nan", "number"),
        ],
        *[
            ("A_MEAN", "\uff15", "number"),
            ("A_MEAN", "1_000", "number"),
            ("H_MEAN", "$12.00", "number"),
            ("H_MEAN", "inf", "number"),
        ],
        *[
            ("AREA_TYPE", "7", "one of 1, 2"),
            ("AREA_TYPE", "", "one of"),
            ("OWN_CODE", "4", "one of"),
            ("AREA", "", "text"),
        ],
        *[("O_GROUP", "Details", "one of"), ("I_GROUP", "2-digit", "one of"), ("OCC_CODE", "292072", "29-2072")],
        *[
            ("OCC_TITLE", " ", "text"),
            ("OCC_CODE", "", "29-2072"),
            ("PRIM_STATE", "", "text"),
            ("NAICS_TITLE", "", "text"),
        ],
    ],
)
def test_a_mistake_is_named_with_its_place(column: str, text: str, expected: str) -> None:
    row, where, found, right = problem(**{column: text})
    assert (row, where, found.strip()) == (3, column, text.strip())
    assert expected in right


@pytest.mark.parametrize(("column", "measures"), [("ANNUAL", "H_MEAN"), ("HOURLY", "A_MEAN")])
def test_a_flag_is_true_or_blank(column: str, measures: str) -> None:
    row, where, text, right = problem(**{column: "yes", measures: ""})
    assert (row, where, text) == (3, column, "yes")
    assert "TRUE" in right


def test_a_ragged_row_is_named() -> None:
    lines = [list(PLAIN), list(PLAIN.values()), list(PLAIN.values())[:-1], [*PLAIN.values(), "x"]]
    with pytest.raises(UnreadableSourceError) as caught:
        list(oews_records(lines, SHEET, SocVintage.SOC_2018, wage_threshold(2025)))
    assert [(found.row, found.column) for found in caught.value.problems] == [(3, "row"), (4, "row")]


@pytest.mark.parametrize("missing", ["TOT_EMP", "H_MEAN", "OCC_CODE", "ANNUAL", "AREA_TYPE"])
def test_a_missing_column_is_named(missing: str) -> None:
    row = {name: cell for name, cell in PLAIN.items() if name != missing}
    with pytest.raises(UnreadableSourceError, match=f"row 1, column {missing}"):
        read([row])


def test_an_unknown_column_is_named_and_the_order_of_columns_is_free() -> None:
    with pytest.raises(UnreadableSourceError, match="NEWS"):
        read([{**PLAIN, "NEWS": "1"}])
    turned = dict(reversed((PLAIN | {"A_MEDIAN": "51140"}).items()))
    assert read([turned])[-1].values["annual_median"] == 51_140
    lower = {name.lower(): cell for name, cell in PLAIN.items()}
    assert read([lower])[-1].kind is RecordKind.OEWS_ESTIMATE
    optional = {name: cell for name, cell in PLAIN.items() if name not in ("PCT_TOTAL", "PCT_RPT")}
    assert read([optional])[-1].values["percent_of_industry_qualifier"] == Qualifier.NOT_APPLICABLE


def test_what_an_estimate_refers_to_comes_before_it_and_once() -> None:
    records = read([PLAIN, PLAIN | {"OCC_CODE": "15-1252"}, PLAIN | {"AREA": "06", "PRIM_STATE": "CA"}])
    assert [(record.kind.value, record.row) for record in records] == [
        *[("area", 2), ("industry", 2), ("occupation", 2), ("oews_estimate", 2)],
        *[("occupation", 3), ("oews_estimate", 3)],
        *[("area", 4), ("oews_estimate", 4)],
    ]


def test_codes_that_oews_made_are_of_no_edition() -> None:
    for code, vintage in (("21-1018", SocVintage.OEWS), ("29-2072", SocVintage.SOC_2018)):
        assert estimate(OCC_CODE=code)["soc_vintage"] == vintage


def test_all_mistakes_are_named_and_the_first_twenty_are_shown() -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        read([PLAIN, *(PLAIN | {"TOT_EMP": "x"} for _ in range(30))])
    assert len(caught.value.problems) == 30
    assert len(str(caught.value).splitlines()) == 21
    assert str(caught.value).endswith("and 10 more")
