"""What nominations want: answers to those returned for information, and a decision where nobody speaks any more."""

from datetime import date, timedelta

from awards.nominations.returning import without_voices
from awards.rounds.rounds import AwardRound
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import as_date, count_of, date_words

PAGE = "awards"
PATIENCE = timedelta(days=7)
"""So long an answer may take before it is said."""


def nominations_attention(db: Database, held: AwardRound, today: date) -> list[Attention]:
    """The lines of one round. Once its results are announced, only of honours that nobody speaks for any more."""
    waiting = [] if held.announced_at is not None else _unanswered(db, held, today)
    return [*waiting, *_voiceless(db, held)]


def _voiceless(db: Database, held: AwardRound) -> list[Attention]:
    """Those with the judges, or honoured, whose last nomination was withdrawn: a person decides."""
    found = without_voices(db, held.id)
    if held.announced_at is not None:
        found = [one for one in found if one.status.is_honoured]
    if not found:
        return []
    have = "has" if len(found) == 1 else "have"
    what = f"{count_of(len(found), 'nominee')} of {held.name} {have} no nomination left"
    detail = "The last was withdrawn once the judges had it. Decide whether they stay."
    return [Attention(Urgency.DUE, what, detail, PAGE, found[0].id, "Open the nominee")]


def _unanswered(db: Database, held: AwardRound, today: date) -> list[Attention]:
    rows = db.rows(
        """select award_entry.id, (select max(at) from entry_step
            where entry_id = award_entry.id and to_status = 'returned_for_info') as since
        from award_entry where round_id = ? and status = 'returned_for_info' order by since, number""",
        (held.id,),
    )
    late = [(key, as_date(since)) for key, since in rows if since and as_date(since) + PATIENCE <= today]
    if not late:
        return []
    key, since = late[0]
    have = "has" if len(late) == 1 else "have"
    what = f"{count_of(len(late), 'nominee')} of {held.name} {have} been returned for information without an answer"
    return [
        Attention(
            Urgency.DUE, what, f"The first since {date_words(since)}", PAGE, key, "Open the nominee", since
        )
    ]
