"""Whom and what the gate knows: of every register, while it is open."""

from dataclasses import replace
from datetime import date

from awards.vocabulary import Consent
from desktop.committee.held_back import held_back
from desktop.committee.known import known, officers_among, people_terms
from engagement.register.contacts import add_contact
from engagement.register.contracts import set_contract_status
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.database import Database
from resources.report.committee.outline import Outline, PartText
from resources.report.committee.parts import Part
from resources.spans import Span
from tests.awards.gala import TODAY, Gala
from workforce.funding.projects.projects import ProjectDraft, add_project
from workforce.funding.projects.quotes import QuoteDraft, add_quote
from workforce.funding.vocabulary import QuoteConsent
from workforce.iwork.people.people import add_person
from workforce.training.learners import add_learner

OUTLINE = Outline("Title", "Committee", date(2026, 3, 9), Span(date(2019, 1, 1), TODAY))


def names(db: Database, vault: Database | None = None) -> set[str]:
    return {one.text for one in people_terms(db, vault)}


def test_contacts_learners_nominees_and_judges_are_known(db: Database) -> None:
    gala = Gala(db)
    gala.nominate("Bo Samplewood")
    gala.judge("Jo Pretendham")
    add_learner(db, "Cy", "Inventson")
    add_contact(db, add_provider(db, name="Example Care").id, name="Dot Madeupley")
    assert {"Bo Samplewood", "Jo Pretendham", "Cy Inventson", "Dot Madeupley", "Wren Specimen"} <= names(db)


def test_people_of_i_work_are_known_while_it_is_open(db: Database, vault: Database) -> None:
    add_person(vault, "Gus", TODAY, today=TODAY, family_name="Example")
    assert "Gus Example" not in names(db)
    assert {"Gus Example", "IW-001"} <= names(db, vault)
    assert not any("i-Work" in one.what for one in people_terms(db, vault))


def test_officers_whom_the_report_names_as_such_may_be_named_and_nobody_else(db: Database) -> None:
    provider = add_provider(db, name="Example Care").id
    for name in ("Dot Madeupley", "Ed Madeupley", "Flo Madeupley", db.who):
        add_contact(db, provider, name=name)
    parts = {
        Part.SIGNATORY: PartText("Dot Madeupley"), Part.ENQUIRIES: PartText("Madeupley, Ed\n0115 496 0000"),
        Part.PURPOSE: PartText("Flo Madeupley said so."),
    }  # fmt: skip
    held = officers_among(db, people_terms(db, None), replace(OUTLINE, parts=parts))
    assert [one.text for one in held.others] == ["Flo Madeupley"]
    assert [one.text for one in held.named] == ["Dot Madeupley", "Ed Madeupley"]
    assert held.there_alone == ()


def test_who_is_only_mentioned_in_a_part_for_officers_may_be_named_there_alone(
    db: Database, vault: Database
) -> None:
    provider = add_provider(db, name="Example Care").id
    add_contact(db, provider, name="Dot Madeupley")
    add_contact(db, provider, name="Mary Ward")
    add_person(vault, "Gus", TODAY, today=TODAY, family_name="Example")
    parts = {
        Part.ENQUIRIES: PartText("Ada Sample, not Dot Madeupley"), Part.SIGNATORY: PartText("Gus Example"),
        Part.CABINET_MEMBER: PartText("Councillor Mary Ward"),
    }  # fmt: skip
    held = known(db, vault, replace(OUTLINE, parts=parts))
    assert {"Dot Madeupley", "Gus Example"} <= {one.text for one in held.officers}
    assert "Mary Ward" in {one.text for one in held.named_officers} - {one.text for one in held.officers}
    assert {"ada sample, not dot madeupley", "gus example"} <= held.officers_lines


def test_a_surname_that_nobody_else_bears_tells_and_others_may(db: Database) -> None:
    provider = add_provider(db, name="Example Care").id
    for name in ("Dot Madeupley", "Ed Smith", "Will May", "Flo Pretendham"):
        add_contact(db, provider, name=name)
    add_service(
        db, provider, name="Velvet Court", kind=ServiceKind.NURSING_HOME, registered_manager="Pretendham, Gus"
    )
    held = known(db, None, OUTLINE)
    assert [one.text for one in held.persons] == ["Dot Madeupley"]
    assert {one.text for one in held.perhaps} == {"Ed Smith", "Will May", "Flo Pretendham"}


def test_all_of_it_is_gathered_as_at_the_last_day_of_the_period(db: Database) -> None:
    provider = add_provider(db, name="Example Care").id
    home = add_service(db, provider, name="Quill Hall", kind=ServiceKind.NURSING_HOME, district="Ashfield").id
    set_contract_status(db, home, ContractStatus.SUSPENDED, date(2019, 6, 3), "Medicines.", today=TODAY)
    add_contact(db, provider, name="Dot Madeupley", email="dot@example.org")
    held = known(db, None, OUTLINE)
    assert [one.text for one in held.services] == ["Quill Hall"]
    assert [one.text for one in held.people] == ["Dot Madeupley"]
    assert held.addresses == {"dot@example.org"}
    assert [one.is_under for one in held.places] == ["suspended"]
    assert [one.text for one in held.held_back] == ["Medicines."]
    earlier = replace(OUTLINE, span=Span(date(2019, 1, 1), date(2019, 6, 2)))
    assert [(one.is_under, one.is_exempt) for one in known(db, None, earlier).places] == [("", True)]


def test_words_that_may_not_be_published_are_held_back_and_those_that_may_are_not(db: Database) -> None:
    gala = Gala(db)
    gala.nominate("Bo Samplewood", statement="Kept.", publish_words=Consent.NO)
    gala.nominate("Cy Samplewood", statement="Told.", publish_words=Consent.YES)
    project = add_project(db, ProjectDraft("Digital", date(2019, 1, 1)))
    for words, consent in (("May be said.", QuoteConsent.YES), ("May not.", QuoteConsent.NO)):
        add_quote(db, project.id, QuoteDraft(words, TODAY, said_by="Dot", consent=consent), today=TODAY)
    assert {one.text for one in held_back(db, None)} == {"Kept.", "May not."}
