"""`docs/errors.md` has an example of each kind of problem."""

import pytest

from app.api.problems import KINDS
from tests.docs.documents import ROOT

DOCUMENT = (ROOT / "docs" / "errors.md").read_text("utf-8")


@pytest.mark.parametrize("slug", KINDS)
def test_each_kind_has_an_example_that_is_run(slug: str) -> None:
    section = DOCUMENT.partition(f"\n### {slug}\n")[2].partition("\n### ")[0]
    in_json = f'"type": "/problems/{slug}"' in section and f"HTTP/1.1 {KINDS[slug].status}\n" in section
    in_program = f"{KINDS[slug].status} /problems/{slug}\n" in section
    assert in_json or in_program
