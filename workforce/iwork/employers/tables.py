"""Employers as tables, for the screen and the command line."""

from collections.abc import Sequence

from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from workforce.iwork.employers.contacts import contacts_of
from workforce.iwork.employers.employers import Employer
from workforce.iwork.employers.interest_in import ToldInterest
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.listings import EMPLOYERS

_EMPLOYERS = (
    Column("name", "Employer", width=220),
    Column("stage", "Stage", ColumnKind.STATUS, width=150),
    Column("district", "District", width=120),
    Column("postcode", "Postcode", width=90),
    Column("posts", "Open posts", ColumnKind.NUMBER, width=76),
    Column("places", "Places", ColumnKind.NUMBER, width=70),
    Column("placed", "In work there", ColumnKind.NUMBER, width=86),
    Column("next_step", "Next step", width=180),
    Column("next_on", "By", ColumnKind.DATE, width=104),
    Column("contact", "Contact", width=150),
    Column("phone", "Telephone", width=110),
    Column("last_on", "Last contact", ColumnKind.DATE, width=104),
)


def employers_table(vault: Database, some: Sequence[Employer]) -> Table:
    """These employers, with their posts and the next step with each."""
    counted = {
        key: cells
        for key, *cells in vault.rows(f"select id, posts, places, placed, last_on from {EMPLOYERS.table}")
    }
    return Table("Employers", _EMPLOYERS, [_row(one, *counted[one.id]) for one in some], exempt=IDENTITY)


def _row(one: Employer, posts: Cell, places: Cell, placed: Cell, last_on: Cell) -> tuple[Cell, ...]:
    return (
        one.name, one.stage.label, one.district, one.postcode, posts, places, placed, one.next_step,
        one.next_on.isoformat() if one.next_on else None, one.contact_name, one.contact_phone, last_on,
    )  # fmt: skip


_CONTACTS = (
    Column("done_on", "Date", ColumnKind.DATE, width=100),
    Column("kind", "What", width=112),
    Column("words", "Words", width=174),
    Column("by", "By", width=110),
)


def contacts_table(vault: Database, employer_id: str) -> tuple[Table, list[str]]:
    """What was done with an employer, with the keys."""
    held = contacts_of(vault, employer_id)
    rows = [(one.done_on.isoformat(), one.kind.label, one.words, one.by) for one in held]
    return Table("Contacts", _CONTACTS, rows), [one.id for one in held]


_TOLD = (
    Column("on", "When", ColumnKind.DATE, width=96),
    Column("name", "Home or service", width=200),
    Column("provider", "Provider", width=200),
    Column("contact", "Who", width=150),
    Column("event", "Forum", width=200),
    Column("note", "Note", width=180),
)


def told_table(some: Sequence[ToldInterest]) -> Table:
    """Interest told at forums."""
    rows = [
        (one.on.isoformat(), one.name, one.provider, one.contact_name, one.event_title, one.note)
        for one in some
    ]
    return Table("Interest told at forums", _TOLD, rows)
