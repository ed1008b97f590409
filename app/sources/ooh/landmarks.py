"""Whether a page is all there: a page that was cut off must be an error, and not a shorter page."""

import re
from calendar import month_name
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from app.sources.ooh.faults import Faults
from app.sources.ooh.markup import line_of, text_of
from app.sources.ooh.profile_page import TABS, ProfilePage
from app.sources.ooh.tags import unpaired_tags

# The tabs of the one page that is no ordinary profile: Military Careers, which has neither a summary with quick facts
# nor state and area data.
MILITARY_TABS = (2, 3, 4, 5, 6, 8, 9)
_HEADING_OF_TAB = {
    1: "Summary",
    2: "What-they-do",
    3: "work-environment",
    4: "become-one",
    5: "pay",
    6: "job-outlook",
    7: "state-area-data",
    8: "similar-jobs",
    9: "more-information",
}

# The tables that are found by their identifier.
_TABLES = ("quickfacts", "outlook-table", "similar-occupations")


def check_whole(source: str, page: ProfilePage, tabs: Sequence[int]) -> None:
    """Note what a page announces and does not have, from its top to its end: then it was cut, or lost a piece.

    What it neither announces nor has is another matter: the page is read without it, and whoever loads it is told.
    """
    tree, faults = page.tree, page.faults
    last = source.count("\n") + 1
    ending = source.rstrip()[-200:].lower()
    if not ending.endswith("</html>") or "</body>" not in ending:
        faults.note(last, "end of page", source.rstrip()[-60:], "the end of the page, </body></html>")
    if tree.css_first("footer") is None:
        faults.note(last, "footer", "", "the footer of the page")
    if "ABOUT SECTIONS END" not in source:
        faults.keep_as_text(last, "help texts", "", "the help texts that follow the tabs, whole")
    for line, tag in unpaired_tags(source):
        faults.note(line, "tags of the page", tag, "the tag with its counterpart: the page is damaged")
    _check_identifiers(page, tabs)
    announced = {link.attributes.get("href") for link in tree.css("#tabs a")}
    for number in tabs:
        _check_tab(page, number, last, f"#tab-{number}" in announced or not announced)
    for target in sorted(announced - {f"#tab-{number}" for number in tabs} - {None}, key=str):
        faults.keep_as_text(line_of(tree.css_first("#tabs")), "tabs", str(target), "a tab of a profile page")


def _check_identifiers(page: ProfilePage, tabs: Sequence[int]) -> None:
    """Note a tab or a table that stands on the page twice: only the first of them would be read."""
    seen: set[str] = set()
    for node in page.tree.css(", ".join(f"#{name}" for name in (*(f"tab-{number}" for number in tabs), *_TABLES))):
        identifier = node.attributes.get("id") or ""
        if identifier in seen:
            page.faults.note(line_of(node), "page", f'id="{identifier}"', "one element of this name on a page")
        seen.add(identifier)


def _check_tab(page: ProfilePage, number: int, last: int, announced: bool) -> None:
    name, pane, faults = TABS[number], page.tab(number), page.faults
    if pane is None:
        tell = faults.note if announced else faults.keep_as_text
        tell(last, name, "", f"the tab {name}")
        return
    heading = pane.css_first("h2")
    expected = _HEADING_OF_TAB[number]
    if heading is None or (heading.attributes.get("id") or "").lower() != expected.lower():
        faults.keep_as_text(line_of(pane), name, text_of(heading), f"the heading of the tab, with the mark {expected}")
    if not any(text_of(paragraph) for paragraph in pane.css("p")):
        faults.keep_as_text(line_of(pane), name, "", "text in the tab")
    # Every tab ends with links to its neighbours: one that lacks them, among others that have them, lost its end.
    if pane.css_first(".tab-footer") is None and page.tree.css_first(".tab-footer") is not None:
        faults.note(line_of(pane), name, "", "the links to the tabs before and after it, which end a tab")


def modified_on(tree: LexborHTMLParser, faults: Faults) -> str | None:
    """The day of the last change, from the foot of the page, as an ISO date."""
    foot = tree.css_first("p.update")
    text = text_of(foot)
    match = re.search(
        r"Last Modified Date:\s*(?:\w+, )?(?P<month>[A-Z][a-z]+) (?P<day>[0-9]{1,2}), (?P<year>[0-9]{4})",
        text,
        re.IGNORECASE,
    )
    month = _MONTHS.get(match["month"].capitalize()) if match else None
    if match is None or month is None:
        faults.keep_as_text(line_of(foot), "last modified date", text, "a date such as Thursday, August 28, 2025")
        return None
    return f"{match['year']}-{month:02}-{int(match['day']):02}"


_MONTHS = {name: number for number, name in enumerate(month_name) if name}


def month_number(name: str) -> int:
    """The number of a month; `KeyError` for a word that is none."""
    return _MONTHS[name.capitalize()]
