"""What speaks against a claim, each in a sentence."""

from collections.abc import Iterator, Sequence
from datetime import date

from resources.database import Database
from resources.wording import and_list, date_words, lower_first
from workforce.funding.claims.claims import Claim
from workforce.funding.claims.concern import Concern, Stops, stops_approval, stops_submission, worth_knowing
from workforce.funding.claims.deciding import decided_on
from workforce.funding.claims.duplicates import duplicates_of
from workforce.funding.claims.evidence import missing
from workforce.funding.claims.fund_concerns import evidence_days, fund_concerns
from workforce.funding.claims.item_concerns import item_concerns
from workforce.funding.claims.learner_concerns import learner_concerns
from workforce.funding.rulebook.deciding import Finding
from workforce.funding.rulebook.telling import NO_FIGURE

__all__ = ["Concern", "Stops", "concerns", "problems"]

_MOST_RULES = 3


def concerns(db: Database, held: Claim, *, today: date) -> list[Concern]:
    """All of them, what stops it soonest first."""
    return sorted(_found(db, held, today), key=lambda one: one.stops)


def problems(db: Database, held: Claim, *, today: date) -> list[str]:
    """Their sentences."""
    return [one.sentence for one in concerns(db, held, today=today)]


def _found(db: Database, held: Claim, today: date) -> Iterator[Concern]:
    yield from fund_concerns(db, held, today=today)
    yield from _to_come(held, today)
    yield from item_concerns(db, held, today=today)
    yield from _duplicates(db, held)
    yield from learner_concerns(db, held, today=today)
    yield from _evidence(db, held, today)
    yield from _rules(db, held, today)


def _to_come(held: Claim, today: date) -> Iterator[Concern]:
    for heading, day in (("started", held.started_on), ("completed", held.completed_on)):
        if day is not None and day > today:
            yield stops_approval(
                f"It is said to be {heading} on {date_words(day)}, which is still to come. Wait for that day, or put "
                "it right."
            )


def _duplicates(db: Database, held: Claim) -> Iterator[Concern]:
    for one in duplicates_of(db, held.id):
        other = one.other(held.id).claim
        if one.sure and other.status.counts:
            yield stops_submission(one.said_of(held.id))
        elif other.status.counts and not one.two_ulns:
            yield stops_approval(one.said_of(held.id))
        else:
            yield worth_knowing(one.said_of(held.id))


def _evidence(db: Database, held: Claim, today: date) -> Iterator[Concern]:
    wanting = missing(db, held.id)
    if wanting:
        late = evidence_days(db, held, today)
        yield stops_approval(f"Evidence was not seen: {and_list(wanting)}.{f' {late}' if late else ''}")


def _rules(db: Database, held: Claim, today: date) -> Iterator[Concern]:
    """A rule without a verified figure stops nothing: it says only that somebody has to look."""
    decided = decided_on(db, held, today=today, approved_since=not held.status.is_approved)
    if decided is None:
        return
    for one in decided.decision.against:
        yield stops_approval(f"Not met: “{_words(one)}”. {one.reason}")
    empty = [one for one in decided.decision.not_known if one.found.startswith(NO_FIGURE)]
    unknown = [one for one in decided.decision.not_known if one not in empty]
    if unknown:
        yield stops_approval(f"Not known yet, and the fund’s rules ask for it: {_some(unknown)}.")
    if empty:
        yield worth_knowing(f"{NO_FIGURE} for this: {_some(empty)}.")


def _some(findings: Sequence[Finding]) -> str:
    words = [lower_first(_words(one)) for one in findings]
    more = f"; and {len(words) - _MOST_RULES} more" if len(words) > _MOST_RULES else ""
    return "; ".join(words[:_MOST_RULES]) + more


def _words(one: Finding) -> str:
    return one.rule.words.rstrip(".")
