"""The search index is kept as arrays of numbers, in a table of its own.

`occupations migrate`, and each load that changes the texts, fills it.

Revision: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this revision."""
    op.create_table(
        "search_array",
        sa.Column(
            "name",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="What the array is in the index",
        ),
        sa.Column(
            "made_from", sa.Text(), nullable=False, comment="Hash of the texts that the index was made of, and how"
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="Type of the numbers, as numpy writes it: <f4, <u2 ..."),
        sa.Column("shape", sa.Text(), nullable=False, comment="Numbers along each axis, separated by commas"),
        sa.Column("content", sa.LargeBinary(), nullable=False, comment="The numbers, one after another"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_search_array")),
        comment="The search index, an array in each row: made of the texts in the other tables, and read as a whole",
    )


def downgrade() -> None:
    """Take this revision back."""
    op.drop_table("search_array")
