"""The wording of invitations, reminders and thanks: shipped with the program, changed by the team, filled for a person.

A field is a name in braces. A line whose fields are all empty is left out, so that “Join online: {online link}” stands
only where there is a link.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engagement.forums.mailing.shipped_words import SHIPPED, Wording
from engagement.forums.mailing.vocabulary import Purpose
from engagement.forums.vocabulary import EventKind
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.wording import and_list

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

_FIELD = re.compile(r"\{([^{}\n]*)\}")


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
    made = Wording(" ".join(wording.subject.split()), wording.body.strip())
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
    for name, what, text in (("subject", "subject", wording.subject), ("body", "text", wording.body)):
        if not text.strip():
            raise FieldProblem(name, f"There is no {what}. Write one, or bring back the shipped wording.")
        unknown = [field for field in fields_in(text) if _plain(field) not in FIELDS]
        if unknown:
            raise FieldProblem(name, _unknown(unknown))
        rest = _FIELD.sub("", text)
        if "{" in rest or "}" in rest:
            raise FieldProblem(
                name, f"A brace in the {what} has no other to go with it. Fields are written like {{event}}."
            )


def fields_in(text: str) -> list[str]:
    """The fields of a text as they are written, each once."""
    return list(dict.fromkeys(_FIELD.findall(text)))


def _unknown(names: Iterable[str]) -> str:
    written = [f"{{{name}}}" for name in names]
    verb = "is no field" if len(written) == 1 else "are no fields"
    known = and_list([f"{{{name}}}" for name in FIELDS])
    return f"{and_list(written)} {verb} of a wording. The fields are {known}."


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def fill(wording: Wording, values: Mapping[str, str]) -> Wording:
    """The wording for one person."""
    check(wording)
    return Wording(" ".join(_filled(wording.subject, values).split()), _filled(wording.body, values).strip())


def _filled(text: str, values: Mapping[str, str]) -> str:
    lines = [_line(line, values) for line in text.splitlines()]
    whole = "\n".join(line for line in lines if line is not None)
    return re.sub(r"\n{3,}", "\n\n", whole)


def _line(line: str, values: Mapping[str, str]) -> str | None:
    found = [_plain(name) for name in fields_in(line)]
    if found and not any(values.get(name, "") for name in found):
        return None
    return _FIELD.sub(lambda match: values.get(_plain(match[1]), ""), line).rstrip()
