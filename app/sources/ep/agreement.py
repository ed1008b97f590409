"""One workbook prints the same figure in several tables: the fullest table states it, the others have to agree.

Rankings (fastest growing, most new jobs ...), the separations table and the list of assignments repeat cells of the
main table. Each repeated cell is compared with the one that was stored; what a table has beyond them is stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.sources.records import RecordKind, Value


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field that two tables give differently: what the earlier one says, and where."""

    field: str
    earlier: Value
    place: str


@dataclass(slots=True)
class StatedFacts:
    """What has been stated of each thing so far."""

    _facts: dict[tuple[RecordKind, tuple[Value, ...]], dict[str, tuple[Value, str]]] = field(default_factory=dict)

    def state(
        self, kind: RecordKind, identity: tuple[Value, ...], values: Mapping[str, Value], place: str
    ) -> tuple[dict[str, Value], list[Disagreement]]:
        """The values that are new, and those that contradict what was stated before."""
        known = self._facts.setdefault((kind, identity), {})
        new: dict[str, Value] = {}
        disagreements = []
        for name, value in values.items():
            if name not in known:
                new[name] = value
                known[name] = (value, place)
            elif known[name][0] != value:
                disagreements.append(Disagreement(name, *known[name]))
        return new, disagreements
