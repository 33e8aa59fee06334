"""What the tab of answers shows of a wave, read once when it changes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from desktop.pages.survey.wave_reading import ReadWaves
from engagement.register.vocabulary import ServiceKind
from workforce.survey.answers.duplicates import DuplicateGroup, duplicates
from workforce.survey.answers.queries import queried_in
from workforce.survey.answers.response_lines import ResponseLine, response_lines
from workforce.survey.answers.responses import answered_in, heads
from workforce.survey.waves.asked import Asked, asked_of_wave
from workforce.survey.waves.facts import facts_of_responses


@dataclass(frozen=True)
class AnswersShown:
    """The responses of a wave with their duplicates, and which of them have a query. What each answers is not read."""

    wave_id: str = ""
    asked: tuple[Asked, ...] = ()
    lines: Mapping[str, ResponseLine] = field(default_factory=dict)
    groups: tuple[DuplicateGroup, ...] = ()
    queried: Collection[str] = ()

    def duplicates_of(self, response_id: str) -> DuplicateGroup | None:
        """The group that a response is one of."""
        return next((one for one in self.groups if any(r.id == response_id for r in one.responses)), None)


def answers_shown(wave_id: str, waves: ReadWaves) -> AnswersShown:
    """As it stands now."""
    db = waves.db
    held, asked = heads(db, wave_id), asked_of_wave(db, wave_id)
    groups = tuple(duplicates(db, wave_id))
    queried = queried_in(db, wave_id, asked)
    facts = {key: (_kind(one.kind), one.district) for key, one in facts_of_responses(db, wave_id).items()}
    unsettled = {one.id for group in groups if not group.is_settled for one in group.responses}
    lines = response_lines(
        db, held, asked, facts=facts, answered=answered_in(db, wave_id), duplicates=unsettled, queried=queried
    )
    return AnswersShown(wave_id, tuple(asked), {one.response.id: one for one in lines}, groups, queried)


def _kind(kind: str) -> str:
    return ServiceKind(kind).label if kind in set(ServiceKind) else kind
