"""How much each measure of nearness counts: fitted to titles that are never evaluated.

`occupations evaluate-search --fit` prints this table anew: a multinomial logistic regression over all occupations, on
titles of the half that the evaluation leaves alone.
"""

WEIGHT_OF: dict[str, float] = {
    "votes": 0.5993,
    "prior": 0.3565,
    "meaning": 0.0945,
    "centre": 1.6192,
    "words_of_occupation": 0.0483,
    "words_of_major_group": 0.0918,
    "words_of_description": 0.0954,
    "heads_of_occupation": 0.0461,
    "letters_of_occupation": 0.0044,
    "letters_of_broad_group": 0.0048,
    "letters_of_minor_group": 0.004,
}
