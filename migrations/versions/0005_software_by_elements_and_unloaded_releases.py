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
_CATEGORY_BEFORE = "The same as a category"
_CATEGORY = "The same as a category; empty for words that are none of these"
_COMMENT = "UNSPSC commodity, eight digits; empty from 30.3 on"


def _unique(columns: list[str]) -> str:
    return op.f(f"uq_{_TABLE}_{'_'.join(columns)}")


def _checks(table: str) -> tuple[sa.CheckConstraint, ...]:
    """The checks of a table: SQLite makes it anew for another column, and Alembic leaves them behind."""
    found = sa.inspect(op.get_bind()).get_check_constraints(table)
    return tuple(sa.CheckConstraint(one["sqltext"], name=op.f(str(one["name"]))) for one in found)


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
    with op.batch_alter_table(_TABLE, table_args=_checks(_TABLE)) as table:
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
    with op.batch_alter_table("quick_facts", table_args=_checks("quick_facts")) as table:
        table.alter_column(
            "outlook_category",
            existing_type=sa.Text(),
            nullable=True,
            comment=_CATEGORY,
            existing_comment=_CATEGORY_BEFORE,
        )


def downgrade() -> None:
    """Take this revision back: software without a commodity goes, and quick facts without a category."""
    op.drop_table("unloaded_release")
    op.execute("DELETE FROM quick_facts WHERE outlook_category IS NULL")
    with op.batch_alter_table("quick_facts", table_args=_checks("quick_facts")) as table:
        table.alter_column(
            "outlook_category",
            existing_type=sa.Text(),
            nullable=False,
            comment=_CATEGORY_BEFORE,
            existing_comment=_CATEGORY,
        )
    op.execute(f"DELETE FROM {_TABLE} WHERE commodity_code IS NULL")  # noqa: S608
    with op.batch_alter_table(_TABLE, table_args=_checks(_TABLE)) as table:
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
