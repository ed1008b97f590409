"""docs/errors.md and docs/concepts.md name every kind of problem and of absence, each with an example of it."""

import re

import pytest

from app.api.middleware import MAX_URL_BYTES
from app.api.problems import KINDS
from app.queries.absence import AbsenceReason
from tests.checked_client import CheckedClient
from tests.docs.documents import ROOT, blocks

ERRORS = ROOT / "docs" / "errors.md"
_ROW = re.compile(r"^\| `(?P<reason>[a-z_]+)` \| [^|]+ \| `(?P<url>/v1/[^`]+)` \|$", re.MULTILINE)
# No example would be worth reading; the test below asks instead.
SHOWN_IN_WORDS = {"url-too-long"}


@pytest.mark.parametrize("slug", sorted(set(KINDS) - SHOWN_IN_WORDS))
def test_each_kind_of_problem_has_an_example(slug: str) -> None:
    _, found, section = ERRORS.read_text("utf-8").partition(f"\n### {slug}\n")
    assert found
    section = section.partition("\n### ")[0]
    own = [block for block in blocks(ERRORS, "console") if block.text in section]
    assert any(f'"type": "/problems/{slug}"' in block.text for block in own)


def test_the_longest_url_that_is_answered(client: CheckedClient) -> None:
    path, query = "/v1/occupations", "q="
    rest = MAX_URL_BYTES - len(path) - len(query)
    client.problem(f"{path}?{query}{'a' * (rest + 1)}", 414, "url-too-long")
    client.problem(f"{path}?{query}{'a' * rest}", 422, "invalid-parameter")
    assert f"{MAX_URL_BYTES:,} bytes" in ERRORS.read_text("utf-8")


def test_each_absence_in_the_table_is_the_one_that_is_answered(client: CheckedClient) -> None:
    rows = dict(_ROW.findall((ROOT / "docs" / "concepts.md").read_text("utf-8")))
    assert set(rows) == set(AbsenceReason)
    for reason, url in rows.items():
        assert client.answer(url)["absence"]["reason"] == reason, url
