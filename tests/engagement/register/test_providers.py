from datetime import UTC, date, datetime

import pytest

from engagement.register.contacts import add_contact, archive_contact, contacts_of
from engagement.register.contracts import set_contract_status
from engagement.register.notes import write_note
from engagement.register.providers import (
    add_provider,
    archive_provider,
    edit_provider,
    find_providers,
    provider,
    provider_by_cqc_id,
    provider_summary,
    restore_provider,
)
from engagement.register.ratings import record_rating
from engagement.register.services import add_service, archive_service, move_service, services_of
from engagement.register.vocabulary import ContractStatus, OrganisationKind, Rating, ServiceKind
from resources.database import history
from resources.problem import FieldProblem, Problem
from tests.engagement.register.actions import actions

TODAY = date(2019, 12, 9)


NOW = datetime(2019, 12, 9, 10, tzinfo=UTC)


def test_a_provider_is_added_changed_and_found_by_its_cqc_number(db):
    added = add_provider(db, name=" Invented Care ", cqc_provider_id="1-101", postcode="ng27qp")
    assert (added.name, added.cqc_provider_id, added.postcode) == ("Invented Care", "1-101", "NG2 7QP")
    changed = edit_provider(db, added.id, name="Invented Care Ltd", brand="Invented")
    assert provider_by_cqc_id(db, " 1-101 ") == changed == provider(db, added.id)
    assert edit_provider(db, added.id) == changed
    assert actions(db) == ["Changed Invented Care", "Added Invented Care"]


@pytest.mark.parametrize(
    ("facts", "field", "sentence"),
    [
        ({"name": "  "}, "name", "Name: nothing was entered. Type something here."),
        (
            {"name": "A", "postcode": "NG2"},
            "postcode",
            "Postcode: “NG2” is not a whole postcode. Write it like NG2 7QP, or leave it empty.",
        ),
        (
            {"name": "A", "cqc_provider_id": "1-1"},
            "cqc_provider_id",
            "CQC Provider ID: 1-1 belongs to First. Check the number, or open First instead.",
        ),
    ],
)
def test_what_cannot_be_kept_is_said_of_its_field_and_nothing_is_written(db, facts, field, sentence):
    first = add_provider(db, name="First", cqc_provider_id="1-1")
    with pytest.raises(FieldProblem) as caught:
        add_provider(db, **facts)
    assert (caught.value.field, caught.value.sentence) == (field, sentence)
    assert edit_provider(db, first.id, cqc_provider_id="1-1") == first
    assert len(actions(db)) == 1


def test_a_provider_is_archived_and_restored_with_what_was_in_use(db):
    firm = add_provider(db, name="Invented Care").id
    in_use, away = (
        add_service(db, firm, name=name, kind=ServiceKind.DAY_CARE).id for name in ("In use", "Away")
    )
    archive_service(db, away, today=date(2018, 1, 1))
    person, left = (add_contact(db, firm, name=name).id for name in ("Ann", "Ben"))
    archive_contact(db, left, today=date(2018, 1, 1))
    before = list(history.logical_dump(db))

    assert archive_provider(db, firm, today=TODAY).archived_on == TODAY
    assert actions(db)[0] == "Archived Invented Care and 1 service"
    assert services_of(db, firm) == [] and contacts_of(db, provider=firm) == []
    with pytest.raises(Problem, match="Invented Care is archived already"):
        archive_provider(db, firm, today=TODAY)

    assert restore_provider(db, firm).archived_on is None
    assert [service.id for service in services_of(db, firm)] == [in_use]
    assert [contact.id for contact in contacts_of(db, provider=firm)] == [person]
    with pytest.raises(Problem, match="Invented Care is not archived"):
        restore_provider(db, firm)
    assert list(history.logical_dump(db)) == before
    history.undo(db)
    history.undo(db)
    assert list(history.logical_dump(db)) == before


def test_the_summary_has_services_with_rating_and_contract_contacts_and_notes(db):
    firm = add_provider(db, name="Invented Care").id
    rated, other = (
        add_service(db, firm, name=name, kind=ServiceKind.NURSING_HOME) for name in ("Able", "Best")
    )
    rating = record_rating(db, rated.id, Rating.GOOD, date(2019, 1, 1), today=TODAY)
    status = set_contract_status(db, rated.id, ContractStatus.ACTIVE, date(2018, 1, 1), today=TODAY)
    person = add_contact(db, firm, name="Ann")
    first = write_note(db, firm, "Met the owner.", now=datetime(2019, 1, 1, tzinfo=UTC))
    second = write_note(db, firm, "Visited.", now=NOW, service=rated.id)

    summary = provider_summary(db, firm, TODAY)
    assert [(line.service, line.rating, line.contract) for line in summary.services] == [
        (rated, rating, status),
        (other, None, None),
    ]
    assert summary.contacts == (person,) and summary.notes == (second, first)
    assert summary.provider == provider(db, firm) and summary.last_change is not None


# --- organisations that are no care providers -------------------------------------------------------------


def test_an_organisation_is_a_care_provider_unless_something_else_is_said(db):
    assert add_provider(db, name="Invented Care").is_care_provider
    partner = add_provider(db, name="Sample Board", organisation=OrganisationKind.PARTNER)
    assert (partner.organisation, partner.is_care_provider) == (OrganisationKind.PARTNER, False)
    assert edit_provider(db, partner.id, organisation="Council").organisation is OrganisationKind.COUNCIL
    assert edit_provider(db, partner.id, phone="01").organisation is OrganisationKind.COUNCIL


def test_organisations_are_found_by_what_they_are(db):
    add_provider(db, name="Sample Care")
    partner = add_provider(db, name="Sample Board", organisation=OrganisationKind.PARTNER)
    assert len(find_providers(db, "sample")) == 2
    assert find_providers(db, "sample", organisations=[OrganisationKind.PARTNER]) == [partner]


def test_only_care_providers_run_services(db):
    partner = add_provider(db, name="Sample Board", organisation=OrganisationKind.PARTNER)
    with pytest.raises(
        Problem, match="Sample Board is kept as “Partner organisation”, and only care providers run"
    ):
        add_service(db, partner.id, name="Teacup House", kind=ServiceKind.HOME_CARE)
    care = add_provider(db, name="Invented Care")
    run = add_service(db, care.id, name="Teacup House", kind=ServiceKind.HOME_CARE)
    with pytest.raises(Problem, match="only care providers run services"):
        move_service(db, run.id, partner.id)
    with pytest.raises(FieldProblem, match="it runs 1 service, so it is a care provider") as refused:
        edit_provider(db, care.id, organisation=OrganisationKind.GROUP)
    assert refused.value.field == "organisation"


def test_what_cqc_registers_is_a_care_provider(db):
    for facts in ({"cqc_provider_id": "1-7"}, {"cqc_provider_id": "1-7", "phone": "01"}):
        with pytest.raises(FieldProblem, match="it has the CQC Provider ID 1-7, so it is a care provider"):
            add_provider(db, name="Sample Board", organisation=OrganisationKind.PARTNER, **facts)
    partner = add_provider(db, name="Sample Board", organisation=OrganisationKind.PARTNER)
    with pytest.raises(FieldProblem, match="CQC Provider ID 1-7"):
        edit_provider(db, partner.id, cqc_provider_id="1-7")
    changed = edit_provider(
        db, partner.id, cqc_provider_id="1-7", organisation=OrganisationKind.CARE_PROVIDER
    )
    assert changed.is_care_provider
