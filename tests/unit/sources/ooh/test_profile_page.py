"""What a handbook page gives, fact by fact, on pages that are written here."""

from decimal import Decimal

import pytest

from app.domain.education import EducationLevel
from app.domain.outlook import OutlookCategory
from app.domain.qualifiers import Qualifier
from app.domain.statements import ProfileScope
from app.sources.ooh.page_records import profile_records
from app.sources.records import Record, RecordKind, RowCounts, UnreadableSourceError
from app.store.tables import metadata
from tests.unit.sources.ooh.pages import SHEET, PageText, of_kind, outlook_row, read, table, values_of

SEVERAL = PageText(
    title="Kite and Balloon Makers",
    facts=PageText().facts
    | {
        "Number of Jobs, 2024": "1,300,000",
        "Job Outlook, 2024–34": "0% (Little or no change)",
        "Employment Change, 2024–34": "900",
    },
    environment=(
        "<p>Kite and balloon makers held about 1.3 million jobs in 2024. Employment in the detailed "
        "occupations that make "
        "up kite and balloon makers was distributed as follows:</p>"
        + table(("Kite makers", "1,200,300"), ("Balloon makers", "99,700"))
        + "<p> The largest employers of balloon makers were as follows:</p>"
        + table(("Toy manufacturing", "60%"))
    ),
    pay=(
        "<p>The median annual wage for kite makers was $41,230 in May 2024. The lowest 10 percent "
        "earned less than $25,010, "
        "and the highest 10 percent earned more than $239,200.</p><p>Median annual wages for kite and "
        "balloon makers in "
        "May 2024 were as follows:</p>" + table(("Balloon makers", "$239,200 or more"), ("Kite makers", "41,230"))
    ),
    outlook=(
        "<p>Overall employment of kite and balloon makers is projected to show little or no change from "
        "2024 to 2034.</p>"
        "<p>About 1.2 million openings for kite and balloon makers are projected each year, on average.</p>"
    ),
    outlook_rows=(
        outlook_row("Kite and balloon makers", "—", "1,300,000", "1,300,900", "0", "900")
        + outlook_row("Kite makers", "51-9998", "1,200,300", "1,201,000", "0", "700", depth=1)
        + outlook_row("Balloon makers", "51-9999", "99,700", "99,900", "0", "200", depth=1)
    ),
)


def test_quick_facts_hold_both_units_and_the_signs() -> None:
    (fact,) = of_kind(read(PageText()), RecordKind.QUICK_FACTS)
    assert fact.values["annual_median"] == 41230
    assert fact.values["hourly_median"] == Decimal("19.82")
    assert fact.values["annual_median_qualifier"] is None
    assert fact.values["employment"] == 12300
    assert fact.values["employment_change"] == -500
    assert fact.values["employment_change_percent"] == -4.0
    assert fact.values["outlook_category"] is OutlookCategory.DECLINE
    assert fact.values["education_level"] is EducationLevel.BACHELORS_DEGREE
    assert (fact.values["pay_year"], fact.values["projection_round"]) == (2024, "2024-34")


@pytest.mark.parametrize(
    ("pay", "annual", "hourly"),
    [
        ("$41,230 per year", (41230, None), (None, Qualifier.ANNUAL_ONLY)),
        ("$16.93 per hour", (None, Qualifier.HOURLY_ONLY), (Decimal("16.93"), None)),
        (
            "This wage is equal to or greater than $239,200 per year or $115.00 per hour.",
            (239200, Qualifier.AT_OR_ABOVE),
            (Decimal("115.00"), Qualifier.AT_OR_ABOVE),
        ),
    ],
)
def test_pay_of_one_unit_is_never_converted_and_a_bound_is_marked(pay: str, annual: object, hourly: object) -> None:
    page = PageText(pay="<p>Wages for kite makers are not available.</p>")
    page.facts["2024     Median Pay"] = pay
    names = ("annual_median", "annual_median_qualifier", "hourly_median", "hourly_median_qualifier")
    (found,) = values_of(read(page), RecordKind.QUICK_FACTS, *names)
    assert (found[:2], found[2:]) == (annual, hourly)


