"""Sentences of other pages than those at hand, in the words that the handbook varies."""

from decimal import Decimal

import pytest

from app.domain.qualifiers import Qualifier
from app.sources.ooh.employment import employer_subject
from app.sources.ooh.job_sentences import job_counts, unread_job_sentence
from app.sources.ooh.outlook_sentences import stated_openings, stated_outlook, unread_openings_sentence
from app.sources.ooh.page_records import profile_records
from app.sources.ooh.wage_sentences import distributions, unread_wage_sentence
from app.sources.records import RecordKind, RowCounts
from tests.unit.sources.ooh.pages import SHEET, PageText, read, table, values_of

TENTHS = (25010, 77890, None)
TOP = (25010, 239200, Qualifier.AT_OR_ABOVE)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("In May 2024, the median annual wage for kite makers was $41,230.", None),
        ("Median annual wages for kite makers were about $41,230 in May 2024.", None),
        ("The median annual wage was $41,230 for kite makers in May 2024.", None),
        ("The median annual wage in May 2024 for kite makers was $41,230.", None),
        ("In May 2024, the median annual wage was $41,230 for kite makers.", None),
        ("Kite makers had a median annual wage of $41,230 in May 2024.", None),
        ("The median annual wage for kite makers was $41,230 in May 2024, well above that of hobbyists.", None),
        ("The median annual wage for kite makers was greater than or equal to $41,230 in May 2024.", "at_or_above"),
        ("The median annual wage for kite makers was equal to or greater than $41,230 in May 2024.", "at_or_above"),
        ("The median annual wage for kite makers was $41,230 or more in May 2024.", "at_or_above"),
        ("The median annual wage for kite makers was more than $41,230 in May 2024.", "above"),
    ],
)
def test_a_median_in_other_words(text: str, bound: str | None) -> None:
    (found,) = distributions(text)
    assert (found.subject.lower(), found.period) == ("kite makers", "2024-05")
    assert found.values["annual_median"] == 41230
    assert found.values["annual_median_qualifier"] == (Qualifier(bound) if bound else None)


@pytest.mark.parametrize(
    "text",
    [
        "The median annual wages for kite and balloon makers were $41,230 and $51,230, respectively, in May 2024.",
        "The median annual wage for kite makers was $41,230 in May 2024, and for balloon makers it was $51,230.",
        "In May 2024, the median annual wage for kite makers was $41,230, compared with $49,500 for all workers.",
        "The median annual wage for all workers was $49,500 in May 2024.",
        "The median annual wage for kite makers was $41,23 in May 2024.",
        "The median annual wage for kite makers was $41,230.50 in May 2024.",
        "The median annual wage for kite makers rose from $41,230 in May 2023 to $43,000 in May 2024.",
    ],
)
def test_a_sentence_that_says_more_than_one_wage_lends_none_the_words_of_another(text: str) -> None:
    assert distributions(text) == []
    assert unread_wage_sentence(text) == text


@pytest.mark.parametrize(
    ("tenths", "low", "high", "bound"),
    [
        (
            "The lowest 10 percent earned less than $25,010, and the highest 10 percent earned more than $77,890.",
            *TENTHS,
        ),
        (
            "The lowest 10 percent earned less than $25,010 and the highest 10 percent earned more than $77,890.",
            *TENTHS,
        ),
        ("The lowest-paid 10% earned less than $25,010, and the top 10% earned more than $77,890.", *TENTHS),
        ("The lowest 10 percent earned less than $25,010, and the highest 10 percent earned more than $239,200.", *TOP),
        ("The lowest 10 percent earned less than $25,010, and the highest 10 percent earned $239,200 or more.", *TOP),
        ("The lowest 10 percent earned less than $25,010, and the highest 10 percent earned at least $239,200.", *TOP),
    ],
)
def test_the_outer_tenths_in_other_words(tenths: str, low: int, high: int, bound: Qualifier | None) -> None:
    (found,) = distributions(f"The median annual wage for kite makers was $41,230 in May 2024. {tenths}")
    named = ("annual_p10", "annual_p90", "annual_p90_qualifier")
    assert tuple(found.values[name] for name in named) == (low, high, bound)


