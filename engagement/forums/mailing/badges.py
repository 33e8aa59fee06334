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
from resources.report.word import markup as xml
from resources.report.word.markup import Xml
from resources.report.word.pages import (
    Grid,
    Line,
    grid_table,
    last_line,
    placed,
    save_pages,
    section,
    size_that_fits,
    sized,
)
from resources.report.word.styles import QUIET
from resources.wording import count_of

GRID = Grid(2, 4, 90, 60, cut=True, align="center", inset=4)
NAME, LEAST_NAME = 24.0, 11.0
ORGANISATION, LEAST = 14.0, 8.0
SMALL = 10.0


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
    cells = [badge(one, event.title) for one in people] + [_blank(event.title)] * blank
    table = grid_table(
        GRID, cells, title=f"Name badges: {event.title}", description="Two badges beside each other, four rows a page."
    )  # fmt: skip
    body = [table, last_line(), section(GRID.paper)]
    save_pages(path, title=f"Name badges: {event.title}", as_at=day, body=body)
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
    name = name_size(one.name)
    home = size_that_fits([Line(one.home)], _part(24), most=ORGANISATION, least=LEAST)
    role = "" if one.role is ParticipantRole.DELEGATE else one.role.label
    return xml.joined(
        placed(sized(one.name, name, bold=True), align="center", after=3),
        placed(sized(one.home, home), align="center", after=3),
        *([placed(sized(role, 12, bold=True), align="center", after=3)] if role else []),
        placed(sized(title, _title_size(title), colour=QUIET), align="center", before=4),
    )


def name_size(name: str) -> float:
    """The largest size, up to 24 points, at which the name stands on two lines without a word being broken."""
    return size_that_fits([Line(name, bold=True)], _part(22), most=NAME, least=LEAST_NAME)


def _title_size(title: str) -> float:
    return size_that_fits([Line(title)], _part(11), most=SMALL, least=7.0)


def _part(height: float) -> Grid:
    """A part of a badge, of so many millimetres."""
    return Grid(GRID.columns, GRID.rows, GRID.width, height, inset=GRID.inset)


def _blank(title: str) -> Xml:
    return xml.joined(
        placed(sized(" ", NAME), align="center", after=30),
        placed(sized(title, _title_size(title), colour=QUIET), align="center"),
    )
