"""What was done with an employer: visits, conversations, tasters, calls. Each sets the next step."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.tables import Cell
from resources.wording import date_words
from workforce.iwork.employers.employers import employer
from workforce.iwork.vocabulary import ContactKind, EmployerStage


class ContactFacts(TypedDict, total=False):
    """What can be put right of a contact."""

    kind: ContactKind
    done_on: date
    by: str
    words: str


@dataclass(frozen=True)
class EmployerContact:
    """Something done with an employer."""

    id: str
    employer_id: str
    done_on: date
    kind: ContactKind
    by: str
    words: str


_COLUMNS = columns_of(EmployerContact)


def _contact(row: tuple[Any, ...]) -> EmployerContact:
    return made(EmployerContact, row, done_on=date.fromisoformat, kind=ContactKind)


def employer_contact(vault: Database, key: str) -> EmployerContact:
    """The contact with this key."""
    row = vault.row(f"select {_COLUMNS} from employer_contact where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no contact with an employer {key}")
    return _contact(row)


def contacts_of(vault: Database, employer_id: str) -> list[EmployerContact]:
    """All contacts with an employer, the latest first."""
    rows = vault.rows(
        f"select {_COLUMNS} from employer_contact where employer_id = ? order by done_on desc, id desc",
        (employer_id,),
    )
    return [_contact(row) for row in rows]


def add_contact(
    vault: Database, employer_id: str, kind: ContactKind, *, done_on: date, today: date, words: str = "", by: str = "",
    next_step: str | None = None, next_on: date | None = None, stage: EmployerStage | None = None,
) -> EmployerContact:  # fmt: skip
    """Something was done. With `next_step` that is the next one now; with "" none is; with None the old one stays."""
    owner = employer(vault, employer_id)
    _refuse_future(done_on, today)
    if next_on is not None and not (next_step or "").strip():
        raise FieldProblem(
            "next_step", "Next step: nothing is written, though it has a day. Say what is to be done."
        )
    then: dict[str, Cell] = {}
    if next_step is not None:
        then |= {"next_step": next_step.strip(), "next_on": next_on.isoformat() if next_on else None}
    if stage is not None:
        then["stage"] = stage.value
    key = new_key()
    with change(vault, f"{kind.label} with {owner.name}"):
        vault.insert_row(
            "employer_contact",
            {"id": key, "employer_id": employer_id,
             **cells_of({"done_on": done_on, "kind": kind, "by": by or vault.who, "words": words})},
        )  # fmt: skip
        if then:
            vault.update_row("employer", employer_id, then)
    return employer_contact(vault, key)


def edit_contact(vault: Database, key: str, *, today: date, **given: Unpack[ContactFacts]) -> EmployerContact:
    """Change what is given and leave the rest."""
    held = employer_contact(vault, key)
    _refuse_future(given.get("done_on", held.done_on), today)
    if "by" in given:
        refuse_empty("by", given["by"], "By: nothing is written. Say who it was.")
    if given:
        with change(vault, f"Changed a contact with {employer(vault, held.employer_id).name}"):
            vault.update_row("employer_contact", key, cells_of(given))
    return employer_contact(vault, key)


def remove_contact(vault: Database, key: str) -> None:
    """It was entered by mistake."""
    held = employer_contact(vault, key)
    with change(vault, f"Removed a contact with {employer(vault, held.employer_id).name}"):
        vault.delete_row("employer_contact", key)


def _refuse_future(done_on: date, today: date) -> None:
    if done_on > today:
        raise FieldProblem(
            "done_on",
            f"Date: {date_words(done_on)} is still to come. Write what was done, and keep this as the next step.",
        )
