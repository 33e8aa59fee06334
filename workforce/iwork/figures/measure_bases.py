"""What the employment measure is a share of: people of the council, from its own return. A person types it in."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.spans import financial_year
from resources.wording import as_date
from workforce.iwork.figures.periods import year_words
from workforce.iwork.vocabulary import MeasureKind


@dataclass(frozen=True)
class MeasureBase:
    """So many people in a year of the council, which begins on `year_from`."""

    id: str
    kind: MeasureKind
    year_from: date
    number: int
    source: str

    @property
    def year(self) -> str:
        """2026/27."""
        return year_words(self.year_from)


_SELECT = f"select {columns_of(MeasureBase)} from measure_base"


def _made(row: tuple[Any, ...]) -> MeasureBase:
    return made(MeasureBase, row, kind=MeasureKind, year_from=as_date)


def measure_base(vault: Database, key: str) -> MeasureBase:
    """One by its key."""
    row = vault.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"no base of the employment measure {key}")
    return _made(row)


def measure_bases(vault: Database) -> list[MeasureBase]:
    """All that were typed in, the latest year first."""
    return [_made(row) for row in vault.rows(f"{_SELECT} order by year_from desc, kind desc")]


def base_on(vault: Database, kind: MeasureKind, day: date) -> MeasureBase | None:
    """That of the year that a day is in; None where nobody has typed it in."""
    row = vault.row(
        f"{_SELECT} where kind = ? and year_from = ?",
        (kind.value, financial_year(day).first.isoformat()),
    )
    return _made(row) if row else None


def set_base(vault: Database, kind: MeasureKind, year_from: date, *, number: int, source: str) -> MeasureBase:
    """Type in how many people a year’s measure is a share of, with where it was read, or put it right."""
    if number <= 0:
        raise FieldProblem(
            "number", f"Number of people: {number} was given. Give a whole number above nought."
        )
    refuse_empty(
        "source",
        source,
        "The number is kept with its source. Say where you read it, such as the council’s return.",
    )
    first = financial_year(year_from).first
    facts = cells_of({"kind": kind, "year_from": first, "number": number, "source": source})
    held = base_on(vault, kind, first)
    key = held.id if held else new_key()
    with change(vault, f"Set the base of the employment measure: {kind.label.lower()}, {year_words(first)}"):
        if held:
            vault.update_row("measure_base", key, facts)
        else:
            vault.insert_row("measure_base", {"id": key, **facts})
    return measure_base(vault, key)


def remove_base(vault: Database, key: str) -> None:
    """Take away what was typed in by mistake."""
    held = measure_base(vault, key)
    with change(vault, f"Removed the base of the employment measure: {held.kind.label.lower()}, {held.year}"):
        vault.delete_row("measure_base", key)
