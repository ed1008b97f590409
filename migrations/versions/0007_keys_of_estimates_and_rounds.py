"""Estimates are found by their part before the edition of the code, and rounds have keys that no other load changes.

Few questions name the edition of a code; each is asked of some parts.

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
    _number_rounds()


def downgrade() -> None:
    """Take this revision back."""
    _make_anew(_BEFORE, "4000000 5000 5000 450 1")


def _number_rounds() -> None:
    """Each round from its base year on. Its rows have numbers without gaps, since all rounds are written at once."""
    first = "SELECT min(round_projection_id) FROM round_projection GROUP BY release"
    starts = [row[0] for row in op.get_bind().execute(sa.text(first))]
    for start in sorted(starts):
        op.get_bind().execute(
            sa.text(
                "UPDATE round_projection SET round_projection_id = "
                "CAST(substr(release, 4, 4) AS INTEGER) * 1000000 + round_projection_id - :start + 1 "
                "WHERE release = (SELECT release FROM round_projection WHERE round_projection_id = :start)"
            ),
            {"start": start},
        )


def _make_anew(columns: list[str], likeness: str) -> None:
    """The index with these columns; SQLite forgets the statistics with the index, and they are stated again (0002)."""
    op.drop_index(_INDEX, "oews_estimate")
    op.create_index(_INDEX, "oews_estimate", columns, unique=False)
    if op.get_bind().dialect.name == "sqlite":
        statistics = sa.table("sqlite_stat1", sa.column("tbl"), sa.column("idx"), sa.column("stat"))
        op.bulk_insert(statistics, [{"tbl": "oews_estimate", "idx": _INDEX, "stat": likeness}])