def test_employers_keep_the_order_labels_and_whole_percents() -> None:
    found = values_of(
        read(PageText()), RecordKind.LARGEST_EMPLOYER, "position", "industry_label", "percent_of_occupation"
    )
    assert found == [(1, "Toy manufacturing", 41.0), (2, "Self-employed workers", 7.0)]


def test_pay_text_and_table() -> None:
    records = read(PageText())
    names = ("position", "industry_label", "annual_p10", "annual_median", "annual_p90", "reference_period")
    assert values_of(records, RecordKind.HANDBOOK_WAGE, *names) == [
        (0, None, 25010, 41230, 77890, "2024-05"),
        (1, "Toy manufacturing", None, 43210, None, "2024-05"),
        (2, "Retail trade", None, 39990, None, "2024-05"),
    ]


def test_hourly_pay_has_cents() -> None:
    page = PageText(
        pay="<p>The median hourly wage for kite makers was $19.82 in May 2024. The lowest 10 "
        "percent earned less than $11.05, "
        "and the highest 10 percent earned more than $115.00.</p>"
    )
    names = ("hourly_p10", "hourly_median", "hourly_p90", "hourly_p90_qualifier", "annual_median")
    assert values_of(read(page), RecordKind.HANDBOOK_WAGE, *names) == [
        (Decimal("11.05"), Decimal("19.82"), Decimal("115.00"), Qualifier.AT_OR_ABOVE, None)
    ]


def test_outlook_joins_text_and_table() -> None:
    (found,) = of_kind(read(PageText()), RecordKind.PROJECTION)
    values = found.values
    assert (values["base_employment"], values["projected_employment"], values["employment_change"]) == (
        12300,
        11800,
        -500,
    )
    assert (values["employment_change_percent"], values["annual_openings"]) == (-4.0, 1200)
    assert values["outlook_category"] is OutlookCategory.DECLINE
    assert values["soc_code"] == "51-9998"
    assert values["matrix_url"] == "https://data.example/matrix?51-9998"


def test_an_outlook_without_a_comparison_has_that_of_the_quick_facts() -> None:
    page = PageText(
        outlook="<p>Employment of kite makers is projected to grow 1 percent from 2024 to 2034.</p>",
        outlook_rows=outlook_row("Kite makers", "51-9998", "12,300", "12,400", "1", "100"),
    )
    page.facts |= {"Job Outlook, 2024–34": "1% (Slower than average)", "Employment Change, 2024–34": "100"}
    names = ("outlook_category", "outlook_label", "employment_change_percent")
    found = values_of(read(page), RecordKind.PROJECTION, *names)
    assert found == [(OutlookCategory.SLOWER_THAN_AVERAGE, "Slower than average", 1.0)]


def test_a_sentence_on_other_workers_lends_the_page_no_outlook() -> None:
    """The first sentence is on a part of the occupation: its percentage is not that of the table."""
    other = (
        "<p>Employment of box kite makers is projected to grow 9 percent from 2024 to 2034, faster than average.</p>"
    )
    (found,) = of_kind(read(PageText(outlook=other + PageText().outlook)), RecordKind.PROJECTION)
    assert found.values["outlook_category"] is OutlookCategory.DECLINE
    assert "box kite" not in str(found.values["statement"])


def test_a_page_without_a_code_of_its_own_keeps_its_figures_from_single_codes() -> None:
    records = read(SEVERAL)
    assert values_of(records, RecordKind.PROFILE_COVERAGE, "soc_code", "scope", "position") == [
        ("51-9998", ProfileScope.PART_OF_PROFILE, 2),
        ("51-9999", ProfileScope.PART_OF_PROFILE, 3),
    ]
    assert values_of(records, RecordKind.QUICK_FACTS, "soc_code", "subject_title") == [(None, "")]
    assert values_of(records, RecordKind.PROJECTION, "subject_title", "soc_code", "base_employment") == [
        ("", None, 1_300_000),
        ("Kite makers", "51-9998", 1_200_300),
        ("Balloon makers", "51-9999", 99_700),
    ]
    assert values_of(
        records, RecordKind.HANDBOOK_EMPLOYMENT, "subject_title", "soc_code", "employment", "rounded_to"
    ) == [
        ("", None, 1_300_000, 100_000),
        ("Kite makers", "51-9998", 1_200_300, 100),
        ("Balloon makers", "51-9999", 99_700, 100),
    ]
    assert values_of(records, RecordKind.LARGEST_EMPLOYER, "subject_title", "soc_code") == [
        ("Balloon makers", "51-9999")
    ]


