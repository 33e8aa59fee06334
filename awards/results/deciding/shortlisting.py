"""Finalists: who of a category goes on, chosen by a person; the others do not."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from awards.nominations.entries import Entry, entries
from awards.nominations.moving import move_entry
from awards.results.standings import CategoryStanding
from awards.rounds.categories import category
from awards.rounds.moving_on import refuse_phase
from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import EntryStatus, RoundPhase
from resources.database import Database, change
from resources.problem import FieldProblem
from resources.wording import count_of

CHOSEN_IN = (RoundPhase.MODERATE, RoundPhase.DECIDE, RoundPhase.ANNOUNCE)
CHOSEN_FROM = (EntryStatus.JUDGING, EntryStatus.SHORTLISTED, EntryStatus.NOT_SHORTLISTED)


@dataclass(frozen=True)
class Shortlisted:
    """What came of it."""

    finalists: int
    others: int

    @property
    def sentence(self) -> str:
        """For the window and the command line."""
        return f"{count_of(self.finalists, 'finalist')}; {count_of(self.others, 'nominee')} not"


def shortlist(
    db: Database, category_id: str, entry_ids: Collection[str], *, now: datetime, reason: str = ""
) -> Shortlisted:
    """These are the finalists of the category and all others are not. Honours that are decided stay. Who was a finalist
    and is one no more needs a reason.
    """
    held = category(db, category_id)
    rnd = award_round(db, held.round_id)
    refuse_archived(rnd)
    refuse_phase(rnd, *CHOSEN_IN, what="Finalists are chosen")
    among = {one.id: one for one in entries(db, rnd.id, category_id=category_id, statuses=CHOSEN_FROM)}
    _refuse_choice(held.name, among, entry_ids, held.finalists_in(rnd), _honoured(db, rnd.id, category_id))
    wanted = set(entry_ids)
    with change(db, f"Chose the finalists of “{held.name}”"):
        for one in among.values():
            to = EntryStatus.SHORTLISTED if one.id in wanted else EntryStatus.NOT_SHORTLISTED
            if one.status is not to:
                move_entry(db, one.id, to, now=now, reason=reason)
    return Shortlisted(len(wanted), len(among) - len(wanted))


def _honoured(db: Database, round_id: str, category_id: str) -> int:
    found = entries(db, round_id, category_id=category_id)
    return sum(one.status.is_pending or one.status.is_honoured for one in found)


def _refuse_choice(
    name: str, among: dict[str, Entry], chosen: Collection[str], most: int, honoured: int
) -> None:
    if not set(chosen) <= among.keys():
        raise FieldProblem(
            "entry_ids",
            f"Finalists: somebody chosen is not with the judges in “{name}”. Choose among those who are.",
        )
    if len(set(chosen)) + honoured > most:
        also = f" with {count_of(honoured, 'nominee')} honoured already" if honoured else ""
        raise FieldProblem(
            "entry_ids",
            f"Finalists: {len(set(chosen))} are chosen{also}, and “{name}” has {most} at most. Choose fewer, or change "
            "the rule on the Round side.",
        )


def proposed(held: CategoryStanding, *, adjusted: bool = False) -> list[str]:
    """Those with the best places, as many as there may be; of nominees level at the edge none, for a person chooses."""
    most = held.category.finalists_in(held.round)
    ordered = [
        (place, one)
        for one in held.by_place(adjusted=adjusted)
        if (place := one.place(adjusted=adjusted)) is not None
        and (one.nominee.status in CHOSEN_FROM or one.nominee.status.is_pending)
    ]
    kept = [one for place, one in ordered if place.place + len(place.level) <= most]
    return [one.key for one in kept if one.nominee.status in CHOSEN_FROM]
