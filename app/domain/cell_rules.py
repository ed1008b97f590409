"""How a cell of a publisher's file becomes what is served: a closed set of rules."""

from enum import StrEnum


class CellRule(StrEnum):
    """What was done with the text of a cell.

    - `as_printed`: the text itself, without footnote marks and blanks around it.
    - `number`: the number that it writes, without separators of thousands.
    - `thousands`: the cell counts in thousands; the number times 1,000.
    - `dollars`: whole dollars, without the sign and separators.
    - `dollars_and_cents`: dollars with cents, kept as whole cents.
    - `bound`: the cell says only how high the figure is at least (`#`, `>=$239,200`); the bound is served.
    - `withheld`: a marker of the publisher (`*`, `**`): the figure exists and is not released; `null` is served.
    - `below_half_percent`: the marker `~`: a percentage below 0.5; `null` is served.
    - `paid_otherwise`: no such wage exists, since the occupation is paid by the year or by the hour alone.
    - `none_published`: the cell is blank, a dash or `n/a`: there is no figure; `null` is served.
    - `no_column`: the file has no column for this measure; `null` is served.
    - `code`: a code, with zeros, dashes and quotes restored as the classification writes them.
    - `label`: words or a letter of the publisher for one member of a closed set.
    - `flag`: `Y` or `N`, or whether the cell holds anything, as true or false.
    - `month`: a month, written `2023-08`.
    - `read_from_text`: read from a sentence, a list or a table of a page; `header` names where in it.
    - `not_a_cell`: no cell of this row alone: the name of the file or sheet says it, or a row that this one belongs to.
    - `computed`: worked out here from figures of the same record; `formula` and `inputs` say how.
    """

    AS_PRINTED = "as_printed"
    NUMBER = "number"
    THOUSANDS = "thousands"
    DOLLARS = "dollars"
    DOLLARS_AND_CENTS = "dollars_and_cents"
    BOUND = "bound"
    WITHHELD = "withheld"
    BELOW_HALF_PERCENT = "below_half_percent"
    PAID_OTHERWISE = "paid_otherwise"
    NONE_PUBLISHED = "none_published"
    NO_COLUMN = "no_column"
    CODE = "code"
    LABEL = "label"
    FLAG = "flag"
    MONTH = "month"
    READ_FROM_TEXT = "read_from_text"
    NOT_A_CELL = "not_a_cell"
    COMPUTED = "computed"
