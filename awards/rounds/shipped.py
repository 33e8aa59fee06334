"""What a new round begins with: the seven categories, what is scored and what is checked. All of it can be changed."""

from dataclasses import dataclass

from awards.points import POINT, WEIGHT
from awards.vocabulary import NomineeKind, RoundPhase, ScoresSeen


@dataclass(frozen=True)
class PlannedCategory:
    """A category before it is kept."""

    name: str
    nominee_kind: NomineeKind
    description: str = ""
    word_limit: int | None = None
    most_finalists: int | None = None


@dataclass(frozen=True)
class PlannedCriterion:
    """A criterion before it is kept; `category` is the name of the one that it belongs to, '' of all of them."""

    name: str
    guidance: str = ""
    category: str = ""
    weight: int = WEIGHT
    least: int = POINT
    most: int = 5 * POINT
    step: int = POINT
    required: bool = True
    counts: bool = True
    values: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class RoundPlan:
    """All that one round can hand to another, or is shipped; no person is in it."""

    categories: tuple[PlannedCategory, ...]
    criteria: tuple[PlannedCriterion, ...]
    checks: tuple[str, ...]
    scores_seen: tuple[tuple[RoundPhase, ScoresSeen], ...] = ()


_VALUES = (
    (1 * POINT, "Nothing is said of it"),
    (2 * POINT, "Said, without an example"),
    (3 * POINT, "Shown by an example"),
    (4 * POINT, "Shown by several examples"),
    (5 * POINT, "Shown throughout, well beyond what is expected"),
)
_CARE = "Proud to deliver Excellent Person Centred Care"
_TEAM = "Proud to Care Team Award"
_LEARNING = "Proud to be a Learning and Development Champion"
_COMMUNITY = "Proud to be Engaging with the Community"
_INNOVATION = "Proud to be Delivering Innovative Care Services"
_LEADERSHIP = "Proud to Lead a Successful Caring Service"
_SUPPORT = "Proud to Support Excellent Care Delivery"

CATEGORIES = (
    PlannedCategory(
        _CARE, NomineeKind.INDIVIDUAL, "Somebody whose care begins with the person, their wishes and their life."
    ),
    PlannedCategory(_TEAM, NomineeKind.TEAM, "A team that is more together than each of its members alone."),
    PlannedCategory(
        _LEARNING, NomineeKind.INDIVIDUAL, "Somebody who learns, and who helps others to learn and to grow."
    ),
    PlannedCategory(
        _COMMUNITY, NomineeKind.SERVICE, "A service that is part of its neighbourhood, and brings it through the door."
    ),
    PlannedCategory(
        _INNOVATION, NomineeKind.SERVICE, "A service that found a new way, tried it and can show what came of it."
    ),
    PlannedCategory(
        _LEADERSHIP, NomineeKind.INDIVIDUAL, "Somebody who leads a service where people are glad to live and to work."
    ),
    PlannedCategory(
        _SUPPORT, NomineeKind.INDIVIDUAL,
        "Somebody without whom no care would be given: in the kitchen, the office, the garden or the laundry.",
    ),
)  # fmt: skip
"""In the order in which they are honoured."""

CRITERIA = (
    PlannedCriterion(
        "Difference made", "What changed for the people who draw on care, and how it is known.",
        weight=2 * WEIGHT, values=_VALUES,
    ),
    PlannedCriterion(
        "Values", "Dignity, kindness and respect, seen in what was done.", weight=15, values=_VALUES
    ),
    PlannedCriterion(
        "Beyond the role", "What was done that nobody would have had to do.", values=_VALUES
    ),
    *(
        PlannedCriterion(name, guidance, category=category, weight=15, values=_VALUES)
        for category, name, guidance in (
            (_CARE, "The person at the centre", "How the person’s own wishes shaped the care."),
            (_TEAM, "Together", "How the members rely on one another and what came of that."),
            (_LEARNING, "Learning passed on", "What others learned, and what they do differently since."),
            (_COMMUNITY, "Part of the community", "Who comes in, who goes out, and how often."),
            (_INNOVATION, "New and proven", "What is new in it, and what shows that it works."),
            (_LEADERSHIP, "Leadership", "What staff and people who draw on care say of how it is led."),
            (_SUPPORT, "Behind the care", "What could not have been done without this work."),
        )
    ),
)  # fmt: skip
"""Three for every category and one for each."""

CHECKS = (
    "The nominee works in adult social care in the council’s area",
    "The nomination stands in the right category",
    "The statement says what the nominee did, and its length was decided where it is over the limit",
    "The nominator is named and can be reached",
    "The employer was asked whether the nominee still works there",
    "Nothing is known that speaks against honouring the nominee",
)

SCORES_SEEN = (
    (RoundPhase.MODERATE, ScoresSeen.AFTER_OWN),
    (RoundPhase.DECIDE, ScoresSeen.ALWAYS),
    (RoundPhase.ANNOUNCE, ScoresSeen.ALWAYS),
)
"""In the phases not named, never."""

SHIPPED = RoundPlan(CATEGORIES, CRITERIA, CHECKS, SCORES_SEEN)
