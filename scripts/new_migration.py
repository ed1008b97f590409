#!/usr/bin/env python3
"""Write the next migration: what the tables in the code have and a database at the last revision has not.

The draft goes to `migrations/versions/`, numbered on from the last one. Read it before you use it: checks that were
added to or removed from a table that exists are not noticed, and rows that exist may need values (CONTRIBUTING shows
how). `make migration NAME="Tools of an occupation"` runs this and formats the draft.

Example:
  python scripts/new_migration.py "Tools of an occupation"
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import Script

from app.store.engine import create_writer
from app.store.migrate import alembic_config, head_revision, migrate


def write_migration(name: str) -> Path:
    """Compare, and write the draft; returns where it is."""
    with tempfile.TemporaryDirectory() as folder:
        engine = create_writer(f"sqlite:///{folder}/compared.sqlite3")
        migrate(engine)
        with engine.begin() as connection:
            config = alembic_config(connection)
            number = f"{int(head_revision()) + 1:04}"
            draft = command.revision(config, name, autogenerate=True, rev_id=number)
        engine.dispose()
    assert isinstance(draft, Script)
    path = Path(draft.path)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.strip().startswith("# ###")), encoding="utf-8")
    return path


def main() -> int:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", help="what the migration brings, in a few words: the first line of its docstring")
    print(f"Written: {write_migration(parser.parse_args().name)}. Read it before you use it.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
