"""People on the register. They are spoken of by reference and initials; a name is shown where somebody asks for it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.tables import Cell
from resources.wording import date_words
from resources.words import sql_values
from workforce.iwork.people.why_held import retention
from workforce.iwork.postcodes import placed
from workforce.iwork.references import initials, person_reference
from workforce.iwork.vocabulary import IN_WORK, WITH_A_POST, ClosedReason, KnownOrNot, Stage


class NewPerson(TypedDict, total=False):
    """What can be said of somebody new. Why held, review and delete-by begin as the team chose."""

    family_name: str
    known_as: str
    born_on: date | None
    postcode: str
    email: str
    phone: str
    contact_how: str
    supporter: str
    supporter_relation: str
    supporter_phone: str
    learning_disability: bool
    autism: bool
    long_term_support: KnownOrNot
    referred_by: str
    coach: str
    why_held: str
    review_on: date
    delete_by: date
    note: str


class PersonFacts(NewPerson, total=False):
    """What can be put right of somebody."""

    given_name: str
    referred_on: date


@dataclass(frozen=True)
class Person:
    """Somebody on the register, as they stand."""

    id: str
    number: int
    given_name: str
    family_name: str
    known_as: str
    born_on: date | None
    postcode: str
    easting: int | None
    northing: int | None
    district: str
    email: str
    phone: str
    contact_how: str
    supporter: str
    supporter_relation: str
    supporter_phone: str
    learning_disability: bool
    autism: bool
    long_term_support: KnownOrNot
    referred_on: date
    referred_by: str
    coach: str
    why_held: str
    review_on: date
    delete_by: date
    closed_on: date | None
    closed_reason: ClosedReason | None
    purge_asked_at: datetime | None
    purge_asked_by: str
    purge_reason: str
    note: str

    @property
    def reference(self) -> str:
        """As IW-014."""
        return person_reference(self.number)

    @property
    def initials(self) -> str:
        """As A.E."""
        return initials(self.given_name, self.family_name)

    @property
    def told(self) -> str:
        """How they are spoken of: “IW-014 A.E.”."""
        return f"{self.reference} {self.initials}"

    @property
    def name(self) -> str:
        """Given name first. Only where somebody asks for it."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def is_current(self) -> bool:
        """Whether the team works with them: neither closed nor about to be deleted."""
        return self.closed_on is None and self.purge_asked_at is None


_SELECT = f"select {columns_of(Person)} from person"
_LONGEST_NUMBER, _LONGEST_TOLD = 9, 40


def _person(row: tuple[Any, ...]) -> Person:
    day = date.fromisoformat
    return made(
        Person, row, born_on=day, referred_on=day, review_on=day, delete_by=day, closed_on=day,
        purge_asked_at=datetime.fromisoformat, learning_disability=bool, autism=bool,
        long_term_support=KnownOrNot, closed_reason=ClosedReason,
    )  # fmt: skip


# --- reading ----------------------------------------------------------------------------------------------------


def person(vault: Database, key: str) -> Person:
    """One by their key."""
    row = vault.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no person {key}")
    return _person(row)


def is_person(vault: Database, key: str) -> bool:
    """Whether the key is a person’s."""
    return bool(vault.value("select exists (select 1 from person where id = ?)", (key,)))


def people(vault: Database, *, closed: bool = False) -> list[Person]:
    """Those whom the team works with, by number; with `closed` everybody who is held."""
    rows = vault.rows(
        f"{_SELECT} where ? or (closed_on is null and purge_asked_at is null) order by number", (closed,)
    )
    return [_person(row) for row in rows]


def person_by_reference(vault: Database, said: str) -> Person:
    """Whoever is meant by “IW-014”, “iw14” or “14”."""
    digits = said.strip().upper().removeprefix("IW").lstrip("-– ")
    is_one = digits.isdecimal() and len(digits) <= _LONGEST_NUMBER
    row = vault.row(f"{_SELECT} where number = ?", (int(digits),)) if is_one else None
    if row is None:
        told = said.strip() if len(said) <= _LONGEST_TOLD else f"{said.strip()[:_LONGEST_TOLD]}…"
        raise Problem(f"Nobody on the register has the reference “{told}”. Give one such as IW-014.")
    return _person(row)


def open_placements(vault: Database, key: str) -> list[Stage]:
    """The stages of what goes on about a post for somebody, or is paused."""
    going_on = [one for one in Stage if one in WITH_A_POST or one is Stage.PAUSED]
    rows = vault.rows(
        f"select stage from placement where person_id = ? and stage in ({sql_values(going_on)}) order by id",
        (key,),
    )
    return [Stage(stage) for (stage,) in rows]


def coaches(vault: Database) -> list[str]:
    """Whoever coaches somebody."""
    rows = vault.rows("select distinct coach from person where coach <> '' order by lower(coach)")
    return [name for (name,) in rows]


# --- the verbs --------------------------------------------------------------------------------------------------


