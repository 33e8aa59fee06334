"""Whose answer would come out differently under other rules. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from workforce.funding.rulebook.deciding import Decision, Rulebook
from workforce.funding.rulebook.facts import Facts
from workforce.funding.rulebook.rules import Rule
from workforce.funding.vocabulary import Outcome


@dataclass(frozen=True)
class Flip:
    """`key` is what the facts were given by."""

    key: str
    before: Decision
    after: Decision

    @property
    def loses(self) -> bool:
        """Whether it is eligible by the rules before and not by those after."""
        return self.before.outcome is Outcome.ELIGIBLE

    @property
    def gains(self) -> bool:
        """Whether it becomes eligible."""
        return self.after.outcome is Outcome.ELIGIBLE

    @property
    def why(self) -> str:
        """Of what speaks against it, or is not known, the first that the other rules did not say."""
        said, other = (self.before.reasons, ()) if self.gains else (self.after.reasons, self.before.reasons)
        new = next((reason for reason in said if reason not in other), "")
        return f"Until now: {new}" if new and self.gains else new or next(iter(said), "")


def flips(
    before: Iterable[Rule], after: Iterable[Rule], facts: Mapping[str, Facts], *, on: date
) -> list[Flip]:
    """All whose outcome differs on a day, who lose first."""
    old, new = Rulebook(before, on=on), Rulebook(after, on=on)
    found = []
    for key, known in facts.items():
        flip = Flip(key, old.decide(known), new.decide(known))
        if flip.before.outcome is not flip.after.outcome:
            found.append(flip)
    order = list(Outcome)
    return sorted(found, key=lambda one: (not one.loses, order.index(one.after.outcome)))


def outcomes(rules: Iterable[Rule], facts: Mapping[str, Facts], *, on: date) -> dict[Outcome, int]:
    """How many come out how."""
    book = Rulebook(rules, on=on)
    counts = dict.fromkeys(Outcome, 0)
    for known in facts.values():
        counts[book.decide(known).outcome] += 1
    return counts
