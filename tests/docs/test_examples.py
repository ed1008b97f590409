"""Every example of the documents is run, and its output is the one that is shown."""

import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise

import httpx
import pytest

from tests.docs.console import ADDRESS, rerun, steps
from tests.docs.documents import DOCUMENTS, ROOT, Block, blocks, replace_block, stands_below

CONSOLE = [block for document in DOCUMENTS for block in blocks(document, "console")]
PROGRAMS = [
    (program, output)
    for document in DOCUMENTS
    for shown in [list(blocks(document, "python", "text"))]
    for program, output in pairwise(shown)
    if (program.language, output.language) == ("python", "text") and stands_below(program, output)
]


@pytest.mark.parametrize("block", CONSOLE, ids=lambda block: block.place)
def test_commands_print_what_the_document_shows(
    block: Block,
    senders: dict[str, Callable[..., httpx.Response]],
    environment: dict[str, str],
    refreshing: bool,
) -> None:
    fresh = rerun(block.text, senders[block.situation], environment)
    if refreshing and fresh != block.text:
        replace_block(block, fresh)
    else:
        assert fresh == block.text, f"{block.place}: see CONTRIBUTING.md on how to refresh examples"


@pytest.mark.parametrize(("program", "output"), PROGRAMS, ids=[pair[0].place for pair in PROGRAMS])
def test_programs_print_what_the_document_shows(program: Block, output: Block, server: str) -> None:
    code = program.text.replace(ADDRESS, server)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stderr, done.stdout) == ("", output.text)


def test_the_readme_shows_five_requests() -> None:
    asked = [
        step.command
        for block in CONSOLE
        if block.document == ROOT / "README.md"
        for step in steps(block.text)
        if step.command.startswith("$ curl ")
    ]
    assert len(asked) == 5


def test_no_block_passes_for_an_example_without_being_run() -> None:
    known = {"console", "python", "text", "sh", "mermaid", "sql", "yaml", "nginx"}
    for document in DOCUMENTS:
        text = document.read_text("utf-8")
        fences = [line for line in text.splitlines() if line.startswith("```")]
        assert len(fences) % 2 == 0, f"{document}: a block that is not closed"
        assert {line[3:] for line in fences[::2]} <= known, document
        assert set(fences[1::2]) <= {"```"}, document


def test_every_python_block_for_readers_is_run() -> None:
    run = {program.text for program, _ in PROGRAMS}
    for document in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for block in blocks(document, "python"):
            assert block.text in run, f"{block.place}: no output follows"
