"""The vocabulary of the field: codes, measures, units, qualifiers, periods. It imports nothing of ours."""
