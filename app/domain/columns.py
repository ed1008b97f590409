"""Columns: what a table of records has where JSON has fields, with what each means."""

from dataclasses import dataclass
from enum import StrEnum


class CellKind(StrEnum):
    """What the cells of a column hold, and so how they are written.

    - `text`: any text.
    - `code`: one of a closed set of words, or text of one form: never a comma, a quotation mark or a line break.
    - `integer`, `number`, `boolean`: as JSON has them.
    - `json`: a list, as JSON text.
    """

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the names that lead from a record to its cells, what these hold and mean.

    `field` is the field of the record that the column is of, or is a part of. A cell can be without a value unless
    the column is `required`.
    """

    name: str
    path: tuple[str, ...]
    kind: CellKind
    required: bool = False
    description: str = ""
    unit: str | None = None
    definition_source: str | None = None

    @property
    def field(self) -> str:
        """The first of the names: the field of the record itself."""
        return self.path[0]
