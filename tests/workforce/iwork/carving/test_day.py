"""What a selection of tasks makes of a day, and a day as it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.problem import Problem
from workforce.iwork.carving.day import Laid, TypedTask, made_of, read_day, read_line


def laid(name: str, begins: int, ends: int, *, may_move: bool = False) -> Laid:
    return Laid(name, name, name, begins, ends, may_move=may_move)


def test_tasks_that_meet_are_one_shift() -> None:
    made = made_of([laid("Serving", 720, 780), laid("Laying tables", 690, 720), laid("Clearing", 790, 840)])
    assert (made.spans, made.gaps, made.minutes) == (((690, 840),), (), 150)
    assert made.sentences == ("3 tasks, 11:30am to 2pm: 2 hours 30 minutes a day.",)


def test_a_gap_and_what_may_fill_it_are_told() -> None:
    tasks = [laid("Post round", 600, 630), laid("Filing", 720, 780)]
    made = made_of(tasks, days=3)
    assert (made.spans, made.gaps) == (((600, 630), (720, 780)), ((630, 720),))
    assert made.sentences == (
        "2 tasks, 10am to 10:30am and midday to 1pm: 1 hour 30 minutes a day, 4.5 hours in a week of 3 days.",
        "From 10:30am to midday there is nothing to do (1 hour 30 minutes). Choose a task that fills it, or it makes "
        "two shifts.",
    )
    assert (
        "“Filing” may be done at another time."
        in made_of([tasks[0], laid("Filing", 720, 780, may_move=True)]).sentences[1]
    )


def test_what_lies_at_the_same_time_is_told() -> None:
    made = made_of([laid("Dusting", 600, 700), laid("Post", 630, 640), laid("Filing", 700, 710)])
    assert [(one.name, other.name) for one, other in made.overlaps] == [("Dusting", "Post")]
    assert "one person cannot do both" in made.sentences[1]


def test_nothing_chosen_makes_nothing() -> None:
    assert (made_of([]).spans, made_of([]).sentences, made_of([]).minutes) == ((), (), 0)


@given(st.lists(st.tuples(st.integers(0, 1380), st.integers(1, 60)), min_size=1, max_size=8))
def test_every_task_lies_within_one_shift_and_shifts_lie_apart(times: list[tuple[int, int]]) -> None:
    tasks = [laid(str(at), begins, begins + length) for at, (begins, length) in enumerate(times)]
    made = made_of(tasks)
    assert all(
        sum(begins <= one.from_minute and one.until_minute <= ends for begins, ends in made.spans) == 1
        for one in tasks
    )
    assert all(ends - begins > 15 for begins, ends in made.gaps)
    assert len(made.gaps) == len(made.spans) - 1


def test_a_day_is_read_as_it_is_typed() -> None:
    typed = read_day(
        "11:30 to 12:15 Laying tables; kitchen assistant; may move\n\n1-2 Clearing tables\n9.30am to 2 Tidying."
    )
    assert typed == (
        TypedTask("Laying tables", 690, 735, "kitchen assistant", True),
        TypedTask("Clearing tables", 780, 840),
        TypedTask("Tidying", 570, 840),
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Laying tables", "no times and a task were found"),
        ("11:30 to 12:15", "no times and a task were found"),
        ("14:00 to 13:00 Clearing", "1pm is not after 2pm"),
        ("25:00 to 26:00 Clearing", "is not a time of day"),
    ],
)
def test_a_line_that_cannot_be_read_is_told(line: str, said: str) -> None:
    with pytest.raises(Problem) as told:
        read_line(line)
    assert said in told.value.sentence
