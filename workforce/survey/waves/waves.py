"""Waves: each time the survey is asked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from resources.database import Database
from workforce.survey.vocabulary import AskedOf, Mode, WaveKind

_COLUMNS = "id, survey_id, name, kind, opens_on, closes_on, mode, asked_of, population_on, note, archived_on"


@dataclass(frozen=True)
class Wave:
    """One time of asking. `population_on` is the day as at which the register said who is invited."""

    id: str
    survey_id: str
    name: str
    kind: WaveKind
    opens_on: date
    closes_on: date | None
    mode: Mode
    asked_of: AskedOf
    population_on: date | None = None
    note: str = ""
    archived_on: str | None = None


def _wave(row: tuple[Any, ...]) -> Wave:
    key, survey, name, kind, opens, closes, mode, asked_of, population, note, archived = row
    return Wave(
        key, survey, name, WaveKind(kind), date.fromisoformat(opens), _day(closes), Mode(mode), AskedOf(asked_of),
        _day(population), note, archived,
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def waves(db: Database, survey_id: str, *, archived: bool = False) -> list[Wave]:
    """The waves of a survey, the first one first."""
    kept = "" if archived else "and archived_on is null"
    return [
        _wave(row)
        for row in db.rows(
            f"select {_COLUMNS} from survey_wave where survey_id = ? {kept} order by opens_on, id",
            (survey_id,),
        )
    ]


def wave(db: Database, key: str) -> Wave:
    """One by its key."""
    row = db.row(f"select {_COLUMNS} from survey_wave where id = ?", (key,))
    if row is None:
        raise LookupError(f"no survey wave {key}")
    return _wave(row)
