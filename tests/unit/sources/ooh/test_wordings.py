"""Sentences of other pages than those at hand, in the words that the handbook varies."""

import pytest

from app.domain.qualifiers import Qualifier
from app.sources.ooh.employment import employer_subject, job_counts
from app.sources.ooh.outlook import OPENINGS, stated_outlook
from app.sources.ooh.pay import distributions
from app.sources.records import RecordKind, UnreadableSourceError
from tests.unit.sources.ooh.pages import PageText, read, table, values_of


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("In May 2024, the median annual wage for kite makers was $41,230.", None),
        ("Median annual wages for kite makers were about $41,230 in May 2024.", None),
        ("The median annual wage for kite makers was greater than or equal to $41,230 in May 2024.", "at_or_above"),
    ],
)
def test_a_median_in_other_words(text: str, bound: str | None) -> None:
    (found,) = distributions(text)
    assert (found.subject, found.period) == ("kite makers", "2024-05")
    assert found.values["annual_median"] == 41230
    assert found.values["annual_median_qualifier"] == (Qualifier(bound) if bound else None)


@pytest.mark.parametrize(
    "where",
    [
        "for kite makers in the top industry in which they worked were as follows:",
        "for kite makers in the top industries in which these workers are employed were as follows:",
        "of kite makers in the top industries in which most of these workers work were:",
    ],
)
def test_industries_are_not_taken_for_occupations(where: str) -> None:
    text = "<p>The median annual wage for kite makers was $41,230 in May 2024.</p>"
    pay = f"{text}<p>In May 2024, the median annual wages {where}</p>" + table(("Toy manufacturing", "$52,000"))
    rows = values_of(read(PageText(pay=pay)), RecordKind.HANDBOOK_WAGE, "subject_title", "industry_label")
    assert rows == [("", None), ("", "Toy manufacturing")]


def test_a_table_by_industry_in_words_that_are_not_known_is_refused() -> None:
    pay = (
        "<p>The median annual wage for kite makers was $41,230 in May 2024.</p><p>In May 2024, the median annual "
        "wages for kite makers by industries in which one finds them were as follows:</p>"
    ) + table(("Toy manufacturing", "$52,000"))
    with pytest.raises(UnreadableSourceError):
        read(PageText(pay=pay))


@pytest.mark.parametrize(
    ("text", "percent", "label"),
    [
        ("Overall, employment of kite makers is projected to decline 3 percent from 2024 to 2034.", -3, "decline"),
        (
            "Employment for kite makers is projected to grow about 6 percent from 2024 to 2034, faster than average.",
            6,
            "faster than the average",
        ),
        (
            "Employment in kite making is expected to have little or no change from 2024 to 2034.",
            None,
            "little or no change",
        ),
    ],
)
def test_an_outlook_in_other_words(text: str, percent: float | None, label: str) -> None:
    outlook = stated_outlook(text)
    assert outlook is not None
    assert (outlook.values.get("employment_change_percent"), outlook.values["outlook_label"]) == (percent, label)


@pytest.mark.parametrize("words", ["About 300 openings", "Approximately 300 openings for kite makers"])
def test_openings_in_other_words(words: str) -> None:
    found = OPENINGS.search(f"{words} are projected each year, on average, over the decade.")
    assert found is not None
    assert found["openings"] == "300"


def test_jobs_and_employers_in_other_words() -> None:
    (count,) = job_counts("Kite makers held nearly 12,300 jobs in 2024.")
    assert (count.subject, count.jobs, count.quantifier) == ("Kite makers", 12300, "nearly")
    assert employer_subject("The largest employers of kite makers are as follows:") == "kite makers"
    assert employer_subject("The largest employers were as follows:") == ""


def test_types_of_workers_and_qualities_may_be_a_list() -> None:
    duties = (
        "<p>Kite makers make kites.</p><p>The following are examples of types of kite makers:</p><ul>"
        "<li><strong>Box kite makers</strong> make kites of four sides.</li></ul>"
    )
    titles = values_of(read(PageText(duties=duties)), RecordKind.OTHER_TITLE, "title", "kind")
    assert ("Box kite makers", "type") in titles
    (quality,) = values_of(
        read(PageText(qualities="<ul><li><strong>Patience.</strong> Kites take time.</li></ul>")),
        RecordKind.QUALITY,
        "quality",
        "explanation",
    )
    assert quality == ("Patience", "Kites take time.")
