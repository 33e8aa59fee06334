"""How well a post suits somebody, factor by factor, in whole numbers from 0 to 1000."""

from collections.abc import Mapping, Sequence

from resources.wording import and_list, count_of
from workforce.iwork.matching import arithmetic
from workforce.iwork.matching.facts import FactorScore, MatchPerson, MatchPost, Rules
from workforce.iwork.times import hours_said
from workforce.iwork.vocabulary import BuddyNeed, BuddyOffer, Factor, Offer

UNKNOWN = 500
"""What counts where something is not known: neither for nor against."""
LIKES, WOULD_TRY, NOT_SAID = 1000, 600, 300
OFFER_POINTS: Mapping[Offer | None, int] = {
    Offer.OFFERED: 1000,
    Offer.POSSIBLE: 600,
    None: 300,
    Offer.REFUSED: 0,
}
BUDDY_POINTS: Mapping[BuddyOffer, int] = {
    BuddyOffer.YES: 1000,
    BuddyOffer.POSSIBLE: 600,
    BuddyOffer.NOT_ASKED: 300,
    BuddyOffer.NO: 0,
}
_OFFERED = {1000: "offered", 600: "possible", 300: "not known", 0: "not offered"}
LONGEST = 120
"""Minutes of a way to work that count for nothing more."""


def factors(person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[FactorScore, ...]:
    """Every factor of a pair, in the order of the words."""
    return (
        _tasks(person, post),
        _setting(person, post),
        _hours(person, post),
        _days(person, post),
        _travel(person, post, rules),
        _support(person, post),
        _experience(person, post),
    )


def score(found: Sequence[FactorScore], weights: Mapping[Factor, int]) -> int:
    """The weighed mean, rounded down; nothing where nothing has a weight."""
    total = sum(weights[one.factor] for one in found)
    return sum(weights[one.factor] * one.points for one in found) // total if total else 0


def task_points(person: MatchPerson, task_id: str) -> int:
    """What one task counts for. A wish to avoid it stands above the others."""
    if task_id in person.avoid:
        return 0
    if task_id in person.likes:
        return LIKES
    return WOULD_TRY if task_id in person.would_try else NOT_SAID


def _tasks(person: MatchPerson, post: MatchPost) -> FactorScore:
    asked = person.likes or person.would_try or person.avoid
    if not post.tasks or not asked:
        return FactorScore(Factor.TASKS, UNKNOWN, False, "Tasks or wishes are not known.")
    points = [task_points(person, one.task_id) for one in post.tasks]
    liked, tried = points.count(LIKES), points.count(WOULD_TRY)
    return FactorScore(
        Factor.TASKS,
        sum(points) // len(points),
        True,
        f"Likes {liked} and would try {tried} of its {len(points)} tasks.",
    )


def _setting(person: MatchPerson, post: MatchPost) -> FactorScore:
    points, known = 0, 0
    for suits, level in zip(person.suits, post.levels, strict=True):
        if suits is None or level is None:
            points += UNKNOWN
        else:
            known += 1
            points += 1000 if level <= suits else 0
    return FactorScore(
        Factor.SETTING,
        points // len(post.levels),
        known > 0,
        f"Known of {known} of {len(post.levels)} things.",
    )


def _hours(person: MatchPerson, post: MatchPost) -> FactorScore:
    least, wanted = arithmetic.needed_minutes(post), person.minutes_wanted
    if least is None or wanted is None:
        return FactorScore(Factor.HOURS, UNKNOWN, False, "Hours offered or wanted are not known.")
    most = max(least, post.minutes_most or least)
    away = max(least - wanted, wanted - most, 0)
    offered = hours_said(least) if most == least else f"{hours_said(least)} to {hours_said(most)}"
    return FactorScore(
        Factor.HOURS,
        max(0, 1000 - 1000 * away // wanted),
        True,
        f"{offered} hours a week; {hours_said(wanted)} wanted.",
    )


def _days(person: MatchPerson, post: MatchPost) -> FactorScore:
    total = sum(one.minutes for one in post.shifts)
    if not total or not person.available:
        return FactorScore(Factor.DAYS, UNKNOWN, False, "Shifts or times are not known.")
    fit = arithmetic.fitting(person, post)
    return FactorScore(
        Factor.DAYS,
        1000 * sum(one.minutes for one in fit) // total,
        True,
        f"Can work {len(fit)} of {len(post.shifts)} shifts.",
    )


def _travel(person: MatchPerson, post: MatchPost, rules: Rules) -> FactorScore:
    if not person.ways or person.place is None or post.place is None:
        return FactorScore(Factor.TRAVEL, UNKNOWN, False, "The way is not known.")
    line = arithmetic.metres(person.place, post.place)
    near = [
        arithmetic.minutes(line, rules.speeds[one.mode])
        for one in person.ways
        if arithmetic.reaches(one, line, rules.speeds[one.mode])
    ]
    if not near:
        return FactorScore(Factor.TRAVEL, 0, True, "Further than they said.")
    return FactorScore(
        Factor.TRAVEL, max(0, 1000 - 1000 * min(near) // LONGEST), True, f"About {min(near)} minutes."
    )


def _support(person: MatchPerson, post: MatchPost) -> FactorScore:
    points = [OFFER_POINTS[post.offer_of(key)] for key in person.must | person.helps]
    if person.buddy in (BuddyNeed.MUST, BuddyNeed.HELPS):
        points.append(BUDDY_POINTS[post.buddy])
    if not points:
        return FactorScore(Factor.SUPPORT, 1000, True, "Nothing special is needed.")
    return FactorScore(
        Factor.SUPPORT,
        sum(points) // len(points),
        True,
        f"Of {count_of(len(points), 'thing')} needed or of help: {and_list(_offered(points))}.",
    )


def _offered(points: Sequence[int]) -> list[str]:
    """What the number rests on: how many are offered, and how many only may be, or are not known."""
    counts = [(points.count(number), said) for number, said in _OFFERED.items()]
    return [f"{number} {said}" for number, said in counts if number]


def _experience(person: MatchPerson, post: MatchPost) -> FactorScore:
    if not post.tasks:
        return FactorScore(Factor.EXPERIENCE, UNKNOWN, False, "The tasks of the post are not known.")
    done = sum(1 for one in post.tasks if one.task_id in person.done_before)
    return FactorScore(
        Factor.EXPERIENCE,
        1000 * done // len(post.tasks),
        True,
        f"Has done {done} of its {len(post.tasks)} tasks.",
    )