def test_a_code_in_the_first_row_stands_for_the_whole_page() -> None:
    rows = SEVERAL.outlook_rows.replace("—", "51-9990", 1)
    records = read(PageText(**{**SEVERAL.__dict__, "outlook_rows": rows}))
    assert values_of(records, RecordKind.QUICK_FACTS, "soc_code") == [("51-9990",)]
    assert values_of(records, RecordKind.PROFILE_COVERAGE, "soc_code", "scope")[0] == (
        "51-9990",
        ProfileScope.WHOLE_PROFILE,
    )
    assert values_of(records, RecordKind.OCCUPATION, "soc_code", "level")[0] == ("51-9990", "broad")


def test_wages_by_occupation_belong_to_their_codes_and_top_codes_are_bounds() -> None:
    names = ("subject_title", "soc_code", "annual_median", "annual_median_qualifier", "annual_p90_qualifier")
    assert values_of(read(SEVERAL), RecordKind.HANDBOOK_WAGE, *names) == [
        ("Kite makers", "51-9998", 41230, None, Qualifier.AT_OR_ABOVE),
        ("Balloon makers", "51-9999", 239200, Qualifier.AT_OR_ABOVE, None),
        ("Kite makers", "51-9998", 41230, None, None),
    ]


def test_little_or_no_change_has_no_percentage_in_words_and_openings_their_rounding() -> None:
    first = of_kind(read(SEVERAL), RecordKind.PROJECTION)[0].values
    assert first["outlook_category"] is OutlookCategory.LITTLE_OR_NO_CHANGE
    assert (first["annual_openings"], first["openings_rounded_to"]) == (1_200_000, 100_000)


def test_duties_qualities_titles_and_sections() -> None:
    page = PageText(
        qualities="<p><em><strong>Good balance</strong>.</em> Kites are tall.</p><p>So are ladders.</p>"
        "<p><strong><em>Patience. </em></strong>Kites take time.</p>"
    )
    records = read(page)
    assert values_of(records, RecordKind.DUTY, "position", "duty") == [(1, "Cut sails"), (2, "Tie bridles")]
    assert values_of(records, RecordKind.QUALITY, "quality", "explanation") == [
        ("Good balance", "Kites are tall. So are ladders."),
        ("Patience", "Kites take time."),
    ]
    assert values_of(records, RecordKind.OTHER_TITLE, "title", "kind") == [("kiters", "also_called")]
    texts = dict(values_of(records, RecordKind.PROFILE_SECTION, "section", "text"))
    assert texts["work_schedules"] == "Most work when it is calm."
    assert texts["duties"] == "Kite makers typically do the following:\n- Cut sails\n- Tie bridles"
    assert "Toy manufacturing | 41%" in texts["work_environment"]


def test_links_pictures_charts_and_the_page_itself() -> None:
    page = PageText(
        duties='<div class="ooh_right_img"><img src="/i/k.jpg" alt="a kite">'
        '<div class="image-caption">A kite.</div></div>' + PageText().duties
    )
    records = read(page)
    links = values_of(records, RecordKind.PROFILE_LINK, "section", "link_text", "url", "text_line")
    assert ("projections_central", "states", "http://states.example/", 1) in links
    assert values_of(records, RecordKind.PROFILE_IMAGE, "url", "caption", "alternative_text") == [
        ("https://www.bls.gov/i/k.jpg", "A kite.", "a kite")
    ]
    bars = values_of(
        records, RecordKind.PROFILE_COMPARISON, "chart", "compared_title", "annual_median", "employment_change_percent"
    )
    assert bars == [("pay", "Production occupations", 40000, None), ("outlook", "Production occupations", None, -1.0)]
    (profile,) = of_kind(records, RecordKind.HANDBOOK_PROFILE)
    assert profile.values["profile"] == "production/kite-makers"
    assert profile.values["last_modified"] == "2025-08-28"
    assert profile.values["average_change_percent"] == 3.0
    assert profile.values["all_workers_annual_median"] == 49500


