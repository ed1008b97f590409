"""A page as text and elements, each with the line of the file that it starts on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product, takewhile
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.sources.ooh.sentences import plain

_LINE = "data-source-line"
# Elements that a reader of the page asks the line of. Inside a comment or script the mark does no harm.
_MARKED = re.compile(
    r"\n|<(?:p|li|h[1-6]|tr|td|th|table|a|div|ul|ol|dl|dt|dd|img|article|strong|em)\b|<br\b"
    # A mark of a footnote after a figure is no digit of it.
    r"|(?<=[0-9%])<sup\b(?=[^>]*>[\s(\[]*[0-9*†‡])",
    re.IGNORECASE,
)
_INLINE = ("<a", "<strong", "<em", "<img")
_NEVER_TEXT = ["script", "style", "noscript", "template"]
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset({"p", "ul", "ol", "table", "div", "section", "article", "dl", "blockquote", "figure", *_HEADINGS})
_LISTS = frozenset({"ul", "ol"})
_RAISED = frozenset({"sup"})
_A_HUNDRED_DEEP = " > ".join(["*"] * 101)
# Parts of a section that are no text of it: pictures and charts are read on their own, the rest is navigation.
SET_APART = ("ooh_right_img", "ooh-chart", "tab-footer", "youtube-player", "image-caption")


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a block: its text, its absolute address, and its line."""

    text: str
    url: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table row of a section, in the order of the page."""

    kind: str
    text: str
    line: int
    node: LexborNode | None = None
    links: tuple[Link, ...] = field(default=())
    cells: tuple[str, ...] = field(default=())


def parse(source: str) -> LexborHTMLParser:
    """Parse a page, so that `line_of` knows where its elements start, and a line break separates words."""
    pieces: list[str] = []
    line, last = 1, 0
    for match in _MARKED.finditer(source):
        if match[0] == "\n":
            line += 1
            continue
        pieces.append(source[last : match.start()])
        # Text on both sides of a block or a line break is not one word, even where no blank stands between them.
        tag = match[0].lower()
        space = "" if tag in _INLINE else " "
        pieces.append(" <br" if tag == "<br" else f'{space}{tag} {_LINE}="{line}"')
        last = match.end()
    pieces.append(source[last:])
    tree = LexborHTMLParser("".join(pieces))
    tree.strip_tags(_NEVER_TEXT)
    return tree


def too_deep(tree: LexborHTMLParser) -> LexborNode | None:
    """What stands in a hundred elements, one within the other; `None` on a page of the handbook, which has twenty.

    To read what is nested so takes time that grows faster than the page.
    """
    return tree.css_first(_A_HUNDRED_DEEP)


def text_of(node: LexborNode | None) -> str:
    """The text of an element with everything in it; empty for none."""
    return "" if node is None else plain(node.text())


def figure_of(node: LexborNode | None) -> str:
    """The text of a cell that holds a figure, without the marks of footnotes that stand raised beside it."""
    if node is None or node.css_first("sup") is None:
        return text_of(node)
    return plain("".join(_text_without(node, _RAISED)))


def _text_without(node: LexborNode, left_out: frozenset[str]) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text()
        elif child.tag != "-comment" and child.tag not in left_out:
            yield from _text_without(child, left_out)


def heading_of(node: LexborNode | None) -> str:
    """The words of a heading by which it is known, without the marks of footnotes after them."""
    return without_marks(figure_of(node))


_MARK_AT_THE_END = re.compile(r"(?:\[(?:[0-9]{1,2}|[a-z]|\*{1,3})\]|\([0-9]{1,2}\)|[*†‡])$", re.IGNORECASE)
_LONGEST_MARK = 5


def without_marks(words: str) -> str:
    """Words without the marks of footnotes that end them: `Job Duties [1]` gives `Job Duties`."""
    end = len(words)
    # Mark by mark from the end: one pattern for all of them takes time that doubles with each asterisk.
    while mark := _MARK_AT_THE_END.search(words, max(0, end - _LONGEST_MARK), end):
        end = len(words[: mark.start()].rstrip())
    return words[:end]


def line_of(node: LexborNode | None) -> int:
    """The line of the file that an element, or else what it stands in, starts on."""
    while node is not None:
        line = node.attributes.get(_LINE) if node.tag and not node.tag.startswith("-") else None
        if line:
            return int(line)
        node = node.parent
    return 1


def element_on_line(tree: LexborHTMLParser, line: int) -> LexborNode | None:
    """What begins on a line: a row of a table if one does, else the outermost element; `None` if nothing does."""
    found = tree.css(f'[{_LINE}="{line}"]')
    return next((node for node in found if node.tag == "tr"), found[0] if found else None)


def headers_over(row: LexborNode) -> tuple[str, ...]:
    """The headers of the table that a row stands in, as `headers_of` gives them."""
    table: LexborNode | None = row
    while table is not None and table.tag != "table":
        table = table.parent
    return () if table is None else headers_of(table)


def headers_of(table: LexborNode) -> tuple[str, ...]:
    """The headers of a table, column by column from the left; lines of a header are one text."""
    grid: dict[tuple[int, int], str] = {}
    for line, headers in enumerate(heading_rows(table)):
        column = 0
        for header in headers.css("th, td"):
            while (line, column) in grid:  # a header above reaches down to this line
                column += 1
            down, across = (span_of(header, name) for name in ("rowspan", "colspan"))
            for place in product(range(line, line + down), range(column, column + across)):
                grid[place] = heading_of(header)
    width = max((column + 1 for _, column in grid), default=0)
    texts = ([grid[place] for place in sorted(grid) if place[1] == column] for column in range(width))
    return tuple(" ".join(dict.fromkeys(column)) for column in texts)


def heading_rows(table: LexborNode) -> list[LexborNode]:
    """The rows of headers: those that the page marks as the head of a table, else the first rows that have no cells."""
    marked: list[LexborNode] = table.css("thead tr")
    if marked:
        return marked
    return list(takewhile(lambda row: not row.css("td"), table.css("tr")))


_WIDEST = 50


def span_of(cell: LexborNode, name: str) -> int:
    """How many rows or columns a cell reaches over; 1 where it does not say."""
    text = (cell.attributes.get(name) or "").strip()
    return max(1, min(int(text), _WIDEST)) if text.isascii() and text.isdigit() else 1


def links_of(node: LexborNode, page_url: str) -> tuple[Link, ...]:
    """The links in an element that lead somewhere, with absolute addresses."""
    found: list[Link] = []
    anchors = node.css("a[href]") if node.tag != "a" else [node]
    for anchor in anchors:
        target = (anchor.attributes.get("href") or "").strip()
        label = text_of(anchor)
        if label and target and "thickbox" not in (anchor.attributes.get("class") or ""):
            found.append(Link(label, address_of(page_url, target), line_of(anchor)))
    return tuple(found)


def address_of(page_url: str, target: str) -> str:
    """The absolute address that a link of a page leads to; one that is malformed stays as it is printed."""
    try:
        return urljoin(page_url, target)
    except ValueError:
        return target


def blocks_of(node: LexborNode, page_url: str) -> list[Block]:
    """The text of a section as blocks. Nothing that a reader sees is left out but charts, pictures and navigation."""
    return list(_blocks(node, page_url))


def passages_of(node: LexborNode | None) -> list[tuple[int, str]]:
    """The paragraphs and list items in an element, each with its line: what sentences are looked for in."""
    found = () if node is None else _blocks(node, "")
    return [(block.line, block.text) for block in found if block.kind in ("paragraph", "item")]


def _blocks(node: LexborNode, page_url: str) -> Iterator[Block]:
    loose: list[LexborNode] = []
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag not in _BLOCKS and tag != "nav" and not _holds_block(child):
            loose.append(child)
            continue
        yield from _loose_block(loose, page_url)
        loose = []
        yield from _block(child, tag, page_url)
    yield from _loose_block(loose, page_url)


def _block(child: LexborNode, tag: str, page_url: str) -> Iterator[Block]:
    if tag == "nav" or any(name in (child.attributes.get("class") or "").split() for name in SET_APART):
        return
    if tag in _HEADINGS:
        heading = heading_text(child)
        if heading:
            yield Block(tag, heading, line_of(child), child, links_of(child, page_url))
    elif tag == "p":
        text = text_of(child)
        if text:
            yield Block("paragraph", text, line_of(child), child, links_of(child, page_url))
    elif tag in ("ul", "ol"):
        yield from _items(child, page_url)
    elif tag == "table":
        yield from table_rows(child, page_url)
    else:
        yield from _blocks(child, page_url)


def _items(items: LexborNode, page_url: str) -> Iterator[Block]:
    """The items of a list; those of a list within an item come after it, and are no text of it."""
    for item in items.css("li"):
        nested = {link for inner in item.css("ul, ol") for link in links_of(inner, page_url)}
        text = plain("".join(_text_without(item, _LISTS)))
        links = tuple(link for link in links_of(item, page_url) if link not in nested)
        if text:
            yield Block("item", text, line_of(item), item, links)


def table_rows(table: LexborNode, page_url: str) -> Iterator[Block]:
    """The rows of a table, its caption first; a cell may be empty, a row may not."""
    caption = table.css_first("caption")
    if text_of(caption):
        yield Block("paragraph", text_of(caption), line_of(caption))
    for row in table.css("tr"):
        cells = tuple(text_of(cell) for cell in row.css("td, th"))
        if any(cells):
            yield Block("row", " | ".join(cells), line_of(row), row, links_of(row, page_url), cells)


def heading_text(node: LexborNode) -> str:
    """The words of a heading without its help link; empty for one that only screen readers are told to skip."""
    help_links = [text_of(link) for link in node.css("a.thickbox")]
    text = text_of(node)
    for words in help_links:
        text = text.removesuffix(words).strip()
    return "" if text == "empty heading" else text


def _holds_block(child: LexborNode) -> bool:
    if (child.tag or "").startswith("-"):
        return False
    return any(inner.tag in _BLOCKS for inner in child.css("*") if inner.mem_id != child.mem_id)


def _loose_block(nodes: list[LexborNode], page_url: str) -> Iterator[Block]:
    shown = [node for node in nodes if node.tag != "-comment"]
    text = plain("".join(node.text() for node in shown))
    if not text:
        return
    elements = [node for node in shown if not (node.tag or "").startswith("-")]
    links = tuple(link for node in elements for link in links_of(node, page_url))
    yield Block("paragraph", text, line_of(shown[0]), None, links)
