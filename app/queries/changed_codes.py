"""What became of codes, and what they came from, for lists that name many of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.domain.classifications import Scheme
from app.domain.levels import Link, SocVintage
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.snapshot import Snapshot
from app.store.tables import crosswalk

Code = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ChangedCode:
    """A code on the other side of a revision, and how much of the later of the two came from the earlier."""

    soc_code: str
    soc_vintage: str
    title: str
    link: str | None
    url: str


def codes_after(snapshot: Snapshot, codes: Sequence[Code]) -> dict[Code, tuple[ChangedCode, ...]]:
    """What became of each code, as far as crosswalks say it."""
    catalog = snapshot.catalog
    known = {code: _occupation(catalog, code) for code in codes}
    became = {
        code: tuple(_changed(catalog, step.after, step.link) for step in catalog.successors(one))
        for code, one in known.items()
        if one is not None
    }
    return _with_hybrids(snapshot, became, SocVintage.SOC_2018)


def codes_before(snapshot: Snapshot, codes: Sequence[Code]) -> dict[Code, tuple[ChangedCode, ...]]:
    """What each code came from, as far as crosswalks say it."""
    catalog = snapshot.catalog
    known = {code: _occupation(catalog, code) for code in codes}
    before = {
        code: tuple(_changed(catalog, step.before, step.link) for step in catalog.predecessors(one))
        for code, one in known.items()
        if one is not None
    }
    return _with_hybrids(snapshot, before, SocVintage.SOC_2010)


def _with_hybrids(
    snapshot: Snapshot, found: dict[Code, tuple[ChangedCode, ...]], edition: SocVintage
) -> dict[Code, tuple[ChangedCode, ...]]:
    """OEWS's own codes among them with the codes of an edition that they held, by the crosswalk of the hybrid."""
    together = [code for code, vintage in found if vintage == SocVintage.OEWS]
    if not together:
        return found
    own, catalog = crosswalk.c, snapshot.catalog
    linked = select(own.from_code, own.to_code, own.link).where(
        own.to_scheme == str(Scheme.OEWS),
        own.from_scheme == str(Scheme.SOC),
        own.from_edition == str(edition),
        own.to_code.in_(together),
    )
    held: dict[str, dict[str, ChangedCode]] = {}
    for row in snapshot.connection.execute(linked.order_by(own.from_code)):
        one = _occupation(catalog, (row.from_code, str(edition)))
        if one is not None:
            # Of a later code all was in the hybrid; of the hybrid an earlier one is a part.
            link = Link.WHOLE if edition is SocVintage.SOC_2018 else row.link
            held.setdefault(row.to_code, {})[row.from_code] = _changed(catalog, one, link)
    return found | {(code, "oews"): tuple(codes.values()) for code, codes in held.items()}


# The years whose codes the crosswalk of the hybrid is about.
HYBRID_OF_SOC_2018 = range(2019, 2021)


def is_within_hybrid(snapshot: Snapshot, code: str) -> bool:
    """Whether a code of SOC 2018 was published in May 2019 and 2020 only together with others, under another code."""
    own = crosswalk.c
    under_others = select(own.to_code).where(
        own.from_scheme == str(Scheme.SOC),
        own.from_edition == str(SocVintage.SOC_2018),
        own.from_code == code,
        own.to_scheme == str(Scheme.OEWS),
        own.to_edition == str(HYBRID_OF_SOC_2018.start),
        own.to_code != code,
    )
    return snapshot.connection.execute(under_others).first() is not None


def _occupation(catalog: Catalog, code: Code) -> Occupation | None:
    return next((one for one in catalog.vintages.get(code[0], ()) if one.soc_vintage == code[1]), None)


def _changed(catalog: Catalog, one: Occupation, link: str | None) -> ChangedCode:
    return ChangedCode(one.soc_code, one.soc_vintage, one.title, link, catalog.path(one))
