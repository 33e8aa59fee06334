"""Making the recruitment survey of the sample county: a baseline and a re-evaluation, each one change."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from resources.database import Database, change
from workforce.sample.following_up import code_texts, note_practices, plan_actions
from workforce.sample.replying import Replies, Service
from workforce.sample.truth import BASELINE, EARLIER_WORDING, NEW_METHOD, RE_EVALUATION, Truth
from workforce.survey.answers.recording import edit_response, insert_response
from workforce.survey.answers.responses import Answer
from workforce.survey.questionnaire.editing import edit_question
from workforce.survey.questionnaire.options import add_option
from workforce.survey.questionnaire.questions import Question, questions
from workforce.survey.starting import start_survey
from workforce.survey.surveys import Survey
from workforce.survey.vocabulary import QuoteConsent, Role, Source, WaveKind
from workforce.survey.waves.asked import Asked, asked_of_wave
from workforce.survey.waves.planning import WaveDraft, plan_wave
from workforce.survey.waves.population import invite, invited
from workforce.survey.waves.population_rule import PopulationRule
from workforce.survey.waves.waves import Wave

_SEED = "the recruitment survey"
BASELINE_RESPONSES, LATER_RESPONSES, IN_BOTH = 110, 95, 64
"""How many services answer; of those of the re-evaluation, so many had answered before."""
_UNTIED = ("Sunny Bank", "The Larches (Mansfield)", "home care office", "A1 Care")
_OPEN_DAYS, _FIRST_AGO, _AGAIN_AGO = 28, 425, 66


@dataclass(frozen=True)
class _Planned:
    """One wave: what is true in it, and what goes wrong with its answers."""

    draft: WaveDraft
    truth: Truth
    impossible: int
    untied: Sequence[str]


def add_survey(db: Database, *, today: date, rnd: random.Random | None = None) -> Survey | None:
    """Two waves, 14 months and 2 months ago; a register without a service has nobody to ask."""
    if not db.value("select exists (select 1 from service)"):
        return None
    rnd = rnd or random.Random(_SEED)
    survey = start_survey(db)
    with change(db, "Made the sample county: the survey’s baseline"):
        asked = _by_code(db, survey)
        code, wording = EARLIER_WORDING
        edit_question(db, asked[code].id, wording=wording)
        draft = _draft("Baseline", WaveKind.BASELINE, today - timedelta(days=_FIRST_AGO))
        first = _Wave(db, survey, _Planned(draft, BASELINE, 1, _UNTIED[:2]), rnd, {})
        chosen = first.some(list(first.services), BASELINE_RESPONSES)
        second = first.answered_by(chosen)
        edit_response(db, second, counts=False, note="Sent twice; the first one stands.")
        edit_question(db, asked[code].id, wording=asked[code].wording)
        add_option(db, asked["advertising_methods"].id, NEW_METHOD)
    with change(db, "Made the sample county: the survey’s re-evaluation"):
        draft = _draft("Re-evaluation", WaveKind.RE_EVALUATION, today - timedelta(days=_AGAIN_AGO))
        again = _Wave(db, survey, _Planned(draft, RE_EVALUATION, 2, _UNTIED[2:]), rnd, first.services)
        before = [key for key in chosen if key in again.services]
        others = [key for key in again.services if key not in set(chosen)]
        again.answered_by([*again.some(before, IN_BOTH), *again.some(others, LATER_RESPONSES - IN_BOTH)])
    with change(db, "Made the sample county: the survey’s texts coded"):
        code_texts(db, _by_code(db, survey), today=today)
    with change(db, "Made the sample county: the action plan and what was tried"):
        plan_actions(db, survey.id, _by_code(db, survey), first.wave, again.wave, today=today)
        note_practices(db, list(again.services.values()), rnd, today=today)
    return survey


def _by_code(db: Database, survey: Survey) -> dict[str, Question]:
    return {one.code: one for one in questions(db, survey.id)}


def _draft(name: str, kind: WaveKind, opens: date) -> WaveDraft:
    closes = opens + timedelta(days=_OPEN_DAYS)
    return WaveDraft(
        f"{name} {opens.year}", kind, opens, closes, note="Sent to managers by e-mail, with one reminder."
    )


class _Wave:
    """A wave that is planned, with those invited and how they answer."""

    def __init__(
        self,
        db: Database,
        survey: Survey,
        planned: _Planned,
        rnd: random.Random,
        known: Mapping[str, Service],
    ) -> None:
        self._db, self._planned, self._rnd = db, planned, rnd
        self.wave: Wave = plan_wave(db, survey.id, planned.draft)
        self._asked = asked_of_wave(db, self.wave.id)
        self.services = dict(self._invited(known))
        self._number = 0

    def _invited(self, known: Mapping[str, Service]) -> Iterator[tuple[str, Service]]:
        """Each with as many staff as its beds ask for; who was asked before is as it was."""
        invite(self._db, self.wave.id, PopulationRule())
        for one in invited(self._db, self.wave.id):
            staff = 3 + round(
                (one.beds or self._rnd.choice((12, 18, 30, 45, 70))) * self._rnd.uniform(0.8, 1.3)
            )
            key = str(one.service_id)
            yield key, known.get(key) or Service(key, one.provider_id, one.name, staff)

    def some(self, keys: Sequence[str], number: int) -> list[str]:
        """So many of them, or all where there are fewer."""
        return self._rnd.sample(keys, min(number, len(keys)))

    def answered_by(self, keys: Sequence[str]) -> str:
        """Their responses, of whom the first sends a second, and some from nobody in the register; the second’s key."""
        replies = Replies(self._planned.truth, self._asked, self._rnd)
        people = [self.services[key] for key in keys]
        for place, one in enumerate(people):
            answers = replies.of(one)
            self._insert(
                impossible(self._asked, answers) if place < self._planned.impossible else answers, one
            )
        for name, one in zip(self._planned.untied, people, strict=False):
            self._insert(replies.of(replace(one, leanings={})), None, name)
        return self._insert(replies.of(people[-1]), people[-1])

    def _insert(self, answers: Mapping[str, Answer], of: Service | None, name: str = "") -> str:
        self._number += 1
        received = self.wave.opens_on + timedelta(days=self._rnd.randrange(_OPEN_DAYS))
        return insert_response(
            self._db, self.wave.id, self._number, answers, source=Source.TYPED,
            provider_id=of.provider if of else None, services=(of.key,) if of else (),
            received_on=received, said_name=of.name if of else name, quote_consent=self._consent(),
        )  # fmt: skip

    def _consent(self) -> QuoteConsent:
        return self._rnd.choices((QuoteConsent.YES, QuoteConsent.NO, QuoteConsent.NOT_ASKED), (6, 3, 1))[0]


def impossible(asked: Sequence[Asked], answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The same answers with more people at the interviews than were invited."""
    by_role = {one.question.role: one.question.id for one in asked}
    return {
        **answers,
        by_role[Role.APPLIED]: Answer(low="20", high="20"),
        by_role[Role.INVITED]: Answer(low="9", high="9"),
        by_role[Role.ATTENDED]: Answer(low="14", high="14"),
    }
