"""Checks that somebody holds or has applied for: DBS, right to work, a certificate. Never what a check says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.wording import date_words
from workforce.iwork.profile.whose import reference_to_write
from workforce.iwork.vocabulary import CheckKind, CheckState

SOON = timedelta(days=60)
"""A check that runs out within this time is worth renewing."""


class CheckFacts(TypedDict, total=False):
    """What can be said of a check. `until_on` is its last day."""

    dated_on: date | None
    until_on: date | None
    note: str


@dataclass(frozen=True)
class CheckHeld:
    """One check of one person."""

    id: str
    person_id: str
    kind: CheckKind
    state: CheckState
    dated_on: date | None = None
    until_on: date | None = None
    note: str = ""

    def counts_on(self, day: date) -> bool:
        """Whether it is held on a day: applied for is not held, and what ran out is held no more."""
        return self.state is CheckState.HELD and (self.until_on is None or day <= self.until_on)


_COLUMNS = columns_of(CheckHeld)


def _check(row: tuple[Any, ...]) -> CheckHeld:
    return made(
        CheckHeld,
        row,
        kind=CheckKind,
        state=CheckState,
        dated_on=date.fromisoformat,
        until_on=date.fromisoformat,
    )


def check_held(vault: Database, key: str) -> CheckHeld:
    """One by its key."""
    row = vault.row(f"select {_COLUMNS} from check_held where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no check {key}")
    return _check(row)


def checks_of(vault: Database, person_id: str) -> list[CheckHeld]:
    """Somebody's checks in the order of their kinds."""
    rows = vault.rows(f"select {_COLUMNS} from check_held where person_id = ?", (person_id,))
    order = list(CheckKind)
    return sorted(map(_check, rows), key=lambda one: order.index(one.kind))


def set_check(
    vault: Database, person_id: str, kind: CheckKind, state: CheckState, **given: Unpack[CheckFacts]
) -> CheckHeld:
    """How a check of one kind stands; what was kept of that kind is brought up to date."""
    whose = reference_to_write(vault, person_id)
    held = next((one for one in checks_of(vault, person_id) if one.kind is kind), None)
    dated = given.get("dated_on", held.dated_on if held else None)
    until = given.get("until_on", held.until_on if held else None)
    if dated and until and until < dated:
        raise FieldProblem(
            "until_on",
            f"{kind.label}: it is dated {date_words(dated)} and runs out on {date_words(until)}, which is before. "
            "Change one of the two.",
        )
    cells, key = {"state": state.value, **cells_of(given)}, held.id if held else new_key()
    with change(vault, f"Set a check of {whose}: {kind.label}, {state.label.lower()}"):
        if held:
            vault.update_row("check_held", key, cells)
        else:
            vault.insert_row("check_held", {"id": key, "person_id": person_id, "kind": kind.value, **cells})
    return check_held(vault, key)


def remove_check(vault: Database, person_id: str, kind: CheckKind) -> None:
    """It was entered by mistake."""
    whose = reference_to_write(vault, person_id)
    held = next((one for one in checks_of(vault, person_id) if one.kind is kind), None)
    if held is None:
        raise Problem(f"{whose} has no “{kind.label}” to remove.")
    with change(vault, f"Removed a check of {whose}: {kind.label}"):
        vault.delete_row("check_held", held.id)


# --- pure ---------------------------------------------------------------------------------------------------------


class Standing(Enum):
    """Where a check stands on a day."""

    HELD = "Held"
    SOON = "Runs out soon"
    RUN_OUT = "Has run out"
    APPLIED = "Applied for"


def standing(one: CheckHeld, today: date) -> Standing:
    """Where it stands."""
    if one.state is CheckState.APPLIED:
        return Standing.APPLIED
    if not one.counts_on(today):
        return Standing.RUN_OUT
    return Standing.SOON if one.until_on and one.until_on - today <= SOON else Standing.HELD


def check_sentences(checks: Iterable[CheckHeld], today: date) -> tuple[str, ...]:
    """What to do about checks that have run out or will soon."""
    said = []
    for one in checks:
        where = standing(one, today)
        if where is Standing.RUN_OUT and one.until_on:
            said.append(f"{one.kind.label} ran out on {date_words(one.until_on)}. Renew it, or take it away.")
        elif where is Standing.SOON and one.until_on:
            said.append(f"{one.kind.label} runs out on {date_words(one.until_on)}. Begin to renew it.")
    return tuple(said)