def test_similar_occupations_and_their_words_for_pay() -> None:
    tailors, bound = PageText().similar, "This wage is equal to or greater than $239,200 per year."
    more = tailors.replace("$38,000", bound).replace("tailors", "weavers")
    none = tailors.replace("$38,000", "The annual wage is not available.").replace("tailors", "spinners")
    records = read(PageText(similar=PageText().similar + more + none))
    names = ("related_title", "related_url", "annual_median", "annual_median_qualifier", "education_level")
    title, url = "Tailors", "https://www.bls.gov/ooh/production/"
    assert values_of(records, RecordKind.RELATED_OCCUPATION, *names) == [
        (title, f"{url}tailors.htm", 38000, None, EducationLevel.HIGH_SCHOOL_DIPLOMA),
        (title, f"{url}weavers.htm", 239200, Qualifier.AT_OR_ABOVE, EducationLevel.HIGH_SCHOOL_DIPLOMA),
        (title, f"{url}spinners.htm", None, Qualifier.NOT_APPLICABLE, EducationLevel.HIGH_SCHOOL_DIPLOMA),
    ]


def test_contacts_have_groups_topics_and_addresses() -> None:
    records = read(PageText())
    names = ("group_position", "topic_slug", "topic_includes", "organization", "link_title", "url")
    assert values_of(records, RecordKind.CONTACT, *names) == [
        (1, "kites", "lines", "kite_society", None, "https://kites.example/"),
        (2, "o_net", None, "o_net_online", "Kite Makers", "https://www.onetonline.org/link/summary/51-9998.00"),
    ]


def test_credentials_carry_their_sentence() -> None:
    page = PageText(
        become="<h3>Licenses, Certifications, and Registrations</h3><p>Some hold the "
        "Certified Kite Maker (CKM) credential, "
        "issued by the Kite Society. A license is not needed.</p>"
    )
    names = ("name", "acronym", "issuer", "statement")
    assert values_of(read(page), RecordKind.CERTIFICATION, *names) == [
        (
            "Certified Kite Maker",
            "CKM",
            "Kite Society",
            "Some hold the Certified Kite Maker (CKM) credential, issued by the Kite Society.",
        )
    ]


def test_every_fact_names_its_line() -> None:
    source = PageText().html().splitlines()
    for record in read(PageText()):
        if record.kind is RecordKind.LARGEST_EMPLOYER:
            assert "<tr>" in source[record.row - 1]
            assert str(record.values["industry_label"]) in "".join(source[record.row - 1 : record.row + 5])


def test_records_fit_the_tables() -> None:
    for record in [*read(PageText()), *read(SEVERAL)]:
        columns = metadata.tables[record.kind.value].c
        assert set(record.values) <= set(columns.keys())
        for column in columns:
            filled = (
                column.nullable
                or column.primary_key
                or column.name in ("part_id", "sheet_id", "row_number", "is_current")
            )
            assert filled or record.values.get(column.name) is not None, (record.kind, column.name)


