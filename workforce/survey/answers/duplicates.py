"""Two responses of one provider or service in one wave: shown side by side, and one of them counts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from resources.database import Database, change
from workforce.survey.answers.responses import Response, heads, response, responses_by_key
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.waves import wave


@dataclass(frozen=True)
class DuplicateGroup:
    """Responses of one wave that are of the same provider or service, by number; `name` is what they share.

    `differing` are the questions that they answer differently. It is settled where no two that share something count.
    """

    name: str
    responses: tuple[Response, ...]
    differing: tuple[str, ...] = ()
    is_settled: bool = False


def duplicates(db: Database, wave_id: str) -> list[DuplicateGroup]:
    """Every group of two or more, those that are not settled first, then by name."""
    by_service = wave(db, wave_id).asked_of is AskedOf.SERVICE
    names = dict(db.rows("select id, name from provider")) | dict(db.rows("select id, name from service"))
    groups = _groups(heads(db, wave_id), by_service=by_service)
    whole = {one.id: one for one in responses_by_key(db, (one.id for _, group in groups for one in group))}
    found = []
    for shared, group in groups:
        members = tuple(whole[one.id] for one in group)
        settled = not _both_count(members, by_service=by_service)
        found.append(DuplicateGroup(str(names.get(shared, "")), members, _differing(members), settled))
    return sorted(found, key=lambda one: (one.is_settled, one.name.casefold(), one.responses[0].number))


@dataclass(frozen=True)
class CountedTwice:
    """How many services or providers of a wave have two or more responses that count, and one of those responses."""

    wave_id: str
    units: int
    response_id: str


def counted_twice(db: Database) -> dict[str, CountedTwice]:
    """By wave, where there are any; found without reading an answer."""
    rows = db.rows(
        """with unit as (
            select wave_id, service_id as of, survey_response.id from survey_response
            join survey_response_service on response_id = survey_response.id
            join survey_wave on survey_wave.id = wave_id and asked_of = 'service' where counts = 1
            union
            select wave_id, provider_id, survey_response.id from survey_response
            join survey_wave on survey_wave.id = wave_id
            where counts = 1 and provider_id is not null and (asked_of <> 'service' or survey_response.id not in
                (select response_id from survey_response_service)))
        select wave_id, count(*), min(first) from
            (select wave_id, min(id) as first from unit group by wave_id, of having count(*) > 1)
        group by wave_id"""
    )
    return {wave_id: CountedTwice(wave_id, units, first) for wave_id, units, first in rows}


def count_this(db: Database, response_id: str) -> Response:
    """Let this one count, and those that are of the same provider or service no more."""
    held = response(db, response_id)
    asked = wave(db, held.wave_id)
    by_service = asked.asked_of is AskedOf.SERVICE
    own = set(units_of(held.provider_id, held.services, by_service=by_service))
    others = [
        one
        for one in heads(db, held.wave_id)
        if one.id != response_id and own & set(units_of(one.provider_id, one.services, by_service=by_service))
    ]
    with change(db, f"Let response {held.number} to {asked.name} count"):
        db.update_row("survey_response", response_id, {"counts": 1})
        for other in others:
            db.update_row("survey_response", other.id, {"counts": 0})
    return response(db, response_id)


def count_all(db: Database, response_ids: Sequence[str]) -> list[Response]:
    """Let all of them count, where they are of different places after all."""
    held = [response(db, key) for key in response_ids]
    numbers = ", ".join(str(one.number) for one in held)
    with change(db, f"Let responses {numbers} to {wave(db, held[0].wave_id).name} all count"):
        for one in held:
            db.update_row("survey_response", one.id, {"counts": 1})
    return [response(db, key) for key in response_ids]


# --- what they share --------------------------------------------------------------------------------------


def units_of(provider_id: str | None, services: Sequence[str], *, by_service: bool) -> tuple[str, ...]:
    """What a response stands for: its services, or the whole provider where those were asked or none is known."""
    if by_service and services:
        return tuple(services)
    return (provider_id,) if provider_id else ()


def _groups(held: Iterable[Response], *, by_service: bool) -> list[tuple[str, list[Response]]]:
    """Responses joined by what they share: those of A and B, and of B and C, are one group."""
    by_unit: dict[str, list[Response]] = defaultdict(list)
    for one in held:
        for unit in units_of(one.provider_id, one.services, by_service=by_service):
            by_unit[unit].append(one)
    groups: dict[str, tuple[str, dict[str, Response]]] = {}
    for unit, some in by_unit.items():
        if len(some) < 2:
            continue
        joined = [groups[one.id] for one in some if one.id in groups]
        name = joined[0][0] if joined else unit
        members = {one.id: one for group in joined for one in group[1].values()} | {
            one.id: one for one in some
        }
        for key in members:
            groups[key] = name, members
    distinct = {id(members): (name, members) for name, members in groups.values()}
    return [
        (name, sorted(members.values(), key=lambda one: one.number)) for name, members in distinct.values()
    ]


def _both_count(group: Iterable[Response], *, by_service: bool) -> bool:
    """Whether two that share something count."""
    counting = [
        set(units_of(one.provider_id, one.services, by_service=by_service)) for one in group if one.counts
    ]
    return any(one & other for one, other in combinations(counting, 2))


def _differing(group: Sequence[Response]) -> tuple[str, ...]:
    questions = dict.fromkeys(question for one in group for question in one.answers)
    return tuple(
        question
        for question in questions
        if any(one.answers.get(question) != group[0].answers.get(question) for one in group)
    )
