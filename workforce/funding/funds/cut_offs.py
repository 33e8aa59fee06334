"""The days by which something of a fund is to be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.rows import cells_of, columns_of, made
from resources.wording import date_words, lower_first
from workforce.funding.funds.funds import Fund, fund
from workforce.funding.vocabulary import CutOffKind
from workforce.years import year_of

_AFTER = (4, 5, 6)


class CutOffFacts(TypedDict, total=False):
    """What can be entered beside what ends and when."""

    at_time: str
    what: str
    source: str


class CutOffEdits(CutOffFacts, total=False):
    """What can be put right."""

    kind: CutOffKind
    on_day: date


@dataclass(frozen=True)
class CutOff:
    """`at_time` is the clock time in words, where there is one: 11:59pm."""

    id: str
    fund_id: str
    kind: CutOffKind
    on_day: date
    at_time: str
    what: str
    source: str

    @property
    def words(self) -> str:
        """Last day for claims, or what it was called."""
        return self.what or self.kind.label

    @property
    def when(self) -> str:
        """21 March 2025, 11:59pm."""
        return f"{date_words(self.on_day)}, {self.at_time}" if self.at_time else date_words(self.on_day)


COLUMNS = columns_of(CutOff)


def _cut_off(row: tuple[Any, ...]) -> CutOff:
    return made(CutOff, row, kind=CutOffKind, on_day=date.fromisoformat)


def cut_off(db: Database, key: str) -> CutOff:
    """The one with this key."""
    row = db.row(f"select {COLUMNS} from cut_off where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no cut-off day {key}")
    return _cut_off(row)


def cut_offs_of(db: Database, fund_id: str) -> list[CutOff]:
    """By day."""
    rows = db.rows(f"select {COLUMNS} from cut_off where fund_id = ? order by on_day, id", (fund_id,))
    return [_cut_off(row) for row in rows]


def next_cut_off(db: Database, fund_id: str, day: date, kind: CutOffKind | None = None) -> CutOff | None:
    """The first that is not past on a day; of a kind where one is given."""
    coming = [one for one in cut_offs_of(db, fund_id) if one.on_day >= day]
    return next((one for one in coming if kind in (None, one.kind)), None)


def last_of_year(some: Iterable[CutOff], of: Fund, kind: CutOffKind, year: int) -> CutOff | None:
    """The last day of a kind that ends a funding year of the fund. Pure."""
    return max(
        (one for one in some if one.kind is kind and year_ended(one, of) == year),
        key=lambda one: one.on_day,
        default=None,
    )


def year_ended(one: CutOff, of: Fund) -> int:
    """Which funding year the day is of.

    Claims and evidence of a year may come in the months after it: a last day for them from April to June is of the
    year before, if the fund ran in that. Pure.
    """
    year = year_of(one.on_day)
    comes_after = one.kind in (CutOffKind.CLAIMS, CutOffKind.EVIDENCE) and one.on_day.month in _AFTER
    return year - 1 if comes_after and year_of(of.opens_on) < year else year


def cut_offs_between(db: Database, first: date, last: date) -> list[CutOff]:
    """Those of funds in use from one day until another, both included."""
    rows = db.rows(
        f"""select {COLUMNS} from cut_off where on_day between ? and ?
        and fund_id in (select id from fund where archived_on is null and status not in ('closed', 'reconciled'))
        order by on_day, id""",
        (first.isoformat(), last.isoformat()),
    )
    return [_cut_off(row) for row in rows]


def add_cut_off(
    db: Database, fund_id: str, kind: CutOffKind, on_day: date, **given: Unpack[CutOffFacts]
) -> CutOff:
    """One more day to keep."""
    held = fund(db, fund_id)
    cells = {"id": new_key(), "fund_id": fund_id, **cells_of({"kind": kind, "on_day": on_day, **given})}
    with change(db, f"Added a day to keep to {held.name}: {lower_first(kind.label)}"):
        db.insert_row("cut_off", cells)
    return cut_off(db, str(cells["id"]))


def edit_cut_off(db: Database, key: str, **given: Unpack[CutOffEdits]) -> CutOff:
    """Change what is given and leave the rest."""
    held = cut_off(db, key)
    with change(db, f"Changed a day to keep of {fund(db, held.fund_id).name}: {lower_first(held.words)}"):
        db.update_row("cut_off", key, cells_of(given))
    return cut_off(db, key)


def remove_cut_off(db: Database, key: str) -> None:
    """Take it out, where it was entered by mistake."""
    held = cut_off(db, key)
    with change(db, f"Removed a day to keep of {fund(db, held.fund_id).name}: {lower_first(held.words)}"):
        db.delete_row("cut_off", key)
