"""Column types: money without float noise, and short lists."""

from decimal import Decimal

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator


class Cents(TypeDecorator[float | Decimal]):
    """Dollars in Python, whole cents in the database: 19.40 is stored as 1940 and read as 19.4.

    Dividing whole cents by 100 gives the double nearest to the published decimal, and its shortest
    spelling is that decimal again, so that JSON shows 19.4 and never 19.400000000000002.
    """

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: float | Decimal | None, dialect: Dialect) -> int | None:
        """Dollars to cents; a fraction of a cent is an error, since no wage is published so."""
        if value is None:
            return None
        cents = round(value * 100)
        if value != cents / 100 and Decimal(str(value)) * 100 != cents:
            raise ValueError(f"{value} is not a whole number of cents")
        return cents

    def process_result_value(self, value: int | None, dialect: Dialect) -> float | None:
        """Cents to dollars."""
        return None if value is None else value / 100


class TextList(TypeDecorator[tuple[str, ...]]):
    """A list of short texts in one cell, separated by `|` as in the seed files; empty text is no item."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | str | None, dialect: Dialect) -> str:
        """A tuple, or text that is separated already, to separated text."""
        return value if isinstance(value, str) else "|".join(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """Separated text to a tuple."""
        return tuple(value.split("|")) if value else ()
