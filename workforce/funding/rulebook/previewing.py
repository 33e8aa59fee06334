"""What a rule that is to be kept would change: whose answer flips, and what is wrong with it beside the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engagement.register.council import council_names
from resources.database import Database
from resources.tables import Table
from workforce.funding.claims.claims import claims
from workforce.funding.funds.funds import Fund, fund
from workforce.funding.rulebook.checking import Fault, faults
from workforce.funding.rulebook.editing import NEW, RuleDraft, rules_with
from workforce.funding.rulebook.facts import Facts
from workforce.funding.rulebook.flips import Flip, flips
from workforce.funding.rulebook.rules import Rule, rules_of
from workforce.funding.rulebook.tables import flips_table, flips_words
from workforce.funding.unclaimed.gathering import facts_of_claim, facts_of_services
from workforce.funding.vocabulary import ClaimStatus

_DECIDED = (ClaimStatus.PAID, ClaimStatus.DECLINED, ClaimStatus.WITHDRAWN)


@dataclass(frozen=True)
class Preview:
    """On the day `on`, `asked` cases were decided by the rules `before` and by those `after`.

    `faults` are those that come with the change.
    """

    on: date
    asked: int
    flips: tuple[Flip, ...]
    faults: tuple[Fault, ...]
    after: tuple[Rule, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is wrong with it, then how many answers change."""
        wrong = tuple(one.sentence for one in self.faults)
        return (*wrong, flips_words(self.flips, asked=self.asked, on=self.on))

    @property
    def warning(self) -> str:
        """What is to be confirmed before it is kept: nobody could meet the rules; "" where nothing is that wrong."""
        serious = [one.sentence for one in self.faults if one.is_serious]
        return " ".join([*serious, flips_words(self.flips, asked=self.asked, on=self.on)]) if serious else ""

    def table(self, db: Database) -> Table:
        """The cases that flip."""
        return flips_table(db, self.flips, on=self.on, asked=self.asked)


def preview_rule(
    db: Database, fund_id: str, draft: RuleDraft, *, today: date, key: str = NEW, from_day: date | None = None
) -> Preview:
    """What adding the draft would change, or changing the rule with the key into it, as it stands or from a day on."""
    before = rules_of(db, fund_id)
    after = rules_with(before, draft, key=key, from_day=from_day)
    return _preview(db, fund_id, before, after, _day_of(draft, fund(db, fund_id), from_day, today), today)


def preview_without(
    db: Database, key: str, fund_id: str, *, today: date, last_day: date | None = None
) -> Preview:
    """What removing a rule would change; with `last_day`, ending it that day, from the next on."""
    before = rules_of(db, fund_id)
    after = [one for one in before if one.id != key]
    held = fund(db, fund_id)
    day = _within(today if last_day is None else max(today, last_day), held.opens_on, held.closes_on)
    return _preview(db, fund_id, before, after, day, today)


def _preview(
    db: Database, fund_id: str, before: Sequence[Rule], after: Sequence[Rule], on: date, today: date
) -> Preview:
    held = fund(db, fund_id)
    facts = facts_to_decide(db, fund_id, on=on)
    period = held.opens_on, held.closes_on
    known = {one.sentence for one in faults(before, on=today, period=period)}
    new = tuple(one for one in faults(after, on=today, period=period) if one.sentence not in known)
    return Preview(on, len(facts), tuple(flips(before, after, facts, on=on)), new, tuple(after))


def _day_of(draft: RuleDraft, held: Fund, from_day: date | None, today: date) -> date:
    """Today, or the nearest day of the fund on which the rule would be in force."""
    day = _within(today, held.opens_on, held.closes_on)
    return _within(day, from_day or draft.valid_from, draft.valid_to)


def _within(day: date, first: date | None, last: date | None) -> date:
    if first is not None and day < first:
        return first
    return last if last is not None and day > last else day


def facts_to_decide(db: Database, fund_id: str, *, on: date) -> Mapping[str, Facts]:
    """Of each of the council’s services, and of each claim on the fund that is not settled; by their keys."""
    own = {None, *council_names(db)}
    found: dict[str, Facts] = {
        key: known
        for key, known in facts_of_services(db, fund_id=fund_id, on=on).items()
        if len(own) == 1 or known["authority"] in own
    }
    for one in claims(db, fund_id=fund_id):
        if one.status not in _DECIDED:
            found[one.id] = facts_of_claim(db, one, on=one.submitted_on or on)
    return found
