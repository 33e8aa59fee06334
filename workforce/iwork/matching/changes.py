"""What would make a no a yes: the smallest sets of single steps, each by the employer, the person or the team."""

from dataclasses import dataclass

from workforce.iwork.matching.facts import MatchPerson, MatchPost, Rules
from workforce.iwork.matching.steps import Step, take


@dataclass(frozen=True)
class Change:
    """Steps that together make a pair fit. None of them can be left out."""

    steps: tuple[Step, ...]


def apply(change: Change, person: MatchPerson, post: MatchPost) -> tuple[MatchPerson, MatchPost]:
    """The pair as it would be when every step is done."""
    for step in change.steps:
        person, post = take(step, person, post)
    return person, post


def changes(person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Change, ...]:
    """What would make this a yes, fewest steps first; nothing where it is one, or where nothing would."""
    return ()
