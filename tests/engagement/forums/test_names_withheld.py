"""Names of people at a meeting where nobody is named; and ordinary documents that are not stopped by them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.capabilities import EXEMPT_TERMS
from desktop.documents import exempt_terms, save_public
from engagement.forums import events
from engagement.forums.names_withheld import withheld_people
from engagement.forums.people import invitations
from engagement.forums.vocabulary import Confidentiality, EventKind, ParticipantStatus
from engagement.register import providers
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database, change
from resources.problem import Problem
from resources.report.blocks import Paragraph, Report
from tests.engagement.forums.held_forum import BEFORE, Add, Invite, S

NETWORK = EventKind.MANAGERS_NETWORK


def names(db: Database) -> list[str]:
    return [term.text for term in withheld_people(db)]


@pytest.fixture
def network(db: Database, forum: Add, person: Add, invited: Invite) -> tuple[str, list[str]]:
    """A managers network: one accepted, one sent apologies, one declined, one has not answered."""
    event = forum("Managers network", kind=NETWORK)
    people = ("Amina Khan", "Ben Lund", "Cy Moss", "Di Nye")
    keys = invited(event, [person(name, f"{name.split()[1]} House") for name in people])
    replies = (S.ACCEPTED, S.APOLOGIES, S.DECLINED)
    for key, reply in zip(keys, replies, strict=False):
        invitations.record_reply(db, [key], reply, now=BEFORE)
    return event, keys


def test_who_comes_or_sends_apologies_is_withheld(db: Database, network: tuple[str, list[str]]) -> None:
    assert names(db) == ["Amina Khan", "Ben Lund"]
    assert withheld_people in EXEMPT_TERMS
    assert {term.text for term in exempt_terms(db)} == {"Amina Khan", "Ben Lund"}


@pytest.mark.parametrize(
    ("kind", "said", "withheld"),
    [
        (NETWORK, None, True),
        (NETWORK, Confidentiality.OPEN, False),
        (EventKind.EXPERTS_BY_EXPERIENCE, None, True),
        (EventKind.INFORMATION_SHARING, None, True),
        (EventKind.PROVIDER_FORUM, None, False),
        (EventKind.PROVIDER_FORUM, Confidentiality.NAMES_WITHHELD, True),
        (EventKind.PROVIDER_FORUM, Confidentiality.CONFIDENTIAL, True),
    ],
)
def test_which_meetings_withhold_names(
    db: Database, forum: Add, person: Add, invited: Invite, kind: EventKind, said: Confidentiality | None,
    withheld: bool,
) -> None:  # fmt: skip
    event = forum(kind=kind, confidentiality=said)
    invitations.record_reply(
        db, invited(event, [person("Amina Khan", "Elm")]), ParticipantStatus.ACCEPTED, now=BEFORE
    )
    assert names(db) == (["Amina Khan"] if withheld else [])


def test_a_cancelled_meeting_withholds_nobody(db: Database, network: tuple[str, list[str]]) -> None:
    events.cancel_event(db, network[0])
    assert names(db) == []


def test_names_that_stand_in_public_anyway_are_not_withheld(
    db: Database, network: tuple[str, list[str]], home: Callable[..., tuple[str, str]]
) -> None:
    service, _ = home("Beech House")
    with change(db, "As CQC has it"):
        db.update_row("service", service, {"registered_manager": "Khan, Amina"})
    providers.add_provider(db, name="Ben  Lund")
    assert names(db) == []


def test_the_councils_own_people_and_single_words_are_not_withheld(
    db: Database, forum: Add, guest: Add, invited: Invite
) -> None:
    event = forum(kind=EventKind.INFORMATION_SHARING)
    people = [
        guest("Sam Sample", "Sample County Council", OrganisationKind.COUNCIL),
        guest("Manager", "Sample Board"),
        guest("Pat Sample", "Sample Board"),
    ]
    invitations.record_reply(db, invited(event, people), S.ACCEPTED, now=BEFORE)
    assert names(db) == ["Pat Sample"]


def save(db: Database, text: str, path: Path) -> None:
    save_public(db, Report("Care market", blocks=(Paragraph(text),)), path)


@pytest.mark.parametrize(
    "text",
    ["Amina Khan chaired the forum.", "A word from AMINA KHAN.", "Amina Khan’s home was inspected."],
)
def test_a_public_document_that_names_one_of_them_is_not_saved(
    db: Database, network: tuple[str, list[str]], tmp_path: Path, text: str
) -> None:
    with pytest.raises(Problem) as refused:
        save(db, text, tmp_path / "report.docx")
    assert "Amina Khan (somebody at a meeting whose names are withheld)" in refused.value.details[0]
    assert not (tmp_path / "report.docx").exists()


@pytest.mark.parametrize(
    "text",
    [
        "The managers network met; CQC, the care board and Healthwatch met the council.",
        "Khan House is rated Good.",
        "Amina Khan Homes is rated Good.",  # the public name of a provider says whom it means
        "Amina said that Lund is a town.",
    ],
)
def test_an_ordinary_public_document_is_saved(
    db: Database, network: tuple[str, list[str]], tmp_path: Path, text: str
) -> None:
    providers.add_provider(db, name="Amina Khan Homes")
    save(db, text, tmp_path / "report.docx")
    assert (tmp_path / "report.docx").exists()
