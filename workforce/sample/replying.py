"""How a service of the sample county answers. What it is like stays from one wave to the next. Pure."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from workforce.sample.truth import Shares, Truth
from workforce.sample.words import ONE_THING, OTHER
from workforce.survey.answers.responses import Answer
from workforce.survey.questionnaire.questions import Option
from workforce.survey.vocabulary import FUNNEL, LENGTHS_OF_SERVICE, AnswerState, Role
from workforce.survey.waves.asked import Asked

_LIKE_BEFORE = 0.7
"""How often a service says what it is like rather than what comes to mind that day."""
_LEAVES_OUT = 0.06
_GIVES_A_SHARE = 0.25
"""How many cannot count who attended, and choose a band."""


@dataclass
class Service:
    """One that is asked. `leanings` holds how it is inclined on each option, from 0 (always) to 1 (never)."""

    key: str
    provider: str
    name: str
    staff: int
    leanings: dict[str, float] = field(default_factory=dict)


class Replies:
    """Answers in one wave, by what is true in it."""

    def __init__(self, truth: Truth, asked: Sequence[Asked], rnd: random.Random) -> None:
        self._truth, self._rnd = truth, rnd
        self._asked = {one.question.code: one for one in asked}
        self._roles = {one.question.role: one for one in asked if one.question.role}
        self._others = {code: cycle(texts) for code, texts in OTHER.items()}
        self._texts = cycle(text for text, _ in ONE_THING)

    def of(self, service: Service) -> dict[str, Answer]:
        """What it answers, by question; what it leaves out is not among them."""
        truth = self._truth
        parts = (
            self._several("vacancy_reasons", truth.reasons, service),
            self._several("advertising_methods", truth.methods, service),
            self._several("retention_methods", truth.practices, service),
            self._one("best_advertising", truth.best_methods),
            self._one("best_retention", truth.best_practices),
            self._scale(),
            self._staff(service),
            self._lengths(service),
            self._funnel(service),
            self._in_words(),
        )
        return {
            question: answer
            for part in parts
            for question, answer in part
            if self._rnd.random() > _LEAVES_OUT
        }

    def _several(self, code: str, shares: Shares, service: Service) -> Iterator[tuple[str, Answer]]:
        asked = self._asked[code]
        states = [one.option for one in asked.options if one.option.stands_for]
        if states and self._rnd.random() < 0.06:
            said = self._rnd.choice(states)
            yield asked.question.id, Answer(said.stands_for or AnswerState.DONT_KNOW)
            return
        chosen = [
            one.option
            for one in asked.options
            if self._leans(service, one.option.id) < share_of(shares, one.wording)
        ]
        if chosen:
            yield asked.question.id, self._chosen(code, chosen)

    def _leans(self, service: Service, option: str) -> float:
        usual = service.leanings.setdefault(option, self._rnd.random())
        return usual if self._rnd.random() < _LIKE_BEFORE else self._rnd.random()

    def _one(self, code: str, weights: Shares) -> Iterator[tuple[str, Answer]]:
        asked = self._asked[code]
        options = [one.option for one in asked.options]
        (chosen,) = self._rnd.choices(options, [share_of(weights, one.wording) for one in asked.options])
        yield asked.question.id, self._chosen(code, [chosen])

    def _chosen(self, code: str, options: list[Option]) -> Answer:
        if len(options) == 1 and options[0].stands_for:
            return Answer(options[0].stands_for)
        text = next(self._others[code]) if any(one.is_other for one in options) else ""
        return Answer(options=tuple(one.id for one in options), text=text)

    def _scale(self) -> Iterator[tuple[str, Answer]]:
        asked = self._asked["how_hard"]
        (chosen,) = self._rnd.choices(asked.options, self._truth.hardness)
        yield asked.question.id, Answer(options=(chosen.option.id,))

    def _staff(self, service: Service) -> Iterator[tuple[str, Answer]]:
        staff = service.staff
        leavers = self._some_of(staff, self._truth.turnover_rate)
        yield self._count(Role.STAFF, staff)
        yield self._count(Role.VACANCIES, self._some_of(staff, self._truth.vacancy_rate))
        yield self._count(Role.LEAVERS, leavers)
        yield self._count(Role.STARTERS, max(0, leavers + self._rnd.randint(-3, 3)))

    def _lengths(self, service: Service) -> Iterator[tuple[str, Answer]]:
        shares = self._truth.lengths
        counts = self._rnd.choices(
            LENGTHS_OF_SERVICE, [shares[role] for role in LENGTHS_OF_SERVICE], k=service.staff
        )
        if self._rnd.random() < 0.85:
            for role in LENGTHS_OF_SERVICE:
                yield self._count(role, counts.count(role))

    def _funnel(self, service: Service) -> Iterator[tuple[str, Answer]]:
        stages = self._stages(service)
        if self._rnd.random() < _GIVES_A_SHARE:
            yield self._count(Role.APPLIED, stages[Role.APPLIED])
            yield from self._band(Role.SHARE_ATTENDED, stages[Role.ATTENDED], stages[Role.INVITED])
            yield from self._band(Role.SHARE_APPOINTABLE, stages[Role.APPOINTABLE], stages[Role.ATTENDED])
            return
        for role in FUNNEL:
            yield self._count(role, stages[role])

    def _stages(self, service: Service) -> dict[Role, int]:
        """Offers go to people who are appointable, and nobody reaches a stage without those before it."""
        count = max(2, round(service.staff * self._truth.applied_by_staff * self._rnd.uniform(0.5, 1.5)))
        found = {Role.APPLIED: count}
        for role in FUNNEL[1:]:
            count = self._some_of(count, self._truth.steps[role])
            found[role] = count
        return found

    def _band(self, role: Role, part: int, whole: int) -> Iterator[tuple[str, Answer]]:
        asked = self._roles[role]
        if not whole:
            unknown = next(one.option for one in asked.options if one.option.stands_for)
            yield asked.question.id, Answer(unknown.stands_for or AnswerState.DONT_KNOW)
            return
        share = 100 * part / whole
        bands = [one.option for one in asked.options if one.option.high]
        chosen = next(one for one in bands if share <= float(one.high or 0))
        yield asked.question.id, Answer(options=(chosen.id,), low=chosen.low, high=chosen.high)

    def _in_words(self) -> Iterator[tuple[str, Answer]]:
        if self._rnd.random() < 0.45:
            yield self._asked["one_thing"].question.id, Answer(text=next(self._texts))

    def _count(self, role: Role, number: int) -> tuple[str, Answer]:
        return self._roles[role].question.id, Answer(low=str(number), high=str(number))

    def _some_of(self, whole: int, share: float) -> int:
        return sum(self._rnd.random() < share for _ in range(whole))


def share_of(shares: Mapping[str, float], wording: str) -> float:
    """What belongs to an option, by its first words; 0 where nobody chooses it."""
    return next((share for words, share in shares.items() if wording.startswith(words)), 0.0)
