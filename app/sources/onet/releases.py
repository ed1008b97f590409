"""Which O*NET release a file is of: its number stands in the folder, archive or file name, never in the file."""

import re

from app.domain.onet import SOC_OF_EDITION, edition_of
from app.domain.programs import PROGRAMS, Origin, Program
from app.sources.records import ReleaseDescription

_IN_NAME = re.compile(r"(?<![a-z0-9])(?:db|onet)[_ -]?([0-9]{1,2})[_.-]([0-9])(?![0-9])", re.IGNORECASE)
_RELEASE = re.compile(r"onet-([0-9]{1,2})\.([0-9])")

# Months that differ from the schedule that releases have kept since 20.0: the first in August, then November,
# February and May. From the publisher's release archive and the read-me files.
_MONTHS: dict[tuple[int, int], str] = {
    (18, 0): "2013-07",
    (18, 1): "2014-03",
    (19, 0): "2014-07",
    (20, 1): "2015-10",
    (20, 3): "2016-04",
    (30, 1): "2025-12",
}
_SCHEDULE = ((0, "08"), (0, "11"), (1, "02"), (1, "05"))


def release_of(location: str, said: str | None) -> tuple[int, int] | None:
    """The release's number, such as (30, 1): what the names in `location` say, else what the operator says."""
    named = _IN_NAME.findall(location)
    if named:
        major, minor = named[-1]
        return int(major), int(minor)
    match = _RELEASE.fullmatch(said or "")
    return (int(match[1]), int(match[2])) if match else None


def month_of(release: tuple[int, int]) -> str:
    """The month of a release, by the archive of releases or by the schedule."""
    if release in _MONTHS:
        return _MONTHS[release]
    major, minor = release
    later, month = _SCHEDULE[min(minor, 3)]
    return f"{1995 + major + later}-{month}"


def describe(release: tuple[int, int]) -> ReleaseDescription:
    """A release as it is cited."""
    number = f"{release[0]}.{release[1]}"
    publisher = PROGRAMS[Program.ONET].publisher
    return ReleaseDescription(
        release=f"onet-{number}",
        program=Program.ONET,
        title=f"O*NET {number} Database",
        publisher=publisher,
        reference_period=month_of(release),
        projection_round=None,
        soc_vintage=SOC_OF_EDITION[edition_of(release)],
        licence="CC BY 4.0",
        attribution=(
            f"O*NET {number} Database by the {publisher} (USDOL/ETA), used under the CC BY 4.0 license. "
            "O*NET is a trademark of USDOL/ETA."
        ),
        source_url="https://www.onetcenter.org/database.html",
        published_on=None,
        origin=Origin.CURATED,
        origin_basis="the number in the name of the folder or file; the month by the publisher's schedule of releases",
    )
