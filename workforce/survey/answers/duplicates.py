"""Two responses of one provider or service in one wave: shown side by side, and one of them counts."""

from collections import defaultdict
from dataclasses import dataclass

from resources.database import Database, change
from workforce.survey.answers.responses import Response, response, responses
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.waves import wave


@dataclass(frozen=True)
class DuplicateGroup:
    """Responses of one wave that are of the same provider or service, by number; `name` is what they share.

    `differing` are the questions that they answer differently.
    """

    name: str
    responses: tuple[Response, ...]
    differing: tuple[str, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether one of them counts and no other."""
        return sum(one.counts for one in self.responses) == 1


def duplicates(db: Database, wave_id: str) -> list[DuplicateGroup]:
    """Every group of two or more, those that are not settled first, then by name."""
    asked = wave(db, wave_id)
    held = responses(db, wave_id)
    groups = _joined(held, by_service=asked.asked_of is AskedOf.SERVICE)
    names = dict(db.rows("select id, name from provider")) | dict(db.rows("select id, name from service"))
    found = [
        DuplicateGroup(str(names.get(shared, "")), tuple(group), _differing(group))
        for shared, group in groups
    ]
    return sorted(found, key=lambda one: (one.is_settled, one.name.casefold(), one.responses[0].number))


def _joined(held: list[Response], *, by_service: bool) -> list[tuple[str, list[Response]]]:
    """Responses that share a service or, where providers were asked or no service is known, a provider.

    One for Rose House and one for the whole provider may both be of Rose House: they are shown together too.
    """
    group_of: dict[str, str] = {one.id: one.id for one in held}
    shared: dict[str, str] = {}

    def root(key: str) -> str:
        while group_of[key] != key:
            key = group_of[key]
        return key

    def join(some: list[Response], by: str) -> None:
        for other in some[1:]:
            group_of[root(other.id)] = root(some[0].id)
        if len(some) > 1:
            shared.setdefault(root(some[0].id), by)

    by_key: dict[str, list[Response]] = defaultdict(list)
    for one in held:
        if one.provider_id and (not by_service or not one.services):
            by_key[one.provider_id].append(one)
        if by_service:
            for service in one.services:
                by_key[service].append(one)
    for key, some in by_key.items():
        join(some, key)
    groups: dict[str, list[Response]] = defaultdict(list)
    for one in held:
        groups[root(one.id)].append(one)
    return [(shared[key], group) for key, group in groups.items() if len(group) > 1 and key in shared]


def _differing(group: list[Response]) -> tuple[str, ...]:
    questions = dict.fromkeys(question for one in group for question in one.answers)
    return tuple(
        question
        for question in questions
        if any(one.answers.get(question) != group[0].answers.get(question) for one in group)
    )


def count_this(db: Database, response_id: str) -> Response:
    """Let this one count, and the others of the same provider or service no more."""
    held = response(db, response_id)
    asked = wave(db, held.wave_id)
    group = next(
        (one for one in duplicates(db, held.wave_id) if any(r.id == response_id for r in one.responses)), None
    )
    others = [one for one in group.responses if one.id != response_id] if group else []
    with change(db, f"Let response {held.number} to {asked.name} count"):
        db.update_row("survey_response", response_id, {"counts": 1})
        for other in others:
            db.update_row("survey_response", other.id, {"counts": 0})
    return response(db, response_id)


def count_all(db: Database, response_ids: list[str]) -> list[Response]:
    """Let all of them count: they are of different services after all."""
    held = [response(db, key) for key in response_ids]
    numbers = ", ".join(str(one.number) for one in held)
    with change(db, f"Let responses {numbers} to {wave(db, held[0].wave_id).name} all count"):
        for one in held:
            db.update_row("survey_response", one.id, {"counts": 1})
    return [response(db, key) for key in response_ids]
