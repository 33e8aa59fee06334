"""Who looked at somebody’s record, when, and at what. It is never undone; it goes when the person is deleted."""

from dataclasses import dataclass
from datetime import datetime

from resources.database import Database, new_key
from resources.rows import columns_of, made
from resources.tables import Column, ColumnKind, Table
from resources.wording import instant_text
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.references import sql_person_reference


@dataclass(frozen=True)
class View:
    """One look at a record."""

    id: str
    person_id: str
    at: datetime
    who: str
    what: str


def note_view(vault: Database, person_id: str, what: str, *, now: datetime) -> None:
    """Keep that a record is looked at: once for each minute and each thing looked at. `what` is as “Profile”."""
    at = now.replace(second=0, microsecond=0)
    at_text = instant_text(at)
    with vault.atomic():
        vault.execute(
            "insert into history_person_view (id, person_id, at, who, what) select ?1, ?2, ?3, ?4, ?5 "
            "where exists (select 1 from person where id = ?2) and not exists (select 1 from history_person_view "
            "where person_id = ?2 and at = ?3 and who = ?4 and what = ?5)",
            (new_key(), person_id, at_text, vault.who, what),
        )


def note_row_view(vault: Database, table: str, key: str, what: str, *, now: datetime) -> None:
    """The same of a row that is about somebody; of any other nothing is kept."""
    if table == "person":
        note_view(vault, key, what, now=now)
    elif table == "placement":
        person_id = vault.value("select person_id from placement where id = ?", (key,))
        note_view(vault, str(person_id), what, now=now)


def views_of(vault: Database, person_id: str) -> list[View]:
    """Who looked at one person, the latest first."""
    rows = vault.rows(
        f"select {columns_of(View)} from history_person_view where person_id = ? order by at desc, id desc",
        (person_id,),
    )
    return [made(View, row, at=datetime.fromisoformat) for row in rows]


def views_table(vault: Database, *, person_id: str = "", limit: int = 1_000) -> Table:
    """Who looked at whom, the latest first: of everybody, or of one."""
    rows = vault.rows(
        f"""select at, who, {sql_person_reference()}, what from history_person_view
        join person on person.id = history_person_view.person_id
        where ?1 in ('', history_person_view.person_id)
        order by at desc, history_person_view.id desc limit ?2""",
        (person_id, limit),
    )
    columns = (
        Column("at", "When", ColumnKind.TIME, width=176),
        Column("who", "Who", width=150),
        Column("reference", "Whom", width=92),
        Column("what", "What", width=200),
    )
    return Table("Who looked at whom", columns, rows, exempt=IDENTITY)
