"""What somebody agreed to: for what, when, how, until when, and whether they took it back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.wording import date_words
from resources.words import Word
from workforce.iwork.people.people import person, refuse_in_purge
from workforce.iwork.vocabulary import ConsentScope


class ConsentStanding(Word):
    """How it stands with one thing that can be agreed to."""

    NOT_ASKED = "not_asked", "Not asked"
    GIVEN = "given", "Given"
    RAN_OUT = "ran_out", "Ran out"
    WITHDRAWN = "withdrawn", "Withdrawn"


class ConsentFacts(TypedDict, total=False):
    """What can be said of one. `how` is as “Signed, easy-read form”, `told_to` who heard it."""

    until_on: date | None
    how: str
    told_to: str
    note: str


@dataclass(frozen=True)
class Consent:
    """One yes. It holds from the day it was given until the day it ends, both included, unless it was taken back."""

    id: str
    person_id: str
    scope: ConsentScope
    given_on: date
    until_on: date | None
    how: str
    told_to: str
    withdrawn_on: date | None
    withdrawn_reason: str
    note: str

    def holds_on(self, day: date) -> bool:
        """Whether it counts on a day."""
        return (
            self.given_on <= day
            and (self.until_on is None or day <= self.until_on)
            and (self.withdrawn_on is None or day < self.withdrawn_on)
        )


# --- how it stands: pure ----------------------------------------------------------------------------------------


def standing(consents: Iterable[Consent], scope: ConsentScope, today: date) -> ConsentStanding:
    """How it stands with a scope on a day. Of several the one that holds counts, else the latest."""
    about = sorted((one for one in consents if one.scope is scope), key=lambda one: one.given_on)
    if not about:
        return ConsentStanding.NOT_ASKED
    if any(one.holds_on(today) for one in about):
        return ConsentStanding.GIVEN
    taken_back = about[-1].withdrawn_on is not None
    return ConsentStanding.WITHDRAWN if taken_back else ConsentStanding.RAN_OUT


def standings(consents: Sequence[Consent], today: date) -> dict[ConsentScope, ConsentStanding]:
    """The same of everything that can be agreed to."""
    return {scope: standing(consents, scope, today) for scope in ConsentScope}


def holds_until(consents: Iterable[Consent], scope: ConsentScope, today: date) -> date | None:
    """The last day on which a yes that holds today does so; None where it has no end, or none holds."""
    ends = [one.until_on for one in consents if one.scope is scope and one.holds_on(today)]
    return None if not ends or None in ends else max(end for end in ends if end is not None)


_WITHOUT = {
    ConsentScope.REGISTER: "Without it the record is closed, or deleted.",
    ConsentScope.MATCHING: "Without it they are matched to no post.",
    ConsentScope.SHARE: "Without it no employer hears their name.",
    ConsentScope.PROFILE: "Without it their one-page profile is shown to no employer.",
    ConsentScope.PHOTO: "Without it no photograph of them is kept or shown.",
}


def without(scope: ConsentScope) -> str:
    """What it means that somebody does not agree."""
    return _WITHOUT[scope]


# --- reading ----------------------------------------------------------------------------------------------------

_SELECT = f"select {columns_of(Consent)} from consent"


def _consent(row: tuple[object, ...]) -> Consent:
    day = date.fromisoformat
    return made(Consent, row, scope=ConsentScope, given_on=day, until_on=day, withdrawn_on=day)


def consent(vault: Database, key: str) -> Consent:
    """One by its key."""
    row = vault.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no consent {key}")
    return _consent(row)


def consents_of(vault: Database, person_id: str) -> list[Consent]:
    """All that somebody said, the latest first."""
    rows = vault.rows(f"{_SELECT} where person_id = ? order by given_on desc, id desc", (person_id,))
    return [_consent(row) for row in rows]


def consents_of_all(vault: Database) -> dict[str, list[Consent]]:
    """The same of everybody, by the person’s key."""
    found: dict[str, list[Consent]] = {}
    for row in vault.rows(f"{_SELECT} order by given_on desc, id desc"):
        one = _consent(row)
        found.setdefault(one.person_id, []).append(one)
    return found


# --- the verbs --------------------------------------------------------------------------------------------------


def give_consents(
    vault: Database, person_id: str, scopes: Iterable[ConsentScope], given_on: date, *, today: date,
    **given: Unpack[ConsentFacts],
) -> list[Consent]:  # fmt: skip
    """Keep a yes to each thing told on one day, as one change. One that is given anew stands beside the earlier one."""
    held, wanted = person(vault, person_id), list(dict.fromkeys(scopes))
    refuse_in_purge(held)
    if not wanted:
        raise FieldProblem("scopes", "Nothing was chosen that they agreed to. Tick what they agreed to.")
    if given_on > today:
        raise FieldProblem("given_on", f"Given on: {date_words(given_on)} is still to come. Check the day.")
    until = given.get("until_on")
    if until is not None and until < given_on:
        raise FieldProblem(
            "until_on",
            f"Until: {date_words(until)} is before {date_words(given_on)}, when it was given. Give a later day.",
        )
    keys = [new_key() for _ in wanted]
    with change(vault, f"{held.reference} agreed"):
        for key, scope in zip(keys, wanted, strict=True):
            facts = {"person_id": person_id, "scope": scope.value, "given_on": given_on, **given}
            vault.insert_row("consent", {"id": key, **cells_of(facts)})
    return [consent(vault, key) for key in keys]


def withdraw_consent(
    vault: Database, person_id: str, scope: ConsentScope, *, on: date, today: date, reason: str = ""
) -> list[Consent]:
    """Somebody took it back: every yes for it that still counts ends on that day. It needs no reason."""
    held = person(vault, person_id)
    refuse_in_purge(held)
    counting = [
        one for one in consents_of(vault, person_id)
        if one.scope is scope and one.withdrawn_on is None and (one.until_on is None or on <= one.until_on)
    ]  # fmt: skip
    if not counting:
        raise Problem(f"{held.reference} has no consent “{scope.label}” that could be taken back.")
    first = min(one.given_on for one in counting)
    if not first <= on <= today:
        raise FieldProblem(
            "on",
            f"Taken back on: {date_words(on)} is not between {date_words(first)}, when it was given, and today. "
            "Check the day.",
        )
    with change(vault, f"{held.reference} took a consent back"):
        for one in counting:
            day = max(on, one.given_on)
            vault.update_row("consent", one.id, cells_of({"withdrawn_on": day, "withdrawn_reason": reason}))
    return consents_of(vault, person_id)


def withdraw_consents(
    vault: Database,
    person_id: str,
    scopes: Iterable[ConsentScope],
    *,
    on: date,
    today: date,
    reason: str = "",
) -> list[Consent]:
    """The same of several things, as one change."""
    with change(vault, f"{person(vault, person_id).reference} took consents back"):
        for scope in dict.fromkeys(scopes):
            withdraw_consent(vault, person_id, scope, on=on, today=today, reason=reason)
    return consents_of(vault, person_id)


def remove_consent(vault: Database, key: str) -> None:
    """One that was entered by mistake."""
    held = consent(vault, key)
    whose = person(vault, held.person_id)
    refuse_in_purge(whose)
    with change(vault, f"Removed a consent of {whose.reference}"):
        vault.delete_row("consent", key)
