"""People and posts of every kind, for tests of what must hold for all pairs; few values, so that they often meet."""

from datetime import date

from hypothesis import strategies as st

from workforce.iwork.matching import shipped
from workforce.iwork.matching.facts import (
    HeldCheck,
    Hours,
    MatchPerson,
    MatchPost,
    NeededCheck,
    Place,
    Rules,
    TaskInPost,
    Way,
)
from workforce.iwork.vocabulary import (
    BuddyNeed,
    BuddyOffer,
    CheckKind,
    CheckState,
    Offer,
    ShiftPattern,
    TravelMode,
    WhenNeeded,
)
from workforce.iwork.weeks import joined

TODAY = date(2026, 11, 23)
TASKS = ("laying", "serving", "washing up")
ADJUSTMENTS = ("list", "quiet")
RULES = Rules(
    TODAY,
    shipped.WEIGHTS,
    shipped.SPEEDS,
    tasks={"laying": "Laying tables", "serving": "Serving meals", "washing up": "Washing up"},
    adjustments={"list": "Written list of tasks", "quiet": "Quiet place for breaks"},
    easy={"laying": "laying the tables", "list": "Give me a list so that I can tick things off."},
)
_DAYS = st.sampled_from([date(2026, 10, 1), TODAY, date(2026, 12, 7), date(2027, 2, 1)])
_LEVEL = st.sampled_from([None, 1, 2, 3])
_LEVELS = st.tuples(_LEVEL, _LEVEL, _LEVEL, _LEVEL)
_CHECKS = st.sampled_from(
    [CheckKind.DBS_BASIC, CheckKind.DBS_ENHANCED, CheckKind.FOOD_HYGIENE, CheckKind.RIGHT_TO_WORK]
)
_PLACES = st.none() | st.builds(
    Place, st.sampled_from([450_000, 451_500, 458_000, 520_000]), st.just(350_000)
)


def _times(begins: tuple[int, ...], lengths: tuple[int, ...]) -> st.SearchStrategy[Hours]:
    return st.builds(
        lambda day, begin, long: Hours(day, begin, begin + long),
        st.integers(0, 2),
        st.sampled_from(begins),
        st.sampled_from(lengths),
    )


def _some(items: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(items), max_size=2)


def persons(key: str = "person") -> st.SearchStrategy[MatchPerson]:
    """Somebody, whatever is known of them."""
    return st.builds(
        MatchPerson,
        key=st.just(key),
        number=st.just(14),
        current=st.sampled_from([True, True, True, False]),
        consents=st.sampled_from([True, True, False]),
        profiled=st.sampled_from([True, True, True, False]),
        minutes_worked=st.sampled_from([0, 0, 240]),
        place=_PLACES,
        ways=st.lists(
            st.builds(
                Way,
                st.sampled_from([TravelMode.WALK, TravelMode.BUS, TravelMode.TAXI]),
                st.sampled_from([None, 15, 30, 45]),
                st.sampled_from([None, 10, 50]),
            ),
            max_size=2,
            unique_by=lambda one: one.mode,
        ).map(tuple),
        available=st.lists(_times((540, 600), (120, 240, 480)), max_size=4).map(joined),
        minutes_wanted=st.sampled_from([None, 240, 480]),
        minutes_most=st.sampled_from([None, 120, 240, 480, 900]),
        likes=_some(TASKS),
        would_try=_some(TASKS),
        avoid=_some(TASKS),
        done_before=_some(TASKS),
        suits=_LEVELS,
        buddy=st.sampled_from(BuddyNeed),
        must=_some(ADJUSTMENTS),
        helps=_some(ADJUSTMENTS),
        checks=st.lists(
            st.builds(HeldCheck, _CHECKS, st.sampled_from(CheckState), st.none() | _DAYS),
            max_size=2,
            unique_by=lambda one: one.kind,
        ).map(tuple),
        ready_from=st.none() | _DAYS,
    )


def posts(key: str = "post") -> st.SearchStrategy[MatchPost]:
    """A post, whatever is known of it."""
    return st.builds(
        lambda shifts, tasks, offers, least, more, **facts: MatchPost(
            key=key,
            number=7,
            employer_id="employer",
            shifts=shifts,
            tasks=tasks,
            offers=tuple(sorted(offers.items())),
            minutes_least=least,
            minutes_most=None if least is None else least + more,
            **facts,
        ),
        st.lists(_times((540, 570, 690), (90, 150, 240)), max_size=3).map(_apart),
        st.lists(
            st.builds(TaskInPost, st.sampled_from(TASKS), st.booleans()),
            max_size=3,
            unique_by=lambda one: one.task_id,
        ).map(tuple),
        st.dictionaries(st.sampled_from(ADJUSTMENTS), st.sampled_from(Offer)),
        st.sampled_from([None, 150, 240, 450]),
        st.sampled_from([0, 120]),
        open=st.sampled_from([True, True, True, False]),
        places=st.sampled_from([1, 3]),
        place=_PLACES,
        pattern=st.sampled_from(ShiftPattern),
        levels=_LEVELS,
        buddy=st.sampled_from(BuddyOffer),
        checks=st.lists(
            st.builds(NeededCheck, _CHECKS, st.sampled_from(WhenNeeded)),
            max_size=2,
            unique_by=lambda one: one.kind,
        ).map(tuple),
        start_on=st.none() | _DAYS,
        until_on=st.none() | st.just(date(2027, 1, 15)),
    )


def _apart(times: list[Hours]) -> tuple[Hours, ...]:
    """Shifts of a post never overlap."""
    kept: list[Hours] = []
    for one in times:
        if all(
            one.weekday != other.weekday
            or one.until_minute <= other.from_minute
            or other.until_minute <= one.from_minute
            for other in kept
        ):
            kept.append(one)
    return tuple(sorted(kept))
