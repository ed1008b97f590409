"""What a list is made of."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, FromClause, Select, and_, or_, select, union_all

from app.queries.list_request import Limit, OneOf

Match: TypeAlias = Callable[[Sequence[ColumnElement[str]]], ColumnElement[bool]]


def in_major_group(code: ColumnElement[str]) -> Match:
    """Occupation codes that begin with the two digits of any of some major groups: a range, which an index gives."""

    def match(groups: Sequence[ColumnElement[str]]) -> ColumnElement[bool]:
        return or_(*(and_(code >= group + "-", code < group + ".") for group in groups))

    return match


@dataclass(frozen=True)
class Relation:
    """What a list is made of.

    `columns` are all that is selected, by field name; `identity` names those that together are unique; `qualified` are
    the measures that have a column of qualifiers; `matches` has filters that are more than a comparison with one
    column: each makes its condition from the parameters that will hold the values. `unless` has conditions that hold
    while nothing is asked of a field.

    Make it once and take parts of it with `keeping` (by values of its columns) or `only` (by any condition): putting a
    wide statement together takes ten times longer than running it, so that `keeping` shares its statements.
    """

    source: FromClause
    columns: Mapping[str, ColumnElement[Any]]
    identity: tuple[str, ...]
    where: tuple[ColumnElement[bool], ...] = ()
    qualified: frozenset[str] = frozenset()
    matches: Mapping[str, Match] = field(default_factory=dict)
    unless: Mapping[str, ColumnElement[bool]] = field(default_factory=dict)
    kept: tuple[OneOf, ...] = ()

    @cached_property
    def selected(self) -> Select[Any]:
        """The statement that reads all of it, without its conditions."""
        columns = [column.label(name) for name, column in self.columns.items()]
        return select(*columns).select_from(self.source)

    @cached_property
    def statements(self) -> dict[Hashable, Select[Any]]:
        """Statements that were put together before, by the shape of the question: only its values differ."""
        return {}

    def keeping(self, *kept: OneOf) -> "Relation":
        """The same relation with the rows that have these values."""
        fewer = replace(self, kept=(*self.kept, *kept))
        fewer.__dict__.update(selected=self.selected, statements=self.statements)
        return fewer

    def only(self, *conditions: ColumnElement[bool]) -> "Relation":
        """The same relation with the rows that meet these conditions."""
        fewer = replace(self, where=(*self.where, *conditions))
        fewer.__dict__["selected"] = self.selected
        return fewer


def union(*relations: Relation) -> Relation:
    """Several relations with the same columns as one list; `record_table` tells their rows apart.

    Made of whole relations, once: `keeping` then chooses of it, and both databases push that down into each of them.
    """
    rows = union_all(*(one.selected.where(*one.where) for one in relations)).subquery("rows")
    columns = {name: rows.c[name] for name in relations[0].columns}
    qualified = frozenset().union(*(one.qualified for one in relations))
    return Relation(rows, columns, ("record_table", *relations[0].identity), qualified=qualified)


def of_occupation(relation: Relation, soc_code: str, soc_vintage: str) -> Relation:
    """The rows of a relation that are about one occupation."""
    return relation.keeping(OneOf("soc_code", (soc_code,)), OneOf("soc_vintage", (soc_vintage,)))


_MOST_STATEMENTS = 500


def prepared(relation: Relation, shape: Hashable, make: Callable[[], Select[Any]]) -> Select[Any]:
    """The statement for a question of this shape: kept, so that SQLAlchemy keeps what it compiled of it, too."""
    statement = relation.statements.get(shape)
    if statement is None:
        if len(relation.statements) >= _MOST_STATEMENTS:
            relation.statements.clear()
        statement = relation.statements[shape] = make()
    return statement


def shape_of(filters: Sequence[OneOf | Limit]) -> Hashable:
    """What of the filters stands in the statement itself."""
    shape: list[Hashable] = []
    for wanted in filters:
        if isinstance(wanted, Limit):
            shape.append((wanted.field, wanted.bound, wanted.include))
        else:
            shape.append((wanted.field, len(wanted.values)))
    return tuple(shape)
