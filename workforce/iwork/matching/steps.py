"""One thing that could be done to bring somebody and a post together, and the pair as it would be then."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, NamedTuple

from workforce.iwork.matching.facts import SENSES, MatchPerson, MatchPost, MustHave, Side
from workforce.iwork.vocabulary import Offer


class How(Enum):
    """What an edit does to a fact."""

    SET = "set"  # the value in its place
    ADD = "add"  # the value to those that are there
    LESS = "less"  # the value out of those that are there
    LEVEL = "level"  # (sense, level) among the levels
    OFFER = "offer"  # the adjustment is offered


class Edit(NamedTuple):
    """A fact of the person or the post as it would be."""

    of_post: bool
    fact: str
    how: How
    value: Any


@dataclass(frozen=True)
class Step:
    """One thing to be done, by one side. The same edits mean the same thing, for whomever it is done."""

    kind: MustHave
    side: Side
    edits: tuple[Edit, ...]
    for_team: str
    for_person: str
    about: str = ""

    @property
    def of_post(self) -> bool:
        """Whether it alters the post alone, so that it may help others too."""
        return all(one.of_post for one in self.edits)


def take(step: Step, person: MatchPerson, post: MatchPost) -> tuple[MatchPerson, MatchPost]:
    """The pair as it would be when the step is done."""
    for one in step.edits:
        if one.of_post:
            post = replace(post, **{one.fact: _edited(getattr(post, one.fact), one)})
        else:
            person = replace(person, **{one.fact: _edited(getattr(person, one.fact), one)})
    return person, post


def _edited(now: Any, edit: Edit) -> Any:
    if edit.how is How.SET:
        return edit.value
    if edit.how is How.ADD:
        return now | {edit.value} if isinstance(now, frozenset) else (*now, edit.value)
    if edit.how is How.LESS:
        return now - {edit.value} if isinstance(now, frozenset) else tuple(x for x in now if x != edit.value)
    if edit.how is How.LEVEL:
        sense, level = edit.value
        return tuple(level if one is sense else old for one, old in zip(SENSES, now, strict=True))
    return (*(pair for pair in now if pair[0] != edit.value), (edit.value, Offer.OFFERED))
