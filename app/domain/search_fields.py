"""The texts that a search looks in, and how much each kind says of what an occupation is called."""

from dataclasses import dataclass
from enum import StrEnum


class MatchedField(StrEnum):
    """What kind of text a search found.

    - `soc_code`: the code itself, or a code that it replaced.
    - `title`: the title of the occupation in the classification or of its publisher, O*NET's own titles among them.
    - `alternate_title`: a title that O*NET lists beside it.
    - `short_title`: the letters or short form of such a title.
    - `reported_title`: a title that workers reported to O*NET.
    - `example_title`: a title that the projections give as an example.
    - `other_title`: a title that the handbook uses.
    - `certification`: a credential that the handbook names for it, by letters or name.
    - `definition`: what the classification or O*NET says that the occupation does.
    - `task`: a task in O*NET.
    - `technology`: software that O*NET lists for it.
    - `tool`: a tool that O*NET lists for it.
    """

    SOC_CODE = "soc_code"
    TITLE = "title"
    ALTERNATE_TITLE = "alternate_title"
    SHORT_TITLE = "short_title"
    REPORTED_TITLE = "reported_title"
    EXAMPLE_TITLE = "example_title"
    OTHER_TITLE = "other_title"
    CERTIFICATION = "certification"
    DEFINITION = "definition"
    TASK = "task"
    TECHNOLOGY = "technology"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a text counts: among the names of an occupation, and among descriptions of it."""

    as_name: float
    as_description: float


# Fields in the order of their numbers in an index; the weights were chosen on the half of titles that is not evaluated.
WEIGHTS: dict[MatchedField, Weight] = {
    MatchedField.TITLE: Weight(1.0, 0.0),
    MatchedField.ALTERNATE_TITLE: Weight(1.0, 0.0),
    MatchedField.SHORT_TITLE: Weight(1.0, 0.0),
    MatchedField.REPORTED_TITLE: Weight(1.0, 0.0),
    MatchedField.EXAMPLE_TITLE: Weight(1.0, 0.0),
    MatchedField.OTHER_TITLE: Weight(1.0, 0.0),
    MatchedField.CERTIFICATION: Weight(0.3, 0.3),
    MatchedField.DEFINITION: Weight(1.0, 3.0),
    MatchedField.TASK: Weight(0.3, 1.0),
    MatchedField.TECHNOLOGY: Weight(0.2, 0.3),
    MatchedField.TOOL: Weight(0.1, 0.3),
}
FIELDS = tuple(WEIGHTS)
# Names that somebody holds; a search compares them with the whole of what is asked for.
NAMES = frozenset(
    {
        MatchedField.TITLE,
        MatchedField.ALTERNATE_TITLE,
        MatchedField.SHORT_TITLE,
        MatchedField.REPORTED_TITLE,
        MatchedField.EXAMPLE_TITLE,
        MatchedField.OTHER_TITLE,
    }
)
# What is the same as what is asked for names the occupation; most tools are called what their operators are.
EXACT = NAMES | {MatchedField.CERTIFICATION, MatchedField.TECHNOLOGY}
