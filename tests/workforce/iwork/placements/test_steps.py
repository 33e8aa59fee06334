"""Every edge between stages: what may follow what, and what each step needs."""

import pytest

from workforce.iwork.placements.steps import MAY_FOLLOW, SEARCHING, StepNeed, is_back, may_move, moves, needs
from workforce.iwork.vocabulary import IN_WORK, OVER, Stage

S = Stage
EDGES = [(held, to) for held in Stage for to in Stage]


@pytest.mark.parametrize(("held", "to"), EDGES, ids=lambda one: one.value)
def test_a_step_may_be_taken_exactly_where_it_is_named(held: Stage, to: Stage) -> None:
    allowed = may_move(held, to) is None
    assert allowed == (to in MAY_FOLLOW[held])
    assert allowed == (to in moves(held))


@pytest.mark.parametrize(("held", "to"), EDGES, ids=lambda one: one.value)
def test_a_refused_step_says_what_can_be_done(held: Stage, to: Stage) -> None:
    sentence = may_move(held, to)
    if sentence is not None:
        assert sentence.endswith(".")
        assert f"“{held.label}”" in sentence


def test_every_stage_is_spoken_of() -> None:
    assert set(MAY_FOLLOW) == set(Stage)
    assert all(MAY_FOLLOW[one] == () for one in OVER)


def test_work_ends_with_leaving_and_what_comes_before_with_withdrawing() -> None:
    for held, followers in MAY_FOLLOW.items():
        assert (S.LEFT in followers) == (held in IN_WORK)
        assert (S.WITHDRAWN in followers) == (held not in IN_WORK | OVER)


def test_every_stage_but_the_first_is_reached() -> None:
    assert {to for followers in MAY_FOLLOW.values() for to in followers} == set(Stage)


def test_a_pause_leads_back_to_where_it_began_and_nowhere_else() -> None:
    assert moves(S.PAUSED, S.TASTER) == (S.TASTER, S.WITHDRAWN)
    assert may_move(S.PAUSED, S.TASTER, S.TASTER) is None
    assert may_move(S.PAUSED, S.OFFERED, S.TASTER) is not None


def test_work_is_not_paused() -> None:
    assert "in work" in str(may_move(S.IN_POST, S.PAUSED))


def test_a_job_found_elsewhere_has_no_introduction() -> None:
    assert may_move(S.OFFERED, S.TASTER, has_post=False) is not None
    assert may_move(S.OFFERED, S.TASTER, has_post=True) is None


def test_what_leads_back_needs_a_reason() -> None:
    for held, followers in MAY_FOLLOW.items():
        for to in followers:
            if is_back(held, to):
                assert needs(held, to) == (StepNeed.WORDS,)


@pytest.mark.parametrize(
    ("held", "to", "has_post", "wanted"),
    [
        (S.REFERRED, S.ENGAGED, False, ()),
        (S.JOB_READY, S.MATCHED, False, (StepNeed.POST, StepNeed.MATCHING)),
        (S.MATCHED, S.INTRODUCED, True, (StepNeed.SHARE,)),
        (S.INTRODUCED, S.TASTER, True, (StepNeed.SHARE,)),
        (S.TASTER, S.OFFERED, True, (StepNeed.SHARE, StepNeed.PLACE)),
        (S.OFFERED, S.STARTED, True, (StepNeed.SHARE, StepNeed.HOURS)),
        (S.JOB_READY, S.OFFERED, False, (StepNeed.JOB,)),
        (S.JOB_READY, S.STARTED, False, (StepNeed.JOB, StepNeed.HOURS)),
        (S.STARTED, S.IN_POST, True, ()),
        (S.IN_POST, S.SUSTAINED_13, True, (StepNeed.CHECKPOINT,)),
        (S.SUSTAINED_13, S.SUSTAINED_26, True, (StepNeed.CHECKPOINT,)),
        (S.IN_POST, S.LEFT, True, (StepNeed.END_REASON,)),
        (S.TASTER, S.WITHDRAWN, True, (StepNeed.WORDS,)),
        (S.TASTER, S.PAUSED, True, (StepNeed.WORDS,)),
        (S.PAUSED, S.TASTER, True, (StepNeed.SHARE,)),
        (S.PAUSED, S.MATCHED, True, (StepNeed.MATCHING,)),
        (S.PAUSED, S.PROFILING, False, ()),
    ],
)
def test_what_a_step_needs(held: Stage, to: Stage, has_post: bool, wanted: tuple[StepNeed, ...]) -> None:
    assert needs(held, to, has_post=has_post) == wanted


def test_a_search_has_no_post() -> None:
    assert S.MATCHED not in SEARCHING
    assert S.JOB_READY in SEARCHING
