"""What a person decided of words that may be names or ordinary words: which of them a blind copy hides."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from awards.rounds.rounds import award_round, refuse_archived
from resources.database import Database, change, new_key
from resources.problem import Problem
from resources.rows import columns_of, made
from resources.tables import Cell


@dataclass(frozen=True)
class BlindChoice:
    """Whether the `occurrence`th time that a doubtful word stands in a statement it is hidden."""

    id: str
    nomination_id: str
    word: str
    occurrence: int
    hide: bool
    chosen_by: str
    chosen_on: date


_COLUMNS = columns_of(BlindChoice)


def _choice(row: tuple[Any, ...]) -> BlindChoice:
    return made(BlindChoice, row, hide=bool, chosen_on=date.fromisoformat)


def choices_of(db: Database, nomination_id: str) -> list[BlindChoice]:
    """All of one statement."""
    rows = db.rows(
        f"select {_COLUMNS} from blind_choice where nomination_id = ? order by word, occurrence",
        (nomination_id,),
    )
    return [_choice(row) for row in rows]


def choices_in(db: Database, round_id: str) -> dict[str, dict[tuple[str, int], bool]]:
    """What was decided of every statement of a round, by its key."""
    found: dict[str, dict[tuple[str, int], bool]] = {}
    rows = db.rows(
        """select nomination_id, word, occurrence, hide from blind_choice
        join nomination on nomination.id = nomination_id join award_entry on award_entry.id = entry_id
        where round_id = ?""",
        (round_id,),
    )
    for nomination, word, nth, hidden in rows:
        found.setdefault(nomination, {})[word, nth] = bool(hidden)
    return found


def choose(
    db: Database, nomination_id: str, word: str, occurrence: int, *, hide: bool, on: date
) -> BlindChoice:
    """Hide a doubtful word where it stands, or let it stand; what was decided before of that place is replaced."""
    if not word or occurrence < 1:
        raise Problem("Only a word that may be no name can be let stand. Every other name is always hidden.")
    _refuse_archived(db, nomination_id)
    facts: dict[str, Cell] = {"hide": int(hide), "chosen_by": db.who, "chosen_on": on.isoformat()}
    before = next(
        (one for one in choices_of(db, nomination_id) if (one.word, one.occurrence) == (word, occurrence)),
        None,
    )
    key = before.id if before is not None else new_key()
    with change(db, "Hid a word in a blind copy" if hide else "Let a word stand in a blind copy"):
        if before is not None:
            db.update_row("blind_choice", key, facts)
        else:
            db.insert_row(
                "blind_choice",
                {"id": key, "nomination_id": nomination_id, "word": word, "occurrence": occurrence, **facts},
            )
    return next(one for one in choices_of(db, nomination_id) if one.id == key)


def _refuse_archived(db: Database, nomination_id: str) -> None:
    round_id = db.value(
        "select round_id from award_entry join nomination on entry_id = award_entry.id where nomination.id = ?",
        (nomination_id,),
    )
    if round_id is None:
        raise LookupError(f"there is no nomination {nomination_id}")
    refuse_archived(award_round(db, str(round_id)))
