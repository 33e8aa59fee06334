"""What somebody agreed to, and what it means that they did not."""

from datetime import date, timedelta

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from workforce.iwork.people.consents import (
    Consent,
    ConsentStanding,
    consent,
    consents_of,
    consents_of_all,
    give_consents,
    holds_until,
    remove_consent,
    standing,
    standings,
    withdraw_consent,
    without,
)
from workforce.iwork.people.people import add_person
from workforce.iwork.vocabulary import ConsentScope

TODAY = date(2026, 11, 23)
MATCHING, SHARE = ConsentScope.MATCHING, ConsentScope.SHARE


def one(given: date, until: date | None = None, withdrawn: date | None = None) -> Consent:
    """A yes to be matched."""
    return Consent("c", "p", MATCHING, given, until, "", "", withdrawn, "", "")


@pytest.fixture
def person_id(vault: Database) -> str:
    return add_person(vault, "Ada", date(2026, 1, 5), today=TODAY, family_name="Example").id


def test_how_it_stands_on_a_day() -> None:
    spring, summer = date(2026, 3, 1), date(2026, 6, 1)
    assert standing([], MATCHING, TODAY) is ConsentStanding.NOT_ASKED
    assert standing([one(spring)], SHARE, TODAY) is ConsentStanding.NOT_ASKED
    assert standing([one(spring)], MATCHING, TODAY) is ConsentStanding.GIVEN
    assert standing([one(spring, until=TODAY)], MATCHING, TODAY) is ConsentStanding.GIVEN
    assert standing([one(spring, until=summer)], MATCHING, TODAY) is ConsentStanding.RAN_OUT
    assert standing([one(spring, withdrawn=TODAY)], MATCHING, TODAY) is ConsentStanding.WITHDRAWN
    assert standing([one(spring, withdrawn=summer), one(TODAY)], MATCHING, TODAY) is ConsentStanding.GIVEN
    assert standing([one(TODAY + timedelta(days=1))], MATCHING, TODAY) is not ConsentStanding.GIVEN


def test_until_when_a_yes_holds() -> None:
    spring, autumn = date(2026, 3, 1), date(2026, 12, 1)
    assert holds_until([], MATCHING, TODAY) is None
    assert holds_until([one(spring, until=autumn)], MATCHING, TODAY) == autumn
    assert holds_until([one(spring, until=autumn), one(spring)], MATCHING, TODAY) is None


def test_a_yes_is_kept_with_how_it_was_given(vault: Database, person_id: str) -> None:
    [made] = give_consents(vault, person_id, [MATCHING], TODAY, today=TODAY, how="Signed, easy-read form",
                        told_to="Casey Sample", until_on=date(2027, 11, 23))  # fmt: skip
    assert consent(vault, made.id) == made and consents_of(vault, person_id) == [made]
    assert consents_of_all(vault) == {person_id: [made]}
    assert history.entries(vault)[0].action == "IW-001 agreed"
    assert standings(consents_of(vault, person_id), TODAY)[MATCHING] is ConsentStanding.GIVEN


def test_several_are_one_change(vault: Database, person_id: str) -> None:
    before = len(history.entries(vault))
    assert len(give_consents(vault, person_id, [MATCHING, SHARE, MATCHING], TODAY, today=TODAY)) == 2
    assert len(history.entries(vault)) == before + 1
    with pytest.raises(FieldProblem, match="Nothing was chosen"):
        give_consents(vault, person_id, [], TODAY, today=TODAY)


def test_taking_back_ends_every_yes_that_counts(vault: Database, person_id: str) -> None:
    give_consents(vault, person_id, [MATCHING], date(2026, 2, 1), today=TODAY)
    give_consents(vault, person_id, [MATCHING], date(2026, 5, 1), today=TODAY)
    held = withdraw_consent(vault, person_id, MATCHING, on=TODAY, today=TODAY, reason="Wants a rest")
    assert {one.withdrawn_on for one in held} == {TODAY}
    assert standing(held, MATCHING, TODAY) is ConsentStanding.WITHDRAWN
    with pytest.raises(Problem, match="that could be taken back"):
        withdraw_consent(vault, person_id, MATCHING, on=TODAY, today=TODAY)


def test_days_that_cannot_be_are_refused(vault: Database, person_id: str) -> None:
    with pytest.raises(FieldProblem, match="still to come"):
        give_consents(vault, person_id, [MATCHING], TODAY + timedelta(days=1), today=TODAY)
    with pytest.raises(FieldProblem, match="Give a later day"):
        give_consents(vault, person_id, [MATCHING], TODAY, today=TODAY, until_on=TODAY - timedelta(days=1))
    give_consents(vault, person_id, [MATCHING], TODAY, today=TODAY)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(FieldProblem, match="Taken back on"):
            withdraw_consent(vault, person_id, MATCHING, on=day, today=TODAY)


def test_one_entered_by_mistake_is_removed(vault: Database, person_id: str) -> None:
    [made] = give_consents(vault, person_id, [MATCHING], TODAY, today=TODAY)
    remove_consent(vault, made.id)
    assert consents_of(vault, person_id) == []
    with pytest.raises(LookupError):
        consent(vault, made.id)


def test_every_scope_says_what_its_absence_means() -> None:
    assert len({without(scope) for scope in ConsentScope}) == len(ConsentScope)
