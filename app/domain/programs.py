"""The statistical programs whose publications this API serves."""

from dataclasses import dataclass
from enum import StrEnum


class Program(StrEnum):
    """A publisher's program.

    - `ooh`: Occupational Outlook Handbook, profiles of occupations (BLS).
    - `oews`: Occupational Employment and Wage Statistics, yearly survey estimates (BLS).
    - `ep`: Employment Projections and the national employment matrix (BLS).
    - `onet`: O*NET, the occupational information database (ETA).
    - `classifications`: SOC, NAICS and CIP, and the crosswalks between their editions (OMB, Census, NCES, BLS).
    """

    OOH = "ooh"
    OEWS = "oews"
    EP = "ep"
    ONET = "onet"
    CLASSIFICATIONS = "classifications"


@dataclass(frozen=True, slots=True)
class ProgramDescription:
    """What a reader needs to know of a program before using its figures."""

    name: str
    publisher: str
    gives: str


PROGRAMS: dict[Program, ProgramDescription] = {
    Program.OOH: ProgramDescription(
        "Occupational Outlook Handbook",
        "U.S. Bureau of Labor Statistics",
        "profiles: employers, pay by industry, outlook, entry requirements, credentials, qualities, contacts",
    ),
    Program.OEWS: ProgramDescription(
        "Occupational Employment and Wage Statistics",
        "U.S. Bureau of Labor Statistics",
        "employment and wages by occupation, area, industry and ownership, with their reliability",
    ),
    Program.EP: ProgramDescription(
        "Employment Projections",
        "U.S. Bureau of Labor Statistics",
        "ten-year projections, openings, entry education and the national employment matrix",
    ),
    Program.ONET: ProgramDescription(
        "O*NET database",
        "U.S. Department of Labor, Employment and Training Administration",
        "titles, tasks, skills, knowledge, interests, technology and related occupations",
    ),
    Program.CLASSIFICATIONS: ProgramDescription(
        "Classifications and crosswalks",
        "Office of Management and Budget, Census Bureau, NCES and BLS",
        "codes, titles, definitions and hierarchy, and how codes changed between editions",
    ),
}


class Origin(StrEnum):
    """Whether a statement is the publisher's own or was added by the maintainers of this API.

    - `published`: stands in the publisher's document or file.
    - `curated`: added by us, for example a code that the document does not print; its basis is named.
    """

    PUBLISHED = "published"
    CURATED = "curated"
