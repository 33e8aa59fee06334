"""What is kept of each thing in the register: the heading people know a fact by, and what it may hold.

Forms, error sentences and the history of a row all take their headings from here.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engagement.register.letterhead import is_address
from engagement.register.vocabulary import (
    ConsentBasis,
    ContactRole,
    ContractStatus,
    KeyQuestion,
    OrganisationKind,
    Rating,
    ServiceKind,
)
from resources.geography import tidy_postcode
from resources.problem import FieldProblem
from resources.tables import Cell
from resources.wording import date_words
from resources.words import Word

Check = Callable[["Fact", object], Cell]


@dataclass(frozen=True)
class Fact:
    """One column: its name in code, its heading for people, and the check that turns what was given into a cell.

    `refers_to` is the table whose row a key stands for, `words` the fixed words that it may be.
    """

    name: str
    heading: str
    check: Check
    refers_to: str = ""
    words: type[Word] | None = None

    def problem(self, sentence: str) -> FieldProblem:
        """What is wrong with it, said after its heading."""
        return FieldProblem(self.name, f"{self.heading}: {sentence}")


# --- checks: what was given → the cell that is kept ---------------------------------------------------------


def text(fact: Fact, given: object) -> Cell:
    """Any text, without space around it."""
    return str(given or "").strip()


def needed(fact: Fact, given: object) -> Cell:
    """Text that may not be empty."""
    kept = str(given or "").strip()
    if not kept:
        raise fact.problem("nothing was entered. Type something here.")
    return kept


def optional(fact: Fact, given: object) -> Cell:
    """A number of CQC's: text, or nothing at all."""
    return str(given or "").strip() or None


def postcode(fact: Fact, given: object) -> Cell:
    """A whole postcode, written as the Post Office writes it, or none."""
    asked = str(given or "").strip()
    tidy = tidy_postcode(asked) if asked else ""
    if tidy is None:
        raise fact.problem(f"“{asked}” is not a whole postcode. Write it like NG2 7QP, or leave it empty.")
    return tidy


def email(fact: Fact, given: object) -> Cell:
    """An e-mail address to which mail could be written, or none."""
    asked = str(given or "").strip()
    if asked and not is_address(asked):
        raise fact.problem(
            f"“{asked}” is not a whole address. Write it like name@example.org, or leave it empty."
        )
    return asked


def day(fact: Fact, given: object) -> Cell:
    """A date, given as one or as ISO text, or none."""
    if given is None or given == "":
        return None
    try:
        return (given if isinstance(given, date) else date.fromisoformat(str(given))).isoformat()
    except ValueError:
        raise fact.problem(f"“{given}” is not a date. Write it like 9 December 2019.") from None


def count(fact: Fact, given: object) -> Cell:
    """A whole number from 0, or none."""
    if given is None or given == "":
        return None
    asked = str(given).strip()
    if not re.fullmatch(r"\d{1,6}", asked):
        raise fact.problem(f"“{asked}” is not a whole number from 0 to 999,999. Write digits only.")
    return int(asked)


def flag(fact: Fact, given: object) -> Cell:
    """Yes or no."""
    return 1 if given else 0


def word(fact: Fact, given: object) -> Cell:
    """One of the fixed words, given as itself, its value or its label."""
    assert fact.words is not None
    found = fact.words.read(str(given or ""))
    if found is None:
        labels = ", ".join(member.label for member in fact.words)
        asked = f"“{given}” is none of the choices" if given else "nothing was chosen"
        raise fact.problem(f"{asked}. Choose one of {labels}.")
    return found.value


def key(fact: Fact, given: object) -> Cell:
    """The key of another row; whether the row is there the database sees to."""
    return str(given) if given else None


# --- the things -----------------------------------------------------------------------------------------------

PROVIDER = (
    Fact("name", "Name", needed),
    Fact("organisation", "What it is", word, words=OrganisationKind),
    Fact("cqc_provider_id", "CQC Provider ID", optional),
    Fact("brand", "Brand", text),
    Fact("address", "Address", text),
    Fact("postcode", "Postcode", postcode),
    Fact("phone", "Phone", text),
    Fact("website", "Website", text),
    Fact("archived_on", "Archived", day),
)

