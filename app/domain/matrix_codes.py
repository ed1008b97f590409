"""Industry codes of the national employment matrix, which look like NAICS codes and are none."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from app.domain.suggestions import did_you_mean, tidied

_LENGTH = 6
# All industries together, the self-employed included.
MATRIX_TOTAL = "TE1000"
# Sectors of several two-digit codes, by the spelling of NAICS.
MATRIX_SECTORS = {"31-33": "31-330", "44-45": "44-450", "48-49": "48-490"}
MATRIX_PATTERN = r"^[0-9A-Za-z][0-9A-Za-z,-]{1,5}$"
_CODE = re.compile(MATRIX_PATTERN)


def parse_matrix_code(text: str) -> str:
    """Return `text` as the matrix writes it: in capitals, filled with zeros to six.

    `622` gives `622000` and the sector `31-33` gives `31-330`, the matrix's own spelling of it.
    """
    if _CODE.fullmatch(text):
        return text.upper().ljust(_LENGTH, "0")
    works = "an industry code of the national employment matrix, such as 622000, TE1000 or 31-330"
    plain = tidied(text)
    raise ValueError(did_you_mean(plain if _CODE.fullmatch(plain) else None, works))


MatrixIndustryCode = Annotated[
    str,
    AfterValidator(parse_matrix_code),
    Field(
        description="Industry code of the national employment matrix: `622000`, `TE1000` (all industries), `31-330`. "
        "Shorter NAICS codes are filled with zeros: `622`, `31-33`.",
        json_schema_extra={"example": "622000", "pattern": MATRIX_PATTERN},
    ),
]
