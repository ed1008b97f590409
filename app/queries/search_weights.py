"""How much each measure of nearness counts: fitted to titles that are never evaluated.

`occupations evaluate-search --fit` prints this table anew: a multinomial logistic regression over all occupations, on
titles of the half that the evaluation leaves alone.
"""

WEIGHT_OF: dict[str, float] = {
    "votes": 0.5084,
    "prior": 0.5226,
    "meaning": 0.2559,
    "words_of_occupation": 0.0306,
    "words_of_minor_group": 0.0114,
    "words_of_major_group": 0.1086,
    "words_of_description": 0.1093,
    "letters_of_occupation": 0.0179,
    "letters_of_broad_group": 0.0057,
    "letters_of_minor_group": 0.0064,
}
