"""Several nominations of one person in a category: grouped, so that voices are counted and the person judged once."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from awards.nominations.entries import Entry, entry, joined_names, merged_into, with_names
from awards.nominations.moving import move_entry, steps_of, why_not
from awards.vocabulary import EntryStatus
from resources.database import Database, change
from resources.problem import Problem
from resources.tables import Cell
from resources.wording import lower_first

_FILLED = ("job_role", "place_told", "email", "phone", "contact_id")


def group(db: Database, kept_id: str, other_ids: Iterable[str], *, now: datetime, reason: str = "") -> Entry:
    """Have the nominations of others count for the one kept, who is known by their names too."""
    kept = entry(db, kept_id)
    others = [entry(db, key) for key in dict.fromkeys(other_ids)]
    _refuse_unlike(kept, others)
    with change(db, f"Grouped nominations of {kept.nominee}"):
        for other in others:
            _follow(db, kept, other)
            move_entry(db, other.id, EntryStatus.MERGED, now=now, reason=reason, into_id=kept.id)
        db.update_row("award_entry", kept.id, _filled(kept, others))
    return entry(db, kept.id)


def _refuse_unlike(kept: Entry, others: Sequence[Entry]) -> None:
    if not others:
        raise Problem(
            f"Nobody is chosen to be grouped with {kept.nominee}. Choose at least one other nominee."
        )
    for one in (kept, *others):
        if one.status is EntryStatus.DRAFT:
            raise Problem(f"{one.nominee} is a draft. Submit the nomination first, then group them.")
        if one.status.is_out:
            raise Problem(
                f"{one.nominee} is {lower_first(one.status.label)}. Bring them back first, then group them."
            )
    for other in others:
        if other.id == kept.id:
            raise Problem(f"{kept.nominee} is chosen twice. Choose another nominee to group with them.")
        if other.round_id != kept.round_id:
            raise Problem(f"{other.nominee} is nominated in another round. Only nominees of one are grouped.")
        if other.category_id != kept.category_id:
            raise Problem(
                f"{other.nominee} is nominated in another category than {kept.nominee}, and is judged in both. "
                "Move one of them to the other’s category first, if they are meant to be one."
            )


def _follow(db: Database, kept: Entry, other: Entry) -> None:
    """Everything that hangs on the other now hangs on the one kept; a voice knows whom it came in for."""
    for (key,) in db.rows("select id from nomination where entry_id = ?", (other.id,)):
        first = db.value("select first_entry_id from nomination where id = ?", (key,))
        db.update_row("nomination", key, {"entry_id": kept.id, "first_entry_id": first or other.id})
    for before in merged_into(db, other.id):
        db.update_row("award_entry", before.id, {"merged_into_id": kept.id})


def _filled(kept: Entry, others: Sequence[Entry]) -> dict[str, Cell]:
    """What the one kept learns from the others: names, and what it did not know."""
    cells: dict[str, Cell] = {
        "also_known_as": with_names(
            kept, (name for one in others for name in (one.nominee, *one.other_names))
        ),
        "also_hide": joined_names(name for one in (kept, *others) for name in one.hidden_too),
    }
    for field in _FILLED:
        known = next((value for one in others if (value := getattr(one, field))), None)
        if not getattr(kept, field) and known:
            cells[field] = known
    tied = next((one for one in others if one.service_id or one.provider_id), None)
    if tied is not None and not (kept.service_id or kept.provider_id):
        cells |= {"service_id": tied.service_id, "provider_id": tied.provider_id}
    return cells


def ungroup(db: Database, key: str, *, now: datetime, reason: str) -> Entry:
    """Take somebody out of the group again, with the nominations that came in for them."""
    held = entry(db, key)
    if held.merged_into_id is None:
        raise Problem(f"{held.nominee} is grouped with nobody. Choose one that is.")
    with change(db, f"Took {held.nominee} out of a group"):
        for (voice,) in db.rows(
            "select id from nomination where entry_id = ? and first_entry_id = ?", (held.merged_into_id, key)
        ):
            db.update_row("nomination", voice, {"entry_id": key, "first_entry_id": None})
        _part_duplicates(db, key)
        move_entry(db, key, _before_grouping(db, held), now=now, reason=reason)
    return entry(db, key)


def _part_duplicates(db: Database, key: str) -> None:
    """A voice is no duplicate of one that counts for somebody else."""
    apart = db.rows(
        """select one.id from nomination one join nomination other on other.id = one.duplicate_of_id
        where one.entry_id <> other.entry_id and ?1 in (one.entry_id, other.entry_id)""",
        (key,),
    )
    for (voice,) in apart:
        db.update_row("nomination", voice, {"status": "submitted", "duplicate_of_id": None})


def _before_grouping(db: Database, held: Entry) -> EntryStatus:
    grouped = next(
        (one for one in reversed(steps_of(db, held.id)) if one.to_status is EntryStatus.MERGED), None
    )
    before = grouped.from_status if grouped is not None else None
    back = EntryStatus.QUALIFYING if before is EntryStatus.QUALIFYING else EntryStatus.SUBMITTED
    return back if why_not(db, held, back) is None else EntryStatus.SUBMITTED
