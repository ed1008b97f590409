"""The examples would fail if an answer were another: what is shown is compared, and nothing more is left out."""

import pytest

from tests.docs.answers import parse, shown, written

ANSWER = {"data": [{"code": "29-2071", "median": 40350, "mean": None}, {"code": "29-2072"}], "next": "/v1/a?b=1"}


@pytest.mark.parametrize(
    "text",
    [
        '{"data": [{"code": "29-2071", "median": 40350, "mean": null}, {...}], "next": "/v1/a?b=1"}',
        '{"data": [{"code": "29-2071", ...}, ...], "next": "/v1/..."}',
        '{"data": ..., ...}',
        '{"data": [{..., "median": 40350, ...}, {"code": "29-2072"}], ...}',
    ],
)
def test_a_true_example_stays_as_it_is(text: str) -> None:
    assert written(shown(parse(text), ANSWER)) == text


@pytest.mark.parametrize(
    "text",
    [
        '{"data": [{"code": "29-2072", ...}, ...], ...}',  # another value
        '{"data": [{"code": "29-2071", ...}], ...}',  # an item too few
        '{"data": [{"code": "29-2071", "mean": null, ...}, ...], ...}',  # the gap stands elsewhere
        '{"data": [{"median": 40350, ...}, ...], ...}',  # what comes before is not marked as left out
        '{"data": [{"code": "29-2071", ...}, {"code": "29-2072"}, ...], ...}',  # nothing is left out after them
        '{"next": "/v2/...", ...}',
        '{"data": ..., "next": "/v1/a?b=1", ...}',  # nothing is left out after it
        '{"data": ..., "next": "/v1/a?b=1", "more": null}',
        '{"data": ...}',
    ],
)
def test_an_untrue_example_is_written_otherwise(text: str) -> None:
    assert written(shown(parse(text), ANSWER)) != text


def test_lines_are_filled_and_what_does_not_fit_stands_below() -> None:
    long = "x" * 60
    assert written(parse(f'{{"a": 1, "b": "{long}", ..., "c": {{"d": "{long}", "e": [1, 2]}}}}')) == (
        f'{{\n  "a": 1, "b": "{long}", ...,\n  "c": {{"d": "{long}", "e": [1, 2]}}\n}}'
    )


@pytest.mark.parametrize("text", ["{", '{"a" 1}', "[1] 2", "nonsense"])
def test_what_is_no_answer_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no JSON|no value|after the answer"):
        parse(text)
