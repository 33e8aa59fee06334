"""What Home lists of qualifying. It names nobody: what is behind a line is on the chair's screen."""

from datetime import date, timedelta

from awards.nominations.entries import entry
from awards.qualifying.looking_again import changed_since
from awards.qualifying.qualify import WAITING
from awards.rounds.rounds import AwardRound
from awards.vocabulary import RoundPhase
from engagement.register.facts import as_day
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of
from resources.words import sql_values

NEWS = timedelta(days=60)
"""For so long Home tells what the register has learned; the chair's screen tells it for ever."""
ROW = "qualifying:"
"""Before the key of a round: the row of the awards page that Home opens."""


def qualifying_attention(db: Database, held: AwardRound, today: date) -> list[Attention]:
    """Lines of one round."""
    return [*_waiting(db, held, today), *_changed(db, held, today)]


def _waiting(db: Database, held: AwardRound, today: date) -> list[Attention]:
    if held.phase not in (RoundPhase.QUALIFY, RoundPhase.SCORE):
        return []
    number, ends = db.rows(
        f"""select (select count(*) from award_entry where round_id = ?1 and status in ({sql_values(WAITING)})),
            (select until_on from award_phase where round_id = ?1 and phase = 'qualify')""",
        (held.id,),
    )[0]
    if not number:
        return []
    last = as_day(ends)
    late = last is not None and today > last
    waits = "waits" if number == 1 else "wait"
    return [
        Attention(
            Urgency.DUE if late else Urgency.SOON,
            f"{count_of(int(number), 'nominee')} {waits} to be qualified",
            f"{held.name}. {'Qualifying should be over. ' if late else ''}The judges are not asked before.",
            "awards", f"{ROW}{held.id}", "Qualify", last,
        )
    ]  # fmt: skip


def _changed(db: Database, held: AwardRound, today: date) -> list[Attention]:
    days = {
        one.standing.entry.id: max(each.since for each in one.since if each.since is not None)
        for one in changed_since(db, held.id, today)
    }
    found = {key: day for key, day in days.items() if today - day <= NEWS}
    if not found:
        return []
    statuses = [entry(db, key).status for key in found]
    urgent = any(status.is_pending or status.is_honoured for status in statuses)
    has = "has" if len(found) == 1 else "have"
    return [
        Attention(
            Urgency.DUE if urgent else Urgency.SOON,
            f"{count_of(len(found), 'nominee')} {has} something new in the register since they qualified",
            f"{held.name}. Exempt: not for publication. Look at it on the Qualifying side.",
            "awards", f"{ROW}{held.id}", "Look at it", max(found.values()),
        )
    ]  # fmt: skip
