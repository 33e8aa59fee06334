"""A category as its scores stand: every nominee with their figures, in order."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from awards.judging.scheme import Scheme
from awards.results.agreement import Agreement, agreement
from awards.results.harshness import Harshness, NotJoined
from awards.results.scoring import Marks, Summary, criterion_means, heaviest_mean
from awards.results.ties import Contender, Placed, in_order
from awards.results.what_if import WhatIf, place_all, what_if
from awards.rounds.categories import Category
from awards.rounds.rounds import AwardRound
from awards.vocabulary import EntryStatus, ReviewState


@dataclass(frozen=True)
class Nominee:
    """Somebody the judges were asked about, as far as results go."""

    key: str
    reference: str
    name: str
    place: str
    status: EntryStatus


@dataclass(frozen=True)
class NomineeStanding:
    """Their figures. `placed` is None while too few judges have scored them; so is `placed_adjusted`, and where
    harshness cannot be told. `awaited` judges have not finished, `abstained` gave no score, `aside` stood aside.
    """

    nominee: Nominee
    summary: Summary
    marks: tuple[Marks, ...]
    state: ReviewState
    awaited: int
    abstained: int
    aside: int
    wanted: int
    placed: Placed | None = None
    adjusted: Fraction | None = None
    placed_adjusted: Placed | None = None

    @property
    def key(self) -> str:
        """The nominee's."""
        return self.nominee.key

    @property
    def has_too_few(self) -> bool:
        """Whether fewer judges scored it than the round asks for."""
        return self.summary.number < self.wanted

    def place(self, *, adjusted: bool = False) -> Placed | None:
        """By the mean, or by the adjusted mean."""
        return self.placed_adjusted if adjusted else self.placed


@dataclass(frozen=True)
class ScoredClash:
    """A score that counts though its judge has a conflict of interest, as is known today; `why` are sentences."""

    judge: str
    nominee: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class CategoryStanding:
    """One category. The nominees stand by place, those who have none last; judges are called by `judge_names`."""

    round: AwardRound
    category: Category
    scheme: Scheme
    nominees: tuple[NomineeStanding, ...]
    harshness: Harshness | NotJoined
    judge_names: Mapping[str, str]
    clashes: tuple[ScoredClash, ...] = ()

    @cached_property
    def agreement(self) -> Agreement:
        """How far the judges agree."""
        return agreement(one.summary.by_judge for one in self.nominees)

    @cached_property
    def ranked(self) -> tuple[NomineeStanding, ...]:
        """Those who have a place."""
        return tuple(one for one in self.nominees if one.placed is not None)

    @cached_property
    def what_if(self) -> WhatIf:
        """What would change who stands first, among those who have a place."""
        return what_if(self.scheme, [mark for one in self.ranked for mark in one.marks], self.round.tie_rule)

    def by_place(self, *, adjusted: bool = False) -> list[NomineeStanding]:
        """In order; by the adjusted mean where that is asked and can be told."""
        return sorted(self.nominees, key=lambda one: _order(one, adjusted=adjusted))

    def first(self, *, adjusted: bool = False) -> list[NomineeStanding]:
        """Who stands first, level ones together."""
        return [one for one in self.nominees if (held := one.place(adjusted=adjusted)) and held.place == 1]

    def of(self, key: str) -> NomineeStanding | None:
        """One by its key."""
        return next((one for one in self.nominees if one.key == key), None)

    @cached_property
    def names(self) -> dict[str, str]:
        """What each is called in a sentence: two Night Teams are told apart by their references."""
        times = Counter(one.nominee.name for one in self.nominees)
        return {
            one.key: f"{one.nominee.name} ({one.nominee.reference})"
            if times[one.nominee.name] > 1
            else one.nominee.name
            for one in self.nominees
        }

    def criterion_means(self) -> dict[str, Fraction]:
        """The mean of each criterion over all scores of the category."""
        return criterion_means(self.scheme, [mark for one in self.nominees for mark in one.marks])


def _order(one: NomineeStanding, *, adjusted: bool) -> tuple[bool, int, Fraction, str]:
    held = one.place(adjusted=adjusted)
    mean = one.summary.mean
    return (
        held is None,
        held.place if held else 0,
        -mean if mean is not None else Fraction(1),
        one.nominee.reference,
    )


def ranked(
    scheme: Scheme,
    nominees: Sequence[NomineeStanding],
    category_round: AwardRound,
    harsh: Harshness | NotJoined,
) -> dict[str, tuple[Placed, Placed | None]]:
    """The places of those with enough scores, and their places by the adjusted mean."""
    enough = [one for one in nominees if not one.has_too_few and one.summary.mean is not None]
    marks = {one.key: one.marks for one in enough}
    plain = place_all(scheme, {one.key: one.summary for one in enough}, marks, category_round.tie_rule)
    again = _adjusted_places(scheme, enough, category_round, harsh)
    return {one.key: (one, again.get(one.key)) for one in plain}


def _adjusted_places(
    scheme: Scheme,
    enough: Sequence[NomineeStanding],
    category_round: AwardRound,
    harsh: Harshness | NotJoined,
) -> dict[str, Placed]:
    if isinstance(harsh, NotJoined):
        return {}
    contenders = [
        Contender(
            one.key,
            harsh.adjusted[one.key],
            one.summary.median or Fraction(0),
            heaviest_mean(scheme, one.marks),
        )
        for one in enough
        if one.key in harsh.adjusted
    ]
    return {one.key: one for one in in_order(contenders, category_round.tie_rule)}