@pytest.mark.parametrize(
    ("change", "place", "found"),
    [
        ({"end": "</body>"}, "end of page", None),
        ({"end": ""}, "footer", ""),
        ({"outlook_rows": ""}, "projections table", ""),
        ({"environment": PageText().environment.replace("41%", "4l%")}, "largest employers", "4l%"),
        ({"pay": PageText().pay.replace("$43,210", "$43.210")}, "pay, table", "$43.210"),
        ({"outlook_rows": PageText().outlook_rows.replace("51-9998<", "519998<")}, "SOC Code", "519998"),
        (
            {"outlook_rows": PageText().outlook_rows.replace("11,800", "11,8O0")},
            "projections table, projected",
            "11,8O0",
        ),
        ({"similar": PageText().similar.replace("$38,000", "$38,0O0")}, "similar occupations, pay", "$38,0O0"),
        ({"environment": PageText().environment.replace("41%", "141%")}, "largest employers", "141%"),
        ({"outlook_rows": PageText().outlook_rows.replace("<td>-500</td>", "")}, "projections table", None),
        ({"address": "https://www.bls.gov/ooh/"}, "address", "https://www.bls.gov/ooh/"),
    ],
)
def test_what_cannot_be_read_is_named(change: dict[str, str], place: str, found: str | None) -> None:
    with pytest.raises(UnreadableSourceError) as refused:
        read(PageText(**change))
    texts = [problem.text for problem in refused.value.problems if problem.column == place]
    assert texts
    assert found is None or found in texts


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        ({"environment": "<p>There were 12,300 jobs.</p>"}, "work environment", "There were 12,300 jobs."),
        (
            {"environment": PageText().environment.replace("largest employers", "friends")},
            "work environment, table",
            "friends",
        ),
        (
            {"pay": PageText().pay.replace("in which they worked", "that one finds")},
            "pay, table",
            "that one finds",
        ),
        ({"outlook": PageText().outlook.replace("is projected to decline", "may lose")}, "job outlook", "may lose"),
        ({"outlook": PageText().outlook.replace("about 1,200", "fewer than 50")}, "job outlook", "fewer than 50"),
        ({"outlook": PageText().outlook.replace("openings", "vacancies")}, "job outlook", ""),
        ({"modified": "soon"}, "last modified date", "soon"),
        ({"citation": "Cite:"}, "suggested citation", "Cite: Handbook, Kites."),
        ({"similar": PageText().similar.replace("$38,000", "a lot")}, "similar occupations, pay", "a lot"),
        (
            {"similar": PageText().similar.replace("High school diploma", "A diploma")},
            "similar occupations, education",
            "A",
        ),
        ({"contacts": "<p>Ask around.</p>"}, "contacts", ""),
        ({"qualities": "<p>Patience.</p>"}, "important qualities", ""),
        (
            {
                "environment": PageText().environment
                + "<p>The largest employers of box kite makers were as follows:</p>"
            },
            "work environment, table",
            "box kite makers",
        ),
        ({"pay": PageText().pay.replace("kite makers was $41,230", "kite makers came to $41,230")}, "pay", "came to"),
    ],
)
def test_what_a_page_words_as_none_before_or_lacks_is_kept_as_text_and_named(
    change: dict[str, str], place: str, words: str
) -> None:
    counts = RowCounts()
    records = list(profile_records(PageText(**change).html(), SHEET, "2024-34", counts=counts))
    assert place in [problem.column for problem in counts.unread]
    assert words in next(problem.text for problem in counts.unread if problem.column == place)
    assert place in {"last modified date", "suggested citation"} or any(
        words in str(record.values) for record in of_kind(records, RecordKind.PROFILE_SECTION)
    )
    # The quick facts, and the rows of tables that can be read, are read all the same.
    assert of_kind(records, RecordKind.QUICK_FACTS)
    figures = ("base_employment", "projected_employment", "employment_change_percent", "outlook_category")
    assert values_of(records, RecordKind.PROJECTION, *figures) == [(12300, 11800, -4.0, OutlookCategory.DECLINE)]


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("2024     Median Pay", "$41,230 per week"),
        ("2024     Median Pay", "$41,23O per year"),
        ("2024     Median Pay", "$41,230 per year $42,000 per year"),
        ("Number of Jobs, 2024", "12.3 thousand"),
        ("Job Outlook, 2024–34", "4 (Decline)"),
        ("Employment Change, 2024–34", "-5OO"),
    ],
)
def test_a_quick_fact_without_a_figure_that_can_be_read_is_an_error(label: str, value: str) -> None:
    page = PageText()
    page.facts[label] = value
    with pytest.raises(UnreadableSourceError) as refused:
        read(page)
    assert any(problem.column.startswith("quick facts") for problem in refused.value.problems)


_WITHHELD = (None, Qualifier.WAGE_NOT_RELEASED)


