"""Reference periods: how a month, a year and a projection round are written."""

import re

from app.domain.suggestions import did_you_mean, tidied

_MONTH = r"[0-9]{4}-(0[1-9]|1[0-2])"
# A round ends in the decade after the one that it begins in; so `2018-28` is never a month, and 2025-13 is nothing.
_ROUND = "[0-9]{2}(" + "|".join(f"{decade}[0-9]-{(decade + 1) % 10}" for decade in range(10)) + ")[0-9]"
PERIOD_PATTERN = f"^([0-9]{{4}}|{_MONTH}|{_ROUND})$"
_PERIOD = re.compile(PERIOD_PATTERN.strip("^$"))
_LOOSE_MONTH = re.compile(r"(?P<year>[0-9]{4})[-/. ]?(?P<month>0?[1-9]|1[0-2])")
_DAY = re.compile(r"(?P<period>[0-9]{4}-[0-9]{2})-[0-9]{2}")


def parse_period(text: str) -> str:
    """Return `text` if it is a month (`2025-05`), a year (`2018`) or a round (`2018-28`), else raise `ValueError`."""
    if _PERIOD.fullmatch(text):
        return text
    works = "a month such as 2025-05 (01 to 12), a year such as 2018, or a projection round such as 2018-28"
    raise ValueError(did_you_mean(_meant(text), works))


def _meant(text: str) -> str | None:
    plain = tidied(text)
    loose, day = _LOOSE_MONTH.fullmatch(plain), _DAY.fullmatch(plain)
    if loose is not None:
        return f"{loose['year']}-{int(loose['month']):02}"
    if day is not None:
        plain = day["period"]
    return plain if _PERIOD.fullmatch(plain) else None
