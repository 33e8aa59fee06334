"""What the tab of answers shows of a wave, read once when it changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from workforce.survey.answers.duplicates import DuplicateGroup, duplicates
from workforce.survey.answers.queries import Query, queries_of
from workforce.survey.answers.response_lines import ResponseLine, response_lines, service_names
from workforce.survey.answers.responses import responses
from workforce.survey.waves.asked import Asked, asked_of_wave
from workforce.survey.waves.facts import facts_of_responses


@dataclass(frozen=True)
class AnswersShown:
    """The responses of a wave with their duplicates and queries."""

    wave_id: str = ""
    asked: tuple[Asked, ...] = ()
    lines: Mapping[str, ResponseLine] = field(default_factory=dict)
    groups: tuple[DuplicateGroup, ...] = ()
    queries: Mapping[str, Sequence[Query]] = field(default_factory=dict)
    services: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def duplicates_of(self, response_id: str) -> DuplicateGroup | None:
        """The group that a response is one of."""
        return next((one for one in self.groups if any(r.id == response_id for r in one.responses)), None)

    def queried_answers(self, response_id: str) -> dict[str, str]:
        """The sentence of a query by each question that it is about."""
        return {
            question: one.sentence for one in self.queries.get(response_id, ()) for question in one.questions
        }


def answers_shown(db: Database, wave_id: str) -> AnswersShown:
    """As it stands now."""
    held, asked = responses(db, wave_id), asked_of_wave(db, wave_id)
    groups = tuple(duplicates(db, wave_id))
    queried = {one.id: found for one in held if (found := queries_of(one, asked))}
    facts = {key: (_kind(one.kind), one.district) for key, one in facts_of_responses(db, wave_id).items()}
    unsettled = {one.id for group in groups if not group.is_settled for one in group.responses}
    lines = response_lines(db, held, asked, facts=facts, duplicates=unsettled, queried=queried.keys())
    return AnswersShown(
        wave_id,
        tuple(asked),
        {one.response.id: one for one in lines},
        groups,
        queried,
        service_names(db, held),
    )


def _kind(kind: str) -> str:
    return ServiceKind(kind).label if kind in set(ServiceKind) else kind
