"""Query parameters: what paths put their queries together from, one naming rule for all.

A filter is a key (`area_code=TX`) or `min_`/`max_` and a measure (`min_annual_median=50000`). A path declares its
parameters as a class: keys by their types from `filters`, and by `listing` the sorting, paging and measures that it
has.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    create_model,
)
from pydantic.json_schema import SkipJsonSchema

from app.api.filters import MAX_VALUES, Flag, Programs, Releases, Vintage, flag, truth
from app.api.forms import Form
from app.domain.measures import MEASURES
from app.domain.suggestions import did_you_mean, tidied
from app.queries.list_request import Bound, Count, Include

DEFAULT_LIMIT = 50
MAX_LIMIT = 1_000
MAX_SORT_KEYS = 3
_LARGEST = Decimal(10) ** 12


class Parameters(BaseModel):
    """The query parameters of a path."""

    model_config = ConfigDict(frozen=True)


Explain: TypeAlias = Annotated[
    Flag,
    flag(
        "`true` adds an `explanation` to the `provenance` of each record: the row, column and text of the cell that "
        "each field was read from, and the rule that made of it what is served. At most 50 records on a page."
    ),
]


class ExplainedQuery(Parameters):
    """What items take that say where they were read."""

    explain: Explain


class ListParameters(Parameters):
    """What every list takes, whether it has pages or not: in which form, and with which fields."""

    format: Annotated[
        Form | SkipJsonSchema[None],
        Field(
            default=None,
            description="Form of the answer, in place of `Accept`. A table has a row for each record, and no envelope.",
            examples=[Form.CSV],
        ),
    ]
    fields: Annotated[
        list[str],
        Field(
            default_factory=list,
            description="Only these fields of the records, with `source`, and with `qualifiers` if a measure is among "
            "them. Repeat it for several.",
            max_length=MAX_VALUES,
        ),
    ]
    bom: Annotated[
        Annotated[bool, BeforeValidator(truth)] | SkipJsonSchema[None],
        Field(
            default=None,
            description="`true` makes CSV for spreadsheets: it begins with a byte-order mark, and text that would be "
            "taken for a formula has an apostrophe before it.",
            examples=[True],
        ),
    ]


class ProfileQuery(ExplainedQuery):
    """What the items that a profile gives take."""

    soc_vintage: Vintage
    program: Programs
    release: Releases


Query = TypeVar("Query", bound=Parameters)


def listing(*, sort: Iterable[str] = (), measures: Iterable[str] = ()) -> Callable[[type[Query]], type[Query]]:
    """Give a query the parameters of a list: sorting by these fields, bounds on these measures, paging, explaining.

    A list without fields to sort by has one order, and no `sort`.
    """
    return _extended(_of_list(sort, measures) | {"explain": (Explain, None)})


def summaries(*, sort: Iterable[str], measures: Iterable[str]) -> Callable[[type[Query]], type[Query]]:
    """Give a query the parameters of a list of summaries: each is of several rows, and no one of them explains it."""
    return _extended(_of_list(sort, measures))


def _of_list(sort: Iterable[str], measures: Iterable[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in measures:
        fields |= _bounds(name)
    if fields:
        fields["include"] = _INCLUDE
    if sorted_by := tuple(sort):
        fields["sort"] = (_sort_type(sorted_by), Field(default_factory=list))
    return fields | _PAGING | {name: (field.annotation, field) for name, field in ListParameters.model_fields.items()}


def _extended(fields: dict[str, Any]) -> Callable[[type[Query]], type[Query]]:
    def extend(query: type[Query]) -> type[Query]:
        return create_model(query.__name__, __base__=query, **fields)

    return extend


def paged(query: type[Query]) -> type[Query]:
    """Give a query the parameters of a list that is read page by page, in one order and without a total."""
    fields = {name: _PAGING[name] for name in ("limit", "cursor")}
    fields |= {name: (field.annotation, field) for name, field in ListParameters.model_fields.items()}
    return create_model(query.__name__, __base__=query, **fields)


def limited(query: type[Query]) -> type[Query]:
    """Give a query the parameters of a list that has one page, in one order, of at most so many records."""
    fields = {"limit": _PAGING["limit"]}
    fields |= {name: (field.annotation, field) for name, field in ListParameters.model_fields.items()}
    return create_model(query.__name__, __base__=query, **fields)


_PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
_NUMBER = f"a number in plain digits from -{_LARGEST} to {_LARGEST}, such as 50000 or 24.59"


def _plain_number(given: object) -> object:
    # Python reads more as a number than JSON does: 1_000, nan, digits of other scripts.
    if isinstance(given, str) and not _PLAIN_NUMBER.fullmatch(given):
        plain = re.sub(r"[$,_ ]|%$", "", tidied(given))
        raise ValueError(did_you_mean(plain if _PLAIN_NUMBER.fullmatch(plain) else None, _NUMBER))
    return given


ALL: Final = "all"


def _page_size(given: object) -> object:
    """`given` if it is within bounds: written before the number is read, so that every refusal has the same words."""
    if given == ALL:
        return given
    if isinstance(given, str) and not (_INTEGER.fullmatch(given) and 1 <= int(given) <= MAX_LIMIT):
        raise ValueError(f"a whole number from 1 to {MAX_LIMIT}, or `all` with `format=csv`, `ndjson` or `parquet`")
    return given


_INTEGER = re.compile(r"-?[0-9]{1,18}")
_LONGEST_CURSOR = 600


def _no_longer_than_a_cursor(given: str) -> str:
    if len(given) > _LONGEST_CURSOR:
        raise ValueError(
            f"the cursor in `page.next` of the page before, as it is: at most {_LONGEST_CURSOR} characters"
        )
    return given


_INCLUDE: Any = (
    Annotated[
        Literal["possible"] | None,
        Field(
            description="`possible` lets bounds keep figures too that may lie within them: a wage that is published as "
            "`at_or_above` 239,200 passes `min_annual_median=300000` then, and its qualifier tells it apart.",
            examples=[Include.POSSIBLE],
        ),
        WithJsonSchema({"type": "string", "enum": ["possible"], "examples": ["possible"]}),
    ],
    None,
)
_PAGING: dict[str, Any] = {
    "limit": (
        Annotated[
            Annotated[int, Field(ge=1, le=MAX_LIMIT)] | Literal["all"],
            Field(
                description=f"Most records on a page, at most {MAX_LIMIT}; `all` sends the whole list as CSV, NDJSON "
                "or Parquet.",
                examples=[10],
            ),
            BeforeValidator(_page_size),
        ],
        DEFAULT_LIMIT,
    ),
    "cursor": (
        Annotated[
            Annotated[str, AfterValidator(_no_longer_than_a_cursor)] | None,
            Field(description="Where the page starts: take it from `page.next` of the page before."),
            WithJsonSchema(
                {
                    "type": "string",
                    "maxLength": _LONGEST_CURSOR,
                    "examples": ["blVnB84WWzIsImRmYTI4MmMxYjMzODMxNzY3OSIsMSxbIjAxIl1d"],
                }
            ),
        ],
        None,
    ),
    "count": (
        Annotated[
            Count, Field(description="`exact` counts the total even where that takes long.", examples=[Count.EXACT])
        ],
        Count.AUTO,
    ),
}


def _bounds(name: str) -> dict[str, Any]:
    """The filters of a measure: `min_` and `max_`."""
    found = MEASURES[name]
    fields: dict[str, Any] = {}
    for bound, words in ((Bound.MIN, "at or above"), (Bound.MAX, "at or below")):
        described = Field(
            description=f"Keep records whose {found.title.lower()} is {words} this value ({found.unit}).",
        )
        fields[f"{bound}_{name}"] = (
            Annotated[_MeasureBound | None, described, WithJsonSchema({**_AS_NUMBER, "examples": [found.example]})],
            None,
        )
    return fields


def _within_range(value: Decimal) -> Decimal:
    if abs(value) > _LARGEST:
        raise ValueError(_NUMBER)
    return value


_MeasureBound = Annotated[Decimal, BeforeValidator(_plain_number), AfterValidator(_within_range)]
_AS_NUMBER = {"type": "number", "minimum": -int(_LARGEST), "maximum": int(_LARGEST)}
Percent: TypeAlias = Annotated[_MeasureBound, WithJsonSchema({**_AS_NUMBER, "examples": [10]})] | SkipJsonSchema[None]


def _sort_type(names: Sequence[str]) -> Any:
    allowed = tuple(spelled for name in names for spelled in (name, f"-{name}"))
    largest = next((f"-{name}" for name in names if name in MEASURES), names[0])
    described = Field(
        max_length=MAX_SORT_KEYS,
        description="Sort by this field, or by `-field` for the largest first; repeat it for ties. "
        "Records without a figure come last either way; a bounded figure sorts by its bound.",
        examples=[[largest]],
    )
    return Annotated[list[Literal[allowed]], described]  # type: ignore[valid-type]
