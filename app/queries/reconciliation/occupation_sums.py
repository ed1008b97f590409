"""OEWS: the detailed occupations of a group add up to the group, in each area, industry and ownership."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from sqlalchemy import select

from app.domain.levels import OccupationLevel, SocVintage
from app.domain.programs import Program
from app.queries.catalog_records import Release
from app.queries.estimates import in_parts
from app.queries.reconciliation.codes import filed_in_oews, not_among, prefix_of_group, within
from app.queries.reconciliation.findings import Cause, Comparison, Finding, Lacking, Loaded, Outcome, Subject, Verdict
from app.queries.reconciliation.oews_cells import Jobs, jobs_of, read_jobs
from app.queries.reconciliation.rounding import OEWS_JOBS, compare_sum, of_sum
from app.store.tables import occupation, oews_estimate

NAME = "occupation_sums"
_MEASURE = "employment"
_OWN = oews_estimate.c
# Which level is added up to which. Groups are added up too, to the total: where the detailed occupations of an area
# are withheld, its groups rarely are.
_SUMS: dict[str, tuple[str, ...]] = {
    OccupationLevel.DETAILED: ("broad", "minor", "major", "total"),
    OccupationLevel.MAJOR: ("total",),
}
_MILITARY = "55-"  # not surveyed
_SLICE = ("area_code", "industry_code", "industry_level", "ownership_code")


def _find(loaded: Loaded) -> Iterator[Finding | Lacking]:
    releases = loaded.releases_of(Program.OEWS)
    if not releases:
        yield Lacking(NAME, None, "any release of OEWS")
    for release in releases:
        if not loaded.asks_for(release.release):
            continue
        codes = _codes(loaded, release)
        ordered = jobs_of(release).order_by(*(_OWN[name] for name in _SLICE))
        for _, rows in groupby(read_jobs(loaded.connection, ordered), key=attrgetter(*_SLICE)):
            yield from _in_slice(loaded, list(rows), codes)


@dataclass(frozen=True, slots=True)
class _Codes:
    """What a whole sum would hold, by level and in order; `known` says whether a list of the edition is loaded."""

    by_level: dict[str, list[str]]
    known: bool


def _codes(loaded: Loaded, release: Release) -> _Codes:
    """The codes of a release's edition and those that it prints.

    A code of the edition may have no row in the whole release: then its jobs are in the group alone.
    """
    printed = select(_OWN.level, _OWN.soc_code).where(in_parts(oews_estimate, [release])).distinct()
    found: dict[str, set[str]] = {level: set() for level in _SUMS}
    for level, code in loaded.connection.execute(printed):
        if level in found:
            found[level].add(code)
    for editions in loaded.catalog.vintages.values():
        for one in editions:
            surveyed = one.soc_vintage is release.soc_vintage and not one.soc_code.startswith(_MILITARY)
            if surveyed and one.level in found:
                found[one.level].add(one.soc_code)
    ordered = {level: sorted(codes, key=filed_in_oews) for level, codes in found.items()}
    return _Codes(ordered, _is_listed(loaded, release.soc_vintage))


def _is_listed(loaded: Loaded, edition: SocVintage) -> bool:
    """Whether a classification is loaded that has the detailed codes of an edition."""
    lists = loaded.releases_of(Program.CLASSIFICATIONS)
    detailed = select(occupation.c.soc_code).where(
        in_parts(occupation, lists),
        occupation.c.soc_vintage == edition,
        occupation.c.level == OccupationLevel.DETAILED,
    )
    return loaded.connection.execute(detailed.limit(1)).first() is not None


def _in_slice(loaded: Loaded, rows: list[Jobs], codes: _Codes) -> Iterator[Finding]:
    """The sums of one area, industry and ownership."""
    by_level: dict[str, list[Jobs]] = {}
    for row in sorted(rows, key=lambda row: filed_in_oews(row.soc_code)):
        by_level.setdefault(row.level, []).append(row)
    for part_level, group_levels in _SUMS.items():
        parts, wanted = by_level.get(part_level, []), codes.by_level[part_level]
        printed, known = [filed_in_oews(row.soc_code) for row in parts], [filed_in_oews(code) for code in wanted]
        for level in group_levels:
            for group in by_level.get(level, []):
                prefix = prefix_of_group(group.soc_code, level)
                found = _compared(loaded, group, parts[within(prefix, printed)], wanted[within(prefix, known)])
                if group.also_level == part_level:
                    found = _excused(found, Cause.ONE_CODE_AT_TWO_LEVELS)
                elif not codes.known and found.outcome.verdict is Verdict.DIFFERS and (found.apart or 0) > 0:
                    found = _excused(found, Cause.EDITION_NOT_LOADED)
                yield found


def _excused(found: Finding, cause: Cause) -> Finding:
    return replace(found, outcome=Outcome(Verdict.NOT_COMPARABLE, cause))


def _compared(loaded: Loaded, group: Jobs, inside: Sequence[Jobs], wanted: Sequence[str]) -> Finding:
    whole = loaded.places.figure(_OWN.employment, group.cell)
    total = loaded.places.total(_OWN.employment, [row.cell for row in inside])
    tolerance = of_sum(OEWS_JOBS, total.cells)
    withheld = [row.soc_code for row in inside if row.employment is None]
    not_printed = not_among(wanted, (row.soc_code for row in inside))
    outcome = compare_sum(whole, total, tolerance, withheld=withheld, not_printed=not_printed)
    title = loaded.title_of(group.soc_code, group.soc_vintage)
    industry = (group.industry_code, group.industry_level, group.ownership_code)
    subject = Subject(group.soc_code, title, _MEASURE, group.area_code, *industry)
    release = loaded.places.parts[group.part_id][0]
    return Finding(NAME, (release,), subject, whole, total, tolerance, outcome)


COMPARISON = Comparison(
    NAME,
    "OEWS employment of a group against the sum of its detailed occupations, and of all occupations against the sum "
    "of the major groups, in each area, industry and ownership",
    "OEWS rounds employment to 10: a sum of n cells may be (n + 1) x 5 jobs off",
    _find,
)
