"""What Home lists of the results. Nobody is named, and nothing is said of who won: Home is seen over shoulders."""

from datetime import datetime

from awards.results.deciding.announcing import in_the_way
from awards.results.deciding.decisions import SETTLING, decisions
from awards.results.deciding.withdrawing import fallen, moved_away, undecided_honours
from awards.rounds.rounds import AwardRound
from awards.vocabulary import RoundPhase
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of

PAGE = "awards"


def results_attention(db: Database, held: AwardRound, now: datetime) -> list[Attention]:
    """Lines of one round; nothing before it decides."""
    if held.phase not in (RoundPhase.DECIDE, RoundPhase.ANNOUNCE):
        return []
    return [
        *_fallen(db, held), *_unfounded(db, held), *_open_again(db, held), *_can_be_announced(db, held, now),
    ]  # fmt: skip


def _fallen(db: Database, held: AwardRound) -> list[Attention]:
    found = [*fallen(db, held.id), *moved_away(db, held.id)]
    if not found:
        return []
    stands = "stands" if len(found) == 1 else "stand"
    return [
        Attention(
            Urgency.DUE, f"{count_of(len(found), 'honour')} {stands} on a nominee who is out or moved by now",
            f"{held.name}. Take each back, and decide the category anew.", PAGE, found[0].id, "Open the decision",
        )
    ]  # fmt: skip


def _unfounded(db: Database, held: AwardRound) -> list[Attention]:
    found = undecided_honours(db, held.id)
    if not found:
        return []
    stands = "stands" if len(found) == 1 else "stand"
    return [
        Attention(
            Urgency.DUE, f"{count_of(len(found), 'nominee')} {stands} as honoured without a decision of the panel",
            f"{held.name}. Decide on the Results side, or move the nominee back.", PAGE, found[0].id,
            "Open the nominee",
        )
    ]  # fmt: skip


def _open_again(db: Database, held: AwardRound) -> list[Attention]:
    """Categories that were settled when the results were announced, and are not any more."""
    if held.announced_at is None:
        return []
    settled = {one.category_id for one in decisions(db, held.id) if one.settles}
    gone = {
        one.category_id: one.id
        for one in decisions(db, held.id, ended=True)
        if one.outcome in SETTLING and one.category_id not in settled
    }
    if not gone:
        return []
    has = "has" if len(gone) == 1 else "have"
    return [
        Attention(
            Urgency.DUE,
            f"{count_of(len(gone), 'category', 'categories')} {has} no winner since a decision was taken back",
            f"{held.name}. Decide anew on the Results side, or that it is not awarded; then announce it.", PAGE,
            next(iter(gone.values())), "Open the decision",
        )
    ]  # fmt: skip


def _can_be_announced(db: Database, held: AwardRound, now: datetime) -> list[Attention]:
    waiting = [one for one in decisions(db, held.id) if one.is_pending]
    if not waiting or in_the_way(db, held, now=now):
        return []
    return [
        Attention(
            Urgency.SOON, f"The results of {held.name} can be announced",
            f"{count_of(len(waiting), 'decision')} made in all categories, and no embargo holds.", PAGE, waiting[0].id,
            "Open the decisions",
        )
    ]  # fmt: skip
