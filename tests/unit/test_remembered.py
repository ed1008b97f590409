"""What is kept of a state of the data: the answers that were asked for last."""

from app.queries.remembered import Remembered


def test_what_is_worked_out_once_is_not_worked_out_again() -> None:
    remembered, made = Remembered(), []

    def work_out() -> str:
        made.append(1)
        return "kites"

    assert [remembered.once("what flies", work_out) for _ in range(3)] == ["kites"] * 3
    assert len(made) == 1


def test_the_answer_that_was_asked_for_longest_ago_makes_room() -> None:
    remembered = Remembered(most=2)
    remembered.keep("a", 1)
    remembered.keep("b", 2)
    assert remembered.recall("a") == 1
    remembered.keep("c", 3)
    assert [remembered.recall(question) for question in "abc"] == [1, None, 3]


def test_nothing_and_none_at_all_are_told_apart() -> None:
    remembered = Remembered()
    remembered.keep("none", 0)
    assert remembered.recall("none") == 0
    assert remembered.recall("other") is None
