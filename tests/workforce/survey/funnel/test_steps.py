"""Steps of the funnel: pooled and typical, bounds, and what cannot be."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from resources.statistics import Bounds, Quartiles, Share, bounds
from workforce.survey.funnel.steps import (
    FunnelAnswers,
    Impossible,
    LeftOut,
    impossible,
    onward_steps,
    own_shares,
    step,
    steps,
)
from workforce.survey.vocabulary import FUNNEL, Role

APPLIED, INVITED, ATTENDED, APPOINTABLE, OFFERED, STARTED, STILL_THERE = FUNNEL


def _one(number=1, share=None, /, **counts):
    """Counts by the name of their stage; a pair is a range; `share` of those invited who attend, in percent."""
    held = {
        Role(stage): bounds(*given) if isinstance(given, tuple) else bounds(given)
        for stage, given in counts.items()
    }
    said = {} if share is None else {Role.SHARE_ATTENDED: bounds(*(Fraction(end, 100) for end in share))}
    return FunnelAnswers(f"r{number}", number, f"House {number}", "", held, said)


# --- what cannot be -------------------------------------------------------------------------------------------


def test_more_attended_than_were_invited_is_said_in_one_sentence():
    (found,) = impossible({INVITED: bounds(6), ATTENDED: bounds(9)})
    assert found == Impossible(INVITED, ATTENDED, bounds(6), bounds(9))
    assert found.sentence == "9 attended of 6 invited"
    left = LeftOut("r12", 12, "Rosewood House", found)
    assert left.sentence == "Response 12, Rosewood House: 9 attended of 6 invited"
    assert LeftOut("r1", 1, "", found).sentence == "Response 1: 9 attended of 6 invited"


def test_ranges_are_impossible_only_where_no_figures_within_them_fit():
    assert impossible({INVITED: bounds(5, 10), ATTENDED: bounds(8, 12)}) == ()
    (found,) = impossible({INVITED: bounds(5, 10), STARTED: bounds(11, 12)})
    assert found.sentence == "11 to 12 started of 5 to 10 invited"


def test_each_wrong_pair_is_said_once_by_its_nearest_stages():
    counts = {APPLIED: bounds(5), INVITED: bounds(6), ATTENDED: bounds(2), STARTED: bounds(9)}
    assert [(one.stage_from, one.stage_to) for one in impossible(counts)] == [
        (APPLIED, INVITED),
        (ATTENDED, STARTED),
    ]


def test_equal_counts_and_skipped_stages_can_be():
    assert impossible({APPLIED: bounds(5), STILL_THERE: bounds(5)}) == ()
    assert impossible({}) == ()


COUNTS = st.dictionaries(
    st.sampled_from(FUNNEL), st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda ends: bounds(*ends))
)


@given(COUNTS)
def test_answers_are_queried_just_where_no_figures_fall_from_stage_to_stage(counts):
    """Taking the largest figure that each stage still allows shows whether any do."""
    most, fits = Fraction(10**6), True
    for stage in (one for one in FUNNEL if one in counts):
        most = min(most, counts[stage].high)
        fits = fits and most >= counts[stage].low
    assert (impossible(counts) == ()) == fits


# --- a step ---------------------------------------------------------------------------------------------------


def test_a_step_is_told_of_all_people_and_of_the_typical_provider():
    answers = [
        _one(1, invited=100, attended=20),
        _one(2, invited=10, attended=8),
        _one(3, invited=10, attended=6),
    ]
    found = step(answers, INVITED, ATTENDED)
    assert (found.pooled.low, found.pooled.high) == (Share(34, 120), Share(34, 120))
    assert (found.pooled.providers, found.pooled.largest, found.pooled.exact) == (3, Fraction(100, 120), True)
    assert found.typical.low == Quartiles(Fraction(2, 5), Fraction(3, 5), Fraction(7, 10))
    assert (found.typical.providers, found.typical.from_bands) == (3, 0)
    assert found.words == "Of those invited, attended"
    assert (found.pooled.hidden, found.typical.hidden, found.typical.small) == (True, True, True)


def test_a_skipped_stage_leaves_its_pairs_out_and_no_others():
    answers = [
        _one(1, invited=10, attended=5, started=2),
        _one(2, invited=10, started=3),
        _one(3, attended=4),
    ]
    found = {(one.stage_from, one.stage_to): one for one in steps(answers, (INVITED, ATTENDED, STARTED))}
    assert list(found) == [(INVITED, ATTENDED), (ATTENDED, STARTED)]
    assert found[INVITED, ATTENDED].pooled.low == Share(5, 10)
    assert found[ATTENDED, STARTED].pooled.low == Share(2, 5)
    (onward,) = onward_steps(answers, (INVITED, ATTENDED, STARTED))
    assert (onward.stage_to, onward.pooled.low) == (STARTED, Share(5, 20))


def test_from_applied_and_from_invited_it_leads_to_every_later_stage():
    found = [(one.stage_from, one.stage_to) for one in onward_steps([], FUNNEL)]
    assert found == [
        *((APPLIED, stage) for stage in FUNNEL[2:]), *((INVITED, stage) for stage in FUNNEL[3:]),
    ]  # fmt: skip


def test_an_impossible_pair_is_left_out_counted_and_named():
    found = step([_one(1, invited=6, attended=9), _one(2, invited=8, attended=4)], INVITED, ATTENDED)
    assert (found.pooled.low, found.typical.providers) == (Share(4, 8), 1)
    assert [one.sentence for one in found.left_out] == ["Response 1, House 1: 9 attended of 6 invited"]


def test_nobody_of_nobody_is_no_share():
    found = step([_one(1, invited=0, attended=0), _one(2, invited=4, attended=4)], INVITED, ATTENDED)
    assert (found.of_nobody, found.pooled.providers, found.typical.providers) == (1, 1, 1)
    nothing = step([_one(1, invited=0, attended=0)], INVITED, ATTENDED)
    assert (nothing.pooled, nothing.typical, nothing.of_nobody) == (None, None, 1)
    assert own_shares([_one(1, invited=0, attended=0)], INVITED, ATTENDED) == {}


def test_bands_stand_in_for_those_without_counts_at_the_typical_provider_alone():
    answers = [
        _one(1, (90, 100), invited=10, attended=5),
        _one(2, (37, 62)),
        _one(3, (10, 37), invited=10),
    ]
    found = step(answers, INVITED, ATTENDED)
    assert (found.pooled.low, found.pooled.providers) == (Share(5, 10), 1)
    assert (found.typical.providers, found.typical.from_bands) == (3, 2)
    assert (found.typical.low.median, found.typical.high.median) == (Fraction(37, 100), Fraction(1, 2))
    assert own_shares(answers, INVITED, ATTENDED) == {
        "r1": bounds(Fraction(1, 2)), "r2": bounds(Fraction(37, 100), Fraction(62, 100)),
        "r3": bounds(Fraction(10, 100), Fraction(37, 100)),
    }  # fmt: skip
    assert step(answers, INVITED, STARTED).typical is None


def test_ranges_give_bounds():
    answers = [_one(1, invited=(10, 20), attended=5), _one(2, invited=10, attended=(4, 6))]
    found = step(answers, INVITED, ATTENDED)
    assert (found.pooled.low, found.pooled.high, found.pooled.exact) == (Share(9, 30), Share(11, 20), False)
    assert (found.typical.low.median, found.typical.high.median) == (Fraction(13, 40), Fraction(11, 20))
    assert not found.typical.exact


def test_a_part_of_a_person_lies_between_none_and_one():
    (one,) = [step([_one(1, invited="10", attended="2.5")], INVITED, ATTENDED)]
    assert (one.pooled.low, one.pooled.high) == (Share(2, 10), Share(3, 10))


RANGE = st.tuples(st.integers(0, 4), st.integers(0, 3)).map(lambda ends: (ends[0], ends[0] + ends[1]))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(RANGE, RANGE), min_size=1, max_size=3))
def test_the_pooled_bounds_are_the_least_and_greatest_that_any_figures_give(pairs):
    """Against trying all figures within the ranges."""
    answers = [_one(at, invited=before, attended=after) for at, (before, after) in enumerate(pairs)]
    found = step(answers, INVITED, ATTENDED).pooled
    possible = {(0, 0)}
    for before, after in pairs:
        options = [
            (b, a) for b in range(before[0], before[1] + 1) for a in range(after[0], after[1] + 1) if a <= b
        ]
        if options:  # an impossible pair is left out
            possible = {(base + b, count + a) for base, count in possible for b, a in options}
    values = [Fraction(count, base) for base, count in possible if base]
    if found is None:
        assert values == []
    else:
        assert (found.low.value, found.high.value) == (min(values), max(values))


@settings(max_examples=200, deadline=None)
@given(RANGE, RANGE)
def test_a_providers_own_bounds_are_too(before, after):
    values = [
        Fraction(a, b)
        for b in range(before[0], before[1] + 1)
        for a in range(after[0], min(after[1], b) + 1)
        if b
    ]
    if values:
        own = own_shares([_one(1, invited=before, attended=after)], INVITED, ATTENDED)
        assert own == {"r1": Bounds(min(values), max(values))}
