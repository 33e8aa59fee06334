"""What stood behind a decision on its day, kept as JSON: figures exact and as they were read, and what was known."""

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from awards.points import weight_words
from awards.results.harshness import Harshness
from awards.results.standings import CategoryStanding, NomineeStanding
from awards.results.worth_knowing import of_category, of_choice, points


def basis_of(held: CategoryStanding, key: str | None, *, adjusted: bool, on_too_few: bool = False) -> str:
    """Of a decision on this nominee, or on none, made on these standings."""
    return json.dumps(
        {
            "rule": {
                "least_scores": held.round.least_scores,
                "tie_rule": held.round.tie_rule.value,
                "adjusted": adjusted,
                "on_too_few": on_too_few,
            },
            "criteria": [
                {"name": one.name, "weight": weight_words(one.weight), "counts": one.is_weighed}
                for one in held.scheme.scales
            ],
            "nominees": [_nominee(held, one) for one in held.by_place(adjusted=adjusted)],
            "judges": _judges(held),
            "known": _known(held, key, adjusted=adjusted),
        },
        ensure_ascii=False,
    )


def _known(held: CategoryStanding, key: str | None, *, adjusted: bool) -> list[str]:
    told = [*of_category(held), *(of_choice(held, key, adjusted=adjusted) if key else ())]
    return list(dict.fromkeys(told))


def _nominee(held: CategoryStanding, one: NomineeStanding) -> dict[str, Any]:
    found = one.summary
    return {
        "reference": one.nominee.reference,
        "entry": one.key,
        "place": one.placed.place if one.placed else None,
        "adjusted_place": one.placed_adjusted.place if one.placed_adjusted else None,
        "mean": points(found.mean),
        "exact_mean": _exact(found.mean),
        "median": points(found.median),
        "adjusted": points(one.adjusted),
        "spread": points(found.spread),
        "scores": {held.judge_names[judge]: points(mean) for judge, mean in found.by_judge.items()},
        "abstained": one.abstained,
        "stood_aside": one.aside,
        "state": one.state.value,
    }


def _exact(figure: Fraction | None) -> str:
    return "" if figure is None else str(figure)


def _judges(held: CategoryStanding) -> Mapping[str, str]:
    found = held.harshness
    if not isinstance(found, Harshness):
        return {}
    return {held.judge_names[one.judge]: points(one.added) for one in found.effects}


def read_basis(text: str) -> dict[str, Any]:
    """What was kept."""
    found = json.loads(text)
    return found if isinstance(found, dict) else {}
