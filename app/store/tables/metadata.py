"""The `MetaData`, and the columns that many tables share: keys, provenance, closed sets."""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, Text
from sqlalchemy.types import TypeEngine

from app.domain.levels import SocVintage
from app.domain.programs import Origin
from app.store.tables.types import TextList

# Constraints carry predictable names, so that migrations can name them on both databases.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


# Sort keys compare by byte on both databases, so that a list has one order everywhere. SQLite's default
# collation does that already; PostgreSQL needs it said.
def sorted_text() -> TypeEngine[str]:
    """Text whose order is the order of its bytes, on SQLite and on PostgreSQL."""
    return Text().with_variant(Text(collation="C"), "postgresql")


def one_of(column: str, members: type[StrEnum] | Iterable[str], *, name: str | None = None) -> CheckConstraint:
    """A check that a column is empty or holds a member of a closed set.

    Spelled with OR: SQLite checks `IN` of a list at more than twice the cost of the whole rest of an insert.
    """
    allowed = " OR ".join(f"{column} = '{member}'" for member in members)
    return CheckConstraint(allowed, name=name or column)


def occupation_key() -> list[Column[str]]:
    """The two columns that name an occupation: its code and the edition of the SOC."""
    return [
        Column("soc_code", sorted_text(), nullable=False, comment="SOC code, such as 29-2071"),
        Column("soc_vintage", sorted_text(), nullable=False, comment="Edition of the SOC that the code belongs to"),
    ]


def references_occupation() -> ForeignKeyConstraint:
    """The foreign key that goes with `occupation_key`."""
    return refers_to("occupation", "soc_code", "soc_vintage")


def refers_to(table: str, *columns: str, key: tuple[str, ...] | None = None) -> ForeignKeyConstraint:
    """A foreign key to a table of vocabulary, within the part: each part states what its rows refer to.

    `key` are the columns there, where they have other names than here.
    """
    there = [f"{table}.{column}" for column in ("part_id", *(key or columns))]
    return ForeignKeyConstraint(["part_id", *columns], there)


def is_current() -> Column[bool]:
    """Whether a row of vocabulary is the newest statement of its code."""
    return Column(
        "is_current",
        Boolean,
        nullable=False,
        default=False,
        comment="Whether it is the newest statement of its kind: several parts may state one code",
    )


def provenance() -> list[Column[int]]:
    """Where a row was read: its release's part, the sheet (or file without sheets) and the row in it."""
    return [
        Column(
            "part_id", Integer, ForeignKey("part.part_id"), nullable=False, comment="Part of the release it came in"
        ),
        Column(
            "sheet_id", Integer, ForeignKey("source_sheet.sheet_id"), nullable=False, comment="Sheet it was read from"
        ),
        Column("row_number", Integer, nullable=False, comment="Row in that sheet; the header is row 1"),
    ]


def origin() -> list[Column[object]]:
    """Whether a row is the publisher's statement or curated, and where in the document it stands."""
    return [
        Column("origin", Text, nullable=False, comment="published: the document says so; curated: added by us"),
        Column("origin_basis", Text, comment="What a curated row rests on; empty for a published one"),
        Column("document_line", Integer, comment="Line of the source document; empty for a curated row"),
    ]


def origin_checks() -> list[CheckConstraint]:
    """The closed set of origins, and the rule that a curated row names its basis."""
    return [
        one_of("origin", Origin),
        CheckConstraint("origin <> 'curated' OR origin_basis IS NOT NULL", name="curated_has_basis"),
    ]


def vintage_check(column: str = "soc_vintage") -> CheckConstraint:
    """The closed set of SOC editions."""
    return one_of(column, SocVintage)


def curated_part(prefix: str, what: str) -> list[Column[str]]:
    """The columns that mark a part of a published row as curated."""
    return [
        Column(f"{prefix}_origin", Text, comment=f"curated where {what} was added by us"),
        Column(f"{prefix}_origin_basis", Text, comment=f"What {what} rests on"),
    ]


def text(name: str, comment: str) -> Column[str]:
    """A column of text that may be empty."""
    return Column(name, Text, comment=comment)


def items(name: str, comment: str) -> Column[tuple[str, ...]]:
    """A column that holds a list of short texts."""
    return Column(name, TextList(), nullable=False, comment=f"{comment}; separated by |")
