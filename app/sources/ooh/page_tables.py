"""The tables of a page: what introduces them, their headers, and their rows, notes apart from figures."""

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from app.sources.ooh.markup import SET_APART, figure_of, heading_rows, line_of, passages_of, text_of
from app.sources.ooh.profile_page import ProfilePage

_NOTE = re.compile(r"(?:notes?|sources?|footnotes?)\b|[*†‡(\[]", re.IGNORECASE)


def introduction_of(table: LexborNode) -> str:
    """The words that introduce a table: the paragraph before it, or its caption; empty if neither is there."""
    before, caption = _text_before(table), text_of(table.css_first("caption"))
    return caption if caption and not before.endswith(":") else before


def _text_before(table: LexborNode) -> str:
    node: LexborNode | None = table
    while node is not None and node.tag != "article" and not (node.attributes.get("id") or "").startswith("tab-"):
        before = _before(node)
        if before is not None:
            return text_of(before) if before.tag in ("p", "-text") else _last_paragraph(before)
        node = node.parent
    return ""


def tell_of_lost_tables(page: ProfilePage, pane: LexborNode, place: str, introduces: Callable[[str], object]) -> None:
    """Name the introductions in a tab that no table follows."""
    followed = {introduction_of(table) for table in pane.css("table")}
    for line, text in passages_of(pane):
        if text.endswith(":") and text not in followed and introduces(text):
            page.faults.keep_as_text(line, place, text, "the table that these words introduce")


def _before(node: LexborNode) -> LexborNode | None:
    """What a reader sees before an element, among its neighbours; pictures beside the text are passed over."""
    found = node.prev
    while found is not None and (found.tag == "-comment" or not text_of(found) or _is_set_apart(found)):
        found = found.prev
    return found


def _is_set_apart(node: LexborNode) -> bool:
    if (node.tag or "").startswith("-"):
        return False
    return any(name in (node.attributes.get("class") or "").split() for name in SET_APART)


def _last_paragraph(node: LexborNode) -> str:
    """The paragraph that ends an element, if one does."""
    children = [child for child in node.iter(include_text=True) if child.tag != "-comment" and text_of(child)]
    if node.tag != "div" or not children:
        return ""
    last = children[-1]
    return text_of(last) if last.tag in ("p", "-text") else _last_paragraph(last)


def labelled_figures(page: ProfilePage, table: LexborNode, place: str) -> Iterator[tuple[LexborNode, str, str]]:
    """The rows of a table with their label and figure.

    Notes are kept as text, as is a table of another shape. A row of another shape than its table is a fault; a
    label that the table has already is in doubt.
    """
    rows = list(rows_of_figures(page, table, place))
    if not any(len(cells) == 2 for _, cells in rows):
        page.faults.keep_as_text(line_of(table), place, introduction_of(table), "a table of two columns")
        return
    labels: set[str] = set()
    for row, cells in rows:
        texts = [text_of(cell) for cell in cells]
        if len(texts) != 2 or not texts[0]:
            page.faults.note(line_of(row), place, " | ".join(texts), "two cells, a label and a figure")
            continue
        if texts[0] in labels:
            page.faults.doubt(line_of(row), place, " | ".join(texts), "one row for each label of the table")
        labels.add(texts[0])
        yield row, texts[0], figure_of(cells[1])


def rows_of_figures(page: ProfilePage, table: LexborNode, place: str) -> Iterator[tuple[LexborNode, list[LexborNode]]]:
    """The rows of a table with their cells; without headings, and without notes, which stay text.

    Whoever loads the page is told of a row without a text: the publisher prints none, so that it has lost what it said.
    """
    above = {row.mem_id for row in heading_rows(table)}
    for row in table.css("tr"):
        cells = row.css("td, th")
        if row.mem_id in above or _is_below(row):
            continue
        if not text_of(row):
            page.faults.doubt(line_of(row), place, "", "a row with a text")
        elif _is_note(cells):
            page.faults.keep_as_text(line_of(row), place, text_of(row), "a row of figures")
        else:
            yield row, cells


def _is_below(row: LexborNode) -> bool:
    return row.parent is not None and row.parent.tag == "tfoot"


def _is_note(cells: list[LexborNode]) -> bool:
    """Whether a row is a remark on the table: one cell that reaches across it, or that begins as a note does."""
    if len(cells) != 1:
        return False
    return (cells[0].attributes.get("colspan") or "1") != "1" or _NOTE.match(text_of(cells[0])) is not None