SERVICE = (
    Fact("provider_id", "Provider", key, refers_to="provider"),
    Fact("name", "Name", needed),
    Fact("also_known_as", "Also known as", text),
    Fact("cqc_location_id", "CQC Location ID", optional),
    Fact("kind", "Kind", word, words=ServiceKind),
    Fact("service_types", "CQC service types", text),
    Fact("specialisms", "Specialisms", text),
    Fact("address", "Address", text),
    Fact("postcode", "Postcode", postcode),
    Fact("district", "District", text),
    Fact("authority", "Authority", text),
    Fact("region", "Region", text),
    Fact("phone", "Phone", text),
    Fact("website", "Website", text),
    Fact("beds", "Beds", count),
    Fact("registered_on", "Registered", day),
    Fact("dormant", "Dormant", flag),
    Fact("last_inspected_on", "Last inspected", day),
    Fact("registered_manager", "Registered manager", text),
    Fact("portfolio_officer", "Portfolio officer", text),
    Fact("archived_on", "Archived", day),
)

CONTACT = (
    Fact("provider_id", "Provider", key, refers_to="provider"),
    Fact("service_id", "Service", key, refers_to="service"),
    Fact("name", "Name", needed),
    Fact("role", "Role", word, words=ContactRole),
    Fact("email", "E-mail", email),
    Fact("phone", "Phone", text),
    Fact("consent", "How they agreed", word, words=ConsentBasis),
    Fact("consent_on", "Agreed on", day),
    Fact("notes", "Notes", text),
    Fact("archived_on", "Archived", day),
)

CONTRACT_STATUS = (
    Fact("service_id", "Service", key, refers_to="service"),
    Fact("status", "Contract", word, words=ContractStatus),
    Fact("from_on", "From", day),
    Fact("until_on", "Until", day),
    Fact("reason", "Reason", text),
)

RATING = (
    Fact("service_id", "Service", key, refers_to="service"),
    Fact("key_question", "Question", word, words=KeyQuestion),
    Fact("rating", "Rating", word, words=Rating),
    Fact("published_on", "Published", day),
    Fact("inherited", "Inherited", flag),
    Fact("source", "Source", text),
)

SERVICE_PERIOD = (
    Fact("service_id", "Service", key, refers_to="service"),
    Fact("from_on", "From", day),
    Fact("until_on", "Until", day),
    Fact("authority", "Authority", text),
    Fact("kind", "Kind", word, words=ServiceKind),
    Fact("dormant", "Dormant", flag),
)

NOTE = (
    Fact("provider_id", "Provider", key, refers_to="provider"),
    Fact("service_id", "Service", key, refers_to="service"),
    Fact("written_at", "Written", text),
    Fact("written_by", "By", text),
    Fact("text", "Note", needed),
)

TABLES: Mapping[str, tuple[Fact, ...]] = {
    "provider": PROVIDER,
    "service": SERVICE,
    "contact": CONTACT,
    "contract_status": CONTRACT_STATUS,
    "rating": RATING,
    "service_period": SERVICE_PERIOD,
    "note": NOTE,
}


def fact(table: str, name: str) -> Fact:
    """The fact with this name; one that is not kept is an error of ours."""
    return next(known for known in TABLES[table] if known.name == name)


def heading(table: str, name: str) -> str:
    """A column's heading; tables that this module does not know give the name with spaces."""
    known = {each.name: each.heading for each in TABLES.get(table, ())}
    return known.get(name, name.removesuffix("_id").removesuffix("_on").replace("_", " ").capitalize())


def checked(table: str, given: Mapping[str, Any]) -> dict[str, Cell]:
    """What was given as cells to keep, or a FieldProblem about the first that cannot be kept."""
    known = {each.name: each for each in TABLES[table]}
    return {name: known[name].check(known[name], value) for name, value in given.items()}


def in_order(table: str, *, first: str, then: str, cells: Mapping[str, Cell]) -> None:
    """A FieldProblem about `then` when it lies before `first`."""
    begins, ends = cells.get(first), cells.get(then)
    if begins and ends and str(ends) < str(begins):
        raise fact(table, then).problem(
            f"{date_words(str(ends))} is before {date_words(str(begins))}, "
            f"the date under “{heading(table, first)}”. Change one of the two."
        )


def not_after(table: str, name: str, cells: Mapping[str, Cell], today: date) -> None:
    """A FieldProblem about a date that has not come yet."""
    given = cells.get(name)
    if given and str(given) > today.isoformat():
        raise fact(table, name).problem(
            f"{date_words(str(given))} is after today, {date_words(today)}. Give a date that has come."
        )


def key_list(keys: Iterable[str]) -> str:
    """Keys as one JSON parameter, for `in (select value from json_each(?))`: any number of them."""
    return json.dumps(list(keys))


def as_day(cell: Cell) -> date | None:
    """A kept date as a date."""
    return date.fromisoformat(str(cell)) if cell else None
