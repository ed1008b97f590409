"""OEWS: the states and the District of Columbia add up to the nation. Territories are not in the nation's figures."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from sqlalchemy import and_, or_, select

from app.domain.areas import STATES_AND_DC
from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import AreaType
from app.domain.programs import Program
from app.queries.catalog_records import Release
from app.queries.estimates import in_parts
from app.queries.reconciliation.codes import not_among
from app.queries.reconciliation.findings import Comparison, Finding, Lacking, Loaded, Subject
from app.queries.reconciliation.oews_cells import Jobs, jobs_of, read_jobs
from app.queries.reconciliation.places import ABSENT
from app.queries.reconciliation.rounding import OEWS_JOBS, compare_sum, of_sum
from app.store.tables import area, oews_estimate

NAME = "state_sums"
_MEASURE = "employment"
_KEY = ("ownership_code", "soc_code", "soc_vintage", "level")


def _find(loaded: Loaded) -> Iterator[Finding | Lacking]:
    releases = loaded.releases_of(Program.OEWS)
    if not releases:
        yield Lacking(NAME, None, "any release of OEWS")
    for release in releases:
        if loaded.asks_for(release.release):
            yield from _of_release(loaded, release)


def _of_release(loaded: Loaded, release: Release) -> Iterator[Finding | Lacking]:
    own = oews_estimate.c
    is_state = select(area.c.area_code).where(area.c.area_type == AreaType.STATE, in_parts(area, [release])).distinct()
    across = and_(in_parts(oews_estimate, [release]), own.industry_code == CROSS_INDUSTRY)
    in_states = and_(across, own.area_code.in_(is_state))
    levels = list(loaded.connection.execute(select(own.level).where(in_states).distinct()).scalars())
    of_nation = select(own.estimate_id).where(across, own.area_code == NATION).limit(1)
    nation = loaded.connection.execute(of_nation).first()
    lacking = [name for name, there in (("the states", levels), ("the nation", nation)) if not there]
    if lacking:
        yield Lacking(NAME, release.release, f"{' and '.join(lacking)}, all industries together")
        return
    question = jobs_of(release).where(
        own.industry_code == CROSS_INDUSTRY,
        own.level.in_(levels),
        or_(own.area_code == NATION, own.area_code.in_(is_state)),
    )
    ordered = question.order_by(*(own[name] for name in _KEY))
    for _, rows in groupby(read_jobs(loaded.connection, ordered), key=attrgetter(*_KEY)):
        yield from _of_occupation(loaded, release, list(rows))


def _of_occupation(loaded: Loaded, release: Release, rows: list[Jobs]) -> Iterator[Finding]:
    nation = next((row for row in rows if row.area_code == NATION), None)
    states = [row for row in rows if row is not nation]
    whole = ABSENT if nation is None else loaded.places.figure(oews_estimate.c.employment, nation.cell)
    total = loaded.places.total(oews_estimate.c.employment, [row.cell for row in states])
    tolerance = of_sum(OEWS_JOBS, total.cells)
    withheld = [row.area_code for row in states if row.employment is None]
    not_printed = not_among(STATES_AND_DC, (row.area_code for row in states))
    outcome = compare_sum(whole, total, tolerance, withheld=withheld, not_printed=not_printed)
    one = rows[0]
    title = loaded.title_of(one.soc_code, one.soc_vintage)
    industry = (one.industry_code, one.industry_level, one.ownership_code)
    subject = Subject(one.soc_code, title, _MEASURE, NATION, *industry)
    yield Finding(NAME, (release.release,), subject, whole, total, tolerance, outcome)


COMPARISON = Comparison(
    NAME,
    "OEWS employment of an occupation in the nation against the sum of the states and the District of Columbia, all "
    "industries together",
    "OEWS rounds employment to 10: a sum of n states may be (n + 1) x 5 jobs off",
    _find,
)