def test_hourly_and_annual_pay_of_several_occupations_are_told_apart() -> None:
    found = distributions(
        "The median hourly wage for kite makers was $23.33 in May 2024. The lowest 10 percent earned less than $14.00, "
        "and the highest 10 percent earned more than $115.00. The median annual wage for balloon makers was $51,230 in "
        "May 2024."
    )
    assert [
        (one.subject, {name: value for name, value in one.values.items() if name != "statement"}) for one in found
    ] == [
        (
            "kite makers",
            {
                "hourly_median": Decimal("23.33"),
                "hourly_median_qualifier": None,
                "hourly_p10": Decimal("14.00"),
                "hourly_p90": Decimal("115.00"),
                "hourly_p90_qualifier": Qualifier.AT_OR_ABOVE,
            },
        ),
        ("balloon makers", {"annual_median": 51230, "annual_median_qualifier": None}),
    ]


@pytest.mark.parametrize(
    "where",
    [
        "for kite makers in the top industry in which they worked were as follows:",
        "for kite makers in the top industries in which these workers are employed were as follows:",
        "of kite makers in the top industries in which most of these workers work were:",
        "in the top industries employing them for kite makers were as follows:",
        "for kite makers in selected industries were as follows:",
    ],
)
def test_industries_are_not_taken_for_occupations(where: str) -> None:
    text = "<p>The median annual wage for kite makers was $41,230 in May 2024.</p>"
    pay = f"{text}<p>In May 2024, the median annual wages {where}</p>" + table(("Toy manufacturing", "$52,000"))
    rows = values_of(read(PageText(pay=pay)), RecordKind.HANDBOOK_WAGE, "subject_title", "industry_label")
    assert rows == [("", None), ("", "Toy manufacturing")]


def test_a_table_by_industry_in_words_that_are_not_known_is_kept_as_text() -> None:
    pay = (
        "<p>The median annual wage for kite makers was $41,230 in May 2024.</p><p>In May 2024, the median annual "
        "wages for kite makers by industries in which one finds them were as follows:</p>"
    ) + table(("Toy manufacturing", "$52,000"))
    counts = RowCounts()
    records = list(profile_records(PageText(pay=pay).html(), SHEET, "2024-34", counts=counts))
    assert values_of(records, RecordKind.HANDBOOK_WAGE, "annual_median") == [(41230,)]
    assert [problem.column for problem in counts.unread] == ["pay, table"]
    assert any(
        "Toy manufacturing | $52,000" in str(text) for (text,) in values_of(records, RecordKind.PROFILE_SECTION, "text")
    )


def test_wages_of_others_than_the_page_is_about_are_not_its_own() -> None:
    pay = (
        "<p>The median annual wage for kite makers was $41,230 in May 2024. The median annual wage for self-employed "
        "kite makers was $39,000 in May 2024.</p>"
        "<p>Median annual wages for kite makers in May 2024 were as follows:</p>"
    ) + table(("Box kite makers", "$44,000"), ("Kite makers", "$41,230"))
    rows = values_of(read(PageText(pay=pay)), RecordKind.HANDBOOK_WAGE, "subject_title", "soc_code", "annual_median")
    assert rows == [
        ("", "51-9998", 41230),
        ("self-employed kite makers", None, 39000),
        ("Box kite makers", None, 44000),
        ("", "51-9998", 41230),
    ]


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
        ("Employment of kite makers is projected to show no change from 2024 to 2034.", None, "no change"),
        ("Over the 2024–34 decade, employment of kite makers is projected to decline 4 percent.", -4, "decline"),
        ("Employment of kite makers is projected to decline 4 percent over the 2024–34 decade.", -4, "decline"),
        (
            "Still, employment of kite makers is projected to grow 1 percent from 2024 to 2034, slower than average.",
            1,
            "slower than the average",
        ),
    ],
)
def test_an_outlook_in_other_words(text: str, percent: float | None, label: str) -> None:
    outlook = stated_outlook(text)
    assert outlook is not None
    assert (outlook.values.get("employment_change_percent"), outlook.values["outlook_label"]) == (percent, label)


