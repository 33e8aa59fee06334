"""The steps as they may be published, of random small surveys too."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

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


def test_a_stage_with_a_range_is_hidden_in_every_step_that_tells_how_few_are_left() -> None:
    """Of 96 invited 94 to 96 attended: 2 at most did not, which the step after must not tell either."""
    given_ = answers(*[(10, 8, 8, 6, 6)] * 11, (10, 8, (6, 8), 6, 6))
    safe = safe_steps(funnel_of(given_), given_)
    assert safe[Role.APPLIED, Role.INVITED].reached == (96, 96)
    assert safe[Role.INVITED, Role.ATTENDED].reached == ("[c]", "[c]")
    assert safe[Role.ATTENDED, Role.APPOINTABLE].of == ("[c]", "[c]")
    assert safe[Role.APPLIED, Role.ATTENDED].reached == ("[c]", "[c]")


def test_of_ranges_too_many_to_compare_no_people_are_told_where_some_are_few() -> None:
    skipped = [
        [(8, 9) if at & 1 << place else None for place in range(5)] for at in range(32) if at.bit_count() > 1
    ]
    many = answers(*[(20, 15, 10, 5, 1)] * 12, *skipped, *skipped)
    large = answers(*[(90, 75, 60, 45, 30)] * 12, *skipped, *skipped)
    few = answers(*[(10, 10, 10, 10, 10)] * 11, (10, 10, 10, 10, 8), *skipped, *skipped)
    told_ = [safe_steps(funnel_of(given_), given_).values() for given_ in (many, large, few)]
    assert [any(one.tells_pooled for one in some) for some in told_] == [True, True, False]


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


RANGE = st.tuples(st.integers(4, 8), st.integers(0, 4)).map(lambda one: (one[0], one[0] + one[1]))
AMONG_OTHERS = st.lists(
    st.lists(st.one_of(st.sampled_from((8, 8, 9)), RANGE), min_size=5, max_size=5), min_size=1, max_size=3
)
USUAL = st.lists(st.sampled_from((4, 8)), min_size=5, max_size=5).map(lambda one: sorted(one, reverse=True))
End = tuple[str, Role, int]
Line = dict[End, int]


def printed_of(given_: list[FunnelAnswers]) -> tuple[list[tuple[Line, int]], list[Line]]:
    """What the cells say of the lowest and the highest of each response; and how many at most do not get on."""
    found = funnel_of(given_)
    shown: list[tuple[Line, int]] = []
    lost: list[Line] = []
    for (before, after), one in safe_steps(found, given_).items():
        wrong = {left.response_id for left in one.step.left_out}
        mine = [
            held for held in given_
            if before in held.counts and after in held.counts and held.response_id not in wrong
        ]  # fmt: skip
        most = {(held.response_id, before, 1): 1 for held in mine}
        fewest = {(held.response_id, after, 0): 1 for held in mine}
        if isinstance(one.of[1], int):
            shown.append((most, one.of[1]))
        if isinstance(one.reached[0], int):
            shown.append((fewest, one.reached[0]))
        if one.step.pooled is not None and not one.step.pooled.hidden:
            lost.append({**most, **dict.fromkeys(fewest, -1)})
    return shown, lost


@settings(max_examples=25, deadline=None)
@given(USUAL, AMONG_OTHERS)
def test_with_ranges_no_step_tells_that_few_at_most_did_not_get_on(
    usual: list[int], people: list[list[int | tuple[int, int]]]
) -> None:
    given_ = answers(*[usual] * 11, *people)
    ends = [(one.response_id, stage, end) for one in given_ for stage in one.counts for end in (0, 1)]
    truth = {
        (one.response_id, stage, end): int((held.low, held.high)[end])
        for one in given_
        for stage, held in one.counts.items()
        for end in (0, 1)
    }
    shown, lost = printed_of(given_)
    told_at: dict[Role, set[bool]] = {}
    ranged = {
        stage for one in safe_steps(funnel_of(given_), given_).values() if one.of != (LOW, LOW)
        for stage, cells in ((one.step.stage_from, one.of), (one.step.stage_to, one.reached))
        if not told_at.setdefault(stage, set()).add(isinstance(cells[0], int)) and cells[0] != cells[1]
    }  # fmt: skip
    assert all(len(told_at[stage]) == 1 for stage in ranged)
    ordered: list[Line] = [{(key, stage, 0): 1, (key, stage, 1): -1} for key, stage, end in ends if end == 0]
    for (before, after), one in safe_steps(funnel_of(given_), given_).items():
        wrong = {left.response_id for left in one.step.left_out}
        ordered += [
            {(held.response_id, after, 0): 1, (held.response_id, before, 1): -1}
            for held in given_
            if before in held.counts and after in held.counts and held.response_id not in wrong
        ]
    exact: list[Line] = [
        {(one.response_id, stage, 0): 1, (one.response_id, stage, 1): -1}
        for one in given_
        for stage, held in one.counts.items()
        if held.exact
    ]

    def row(line: Line) -> list[int]:
        return [line.get(end, 0) for end in ends]

    for line, told_ in shown:
        assert sum(sign * truth[end] for end, sign in line.items()) == told_
    for line in lost:
        if not 1 <= sum(sign * truth[end] for end, sign in line.items()) < 5 or not shown:
            continue
        best = linprog(
            [-sign for sign in row(line)], A_ub=[row(one) for one in ordered], b_ub=[0] * len(ordered),
            A_eq=[row(one) for one in (*(one for one, _ in shown), *exact)],
            b_eq=[told_ for _, told_ in shown] + [0] * len(exact), bounds=(0, None),
        )  # fmt: skip
        assert best.status == 3 or -best.fun > 4.999
