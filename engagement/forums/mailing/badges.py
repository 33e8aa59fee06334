"""Name badges, eight a page, to cut along their lines: for everybody expected, or for those chosen."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from engagement.forums import events
from engagement.forums.at_the_door.sign_in_sheet import people_to_sign
from engagement.forums.people import participants
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import ParticipantRole
from resources.database import Database
from resources.problem import Problem
from resources.report.word.badges import badge_cell, blank_badge, save_badge_cells
from resources.report.word.markup import Xml
from resources.wording import count_of


def people_for_badges(db: Database, event_id: str, chosen: Collection[str] = ()) -> list[Participant]:
    """Everybody expected and everybody who came, in the order of the sign-in sheet; or those chosen."""
    if chosen:
        return [one for one in participants.of_event(db, event_id) if one.id in chosen]
    expected = people_to_sign(db, event_id)
    known = {one.id for one in expected}
    came = [one for one in participants.of_event(db, event_id) if one.status.came and one.id not in known]
    return [*expected, *came]


def save_badges(
    db: Database, event_id: str, path: Path, *, day: date, chosen: Collection[str] = (), blank: int = 0
) -> int:
    """Write the badges, and `blank` more for people who walk in; returns how many people have one."""
    event, people = events.get(db, event_id), people_for_badges(db, event_id, chosen)
    if not people and not blank:
        raise Problem(f"Nobody is expected at {event.title} yet, so there is no badge to make.")
    cells = [badge(one, event.title) for one in people] + [blank_badge(event.title)] * blank
    save_badge_cells(cells, path, title=f"Name badges: {event.title}", day=day)
    return len(people)


def badges_words(people: int, blank: int) -> str:
    """3 badges and 2 blank ones."""
    named = [count_of(people, "badge")] if people else []
    if blank:
        named.append(
            f"{blank:,} blank {'one' if blank == 1 else 'ones'}" if people else count_of(blank, "blank badge")
        )
    return " and ".join(named)


def badge(one: Participant, title: str) -> Xml:
    """Name at 24 points or as large as fits, organisation, part where there is one, and the event."""
    part = "" if one.role is ParticipantRole.DELEGATE else one.role.label
    return badge_cell(one.name, one.home, part=part, beneath=title)
