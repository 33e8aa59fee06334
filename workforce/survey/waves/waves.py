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


def wave_before(db: Database, key: str) -> Wave | None:
    """The wave right before another, with which it is compared unless a person says otherwise."""
    held = waves(db, wave(db, key).survey_id, archived=True)
    at = next(place for place, one in enumerate(held) if one.id == key)
    return next((one for one in reversed(held[:at]) if one.archived_on is None), None)


def answers_in(db: Database, key: str) -> int:
    """How many responses a wave has, those that do not count too."""
    return int(db.value("select count(*) from survey_response where wave_id = ?", (key,)) or 0)


def invited_in(db: Database, key: str) -> int:
    """How many services, or providers, were invited to a wave."""
    return int(db.value("select count(*) from survey_invited where wave_id = ?", (key,)) or 0)
