"""Estimates are found by their part before the edition of the code, which few questions name.

Upgrading writes the rounds of projections anew, whose keys no other load changes from now on.

Revision: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_INDEX = "ix_oews_estimate_occupation"
_BEFORE = ["soc_code", "soc_vintage", "part_id", "area_code"]
_AFTER = ["soc_code", "part_id", "soc_vintage", "area_code"]


def upgrade() -> None:
    """Apply this revision."""
    _make_anew(_AFTER, "4000000 5000 450 450 1")


def downgrade() -> None:
    """Take this revision back."""
    _make_anew(_BEFORE, "4000000 5000 5000 450 1")


def _make_anew(columns: list[str], likeness: str) -> None:
    """The index with these columns; SQLite forgets the statistics with the index, and they are stated again (0002)."""
    op.drop_index(_INDEX, "oews_estimate")
    op.create_index(_INDEX, "oews_estimate", columns, unique=False)
    if op.get_bind().dialect.name == "sqlite":
        statistics = sa.table("sqlite_stat1", sa.column("tbl"), sa.column("idx"), sa.column("stat"))
        op.bulk_insert(statistics, [{"tbl": "oews_estimate", "idx": _INDEX, "stat": likeness}])
