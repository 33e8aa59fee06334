"""Who could be a buddy: each rule, the order, and that every candidate says why."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.good_practice.buddies.finder import (
    BARRING,
    METRES_IN_A_MILE,
    WELL_RATED,
    BuddyLimits,
    Found,
    Standing,
    WhyNot,
    find_buddies,
    is_similar_size,
    miles_between,
    miles_words,
    order_words,
    same_company,
    why_not,
)
from engagement.register.vocabulary import ContractStatus, KeyQuestion, Rating, ServiceKind

TODAY = date(2019, 12, 9)
NURSING = ServiceKind.NURSING_HOME
OVERALL, SAFE, WELL_LED = KeyQuestion.OVERALL, KeyQuestion.SAFE, KeyQuestion.WELL_LED
POOR = {OVERALL: Rating.REQUIRES_IMPROVEMENT, SAFE: Rating.INADEQUATE, WELL_LED: Rating.REQUIRES_IMPROVEMENT}
ELM = Standing(
    "elm", "Elm Lodge", NURSING, "p0", "Elm Ltd", district="Rushcliffe", beds=30, ratings=POOR, place=(0, 0)
)
GOOD = Standing(
    "good", "Larkmeadow", NURSING, "p1", "Lark Ltd", district="Rushcliffe", beds=28, place=(0, 1609),
    ratings={OVERALL: Rating.GOOD, SAFE: Rating.GOOD}, rated_on=date(2019, 6, 3),
)  # fmt: skip


def find(*others: Standing, of: Standing = ELM, **more: object) -> Found:
    return find_buddies(of, others, today=TODAY, **more)


def names(*others: Standing, **more: object) -> list[str]:
    return [one.service.id for one in find(*others, **more).candidates]


# --- who is left out --------------------------------------------------------------------------------------


def test_a_good_service_nearby_of_another_company_is_offered_with_its_reasons() -> None:
    (one,) = find(replace(GOOD, last_came=date(2019, 9, 10), shared=("Medicines",), buddy_to=1)).candidates
    assert one.reasons == (
        "Rated Good overall, published 3 June 2019",
        "Good or better in Safe, where Elm Lodge falls short",
        "Not known to be Good in Well-led, where Elm Lodge falls short too",
        "1.0 miles away in a straight line",
        "Has shared good practice: Medicines",
        "Came to a forum on 10 September 2019",
        "Of similar size: 28 beds, here 30",
        "Buddy to 1 other service now",
    )


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"current": False}, WhyNot.NOT_CURRENT),
        ({"provider_id": "p0"}, WhyNot.SAME_COMPANY),
        ({"brand": " rose GROUP "}, WhyNot.SAME_COMPANY),
        ({"ratings": {OVERALL: Rating.REQUIRES_IMPROVEMENT}}, WhyNot.NOT_WELL_RATED),
        ({"ratings": {}}, WhyNot.NOT_WELL_RATED),
        *(({"contract": status}, WhyNot.CONTRACT) for status in BARRING),
        ({"buddy_to": 2}, WhyNot.BUSY),
        ({"place": None}, WhyNot.NO_POSTCODE),
        ({"place": (0, int(15.01 * METRES_IN_A_MILE))}, WhyNot.TOO_FAR),
        ({"place": (0, int(15 * METRES_IN_A_MILE))}, None),
        ({"contract": ContractStatus.ACTIVE}, None),
        ({"ratings": {OVERALL: Rating.OUTSTANDING}}, None),
        ({"brand": ""}, None),
    ],
)
def test_each_reason_against_a_service(changes: dict, why: WhyNot | None) -> None:
    of = replace(ELM, brand="Rose Group")
    assert why_not(of, replace(GOOD, **changes), BuddyLimits(), frozenset()) is why


def test_its_own_buddies_are_not_offered_again() -> None:
    found = find(GOOD, paired=frozenset({"good"}))
    assert (found.candidates, found.counts) == ((), {WhyNot.BUDDY_ALREADY: 1})


def test_other_kinds_and_the_service_itself_are_not_looked_at() -> None:
    assert find(ELM, replace(GOOD, kind=ServiceKind.HOME_CARE)).considered == 0


def test_only_the_contract_is_an_exempt_reason() -> None:
    assert [why for why in WhyNot if why.is_exempt] == [WhyNot.CONTRACT]


def test_the_limits_are_the_office_s() -> None:
    far = replace(GOOD, place=(0, 30_000), buddy_to=2)
    assert names(far) == [] and names(far, limits=BuddyLimits(miles=19, most_pairs=3)) == ["good"]


def test_without_its_postcode_those_of_its_district_are_offered_and_that_is_said() -> None:
    elsewhere = replace(GOOD, id="else", district="Mansfield")
    found = find(GOOD, elsewhere, of=replace(ELM, place=None))
    assert [(one.service.id, one.miles) for one in found.candidates] == [("good", None)]
    assert "In the same district, Rushcliffe; the distance is not known" in found.candidates[0].reasons
    assert "The postcode of Elm Lodge is not known" in found.notes[0]
    nowhere = find(GOOD, of=replace(ELM, place=None, district=""))
    assert nowhere.candidates == () and "nobody is offered" in nowhere.notes[0]


# --- the order --------------------------------------------------------------------------------------------


def test_the_order_is_that_of_the_sort_keys_said() -> None:
    both = {OVERALL: Rating.GOOD, SAFE: Rating.GOOD, WELL_LED: Rating.GOOD}
    plain = replace(GOOD, beds=None)
    ranked = [
        replace(plain, id="both", ratings=both, place=(0, 20_000)),
        replace(
            plain, id="outstanding", ratings=GOOD.ratings | {OVERALL: Rating.OUTSTANDING}, place=(0, 19_000)
        ),
        replace(plain, id="shared", shared=("Activities",), place=(0, 18_000)),
        replace(plain, id="came", last_came=TODAY - timedelta(days=364), place=(0, 17_000)),
        replace(plain, id="size", beds=15, place=(0, 16_000)),
        replace(plain, id="near", place=(0, 100)),
        replace(plain, id="far", last_came=TODAY - timedelta(days=366), place=(0, 15_000)),
    ]
    assert names(*reversed(ranked)) == [one.id for one in ranked]
    assert order_words(ELM, "Medicines") == (
        "In the order of: in how many of the key questions in which Elm Lodge falls short (Safe and Well-led) it is "
        "Good or Outstanding, the most first; then Outstanding before Good; then those that have shared good practice "
        "on “Medicines”; then those that came to a forum in the last 12 months; then those of similar size; then the "
        "nearest first; then name. There is no score."
    )


def test_a_theme_prefers_those_that_shared_something_on_it() -> None:
    other, wanted = (
        replace(GOOD, id=theme, shared=(theme,), place=(0, metres))
        for theme, metres in (("Pets", 1), ("Medicines", 9))
    )
    assert names(other, wanted) == ["Pets", "Medicines"]
    assert names(other, wanted, theme="medicines") == ["Medicines", "Pets"]


def test_a_service_that_falls_short_in_nothing_known_says_so() -> None:
    found = find(GOOD, of=replace(ELM, ratings={OVERALL: Rating.INADEQUATE}))
    assert "No key question in which Elm Lodge falls short is recorded." in found.notes
    assert "key question" not in found.order_words


# --- small rules ------------------------------------------------------------------------------------------


def test_miles_are_those_of_the_national_grid() -> None:
    assert miles_between((0, 0), (3 * 1609344, 4 * 1609344)) == pytest.approx(5000)
    assert miles_between(None, (0, 0)) is None
    assert (miles_words(4.25), miles_words(0.04), miles_words(14)) == ("4.2 miles", "0.0 miles", "14.0 miles")


@pytest.mark.parametrize("brand", [" Care  UK ", "CARE UK", "Care-UK", "Care\u00a0UK"])
def test_a_brand_is_the_same_however_it_is_written(brand: str) -> None:
    assert same_company(replace(ELM, brand="Care UK"), replace(GOOD, brand=brand))


def test_two_without_a_brand_are_not_one_company() -> None:
    assert not same_company(ELM, GOOD)


@pytest.mark.parametrize(
    ("one", "other", "similar"),
    [(10, 20, True), (10, 21, False), (20, 10, True), (None, 10, False), (0, 0, False)],
)
def test_sizes_are_similar_up_to_twice(one: int | None, other: int | None, similar: bool) -> None:
    assert is_similar_size(one, other) is similar


# --- for any register -------------------------------------------------------------------------------------

RATINGS = st.dictionaries(st.sampled_from(KeyQuestion), st.sampled_from(Rating))
SERVICES = st.builds(
    Standing,
    id=st.text("abcdef", min_size=1, max_size=4),
    name=st.sampled_from(["Ash", "ash", "Elm", "Oak", "Öak"]),
    kind=st.sampled_from([NURSING, NURSING, ServiceKind.HOME_CARE]),
    provider_id=st.sampled_from(["p0", "p1", "p2", "p3"]),
    provider=st.just("Ltd"),
    brand=st.sampled_from(["", "", "Rose"]),
    district=st.sampled_from(["", "Rushcliffe", "Mansfield"]),
    beds=st.none() | st.integers(0, 90),
    ratings=RATINGS,
    rated_on=st.none() | st.dates(date(2015, 1, 1), TODAY),
    place=st.none() | st.tuples(st.integers(0, 40_000), st.integers(0, 40_000)),
    current=st.booleans(),
    contract=st.sampled_from(ContractStatus),
    buddy_to=st.integers(0, 3),
    last_came=st.none() | st.dates(date(2017, 1, 1), TODAY),
    shared=st.lists(st.sampled_from(["Medicines", "Pets"]), unique=True).map(tuple),
)
REGISTERS = st.lists(SERVICES, max_size=25, unique_by=lambda one: one.id)


@given(SERVICES, REGISTERS, st.randoms(use_true_random=False), st.sampled_from(["", "Pets"]))
def test_everybody_of_the_kind_is_offered_or_left_out_once_in_one_order_with_reasons(
    of: Standing, others: list[Standing], random: object, theme: str
) -> None:
    found = find(*others, of=of, theme=theme)
    shuffled = list(others)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert find(*shuffled, of=of, theme=theme) == found
    looked_at = [one.id for one in others if one.kind is of.kind and one.id != of.id]
    offered = [one.service.id for one in found.candidates]
    assert Counter(offered + [one.service.id for one in found.left_out]) == Counter(looked_at)
    assert sum(found.counts.values()) == len(found.left_out) == found.considered - len(offered)
    for one in found.candidates:
        assert one.reasons[0].startswith("Rated ") and len(one.reasons) >= 2 and all(one.reasons)
        assert one.service.overall in WELL_RATED and one.service.contract not in BARRING
        assert one.service.buddy_to < 2 and one.service.current and not same_company(of, one.service)
        assert one.miles is None if of.place is None else one.miles is not None and one.miles <= 15


@given(SERVICES, REGISTERS)
def test_a_candidate_never_stands_before_one_that_is_good_in_more_of_what_is_wanted(
    of: Standing, others: list[Standing]
) -> None:
    better = [len(one.better_in) for one in find(*others, of=of).candidates]
    assert better == sorted(better, reverse=True)
    assert all(set(one.better_in) <= set(of.falls_short_in) for one in find(*others, of=of).candidates)
