"""For whom a fund could be claimed at each service: learners who completed something, and whose next step it is.

A learner counts once for a fund: for what they completed and nobody claimed, otherwise for the next level that they do
not hold. A manager's next level is 5 where the fund pays for it. What has no level is open to each who lacks it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from resources.spans import months_before
from resources.wording import count_of
from workforce.funding.funds.items import FundItem
from workforce.funding.rulebook.deciding import Decision, Rulebook
from workforce.funding.rulebook.facts import FACTS, FactValue
from workforce.funding.unclaimed.funds_open import OpenFund
from workforce.funding.unclaimed.learner_facts import LearnerAt, LearnerClaim
from workforce.funding.vocabulary import ClaimPart, Met, Operator, Outcome, Subject
from workforce.training.vocabulary import JobRole

MANAGERS = (JobRole.REGISTERED_MANAGER, JobRole.DEPUTY_MANAGER, JobRole.OTHER_MANAGER)
MANAGERS_LEVEL = 5


@dataclass(frozen=True)
class Counted:
    """A learner for whom an item could be claimed; `unknown` is what the rules still ask of them.

    `until` is the last day on which it can be claimed for one who completed it, where a rule says so.
    """

    learner: LearnerAt
    completed_on: date | None
    unknown: tuple[str, ...] = ()
    until: date | None = None


@dataclass
class Learning:
    """Those of one item at one service."""

    counted: list[Counted] = field(default_factory=list)

    @property
    def completed(self) -> int:
        """How many completed it."""
        return sum(one.completed_on is not None for one in self.counted)

    @property
    def next(self) -> int:
        """Whose next step it is."""
        return len(self.counted) - self.completed

    @property
    def until(self) -> date | None:
        """The first day by which one of them must be claimed for."""
        return min((one.until for one in self.counted if one.until is not None), default=None)

    @property
    def missing(self) -> tuple[str, ...]:
        """What is still to be found out, and of how many of them."""
        asked: dict[str, int] = {}
        for one in self.counted:
            for words in one.unknown:
                asked[words] = asked.get(words, 0) + 1
        of = count_of(len(self.counted), "learner")
        return tuple(f"Ask of {number:,} of {of}: {words}" for words, number in asked.items())


NOBODY = Learning()


class CouldLearn:
    """The learners of a fund, by item and service. `services` of each provider in order: the first has those of whom
    only the provider is known."""

    def __init__(
        self, one: OpenFund, learners: Iterable[LearnerAt], claims: Mapping[str, Sequence[LearnerClaim]],
        services: Mapping[str, Sequence[str]], training: Mapping[str, frozenset[str]], *, on: date,
    ) -> None:  # fmt: skip
        self._fund, self._claims, self._training, self._on = one, claims, training, on
        self._books = {item: _Books(one, item, on) for item in one.items if item is not None}
        self._found: dict[tuple[str, str], Learning] = {}
        for learner in learners:
            places = services.get(learner.provider_id, ())
            place = learner.service_id or next(iter(places), "")
            if place in places:
                self._place(learner, place)

    def at(self, item: FundItem | None, service_id: str) -> Learning:
        """Who could learn this there."""
        return self._found.get((item.id if item else "", service_id), NOBODY)

    def _place(self, learner: LearnerAt, service_id: str) -> None:
        completed = [item for item in self._books if self._has_completed(item, learner)]
        steps = [item for item in self._books if self._fund.level(item) is None and item not in completed]
        done = self._fund_level_done(completed)
        if not done:
            steps += self._next_steps(learner)
        for item in (*completed, *steps):
            found = self._counted(item, learner, completed=item in completed)
            if found is not None:
                self._found.setdefault((item.id, service_id), Learning()).counted.append(found)

    def _fund_level_done(self, completed: Sequence[FundItem]) -> bool:
        return any(self._fund.level(item) is not None for item in completed)

    def _has_completed(self, item: FundItem, learner: LearnerAt) -> bool:
        """Since the fund opened, so that it can be claimed."""
        day = learner.completed_on(item.course_id)
        since = item.valid_from or self._fund.fund.opens_on
        return day is not None and day >= since and not self._was_claimed(item, learner)

    def _was_claimed(self, item: FundItem, learner: LearnerAt) -> bool:
        return any(one.is_for(item.course_id, item.id) for one in self._claims.get(learner.id, ()))

    def _next_steps(self, learner: LearnerAt) -> list[FundItem]:
        """The first item of the next level that the rules allow the learner; none where they were claimed for."""
        if any(one.fund_id == self._fund.fund.id for one in self._claims.get(learner.id, ())):
            return []
        levels = [(level, item) for item in self._books if (level := self._fund.level(item)) is not None]
        above = [(level, item) for level, item in levels if level > learner.level]
        if learner.job_role in MANAGERS:
            above = [one for one in above if one[0] >= MANAGERS_LEVEL] or above
        lowest = min((level for level, _ in above), default=None)
        fitting = [item for level, item in above if level == lowest]
        return next(([item] for item in fitting if self._counted(item, learner, completed=False)), [])

    def _counted(self, item: FundItem, learner: LearnerAt, *, completed: bool) -> Counted | None:
        if not completed and (self._was_claimed(item, learner) or learner.completed_on(item.course_id)):
            return None
        day = learner.completed_on(item.course_id) if completed else None
        facts = self._facts(item, learner, day)
        decided = self._books[item].of(completed=completed).decide(facts)
        if decided.outcome is Outcome.NOT_ELIGIBLE:
            return None
        unknown = tuple(
            FACTS[one.rule.fact].words for one in decided.not_known if facts.get(one.rule.fact) is None
        )
        return Counted(learner, day, tuple(dict.fromkeys(unknown)), _until(decided, day))

    def _facts(self, item: FundItem, learner: LearnerAt, day: date | None) -> dict[str, FactValue]:
        claims = [
            one for one in self._claims.get(learner.id, ()) if one.fund_id == self._fund.fund.id
        ]  # fmt: skip
        facts: dict[str, FactValue] = {
            "job_role": learner.job_role,
            "employment": learner.employment,
            "employed_at_start": True,
            "has_ni_number": learner.has_ni_number,
            "learner_claimed_this_year": sum(one.pence for one in claims),
            "learner_claimed_before": self._was_claimed(item, learner),
            "learner_training_held": self._training.get(learner.id, frozenset()),
        }
        if day is not None:
            facts.update(completed_on=day, submitted_on=self._on, part=ClaimPart.WHOLE.value)
        return facts


def _until(decided: Decision, day: date | None) -> date | None:
    """The end of the first window after completion that a rule sets."""
    if day is None:
        return None
    ends = []
    for one in decided.findings:
        rule = one.rule
        window = rule.fact == "submitted_on" and rule.other_fact == "completed_on" and rule.value.isdigit()
        if window and one.met is Met.MET and rule.operator is Operator.WITHIN_MONTHS_OF:
            ends.append(months_before(day, -int(rule.value)))
        elif window and one.met is Met.MET and rule.operator is Operator.WITHIN_DAYS_OF:
            ends.append(day + timedelta(days=int(rule.value)))
    return min(ends, default=None)


class _Books:
    """The rules that speak of an item's learners, and with them those of a claim for what is completed."""

    def __init__(self, one: OpenFund, item: FundItem, on: date) -> None:
        self._learner = Rulebook(one.rules_for(item, Subject.LEARNER), on=on)
        self._both = Rulebook(one.rules_for(item, Subject.LEARNER, Subject.CLAIM), on=on)

    def of(self, *, completed: bool) -> Rulebook:
        """A course to come is held against no days."""
        return self._both if completed else self._learner
