"""How much a service could likely claim, and on what that rests; where no figure is known, none is given. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from resources.wording import and_list, count_of, money

NO_FIGURE = "no figure yet"


@dataclass(frozen=True)
class Workers:
    """Of the care-providing workers in ASC-WDS, how many have no qualification at a level or above."""

    without: int
    of: int
    level: int

    @property
    def words(self) -> str:
        """9 of 12 care-providing workers have no level 2."""
        verb = "has" if self.without == 1 else "have"
        return (
            f"{self.without:,} of {count_of(self.of, 'care-providing worker')} {verb} no level {self.level}"
        )


@dataclass(frozen=True)
class Known:
    """What an estimate can rest on.

    `completed`: learners who completed it and for whom nobody claimed; `next`: those whose next step it is.
    `most_pence` is None where no figure is verified. `places` and `pence_left` are what the fund's own caps leave.
    """

    completed: int = 0
    next: int = 0
    workers: Workers | None = None
    most_pence: int | None = None
    places: int | None = None
    pence_left: int | None = None


@dataclass(frozen=True)
class Likely:
    """Pence, or None; `basis` says on what it rests, or what is not known.

    `places` and `pence_left` are what the fund's caps leave the provider in all, whatever else it claims for.
    """

    pence: int | None
    basis: str
    people: int = 0
    places: int | None = None
    pence_left: int | None = None

    @property
    def words(self) -> str:
        """Up to £3,080, or no figure yet."""
        return NO_FIGURE if self.pence is None else f"up to {money(self.pence)}"


def likely(known: Known) -> Likely:
    """The larger of the learners known and of what ASC-WDS counts, times what the fund pays, within its caps."""
    learners = known.completed + known.next
    by_workers = known.workers is not None and known.workers.without > learners
    people = known.workers.without if known.workers is not None and by_workers else learners
    who = known.workers.words if known.workers is not None and by_workers else _learners(known)
    if not people:
        return Likely(None, _nobody(known))
    if known.most_pence is None:
        return Likely(
            None, f"{who}; what the fund pays for one is not verified, so there is no figure yet", people
        )
    return _within_caps(known, people, f"{who} × up to {money(known.most_pence)}")


def _within_caps(known: Known, people: int, basis: str) -> Likely:
    most = known.most_pence or 0
    if known.places is not None and known.places < people:
        people = max(known.places, 0)
        basis += f", {count_of(people, 'place')} left this year at most"
    pence = people * most
    if known.pence_left is not None and known.pence_left < pence:
        pence = max(known.pence_left, 0)
        basis += f", {money(pence)} left for the provider this year at most"
    return Likely(pence, basis, people, known.places, known.pence_left)


def together(some: Iterable[Likely]) -> int:
    """What a provider could likely claim of one fund: its caps hold for all of it, so the largest are taken first."""
    rows = sorted(some, key=lambda one: -_for_one(one))
    places = max((one.places for one in rows if one.places is not None), default=0)
    capped, free = 0, 0
    for one in rows:
        people = one.people
        if one.places is not None:
            people = min(people, places)
            places -= people
        pence = (one.pence or 0) * people // one.people if one.people else 0
        capped, free = (capped + pence, free) if one.pence_left is not None else (capped, free + pence)
    return free + min(capped, max((one.pence_left for one in rows if one.pence_left is not None), default=0))


def _for_one(one: Likely) -> int:
    return (one.pence or 0) // one.people if one.people else 0


def _learners(known: Known) -> str:
    said = []
    if known.completed:
        verb = "has" if known.completed == 1 else "have"
        said.append(f"{count_of(known.completed, 'learner')} {verb} completed it")
    if known.next:
        more = "more" if known.completed else "known"
        noun = "learner" if known.next == 1 else "learners"
        if known.completed:
            said.append(f"it is the next step of {known.next:,} {more}")
        else:
            said.append(f"{known.next:,} {noun} {more}")
    return and_list(said)


def _nobody(known: Known) -> str:
    nobody = "no learner is known here yet"
    if known.workers is not None and known.workers.of:
        nobody += f", and all {count_of(known.workers.of, 'care-providing worker')} in ASC-WDS "
        nobody += f"{'has' if known.workers.of == 1 else 'have'} a level {known.workers.level}"
    if known.most_pence is None:
        return f"No figure yet: {nobody}, and what the fund pays for one is not verified"
    return f"No figure yet: up to {money(known.most_pence)} for each learner, and {nobody}"
