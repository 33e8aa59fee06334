"""What may be told of those who were honoured: nothing before the announcement, and no name without consent."""

from collections.abc import Iterator
from dataclasses import dataclass

from awards.ceremony.honours import Honour
from awards.ceremony.people import Nominee, nominees
from awards.nominations.citing import quoted_unasked
from awards.results.deciding.decisions import decisions
from awards.rounds.categories import categories
from awards.rounds.rounds import award_round
from awards.vocabulary import Consent, EntryStatus, NomineeKind, Outcome
from engagement.register.contracts import exempt_terms
from engagement.register.names import name_key
from resources.database import Database

_UNNAMED = {
    NomineeKind.INDIVIDUAL: "Somebody whose name is not published",
    NomineeKind.TEAM: "A team whose name is not published",
    NomineeKind.SERVICE: "A service whose name is not published",
}
_ANNOUNCED = {
    EntryStatus.WINNER: Honour.WINNER,
    EntryStatus.HIGHLY_COMMENDED: Honour.HIGHLY_COMMENDED,
    EntryStatus.RUNNER_UP: Honour.RUNNER_UP,
}


@dataclass(frozen=True)
class ToldHonour:
    """An announced honour as the public may read it. Without consent `name` and `citation` are empty."""

    honour: Honour
    name: str
    words: str
    citation: str = ""


@dataclass(frozen=True)
class ToldCategory:
    """A category and its honours, the highest first. `awarded` is None where a new decision is awaited."""

    name: str
    honours: tuple[ToldHonour, ...]
    awarded: bool | None

    @property
    def words(self) -> str:
        """What is said where there is no winner to be named."""
        if self.awarded is None:
            return "No winner stands in this category at present."
        return "" if self.awarded else "This award was not given this year."


def told_honours(db: Database, round_id: str) -> list[ToldCategory]:
    """Every category of the round with its announced honours; none before the announcement."""
    if award_round(db, round_id).announced_at is None:
        return []
    kept_back = {name_key(term.text) for term in exempt_terms(db)}
    found: dict[str, list[ToldHonour]] = {}
    for one in nominees(db, round_id):
        if one.status.is_honoured:
            found.setdefault(one.category_id, []).append(_told(db, one, kept_back))
    not_awarded = {
        one.category_id
        for one in decisions(db, round_id)
        if one.outcome is Outcome.NOT_AWARDED and one.announced_at is not None
    }
    return [
        ToldCategory(one.name, tuple(some), _awarded(some, one.id in not_awarded))
        for one in categories(db, round_id)
        for some in [found.get(one.id, [])]
    ]


def _awarded(some: list[ToldHonour], refused: bool) -> bool | None:
    if any(one.honour is Honour.WINNER for one in some):
        return True
    return False if refused else None


def _told(db: Database, one: Nominee, kept_back: set[str]) -> ToldHonour:
    """The home is left out where its name may not stand in public; a service that bears it is not named at all.

    A citation is left out while it quotes somebody who no longer agrees to be quoted.
    """
    honour, kind = _ANNOUNCED[one.status], one.kind
    if one.publish_name is not Consent.YES or (
        kind is not NomineeKind.INDIVIDUAL and name_key(one.name) in kept_back
    ):
        return ToldHonour(honour, "", _UNNAMED[kind])
    place = "" if name_key(one.home) in kept_back else one.home
    citation = "" if quoted_unasked(db, one.id, one.citation) else one.citation
    return ToldHonour(honour, one.name, f"{one.name}, {place}" if place else one.name, citation)


def published_names(told: list[ToldCategory]) -> Iterator[str]:
    """The names that these honours print."""
    return (one.name for category in told for one in category.honours if one.name)
