from dataclasses import replace
from datetime import date

import pytest

from engagement.register.contacts import (
    Contact,
    add_contact,
    archive_contact,
    contact,
    contacts_of,
    edit_contact,
    may_be_invited,
    move_contact,
    restore_contact,
    withdraw_consent,
)
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ConsentBasis, ContactRole, ServiceKind
from resources.database import history
from resources.problem import FieldProblem, Problem

TODAY = date(2019, 12, 9)
ANN = Contact(
    "1", "2", None, "Ann", ContactRole.OWNER, "ann@example.org", "", ConsentBasis.EMAIL_OPT_IN, None, "", None
)


@pytest.mark.parametrize(
    ("facts", "allowed", "reason"),
    [
        ({}, True, "Agreed by email."),
        ({"email": ""}, True, "Agreed by email; no e-mail address, so by letter or telephone."),
        ({"consent": ConsentBasis.WITHDRAWN}, False, "Ann asked not to be contacted."),
        ({"consent": ConsentBasis.NOT_RECORDED}, False, "How Ann agreed to be contacted is not recorded."),
        ({"archived_on": TODAY}, False, "Ann is archived."),
        ({"archived_on": TODAY, "consent": ConsentBasis.WITHDRAWN}, False, "Ann is archived."),
    ],
)
def test_who_may_be_invited_and_why(facts, allowed, reason):
    answer = may_be_invited(replace(ANN, **facts))
    assert (bool(answer), answer.reason) == (allowed, reason)


@pytest.fixture
def firm(db):
    return add_provider(db, name="Invented Care").id


def test_a_contact_is_added_changed_archived_and_restored(db, firm):
    ann = add_contact(db, firm, name="Ann", role="Owner or director", consent_on="2019-01-02")
    assert (ann.role, ann.consent, ann.consent_on) == (
        ContactRole.OWNER,
        ConsentBasis.NOT_RECORDED,
        date(2019, 1, 2),
    )
    changed = edit_contact(db, ann.id, email=" ann@example.org ", consent=ConsentBasis.AGREED_AT_FORUM)
    assert changed == replace(ann, email="ann@example.org", consent=ConsentBasis.AGREED_AT_FORUM)
    withdrawn = withdraw_consent(db, ann.id, today=TODAY)
    assert (withdrawn.consent, withdrawn.consent_on) == (ConsentBasis.WITHDRAWN, TODAY)
    archive_contact(db, ann.id, today=TODAY)
    assert contacts_of(db, provider=firm) == []
    assert [each.id for each in contacts_of(db, provider=firm, archived=True)] == [ann.id]
    with pytest.raises(Problem, match="Ann is archived already"):
        archive_contact(db, ann.id, today=TODAY)
    assert restore_contact(db, ann.id) == withdrawn
    with pytest.raises(Problem, match="Ann is not archived"):
        restore_contact(db, ann.id)
    assert [entry.action for entry in history.entries(db)] == [
        "Restored Ann", "Archived Ann", "Ann asked not to be contacted", "Changed Ann", "Added Ann",
        "Added Invented Care",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "Ann", "email": "ann.example.org"}, "email"),
        ({"name": "Ann", "email": "ann@example"}, "email"),
        ({"name": "Ann", "role": "Cook"}, "role"),
        ({"name": "Ann", "service_id": "nowhere"}, "service_id"),
    ],
)
def test_what_cannot_be_kept_is_said_of_its_field(db, firm, facts, field):
    with pytest.raises(FieldProblem) as caught:
        add_contact(db, firm, **facts)
    assert caught.value.field == field and contacts_of(db, provider=firm) == []


def test_a_contact_works_at_its_own_providers_services_and_may_move(db, firm):
    other = add_provider(db, name="Other Care").id
    home = add_service(db, firm, name="Rosewood House", kind=ServiceKind.NURSING_HOME).id
    ann = add_contact(db, firm, name="Ann", service_id=home)
    assert contacts_of(db, service=home) == [ann]
    with pytest.raises(FieldProblem, match="Rosewood House is another provider’s service"):
        move_contact(db, ann.id, other, service=home)
    moved = move_contact(db, ann.id, other)
    assert (moved.provider_id, moved.service_id) == (other, None)
    assert history.next_undo(db).action == "Moved Ann to Other Care"
    history.undo(db)
    assert contact(db, ann.id) == ann


def test_a_providers_contacts_are_found_by_their_index(db):
    firm = add_provider(db, name="Invented Care").id
    asked = []
    db.conn.set_trace_callback(asked.append)
    contacts_of(db, provider=firm)
    contacts_of(db, service="a")
    db.conn.set_trace_callback(None)
    plans = [" ".join(str(step[3]) for step in db.rows(f"explain query plan {sql}")) for sql in asked]
    assert "contact_by_provider" in plans[0] and "contact_by_service" in plans[1]