@pytest.mark.parametrize(
    "text",
    [
        "About 300 openings are projected each year, on average, over the decade.",
        "Approximately 300 openings for kite makers are projected each year, on average, over the decade.",
        "About 300 openings each year for kite makers are projected over the 2024–34 decade.",
        "Despite declining employment of 4 percent, an average of 300 openings per year is projected for kite makers.",
        "There will be about 300 job openings a year for kite makers.",
        "Only about 300 openings for kite makers are projected each year.",
    ],
)
def test_openings_in_other_words(text: str) -> None:
    assert stated_openings(text) == (300, 100)
    assert unread_openings_sentence(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Fewer than 50 openings for kite makers are projected each year, on average, over the decade.",
        "More than 300 openings for kite makers are projected each year.",
        "Between 200 and 300 openings for kite makers are projected each year.",
        "About 300 openings for kite makers and 200 for balloon makers are projected each year.",
    ],
)
def test_openings_as_a_bound_or_of_several_are_no_number(text: str) -> None:
    assert stated_openings(text) is None
    assert unread_openings_sentence(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Kite makers held nearly 12,300 jobs in 2024.",
        "In 2024, kite makers held nearly 12,300 jobs.",
        "There were nearly 12,300 jobs for kite makers in 2024.",
        "In 2024, there were nearly 12,300 jobs for kite makers.",
        "Nearly 12,300 jobs were held by kite makers in 2024.",
    ],
)
def test_jobs_in_other_words(text: str) -> None:
    (count,) = job_counts(text)
    assert (count.subject.lower(), count.jobs, count.quantifier, count.year) == ("kite makers", 12300, "nearly", 2024)
    assert unread_job_sentence(text) is None


def test_jobs_of_several_occupations_in_one_sentence() -> None:
    text = (
        "In 2024, box, stunt, and delta kite makers held about 1,200 jobs, and balloon makers held about 1.3 million."
    )
    assert [(count.subject, count.jobs, count.rounded_to) for count in job_counts(text)] == [
        ("box, stunt, and delta kite makers", 1200, 100),
        ("balloon makers", 1_300_000, 100_000),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kite makers and balloon makers held about 1,200 and 3,400 jobs, respectively, in 2024.",
        "Kite makers held about 12,30 jobs in 2024.",
        "Kite makers held about 12,300 jobs in 2024 and 13,000 in 2014.",
        "There were about 12,300 jobs.",
    ],
)
def test_jobs_that_cannot_be_told_are_no_number(text: str) -> None:
    assert job_counts(text) == []
    assert unread_job_sentence(text) == text


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The largest employers of kite makers are as follows:", "kite makers"),
        ("The largest employers of kite makers in 2024 were as follows:", "kite makers"),
        ("The largest employer of kite makers was:", "kite makers"),
        ("The industries that employed the most kite makers were as follows:", "kite makers"),
        ("The largest employers were as follows:", ""),
        ("The friends of kite makers were as follows:", None),
    ],
)
def test_employers_in_other_words(text: str, subject: str | None) -> None:
    assert employer_subject(text) == subject


def test_a_list_under_the_heading_of_duties_needs_no_sentence_before_it() -> None:
    page = PageText(
        duties="<ul><li>Cut sails</li><li>Tie bridles</li></ul><p>Types are:</p><ul><li>Box kites</li></ul>"
    )
    duties = values_of(read(page), RecordKind.DUTY, "position", "duty", "introduction")
    assert duties == [(1, "Cut sails", "Duties"), (2, "Tie bridles", "Duties")]


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


def test_the_text_of_an_item_is_its_own_and_not_that_of_the_list_within_it() -> None:
    duties = (
        '<p>They do the following:</p><ul><li>Cut sails, with <a href="/a">knives</a><ul><li>Cut <b>edges</b> '
        '<a href="/b">straight</a></li></ul></li><li>Tie bridles</li></ul>'
    )
    records = read(PageText(duties=duties))
    assert values_of(records, RecordKind.DUTY, "position", "duty") == [
        (1, "Cut sails, with knives"),
        (2, "Cut edges straight"),
        (3, "Tie bridles"),
    ]
    links = [link for (link,) in values_of(records, RecordKind.PROFILE_LINK, "link_text")]
    assert (links.count("knives"), links.count("straight")) == (1, 1)
