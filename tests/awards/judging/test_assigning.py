"""Who judges whom: as many as there can be, as even as they can be, and a sentence where that is not even.

Plans are held against all plans there are, where there are few enough of them to write down.
"""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from awards.judging.assigning import Judge, Nominee, Pair, Plan, assign

A, B, C, D = (Judge(key, f"Judge {key}") for key in "abcd")


def nominees(number: int, category: str = "team") -> list[Nominee]:
    return [
        Nominee(f"e{place:02d}", f"2026-{place:03d}", category, "Team of the Year")
        for place in range(1, number + 1)
    ]


def having(plan: Plan, entry: str) -> list[str]:
    return [judge for judge, nominee in plan.give if nominee == entry]


def test_each_is_given_to_as_many_judges_as_asked_and_loads_are_even() -> None:
    plan = assign([A, B, C, D], nominees(10), {}, least_scores=3)
    assert all(len(having(plan, one.id)) == 3 for one in nominees(10))
    assert sorted(plan.loads.values()) == [7, 7, 8, 8]
    assert (plan.shortfalls, plan.uneven, plan.is_even) == ((), (), True)


def test_the_same_question_has_the_same_answer() -> None:
    asked = ([A, B, C, D], nominees(9), {("a", "e01"): "family"})
    assert assign(*asked, least_scores=2) == assign(*asked, least_scores=2)


def test_judges_meet_all_the_others() -> None:
    plan = assign([A, B, C, D], nominees(12), {}, least_scores=2)
    met = {frozenset(having(plan, one.id)) for one in nominees(12)}
    assert met == {frozenset(pair) for pair in combinations("abcd", 2)}


def test_a_category_is_spread_over_the_judges_too() -> None:
    asked = [*nominees(4), *[Nominee(f"s{place}", f"2026-1{place}", "support") for place in range(4)]]
    plan = assign([A, B, C, D], asked, {}, least_scores=1)
    assert {judge for judge, entry in plan.give if entry.startswith("s")} == set("abcd")


def test_a_conflict_is_never_given() -> None:
    plan = assign([A, B, C], nominees(3), {("a", "e01"): "employer"}, least_scores=2)
    assert having(plan, "e01") == ["b", "c"]
    assert sorted(plan.loads.values()) == [2, 2, 2]


def test_a_nominee_nobody_may_judge_has_a_sentence() -> None:
    conflicts = {("a", "e01"): "employer", ("b", "e01"): "family"}
    (short,) = assign([A, B], nominees(2), conflicts, least_scores=1).shortfalls
    assert short.sentence == (
        "2026-001 can be given to no judge, where the round asks for 1: Judge a has a conflict (employer) and "
        "Judge b has a conflict (family)."
    )


def test_a_panel_too_small_has_a_sentence() -> None:
    (short,) = assign([A], nominees(1), {}, least_scores=3).shortfalls
    assert short.sentence == (
        "2026-001 can be given to 1 judge, where the round asks for 3: there are no more judges."
    )


def test_nobody_judges_more_than_agreed_and_uneven_loads_have_a_sentence() -> None:
    few = Judge("a", "Judge a", most=1)
    plan = assign([few, B, C], nominees(4), {}, least_scores=2)
    assert plan.loads == {"a": 1, "b": 3, "c": 4}
    assert plan.uneven == ("Judge a has 1 and Judge c has 4: Judge a judges 1 at most.",)


def test_a_judge_of_one_category_gets_only_that() -> None:
    some = Judge("a", "Judge a", categories=frozenset({"support"}))
    plan = assign([some, B], [*nominees(3), Nominee("s1", "2026-009", "support")], {}, least_scores=1)
    assert having(plan, "s1") == ["a"]
    assert plan.uneven == (
        "Judge a has 1 and Judge b has 3: of what Judge b has, 3 are not for Judge a to judge.",
    )


def test_what_is_held_stays_and_counts() -> None:
    held = {("a", "e01"), ("a", "e02"), ("a", "gone")}
    plan = assign([A, B], nominees(3), {}, least_scores=1, held=held)
    assert plan.give == (("b", "e03"),)
    assert plan.loads == {"a": 3, "b": 1}
    assert plan.uneven == (
        "Judge b has 1 and Judge a has 3: of what Judge a has, 2 were given before and 1 is no longer with the judges.",
    )


def test_what_may_move_moves_only_where_it_must() -> None:
    movable = {("a", "e01"), ("a", "e02"), ("a", "e03"), ("b", "e04")}
    plan = assign([A, B], nominees(4), {("a", "e01"): "family"}, least_scores=1, movable=movable)
    assert plan.take_back == (("a", "e01"),)
    assert plan.give == (("b", "e01"),)
    assert plan.is_even


def test_a_pair_that_was_left_is_not_given_again() -> None:
    plan = assign([A, B], nominees(1), {}, least_scores=1, never={("a", "e01")})
    assert plan.give == (("b", "e01"),)
    (short,) = assign([A], nominees(1), {}, least_scores=1, never={("a", "e01")}).shortfalls
    assert short.sentence.endswith(": Judge a stood aside.")


