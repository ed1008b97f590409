"""What the documents point to is there: files, headings, URLs of the API, make's targets."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.config import Settings
from tests.checked_client import CheckedClient
from tests.docs.console import ADDRESS
from tests.docs.documents import DOCUMENTS, ROOT, prose
from tests.every_path import PATHS

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_CODE = re.compile(r"`(?P<code>[^`\n]+)`(?: \((?P<status>[0-9]{3})\))?")
_URL = re.compile(r"/(?:v1/.+|health/.+|problems|problems/.+|docs|redoc|openapi\.json)$")
_TARGET = re.compile(r"\bmake ([a-z][a-z-]+)")
_PATH = re.compile(
    r"(?:app|docs|migrations|scripts|seed_data|tests|requirements|\.ci)/[\w./-]*|[\w.-]+\.(?:md|toml|yaml)|Makefile|Dockerfile"
)
# A name with an underscore or with capitals inside it, which no word of a sentence is.
_NAME = re.compile(r"(?<![\w/.-])(?:[A-Za-z]\w*_\w+|_\w+|[A-Z][a-z]+[A-Z]\w*)(?![\w/.-])")
# Names that the steps in CONTRIBUTING.md make, an ending of names, and a program of PostgreSQL.
NAMES_FROM_ELSEWHERE = {"hours_per_week", "ProgramList", "_code", "pg_dump", "with_acronym"}
# What CONTRIBUTING.md adds as an exercise.
NOT_MEANT = {
    "app/queries/programs.py",
    "app/schemas/programs.py",
    "app/api/programs.py",
    "app/store/tables/tools.py",
    "tests/integration/test_programs.py",
    "app/sources/ep.py",
    "seed_data/tools.csv",
    "/v1/programs",
}


def headings(document: Path) -> set[str]:
    """The anchors of a document, as they are made from its headings."""
    anchors = set()
    for line in prose(document).splitlines():
        if line.startswith("#"):
            title = re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower().replace("`", ""))
            anchors.add(title.replace(" ", "-"))
    return anchors


def links() -> Iterator[tuple[Path, str]]:
    for document in DOCUMENTS:
        for match in _LINK.finditer(prose(document)):
            yield document, match["target"]


def codes() -> Iterator[tuple[Path, str, int]]:
    """What stands in backticks, and the status that is said to be its answer (200 where none is said)."""
    for document in DOCUMENTS:
        for match in _CODE.finditer(prose(document)):
            yield document, match["code"], int(match["status"] or 200)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    for _, target in filter(lambda link: link[0] == document, links()):
        if target.startswith("https://"):
            continue
        assert ":" not in target, f"{document}: {target} is neither relative nor https"
        name, _, anchor = target.partition("#")
        found = (document.parent / name).resolve() if name else document
        assert found.exists(), f"{document}: there is no {target}"
        assert found.is_relative_to(ROOT), f"{document}: {target} leaves the repository"
        if anchor:
            assert anchor in headings(found), f"{document}: {name or document.name} has no heading {anchor}"


def test_every_document_is_linked_from_another() -> None:
    linked = {(document.parent / target.partition("#")[0]).resolve() for document, target in links()}
    assert [str(document) for document in DOCUMENTS if document not in linked | {ROOT / "README.md"}] == []


def test_urls_of_the_api_answer_as_said(client: CheckedClient) -> None:
    asked = 0
    for document, code, status in codes():
        url = code.removeprefix("GET ").removeprefix(ADDRESS)
        if not _URL.match(url) or "..." in url or "{" in url or url in NOT_MEANT:
            continue
        # The table of paths names some that cannot be asked without a parameter.
        response = client.get(PATHS.get(url, url))
        assert response.status_code == status, f"{document.relative_to(ROOT)}: {url} -> {response.status_code}"
        asked += 1
    assert asked > 50


def test_url_templates_are_paths_of_the_api(client: CheckedClient) -> None:
    paths = {*client.contract.document["paths"], "/problems/{slug}", "/v1/occupations/{soc_code}/..."}
    for document, code, _ in codes():
        if _URL.match(code) and "{" in code:
            assert code.partition("?")[0] in paths, f"{document.relative_to(ROOT)}: {code}"


def test_files_that_are_named_are_there() -> None:
    for document, code, _ in codes():
        for word in code.split():
            if _PATH.fullmatch(word) and word not in NOT_MEANT:
                beside = (ROOT / word, document.parent / word, ROOT / "seed_data" / word, ROOT / "docs" / word)
                assert any(path.exists() for path in beside), f"{document.relative_to(ROOT)}: there is no {word}"


def test_names_that_are_given_are_in_the_code() -> None:
    """Functions, classes, fields and constants: a name that was changed in the code is found in the documents."""
    files = [path for folder in ("app", "migrations", "scripts", "tests") for path in (ROOT / folder).rglob("*.py")]
    files += [*(ROOT / "seed_data").glob("*.json"), *(ROOT / ".ci").iterdir(), ROOT / "pyproject.toml"]
    known = set(re.findall(r"\w+", "\n".join(path.read_text("utf-8") for path in files if path != Path(__file__))))
    settings = {f"OCCUPATIONS_{name.upper()}" for name in Settings.model_fields}
    for document, code, _ in codes():
        for name in _NAME.findall(code):
            assert name in known | settings | NAMES_FROM_ELSEWHERE, f"{document.relative_to(ROOT)}: no code has {name}"


def test_targets_of_make_are_there() -> None:
    defined = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for document in DOCUMENTS:
        text = document.read_text("utf-8")
        named = {
            name
            for code in re.findall(r"`[^`\n]+`|^ *(?:\$ )?make .*$", text, re.MULTILINE)
            for name in _TARGET.findall(code)
        }
        assert named <= defined, f"{document.relative_to(ROOT)}: make {sorted(named - defined)}"


def test_nothing_private_or_of_one_machine_is_named() -> None:
    for document in DOCUMENTS:
        text = document.read_text("utf-8")
        for word in ("/tmp/", "/home/", "/root/", "/work/", "localhost:"):
            assert word not in text, f"{document.relative_to(ROOT)} names {word}"
