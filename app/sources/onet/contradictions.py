"""What the cells of a row contradict: each other, or what an earlier row of the file calls the same thing.

No row of the releases that were at hand does either. Whether a value is one of its scale is not asked: a release has
had values beyond the ends of theirs.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.sources.records import Value

_NAMES = (("element_id", "element_name"), ("linked_element_id", "linked_element_name"))
# A value has two decimals and its bounds may have four: of an estimate that is certain, it may lie beyond both.
_ROUNDED_TO = 0.01


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field that does not fit, and what would."""

    field: str
    expected: str


@dataclass(frozen=True, slots=True)
class _Names:
    """What each code of a column is called, and the first row that says so."""

    code: str
    name: str
    known: dict[Value, tuple[Value, int]]


@dataclass(frozen=True, slots=True)
class Consistency:
    """The rows of one file so far, as far as a later one can contradict them."""

    is_bounded: bool
    names: tuple[_Names, ...]

    @property
    def is_asked(self) -> bool:
        """Whether there is anything in such a file that a row could contradict."""
        return self.is_bounded or bool(self.names)

    @classmethod
    def of(cls, fields: Collection[str]) -> "Consistency":
        """No row yet of a file with these fields."""
        names = tuple(_Names(code, name, {}) for code, name in _NAMES if code in fields and name in fields)
        return cls({"value", "lower_bound", "upper_bound"} <= set(fields), names)

    def contradictions(self, values: Mapping[str, Value], number: int) -> Sequence[Contradiction]:
        """What does not fit in a row. Most rows fit, and a release has hundreds of thousands: they cost little."""
        found: Sequence[Contradiction] = ()
        if self.is_bounded and not is_within_bounds(values):
            found = (_out_of_bounds(values),)
        for names in self.names:
            code, name = values[names.code], values[names.name]
            first = names.known.get(code)
            if first is None:
                if name is not None:
                    names.known[code] = name, number
            elif name is not None and first[0] != name:
                found = (*found, Contradiction(names.name, f"{first[0]}, the name of {code} in row {first[1]}"))
        return found


def is_within_bounds(values: Mapping[str, Value]) -> bool:
    """Whether an estimate lies between its confidence bounds, as far as they are given."""
    lower, upper, value = values["lower_bound"], values["upper_bound"], values["value"]
    if isinstance(lower, float) and isinstance(upper, float) and isinstance(value, float):
        return lower <= upper and lower - _ROUNDED_TO <= value <= upper + _ROUNDED_TO
    return True


def _out_of_bounds(values: Mapping[str, Value]) -> Contradiction:
    expected = f"a value from {values['lower_bound']} to {values['upper_bound']}, its confidence bounds"
    return Contradiction("value", expected)
