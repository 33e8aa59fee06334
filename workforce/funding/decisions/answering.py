"""Past decisions held against what is known today: a rating that arrived late may change what was answered.

A decision is never written over. It is decided again by the rules that it was made on, as at its own day, with what
is known of that day now; where the answer differs, that is said, and a person may keep the new answer beside the old.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from resources.database import Database, change
from resources.wording import count_of, date_words, lower_first
from workforce.funding.decisions.keeping import KeptDecision, KeptFinding, decision, decisions, keep_decision
from workforce.funding.rulebook.deciding import Decision, decide
from workforce.funding.rulebook.facts import FACTS, FactValue
from workforce.funding.rulebook.values import value_words
from workforce.funding.unclaimed.gathering import facts_of_claim, facts_of_services

Facts = Mapping[str, FactValue]
_NAMED = 3


@dataclass(frozen=True)
class ChangedFact:
    """What was known of a fact when it was decided, and what is known of it now, both as at the decision's day."""

    name: str
    before: FactValue
    now: FactValue

    @property
    def words(self) -> str:
        """Overall CQC rating was known as Good and is now known as Inadequate."""
        fact = FACTS[self.name]
        if self.before is None:
            return f"{fact.words} was not known and is now known as {value_words(fact, self.now)}"
        if self.now is None:
            return f"{fact.words} was known as {value_words(fact, self.before)} and is now not known"
        return (
            f"{fact.words} was known as {value_words(fact, self.before)} and is now known as "
            f"{value_words(fact, self.now)}"
        )


@dataclass(frozen=True)
class ChangedAnswer:
    """A decision that would come out differently, of whom and for what in words, and why."""

    kept: KeptDecision
    who: str
    what_for: str
    claim: str
    now: Decision
    facts: Facts
    changed: tuple[ChangedFact, ...]

    @property
    def sentence(self) -> str:
        """What was decided, what it would be, and which facts differ."""
        was, would = lower_first(self.kept.outcome.label), lower_first(self.now.outcome.label)
        why = self._why()
        return (
            f"{self.who}: the answer was “{was}” for {self.what_for}, as at {date_words(self.kept.as_at)}{self.claim}. "
            f"With what is known today of that day it is “{would}”: {why}. The decision stays as it was made."
        )

    def _why(self) -> str:
        """The first facts that differ; the table of the decision has them all."""
        named = [one.words for one in self.changed[:_NAMED]]
        more = len(self.changed) - len(named)
        return (
            "; ".join([*named, *([f"and {count_of(more, 'more fact')}"] if more else [])])
            or "other facts are known"
        )


def answers_now(db: Database, *, since: date | None = None) -> list[ChangedAnswer]:
    """The decisions, newest first, that would come out differently; of each claim and service the last one counts."""
    held = _last_ones(decisions(db, since=since))
    known = _known_today(db, held)
    found = []
    for one in held:
        facts = known.get(one.id)
        if facts is not None and facts != one.facts:
            now = decide(one.rules, facts, on=one.as_at)
            if now.outcome is not one.outcome:
                found.append(_changed_answer(db, one, now, facts))
    return found


def decide_again(db: Database, key: str, *, now: datetime) -> KeptDecision:
    """Keep what the same rules say with what is known today of the same day, beside the decision as it was made."""
    held = decision(db, key)
    facts = _known_today(db, [held]).get(key, held.facts)
    with change(db, f"Decided again about {_who(db, held)}"):
        return keep_decision(
            db, decide(held.rules, facts, on=held.as_at), facts, fund_id=held.fund_id, item_id=held.item_id,
            provider_id=held.provider_id, service_id=held.service_id, learner_id=held.learner_id,
            claim_id=held.claim_id, as_at=held.as_at, now=now,
        )  # fmt: skip


def _last_ones(held: Iterable[KeptDecision]) -> list[KeptDecision]:
    """Of each claim, or of what a fund pays for at a service, the newest: they come newest first."""
    last: dict[tuple[str | None, ...], KeptDecision] = {}
    for one in held:
        about = (
            (one.claim_id,)
            if one.claim_id
            else (one.fund_id, one.item_id, one.provider_id, one.service_id, one.learner_id)
        )
        last.setdefault(about, one)
    return list(last.values())


def _known_today(db: Database, held: Iterable[KeptDecision]) -> dict[str, Facts]:
    """What is known now of each decision's day, by decision; services of one fund and day are read together."""
    found: dict[str, Facts] = {}
    together: dict[tuple[str, date], list[KeptDecision]] = defaultdict(list)
    for one in held:
        if one.claim_id is not None:
            found[one.id] = facts_of_claim(db, one.claim_id, on=one.as_at)
        elif one.service_id is not None:
            together[one.fund_id, one.as_at].append(one)
    for (fund_id, day), some in together.items():
        services = {one.service_id for one in some if one.service_id is not None}
        facts = facts_of_services(db, fund_id=fund_id, on=day, services=sorted(services))
        found.update({one.id: facts[str(one.service_id)] for one in some if one.service_id in facts})
    return found


def _changed_answer(db: Database, kept: KeptDecision, now: Decision, facts: Facts) -> ChangedAnswer:
    fund = db.value("select name from fund where id = ?", (kept.fund_id,))
    item = db.value("select name from fund_item where id = ?", (kept.item_id,))
    claim = db.row("select number, status from claim where id = ?", (kept.claim_id,))
    return ChangedAnswer(
        kept, _who(db, kept), f"{item} ({fund})" if item else str(fund), f", claim {claim[0]}" if claim else "",
        now, facts, _changed_facts(kept, now, facts),
    )  # fmt: skip


def _who(db: Database, kept: KeptDecision) -> str:
    name = db.value("select name from service where id = ?", (kept.service_id,))
    return str(name or db.value("select name from provider where id = ?", (kept.provider_id,)))


def _changed_facts(kept: KeptDecision, now: Decision, facts: Facts) -> tuple[ChangedFact, ...]:
    """Those that the rules look at which find something else now."""
    names: dict[str, None] = {}
    for was, found in zip(kept.findings, now.findings, strict=False):
        if was.met is not found.met:
            names.update(dict.fromkeys(_asked_by(was)))
    return tuple(
        ChangedFact(name, kept.facts.get(name), facts.get(name))
        for name in names
        if kept.facts.get(name) != facts.get(name)
    )


def _asked_by(finding: KeptFinding) -> list[str]:
    rule = finding.rule
    return [name for name in (rule.fact, rule.other_fact, rule.when_fact) if name]


def summary(found: Iterable[ChangedAnswer]) -> str:
    """2 past decisions would come out differently with what is known today."""
    number = len(list(found))
    return f"{count_of(number, 'past decision')} would come out differently with what is known today"
