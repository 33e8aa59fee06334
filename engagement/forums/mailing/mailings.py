"""What was written to whom and when: kept once the file has been saved, and who was last written to."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from engagement.forums import events
from engagement.forums.mailing.vocabulary import Purpose, Way
from resources.database import Database, change, new_key
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, instant_text


@dataclass(frozen=True)
class LastWritten:
    """The latest of what was made for somebody; `times` is how often anything was."""

    at: str
    purpose: Purpose
    how: Way
    times: int

    @property
    def words(self) -> str:
        """Reminder, e-mail."""
        return _what(self.purpose, self.how)


def record(
    db: Database,
    event_id: str,
    participant_ids: Collection[str],
    purpose: Purpose,
    how: Way,
    *,
    now: datetime,
) -> None:
    """Keep that something was made for people; called after its file has been saved, as one change."""
    with change(db, action_of(db, event_id, len(participant_ids), purpose, how)):
        db.insert_rows(
            "mailing",
            ("id", "event_id", "participant_id", "purpose", "how", "made_at"),
            [
                (new_key(), event_id, key, purpose.value, how.value, instant_text(now))
                for key in participant_ids
            ],
        )


def action_of(db: Database, event_id: str, number: int, purpose: Purpose, how: Way) -> str:
    """Made 12 letters: invitation, Provider forum."""
    made = count_of(number, how.said, how.plural)
    return f"Made {made}: {purpose.label.lower()}, {events.get(db, event_id).title}"


def last_written(db: Database, event_id: str) -> dict[str, LastWritten]:
    """By participant; a label is no letter of its own, but says that one was posted."""
    found: dict[str, LastWritten] = {}
    for key, purpose, how, at, times in db.rows(
        """select participant_id, purpose, how, made_at, count(*) over (partition by participant_id) from mailing
        where event_id = ? order by made_at, id""",
        (event_id,),
    ):
        found[key] = LastWritten(at, Purpose(purpose), Way(how), times)
    return found


def unwritten(db: Database, event_id: str, among: Iterable[str]) -> list[str]:
    """Those of some participants for whom nothing was made."""
    known = last_written(db, event_id)
    return [key for key in among if key not in known]


_COLUMNS = (Column("made", "Made", ColumnKind.TIME, width=132), Column("what", "What", width=138))
_SHORT = {Way.EMAIL_DRAFT: "e-mail", Way.LETTER: "letter", Way.LABEL: "label", Way.MAIL_MERGE: "mail merge"}


def _what(purpose: Purpose, how: Way) -> str:
    return f"{purpose.label}, {_SHORT[how]}"


def mailings_table(db: Database, participant_id: str) -> Table:
    """Everything that was made for somebody, the latest first."""
    rows = db.rows(
        "select made_at, purpose, how from mailing where participant_id = ? order by made_at desc, id desc",
        (participant_id,),
    )
    return Table("Written", _COLUMNS, [(at, _what(Purpose(purpose), Way(how))) for at, purpose, how in rows])