def test_who_abstained_is_replaced_and_has_had_the_work() -> None:
    plan = assign([A, B, C], nominees(1), {}, least_scores=2, held={("b", "e01")}, abstained={("a", "e01")})
    assert plan.give == (("c", "e01"),)
    assert plan.loads == {"a": 1, "b": 1, "c": 1}
    (short,) = assign([A], nominees(1), {}, least_scores=1, abstained={("a", "e01")}).shortfalls
    assert short.sentence.endswith(": Judge a abstained.")


def test_a_chain_frees_a_judge_for_whom_there_is_nobody_else() -> None:
    # a takes e01 first; only a may judge e02, so e01 must go on to b
    one_each = [Judge("a", "Judge a", most=1), Judge("b", "Judge b", most=1)]
    plan = assign(one_each, nominees(2), {("b", "e02"): "friend"}, least_scores=1)
    assert set(plan.give) == {("a", "e02"), ("b", "e01")}
    assert plan.shortfalls == ()


def test_nothing_to_judge_and_nobody_to_judge() -> None:
    assert assign([], [], {}, least_scores=3).is_even
    (short,) = assign([], nominees(1), {}, least_scores=3).shortfalls
    assert short.given == 0


# --- held against every plan there is ---------------------------------------------------------------------------


@st.composite
def small(draw: st.DrawFn) -> tuple[list[Judge], list[Nominee], dict[Pair, str], int]:
    number = draw(st.integers(1, 3))
    judges = [Judge(key, f"Judge {key}", most=draw(st.none() | st.integers(0, 3))) for key in "abc"[:number]]
    entries = nominees(draw(st.integers(1, 4)))
    pairs = [(judge.id, one.id) for judge in judges for one in entries]
    clashing = draw(st.sets(st.sampled_from(pairs)))
    return judges, entries, dict.fromkeys(clashing, "declared"), draw(st.integers(1, 3))


def every_plan(
    judges: list[Judge], entries: list[Nominee], conflicts: dict[Pair, str], wanted: int
) -> list[list[tuple[str, ...]]]:
    """For each nominee who judges them, in every way that keeps to the rules."""
    ways = []
    for one in entries:
        may = [judge.id for judge in judges if (judge.id, one.id) not in conflicts]
        ways.append([some for size in range(min(wanted, len(may)) + 1) for some in combinations(may, size)])
    most = {judge.id: judge.most for judge in judges}
    return [
        list(plan)
        for plan in product(*ways)
        if all(most[key] is None or load <= most[key] for key, load in loads_of(plan, judges).items())
    ]


def loads_of(plan: tuple[tuple[str, ...], ...], judges: list[Judge]) -> dict[str, int]:
    return {judge.id: sum(judge.id in some for some in plan) for judge in judges}


@settings(max_examples=150, deadline=None)
@given(small())
def test_no_plan_gives_more_and_none_is_more_even(
    asked: tuple[list[Judge], list[Nominee], dict[Pair, str], int],
) -> None:
    judges, entries, conflicts, wanted = asked
    plan = assign(judges, entries, conflicts, least_scores=wanted)
    given_to = {one.id: set(having(plan, one.id)) for one in entries}
    assert not set(plan.give) & set(conflicts)
    possible = every_plan(judges, entries, conflicts, wanted)
    most_given = max(sum(map(len, one)) for one in possible)
    assert len(plan.give) == most_given
    assert {one.entry_id for one in plan.shortfalls} == {
        key for key, to in given_to.items() if len(to) < wanted
    }
    alike = [
        one
        for one in possible
        if [len(some) for some in one] == [len(given_to[entry.id]) for entry in entries]
    ]
    squares = min(sum(load**2 for load in loads_of(tuple(one), judges).values()) for one in alike)
    assert sum(load**2 for load in plan.loads.values()) == squares
    assert plan.is_even == any(
        max(loads_of(tuple(one), judges).values()) - min(loads_of(tuple(one), judges).values()) <= 1
        for one in alike
    )
    assert bool(plan.uneven) != plan.is_even


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_whole_round_is_even_or_says_why(data: st.DataObject) -> None:
    number = data.draw(st.integers(3, 12), label="judges")
    judges = [Judge(f"j{place:02d}", f"Judge {place}") for place in range(number)]
    entries = nominees(data.draw(st.integers(1, 40), label="nominees"))
    pairs = [(judge.id, one.id) for judge in judges for one in entries]
    clashing = data.draw(st.sets(st.sampled_from(pairs), max_size=60), label="conflicts")
    plan = assign(judges, entries, dict.fromkeys(clashing, "declared"), least_scores=3)
    assert not set(plan.give) & clashing
    assert len(set(plan.give)) == len(plan.give) == sum(plan.loads.values())
    for one in entries:
        may = number - sum((judge.id, one.id) in clashing for judge in judges)
        assert len(having(plan, one.id)) == min(3, may)
    assert plan.is_even or plan.uneven


def test_a_large_round_is_planned_at_once() -> None:
    judges = [Judge(f"j{place:02d}", f"Judge {place}") for place in range(12)]
    entries = nominees(500)
    conflicts = {(judges[place % 12].id, one.id): "employer" for place, one in enumerate(entries)}
    plan = assign(judges, entries, conflicts, least_scores=3)
    assert plan.is_even
    assert len(plan.give) == 1500