@pytest.mark.parametrize(
    ("pay", "annual", "hourly"),
    [
        ("The annual wage is not available.", _WITHHELD, _WITHHELD),
        ("The annual and hourly wages are not available.", _WITHHELD, _WITHHELD),
        (
            "The annual wage is not available. $23.33 per hour",
            (None, Qualifier.HOURLY_ONLY),
            (Decimal("23.33"), None),
        ),
        (
            "$226,600 per year<br>The hourly wage is not available.",
            (226600, None),
            (None, Qualifier.ANNUAL_ONLY),
        ),
        (
            "$98,000 per year. This wage is equal to or greater than $115.00 per hour.",
            (98000, None),
            (Decimal("115.00"), Qualifier.AT_OR_ABOVE),
        ),
        ("$239,200 or more per year", (239200, Qualifier.AT_OR_ABOVE), (None, Qualifier.ANNUAL_ONLY)),
    ],
)
def test_a_wage_that_the_page_calls_not_available_is_marked(
    pay: str, annual: tuple[object, ...], hourly: tuple[object, ...]
) -> None:
    page = PageText(pay="<p>Wage data for kite makers are not available.</p>")
    page.facts["2024     Median Pay"] = pay
    names = ("annual_median", "annual_median_qualifier", "hourly_median", "hourly_median_qualifier")
    records, texts = kept(page)
    assert values_of(records, RecordKind.QUICK_FACTS, *names) == [(*annual, *hourly)]
    assert texts == {}


def test_a_page_may_state_its_jobs_among_the_quick_facts_only() -> None:
    page = PageText(environment="<p>The largest employers of kite makers were as follows:</p>" + table(("Toys", "41%")))
    records = read(page)
    assert values_of(records, RecordKind.LARGEST_EMPLOYER, "reference_period", "position") == [("2024", 1)]
    assert not of_kind(records, RecordKind.HANDBOOK_EMPLOYMENT)


def kept(page: PageText, html: str | None = None) -> tuple[list[Record], dict[str, str]]:
    """What a page gives, and the texts that are kept as text, by their place."""
    counts = RowCounts()
    records = list(profile_records(html or page.html(), SHEET, "2024-34", counts=counts))
    return records, {problem.column: problem.text for problem in counts.unread}


@pytest.mark.parametrize(
    ("label", "value", "field"),
    [
        ("Typical Entry-Level Education", "A diploma", "education_label"),
        ("Work Experience in a Related Occupation", "Some", "work_experience_label"),
        ("On-the-job Training", "A while", "training_label"),
    ],
)
def test_a_requirement_in_new_words_is_stored_as_printed_and_named(label: str, value: str, field: str) -> None:
    page = PageText()
    page.facts[label] = value
    records, texts = kept(page)
    assert values_of(records, RecordKind.QUICK_FACTS, field, "employment") == [(value, 12300)]
    assert texts == {f"quick facts, {label}": value}


def test_quick_facts_that_cannot_be_told_or_are_not_there_keep_nothing_else_out() -> None:
    for label in PageText().facts:
        page = PageText()
        del page.facts[label]
        records, texts = kept(page)
        assert set(texts) == {"quick facts"}
        assert not of_kind(records, RecordKind.QUICK_FACTS)
        assert of_kind(records, RecordKind.PROJECTION)
    page = PageText()
    page.facts["Job Outlook, 2024–34"] = "-4% (Booming)"
    records, texts = kept(page)
    assert texts == {"quick facts, Job Outlook, 2024–34": "-4% (Booming)"}
    names = ("employment", "employment_change_percent", "outlook_label", "outlook_category")
    assert values_of(records, RecordKind.QUICK_FACTS, *names) == [(12300, -4.0, "Booming", None)]
    page = PageText()
    page.facts["Favorite Color"] = "Blue"
    records, texts = kept(page)
    assert texts == {"quick facts": "Favorite Color Blue"}
    assert of_kind(records, RecordKind.QUICK_FACTS)


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        ('<table id="similar-occupations"', "</table>", RecordKind.RELATED_OCCUPATION),
        ('<table id="outlook-table"', "</table>", RecordKind.PROJECTION),
        ("<table id='quickfacts'", "</table>", RecordKind.QUICK_FACTS),
        ("<h3>Work Schedules", "calm.</p>", None),
        ("<h3>Important Qualities", "time.</p>", RecordKind.QUALITY),
        ('<div class="ooh-chart"', "</dl></div></div>", None),
        ('<div class="citation"', "</div>", None),
    ],
)
def test_a_page_is_read_without_a_section_that_it_lacks(start: str, end: str, kind: RecordKind | None) -> None:
    html = PageText().html()
    place = html.index(start)
    records, _ = kept(PageText(), html[:place] + html[html.index(end, place) + len(end) :])
    whole = read(PageText())
    present = {record.kind for record in records}
    assert kind not in present
    needs_codes = {RecordKind.OCCUPATION, RecordKind.PROFILE_COVERAGE}
    assert {record.kind for record in whole} - present <= {kind, RecordKind.EDUCATION_PATH, *needs_codes}


