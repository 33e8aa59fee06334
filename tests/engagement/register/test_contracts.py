from datetime import UTC, date, datetime, timedelta

import pytest

from engagement.register.contracts import (
    EXEMPTION,
    add_past_status,
    contract_history,
    contracts_on,
    correct,
    counts_on,
    exempt_terms,
    remove_status,
    set_contract_status,
    status_on,
)
from engagement.register.duplicates import MergeRules, merge_services
from engagement.register.providers import add_provider
from engagement.register.services import add_service, archive_service, edit_service
from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.database import history
from resources.problem import FieldProblem
from resources.report.leak_gate import ExemptTerm

ACTIVE, NOTICE = ContractStatus.ACTIVE, ContractStatus.IMPROVEMENT_NOTICE
SUSPENDED, TERMINATED, NONE = ContractStatus.SUSPENDED, ContractStatus.TERMINATED, ContractStatus.NONE
TODAY = date(2019, 12, 9)
APRIL, JUNE, SEPTEMBER = date(2018, 4, 1), date(2019, 6, 3), date(2019, 9, 1)


@pytest.fixture
def firm(db):
    return add_provider(db, name="Invented Care").id


@pytest.fixture
def home(db, firm):
    return add_service(db, firm, name="Rosewood House", kind=ServiceKind.NURSING_HOME).id


def test_a_status_ends_the_day_the_next_begins(db, home):
    for status, day in ((ACTIVE, APRIL), (SUSPENDED, JUNE), (ACTIVE, SEPTEMBER)):
        set_contract_status(db, home, status, day, "Why", today=TODAY)
    assert [period.words for period in contract_history(db, home)] == [
        "Active since 1 September 2019",
        "Suspended from 3 June 2019 to 31 August 2019",
        "Active from 1 April 2018 to 2 June 2019",
    ]
    day = timedelta(days=1)
    assert [status_on(db, home, on) for on in (APRIL - day, APRIL, JUNE - day, JUNE, SEPTEMBER - day, TODAY)] == [
        NONE, ACTIVE, ACTIVE, SUSPENDED, SUSPENDED, ACTIVE,
    ]  # fmt: skip
    assert [entry.action for entry in history.entries(db)][:3] == [
        "Made the contract of Rosewood House active again",
        "Suspended the contract of Rosewood House",
        "Began the contract of Rosewood House",
    ]


def test_a_contract_ends_without_leaving_a_status(db, home):
    set_contract_status(db, home, ACTIVE, APRIL, today=TODAY)
    assert set_contract_status(db, home, NONE, JUNE, today=TODAY) is None
    assert status_on(db, home, JUNE) is NONE and contracts_on(db, APRIL)[home].until_on == JUNE
    history.undo(db)
    assert status_on(db, home, JUNE) is ACTIVE


@pytest.mark.parametrize(
    ("status", "day", "field"),
    [
        (ACTIVE, SEPTEMBER, "status"),  # active already
        (SUSPENDED, JUNE, "from_on"),  # the day that the present one began
        (SUSPENDED, APRIL, "from_on"),
        (SUSPENDED, TODAY + timedelta(days=1), "from_on"),
    ],
)
def test_a_status_that_does_not_follow_is_refused(db, home, status, day, field):
    set_contract_status(db, home, ACTIVE, JUNE, today=TODAY)
    with pytest.raises(FieldProblem) as caught:
        set_contract_status(db, home, status, day, today=TODAY)
    assert caught.value.field == field and len(contract_history(db, home)) == 1


def test_ending_a_contract_that_is_not_there_is_refused(db, home):
    with pytest.raises(FieldProblem, match="there is no contract at Rosewood House already"):
        set_contract_status(db, home, NONE, JUNE, today=TODAY)


def test_an_earlier_status_fits_between_and_a_wrong_one_is_corrected_or_removed(db, home):
    now = set_contract_status(db, home, ACTIVE, SEPTEMBER, today=TODAY)
    past = add_past_status(db, home, SUSPENDED, JUNE, SEPTEMBER, "Staffing", today=TODAY)
    for begins, ends in ((APRIL, SEPTEMBER), (JUNE, TODAY), (JUNE, JUNE), (JUNE, APRIL)):
        with pytest.raises(FieldProblem):
            add_past_status(db, home, ACTIVE, begins, ends, today=TODAY)
    with pytest.raises(FieldProblem, match="overlap another entry"):
        correct(db, now.id, from_on=JUNE, today=TODAY)
    with pytest.raises(FieldProblem, match="overlap another entry"):
        correct(db, past.id, still=True, today=TODAY)
    with pytest.raises(FieldProblem, match="after today"):
        correct(db, now.id, from_on=TODAY + timedelta(days=1), today=TODAY)
    corrected = correct(db, past.id, status=NOTICE, from_on=APRIL, reason="Records", today=TODAY)
    assert (corrected.status, corrected.from_on, corrected.until_on) == (NOTICE, APRIL, SEPTEMBER)
    assert corrected.reason == "Records"
    remove_status(db, corrected.id)
    assert contract_history(db, home) == [now]
    assert history.next_undo(db).action == "Removed an entry from Rosewood House's contract history"


