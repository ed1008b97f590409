"""How much each measure of nearness counts: fitted to titles that are never evaluated.

`occupations evaluate-search --fit` prints this table anew: a multinomial logistic regression over all occupations, on
titles of the half that the evaluation leaves alone.
"""

WEIGHT_OF: dict[str, float] = {
    "votes": 0.7163,
    "prior": 0.1693,
    "meaning": 0.1616,
    "words_of_occupation": 0.0457,
    "words_of_major_group": 0.077,
    "words_of_description": 0.0797,
    "heads_of_occupation": 0.0435,
    "letters_of_occupation": 0.0057,
    "letters_of_broad_group": 0.0046,
    "letters_of_minor_group": 0.0041,
}
