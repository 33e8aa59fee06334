"""Deleting somebody’s record for good, in two steps: asked for, and later, or by another person, done.

Nothing of it is left in the file. A key on a list outside the backups sees to it that no restore brings it back.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from resources.database import Database, change, new_key
from resources.database.erasing import Hanging, erasing, hanging_on, leave_nothing_behind
from resources.problem import Problem
from resources.rows import cells_of, refuse_empty
from resources.wording import and_list, count_of, date_words, in_london
from workforce.iwork.people.mentions import drafts_about, kept_in_history
from workforce.iwork.people.people import Person, is_person, person, refuse_in_purge
from workforce.iwork.posts.moving import settle_status
from workforce.iwork.references import person_reference

_LONGEST_NUMBER = 6
"""Signs of a number that was somebody’s: longer ones in the list are none, and would leave no number to be given."""

ACTION = "Deleted a record for good"
"""All that the history keeps of it, and of what was done to the record before."""


class KeyList(Protocol):
    """Where keys are kept outside the register: a record on it is deleted again after a restore."""

    def add(self, *keys: str) -> None:
        """Put keys on the list, before anything is deleted."""

    def take_off(self, *keys: str) -> None:
        """Take keys off it whose record was not deleted after all."""


# --- the first step ---------------------------------------------------------------------------------------------


def ask_purge(vault: Database, key: str, reason: str, *, by: str, now: datetime) -> Person:
    """Ask for a record to be deleted. From then on it is matched to nothing and altered by nobody."""
    held = person(vault, key)
    refuse_in_purge(held)
    refuse_empty("reason", reason, "Why it is deleted is empty. Write it, such as “They asked for it”.")
    facts = {"purge_asked_at": now, "purge_asked_by": by, "purge_reason": reason}
    with change(vault, f"Asked for {held.reference} to be deleted"):
        vault.update_row("person", key, cells_of(facts))
    return person(vault, key)


def take_back_purge(vault: Database, key: str, *, purged_list: KeyList) -> Person:
    """The record is kept after all, also where a second step that failed has listed it."""
    held = person(vault, key)
    if held.purge_asked_at is None:
        raise Problem(f"Nobody asked for {held.reference} to be deleted, so there is nothing to take back.")
    purged_list.take_off(_entry(held.id, held.number))
    with change(vault, f"{held.reference} is kept after all"):
        vault.update_row("person", key, {"purge_asked_at": None, "purge_asked_by": "", "purge_reason": ""})
    return person(vault, key)


# --- the second step --------------------------------------------------------------------------------------------


def why_not_yet(held: Person, *, by: str, today: date) -> str | None:
    """Why a record cannot be deleted now; None where it can. Pure.

    Whoever asked for it waits until the next day: nobody deletes a record by one slip.
    """
    if held.purge_asked_at is None:
        return f"Nobody asked for {held.reference} to be deleted. Ask for it first."
    asked_on = in_london(held.purge_asked_at).date()
    if _may_be_one(by, held.purge_asked_by) and today <= asked_on:
        return (
            f"You asked for {held.reference} to be deleted today. Do it from tomorrow, or let somebody else of "
            "the team do it."
        )
    return None


def _may_be_one(by: str, asked_by: str) -> bool:
    """Whether two names may be one person’s: written otherwise, or not told."""
    said = [" ".join(name.casefold().split()) for name in (by, asked_by)]
    return said[0] == said[1] or "" in said


@dataclass(frozen=True)
class Purged:
    """What was deleted: so many rows, of somebody who had this number."""

    number: int
    rows: int

    @property
    def words(self) -> str:
        """IW-014 is deleted: 37 rows. It cannot be brought back."""
        return f"{person_reference(self.number)} is deleted: {count_of(self.rows, 'row')}. It cannot be brought back."


def purge(vault: Database, key: str, *, by: str, now: datetime, purged_list: KeyList) -> Purged:
    """Delete the record for good. The key is listed first: cut off in between, the next opening deletes it."""
    held, today = person(vault, key), in_london(now).date()
    reason = why_not_yet(held, by=by, today=today)
    if reason is not None:
        raise Problem(reason)
    try:
        purged_list.add(_entry(held.id, held.number))
        done = _erase(vault, key, held.number, now=now)
    except BaseException as error:
        _unlist(vault, held, purged_list, error)
        raise
    _write_anew(vault, held)
    return done


def _unlist(vault: Database, held: Person, purged_list: KeyList, error: BaseException) -> None:
    """Nobody is deleted later, unasked, whom it was said that they were not deleted."""
    if not is_person(vault, held.id):
        return  # it was done before the trouble
    try:
        purged_list.take_off(_entry(held.id, held.number))
    except Problem as problem:
        raise Problem(f"{held.reference} could not be deleted now. {problem.sentence}") from error


def _write_anew(vault: Database, held: Person) -> None:
    try:
        leave_nothing_behind(vault)
    except Problem as problem:
        raise Problem(
            f"{held.reference} is deleted and cannot be brought back; only the file could not be made smaller. "
            f"{problem.sentence}"
        ) from problem


def apply_purged(vault: Database, entries: Iterable[str], *, now: datetime) -> int:
    """Delete again whoever is on the list and came back with a restored backup; how many. Numbers stay taken."""
    again = 0
    for said in sorted(entries):
        key, _, digits = said.partition(" ")
        number = vault.value("select number from person where id = ?", (key,))
        if number is not None:
            _erase(vault, key, int(number), now=now)
            again += 1
        elif digits.isdecimal() and len(digits) <= _LONGEST_NUMBER:
            _take_number(vault, int(digits), now=now)
    if again:
        leave_nothing_behind(vault)
    return again


def _entry(key: str, number: int) -> str:
    return f"{key} {number}"


def _take_number(vault: Database, number: int, *, now: datetime) -> None:
    """A backup from before somebody was added knows nothing of their number."""
    if vault.value(
        "select 1 from person where number = ?1 union select 1 from purged where number = ?1", (number,)
    ):
        return
    nothing = Hanging({}, {})
    with erasing(vault, nothing, ACTION, now=now):
        _insert_number(vault, number, now)


def _insert_number(vault: Database, number: int, now: datetime) -> None:
    day = in_london(now).date().isoformat()
    if not vault.value("select 1 from purged where number = ?", (number,)):
        vault.insert_row("purged", {"id": new_key(), "number": number, "purged_on": day})


def _erase(vault: Database, key: str, number: int, *, now: datetime) -> Purged:
    hanging, held = hanging_on(vault, "person", key), person(vault, key)
    today = in_london(now).date()
    places = vault.rows(
        "select distinct post_id from placement where person_id = ? and post_id is not null", (key,)
    )
    said = rf"\b{re.escape(person_reference(number))}\b"
    with erasing(vault, hanging, ACTION, now=now, unsaid=said):
        vault.execute("delete from history_person_view where person_id = ?", (key,))
        _delete_drafts(vault, held)
        _forget_mentions(vault, held)
        _insert_number(vault, number, now)
        for (post_id,) in places:
            settle_status(vault, post_id, today=today)
    return Purged(number, sum(len(keys) for keys in hanging.live.values()))


def _delete_drafts(vault: Database, held: Person) -> None:
    """What was being typed about them."""
    for key, _ in drafts_about(vault, held):
        vault.execute("delete from history_draft where id = ?", (key,))


def _forget_mentions(vault: Database, held: Person) -> None:
    """What was put right in rows of others, because their name stood there, is not kept as it was either."""
    for key in kept_in_history(vault, held):
        vault.execute("delete from history_row where id = ?", (key,))


# --- what is held elsewhere until when --------------------------------------------------------------------------


def still_in_backups(
    made: Sequence[datetime], set_aside: Sequence[datetime] = (), *, kept_for: timedelta
) -> str:
    """What a person is told of copies from before: which hold the record still, until when, and what follows. Pure.

    `made` are backups, `set_aside` registers that a restore put aside. What is older than `kept_for` goes when the
    register is opened or backed up, once whole backups of two days are there that are not as old.
    """
    if not made and not set_aside:
        return "No backup holds the record."
    parts = [_copies(made, "backup", "backups")] if made else []
    if set_aside:
        parts.append(_copies(set_aside, "register set aside by a restore", "registers set aside by restores"))
    number = len(made) + len(set_aside)
    until = date_words(in_london(max([*made, *set_aside]) + kept_for).date())
    first = until if number == 1 else date_words(in_london(min([*made, *set_aside]) + kept_for).date())
    days = until if first == until else f"{first} to {until}"
    return (
        f"{and_list(parts)} still {'holds' if number == 1 else 'hold'} the record, locked. "
        f"{'It is' if number == 1 else 'They are'} kept until {days}, and on until newer backups of two days are "
        "there. If one is restored, the record is deleted again at once. To have nothing left before then, delete "
        "these files too."
    )


def _copies(made: Sequence[datetime], one: str, several: str) -> str:
    days = sorted(in_london(moment).date() for moment in made)
    first, last = date_words(days[0]), date_words(days[-1])
    return f"{count_of(len(made), one, several)} of {first if first == last else f'{first} to {last}'}"