def test_a_past_status_has_ended_by_today(db, home):
    tomorrow, later = TODAY + timedelta(days=1), TODAY + timedelta(days=2)
    for begins, ends, field in ((JUNE, tomorrow, "until_on"), (tomorrow, later, "from_on")):
        with pytest.raises(FieldProblem, match="after today") as caught:
            add_past_status(db, home, SUSPENDED, begins, ends, today=TODAY)
        assert caught.value.field == field
    assert add_past_status(db, home, SUSPENDED, JUNE, TODAY, today=TODAY).until_on == TODAY


def test_how_many_are_suspended_is_public_and_counted_as_at_a_day(db, firm):
    homes = [
        add_service(db, firm, name=f"Home {number}", kind=kind).id
        for number, kind in enumerate([ServiceKind.NURSING_HOME] * 3 + [ServiceKind.HOME_CARE] * 2)
    ]
    for key in homes:
        set_contract_status(db, key, ACTIVE, APRIL, today=TODAY)
    set_contract_status(db, homes[0], SUSPENDED, JUNE, today=TODAY)
    set_contract_status(db, homes[3], TERMINATED, JUNE, today=TODAY)
    archive_service(db, homes[4], today=SEPTEMBER)
    assert counts_on(db, APRIL).numbers == {ACTIVE: 5, NOTICE: 0, SUSPENDED: 0, TERMINATED: 0}
    counts = counts_on(db, SEPTEMBER)
    assert counts.numbers == {ACTIVE: 2, NOTICE: 0, SUSPENDED: 1, TERMINATED: 1} and counts.with_contract == 3
    care_homes = (ServiceKind.NURSING_HOME, ServiceKind.RESIDENTIAL_HOME)
    assert counts_on(db, SEPTEMBER, kinds=care_homes).numbers == {
        ACTIVE: 2, NOTICE: 0, SUSPENDED: 1, TERMINATED: 0,
    }  # fmt: skip


def test_the_names_of_those_in_trouble_now_or_ever_are_exempt(db, firm, home):
    other = add_service(
        db, firm, name="Elm View", also_known_as="The Elms|Elm Lodge", kind=ServiceKind.NURSING_HOME
    ).id
    well = add_service(db, firm, name="Oak View", kind=ServiceKind.NURSING_HOME).id
    for key in (home, other, well):
        set_contract_status(db, key, ACTIVE, APRIL, today=TODAY)
    set_contract_status(db, home, SUSPENDED, JUNE, today=TODAY)
    set_contract_status(db, home, ACTIVE, SEPTEMBER, today=TODAY)
    set_contract_status(db, other, NOTICE, JUNE, today=TODAY)
    assert exempt_terms(db) == [
        ExemptTerm("Elm View", "improvement notice"),
        ExemptTerm("The Elms", "improvement notice"),
        ExemptTerm("Elm Lodge", "improvement notice"),
        ExemptTerm("Rosewood House", "contract suspended"),
    ]
    assert EXEMPTION.paragraph == 3


def names_of(db):
    return [term.text for term in exempt_terms(db)]


def test_a_former_name_stays_exempt_and_one_taken_back_does_not(db, home):
    set_contract_status(db, home, SUSPENDED, JUNE, today=TODAY)
    edit_service(db, home, also_known_as="Rosewood|The Rosery")
    edit_service(db, home, name="Sunny Bank", also_known_as="")
    edit_service(db, home, name="Sunny Bonk")
    history.undo(db)
    assert names_of(db) == ["Sunny Bank", "Rosewood House", "Rosewood", "The Rosery"]
    history.undo(db)
    assert names_of(db) == ["Rosewood House", "Rosewood", "The Rosery"]
    history.redo(db)
    edit_service(db, home, name="Hill View")
    assert names_of(db) == ["Hill View", "Rosewood House", "Rosewood", "The Rosery", "Sunny Bank"]


def test_the_earlier_names_of_other_services_are_not_exempt(db, firm, home):
    other = add_service(db, firm, name="Elm View", kind=ServiceKind.NURSING_HOME).id
    edit_service(db, other, name="Elm Court")
    set_contract_status(db, home, SUSPENDED, JUNE, today=TODAY)
    assert names_of(db) == ["Rosewood House"]


def test_the_former_names_of_a_service_merged_into_another_stay_exempt(db, firm, home):
    keep = add_service(db, firm, name="Elm View", kind=ServiceKind.NURSING_HOME).id
    edit_service(db, home, name="Hill View")
    set_contract_status(db, home, SUSPENDED, JUNE, today=TODAY)
    merge_services(db, keep, home, rules=MergeRules(), now=datetime(2019, 12, 9, 10, tzinfo=UTC))
    assert set(names_of(db)) == {"Elm View", "Hill View", "Rosewood House"}
    history.undo(db)
    assert names_of(db) == ["Hill View", "Rosewood House"]
