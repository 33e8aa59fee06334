"""Two records side by side, fact by fact, for a person to judge whether they are one."""

from dataclasses import dataclass

from engagement.register import facts
from engagement.register.differences import NOTHING, cell_words, names_in
from engagement.register.duplicates.merging import differences, pointing_at
from resources.database import Database
from resources.wording import and_list, count_of

_ROWS = {
    "service": "service",
    "contact": "contact",
    "note": "note",
    "rating": "rating",
    "contract_status": "contract entry",
    "service_period": "registration",
    "participant": "invitation",
}
_PLURALS = {"contract entry": "contract entries"}


@dataclass(frozen=True)
class Compared:
    """One fact of both records in words; empty where a record has none.

    Where a person may choose between the two, `column` goes into a merge's `take`; it is '' elsewhere.
    """

    heading: str
    one: str
    other: str
    column: str = ""

    @property
    def differs(self) -> bool:
        """Whether both have it and it is not the same."""
        return bool(self.one and self.other and self.one != self.other)


def side_by_side(db: Database, table: str, one: str, other: str) -> list[Compared]:
    """Every fact that either record has, and last how much points at each."""
    rows = [next(db.query(f'select * from "{table}" where id = ?', (key,))) for key in (one, other)]
    name_of = names_in(db)
    open_to_choice = {each.column for each in differences(db, table, one, other)}
    compared = []
    for fact in sorted(facts.TABLES[table], key=lambda each: each.name != "name"):
        words = [cell_words(table, fact.name, row[fact.name], name_of) for row in rows]
        first, second = ("" if said == NOTHING else said.replace("|", ", ") for said in words)
        if first or second:
            column = fact.name if fact.name in open_to_choice else ""
            compared.append(Compared(fact.heading, first, second, column))
    held = [_held(pointing_at(db, table, key)) for key in (one, other)]
    return [*compared, Compared("What it has", held[0], held[1])] if any(held) else compared


def _held(counts: dict[str, int]) -> str:
    parts = []
    for table, number in counts.items():
        word = _ROWS.get(table, table.replace("_", " "))
        parts.append(count_of(number, word, _PLURALS.get(word)))
    return and_list(parts)
