"""Whether the tags of a page are whole: one that lost a tag is parsed all the same, into other cells than it had."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

# What has a closing tag on every page of the handbook, although some of it may do without in HTML. Paragraphs and what
# is printed bold are left out: they are written by hand, and to lose a tag of theirs moves no cell.
_PAIRED = frozenset("table tbody thead tr td th ul ol li div a span dl dt dd h2 h3 article".split())  # noqa: SIM905
# One that does not end takes all that follows, so that many of them cost no more than one.
_NO_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
# Attributes are passed over in their quotes, which may hold tags as text.
_TAG = re.compile(r"""<(/?[a-zA-Z][a-zA-Z0-9]*+)(?:[^<>"'=]|=\s*+(?:"[^"]*"|'[^']*')?|["'])*+(?<!/)>""")


def unpaired_tags(source: str) -> Iterator[tuple[int, str]]:
    """The first tag of each kind that lacks its opening or closing tag, with its line."""
    markup = _NO_MARKUP.sub(_only_its_lines, source)
    counts: Counter[str] = Counter()
    for tag, number in Counter(_TAG.findall(markup)).items():
        name = tag.lower()
        counts[name.lstrip("/")] += -number if name.startswith("/") else number
    damaged = {name for name, number in counts.items() if number and name in _PAIRED}
    if damaged:
        yield from _places(markup, damaged)


def _only_its_lines(left_out: re.Match[str]) -> str:
    return "\n" * left_out[0].count("\n")


def _places(markup: str, names: set[str]) -> Iterator[tuple[int, str]]:
    """Where the tags of these names do not match: a closing tag that nothing opened, else an element left open."""
    opened: dict[str, list[re.Match[str]]] = defaultdict(list)
    without: dict[str, re.Match[str]] = {}
    for tag in _TAG.finditer(markup):
        name = tag[1].lower().lstrip("/")
        if name not in names or name in without:
            continue
        if not tag[1].startswith("/"):
            opened[name].append(tag)
        elif opened[name]:
            opened[name].pop()
        else:
            without[name] = tag
    found = without | {name: tags[0] for name, tags in opened.items() if tags and name not in without}
    for tag in sorted(found.values(), key=lambda match: match.start()):
        yield markup.count("\n", 0, tag.start()) + 1, tag[0]
