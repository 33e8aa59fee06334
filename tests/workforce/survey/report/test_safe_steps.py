"""The steps as they may be published, of random small surveys too."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from resources.linked_sums import worked_out
from resources.statistics import bounds
from workforce.survey.funnel.funnel import Funnel
from workforce.survey.funnel.steps import FunnelAnswers, onward_steps, steps
from workforce.survey.report.safe_steps import LOW, linked_steps, safe_steps
from workforce.survey.vocabulary import FUNNEL, Role

STAGES = FUNNEL[:5]


def answers(*people: Sequence[int | tuple[int, int] | None]) -> list[FunnelAnswers]:
    return [
        FunnelAnswers(
            str(number), number,
            counts={
                stage: bounds(*count) if isinstance(count, tuple) else bounds(count)
                for stage, count in zip(STAGES, counts, strict=False) if count is not None
            },
        )
        for number, counts in enumerate(people, 1)
    ]  # fmt: skip


def funnel_of(given_: list[FunnelAnswers]) -> Funnel:
    return Funnel(
        "", "", date(2020, 1, 1), "", len(given_), (), steps(given_, STAGES), onward_steps(given_, STAGES), {}, ()
    )  # fmt: skip


def told(
    *people: Sequence[int | tuple[int, int] | None],
) -> dict[tuple[Role, Role], tuple[object, object, object]]:
    given_ = answers(*people)
    return {
        pair: (one.of[0], one.reached[0], one.pooled[0])
        for pair, one in safe_steps(funnel_of(given_), given_).items()
    }


def test_large_counts_stand_with_their_share() -> None:
    found = told(*[(20, 10, 5, 4, 3)] * 12)
    assert found[Role.APPLIED, Role.INVITED] == (240, 120, 50)
    assert found[Role.APPLIED, Role.OFFERED] == (240, 36, 15)


def test_a_small_rest_is_hidden_in_every_step_that_tells_it() -> None:
    found = told(*[(20, 10, 5, 4, 4)] * 11, (20, 10, 5, 4, 1))
    assert found[Role.APPOINTABLE, Role.OFFERED] == (48, "[c]", "[c]")
    assert found[Role.APPLIED, Role.OFFERED] == (240, "[c]", "[c]")
    assert found[Role.APPLIED, Role.APPOINTABLE] == (240, 48, 20)


def test_of_few_providers_neither_people_nor_their_share_stand() -> None:
    found = told(*[(20, 10)] * 9)
    assert found[Role.APPLIED, Role.INVITED] == (LOW, LOW, LOW)


def test_people_whom_nearly_all_one_provider_has_are_hidden() -> None:
    given_ = answers(*[(20, 10, 5)] * 11, (4000, 10, 5))
    found = safe_steps(funnel_of(given_), given_)
    assert found[Role.APPLIED, Role.INVITED].of[0] == found[Role.APPLIED, Role.INVITED].pooled[0] == "[c]"
    assert found[Role.INVITED, Role.ATTENDED].of == (120, 120)
    whose = {one.response_id: "one provider" for one in given_}
    assert all(not one.tells_pooled for one in safe_steps(funnel_of(given_), given_, whose).values())


def test_ranges_run_from_the_lowest_to_the_highest() -> None:
    given_ = answers(*[(20, (8, 10), 5)] * 12)
    step = safe_steps(funnel_of(given_), given_)[Role.APPLIED, Role.INVITED]
    assert (step.of, step.reached, step.pooled) == ((240, 240), (96, 120), (40, 50))
    assert step.tells_pooled and step.to_tell is step.step


COUNT = st.one_of(st.none(), st.integers(0, 12))


@settings(max_examples=120, deadline=None)
@given(st.lists(st.lists(COUNT, min_size=5, max_size=5), min_size=10, max_size=14))
def test_of_no_small_survey_a_hidden_count_can_be_worked_out(people: list[list[int | None]]) -> None:
    given_ = answers(*people)
    found = funnel_of(given_)
    linked, numbers = linked_steps(found, given_)
    safe = safe_steps(found, given_)
    shown = set()
    for pair, held in numbers.items():
        one = safe[pair]
        for sums, cells in (
            ((held.of_low, held.of_high), one.of),
            ((held.reached_low, held.reached_high), one.reached),
        ):
            if isinstance(cells[0], int):
                shown |= set(sums)
                assert not any(1 <= int(str(cell)) < 5 for cell in cells)
        if one.tells_pooled:
            assert isinstance(one.of[0], int) and isinstance(one.reached[0], int)
            assert not 1 <= int(str(one.of[0])) - int(str(one.reached[0])) < 5
    assert worked_out(linked, set(linked.printed) - shown) == []
