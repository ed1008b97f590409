"""Names of releases: `oews-2025-05` follows the newest revision, `oews-2025-05.r2` never changes."""

import re
from dataclasses import dataclass

from app.domain.suggestions import did_you_mean, tidied

# The same as a schema has it, for those who check before they ask.
RELEASE_PATTERN = r"^[a-z]{2,10}-[0-9]{1,4}[0-9.-]{0,12}(\.r[1-9][0-9]{0,5})?$"
_NAME = re.compile(r"(?P<release>[a-z]{2,10}-[0-9]{1,4}[0-9.-]{0,12}?)(\.r(?P<revision>[1-9][0-9]{0,5}))?")


@dataclass(frozen=True, slots=True)
class ReleaseReference:
    """A release, and the revision that it is pinned to (`None` follows the newest)."""

    release: str
    revision: int | None

    def __str__(self) -> str:
        """The reference as it is written."""
        return self.release if self.revision is None else f"{self.release}.r{self.revision}"


def parse_release(text: str) -> ReleaseReference:
    """Read `oews-2025-05`, `onet-30.1` or `oews-2025-05.r2`; `ValueError` says what would work."""
    match = _NAME.fullmatch(text)
    if match is None:
        plain = tidied(text).lower()
        works = "a release, named like oews-2025-05, ooh-2018-28 or onet-30.1, with .r2 at the end to pin a revision"
        raise ValueError(did_you_mean(plain if _NAME.fullmatch(plain) else None, works))
    revision = match["revision"]
    return ReleaseReference(match["release"], None if revision is None else int(revision))
