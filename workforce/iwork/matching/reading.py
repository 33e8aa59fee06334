"""What matching knows, read for everybody and every post in a few queries. No name is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from resources.database import Database
from workforce.iwork.matching import shipped
from workforce.iwork.matching.facts import (
    LEVEL_NUMBERS,
    SENSES,
    HeldCheck,
    Hours,
    Levels,
    MatchPerson,
    MatchPost,
    NeededCheck,
    Place,
    Rules,
    Speed,
    TaskInPost,
    Way,
)
from workforce.iwork.people.consents import Consent, ConsentStanding, consents_of_all, standing
from workforce.iwork.placements.pay import jobs_of_all, total_on
from workforce.iwork.placements.placements import Placement, Places, placements, places_of
from workforce.iwork.vocabulary import (
    OVER,
    TAKING,
    WITH_A_POST,
    BuddyNeed,
    BuddyOffer,
    CheckKind,
    CheckState,
    ConsentScope,
    Factor,
    Level,
    Offer,
    PostStatus,
    ShiftPattern,
    Stage,
    TaskWish,
    TravelMode,
    WhenNeeded,
)
from workforce.iwork.weeks import joined

T = TypeVar("T")


@dataclass(frozen=True)
class Pool:
    """People, posts and rules as they stand on a day."""

    people: tuple[MatchPerson, ...]
    posts: tuple[MatchPost, ...]
    rules: Rules

    @property
    def looking(self) -> tuple[MatchPerson, ...]:
        """Those who have no post yet, or want another."""
        return tuple(one for one in self.people if not one.placed)

    def person(self, key: str) -> MatchPerson:
        """One by their key."""
        for one in self.people:
            if one.key == key:
                return one
        raise LookupError(f"there is no person {key} to match")

    def post(self, key: str) -> MatchPost:
        """One by its key."""
        for one in self.posts:
            if one.key == key:
                return one
        raise LookupError(f"there is no post {key} to match")


def read_pool(vault: Database, *, today: date, every: bool = False) -> Pool:
    """People whom the team works with and posts with a free place, by number; `every` of them to explain a no."""
    people, posts = read_people(vault, today=today), read_posts(vault)
    return Pool(
        tuple(one for one in people if every or one.current),
        tuple(one for one in posts if every or one.open),
        read_rules(vault, today=today),
    )


# --- people -----------------------------------------------------------------------------------------------------


def read_people(vault: Database, *, today: date) -> list[MatchPerson]:
    """Everybody who is held, by number."""
    of = _of_people(vault)
    consents, jobs = consents_of_all(vault), jobs_of_all(vault)
    live: dict[str, list[Placement]] = {}
    for one in placements(vault):
        live.setdefault(one.person_id, []).append(one)
    return [
        _person(
            row,
            of,
            consents=_agrees(consents.get(str(row[0]), []), today),
            minutes_worked=total_on(jobs.get(str(row[0]), ()), today).minutes,
            live=live.get(str(row[0]), []),
        )
        for row in vault.rows(
            f"""select person.id, number, closed_on is null and purge_asked_at is null, easting, northing,
            {", ".join(f"profile.{sense}" for sense in SENSES)}, minutes_wanted, minutes_most,
            coalesce(buddy, 'not_asked'), ready_from
            from person left join profile on profile.person_id = person.id order by number"""
        )
    ]


def _agrees(said: list[Consent], today: date) -> bool:
    """Whoever took back that they are on the register at all is matched no more, whatever else they agreed to."""
    off = standing(said, ConsentScope.REGISTER, today) is ConsentStanding.WITHDRAWN
    return not off and standing(said, ConsentScope.MATCHING, today) is ConsentStanding.GIVEN


@dataclass(frozen=True)
class _OfPeople:
    """What stands in tables of its own, by the person’s key."""

    tasks: dict[str, list[tuple[str, TaskWish, bool]]]
    available: dict[str, list[Hours]]
    ways: dict[str, list[Way]]
    checks: dict[str, list[HeldCheck]]
    needs: dict[str, list[tuple[str, bool]]]


def _of_people(vault: Database) -> _OfPeople:
    return _OfPeople(
        tasks=_by_key(
            vault,
            "select person_id, task_id, wish, done_before from profile_task",
            lambda task, wish, done: (str(task), TaskWish(wish), bool(done)),
        ),
        available=_by_key(
            vault, "select person_id, weekday, from_minute, until_minute from availability", Hours
        ),
        ways=_by_key(
            vault,
            "select person_id, mode, most_minutes, most_tenths from travel order by mode",
            lambda mode, minutes, tenths: Way(TravelMode(mode), minutes, tenths),
        ),
        checks=_by_key(
            vault,
            "select person_id, kind, state, until_on from check_held order by kind",
            lambda kind, state, until: HeldCheck(CheckKind(kind), CheckState(state), _day(until)),
        ),
        needs=_by_key(
            vault,
            "select person_id, adjustment_id, need = 'must' from adjustment_need",
            lambda key, must: (str(key), bool(must)),
        ),
    )


def _person(
    row: tuple[Any, ...], of: _OfPeople, *, consents: bool, minutes_worked: int, live: list[Placement]
) -> MatchPerson:
    key, number, current, easting, northing, *levels, wanted, most, buddy, ready = row
    tasks, needs = of.tasks.get(key, []), of.needs.get(key, [])
    return MatchPerson(
        key=key,
        number=number,
        current=bool(current),
        consents=consents,
        profiled=bool(tasks or key in of.available or key in of.ways or most is not None),
        placed=_placed(live),
        at_posts=frozenset(one.post_id for one in live if one.post_id),
        minutes_worked=minutes_worked,
        place=_place(easting, northing),
        ways=tuple(of.ways.get(key, ())),
        available=joined(of.available.get(key, ())),
        minutes_wanted=wanted,
        minutes_most=most,
        likes=frozenset(task for task, wish, _ in tasks if wish is TaskWish.LIKES),
        would_try=frozenset(task for task, wish, _ in tasks if wish is TaskWish.WOULD_TRY),
        avoid=frozenset(task for task, wish, _ in tasks if wish is TaskWish.AVOID),
        done_before=frozenset(task for task, _, done in tasks if done),
        suits=_levels(levels),
        buddy=BuddyNeed(buddy),
        must=frozenset(one for one, must in needs if must),
        helps=frozenset(one for one, must in needs if not must),
        checks=tuple(of.checks.get(key, ())),
        ready_from=_day(ready),
    )


def _placed(live: list[Placement]) -> bool:
    """Whether nobody looks for a post for them now: they have one, are matched to one, or it is paused."""
    searching = [
        one for one in live if one.stage not in WITH_A_POST and one.stage not in (*OVER, Stage.PAUSED)
    ]
    return bool(live) and not searching


# --- posts ------------------------------------------------------------------------------------------------------


def read_posts(vault: Database) -> list[MatchPost]:
    """Every post, by number."""
    shifts = _by_key(
        vault,
        "select post_id, weekday, from_minute, until_minute from post_shift order by weekday, from_minute",
        Hours,
    )
    tasks = _by_key(
        vault,
        "select post_id, task_id, max(core) from post_task group by post_id, task_id order by min(position)",
        lambda task, core: TaskInPost(str(task), bool(core)),
    )
    checks = _by_key(
        vault,
        "select post_id, kind, needed from post_check order by kind",
        lambda kind, needed: NeededCheck(CheckKind(kind), WhenNeeded(needed)),
    )
    offers = _by_key(
        vault,
        "select post_id, adjustment_id, offer from post_adjustment order by adjustment_id",
        lambda key, offer: (str(key), Offer(offer)),
    )
    places = places_of(vault)
    return [
        _post(row, places[str(row[0])], shifts=shifts, tasks=tasks, checks=checks, offers=offers)
        for row in vault.rows(
            f"""select post.id, number, title, employer_id, employer.name, status,
            case post.postcode when '' then employer.easting else post.easting end,
            case post.postcode when '' then employer.northing else post.northing end,
            pattern, minutes_least, minutes_most, {", ".join(SENSES)}, buddy, start_on, until_on
            from post join employer on employer.id = post.employer_id order by number"""
        )
    ]


def _post(
    row: tuple[Any, ...],
    places: Places,
    *,
    shifts: dict[str, list[Hours]],
    tasks: dict[str, list[TaskInPost]],
    checks: dict[str, list[NeededCheck]],
    offers: dict[str, list[tuple[str, Offer]]],
) -> MatchPost:
    key, number, title, employer_id, employer_name, status, easting, northing, pattern, least, most, *rest = (
        row
    )
    *levels, buddy, start, until = rest
    return MatchPost(
        key=key,
        number=number,
        title=title,
        employer_id=employer_id,
        employer_name=employer_name,
        open=PostStatus(status) in TAKING and places.free > 0,
        places=max(0, places.free - places.considered),
        place=_place(easting, northing),
        shifts=tuple(shifts.get(key, ())),
        pattern=ShiftPattern(pattern),
        minutes_least=least,
        minutes_most=most,
        tasks=tuple(tasks.get(key, ())),
        levels=_levels(levels),
        buddy=BuddyOffer(buddy),
        offers=tuple(offers.get(key, ())),
        checks=tuple(checks.get(key, ())),
        start_on=_day(start),
        until_on=_day(until),
    )


# --- rules ------------------------------------------------------------------------------------------------------


def read_rules(vault: Database, *, today: date) -> Rules:
    """Weights and speeds as chosen, pins and bans that stand, and what tasks and adjustments are called."""
    standing_rules = vault.rows(
        "select kind, person_id, coalesce(post_id, employer_id) from placing_rule where ended_on is null"
    )
    tasks = vault.rows("select id, name, easy from task")
    adjustments = vault.rows("select id, name, easy from adjustment")
    return Rules(
        today=today,
        weights=read_weights(vault),
        speeds=read_speeds(vault),
        pins=frozenset((who, where) for kind, who, where in standing_rules if kind == "pin"),
        bans=frozenset((who, where) for kind, who, where in standing_rules if kind == "ban"),
        tasks={key: name for key, name, _ in tasks},
        adjustments={key: name for key, name, _ in adjustments},
        easy={key: easy for key, _, easy in (*tasks, *adjustments) if easy},
    )


def read_weights(vault: Database) -> dict[Factor, int]:
    """Of every factor: as it was chosen, or as it shipped."""
    chosen = {
        Factor(factor): weight for factor, weight in vault.rows("select factor, weight from match_weight")
    }
    return {factor: chosen.get(factor, shipped.WEIGHTS[factor]) for factor in Factor}


def read_speeds(vault: Database) -> dict[TravelMode, Speed]:
    """Of every way of travelling: as it was chosen, or as it shipped."""
    chosen = {
        TravelMode(mode): Speed(*numbers)
        for mode, *numbers in vault.rows(
            "select mode, tenths_an_hour, wait_minutes, detour_percent from travel_speed"
        )
    }
    return {mode: chosen.get(mode, shipped.SPEEDS[mode]) for mode in TravelMode}


def _by_key(vault: Database, sql: str, made: Callable[..., T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for key, *cells in vault.rows(sql):
        found.setdefault(str(key), []).append(made(*cells))
    return found


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _place(easting: int | None, northing: int | None) -> Place | None:
    return None if easting is None or northing is None else Place(easting, northing)


def _levels(words: list[str | None]) -> Levels:
    noise, heat, people, smells = (None if one is None else LEVEL_NUMBERS[Level(one)] for one in words)
    return noise, heat, people, smells