def test_a_tab_that_a_page_neither_announces_nor_has_is_lacking_and_one_that_it_announces_is_lost() -> None:
    html = PageText().html()
    place = html.index('<div id="tab-8">')
    without = html[:place] + html[html.index('<div id="tab-9">') :]
    with pytest.raises(UnreadableSourceError, match="the tab similar_occupations"):
        list(profile_records(without, SHEET, "2024-34"))
    records, texts = kept(PageText(), without.replace('<li><a href="#tab-8">Tab</a></li>', ""))
    assert {"similar_occupations", "similar occupations"} <= set(texts)
    assert of_kind(records, RecordKind.PROJECTION)


def test_a_tab_that_no_page_had_before_is_kept_as_text() -> None:
    tab = '<div id="tab-10"><h2><span>Kites at Night</span></h2><p>Some fly by night.</p></div><div id="tab-9">'
    html = PageText().html().replace('<div id="tab-9">', tab).replace('<li><a href="#tab-9">', '<li><a href="#tab-10">')
    records, texts = kept(PageText(), html)
    assert texts == {"tabs": "#tab-10"}
    sections = values_of(records, RecordKind.PROFILE_SECTION, "section", "heading", "text")
    assert ("kites_at_night", "Kites at Night", "Some fly by night.") in sections


def test_an_unknown_column_of_the_projections_table_is_an_error() -> None:
    html = PageText().html().replace("SOC Code</th>", "Old Code</th>")
    with pytest.raises(UnreadableSourceError) as refused:
        list(profile_records(html, SHEET, "2024-34"))
    assert {"Old Code", ""} <= {problem.text for problem in refused.value.problems}


def test_a_page_cut_anywhere_is_an_error() -> None:
    html = PageText().html()
    for cut in range(200, len(html) - 1, 211):
        with pytest.raises(UnreadableSourceError):
            list(profile_records(html[:cut], SHEET, "2024-34"))


def test_columns_may_come_in_another_order() -> None:
    html = PageText().html()
    moved = html.replace(
        '<th rowspan="2">Employment, 2024</th><th rowspan="2">Projected Employment, 2034</th>',
        '<th rowspan="2">Projected Employment, 2034</th><th rowspan="2">Employment, 2024</th>',
    ).replace("<td>12,300</td><td>11,800</td>", "<td>11,800</td><td>12,300</td>")
    records = list(profile_records(moved, SHEET, "2024-34"))
    assert values_of(records, RecordKind.PROJECTION, "base_employment", "projected_employment") == [(12300, 11800)]


def test_a_median_per_hour_joins_the_one_per_year() -> None:
    more = "<p>The median hourly wage for kite makers was $19.82 in May 2024.</p>"
    records = read(PageText(pay=PageText().pay + more))
    names = ("position", "annual_median", "hourly_median", "annual_p10")
    assert values_of(records, RecordKind.HANDBOOK_WAGE, *names)[0] == (0, 41230, Decimal("19.82"), 25010)


def test_two_different_medians_of_the_same_workers_are_an_error() -> None:
    more = "<p>The median annual wage for these workers was $51,000 in May 2024.</p>"
    with pytest.raises(UnreadableSourceError, match="one figure for annual_median"):
        read(PageText(pay=PageText().pay + more))


def test_rows_of_two_tables_are_counted_on() -> None:
    records = read(PageText(environment=PageText().environment + PageText().environment))
    assert [row[0] for row in values_of(records, RecordKind.LARGEST_EMPLOYER, "position")] == [1, 2, 3, 4]
    assert len(of_kind(records, RecordKind.HANDBOOK_EMPLOYMENT)) == 1


def test_two_job_counts_that_differ_are_an_error() -> None:
    other = PageText().environment.replace("12,300", "12,400")
    with pytest.raises(UnreadableSourceError, match="one number of jobs"):
        read(PageText(environment=PageText().environment + other))
