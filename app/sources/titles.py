"""Whether two titles of one code are one title."""


def same_title(one: str, other: str) -> bool:
    """Whether they have the same letters and digits: blanks, marks and capitals differ between tables of a file."""
    return one == other or _letters(one) == _letters(other)


def _letters(title: str) -> str:
    return "".join(letter for letter in title.casefold() if letter.isalnum())
