"""Which codes a handbook row is served under, and whether it is said of them one by one or together.

A row is joined to the codes that its profile covers: to its own code, or to every one of them where the profile says it
of all its occupations together. In the second case the record lists these codes (`covers`), since its figure is that
of none of them alone.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Integer, Table, and_, case, cast, literal, null, or_
from sqlalchemy.types import Text

from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.list_request import OneOf
from app.store.tables import profile_coverage

# Rows that are about the one code that they are served under: only these rank or sum up a code.
OF_ONE_CODE = OneOf("shared", (0,))


def has_profile(facts: Table) -> bool:
    """Whether rows of a table are stored under a profile, which may cover several codes."""
    return "profile" in facts.c and "subject_title" in facts.c


def under_codes(facts: Table) -> FromClause:
    """Handbook rows with the codes that each is served under, a row for each of these."""
    return facts.join(profile_coverage, _served_under(facts)) if has_profile(facts) else facts


def code_columns(facts: Table) -> dict[str, ColumnElement[Any]]:
    """The code that a row is served under; `shared` is 1 where it is said of all codes of the profile together."""
    own, code = facts.c, profile_coverage.c
    if not has_profile(facts):
        empty: dict[str, ColumnElement[Any]] = {
            "profile": cast(null(), Text),
            "subject_title": cast(null(), Text),
            "shared": literal(0, Integer),
        }
        return {"soc_code": own.soc_code, "soc_vintage": own.soc_vintage, **empty}
    return {
        "soc_code": code.soc_code,
        "soc_vintage": code.soc_vintage,
        "profile": own.profile,
        "subject_title": own.subject_title,
        "shared": case((_is_own_code(facts), 0), else_=1),
    }


def covers_of(row: Mapping[Any, Any], catalog: Catalog) -> tuple[str, ...] | None:
    """All codes that a selected row is said of together; `None` where it is about the one that it is served under."""
    if not row["shared"]:
        return None
    return catalog.profiles[row["provenance_part_id"], row["profile"]].codes


def is_served_under(found: Occupation) -> ColumnElement[bool]:
    """Rows of `under_codes` that are served under a code."""
    code = profile_coverage.c
    return and_(code.soc_code == found.soc_code, code.soc_vintage == str(found.soc_vintage))


def said_of(facts: Table, found: Occupation, catalog: Catalog, part_ids: Sequence[int]) -> ColumnElement[bool]:
    """Rows of a table itself that the profiles of a code, in some parts, say of it or of all their codes together."""
    own = facts.c
    profiles = [known.profile for known in catalog.profiles_covering(found) if known.part_id in part_ids]
    is_own = and_(own.soc_code == found.soc_code, own.soc_vintage == str(found.soc_vintage))
    return and_(own.part_id.in_(part_ids), own.profile.in_(profiles), or_(is_own, _said_together(facts)))


def _served_under(facts: Table) -> ColumnElement[bool]:
    own, code = facts.c, profile_coverage.c
    same_profile = and_(code.part_id == own.part_id, code.profile == own.profile)
    return and_(same_profile, or_(_is_own_code(facts), _said_together(facts)))


def _is_own_code(facts: Table) -> ColumnElement[bool]:
    own, code = facts.c, profile_coverage.c
    return and_(own.soc_code == code.soc_code, own.soc_vintage == code.soc_vintage)


def _said_together(facts: Table) -> ColumnElement[bool]:
    """Rows about the profile as a whole, and those about occupations that it names and gives no code."""
    return or_(facts.c.subject_title == "", facts.c.soc_code.is_(None))
