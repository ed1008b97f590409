"""Is docs/openapi.json what the application serves? Exit 1, with the way to mend it, where it is not."""

import difflib
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = ROOT / "docs" / "openapi.json"
SHOWN_LINES = 40


def served_document() -> str:
    """The document as the application makes it now."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "openapi.json"
        subprocess.run([sys.executable, "-m", "app", "openapi", "--output", str(fresh)], cwd=ROOT, check=True)
        return fresh.read_text(encoding="utf-8")


def main() -> int:
    """Compare the two texts."""
    served = served_document()
    committed = COMMITTED.read_text(encoding="utf-8") if COMMITTED.exists() else ""
    if served == committed:
        print("docs/openapi.json is what the application serves.")
        return 0
    difference = difflib.unified_diff(
        committed.splitlines(), served.splitlines(), "docs/openapi.json", "the application", lineterm="", n=1
    )
    for line, _ in zip(difference, range(SHOWN_LINES), strict=False):
        print(line)
    print("docs/openapi.json is not what the application serves: run `make openapi` and commit the result.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
