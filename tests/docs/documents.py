"""The documents of the repository, and what stands in them: code blocks, links, URLs, generated parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENTS = tuple(
    sorted((*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")), *ROOT.glob("docs/**/*.md")))
)

_FENCE = re.compile(
    r"(?:^<!-- example: (?P<situation>[a-z ]+) -->\n\n?)?^```(?P<language>[a-z]*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_GENERATED = re.compile(
    r"(?P<start><!-- generated: (?P<name>[a-z-]+) -->\n)(?P<text>.*?)(?P<end><!-- end -->)", re.DOTALL
)


@dataclass(frozen=True)
class Block:
    """A fenced block of a document. `situation` is what the comment before it says of the server that is asked."""

    document: Path
    start: int
    end: int
    language: str
    text: str
    situation: str

    @property
    def place(self) -> str:
        """File and line."""
        line = self.document.read_text("utf-8").count("\n", 0, self.start)
        return f"{self.document.relative_to(ROOT)}:{line}"


def blocks(document: Path, *languages: str) -> Iterator[Block]:
    """The fenced blocks of a document in these languages."""
    for match in _FENCE.finditer(document.read_text("utf-8")):
        if match["language"] in languages:
            start, end = match.span("text")
            yield Block(document, start, end, match["language"], match["text"], match["situation"] or "")


def stands_below(first: Block, second: Block) -> bool:
    """Whether nothing but blank lines is between two blocks."""
    between = first.document.read_text("utf-8")[first.end : second.start]
    return between.split() == ["```", f"```{second.language}"]


def prose(document: Path) -> str:
    """The text of a document without its fenced blocks."""
    return _FENCE.sub("", document.read_text("utf-8"))


def generated_parts(document: Path) -> dict[str, str]:
    """The parts that are made from the code, by name."""
    return {match["name"]: match["text"] for match in _GENERATED.finditer(document.read_text("utf-8"))}


def replace_generated(document: Path, name: str, text: str) -> None:
    """Write a generated part anew."""

    def fresh(match: re.Match[str]) -> str:
        return f"{match['start']}{text}{match['end']}" if match["name"] == name else match[0]

    document.write_text(_GENERATED.sub(fresh, document.read_text("utf-8")), "utf-8")


def replace_block(block: Block, text: str) -> None:
    """Write a fenced block anew, wherever it stands now."""
    before = document_text = block.document.read_text("utf-8")
    document_text = document_text.replace(
        f"```{block.language}\n{block.text}```\n", f"```{block.language}\n{text}```\n", 1
    )
    assert document_text != before, f"{block.place}: the block is not there any more"
    block.document.write_text(document_text, "utf-8")
