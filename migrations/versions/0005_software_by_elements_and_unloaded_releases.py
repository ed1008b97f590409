"""Software may stand under the content model (O*NET 30.3); the last revision of what was unloaded is kept.

Revision: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TABLE = "onet_technology"
_BEFORE = ["onet_soc_code", "technology_type", "example", "commodity_code", "part_id"]
_AFTER = ["onet_soc_code", "technology_type", "example", "commodity_code", "element_id", "part_id"]
_COMMENT_BEFORE = "UNSPSC commodity, eight digits"
_COMMENT = "UNSPSC commodity, eight digits; empty from 30.3 on"
# SQLite makes the table anew for this, and its checks are not among what can be read of the old one.
_CHECK = ("technology_type = 'technology' OR technology_type = 'tool'", "ck_onet_technology_technology_type")


def _unique(columns: list[str]) -> str:
    return op.f(f"uq_{_TABLE}_{'_'.join(columns)}")


def _check() -> sa.CheckConstraint:
    return sa.CheckConstraint(_CHECK[0], name=op.f(_CHECK[1]))


def _sorted_text() -> sa.types.TypeEngine[str]:
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Apply this revision."""
    op.create_table(
        "unloaded_release",
        sa.Column("release", _sorted_text(), nullable=False, comment="Identifier of a release that was taken out"),
        sa.Column(
            "revision",
            sa.Integer(),
            nullable=False,
            comment="The last revision that it had: another one goes on from it",
        ),
        sa.PrimaryKeyConstraint("release", name=op.f("pk_unloaded_release")),
        comment="Releases that were taken out, so that no revision ever means two things",
    )
    with op.batch_alter_table(_TABLE, table_args=(_check(),)) as table:
        table.add_column(
            sa.Column("element_id", sa.Text(), comment="Kind of software in the content model; empty before 30.3")
        )
        table.add_column(sa.Column("element_name", sa.Text(), comment="Its name"))
        table.alter_column(
            "commodity_code",
            existing_type=_sorted_text(),
            nullable=True,
            comment=_COMMENT,
            existing_comment=_COMMENT_BEFORE,
        )
        table.drop_constraint(_unique(_BEFORE), type_="unique")
        table.create_unique_constraint(_unique(_AFTER), _AFTER)


def downgrade() -> None:
    """Take this revision back: software without a commodity goes."""
    op.drop_table("unloaded_release")
    op.execute(f"DELETE FROM {_TABLE} WHERE commodity_code IS NULL")  # noqa: S608
    with op.batch_alter_table(_TABLE, table_args=(_check(),)) as table:
        table.drop_constraint(_unique(_AFTER), type_="unique")
        table.create_unique_constraint(_unique(_BEFORE), _BEFORE)
        table.alter_column(
            "commodity_code",
            existing_type=_sorted_text(),
            nullable=False,
            comment=_COMMENT_BEFORE,
            existing_comment=_COMMENT,
        )
        table.drop_column("element_name")
        table.drop_column("element_id")
