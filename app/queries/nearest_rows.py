"""The nearest rows that exist to a question of an occupation that has none, or withheld ones: each was looked up.

From near to far: the state for a place in it, the nation, the last period that is published, the broader occupation.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from app.domain.codes import NATION
from app.domain.qualifiers import WITHHELD
from app.queries.absence import in_words
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.errors import Nearest
from app.queries.list_request import ListRequest, OneOf
from app.queries.listing import fetch_page
from app.queries.relation import Relation, of_occupation
from app.queries.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class RowsAsked:
    """What was asked: `path` is the resource with the end of its path; `relation` gives the rows of some releases.

    `measure` is the figure that a row must not withhold to be worth showing; `None` where any row is.
    """

    snapshot: Snapshot
    path: str
    relation: Callable[[Sequence[Release]], Relation | None]
    found: Occupation
    request: ListRequest
    releases: Sequence[Release]
    measure: str | None = None

    @property
    def catalog(self) -> Catalog:
        """What is loaded."""
        return self.snapshot.catalog

    def wanted(self, field: str) -> tuple[str, ...]:
        """The values that the reader asked of a key."""
        given = (one for one in self.request.filters if isinstance(one, OneOf) and one.field == field)
        return tuple(str(value) for one in given for value in one.values)

    def has_rows(self, found: Occupation, releases: Sequence[Release], request: ListRequest) -> bool:
        """Whether releases have rows of an occupation for a request, and not withheld ones alone."""
        rows = self.relation(self.catalog.parts_covering(releases, found)) if releases else None
        if rows is None:
            return False
        asked = replace(request, sort=(), limit=20, after=None)
        page = fetch_page(self.snapshot, of_occupation(rows, found.soc_code, found.soc_vintage), asked)
        return any(
            self.measure is None or row._mapping[f"{self.measure}_qualifier"] not in WITHHELD for row in page.rows
        )


def nearest_rows(asked: RowsAsked) -> tuple[Nearest, ...]:
    """Links to the nearest rows that exist."""
    return tuple(dict.fromkeys((*_wider_places(asked), *_other_periods(asked), *_broader_occupations(asked))))


def nearest_figures(asked: RowsAsked) -> tuple[Nearest, ...]:
    """Links to the nearest rows with a figure, where those that were asked for are withheld."""
    return tuple(dict.fromkeys((*nearest_rows(asked), *_by_area(asked))))


def _by_area(asked: RowsAsked) -> Iterator[Nearest]:
    """The areas below the nation, where the nation's figures were asked for."""
    if "/" in asked.path or asked.wanted("area_code"):
        return
    everywhere = replace(asked.request, fixed=tuple(one for one in asked.request.fixed if one.field != "area_code"))
    if asked.has_rows(asked.found, asked.releases, everywhere):
        by_area = replace(asked, path=f"{asked.path}/by-area")
        title = f"{in_words(asked.path)} of {asked.found.soc_code} by area"
        yield Nearest(title, _url(by_area, asked.found, asked.request, _named(asked)))


def _with(request: ListRequest, field: str, values: tuple[str, ...]) -> ListRequest:
    kept = tuple(one for one in request.filters if one.field != field)
    return replace(request, filters=(*kept, OneOf(field, values)) if values else kept)


def _url(asked: RowsAsked, found: Occupation, request: ListRequest, release: Release | None = None) -> str:
    """The path of an occupation's rows with the filters of a request."""
    pairs: list[tuple[str, str]] = []
    for one in request.filters:
        if isinstance(one, OneOf):
            pairs += [(one.field, str(value).lower() if value is True else str(value)) for value in one.values]
        else:
            pairs.append((f"{one.bound}_{one.field}", str(one.value)))
    if release is not None:
        pairs.append(("release", release.release))
    path = asked.catalog.path(found, asked.path)
    return f"{path}{'&' if '?' in path else '?'}{urlencode(pairs)}" if pairs else path


def _named(asked: RowsAsked) -> Release | None:
    """The release to name in a link: one that is not what the path would choose by itself."""
    (release, *others) = asked.releases
    newest = asked.catalog.newest_covering(release.program, asked.found)
    return None if others or newest == release else release


def _wider_places(asked: RowsAsked) -> Iterator[Nearest]:
    what, found, areas = in_words(asked.path.partition("/")[0]), asked.found, asked.wanted("area_code")
    below = [area for area in areas if area != NATION]
    states = dict.fromkeys(asked.catalog.state_of_area[area] for area in below if area in asked.catalog.state_of_area)
    for state in states:
        wider = _with(asked.request, "area_code", (state,))
        if state not in areas and asked.has_rows(found, asked.releases, wider):
            title = f"{what} of {found.soc_code} in {asked.catalog.area_titles.get(state, state)}"
            yield Nearest(title, _url(asked, found, wider, _named(asked)))
    if below and "/" not in asked.path:
        nation = _with(asked.request, "area_code", (NATION,))
        plain = _with(asked.request, "area_code", ())
        if asked.has_rows(found, asked.releases, nation):
            yield Nearest(f"{what} of {found.soc_code} in the nation", _url(asked, found, plain, _named(asked)))


_MOST_PERIODS = 2


def _other_periods(asked: RowsAsked) -> Iterator[Nearest]:
    """The last releases of the same program that have the same rows: of the occupation, and of the place."""
    what, found = in_words(asked.path.partition("/")[0]), asked.found
    request, named = _with(asked.request, "reference_period", ()), {one.release for one in asked.releases}
    programs = {one.program for one in asked.releases}
    shown = 0
    for release in asked.catalog.releases_covering(found):
        if release.release in named or release.program not in programs or shown == _MOST_PERIODS:
            continue
        if asked.has_rows(found, [release], request):
            shown += 1
            title = f"{what} of {found.soc_code} as last published, {release.reference_period}"
            yield Nearest(title, _url(asked, found, request, release))


def _broader_occupations(asked: RowsAsked) -> Iterator[Nearest]:
    what = in_words(asked.path.partition("/")[0])
    for group in reversed(asked.catalog.parents(asked.found)):
        if asked.has_rows(group, asked.releases, asked.request):
            title = f"{what} of the group {group.soc_code} {group.title}"
            yield Nearest(title, _url(asked, group, asked.request, _named(asked)))
            return
