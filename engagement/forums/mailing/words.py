"""The wording of invitations, reminders and thanks: shipped with the program, changed by the team, filled for a person.

How fields are written and filled, see `resources.wordings`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engagement.forums.mailing.shipped_words import SHIPPED
from engagement.forums.mailing.vocabulary import Purpose
from engagement.forums.vocabulary import EventKind
from resources.database import Database, change, new_key
from resources.wordings import Wording, check_wording, fill_wording

FIELDS = {
    "name": "the person’s name",
    "first name": "the first of their names",
    "event": "the event’s title",
    "when": "day and time",
    "where": "the place, or that it is online",
    "online link": "the address to join online",
    "reply by": "the day by which an answer is wanted",
    "organisation": "the person’s service or provider",
    "team": "your team",
    "council": "your council",
}
"""What a wording may hold, and what it is filled with."""


@dataclass(frozen=True)
class Kept:
    """A wording and where it comes from: `kind` is None where it is that of every kind of event."""

    wording: Wording
    kind: EventKind | None
    changed: bool


def wording_for(db: Database, purpose: Purpose, kind: EventKind | None) -> Kept:
    """What is written at an event of a kind: its own wording goes before that of every kind."""
    for wanted in dict.fromkeys((kind, None)):
        row = db.row(
            "select subject, body from mailing_words where purpose = ? and event_kind is ?",
            (purpose.value, wanted),
        )
        if row is not None:
            return Kept(Wording(*row), wanted, True)
        if (purpose, wanted) in SHIPPED:
            return Kept(SHIPPED[purpose, wanted], wanted, False)
    raise LookupError(f"no wording is shipped for {purpose}")


def edit_wording(db: Database, purpose: Purpose, kind: EventKind | None, wording: Wording) -> None:
    """Keep a wording as the team has it; where it says what would be written anyway, nothing is kept."""
    made = wording.tidied
    check(made)
    key = db.value(
        "select id from mailing_words where purpose = ? and event_kind is ?", (purpose.value, kind)
    )
    cells = {"subject": made.subject, "body": made.body}
    with change(db, f"Changed the wording: {said(purpose, kind)}"):
        if made == without_own(db, purpose, kind):
            if key is not None:
                db.delete_row("mailing_words", key)
        elif key is not None:
            db.update_row("mailing_words", key, cells)
        else:
            names = {"id": new_key(), "purpose": purpose.value, "event_kind": kind.value if kind else None}
            db.insert_row("mailing_words", {**names, **cells})


def without_own(db: Database, purpose: Purpose, kind: EventKind | None) -> Wording:
    """What would be written for a kind if the team had not changed its wording."""
    shipped = SHIPPED.get((purpose, kind))
    return shipped if shipped is not None else wording_for(db, purpose, None).wording


def bring_back(db: Database, purpose: Purpose, kind: EventKind | None) -> bool:
    """The wording as it was shipped; False where nothing was changed."""
    key = db.value(
        "select id from mailing_words where purpose = ? and event_kind is ?", (purpose.value, kind)
    )
    if key is not None:
        with change(db, f"Brought back the shipped wording: {said(purpose, kind)}"):
            db.delete_row("mailing_words", key)
    return key is not None


def said(purpose: Purpose, kind: EventKind | None) -> str:
    """Invitation, training session."""
    return f"{purpose.label}, {kind.label.lower()}" if kind else f"{purpose.label}, every kind of event"


# --- checking and filling -------------------------------------------------------------------------------


def check(wording: Wording) -> None:
    """Refuse a wording that is empty or holds a field that is not known."""
    check_wording(wording, FIELDS)


def fill(wording: Wording, values: Mapping[str, str]) -> Wording:
    """The wording for one person; a field without a value is empty."""
    return fill_wording(wording, {**dict.fromkeys(FIELDS, ""), **values})
