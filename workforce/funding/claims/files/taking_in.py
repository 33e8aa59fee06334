"""Writing what a list of claims brings, after it was looked at: whole, in one change that one undo takes back."""

from dataclasses import dataclass
from datetime import datetime

from resources.database import Database, change
from resources.database.history import ChangedSince, history_position
from resources.problem import Problem
from resources.tables import Cell
from resources.wording import count_of, in_london, money
from workforce.funding.claims.approving import note_step
from workforce.funding.claims.claims import ClaimDraft, add_claim, claim
from workforce.funding.claims.files.checking import Checked, NewClaim
from workforce.funding.funds.funds import fund, refuse_closed_books
from workforce.funding.vocabulary import ClaimStatus
from workforce.training.learners import add_learner, edit_learner, learner


@dataclass(frozen=True)
class Taken:
    """What came of it."""

    claims: tuple[str, ...]
    learners: int
    pence: int

    @property
    def words(self) -> str:
        """Took in 12 claims, £8,400; 3 learners are new."""
        new = f"; {count_of(self.learners, 'learner is', 'learners are')} new" if self.learners else ""
        return f"Took in {count_of(len(self.claims), 'claim')}, {money(self.pence)}{new}"


def take_in(db: Database, found: Checked, *, now: datetime) -> Taken:
    """Add the new claims and their learners. On our own money they are drafts: nothing is promised by a file."""
    if history_position(db) != found.position:
        raise ChangedSince(
            "Something changed after this preview was made, so nothing was taken in. Look at the preview again."
        )
    if not found.new:
        raise Problem(f"“{found.file.name}” holds no claim that could be added. Nothing was changed.")
    keys: list[str] = []
    learners: dict[tuple[str, ...], str] = {}
    with change(db, f"Took in {count_of(len(found.new), 'claim')} from {found.file.name}"):
        for one in found.new:
            keys.append(_add(db, found, one, _learner(db, one, learners), now))
    added = sum(one.learner.id is None for one in {_who(one): one for one in found.new}.values())
    return Taken(tuple(keys), added, found.pence)


def _who(one: NewClaim) -> tuple[str, ...]:
    """Rows with one ULN are of one learner; without one, those with one name at one provider."""
    who = one.learner
    if who.uln:
        return (who.uln,)
    return who.given_name.casefold(), who.family_name.casefold(), one.provider_id


def _learner(db: Database, one: NewClaim, added: dict[tuple[str, ...], str]) -> str:
    who = one.learner
    if who.id is None:
        key = _who(one)
        if key not in added:
            added[key] = add_learner(db, who.given_name, who.family_name, uln=who.uln).id
        return added[key]
    if who.uln and not learner(db, who.id).uln:
        edit_learner(db, who.id, uln=who.uln)
    return who.id


def _add(db: Database, found: Checked, one: NewClaim, learner_id: str, now: datetime) -> str:
    row, today = one.row, in_london(now).date()
    draft = ClaimDraft(
        found.fund.id, one.provider_id, row.pence, one.item_id, one.service_id, learner_id,
        one.course.id if one.course else None, "" if one.course else one.what, row.part, None, found.year, "",
        row.texts["awarding_body"], row.texts["candidate_number"], row.texts["qualification_code"],
        row.flags["apprenticeship"], row.flags["funded_before"], row.days["started_on"], row.days["cost_paid_on"],
        row.days["completed_on"], row.days["submitted_on"],
    )  # fmt: skip
    made = add_claim(db, draft, today=today, source="file", file_name=found.file.name)
    if one.status is not ClaimStatus.DRAFT:
        _stand(db, made.id, one, found.file.name, now)
    return made.id


def _stand(db: Database, key: str, one: NewClaim, name: str, now: datetime) -> None:
    """As its payer says that it stands; only of money that is not ours."""
    status, day = one.status, in_london(now).date().isoformat()
    if status.counts:
        refuse_closed_books(fund(db, claim(db, key).fund_id))
    cells: dict[str, Cell] = {"status": status.value}
    if one.row.days["submitted_on"] is None:
        cells["submitted_on"] = day
    if status is ClaimStatus.PAID:
        paid = one.row.days["paid_on"]
        cells |= {"paid_on": paid.isoformat() if paid else day, "approved_pence": one.row.pence}
    db.update_row("claim", key, cells)
    note_step(db, key, ClaimStatus.DRAFT, status, now=now, reason=f"As “{name}” has it")
