"""Nominations: each voice for somebody nominated, who gave it, and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from awards.nominations.entries import Entry, entry, entry_cells, kept_entry, listed_names, with_names
from awards.nominations.late import refuse_late, refuse_to_come
from awards.nominations.moving import keep_step, move_entry
from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import (
    Consent,
    EntryStatus,
    HowReceived,
    NominationStatus,
    NominatorKind,
    NomineeKind,
    OverLimit,
)
from engagement.register.letterhead import is_address
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cell_of, cells_of, columns_of, made
from resources.tables import Cell
from resources.wording import in_london

_KEYS = ("nominator_provider_id", "nominator_contact_id")


class NominationFacts(TypedDict, total=False):
    """What can be put right of one voice."""

    received_on: date
    nominator: str
    nominator_kind: NominatorKind
    relation: str
    nominator_email: str
    nominator_phone: str
    nominator_provider_id: str | None
    nominator_contact_id: str | None
    publish_words: Consent
    publish_asked_on: date | None
    statement: str
    attachment: str


@dataclass(frozen=True)
class NominationDraft:
    """A nomination as it came. Without `nominee_kind` it is what the category honours.

    `attachment` names a file or link that came with it; nothing of it is kept here.
    """

    category_id: str
    nominee: str
    nominee_kind: NomineeKind | None = None
    also_known_as: str = ""
    job_role: str = ""
    service_id: str | None = None
    provider_id: str | None = None
    contact_id: str | None = None
    place_told: str = ""
    email: str = ""
    phone: str = ""
    nominator: str = ""
    nominator_kind: NominatorKind = NominatorKind.NOT_KNOWN
    relation: str = ""
    nominator_email: str = ""
    nominator_phone: str = ""
    nominator_provider_id: str | None = None
    nominator_contact_id: str | None = None
    publish_words: Consent = Consent.NOT_ASKED
    statement: str = ""
    attachment: str = ""


@dataclass(frozen=True)
class Nomination:
    """One voice as it stands. `reason` is why it was late, returned, withdrawn or is a duplicate."""

    id: str
    entry_id: str
    status: NominationStatus
    duplicate_of_id: str | None
    reason: str
    received_on: date
    how: HowReceived
    nominator: str
    nominator_kind: NominatorKind
    relation: str
    nominator_email: str
    nominator_phone: str
    nominator_provider_id: str | None
    nominator_contact_id: str | None
    publish_words: Consent
    publish_asked_on: date | None
    statement: str
    attachment: str
    over_limit: OverLimit | None
    file_id: str | None
    row_key: str
    first_entry_id: str | None

    @property
    def by(self) -> str:
        """Who gave it, for people."""
        return self.nominator or "Somebody not named"


def _nomination(row: tuple[Any, ...]) -> Nomination:
    return made(
        Nomination, row, status=NominationStatus, received_on=date.fromisoformat, how=HowReceived,
        nominator_kind=NominatorKind, publish_words=Consent, publish_asked_on=date.fromisoformat,
        over_limit=OverLimit,
    )  # fmt: skip


_COLUMNS = columns_of(Nomination)


# --- reading --------------------------------------------------------------------------------------------------


def nomination(db: Database, key: str) -> Nomination:
    """The one with this key."""
    row = db.row(f"select {_COLUMNS} from nomination where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no nomination {key}")
    return _nomination(row)


def nominations_of(db: Database, entry_id: str) -> list[Nomination]:
    """The voices for somebody, the earliest first, whatever became of them."""
    rows = db.rows(
        f"select {_COLUMNS} from nomination where entry_id = ? order by received_on, id", (entry_id,)
    )
    return [_nomination(row) for row in rows]


def nominations(db: Database, round_id: str) -> list[Nomination]:
    """All voices of a round, in the order of whom they are for."""
    columns = ", ".join(f"nomination.{name}" for name in _COLUMNS.split(", "))
    rows = db.rows(
        f"""select {columns} from nomination join award_entry on award_entry.id = nomination.entry_id
        where award_entry.round_id = ? order by award_entry.number, nomination.received_on, nomination.id""",
        (round_id,),
    )
    return [_nomination(row) for row in rows]


def statements_withheld(db: Database) -> list[str]:
    """What was written for somebody in any round and may not be published."""
    rows = db.rows(f"select {_COLUMNS} from nomination order by received_on, id")
    every = (_nomination(row) for row in rows)
    return [one.statement for one in every if one.publish_words is not Consent.YES]


# --- taking in ------------------------------------------------------------------------------------------------


def add_nomination(
    db: Database, round_id: str, draft: NominationDraft, *, now: datetime, how: HowReceived = HowReceived.TYPED,
    as_draft: bool = False, entry_id: str | None = None, file_id: str | None = None, row_key: str = "",
    received_on: date | None = None, late_reason: str = "",
) -> Nomination:  # fmt: skip
    """Take in a nomination: of somebody new, or with `entry_id` another voice for somebody nominated already."""
    refuse_archived(award_round(db, round_id))
    received = received_on or in_london(now).date()
    refuse_to_come(received, in_london(now).date())
    _refuse_unfit(db, round_id, draft, as_draft=as_draft)
    if not as_draft:
        refuse_late(db, round_id, received, late_reason)
    key = new_key()
    status = NominationStatus.DRAFT if as_draft else NominationStatus.SUBMITTED
    with change(db, f"Added the nomination of {cell_of(draft.nominee)}"):
        if entry_id is None:
            of = _new_entry(db, round_id, draft, now=now, as_draft=as_draft)
        else:
            of = _joined(db, entry_id, draft, now=now, as_draft=as_draft)
        cells = nomination_cells(vars(draft), received)
        row = {
            "id": key,
            "entry_id": of,
            "status": status.value,
            "received_on": received.isoformat(),
            **cells,
        }
        where_from: dict[str, Cell] = {"how": how.value, "file_id": file_id, "row_key": row_key}
        db.insert_row("nomination", {**row, **where_from, "reason": late_reason.strip()})
    return nomination(db, key)


def _refuse_unfit(db: Database, round_id: str, draft: NominationDraft, *, as_draft: bool) -> None:
    row = db.row("select round_id from award_category where id = ?", (draft.category_id,))
    if row is None or row[0] != round_id:
        raise FieldProblem("category_id", "It is no category of this round. Choose one from the list.")
    if not as_draft and not (draft.statement.strip() or draft.attachment.strip()):
        raise FieldProblem(
            "statement",
            "Nothing says why they are nominated. Write the statement, or save it as a draft until it has come.",
        )


def _new_entry(db: Database, round_id: str, draft: NominationDraft, *, now: datetime, as_draft: bool) -> str:
    kind = draft.nominee_kind or _honoured(db, draft.category_id)
    facts = {
        name: getattr(draft, name)
        for name in (
            "nominee", "also_known_as", "job_role", "service_id", "provider_id", "contact_id", "place_told",
            "email", "phone",
        )
    }  # fmt: skip
    cells = entry_cells(db, {**facts, "nominee_kind": kind})
    status = EntryStatus.DRAFT if as_draft else EntryStatus.SUBMITTED
    key, number = new_key(), _next_number(db, round_id)
    added: dict[str, Cell] = {
        "id": key, "round_id": round_id, "category_id": draft.category_id, "number": number,
        "status": status.value, "added_on": in_london(now).date().isoformat(),
    }  # fmt: skip
    db.insert_row("award_entry", {**added, **cells})
    keep_step(db, key, now=now, held=None, to=status)
    return key


def _honoured(db: Database, category_id: str) -> NomineeKind:
    return NomineeKind(db.value("select nominee_kind from award_category where id = ?", (category_id,)))


def _next_number(db: Database, round_id: str) -> int:
    found = db.value("select ifnull(max(number), 0) + 1 from award_entry where round_id = ?", (round_id,))
    return int(found)


def _joined(db: Database, entry_id: str, draft: NominationDraft, *, now: datetime, as_draft: bool) -> str:
    """Whom the voice is for: out of the drafts where they were one, and known by the name that this voice uses too."""
    of = kept_entry(db, entry_id)
    if of.category_id != draft.category_id:
        raise FieldProblem(
            "category_id",
            f"{of.nominee} is nominated in another category. Choose that one, or add them as somebody new.",
        )
    if of.status.is_out:
        raise Problem(
            f"{of.nominee} is {of.status.label.lower()}. Bring them back first, or add them as somebody new."
        )
    names = with_names(of, (draft.nominee, *listed_names(draft.also_known_as)))
    if names != of.also_known_as:
        db.update_row("award_entry", of.id, {"also_known_as": names})
    if of.status is EntryStatus.DRAFT and not as_draft:
        move_entry(db, of.id, EntryStatus.SUBMITTED, now=now)
    return of.id


def nomination_cells(given: Mapping[str, Any], received: date | None = None) -> dict[str, Cell]:
    """What was given of a voice as cells to keep, or a FieldProblem."""
    cells = cells_of({name: given[name] for name in NominationFacts.__annotations__ if name in given})
    cells |= {name: cells[name] or None for name in _KEYS if name in given}
    address = str(cells.get("nominator_email", ""))
    if address and not is_address(address):
        raise FieldProblem(
            "nominator_email",
            f"“{address}” is not a whole address. Write it like name@example.org, or leave it empty.",
        )
    if received is not None and given.get("publish_words") is not Consent.NOT_ASKED:
        cells.setdefault("publish_asked_on", received.isoformat())
    return cells


# --- putting right --------------------------------------------------------------------------------------------


def edit_nomination(db: Database, key: str, **given: Unpack[NominationFacts]) -> Nomination:
    """Put right who gave it and what it says. The statement stays as the judges read it."""
    held = nomination(db, key)
    of = _open(db, held)
    cells = nomination_cells(given)
    rewritten = "statement" in cells and cells["statement"] != held.statement
    if rewritten:
        _refuse_rewriting(of, held, cells)
        cells |= {"over_limit": None}
    with change(db, f"Changed a nomination of {of.nominee}"):
        db.update_row("nomination", key, cells)
        if rewritten:
            _drop_choices(db, key)
    return nomination(db, key)


def _open(db: Database, held: Nomination) -> Entry:
    """Whom a voice is for, in a round that was not put away."""
    of = entry(db, held.entry_id)
    refuse_archived(award_round(db, of.round_id))
    return of


def _refuse_rewriting(of: Entry, held: Nomination, cells: Mapping[str, Cell]) -> None:
    if of.status.is_judged:
        raise FieldProblem(
            "statement",
            f"The judges read this statement of {of.nominee}, so that it stays as it is. Move the nominee back to "
            "“Qualifying” first.",
        )
    attached = str(cells.get("attachment", held.attachment))
    if held.status is not NominationStatus.DRAFT and not (cells["statement"] or attached):
        raise FieldProblem(
            "statement",
            "Nothing would say why they are nominated. Write the statement, or withdraw this voice.",
        )


def _drop_choices(db: Database, key: str) -> None:
    """Which words are names was decided of the former statement."""
    for (choice,) in db.rows("select id from blind_choice where nomination_id = ?", (key,)):
        db.delete_row("blind_choice", choice)


def submit_draft(db: Database, key: str, *, now: datetime, late_reason: str = "") -> Nomination:
    """Take in what was a draft, as received today."""
    held = nomination(db, key)
    of = _open(db, held)
    if held.status is not NominationStatus.DRAFT:
        raise Problem(f"This nomination of {of.nominee} is {held.status.label.lower()}, and no draft.")
    if not (held.statement or held.attachment):
        raise FieldProblem("statement", "Nothing says why they are nominated. Write the statement first.")
    received = in_london(now).date()
    refuse_late(db, of.round_id, received, late_reason)
    with change(db, f"Submitted the nomination of {of.nominee}"):
        db.update_row(
            "nomination",
            key,
            {"status": NominationStatus.SUBMITTED.value, "received_on": received.isoformat(),
             "reason": late_reason.strip()},
        )  # fmt: skip
        if of.status is EntryStatus.DRAFT:
            move_entry(db, of.id, EntryStatus.SUBMITTED, now=now)
    return nomination(db, key)


def rule_over_limit(db: Database, key: str, ruling: OverLimit | None) -> Nomination:
    """Say what the judges read of a statement that is longer than the round allows; None takes it back."""
    held = nomination(db, key)
    of = _open(db, held)
    if of.status.is_judged:
        raise Problem(
            f"The judges read this statement of {of.nominee} already. Move the nominee back to “Qualifying” first."
        )
    with change(db, f"Ruled on the length of a nomination of {of.nominee}"):
        db.update_row("nomination", key, {"over_limit": ruling.value if ruling else None})
    return nomination(db, key)


def remove_draft(db: Database, key: str) -> None:
    """Take away a draft entered by mistake, and with the last one whom it was for."""
    held = nomination(db, key)
    of = _open(db, held)
    if held.status is not NominationStatus.DRAFT:
        raise Problem(
            f"This nomination of {of.nominee} was submitted, so that its history is kept. Withdraw it instead."
        )
    with change(db, f"Removed a draft nomination of {of.nominee}"):
        db.delete_row("nomination", key)
        if of.status is EntryStatus.DRAFT and not nominations_of(db, of.id):
            # the last first: an undo brings them back from the first on
            for (step,) in db.rows(
                "select id from entry_step where entry_id = ? order by rowid desc", (of.id,)
            ):
                db.delete_row("entry_step", step)
            db.delete_row("award_entry", of.id)


def word_limit_of(db: Database, of: Entry) -> int:
    """How many words a statement for somebody may have: the category's own limit, else the round's."""
    own = db.value("select word_limit from award_category where id = ?", (of.category_id,))
    return int(own) if own else award_round(db, of.round_id).word_limit
