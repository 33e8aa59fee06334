"""What would make a no a yes: the smallest sets of single steps, each by the employer, the person or the team.

Every one is held against the judgement before it is told, so that doing it does make the pair fit. A ban, a refusal, a
task to avoid at the heart of a post and a post that is closed stay a no: nothing is told of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workforce.iwork.matching import must_haves
from workforce.iwork.matching.facts import Finding, MatchPerson, MatchPost, Rules, Side
from workforce.iwork.matching.fixes import steps_for
from workforce.iwork.matching.steps import Step, take

MANY = 4
"""With more in the way than this, only the easiest step for each is told."""
TOLD = 12
"""How many sets are told at most."""


@dataclass(frozen=True)
class Change:
    """Steps that together make a pair fit. None of them can be left out."""

    steps: tuple[Step, ...]

    @property
    def sides(self) -> tuple[Side, ...]:
        """Who would have to do something, in their order."""
        return tuple(side for side in Side if any(one.side is side for one in self.steps))

    @property
    def for_team(self) -> str:
        """Its steps as sentences for the team."""
        return " ".join(one.for_team for one in self.steps)

    @property
    def for_person(self) -> str:
        """Its steps as sentences for the person."""
        return " ".join(one.for_person for one in self.steps)


def apply(change: Change, person: MatchPerson, post: MatchPost) -> tuple[MatchPerson, MatchPost]:
    """The pair as it would be when every step is done."""
    for step in change.steps:
        person, post = take(step, person, post)
    return person, post


def changes(person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Change, ...]:
    """What would make this a yes, fewest steps first; nothing where it is one, or where nothing would."""
    unmet = _unmet(person, post, rules)
    if not unmet or not all(steps_for(one, person, post, rules) for one in unmet):
        return ()
    found: list[tuple[Step, ...]] = []
    _search(person, post, rules, (), found, len(unmet) + 2, every=len(unmet) <= MANY)
    least = [_without_needless(one, person, post, rules) for one in found]
    told: list[tuple[Step, ...]] = []
    for steps in sorted(least, key=len):
        if not any(set(one) <= set(steps) for one in told):
            told.append(steps)
    return tuple(Change(one) for one in told[:TOLD])


def _unmet(person: MatchPerson, post: MatchPost, rules: Rules) -> list[Finding]:
    return [one for one in must_haves.find(person, post, rules) if one.met is False]


def _fits(steps: Sequence[Step], person: MatchPerson, post: MatchPost, rules: Rules) -> bool:
    return not _unmet(*apply(Change(tuple(steps)), person, post), rules)


def _search(
    person: MatchPerson,
    post: MatchPost,
    rules: Rules,
    taken: tuple[Step, ...],
    found: list[tuple[Step, ...]],
    deep: int,
    *,
    every: bool,
) -> None:
    """Take each step for the first thing in the way, then look again at what is in the way still."""
    unmet = _unmet(person, post, rules)
    if not unmet:
        found.append(taken)
    elif len(taken) < deep and len(found) < 4 * TOLD:
        steps = steps_for(unmet[0], person, post, rules)
        for step in steps if every else steps[:1]:
            _search(*take(step, person, post), rules, (*taken, step), found, deep, every=every)


def _without_needless(
    steps: tuple[Step, ...], person: MatchPerson, post: MatchPost, rules: Rules
) -> tuple[Step, ...]:
    """The same without any step that another makes needless."""
    for one in steps:
        fewer = tuple(other for other in steps if other is not one)
        if _fits(fewer, person, post, rules):
            return _without_needless(fewer, person, post, rules)
    return steps
