"""Papers about people of i-Work, saved for the window and the command line alike."""

from datetime import datetime
from pathlib import Path

from desktop.documents import document_name
from desktop.iwork_register import KEPT_FOR, backups_of
from resources.database import Database
from resources.database.backups import set_aside_times
from resources.database.locked.places import places_of
from resources.database.locked.purged_list import PurgedList
from resources.wording import in_london
from workforce.iwork.papers.subject_access_paper import subject_access_report
from workforce.iwork.people.people import Person, person
from workforce.iwork.people.purge import still_in_backups
from workforce.iwork.people.subject_access import everything
from workforce.iwork.people.views import note_view


def access_name(held: Person) -> str:
    """What the document is called as a file: by reference."""
    return f"{held.reference}, everything held - EXEMPT"


def save_everything(vault: Database, person_id: str, path: Path, *, now: datetime) -> Path:
    """Everything held about one person; returned is the name that it has. The paper tells of this look too."""
    from resources.report.word import save_word  # loaded when first used

    held = person(vault, person_id)
    note_view(vault, held.id, "Everything held", now=now)
    path = document_name(path)
    report = subject_access_report(everything(vault, held.id), today=in_london(now).date())
    save_word(report, path, exempt_terms=())
    return path


def purged_list(office: Path) -> PurgedList:
    """The list of those who were deleted, kept outside the register’s backups."""
    return PurgedList(places_of(office))


def told_of_backups(office: Path) -> str:
    """Which backups, and registers set aside by restores, hold records that are deleted now, and until when."""
    made = [one.made_at for one in backups_of(office)]
    return still_in_backups(made, set_aside_times(places_of(office).register), kept_for=KEPT_FOR)
