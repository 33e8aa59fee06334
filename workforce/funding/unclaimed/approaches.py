"""Who was spoken to about money that a provider has not claimed, what came of it, and when to ask again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.wording import count_of, date_short, date_words, shortened
from workforce.funding.vocabulary import AskedBy

_COLUMNS = "id, fund_id, provider_id, service_id, made_on, how, by, outcome, again_on"


@dataclass(frozen=True)
class Approach:
    """Once that a provider, or one of its services, was spoken or written to about a fund."""

    id: str
    fund_id: str
    provider_id: str
    service_id: str | None
    made_on: date
    how: AskedBy
    by: str
    outcome: str
    again_on: date | None

    @property
    def words(self) -> str:
        """Telephone, 3 Nov 2019: will claim; ask again on 10 Nov 2019."""
        said = f"{self.how.label}, {date_short(self.made_on)}"
        if self.outcome:
            said += f": {shortened(self.outcome, 120)}"
        return said + (f"; ask again on {date_short(self.again_on)}" if self.again_on else "")


class ApproachFacts(TypedDict, total=False):
    """What can be said of one beside how it was made."""

    made_on: date
    by: str
    outcome: str
    again_on: date | None


class ApproachEdits(ApproachFacts, total=False):
    """What can be put right of one."""

    how: AskedBy


@dataclass(frozen=True)
class Whom:
    """A provider about a fund; `service_id` where one of its services was meant."""

    fund_id: str
    provider_id: str
    service_id: str | None = None


def approach(db: Database, key: str) -> Approach:
    """One of them."""
    row = db.row(f"select {_COLUMNS} from approach where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no approach {key}")
    return _approach(row)


def approaches(db: Database, *, fund_id: str | None = None) -> list[Approach]:
    """All of them, newest first; those about one fund where it is given."""
    rows = db.rows(
        f"select {_COLUMNS} from approach where ? is null or fund_id = ? order by made_on desc, id desc",
        (fund_id, fund_id),
    )
    return [_approach(row) for row in rows]


def approaches_of(db: Database, provider_id: str, *, fund_id: str | None = None) -> list[Approach]:
    """Those of a provider, newest first."""
    rows = db.rows(
        f"select {_COLUMNS} from approach where provider_id = ? and (? is null or fund_id = ?) "
        "order by made_on desc, id desc",
        (provider_id, fund_id, fund_id),
    )
    return [_approach(row) for row in rows]


def add_approach(
    db: Database, whom: Whom, *, today: date, how: AskedBy, **given: Unpack[ApproachFacts]
) -> Approach:
    """Note that a provider was spoken to; by the person at the desk, today, unless it is said otherwise."""
    made = add_approaches(db, [whom], today=today, how=how, **given)
    return made[0]


def add_approaches(
    db: Database, whom: Iterable[Whom], *, today: date, how: AskedBy, **given: Unpack[ApproachFacts]
) -> list[Approach]:
    """The same of several, such as all whom letters were written to, as one change."""
    each = list(dict.fromkeys(whom))
    cells = {"made_on": today, "by": db.who, **given, "how": how}
    kept = _checked(cells, today)
    keys = []
    with change(db, f"Noted {how.label.lower()}: {_names(db, each)} about funding"):
        for one in each:
            keys.append(new_key())
            row = {"id": keys[-1], "fund_id": one.fund_id, "provider_id": one.provider_id}
            db.insert_row("approach", {**row, "service_id": one.service_id, **kept})
    return [approach(db, key) for key in keys]


def edit_approach(db: Database, key: str, *, today: date, **given: Unpack[ApproachEdits]) -> Approach:
    """Put right what is said of one."""
    before = approach(db, key)
    kept = _checked({"made_on": before.made_on, "again_on": before.again_on, **given}, today)
    with change(db, f"Changed what was noted of {_provider(db, before.provider_id)} about funding"):
        db.update_row("approach", key, kept)
    return approach(db, key)


def remove_approach(db: Database, key: str) -> None:
    """One that was noted by mistake."""
    before = approach(db, key)
    with change(db, f"Removed what was noted of {_provider(db, before.provider_id)} about funding"):
        db.delete_row("approach", key)


def is_approach(db: Database, key: str) -> bool:
    """Whether the key is one’s."""
    return bool(db.value("select exists (select 1 from approach where id = ?)", (key,)))


def _checked(given: dict[str, Any], today: date) -> dict[str, Any]:
    """As cells; the day is no day to come, and asking again comes after it."""
    made_on, again_on = given["made_on"], given.get("again_on")
    if made_on > today:
        raise FieldProblem(
            "made_on",
            f"Day: {date_words(made_on)} is still to come. Note what was said on the day itself or later.",
        )
    if again_on is not None and again_on < made_on:
        raise FieldProblem(
            "again_on",
            f"Ask again on: {date_words(again_on)} is before {date_words(made_on)}, when they were spoken to. "
            "Give a later day, or leave it empty.",
        )
    cells = {name: value.isoformat() if isinstance(value, date) else value for name, value in given.items()}
    for name in ("by", "outcome"):
        if name in cells:
            cells[name] = " ".join(str(cells[name]).split())
    if "how" in cells:
        cells["how"] = AskedBy(cells["how"]).value
    return cells


def _names(db: Database, each: list[Whom]) -> str:
    providers = list(dict.fromkeys(one.provider_id for one in each))
    return _provider(db, providers[0]) if len(providers) == 1 else count_of(len(providers), "provider")


def _provider(db: Database, key: str) -> str:
    return str(db.value("select name from provider where id = ?", (key,)))


def _approach(row: tuple[Any, ...]) -> Approach:
    cells = dict(zip(_COLUMNS.split(", "), row, strict=True))
    days = {
        "made_on": date.fromisoformat(row[4]),
        "again_on": date.fromisoformat(row[8]) if row[8] else None,
    }
    return Approach(**{**cells, **days, "how": AskedBy(cells["how"])})
