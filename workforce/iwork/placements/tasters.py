"""Taster days: somebody tries a place out, and both sides say how it was."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.wording import as_date, date_words
from workforce.iwork.placements import refusing
from workforce.iwork.placements.whom import person_words
from workforce.iwork.vocabulary import ConsentScope, TasterOutcome


@dataclass(frozen=True)
class Taster:
    """One day, or some hours of it."""

    id: str
    person_id: str
    employer_id: str
    post_id: str | None
    day_on: date
    from_minute: int | None
    until_minute: int | None
    outcome: TasterOutcome
    persons_words: str
    employers_words: str


class NewTaster(TypedDict, total=False):
    """What else may be said of a taster."""

    post_id: str | None
    from_minute: int | None
    until_minute: int | None
    outcome: TasterOutcome
    persons_words: str
    employers_words: str


class TasterFacts(NewTaster, total=False):
    """What may be put right of it."""

    day_on: date


_SELECT = f"select {columns_of(Taster)} from taster"


def _taster(row: tuple[Any, ...]) -> Taster:
    return made(Taster, row, day_on=as_date, outcome=TasterOutcome)


def taster(vault: Database, key: str) -> Taster:
    """One by its key."""
    row = vault.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"no taster {key}")
    return _taster(row)


def is_taster(vault: Database, key: str) -> bool:
    """Whether it is one."""
    return bool(vault.value("select exists (select 1 from taster where id = ?)", (key,)))


def tasters(vault: Database) -> list[Taster]:
    """All of them, the latest first."""
    return [_taster(row) for row in vault.rows(f"{_SELECT} order by day_on desc, id desc")]


def tasters_of(vault: Database, person_id: str) -> list[Taster]:
    """Somebody’s, the latest first."""
    rows = vault.rows(f"{_SELECT} where person_id = ? order by day_on desc, id desc", (person_id,))
    return [_taster(row) for row in rows]


def plan_taster(
    vault: Database, person_id: str, employer_id: str, day_on: date, *, today: date, **given: Unpack[NewTaster]
) -> Taster:  # fmt: skip
    """Agree a day with an employer. They hear who comes, so consent to that is needed."""
    who, key = person_words(vault, person_id), new_key()
    refusing.person_gone(vault, person_id, who)
    refusing.no_consent(vault, person_id, ConsentScope.SHARE, today)
    facts = cells_of({"person_id": person_id, "employer_id": employer_id, **given, "day_on": day_on})
    _refuse(vault, employer_id, facts, today)
    with change(vault, f"Planned a taster for {who}"):
        vault.insert_row("taster", {"id": key, **facts})
    return taster(vault, key)


def edit_taster(vault: Database, key: str, *, today: date, **given: Unpack[TasterFacts]) -> Taster:
    """Put right what is known of it, or say how it went."""
    held = taster(vault, key)
    together = cells_of(
        {
            "post_id": held.post_id, "day_on": held.day_on, "from_minute": held.from_minute,
            "until_minute": held.until_minute, "outcome": held.outcome, **given,
        }
    )  # fmt: skip
    _refuse(vault, held.employer_id, together, today)
    with change(vault, f"Changed a taster of {person_words(vault, held.person_id)}"):
        vault.update_row("taster", key, cells_of(given))
    return taster(vault, key)


def record_outcome(
    vault: Database, key: str, outcome: TasterOutcome, *, today: date, persons_words: str = "",
    employers_words: str = "",
) -> Taster:  # fmt: skip
    """Say how it went, in the words of both."""
    return edit_taster(
        vault, key, today=today, outcome=outcome, persons_words=persons_words, employers_words=employers_words
    )


def remove_taster(vault: Database, key: str) -> None:
    """Take away one that was entered by mistake; one that did not take place is cancelled instead."""
    held = taster(vault, key)
    with change(vault, f"Removed a taster of {person_words(vault, held.person_id)}"):
        vault.delete_row("taster", key)


def _refuse(vault: Database, employer_id: str, facts: dict[str, Any], today: date) -> None:
    begins, ends = facts.get("from_minute"), facts.get("until_minute")
    if (begins is None) != (ends is None):
        field = "from_minute" if begins is None else "until_minute"
        raise FieldProblem(
            field, "Only one of the two times is given. Give both, or neither for a whole day."
        )
    if begins is not None and ends is not None and ends <= begins:
        raise FieldProblem(
            "until_minute", "The taster ends before it begins. Put one of the two times right."
        )
    post_id = facts.get("post_id")
    if post_id is not None:
        owner = vault.value("select employer_id from post where id = ?", (post_id,))
        if owner != employer_id:
            raise FieldProblem(
                "post_id", "This post is another employer’s. Choose one of this employer’s, or none."
            )
    outcome, day = facts.get("outcome"), as_date(str(facts["day_on"]))
    if outcome not in (None, TasterOutcome.PLANNED, TasterOutcome.CANCELLED) and day > today:
        raise Problem(
            f"The taster is on {date_words(day)}, which is still to come: nobody knows yet how it went. Put the day "
            "right, or leave it planned."
        )
