"""The projections download and the matrix of one industry or occupation, in small."""

from pathlib import Path

import pytest

from app.sources.ep.download import MatrixSubject, example_titles, subject_of
from app.sources.recognition import NearLayout, Recognition
from app.sources.records import RecordKind, UnreadableSourceError
from tests.unit.sources.ep.workbooks_of_a_round import (
    DOWNLOAD_HEADER,
    MATRIX_BY_OCCUPATION,
    PILOTS,
    drawn,
    text_answer,
    values_of,
)

K = RecordKind


def test_a_row_with_example_titles(tmp_path: Path) -> None:
    got = text_answer(tmp_path, f"{DOWNLOAD_HEADER}\n{PILOTS}\n")
    assert isinstance(got, Recognition)
    assert (got.part.release.release, got.part.part) == ("ep-2022-32", "download")
    records = drawn(got)
    (projection,) = values_of(records, K.EP_PROJECTION)
    assert (projection["title"], projection["base_employment"]) == ("Test pilots", 1_200_500)
    assert (projection["row_type"], projection["annual_openings"]) == ("line_item", 9_900)
    (traits,) = values_of(records, K.EP_WORKER_CHARACTERISTIC)
    assert (traits["annual_median"], traits["annual_median_qualifier"], traits["wage_year"]) == (
        239_200,
        "at_or_above",
        2023,
    )
    assert (traits["on_the_job_training"], traits["on_the_job_training_code"]) == ("apprenticeship", 2)
    assert [v["example_title"] for v in values_of(records, K.EP_EXAMPLE_TITLE)] == ["Flight Tester", "Pilot, Test"]


def test_a_download_that_a_spreadsheet_saved_again(tmp_path: Path) -> None:
    row = PILOTS.replace('"=""11-1011"""', "11-1011").replace('">=239,200"', "N/A").replace('"9.9"', "10")
    (traits,) = values_of(drawn(text_answer(tmp_path, f"{DOWNLOAD_HEADER}\n{row}\n")), K.EP_WORKER_CHARACTERISTIC)
    assert (traits["annual_median"], traits["annual_median_qualifier"]) == (None, "not_applicable")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"=""11-1011"""', "Nov-11"),
        ('"3","None"', '"2","None"'),
        ('"4","Apprenticeship"', '"3","Apprenticeship"'),
        ('"9.9"', '""'),
        ('"1,200.5"', '"1,20.5"'),
        ('"Apprenticeship"', '"Apprenticeships"'),
    ],
)
def test_what_is_not_understood_is_refused(tmp_path: Path, old: str, new: str) -> None:
    assert old in PILOTS
    got = text_answer(tmp_path, f"{DOWNLOAD_HEADER}\n{PILOTS.replace(old, new)}\n")
    with pytest.raises(UnreadableSourceError, match="row 2"):
        drawn(got)


def test_the_matrix_names_its_occupation_in_the_files_name_alone(tmp_path: Path) -> None:
    got = text_answer(tmp_path, MATRIX_BY_OCCUPATION, "National Employment Matrix_OCC_29-2072 (1).csv")
    assert isinstance(got, Recognition)
    assert (got.part.release.release, got.part.part) == ("ep-2022-32", "matrix-occupation-29-2072")
    records = drawn(got)
    total, _, food = values_of(records, K.EP_MATRIX_CELL)
    assert (total["industry_code"], total["sort_order"], total["industry_row_type"]) == ("TE1000", None, "summary")
    assert (food["soc_code"], food["industry_code"], food["base_employment"]) == ("29-2072", "3110A1", 1_500)
    assert food["base_percent_of_occupation"] == 14.3
    near = text_answer(tmp_path, MATRIX_BY_OCCUPATION, "renamed.csv")
    assert isinstance(near, NearLayout)
    assert "file's name" in near.lacking[-1]


def test_a_download_of_the_rounds_that_counted_openings_otherwise(tmp_path: Path) -> None:
    header = DOWNLOAD_HEADER.replace(
        "Occupational Openings, 2022-2032 Annual Average", "Job Openings due to Growth and Replacement Needs, 2022-2032"
    )
    header = (
        header.replace("2022", "2014")
        .replace("2032", "2024")
        .replace("Median Annual Wage 2023", "2014 Median Annual Wage")
    )
    got = text_answer(tmp_path, f"{header}\n{PILOTS}\n")
    assert isinstance(got, Recognition)
    assert got.part.release.release == "ep-2014-24"
    records = drawn(got)
    (projection,) = values_of(records, K.EP_PROJECTION)
    assert projection.get("annual_openings") is None
    (openings,) = (
        record for kind in K for record in values_of(records, kind) if "growth_and_replacement_openings" in record
    )
    assert openings["growth_and_replacement_openings"] == 9_900
    (traits,) = values_of(records, K.EP_WORKER_CHARACTERISTIC)
    assert (traits["annual_median"], traits["wage_year"]) == (239_200, 2014)


def test_a_download_that_lacks_a_column_is_near_it(tmp_path: Path) -> None:
    got = text_answer(tmp_path, DOWNLOAD_HEADER.replace('"Median Annual Wage 2023",', "") + "\n" + PILOTS + "\n")
    assert isinstance(got, NearLayout)
    assert got.lacking == ("a column of wage",)


def test_other_text_is_none_of_ours(tmp_path: Path) -> None:
    assert text_answer(tmp_path, "a,b\n1,2\n") is None


def test_example_titles_and_subjects() -> None:
    assert example_titles("Actors    * Actress* Voice-Over Artist") == ("Actors", ("Actress", "Voice-Over Artist"))
    assert example_titles("Actors") == ("Actors", ())
    assert subject_of("National Employment Matrix_IND_3250A1.csv") == MatrixSubject("3250A1", None)
    assert subject_of("National Employment Matrix_IND_9999.csv") is None  # its codes have six characters
    assert subject_of("x_OCC_15-2051.csv") == MatrixSubject(None, "15-2051")
    assert subject_of("National Employment Matrix.csv") is None
