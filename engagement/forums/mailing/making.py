"""One mailing from beginning to end: who, the file, and, once it is saved, the record that it was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from engagement.forums import events
from engagement.forums.mailing import mailings
from engagement.forums.mailing.drafts import drafts, save_drafts_as_zip, save_drafts_in_folder
from engagement.forums.mailing.filling import Occasion, filled_for, occasion
from engagement.forums.mailing.labels import LabelSheet, save_labels
from engagement.forums.mailing.letters import save_letters
from engagement.forums.mailing.merge_file import save_merge
from engagement.forums.mailing.recipients import Correspondent, Recipients, choose, refuse_nobody
from engagement.forums.mailing.vocabulary import Purpose, Way, Whom
from engagement.forums.mailing.words import edit_wording, wording_for
from engagement.register.letterhead import is_address
from resources.database import Database, change
from resources.files.names import name_of
from resources.problem import FieldProblem, Problem
from resources.wording import count_of
from resources.wordings import Wording


@dataclass(frozen=True, kw_only=True)
class Mailing:
    """What is asked for. Without a wording it is that of the purpose and the event's kind."""

    event_id: str
    purpose: Purpose
    way: Way
    whom: Whom = Whom.ALL
    chosen: tuple[str, ...] = ()
    wording: Wording | None = None
    reply_by: date | None = None
    sender: str = ""
    sheet: LabelSheet = LabelSheet.L7160
    first_label: int = 1


@dataclass(frozen=True)
class Made:
    """What was made and for whom."""

    mailing: Mailing
    recipients: Recipients
    path: Path

    @property
    def words(self) -> str:
        """Saved “Invitations.docx”: 12 letters; 3 people left out."""
        return self.words_of(name_of(self.path))

    def words_of(self, place: str) -> str:
        """The same, with where it was saved as somebody gave it."""
        way = self.mailing.way
        number, left_out = len(self.recipients.people), len(self.recipients.left_out)
        said = f"Saved “{place}”: {count_of(number, way.said, way.plural)}"
        return f"{said}; {count_of(left_out, 'person', 'people')} left out" if left_out else said


def recipients_of(db: Database, asked: Mailing) -> Recipients:
    """Whom the mailing reaches, and who is left out."""
    return choose(db, asked.event_id, asked.purpose, asked.way, whom=asked.whom, chosen=asked.chosen)


def check_mailing(db: Database, asked: Mailing, *, now: datetime) -> Recipients:
    """Refuse what cannot be made before anybody is asked where it goes."""
    found = recipients_of(db, asked)
    refuse_nobody(found, f"any {asked.way.said}")
    if asked.sender and not is_address(asked.sender):
        raise FieldProblem(
            "sender", f"“{asked.sender}” is not an e-mail address. Write your own, or leave it empty."
        )
    occasion_of(db, asked, now=now)
    return found


def occasion_of(db: Database, asked: Mailing, *, now: datetime) -> Occasion:
    """The event as the letters tell of it; an answer cannot be asked for after it."""
    about = occasion(db, asked.event_id, now=now, reply_by=asked.reply_by)
    if asked.purpose is not Purpose.THANKS and about.reply_by > about.event.day:
        raise FieldProblem(
            "reply_by", "The answer is wanted by a day after the event. Choose an earlier day."
        )
    return about


def make(db: Database, asked: Mailing, path: Path, *, now: datetime, keep_wording: bool = False) -> Made:
    """Save the file, then keep that it was made (and its wording, where that is wanted), as one change."""
    made = save_mailing(db, asked, path, now=now)
    keep_made(db, made, now=now, keep_wording=keep_wording)
    return made


def save_mailing(db: Database, asked: Mailing, path: Path, *, now: datetime) -> Made:
    """Save the file or, for drafts, fill a folder. Writes nothing to the database: a reading connection will do."""
    found = check_mailing(db, asked, now=now)
    _save(db, asked, found.people, path, now=now)
    return Made(asked, found, path)


def keep_made(db: Database, made: Made, *, now: datetime, keep_wording: bool = False) -> None:
    """Keep that a mailing was made and, with `keep_wording`, its wording for the next time: one change."""
    asked, people = made.mailing, [one.person.id for one in made.recipients.people]
    with change(db, mailings.action_of(db, asked.event_id, len(people), asked.purpose, asked.way)):
        mailings.record(db, asked.event_id, people, asked.purpose, asked.way, now=now)
        if keep_wording and asked.wording is not None:
            kind = events.get(db, asked.event_id).kind
            edit_wording(db, asked.purpose, wording_for(db, asked.purpose, kind).kind, asked.wording)


def _save(
    db: Database, asked: Mailing, people: Sequence[Correspondent], path: Path, *, now: datetime
) -> None:
    about = occasion_of(db, asked, now=now)
    wording = asked.wording or wording_for(db, asked.purpose, about.event.kind).wording
    match asked.way:
        case Way.LETTER:
            save_letters(
                db, asked.event_id, people, wording, path, now=now, purpose=asked.purpose, about=about
            )
        case Way.LABEL:
            save_labels(
                people, asked.sheet, path, title=about.event.title, day=about.today, first=asked.first_label
            )
        case Way.MAIL_MERGE:
            save_merge(people, about, path)
        case Way.EMAIL_DRAFT:
            made = drafts(
                db, asked.event_id, people, wording, now=now, purpose=asked.purpose, about=about,
                sender=asked.sender,
            )  # fmt: skip
            if path.suffix.casefold() == ".zip":
                save_drafts_as_zip(made, path)
            else:
                save_drafts_in_folder(made, path)


def preview(
    db: Database, asked: Mailing, wording: Wording, *, now: datetime, person: str = ""
) -> tuple[str, Wording]:
    """The wording filled for a person (the first whom it reaches unless one is named), and that person's name."""
    found = recipients_of(db, asked).people
    fitting = [one for one in found if one.person.id == person] or list(found)
    if not fitting:
        raise Problem(
            f"Nobody would get this, so there is no preview of it for {events.get(db, asked.event_id).title}."
        )
    about = occasion(db, asked.event_id, now=now, reply_by=asked.reply_by)
    return fitting[0].person.name, filled_for(fitting[0], wording, about)
