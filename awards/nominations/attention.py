"""What nominations want: those returned for information that nobody has answered."""

from datetime import date, timedelta

from awards.rounds.rounds import AwardRound
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import as_date, count_of, date_words

PAGE = "awards"
PATIENCE = timedelta(days=7)
"""So long an answer may take before it is said."""


def nominations_attention(db: Database, held: AwardRound, today: date) -> list[Attention]:
    """The line of one round; none once its results are announced."""
    if held.announced_at is not None:
        return []
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
