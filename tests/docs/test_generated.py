"""Tables that are made from the code say what the code says."""

from pathlib import Path

import pytest

from app.config import Settings
from tests.docs.documents import DOCUMENTS, ROOT, generated_parts, replace_generated
from tests.docs.generated import PARTS

FOUND = [(document, name, text) for document in DOCUMENTS for name, text in generated_parts(document).items()]


@pytest.mark.parametrize(
    ("document", "name", "text"), FOUND, ids=[f"{path.relative_to(ROOT)}:{name}" for path, name, _ in FOUND]
)
def test_a_table_is_up_to_date(document: Path, name: str, text: str, refreshing: bool) -> None:
    fresh = PARTS[name]()
    if refreshing and fresh != text:
        replace_generated(document, name, fresh)
    else:
        assert fresh == text, "see CONTRIBUTING.md on how to refresh tables"


def test_each_table_stands_somewhere() -> None:
    assert {name for _, name, _ in FOUND} == set(PARTS)


def test_the_readme_lists_every_setting() -> None:
    table = generated_parts(ROOT / "README.md")["settings"]
    for name, field in Settings.model_fields.items():
        assert f"| `OCCUPATIONS_{name.upper()}` |" in table
        assert str(field.description) in table
