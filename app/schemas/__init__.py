"""The public contract: pydantic models with units, examples and descriptions. Answers are checked against them."""
