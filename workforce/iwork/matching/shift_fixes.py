"""What could be done about hours and shifts: a little later or shorter, fewer of them, or another day asked for."""

from collections.abc import Sequence
from itertools import combinations

from resources.wording import and_list, count_of
from workforce.iwork.matching import arithmetic
from workforce.iwork.matching.facts import Finding, Hours, MatchPerson, MatchPost, MustHave, Rules, Side
from workforce.iwork.matching.must_haves import hours_words, times_said
from workforce.iwork.matching.steps import Edit, How, Step
from workforce.iwork.times import WEEK, day_said, span_said
from workforce.iwork.vocabulary import ShiftPattern
from workforce.iwork.weeks import joined

MOVED_MOST, SHORTEST, MORE_HOURS, MORE_DAYS = 120, 60, 180, 2
"""By how many minutes a shift is moved at most, how short it may become, and how much more somebody is asked for."""


def hours(finding: Finding, person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Step, ...]:
    """The post asks for more hours than somebody wants."""
    needed, room = arithmetic.needed_minutes(post), person.room
    if needed is None or room is None:
        return ()
    steps = list(_fewer(person, post))
    if needed - room <= MORE_HOURS:
        all_told = hours_words(needed + person.minutes_worked)
        steps.append(
            Step(
                MustHave.HOURS,
                Side.PERSON,
                (Edit(False, "minutes_most", How.SET, needed + person.minutes_worked),),
                f"Ask them whether {all_told} a week would be all right, and look at their benefits first.",
                f"Would {all_told} a week be all right for you? We look at your benefits with you first.",
            )
        )
    return tuple(steps)


def shifts(finding: Finding, person: MatchPerson, post: MatchPost, rules: Rules) -> tuple[Step, ...]:
    """The shifts of the post are not when somebody can work."""
    return (*_moved(person, post), *_fewer(person, post), *_other_times(person, post))


def _fewer(person: MatchPerson, post: MatchPost) -> tuple[Step, ...]:
    """As many of the shifts that suit somebody as they want, or fewer hours where there are no shifts."""
    room = WEEK if person.room is None else person.room
    fit = arithmetic.fitting(person, post)
    most = arithmetic.most_of([one.minutes for one in fit], room) if post.shifts else room
    asked = arithmetic.needed_minutes(post)
    if most <= 0 or (asked is not None and post.pattern is ShiftPattern.CHOOSE and most > asked):
        return ()
    edits = [Edit(True, "minutes_least", How.SET, most)]
    if not post.shifts:
        told = f"Offer {hours_words(most)} a week."
        easily = f"We ask the employer for {hours_words(most)} a week."
    else:
        edits.append(Edit(True, "pattern", How.SET, ShiftPattern.CHOOSE))
        total = sum(one.minutes for one in fit)
        which = times_said(fit)
        taken = f"only {which}" if total <= room else f"some of {which}"
        told = f"Let them work {taken}: {hours_words(most)} a week."
        easily = f"We ask if you can work {taken}: {hours_words(most)} a week."
    return (Step(MustHave.SHIFTS, Side.POST, tuple(edits), told, easily),)


def _moved(person: MatchPerson, post: MatchPost) -> tuple[Step, ...]:
    """Shifts that are moved or shortened a little, where that is enough."""
    now = [(one, _nearest(one, person.available)) for one in post.shifts]
    if post.pattern is ShiftPattern.ALL and any(then is None for _, then in now):
        return ()
    then = tuple(moved or one for one, moved in now)
    differ = [(one, moved) for one, moved in now if moved is not None and moved != one]
    if not differ or sum(one.minutes for one in joined(then)) < sum(one.minutes for one in then):
        return ()
    edits = [Edit(True, "shifts", How.SET, then)]
    total = sum(one.minutes for one in then)
    if post.minutes_least is not None and post.minutes_least > total:
        edits.append(Edit(True, "minutes_least", How.SET, total))
    said = _differences(differ)
    return (
        Step(
            MustHave.SHIFTS,
            Side.POST,
            tuple(edits),
            f"{and_list([f'{days}: {what}' for days, what in said], '; and')}.",
            f"We ask the employer. {and_list([f'{days}: {what}' for days, what in said], '; and')}.",
        ),
    )


def _nearest(shift: Hours, available: Sequence[Hours]) -> Hours | None:
    """The shift as it is if it suits, or moved as little as can be; shorter only where it must be."""
    found = []
    for free in available:
        if free.weekday == shift.weekday:
            long = min(shift.minutes, free.minutes)
            begins = min(max(shift.from_minute, free.from_minute), free.until_minute - long)
            moved = Hours(shift.weekday, begins, begins + long)
            away = max(abs(begins - shift.from_minute), abs(moved.until_minute - shift.until_minute))
            if moved == shift or (away <= MOVED_MOST and long >= SHORTEST):
                found.append((away, moved))
    return min(found)[1] if found else None


def _differences(differ: Sequence[tuple[Hours, Hours]]) -> list[tuple[str, str]]:
    """Days with what is different on them, days alike said together."""
    alike: dict[tuple[int, int, int, int], list[int]] = {}
    for one, moved in differ:
        by = (moved.from_minute - one.from_minute, moved.until_minute - one.until_minute)
        alike.setdefault((*by, moved.from_minute, moved.until_minute), []).append(one.weekday)
    return [
        (and_list([day_said(day) for day in days]), f"{_by(start, end)}, {span_said(begins, ends)}")
        for (start, end, begins, ends), days in alike.items()
    ]


def _by(start: int, end: int) -> str:
    first = f"start {count_of(abs(start), 'minute')} {'later' if start > 0 else 'earlier'}"
    last = f"end {count_of(abs(end), 'minute')} {'later' if end > 0 else 'earlier'}"
    if start == end or not end:
        return first
    return last if not start else f"{first} and {last}"


def _other_times(person: MatchPerson, post: MatchPost) -> tuple[Step, ...]:
    """The fewest more times to ask somebody about."""
    fit = set(arithmetic.fitting(person, post))
    away = [one for one in post.shifts if one not in fit]
    if post.pattern is ShiftPattern.ALL:
        return (_asked(person, away),) if 0 < len(away) <= MORE_DAYS else ()
    for many in range(1, MORE_DAYS + 1):
        for more in combinations(away, many):
            lengths = [one.minutes for one in (*fit, *more)]
            chosen = arithmetic.least_of(lengths, arithmetic.least_asked(post))
            if chosen is not None and (person.room is None or chosen <= person.room):
                return (_asked(person, more),)
    return ()


def _asked(person: MatchPerson, more: Sequence[Hours]) -> Step:
    wider = joined((*person.available, *more))
    return Step(
        MustHave.SHIFTS,
        Side.PERSON,
        (Edit(False, "available", How.SET, wider),),
        f"Ask them whether they could also work {times_said(more)}.",
        f"Could you work {times_said(more)} too?",
    )
