"""What may be told of those who were honoured: nothing before the announcement, and nobody's name without their yes."""

from collections.abc import Iterator
from dataclasses import dataclass

from awards.ceremony.honours import Honour
from awards.ceremony.people import Nominee, nominees
from awards.nominations.citing import quoted_unasked
from awards.nominations.files.several import nominees_in
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
    """An announced honour as the public may read it. Who may not be named has no `name` and no `citation`."""

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
    if not may_be_named(one) or (kind is not NomineeKind.INDIVIDUAL and name_key(one.name) in kept_back):
        return ToldHonour(honour, "", _UNNAMED[kind])
    place = "" if name_key(one.home) in kept_back else one.home
    citation = "" if quoted_unasked(db, one.id, one.citation) else one.citation
    return ToldHonour(honour, one.name, f"{one.name}, {place}" if place else one.name, citation)


def may_be_named(one: Nominee) -> bool:
    """Whether a name may stand in public as far as it was agreed to.

    A person is named with their yes alone. A service and a team are no person: that they won is no more personal than
    that they exist, so they are named unless they said no. A team that goes by its people's names counts as people.
    """
    if one.kind is NomineeKind.INDIVIDUAL or (
        one.kind is NomineeKind.TEAM and nominees_in(one.name).is_asked
    ):
        return one.publish_name is Consent.YES
    return one.publish_name is not Consent.NO


def not_asked(db: Database, round_id: str) -> list[Nominee]:
    """Those honoured, told or not, who would go unnamed because nobody has asked them."""
    return [
        one
        for one in nominees(db, round_id)
        if one.honour.is_decided and one.publish_name is Consent.NOT_ASKED and not may_be_named(one)
    ]


def not_asked_words(db: Database, round_id: str) -> str:
    """A sentence for who announces: how many were not asked, and what to do; '' where all were."""
    number = len(not_asked(db, round_id))
    if not number:
        return ""
    was = "was" if number == 1 else "were"
    return (
        f"{number:,} of those honoured {was} not asked whether they may be named in public, and stand in no paper by "
        "name until they agree. Ask, and note it under “What they agreed to…” on the Ceremony side."
    )


def unnamed_words(db: Database, round_id: str) -> str:
    """A sentence for who publishes, where the summary of honours would name nobody at all; '' otherwise."""
    told = told_honours(db, round_id)
    if not any(one.honours for one in told) or any(published_names(told)):
        return ""
    asked = not_asked_words(db, round_id)
    return f"It names nobody: none of those honoured has agreed to it.{f' {asked}' if asked else ''}"


def published_names(told: list[ToldCategory]) -> Iterator[str]:
    """The names that these honours print."""
    return (one.name for category in told for one in category.honours if one.name)
