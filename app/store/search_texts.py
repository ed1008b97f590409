"""The texts that a search looks in, read from the tables that hold them, and the state that they are in."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, literal, null, select, union

from app.domain.levels import CURRENT_VINTAGES, Link, OccupationLevel
from app.domain.onet import TechnologyType
from app.domain.programs import Origin
from app.domain.search_fields import FIELDS, WEIGHTS, MatchedField
from app.store.tables import (
    certification,
    ep_example_title,
    occupation,
    occupation_transition,
    onet_alternate_title,
    onet_occupation,
    onet_reported_title,
    onet_task,
    onet_technology,
    other_title,
    part_file,
    soc_entry,
    source_file,
    source_sheet,
)

# Counts up whenever an index is made otherwise than before, so that those that are kept are made anew.
INDEX_VERSION = 2


@dataclass(frozen=True, slots=True)
class SearchText:
    """A text of an occupation, and where it was read."""

    soc_code: str
    field: MatchedField
    text: str
    onet_suffix: str
    part_id: int
    sheet_id: int
    row_number: int
    document_line: int | None
    curated_basis: str | None


@dataclass(frozen=True, slots=True)
class _Kept:
    """A column of texts, and the conditions under which a row has one."""

    field: MatchedField
    table: Table
    text: ColumnElement[Any]
    where: tuple[ColumnElement[bool], ...] = ()


_TECHNOLOGY = onet_technology.c.technology_type
_KEPT = (
    _Kept(MatchedField.TITLE, occupation, occupation.c.title, (occupation.c.is_current,)),
    _Kept(MatchedField.TITLE, onet_occupation, onet_occupation.c.title),
    _Kept(MatchedField.ALTERNATE_TITLE, onet_alternate_title, onet_alternate_title.c.alternate_title),
    _Kept(MatchedField.SHORT_TITLE, onet_alternate_title, onet_alternate_title.c.short_title),
    _Kept(MatchedField.REPORTED_TITLE, onet_reported_title, onet_reported_title.c.reported_title),
    _Kept(MatchedField.EXAMPLE_TITLE, ep_example_title, ep_example_title.c.example_title),
    _Kept(MatchedField.OTHER_TITLE, other_title, other_title.c.title),
    _Kept(MatchedField.CERTIFICATION, certification, certification.c.acronym),
    _Kept(MatchedField.CERTIFICATION, certification, certification.c.name),
    _Kept(MatchedField.DEFINITION, soc_entry, soc_entry.c.definition),
    _Kept(MatchedField.DEFINITION, onet_occupation, onet_occupation.c.description),
    _Kept(MatchedField.TASK, onet_task, onet_task.c.task),
    _Kept(
        MatchedField.TECHNOLOGY, onet_technology, onet_technology.c.example, (_TECHNOLOGY == TechnologyType.TECHNOLOGY,)
    ),
    _Kept(MatchedField.TOOL, onet_technology, onet_technology.c.example, (_TECHNOLOGY == TechnologyType.TOOL,)),
)
# Titles of occupations come with every load, so that their words tell of a change and not the part they came in.
_OF_PARTS = tuple(dict.fromkeys(kept.table for kept in _KEPT if kept.table is not occupation))


def read_texts(connection: Connection) -> Iterator[SearchText]:
    """All texts, in an order that is the same whenever the tables hold the same rows."""
    for kept in _KEPT:
        own = kept.table.c
        of_onet = "onet_soc_code" in own
        code = func.substr(own.onet_soc_code, 1, 7) if of_onet else own.soc_code
        suffix = func.substr(own.onet_soc_code, 8, 3) if of_onet else literal("")
        basis = own.origin_basis if "origin_basis" in own else null()
        line = own.document_line if "document_line" in own else null()
        origin = own.origin if "origin" in own else literal(str(Origin.PUBLISHED))
        rows = (
            select(code, kept.text, suffix, own.part_id, own.sheet_id, own.row_number, line, origin, basis)
            .where(kept.text.is_not(None), code.is_not(None), *kept.where)
            .order_by(code, own.part_id, own.sheet_id, own.row_number)
        )
        for soc_code, text, eight, part_id, sheet_id, row, document_line, stated_by, because in connection.execute(
            rows
        ):
            curated = because if stated_by == Origin.CURATED else None
            yield SearchText(soc_code, kept.field, text, eight, part_id, sheet_id, row, document_line, curated)


def read_successors(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The codes in use that stand for each code: itself, or those that it became.

    Of a code that was split, those that came from it as a whole, where there are such. A code of which nothing is known
    stands for itself. Groups are left out: nobody holds a group as a job.
    """
    own = occupation.c
    listed = connection.execute(select(own.soc_code, own.soc_vintage, own.level).where(own.is_current)).all()
    detailed = {code for code, _, level in listed if level == OccupationLevel.DETAILED}
    in_use = {code for code, vintage, _ in listed if vintage in CURRENT_VINTAGES and code in detailed}
    became: dict[str, dict[str, set[str]]] = {}
    step = occupation_transition.c
    for before, after, link in connection.execute(select(step.from_soc_code, step.to_soc_code, step.link)):
        became.setdefault(before, {}).setdefault(link, set()).add(after)
    stand_for: dict[str, tuple[str, ...]] = {}
    for code in sorted(detailed):
        links = became.get(code, {})
        later = [links.get(Link.WHOLE, set()) & in_use, set().union(*links.values()) & in_use]
        successors = next((tuple(sorted(some)) for some in later if some), ())
        stand_for[code] = (code,) if code in in_use or not successors else successors
    return stand_for


def state_of_texts(connection: Connection) -> str:
    """A hash that is the same as long as an index made anew would be the same."""
    digest = hashlib.sha256(f"{INDEX_VERSION} {[(field, WEIGHTS[field]) for field in FIELDS]}".encode())
    own, step = occupation.c, occupation_transition.c
    titles = select(own.soc_code, own.soc_vintage, own.title, own.level).where(own.is_current)
    steps = select(step.from_soc_code, step.to_soc_code, step.link).distinct()
    for rows in (titles, steps):
        digest.update(repr(sorted(tuple(row) for row in connection.execute(rows))).encode())
    parts = union(*(select(table.c.part_id) for table in _OF_PARTS)).subquery()
    files = (
        select(part_file.c.part_id, source_file.c.name, source_file.c.sha256, source_sheet.c.sheet_id)
        .join(source_file, source_file.c.file_id == part_file.c.file_id)
        .join(source_sheet, source_sheet.c.file_id == source_file.c.file_id)
        .where(part_file.c.part_id.in_(select(parts.c.part_id)))
    )
    digest.update(repr(sorted(tuple(row) for row in connection.execute(files))).encode())
    return digest.hexdigest()
