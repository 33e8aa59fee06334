"""What is made of the list of money not claimed, for the window and the command line alike."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from desktop.documents import SavedTables, save_tables
from engagement.forums.events import Event
from engagement.forums.people import invitations
from engagement.forums.people.audience_rule import Selected
from engagement.forums.people.invitations import Invited
from resources.database import Database, change
from resources.problem import Problem
from resources.wording import in_london
from workforce.funding.unclaimed.approaches import Whom, add_approaches
from workforce.funding.unclaimed.asking import to_write
from workforce.funding.unclaimed.call_list import call_list, call_tables
from workforce.funding.unclaimed.letters import note_letters, save_letters
from workforce.funding.unclaimed.tables import NAMES_EXEMPT
from workforce.funding.unclaimed.unclaimed import Unclaimed
from workforce.funding.vocabulary import AskedBy

NOTHING_TO_WRITE = (
    "There is nothing to write to these providers: what is missing is known to CQC or the council, and not asked of "
    "them. Find it out in the register, or choose other rows."
)
NOBODY = "Nobody is on the list, so there is nothing to write. Lift the filter, or choose another fund."


def save_call_list(rows: Sequence[Unclaimed], path: Path, *, on: date) -> SavedTables:
    """As a Word document with room to write in, or as a workbook or CSV file, by the ending of the name."""
    if not rows:
        raise Problem(NOBODY)
    if path.suffix.casefold() != ".docx":
        tables = call_tables(rows, on)
        return save_tables(tables[:1] if path.suffix.casefold() == ".csv" else tables, path)
    from resources.report.word import save_word  # loaded when first used

    save_word(call_list(rows, on), path, exempt_terms=())
    return SavedTables(path, (NAMES_EXEMPT,))


def write_letters(db: Database, rows: Sequence[Unclaimed], path: Path, *, today: date, note: bool) -> int:
    """Letters to the providers of the rows; noted at each of them only once they are saved."""
    number = save_letters(db, letter_rows(rows), path, today=today)
    if note:
        note_letters(db, rows, today=today)
    return number


def letter_rows(rows: Sequence[Unclaimed]) -> list[Unclaimed]:
    """Those that a letter can speak of; raises Problem where there are none."""
    if not rows:
        raise Problem(NOBODY)
    found = to_write(rows)
    if not found:
        raise Problem(NOTHING_TO_WRITE)
    return found


def invite_unclaimed(
    db: Database, event: Event, people: Sequence[Selected], rows: Sequence[Unclaimed], *, now: datetime
) -> Invited:
    """Invite people to an event, and note it at the providers of those who are asked for these rows."""
    asked = {one.provider_id for one in people}
    whom = [Whom(one.fund.id, one.place.provider_id) for one in rows if one.place.provider_id in asked]
    with change(db, f"Invited providers that could claim to {event.title}"):
        made = invitations.invite(db, event.id, people, now=now)
        if made.participants and whom:
            add_approaches(
                db, whom, today=in_london(now).date(), how=AskedBy.FORUM, outcome=f"Invited to {event.title}"
            )
    return made
