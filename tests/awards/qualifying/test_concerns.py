"""What speaks against a nominee, sentence by sentence."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from awards.qualifying.checks import CheckedPoint, EntryCheck
from awards.qualifying.concerns import Concern, ConcernKind, Qualified, RegisterFacts, concerns
from awards.vocabulary import CheckAnswer, NomineeKind
from engagement.register.vocabulary import ContractStatus, Rating

TODAY = date(2026, 9, 1)
PLACE = RegisterFacts(
    service="Wren Court", provider="Wren Care", contract=ContractStatus.ACTIVE, rating=Rating.GOOD,
    rated_on=date(2024, 5, 1), authority="Nottinghamshire",
)  # fmt: skip
CLEAR = Qualified(
    "Ada Example", NomineeKind.INDIVIDUAL, TODAY, opened_on=date(2026, 5, 1), employed=True,
    employed_asked_on=date(2026, 6, 1), register=PLACE,
)  # fmt: skip


def of(**changed: object) -> list[Concern]:
    return list(concerns(replace(CLEAR, **changed)))  # type: ignore[arg-type]


def at(**changed: object) -> list[Concern]:
    return of(register=replace(PLACE, **changed))  # type: ignore[arg-type]


def said(found: list[Concern]) -> list[str]:
    return [one.sentence for one in found]


def test_nothing_speaks_against_somebody_employed_at_a_good_home() -> None:
    assert of() == []


def test_a_suspended_contract_stops_and_is_for_the_chair_alone() -> None:
    (found,) = at(contract=ContractStatus.SUSPENDED, contract_since=date(2026, 6, 3))
    assert found.sentence == "The council’s contract with Wren Court is suspended since 3 June 2026."
    assert found.stops and found.exempt and found.kind is ConcernKind.CONTRACT


def test_an_improvement_notice_is_worth_knowing_and_for_the_chair_alone() -> None:
    (found,) = at(contract=ContractStatus.IMPROVEMENT_NOTICE)
    assert found.sentence == "Wren Court is under an improvement notice." and found.exempt and not found.stops


def test_a_contract_is_terminated_on_a_day() -> None:
    (found,) = at(contract=ContractStatus.TERMINATED, contract_since=date(2026, 1, 2))
    assert found.sentence == "The council’s contract with Wren Court was terminated on 2 January 2026."
    assert found.stops and found.exempt


def test_no_contract_at_all_is_nothing_against_a_home() -> None:
    assert at(contract=ContractStatus.NONE) == []


def test_newly_inadequate_says_what_it_was_before() -> None:
    (found,) = at(rating=Rating.INADEQUATE, rated_on=date(2026, 6, 3), rating_before=Rating.GOOD)
    assert found.sentence == "CQC newly rated Wren Court Inadequate on 3 June 2026; before that it was Good."
    assert found.stops and not found.exempt


def test_inadequate_for_long_stops_too_and_is_not_new() -> None:
    (found,) = at(rating=Rating.INADEQUATE, rated_on=date(2023, 6, 3), rating_before=Rating.INADEQUATE)
    assert found.sentence == "CQC rated Wren Court Inadequate on 3 June 2023." and found.stops


def test_a_rating_that_newly_fell_is_worth_knowing() -> None:
    (found,) = at(
        rating=Rating.REQUIRES_IMPROVEMENT, rated_on=date(2026, 6, 3), rating_before=Rating.OUTSTANDING
    )
    assert not found.stops
    assert "Requires improvement on 3 June 2026; before that it was Outstanding." in found.sentence
    assert at(rating=Rating.REQUIRES_IMPROVEMENT, rating_before=Rating.GOOD) == []


def test_a_rating_after_one_that_was_none_is_no_fall() -> None:
    found = at(rating=Rating.REQUIRES_IMPROVEMENT, rated_on=date(2026, 6, 3), rating_before=Rating.NOT_RATED)
    assert found == [] and at(rating=Rating.NOT_RATED, rated_on=TODAY) == []


def test_closed_stops_and_dormant_does_not() -> None:
    (closed,) = at(closed_on=date(2026, 7, 1), dormant=True)
    assert closed.sentence == "Wren Court is closed, or archived, since 1 July 2026." and closed.stops
    (dormant,) = at(dormant=True)
    assert dormant.sentence == "CQC has Wren Court as dormant." and not dormant.stops


def test_a_place_outside_the_councils_area_is_said_with_whose_it_is() -> None:
    (found,) = at(in_area=False, authority="Derby")
    assert found.sentence == "Wren Court is in the area of Derby, not in the council’s own." and found.stops


def test_a_place_that_is_not_tied_is_said_in_the_nominators_words() -> None:
    (found,) = of(register=RegisterFacts(), place_told="Mum’s home in Ashfield")
    assert found.kind is ConcernKind.NOT_TIED and found.stops
    assert found.sentence.startswith("“Mum’s home in Ashfield” is not tied to the register")
    (bare,) = of(register=RegisterFacts())
    assert bare.sentence.startswith("Where they work is not tied")


def test_a_firm_without_a_service_is_worth_knowing() -> None:
    (found,) = of(register=RegisterFacts(provider="Wren Care"))
    assert not found.stops and found.sentence.startswith(
        "They are tied to Wren Care, and to none of its services"
    )


def test_employment_is_asked_answered_and_asked_since_the_round_opened() -> None:
    for changed, kind in (
        ({"employed": None, "employed_asked_on": None}, ConcernKind.NOT_ASKED),
        ({"employed": None}, ConcernKind.NOT_ANSWERED),
        ({"employed": False}, ConcernKind.LEFT),
        ({"employed_asked_on": date(2026, 4, 30)}, ConcernKind.ASKED_EARLY),
    ):
        (found,) = of(**changed)
        assert found.kind is kind and found.stops, kind
    assert of(employed_asked_on=date(2026, 4, 30), opened_on=None) == []


def test_a_team_and_a_service_are_not_asked_whether_they_are_employed() -> None:
    for kind in (NomineeKind.TEAM, NomineeKind.SERVICE):
        assert of(nominee_kind=kind, employed=None, employed_asked_on=None) == []


def test_voices_that_do_not_count_or_wait_or_are_too_long() -> None:
    assert of(voices=0)[0].kind is ConcernKind.NO_VOICE
    waiting, all_wait = of(voices=2, awaited=1)[0], of(voices=2, awaited=2)[0]
    assert not waiting.stops and all_wait.stops
    assert said(of(over_limit=1)) == [
        "A statement is longer than the limit, and nobody has decided whether the judges read all of it."
    ]


def test_the_checklist_open_and_found_against_them() -> None:
    no = EntryCheck("k", "e", "b", CheckAnswer.NO, "Ada", TODAY, "Works in Derby.")
    found = of(checklist=(CheckedPoint("a", "Named"), CheckedPoint("b", "In the area", no)))
    assert said(found) == [
        "1 point of the checklist was not looked at: “Named”.", "“In the area”: no. Works in Derby.",
    ]  # fmt: skip
    many = of(checklist=tuple(CheckedPoint(str(at), f"Point {at}") for at in range(5)))
    assert said(many) == [
        "5 points of the checklist were not looked at: “Point 0”, “Point 1”, “Point 2” and 2 more."
    ]


@given(
    st.sampled_from(list(ContractStatus)), st.sampled_from([None, *Rating]), st.sampled_from([None, *Rating]),
    st.dates(date(2020, 1, 1), TODAY), st.booleans(), st.booleans(), st.sampled_from(list(NomineeKind)),
)  # fmt: skip
def test_what_is_exempt_speaks_of_the_contract_and_nothing_else_does(
    contract: ContractStatus, rating: Rating | None, before: Rating | None, on: date, dormant: bool, near: bool,
    kind: NomineeKind,
) -> None:  # fmt: skip
    register = replace(PLACE, contract=contract, rating=rating, rating_before=before, rated_on=on, dormant=dormant,
                       in_area=near, authority="Derby")  # fmt: skip
    found = of(register=register, nominee_kind=kind)
    for one in found:
        speaks = any(word in one.sentence.lower() for word in ("contract with", "improvement notice"))
        assert one.exempt == speaks == (one.kind is ConcernKind.CONTRACT)
    assert any(one.exempt for one in found) == contract.is_exempt_when_named
    assert [one.stops for one in found] == sorted((one.stops for one in found), reverse=True)


def test_what_is_recorded_is_told_beside_the_point_that_asks_for_it() -> None:
    from awards.qualifying.concerns import Concern, ConcernKind, beside_point

    found = (
        Concern(ConcernKind.NOT_ASKED, "Nobody has asked."),
        Concern(ConcernKind.OVER_LIMIT, "It is longer."),
    )
    assert beside_point("The employer was asked whether they work there", found) == "Nobody has asked."
    assert beside_point("Its length was decided", found) == "It is longer."
    assert (
        beside_point("The right category", found) == "" and beside_point("Its length was decided", ()) == ""
    )
