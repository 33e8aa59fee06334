"""The qualifying checklist of a round: what is looked at before anybody goes to the judges."""

from dataclasses import dataclass

from awards.rounds.categories import open_round
from awards.rounds.places import next_place, put_by
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import columns_of, refuse_empty
from resources.wording import count_of, shortened


@dataclass(frozen=True)
class CheckPoint:
    """One point of the checklist."""

    id: str
    round_id: str
    words: str
    position: int


_COLUMNS = columns_of(CheckPoint)


def check_point(db: Database, key: str) -> CheckPoint:
    """The point with this key."""
    row = db.row(f"select {_COLUMNS} from award_check where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no point to check {key}")
    return CheckPoint(*row)


def checklist(db: Database, round_id: str) -> list[CheckPoint]:
    """All points of a round, in their order."""
    rows = db.rows(
        f"select {_COLUMNS} from award_check where round_id = ? order by position, id", (round_id,)
    )
    return [CheckPoint(*row) for row in rows]


def add_check(db: Database, round_id: str, words: str) -> CheckPoint:
    """One more, behind the others."""
    held = open_round(db, round_id)
    tidy = _checked(db, round_id, words, key="")
    key = new_key()
    with change(db, f"Added a point to the checklist of {held.name}"):
        place = next_place(db, "award_check", "round_id", round_id)
        db.insert_row("award_check", {"id": key, "round_id": round_id, "words": tidy, "position": place})
    return check_point(db, key)


def edit_check(db: Database, key: str, words: str) -> CheckPoint:
    """In other words; what was answered stays, so its meaning should."""
    held = check_point(db, key)
    rnd = open_round(db, held.round_id)
    tidy = _checked(db, held.round_id, words, key=key)
    with change(db, f"Changed a point of the checklist of {rnd.name}"):
        db.update_row("award_check", key, {"words": tidy})
    return check_point(db, key)


def remove_check(db: Database, key: str) -> None:
    """Take it out, as long as it was answered for nobody."""
    held = check_point(db, key)
    rnd = open_round(db, held.round_id)
    answered = int(str(db.value("select count(*) from entry_check where check_id = ?", (key,))))
    if answered:
        raise Problem(
            f"“{shortened(held.words)}” is answered for {count_of(answered, 'nominee')} already, so it stays on the "
            "checklist."
        )
    with change(db, f"Removed a point from the checklist of {rnd.name}"):
        db.delete_row("award_check", key)


def move_check(db: Database, key: str, *, by: int) -> CheckPoint:
    """Further down by so many places, or up."""
    held = check_point(db, key)
    rnd = open_round(db, held.round_id)
    with change(db, f"Moved a point of the checklist of {rnd.name}"):
        put_by(db, "award_check", [one.id for one in checklist(db, held.round_id)], key, by)
    return check_point(db, key)


def _checked(db: Database, round_id: str, words: str, *, key: str) -> str:
    refuse_empty("words", words, "Point: nothing is written. Say what is looked at.")
    tidy = words.strip()
    if db.value(
        "select 1 from award_check where round_id = ? and lower(words) = lower(?) and id <> ?",
        (round_id, tidy, key),
    ):
        raise FieldProblem("words", "Point: this stands on the checklist already. Say something else.")
    return tidy
