"""How classifications and crosswalks are cited."""

from dataclasses import dataclass

from app.domain.levels import SocVintage
from app.domain.programs import Origin, Program
from app.sources.records import ReleaseDescription

PUBLIC_DOMAIN = "Public domain (US government work)"
_BLS = "U.S. Bureau of Labor Statistics"


@dataclass(frozen=True, slots=True)
class _Citation:
    title: str
    publisher: str
    url: str
    licence: str = PUBLIC_DOMAIN


_ETA = "U.S. Department of Labor, Employment and Training Administration"
_CITATIONS: dict[str, _Citation] = {
    "soc": _Citation("{0} Standard Occupational Classification", _BLS, "https://www.bls.gov/soc/"),
    "naics": _Citation(
        "{0} North American Industry Classification System", "U.S. Census Bureau", "https://www.census.gov/naics/"
    ),
    "soc-soc": _Citation("Crosswalk from the {0} SOC to the {1} SOC", _BLS, "https://www.bls.gov/soc/"),
    "onetsoc": _Citation(
        "Crosswalk from O*NET-SOC {0} to O*NET-SOC {1}",
        _ETA,
        "https://www.onetcenter.org/taxonomy.html",
        "CC BY 4.0",
    ),
    "onetsoc-soc": _Citation(
        "Crosswalk from O*NET-SOC {0} to the {1} SOC", _ETA, "https://www.onetcenter.org/taxonomy.html", "CC BY 4.0"
    ),
    "oewshybrid": _Citation("Occupation codes of the May {0} estimates and the SOC", _BLS, "https://www.bls.gov/oes/"),
    "cip": _Citation(
        "Crosswalk between CIP {0} and the {1} SOC",
        "National Center for Education Statistics and U.S. Bureau of Labor Statistics",
        "https://nces.ed.gov/ipeds/cipcode/",
    ),
}


def describe(kind: str, release: str, editions: tuple[str, ...], vintage: SocVintage) -> ReleaseDescription:
    """A classification or crosswalk as it is cited; the last of `editions` is the period it is of."""
    citation = _CITATIONS[kind]
    title = citation.title.format(*editions)
    return ReleaseDescription(
        release=release,
        program=Program.CLASSIFICATIONS,
        title=title,
        publisher=citation.publisher,
        reference_period=editions[-1],
        projection_round=None,
        soc_vintage=vintage,
        licence=citation.licence,
        attribution=f"{title}, {citation.publisher}",
        source_url=citation.url,
        published_on=None,
        origin=Origin.PUBLISHED,
        origin_basis=None,
    )
