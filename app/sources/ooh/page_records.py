"""A profile page, whole: from its source to the records of everything that it states."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from app.domain.programs import Origin
from app.domain.statements import ProfileScope
from app.sources.ooh.agreement import check_agreement
from app.sources.ooh.charts import comparison_records
from app.sources.ooh.contacts import contact_records
from app.sources.ooh.employment import employment_records
from app.sources.ooh.faults import Faults
from app.sources.ooh.figures import parse_money, parse_percent
from app.sources.ooh.landmarks import MILITARY_TABS, check_whole, modified_on
from app.sources.ooh.markup import line_of, parse, text_of, too_deep
from app.sources.ooh.outlook import OutlookTable, outlook_table, projection_records
from app.sources.ooh.pay import wage_records
from app.sources.ooh.profile_page import TABS, ProfilePage, published
from app.sources.ooh.quick_facts import quick_fact_records, round_of
from app.sources.ooh.sections import (
    certification_records,
    duty_records,
    image_records,
    quality_records,
    section_records,
    sections_of,
    title_records,
)
from app.sources.ooh.sentences import plain
from app.sources.ooh.similar import similar_records
from app.sources.ooh.vocabulary import level_of, nation_and_all_industries
from app.sources.records import Record, RecordKind, RowCounts, Sheet, Value

_AVERAGE = re.compile(r"average growth rate for all occupations is (?P<percent>-?[0-9.]+) percent")
_ALL_WORKERS = re.compile(r"median annual wage for all workers was (?P<amount>\$[0-9,]+)")


def page_identity(tree: LexborHTMLParser) -> tuple[str, str, str]:
    """Identifier (group and page), title and address of a page; empty where it does not say."""
    canonical = tree.css_first('link[rel="canonical"]')
    address = (canonical.attributes.get("href") or "").strip() if canonical is not None else ""
    match = re.search(r"/ooh/(?P<profile>[a-z0-9-]+/[a-z0-9-]+)\.html?(?:[?#].*)?$", address, re.IGNORECASE)
    return match["profile"].lower() if match else "", text_of(tree.css_first("h1")), address


def profile_records(
    source: str, sheet: Sheet, edition: str, *, military: bool = False, counts: RowCounts | None = None
) -> Iterator[Record]:
    """Everything that a page states, vocabulary first; sentences that no figure was drawn from go to `counts`.

    `military` reads the page on military careers, which has text, duties, qualities and contacts like the others, and
    no quick facts, codes or projections. Raises `UnreadableSourceError` with all that is wrong before the first record.
    """
    faults = Faults(sheet)
    tree = parse(source)
    if (deep := too_deep(tree)) is not None:
        faults.note(line_of(deep), "page", f"<{deep.tag}>", "elements that stand in less than a hundred others")
        faults.raise_if_any()
    tabs = MILITARY_TABS if military else tuple(TABS)
    profile, title, url = page_identity(tree)
    page = ProfilePage(tree, sheet, faults, profile, title, url, edition)
    check_whole(source, page, tabs)
    for name, value in (("address", profile), ("title", title)):
        if not value:
            faults.note(1, name, url, f"the {name} of a profile page")
    table = None if military else _outlook(page)
    records = [*_vocabulary(page), *_profile(page), *_facts(page, tabs, table, military)]
    check_agreement(records, faults)
    faults.raise_if_any()
    if counts is not None:
        counts.unread[:] = faults.unread
        counts.doubtful[:] = faults.doubtful
    yield from records


def _outlook(page: ProfilePage) -> OutlookTable | None:
    """The projections table, whose rows are the occupations of the page."""
    table = outlook_table(page)
    if table is None:
        return None
    page.codes = tuple(row.code for row in table.rows)
    line = line_of(page.tree.css_first("#outlook-table"))
    if table.rows and not any(code.soc_code for code in page.codes):
        page.faults.keep_as_text(line, "SOC Code", "", "at least one occupation code")
    for place, stated in (("quick facts", round_of(page)), ("projections table", table.projection_round)):
        if stated not in (page.edition, None):
            page.faults.note(line, place, str(stated), f"the round of the edition, {page.edition}")
    return table


def _vocabulary(page: ProfilePage) -> Iterator[Record]:
    yield from nation_and_all_industries(page.sheet)
    for code in page.codes:
        if code.soc_code is not None:
            values: dict[str, Value] = {
                "soc_code": code.soc_code,
                "soc_vintage": code.soc_vintage,
                "title": code.title,
                "level": level_of(code.soc_code),
            }
            yield Record(RecordKind.OCCUPATION, published(values, code.line), page.sheet, code.line)


def _profile(page: ProfilePage) -> Iterator[Record]:
    tree = page.tree
    help_text = " ".join(text_of(node) for node in tree.css("#qf-outlook p, #qf-wage p"))
    average, workers = _AVERAGE.search(help_text), _ALL_WORKERS.search(help_text)
    crumbs = [text_of(link) for link in tree.css("#ooh-breadcrumbs a")]
    description = tree.css_first('meta[name="description"]')
    video = tree.css_first(".youtube-player[data-id]")
    values: dict[str, Value] = {
        "profile": page.profile,
        "title": page.title,
        "edition": page.edition,
        "occupation_group": crumbs[1] if len(crumbs) > 1 else None,
        "description": plain(description.attributes.get("content") or "") or None if description is not None else None,
        "url": page.url,
        "last_modified": modified_on(tree, page.faults),
        "citation": _citation(page),
        "video_url": f"https://www.youtube.com/watch?v={video.attributes['data-id']}" if video is not None else None,
        "average_change_percent": parse_percent(average["percent"]) if average else None,
        "all_workers_annual_median": parse_money(workers["amount"].rstrip(","), hourly=False) if workers else None,
    }
    line = line_of(tree.css_first("h1"))
    yield Record(RecordKind.HANDBOOK_PROFILE, published(values, line), page.sheet, line)
    yield from _coverage(page)


def _citation(page: ProfilePage) -> str | None:
    frame = page.tree.css_first(".citation")
    text = text_of(frame)
    if not text.startswith("Suggested citation:"):
        page.faults.keep_as_text(line_of(frame), "suggested citation", text, "the suggested citation")
        return None
    return text.removeprefix("Suggested citation:").strip()


def _coverage(page: ProfilePage) -> Iterator[Record]:
    seen: set[str] = set()
    for position, code in enumerate(page.codes, start=1):
        if code.soc_code is None or code.soc_code in seen:
            continue
        seen.add(code.soc_code)
        values: dict[str, Value] = {
            "profile": page.profile,
            "soc_code": code.soc_code,
            "soc_vintage": code.soc_vintage,
            "scope": ProfileScope.WHOLE_PROFILE if position == 1 else ProfileScope.PART_OF_PROFILE,
            "position": position,
            "title": code.title,
            "origin": Origin.PUBLISHED,
            "origin_basis": None,
            "document_line": code.line,
        }
        yield Record(RecordKind.PROFILE_COVERAGE, values, page.sheet, code.line)


def _facts(page: ProfilePage, tabs: tuple[int, ...], table: OutlookTable | None, military: bool) -> Iterator[Record]:
    sections = sections_of(page, tabs)
    yield from contact_records(page, sections)
    if not military:
        yield from quick_fact_records(page)
        yield from employment_records(page)
        yield from wage_records(page)
        if table is not None:
            yield from projection_records(page, table)
        yield from comparison_records(page)
        yield from similar_records(page)
    yield from duty_records(page, sections)
    yield from title_records(page, sections)
    yield from certification_records(page, sections)
    yield from quality_records(page, sections)
    yield from section_records(page, sections)
    yield from image_records(page, tabs)
