"""The steps of the funnel as sentences, both ways: of all people together, and at a typical provider."""

from fractions import Fraction

from resources.wording import count_of, rounded_whole
from workforce.survey.funnel.steps import PEOPLE_AT, Pooled, Step, Typical
from workforce.survey.vocabulary import Role

SMALL = ", a small base"
ACTIVE = frozenset({Role.APPLIED, Role.ATTENDED, Role.STARTED})
"""What people do themselves; the rest they are."""
WHO = {
    stage: f"who {words}" if stage in ACTIVE else words.replace("appointable", "who were appointable")
    for stage, words in PEOPLE_AT.items()
}
"""Of those: who applied, invited, who attended …"""


def step_sentence(step: Step, noun: str) -> str:
    """Of those invited, 56% attended (420 of 750 people, 78 services); at a typical service 58%."""
    beginning, end = WHO[step.stage_from], PEOPLE_AT[step.stage_to]
    pooled, typical = pooled_words(step.pooled, noun), typical_words(step.typical, noun)
    said = "were " if step.stage_to not in ACTIVE else ""
    if not pooled and not typical:
        return f"Too few {noun}s said how many of those {beginning} {said}{end} to give a percentage."
    if not pooled:
        return f"At a typical {noun}, of those {beginning}, {typical} {said}{end}."
    told = f"Of those {beginning}, {share_words(step.pooled)} {said}{end} ({pooled})"
    return f"{told}; at a typical {noun} it was {typical}." if typical else f"{told}."


def share_words(pooled: Pooled | None) -> str:
    """56%, or between 50% and 60%."""
    if pooled is None or pooled.hidden:
        return ""
    return between(pooled.low.value or Fraction(0), pooled.high.value or Fraction(0))


def pooled_words(pooled: Pooled | None, noun: str) -> str:
    """What the pooled share is of; nothing where it is not shown."""
    if pooled is None or pooled.hidden:
        return ""
    small = SMALL if pooled.small else ""
    if not pooled.exact:
        return f"all people together, {count_of(pooled.providers, noun)}{small}"
    return f"{pooled.low.count:,} of {pooled.low.base:,} people, {count_of(pooled.providers, noun)}{small}"


def typical_words(typical: Typical | None, noun: str) -> str:
    """58% (median of 95 services); nothing where it is not shown."""
    if typical is None or typical.hidden:
        return ""
    small = SMALL if typical.small else ""
    return f"{between(typical.low.median, typical.high.median)} (median of {count_of(typical.providers, noun)}{small})"


def between(low: Fraction, high: Fraction) -> str:
    """One percentage, or the two between which it lies."""
    below, above = rounded_whole(low * 100), rounded_whole(high * 100)
    return f"{below}%" if below == above else f"between {below}% and {above}%"
