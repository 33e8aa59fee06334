"""The paper to sign at the door: everybody expected, with room for a pen, and lines for who walks in.

A document of its own kind: it lies on a table at the event and holds names, so it is no report and not for publication.
"""

from pathlib import Path

from engagement.forums import events
from engagement.forums.people import participants
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import ParticipantStatus
from resources.database import Database
from resources.report.word.sign_in_sheet import Expected, SignInSheet, save_sheet

MARKING = "Names of people: for use at the event, not for publication"


def people_to_sign(db: Database, event_id: str, *, unanswered: bool = False) -> list[Participant]:
    """Everybody expected, or with `unanswered` also who may still come, by provider and surname.

    The order, and so the number on the sheet, is that in which a page offers them to be ticked afterwards.
    """
    open_replies = (ParticipantStatus.INVITED, ParticipantStatus.TENTATIVE) if unanswered else ()
    people = [
        person
        for person in participants.of_event(db, event_id)
        if person.reply.counts or person.reply in open_replies
    ]
    return sorted(
        people, key=lambda person: (person.provider.casefold(), *_surname_first(person.name), person.id)
    )


def _surname_first(name: str) -> tuple[str, str]:
    first, _, last = name.strip().rpartition(" ")
    return last.casefold(), first.casefold()


def save_sign_in_sheet(db: Database, event_id: str, path: Path, *, unanswered: bool = False) -> int:
    """Write the sheet as a Word document; returns how many people are on it."""
    event, people = events.get(db, event_id), people_to_sign(db, event_id, unanswered=unanswered)
    save_sheet(
        SignInSheet(
            of=event.title,
            when_and_where=", ".join(part for part in (event.when, event.place) if part),
            day=event.day,
            people=[Expected(one.name, one.provider, one.service) for one in people],
            marking=MARKING,
        ),
        path,
    )
    return len(people)
