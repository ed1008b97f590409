"""Where on a page each measure stands: the header, label or words that a reader finds it by."""

from collections.abc import Sequence

from app.sources.records import RecordKind

# A page has no columns as a sheet has. Where a table or a list of facts has headers, they are named; where prose
# states a figure, the words that lead to it are. Places that depend on the page carry what it says in braces.
_PLACES: dict[RecordKind, dict[str, str]] = {
    RecordKind.QUICK_FACTS: {
        "pay_year": "{year} Median Pay",
        "annual_median": "{year} Median Pay: per year",
        "hourly_median": "{year} Median Pay: per hour",
        "education_label": "Typical Entry-Level Education",
        "work_experience_label": "Work Experience in a Related Occupation",
        "training_label": "On-the-job Training",
        "employment": "Number of Jobs, {year}",
        "employment_year": "Number of Jobs, {year}",
        "employment_change_percent": "Job Outlook, {round}",
        "outlook_label": "Job Outlook, {round}",
        "projection_round": "Job Outlook, {round}",
        "employment_change": "Employment Change, {round}",
    },
    RecordKind.HANDBOOK_EMPLOYMENT: {"employment": "held about ... jobs in {year}; or second cell of the row"},
    RecordKind.LARGEST_EMPLOYER: {"industry_label": "first cell", "percent_of_occupation": "second cell"},
    RecordKind.HANDBOOK_WAGE: {
        "annual_median": "The median annual wage ... was; or second cell of the row",
        "hourly_median": "The median hourly wage ... was; or second cell of the row",
        "annual_mean": "second cell of the row",
        "annual_p10": "The lowest 10 percent earned less than",
        "hourly_p10": "The lowest 10 percent earned less than",
        "annual_p90": "the highest 10 percent earned more than",
        "hourly_p90": "the highest 10 percent earned more than",
        "industry_label": "first cell",
    },
    RecordKind.PROJECTION: {
        "row_title": "Occupational Title",
        "soc_code": "SOC Code",
        "base_employment": "Employment, {base}",
        "projected_employment": "Projected Employment, {end}",
        "employment_change_percent": "Change, {round} Percent",
        "employment_change": "Change, {round} Numeric",
        "matrix_url": "Employment by Industry",
        "annual_openings": "About ... openings ... are projected each year",
        "outlook_label": "is projected to ..., ... the average for all occupations",
    },
    RecordKind.RELATED_OCCUPATION: {
        "related_title": "Occupation",
        "related_url": "Occupation",
        "duties": "Job Duties",
        "education_label": "Entry-Level Education",
        "annual_median": "{year} Median Pay",
    },
    RecordKind.PROFILE_COMPARISON: {
        "annual_median": "bar of the chart",
        "hourly_median": "bar of the chart",
        "employment_change_percent": "bar of the chart",
    },
    RecordKind.PROFILE_COVERAGE: {"soc_code": "SOC Code", "title": "Occupational Title"},
    RecordKind.DUTY: {"duty": "list item"},
    RecordKind.QUALITY: {"quality": "emphasised words", "explanation": "the words after them"},
    RecordKind.CERTIFICATION: {"name": "sentence", "acronym": "sentence", "issuer": "sentence"},
    RecordKind.CONTACT: {"organization": "words of the link", "url": "address of the link"},
}


# What a sentence of a page says of the occupation in a row of a table. The record stands on the line of the row
# (`row`), and these fields on that of the sentence (`document_line`).
SAID_IN_A_SENTENCE: dict[RecordKind, frozenset[str]] = {
    RecordKind.PROJECTION: frozenset({"annual_openings", "openings_rounded_to", "openings_statement"})
}


def columns_of(kind: RecordKind, header: Sequence[str] = ()) -> dict[str, str]:
    """Field by field, where a record of `kind` finds its values on a page.

    `header` are the headers of the table that holds them, where it has any: a place that they spell out (`Employment,
    2024`) is given in their words.
    """
    places = dict(_PLACES.get(kind, {}))
    for field_name, place in places.items():
        start = place.partition("{")[0]
        if "{" in place and start:
            tail = place.rpartition("}")[2]
            spelled = [words for words in header if words.startswith(start) and words.endswith(tail)]
            if len(spelled) == 1:
                places[field_name] = spelled[0]
    return places
