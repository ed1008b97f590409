"""OEWS estimates are counted by occupation and by place, so that what exists can be asked without reading them.

What is loaded already is counted here; each load then counts its own.

Revision: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_MEASURES = (
    "employment",
    "employment_rse",
    "jobs_per_1000",
    "location_quotient",
    "percent_of_industry",
    "percent_of_establishments_reporting",
    "hourly_mean",
    "hourly_p10",
    "hourly_p25",
    "hourly_median",
    "hourly_p75",
    "hourly_p90",
    "annual_mean",
    "annual_p10",
    "annual_p25",
    "annual_median",
    "annual_p75",
    "annual_p90",
    "mean_wage_rse",
)
_KEYS = ("soc_code", "soc_vintage", "area_code", "industry_code")


def _sorted_text() -> sa.types.TypeEngine[str]:
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _counts(measure: str) -> tuple[sa.Column[int], sa.Column[int]]:
    return (
        sa.Column(
            f"{measure}_published",
            sa.Integer(),
            nullable=False,
            comment=f"Rows with a figure, or a bound, of {measure}",
        ),
        sa.Column(f"{measure}_withheld", sa.Integer(), nullable=False, comment=f"Rows whose {measure} is not released"),
    )


def upgrade() -> None:
    """Apply this revision."""
    op.create_table(
        "oews_availability",
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part that the rows belong to"),
        sa.Column("soc_code", _sorted_text(), nullable=False, comment="Occupation; empty: all together"),
        sa.Column("soc_vintage", sa.Text(), nullable=False, comment="Edition of that code; empty: all together"),
        sa.Column("area_code", _sorted_text(), nullable=False, comment="Area; empty: all together"),
        sa.Column("industry_code", _sorted_text(), nullable=False, comment="Industry; empty: all together"),
        sa.Column("row_count", sa.Integer(), nullable=False, comment="Rows, each that stands at two levels once"),
        *(column for measure in _MEASURES for column in _counts(measure)),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_oews_availability_part_id")),
        sa.PrimaryKeyConstraint(
            "part_id", "soc_code", "soc_vintage", "area_code", "industry_code", name=op.f("pk_oews_availability")
        ),
        comment="OEWS rows counted by occupation, by area, by industry, and by both: made when a part is loaded",
    )
    _count_what_is_loaded()


def _count_what_is_loaded() -> None:
    withheld = "('wage_not_released', 'employment_not_released')"
    counted = "COUNT(*), " + ", ".join(
        f"COUNT({name}), COUNT(CASE WHEN {name}_qualifier IN {withheld} THEN 1 END)" for name in _MEASURES
    )
    for keys in (("soc_code", "soc_vintage"), ("area_code", "industry_code")):
        chosen = ", ".join(key if key in keys else "''" for key in _KEYS)
        grouped = ", ".join(("part_id", *keys))
        op.execute(
            f"INSERT INTO oews_availability SELECT part_id, {chosen}, {counted} FROM oews_estimate "  # noqa: S608
            f"WHERE NOT is_repeat GROUP BY {grouped}"
        )
    sums = ", ".join(
        ["SUM(row_count)", *(f"SUM({name}_{kind})" for name in _MEASURES for kind in ("published", "withheld"))]
    )
    places: tuple[tuple[str, ...], ...] = (("area_code",), ("industry_code",), ())
    for added in places:
        chosen = ", ".join(key if key in added else "''" for key in _KEYS)
        grouped = ", ".join(("part_id", *added))
        op.execute(
            f"INSERT INTO oews_availability SELECT part_id, {chosen}, {sums} FROM oews_availability "  # noqa: S608
            f"WHERE area_code <> '' AND industry_code <> '' GROUP BY {grouped}"
        )


def downgrade() -> None:
    """Take this revision back."""
    op.drop_table("oews_availability")
