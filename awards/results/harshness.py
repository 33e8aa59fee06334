"""How harsh or generous each judge is, and means with that taken off.

Each score is taken as what the nominee is worth plus what the judge adds to everybody. Both are found by least
squares, over nominees that share judges: a judge's part is how far they stand from the others on the same nominees.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from resources.wording import and_list, count_of

HOW = (
    "Each score is taken as the nominee’s worth plus what the judge adds to everybody they score. Both are found by "
    "least squares over all nominees who share judges; what the judges add comes to nought in all. The adjusted mean "
    "is the mean after what each judge adds is taken off."
)


@dataclass(frozen=True)
class JudgeEffect:
    """What a judge adds to everybody, of how many nominees; `shared` of them another judge scored too."""

    judge: str
    added: Fraction
    scored: int
    shared: int


@dataclass(frozen=True)
class Harshness:
    """Effects of judges who are joined by nominees, and the adjusted mean of each nominee. `free` are the scores that
    are left to test the fit with: at nought the effects follow from single scores.
    """

    effects: tuple[JudgeEffect, ...]
    adjusted: Mapping[str, Fraction]
    free: int

    @property
    def rests_on_little(self) -> bool:
        """Whether there are fewer scores to spare than judges."""
        return self.free < len(self.effects)


@dataclass(frozen=True)
class NotJoined:
    """Why no effects can be told: groups of judges that have no nominee in common."""

    groups: tuple[tuple[str, ...], ...]

    def words(self, name: Mapping[str, str]) -> str:
        """In a sentence, with the judges' names."""
        if len(self.groups) < 2:
            return "Harshness cannot be told: only one judge has scored here, and it shows against other judges alone."
        told = "; nor ".join(and_list([name[judge] for judge in group]) for group in self.groups)
        return (
            f"Harshness cannot be told: these judges share no nominee with each other, directly or through others: "
            f"{told}. Give a nominee of each to a judge of the other."
        )


Scores = Mapping[str, Mapping[str, Fraction]]
"""By nominee, then by judge."""


def harshness(scores: Scores, *, among: Iterable[str] | None = None) -> Harshness | NotJoined:
    """The effects of all judges who are joined. `among` are the nominees that are to be compared: others help where
    they join their judges, and stay out where they do not.
    """
    wanted = set(scores) if among is None else set(among)
    groups = [group for group in joined(scores) if wanted & group.nominees]
    judges = [judge for group in groups for judge in group.judges]
    if len(groups) != 1 or len(judges) < 2:
        return NotJoined(tuple(tuple(sorted(group.judges)) for group in groups))
    held = {nominee: scores[nominee] for nominee in scores if nominee in groups[0].nominees}
    added = _effects(held, sorted(judges))
    adjusted = {
        nominee: sum((value - added[judge] for judge, value in given.items()), Fraction(0)) / len(given)
        for nominee, given in held.items()
    }
    return Harshness(
        tuple(_effect(judge, added[judge], held) for judge in sorted(judges)),
        adjusted,
        sum(len(given) for given in held.values()) - len(held) - len(judges) + 1,
    )


def _effect(judge: str, added: Fraction, scores: Scores) -> JudgeEffect:
    own = [given for given in scores.values() if judge in given]
    return JudgeEffect(judge, added, len(own), sum(len(given) > 1 for given in own))


# --- who is joined to whom ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Group:
    """Judges and nominees between whom scores lead from each to each."""

    judges: frozenset[str]
    nominees: frozenset[str]


def joined(scores: Scores) -> list[Group]:
    """The groups, those with the first judge first."""
    groups: list[tuple[set[str], set[str]]] = []
    for nominee, given in scores.items():
        if not given:
            continue
        judges, nominees = set(given), {nominee}
        apart = []
        for group in groups:
            if group[0] & judges:
                judges |= group[0]
                nominees |= group[1]
            else:
                apart.append(group)
        groups = [*apart, (judges, nominees)]
    made = [Group(frozenset(judges), frozenset(nominees)) for judges, nominees in groups]
    return sorted(made, key=lambda group: min(group.judges))


# --- least squares ---------------------------------------------------------------------------------------------------


def _effects(scores: Scores, judges: Sequence[str]) -> dict[str, Fraction]:
    """Nominees are taken out of the normal equations first, so that one equation for each judge remains. They are in
    whole numbers until they are solved: many fractions are slow.
    """
    at = {judge: place for place, judge in enumerate(judges)}
    unit = lcm(*(value.denominator for given in scores.values() for value in given.values()))
    parts = lcm(*(len(given) for given in scores.values()))
    matrix = [[0] * len(judges) for _ in judges]
    right = [0] * len(judges)
    for given in scores.values():
        whole = {at[judge]: value.numerator * (unit // value.denominator) for judge, value in given.items()}
        share = parts // len(whole)
        total = share * sum(whole.values())
        for one, value in whole.items():
            matrix[one][one] += parts
            right[one] += parts * value - total
            for other in whole:
                matrix[one][other] -= share
    matrix[-1], right[-1] = (
        [1] * len(judges),
        0,
    )  # one follows from the others; in its place all come to nought
    return dict(zip(judges, (value / unit for value in _solved(matrix, right)), strict=True))


def _solved(matrix: list[list[int]], right: list[int]) -> list[Fraction]:
    """Gauss's elimination in fractions."""
    size = len(right)
    rows = [[Fraction(cell) for cell in (*row, value)] for row, value in zip(matrix, right, strict=True)]
    for place in range(size):
        pivot = next(row for row in range(place, size) if rows[row][place])
        rows[place], rows[pivot] = rows[pivot], rows[place]
        rows[place] = [cell / rows[place][place] for cell in rows[place]]
        for row in range(size):
            factor = rows[row][place]
            if row != place and factor:
                rows[row] = [cell - factor * of for cell, of in zip(rows[row], rows[place], strict=True)]
    return [row[-1] for row in rows]


def effect_words(effect: JudgeEffect, name: str, points: str) -> str:
    """Judge 2 scores 0.4 points lower than the others do the same nominees (18 nominees, 17 shared)."""
    shared = f"{count_of(effect.scored, 'nominee')}, {effect.shared:,} of them shared with another judge"
    if not effect.added:
        return f"{name} scores the same nominees as the others do ({shared})."
    way = "higher" if effect.added > 0 else "lower"
    return f"{name} scores {points} {way} than the mean of all judges on the same nominees ({shared})."
