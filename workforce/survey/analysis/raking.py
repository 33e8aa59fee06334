"""Weights that make who answered look like who was asked: raking (iterative proportional fitting). Pure.

Each response's weight is moved, one set of margins after another, until every group has its share of the population.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from resources.problem import Problem
from resources.wording import and_list, count_of, number

CAP = 5.0
"""No response counts for more than so many times the average one."""

_ROUNDS, _CLOSE_ENOUGH = 500, 1e-9
_FAR_OFF = 0.005

Margins = Mapping[str, int]
"""How many of the population each group has."""


@dataclass(frozen=True)
class Dimension:
    """One set of groups: what it is called, the group of each response, and how many each has in the population."""

    name: str
    groups: Mapping[int, str]
    population: Margins


@dataclass(frozen=True)
class Raking:
    """The weight of each response (1 on average), and what weighting cost.

    `effective_base` is Kish's: as many unweighted answers would tell as much.
    """

    weights: Mapping[int, float]
    base: int
    effective_base: float
    rounds: int
    converged: bool
    capped: int
    furthest: float
    warnings: tuple[str, ...] = ()


def rake(dimensions: tuple[Dimension, ...], *, cap: float = CAP) -> Raking:
    """Weights for the responses of known groups; one whose group is not known counts as one."""
    for one in dimensions:
        _refuse_empty(one)
    numbers = sorted(set.intersection(*(set(one.groups) for one in dimensions)) if dimensions else set())
    placed = [
        number for number in numbers if all(one.population.get(one.groups[number]) for one in dimensions)
    ]
    weights = dict.fromkeys(placed, 1.0)
    targets = [_targets(one, len(placed)) for one in dimensions]
    rounds, converged, capped = 0, False, set[int]()
    while placed and not converged and rounds < _ROUNDS:
        rounds += 1
        before, furthest = dict(weights), 0.0
        for one, target in zip(dimensions, targets, strict=True):
            furthest = max(furthest, _fit(weights, one, target))
        over = _hold(weights, cap)
        capped |= over
        converged = furthest < _CLOSE_ENOUGH or (bool(over) and _moved(before, weights) < _CLOSE_ENOUGH)
    weights = _averaging_one(weights)
    off = max(
        (_off(weights, one, target) for one, target in zip(dimensions, targets, strict=True)), default=0.0
    )
    for unknown in set(numbers) - set(placed):
        weights[unknown] = 1.0
    squares = sum(weight**2 for weight in weights.values())
    effective = sum(weights.values()) ** 2 / squares if squares else 0.0
    warnings = _warnings(len(numbers) - len(placed), len(capped), cap, off, converged)
    return Raking(weights, len(weights), effective, rounds, converged, len(capped), off, warnings)


def _refuse_empty(one: Dimension) -> None:
    """A group of the population of which nobody answered cannot be weighted up."""
    answered = set(one.groups.values())
    silent = {group: count for group, count in one.population.items() if count and group not in answered}
    if silent:
        told = and_list([f"{group} ({count:,} invited)" for group, count in silent.items()])
        raise Problem(
            f"The answers cannot be weighted by {one.name}, because nobody answered of {told}. Look at the unweighted "
            "figures, or filter to groups that answered."
        )


def _targets(one: Dimension, answered: int) -> dict[str, float]:
    """How much all responses of each group should count together."""
    held = {group for group in one.groups.values() if one.population.get(group)}
    whole = sum(one.population[group] for group in held)
    return {group: answered * one.population[group] / whole for group in held}


def _sums(weights: Mapping[int, float], one: Dimension) -> dict[str, float]:
    sums: defaultdict[str, float] = defaultdict(float)
    for key, weight in weights.items():
        sums[one.groups[key]] += weight
    return sums


def _fit(weights: dict[int, float], one: Dimension, target: Mapping[str, float]) -> float:
    """Bring one set of margins to its target; how far off the furthest factor was."""
    factors = {group: target[group] / total for group, total in _sums(weights, one).items() if total}
    for key in weights:
        weights[key] *= factors[one.groups[key]]
    return max((abs(factor - 1) for factor in factors.values()), default=0.0)


def _hold(weights: dict[int, float], cap: float) -> set[int]:
    """Hold those above the cap at it; the others take up what they lose, so that the average stays one."""
    held: set[int] = set()
    while over := {key for key, weight in weights.items() if key not in held and weight > cap * (1 + 1e-12)}:
        held |= over
        rest = sum(weight for key, weight in weights.items() if key not in held)
        factor = (len(weights) - cap * len(held)) / rest
        for key in weights:
            weights[key] = cap if key in held else weights[key] * factor
    return held


def _moved(before: Mapping[int, float], after: Mapping[int, float]) -> float:
    return max(abs(after[key] - weight) for key, weight in before.items())


def _averaging_one(weights: Mapping[int, float]) -> dict[int, float]:
    whole = sum(weights.values())
    return {key: weight * len(weights) / whole for key, weight in weights.items()} if whole else {}


def _off(weights: Mapping[int, float], one: Dimension, target: Mapping[str, float]) -> float:
    """The furthest that a group's share still is from its share of the population."""
    sums = _sums(weights, one)
    return max(
        (abs(sums.get(group, 0.0) - want) / len(weights) for group, want in target.items() if weights),
        default=0.0,
    )


def _warnings(unplaced: int, capped: int, cap: float, off: float, converged: bool) -> tuple[str, ...]:
    found = []
    if unplaced:
        told = count_of(unplaced, "response is", "responses are")
        found.append(f"{told} of no group of the population; each counts as one.")
    if capped:
        told = count_of(capped, "response was", "responses were")
        found.append(f"{told} held at {cap:g} times the average weight.")
    if off > _FAR_OFF or not converged:
        found.append(
            f"The weights do not quite give the shares of the population: one group is still {number(off * 100, 1)} "
            "percentage points off."
        )
    return tuple(found)
