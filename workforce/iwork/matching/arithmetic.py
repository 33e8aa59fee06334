"""The sums that matching rests on. They are in whole numbers, so that all pairs at once come to the same."""

from collections.abc import Sequence
from datetime import date
from math import isqrt

from workforce.iwork.matching.facts import Hours, MatchPerson, MatchPost, NeededCheck, Place, Speed, Way
from workforce.iwork.vocabulary import CheckKind, CheckState, ShiftPattern

MILE = 1609344  # thousandths of a metre
DBS = (CheckKind.DBS_BASIC, CheckKind.DBS_STANDARD, CheckKind.DBS_ENHANCED, CheckKind.DBS_ENHANCED_BARRED)
"""Each includes those before it."""


def includes(held: CheckKind, needed: CheckKind) -> bool:
    """Whether somebody who holds the one check has what the other asks for."""
    return held is needed or (held in DBS and needed in DBS and DBS.index(held) > DBS.index(needed))


def holds(person: MatchPerson, needed: NeededCheck, on: date) -> bool:
    """Whether a check that suffices is held on a day."""
    return any(
        one.state is CheckState.HELD and includes(one.kind, needed.kind) and (one.until_on or on) >= on
        for one in person.checks
    )


def metres(one: Place, other: Place) -> int:
    """The straight line between two places."""
    return isqrt((one.easting - other.easting) ** 2 + (one.northing - other.northing) ** 2)


def tenths(line: int, speed: Speed) -> int:
    """Tenths of a mile by road of a straight line in metres, rounded up."""
    return -(-line * (100 + speed.detour_percent) * 100 // MILE)


def minutes(line: int, speed: Speed) -> int:
    """Minutes of a straight line in metres, waiting too, rounded up."""
    return speed.wait_minutes + -(
        -line * (100 + speed.detour_percent) * 6000 // (MILE * speed.tenths_an_hour)
    )


def reaches(way: Way, line: int, speed: Speed) -> bool:
    """Whether a way of travelling is within what somebody said of it."""
    near = way.most_tenths is None or tenths(line, speed) <= way.most_tenths
    return near and (way.most_minutes is None or minutes(line, speed) <= way.most_minutes)


def within(shift: Hours, available: Sequence[Hours]) -> bool:
    """Whether somebody can work all of a shift. `available` is joined."""
    return any(
        one.weekday == shift.weekday
        and one.from_minute <= shift.from_minute
        and shift.until_minute <= one.until_minute
        for one in available
    )


def fitting(person: MatchPerson, post: MatchPost) -> tuple[Hours, ...]:
    """The shifts of a post that somebody can work; all of them where their times are not known."""
    if not person.available:
        return post.shifts
    return tuple(one for one in post.shifts if within(one, person.available))


def sums(lengths: Sequence[int]) -> int:
    """All that some of these come to, as the bits of a number."""
    reached = 1
    for one in lengths:
        reached |= reached << one
    return reached


def least_of(lengths: Sequence[int], least: int) -> int | None:
    """The least that some of these come to, of `least` or more; None where all of them are less."""
    reached = sums(lengths) >> least
    return None if reached == 0 else least + (reached & -reached).bit_length() - 1


def most_of(lengths: Sequence[int], most: int) -> int:
    """The most that some of these come to, of `most` or less; nothing where each is more."""
    return (sums(lengths) & ((1 << (most + 1)) - 1)).bit_length() - 1 if most >= 0 else 0


def least_asked(post: MatchPost) -> int:
    """How many minutes of its shifts somebody chooses at the least: never more than there are."""
    total = sum(one.minutes for one in post.shifts)
    return min(post.minutes_least or 1, total)


def needed_minutes(post: MatchPost) -> int | None:
    """The fewest minutes a week that somebody works there; None where it is not known."""
    lengths = [one.minutes for one in post.shifts]
    if post.pattern is ShiftPattern.ALL or not lengths:
        return post.minutes_least if post.minutes_least is not None else sum(lengths) or None
    return least_of(lengths, least_asked(post))
