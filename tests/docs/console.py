"""The `console` blocks of the documents: each command is run, and its output written as the document shows it."""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

import httpx

from tests.docs import answers
from tests.docs.documents import ROOT

ADDRESS = "http://127.0.0.1:8000"

Send = Callable[..., httpx.Response]


@dataclass(frozen=True)
class Step:
    """A command of a block, and the output that the document shows."""

    command: str
    output: str


@dataclass
class _Curl:
    url: str = ""
    method: str = "GET"
    headers: list[tuple[str, str]] = field(default_factory=list)
    head: bool = False
    body: bool = True


def steps(text: str) -> Iterator[Step]:
    """The commands of a block, each with what follows it."""
    for part in re.split(r"^(?=\$ )", text, flags=re.MULTILINE):
        command, _, output = part.partition("\n")
        while command.endswith("\\"):
            line, _, output = output.partition("\n")
            command += "\n" + line
        if command.startswith("$ "):
            yield Step(command, output)
        else:
            assert not part.strip(), f"output without a command: {part!r}"


def rerun(text: str, send: Send, environment: dict[str, str]) -> str:
    """The block with the output that its commands have now."""
    fresh = []
    for step in steps(text):
        words = shlex.split(step.command[2:].replace("\\\n", " "))
        if words[0] == "curl":
            output = _answered(_curl(words[1:]), step.output, send)
        elif words[0] == "occupations":
            output = _printed(words[1:], step.output, environment)
        else:
            raise ValueError(f"a command that no test runs: {step.command}")
        fresh.append(f"{step.command}\n{output}")
    return "".join(fresh)


def _curl(words: list[str]) -> _Curl:
    asked, rest = _Curl(), list(words)
    while rest:
        word = rest.pop(0)
        if word == "-i":
            asked.head = True
        elif word == "-I":
            asked.head, asked.body, asked.method = True, False, "HEAD"
        elif word == "-X":
            asked.method = rest.pop(0)
        elif word == "-H":
            name, _, value = rest.pop(0).partition(": ")
            asked.headers.append((name, value))
        elif word.startswith("-"):
            raise ValueError(f"curl {word} is not known here")
        else:
            asked.url = word
    if not asked.url.startswith(f"{ADDRESS}/"):
        raise ValueError(f"curl asks {asked.url!r}, which is not at {ADDRESS}")
    return asked


def _answered(asked: _Curl, output: str, send: Send) -> str:
    # curl asks for no compression, unlike httpx
    headers = {"Accept-Encoding": "identity", **dict(asked.headers)}
    response = send(asked.method, asked.url.removeprefix(ADDRESS), headers=headers)
    head, body = "", output
    if asked.head:
        head, _, body = output.partition("\n\n")
        head = _head(head, response) + "\n"
        if not asked.body or not response.content:
            return head
        head += "\n"
    assert response.is_success or asked.head, f"{asked.url} -> {response.status_code}, which the document does not show"
    if "json" not in response.headers["content-type"] or "ndjson" in response.headers["content-type"]:
        lines = response.text.replace("\r\n", "\n")
        return head + (body if _shows(body, lines) else lines)
    try:
        pattern = answers.parse(body)
    except ValueError:
        pattern = None
    return head + answers.written(answers.shown(pattern, response.json())) + "\n"


def _head(output: str, response: httpx.Response) -> str:
    """The status line, without the words that differ by version of Python, and headers that the document shows."""
    lines = [f"HTTP/1.1 {response.status_code}"]
    for line in output.splitlines()[1:]:
        name, _, pattern = line.partition(": ")
        if line == "...":
            lines.append(line)
        elif name in response.headers:
            value = response.headers[name]
            lines.append(line if _fits(pattern, value) else f"{name}: {value}")
    return "\n".join(lines)


def _fits(pattern: str, text: str) -> bool:
    return fnmatchcase(text, re.sub(r"([*?\[])", r"[\1]", pattern).replace("...", "?*"))


def _printed(words: list[str], output: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "app", *words],
        env={**environment, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"},
        cwd=environment["HOME"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    printed = "\n".join(line.rstrip() for line in done.stdout.strip().splitlines()) + "\n"
    return output if _shows(output, printed) else printed


def _shows(output: str, printed: str) -> bool:
    """Whether a document shows a text, with lines and parts of lines left out."""
    pattern = "".join(
        ".*" if line == "...\n" else re.escape(line).replace(r"\.\.\.", ".+") for line in output.splitlines(True)
    )
    return re.fullmatch(pattern, printed, re.DOTALL) is not None
