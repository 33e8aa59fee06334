"""Looking at a record again: is it still needed, is it still right, and until when is it kept."""

from dataclasses import dataclass
from datetime import date, timedelta

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import cells_of, columns_of, made
from resources.wording import date_words
from workforce.iwork.people.people import Person, people, person, refuse_in_purge
from workforce.iwork.people.why_held import retention


@dataclass(frozen=True)
class Review:
    """One look at a record, and what came of it. `words` say why it is kept longer than usual."""

    id: str
    person_id: str
    done_on: date
    by: str
    next_on: date
    delete_by: date
    words: str


def reviews_of(vault: Database, person_id: str) -> list[Review]:
    """All of one person, the latest first."""
    rows = vault.rows(
        f"select {columns_of(Review)} from person_review where person_id = ? order by done_on desc, id desc",
        (person_id,),
    )
    day = date.fromisoformat
    return [made(Review, row, done_on=day, next_on=day, delete_by=day) for row in rows]


@dataclass(frozen=True)
class Due:
    """A record that waits: for its review, or to be deleted."""

    person: Person
    on: date
    delete: bool

    @property
    def words(self) -> str:
        """What is to be done, by when."""
        told, day = self.person.told, date_words(self.on)
        if self.delete:
            return f"{told}: delete the record by {day}, or say why it is kept."
        return f"{told}: look at the record again by {day}."


def due_reviews(vault: Database, today: date, *, within_days: int = 0) -> list[Due]:
    """What is due by then, the soonest first. Closed records are not reviewed, but deleted in time."""
    last = today + timedelta(days=within_days)
    found = []
    for one in people(vault, closed=True):
        if one.purge_asked_at is not None:
            continue
        if one.delete_by <= last:
            found.append(Due(one, one.delete_by, delete=True))
        elif one.closed_on is None and one.review_on <= last:
            found.append(Due(one, one.review_on, delete=False))
    return sorted(found, key=lambda due: (due.on, due.person.number))


def record_review(
    vault: Database, person_id: str, *, on: date, today: date, next_on: date | None = None,
    delete_by: date | None = None, words: str = "",
) -> Person:  # fmt: skip
    """Somebody looked at the record. Without days of its own the usual spans begin anew.

    Kept longer than the usual span, it needs a reason.
    """
    held, usual = person(vault, person_id), retention(vault)
    refuse_in_purge(held)
    if not held.referred_on <= on <= today:
        raise FieldProblem(
            "on",
            f"Looked at on: {date_words(on)} is not between the referral on {date_words(held.referred_on)} and "
            "today. Check the day.",
        )
    longest = usual.delete_after(held.closed_on or on)
    next_on, delete_by = next_on or usual.review_after(on), delete_by or longest
    _refuse_days(on, next_on, delete_by, longest, words)
    days = {"next_on": next_on, "delete_by": delete_by}
    with change(vault, f"Looked at {held.reference} again"):
        told = {"person_id": person_id, "done_on": on, "by": vault.who, "words": words, **days}
        vault.insert_row("person_review", {"id": new_key(), **cells_of(told)})
        vault.update_row("person", person_id, cells_of({"review_on": next_on, "delete_by": delete_by}))
    return person(vault, person_id)


def _refuse_days(on: date, next_on: date, delete_by: date, longest: date, words: str) -> None:
    if next_on <= on:
        raise FieldProblem(
            "next_on", f"Look again by: {date_words(next_on)} is not after this review. Give a later day."
        )
    if delete_by < on:
        raise FieldProblem(
            "delete_by",
            f"Kept until: {date_words(delete_by)} is past. Ask for the record to be deleted instead.",
        )
    if delete_by > longest and not words.strip():
        raise FieldProblem(
            "words",
            f"The record would be kept until {date_words(delete_by)}, longer than usual ({date_words(longest)}). "
            "Write why.",
        )