def add_person(
    vault: Database, given_name: str, referred_on: date, *, today: date, **given: Unpack[NewPerson]
) -> Person:
    """Begin to hold somebody, under the next number; a number that was somebody’s is never given again."""
    _refuse_referral(referred_on, today)
    begun = retention(vault)
    facts: PersonFacts = {
        "why_held": begun.why,
        "review_on": begun.review_after(referred_on),
        "delete_by": begun.delete_after(referred_on),
        **given,
        "given_name": given_name,
        "referred_on": referred_on,
    }
    cells, key, number = _cells(facts, today=today), new_key(), next_number(vault)
    with change(vault, f"Added {person_reference(number)}"):
        vault.insert_row("person", {"id": key, "number": number, **cells})
    return person(vault, key)


def next_number(vault: Database) -> int:
    """The first number that nobody had, those who were deleted included."""
    return 1 + int(
        vault.value("select max(coalesce((select max(number) from person), 0), "
                    "coalesce((select max(number) from purged), 0))")
    )  # fmt: skip


def edit_person(vault: Database, key: str, *, today: date, **given: Unpack[PersonFacts]) -> Person:
    """Put right what is given and leave the rest."""
    held = person(vault, key)
    refuse_in_purge(held)
    together: PersonFacts = {"referred_on": held.referred_on, "delete_by": held.delete_by, **given}
    cells = _cells(together, today=today)
    with change(vault, f"Changed {held.reference}"):
        vault.update_row("person", key, cells)
    return person(vault, key)


def close_person(vault: Database, key: str, reason: ClosedReason, *, on: date, today: date) -> Person:
    """The team’s work with somebody is over. From then on it counts until when the record is kept."""
    held = person(vault, key)
    refuse_in_purge(held)
    if held.closed_on is not None:
        raise Problem(f"{held.reference} was closed on {date_words(held.closed_on)} already.")
    _refuse_day("on", "Closed on", on, held.referred_on, today)
    _refuse_open_placements(vault, held, reason)
    kept = {"closed_on": on, "closed_reason": reason, "delete_by": retention(vault).delete_after(on)}
    with change(vault, f"Closed {held.reference}"):
        vault.update_row("person", key, cells_of(kept))
    return person(vault, key)


def reopen_person(vault: Database, key: str, *, today: date) -> Person:
    """Somebody came back: the record counts as looked at today."""
    held = person(vault, key)
    refuse_in_purge(held)
    if held.closed_on is None:
        raise Problem(f"{held.reference} is not closed, so there is nothing to reopen.")
    begun = retention(vault)
    again = {"closed_on": None, "closed_reason": None, "review_on": begun.review_after(today),
             "delete_by": max(held.delete_by, begun.delete_after(today))}  # fmt: skip
    with change(vault, f"Reopened {held.reference}"):
        vault.update_row("person", key, cells_of(again))
    return person(vault, key)


def refuse_in_purge(held: Person) -> None:
    """Raises Problem where somebody’s record is about to be deleted: nothing of it is altered any more."""
    if held.purge_asked_at is not None:
        raise Problem(
            f"{held.reference} is to be deleted, so nothing is altered. Take the deletion back first."
        )


# --- checking ---------------------------------------------------------------------------------------------------


def _cells(facts: PersonFacts, *, today: date) -> dict[str, Cell]:
    cells = cells_of(facts)
    if "given_name" in facts:
        refuse_empty(
            "given_name", facts["given_name"], "The given name is empty. Write what they are called."
        )
    if "why_held" in facts:
        refuse_empty("why_held", facts["why_held"], "Why they are held is empty. Write it in plain words.")
    _refuse_referral(facts["referred_on"], today)
    born = facts.get("born_on")
    if born is not None:
        _refuse_day("born_on", "Born on", born, date(1900, 1, 1), facts["referred_on"])
    if facts["delete_by"] < facts["referred_on"]:
        raise FieldProblem(
            "delete_by",
            f"Delete by: {date_words(facts['delete_by'])} is before the referral on "
            f"{date_words(facts['referred_on'])}. Give a later day.",
        )
    if "postcode" in facts:
        at = placed(facts["postcode"])
        cells.update(postcode=at.postcode, easting=at.easting, northing=at.northing, district=at.district)
    return cells


def _refuse_referral(day: date, today: date) -> None:
    _refuse_day("referred_on", "Referred on", day, date(2000, 1, 1), today)


def _refuse_day(field: str, heading: str, day: date, first: date, last: date) -> None:
    if not first <= day <= last:
        raise FieldProblem(
            field,
            f"{heading}: {date_words(day)} is not between {date_words(first)} and {date_words(last)}. "
            "Check the day.",
        )


def _refuse_open_placements(vault: Database, held: Person, reason: ClosedReason) -> None:
    """What goes on about a post would go on without the person; somebody in work may be closed as such."""
    going_on = open_placements(vault, held.id)
    if reason is ClosedReason.IN_WORK:
        going_on = [one for one in going_on if one not in IN_WORK]
    if going_on:
        raise Problem(
            f"{held.reference} stands at “{going_on[0].label}”. End that placement first, with its reason; "
            "somebody who stays in the job is closed as in work."
        )
