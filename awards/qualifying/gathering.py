"""What is known of nominees before the judges are asked: of one, or of a whole round in a few queries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from awards.nominations.entries import Entry, entries, entry
from awards.nominations.words import word_count
from awards.qualifying.checks import checklist_of, checklists
from awards.qualifying.concerns import Concern, Qualified, concerns
from awards.qualifying.ready import Readiness, readiness
from awards.qualifying.register_facts import Place, facts_of_places
from awards.vocabulary import COUNTED_VOICES, EntryStatus
from engagement.register.facts import as_day
from resources.database import Database


@dataclass(frozen=True)
class Standing:
    """A nominee, what is known, what speaks against them, and whether they may go to the judges."""

    entry: Entry
    category: str
    known: Qualified
    concerns: tuple[Concern, ...]

    @property
    def readiness(self) -> Readiness:
        """Whether they may go to the judges."""
        return readiness(self.concerns)

    @property
    def ready_words(self) -> str:
        """Whether they may go to the judges, for a table’s cell; '' once that is decided."""
        return self.readiness.words if self.entry.status.is_before_judging else ""

    @property
    def kept_back(self) -> tuple[Concern, ...]:
        """What only the chair's screen says."""
        return tuple(one for one in self.concerns if one.exempt)


@dataclass(frozen=True)
class _Voices:
    counted: Counter[str]
    awaited: Counter[str]
    over: Counter[str]


def standing(db: Database, entry_id: str, today: date) -> Standing:
    """How one nominee stands today."""
    held = entry(db, entry_id)
    return _standings(db, held.round_id, [held], today)[0]


def standings(
    db: Database, round_id: str, today: date, *, statuses: Sequence[EntryStatus] | None = None
) -> list[Standing]:
    """How all nominees of a round stand, by their numbers; those with one of some statuses where that is asked."""
    return _standings(db, round_id, entries(db, round_id, statuses=statuses), today)


def _standings(db: Database, round_id: str, held: Sequence[Entry], today: date) -> list[Standing]:
    places = {one.id: Place(one.service_id, one.provider_id) for one in held}
    register = facts_of_places(db, places.values(), today)
    only = held[0].id if len(held) == 1 else ""
    voices = _voices(db, round_id, only)
    points = {only: checklist_of(db, only)} if only else checklists(db, round_id)
    opened, names = _opened_on(db, round_id), _categories(db, round_id)
    found = []
    for one in held:
        known = Qualified(
            nominee=one.nominee, nominee_kind=one.nominee_kind, today=today, opened_on=opened,
            place_told=one.place_told, employed=one.employed, employed_asked_on=one.employed_asked_on,
            voices=voices.counted[one.id], awaited=voices.awaited[one.id], over_limit=voices.over[one.id],
            checklist=points[one.id], register=register[places[one.id]],
        )  # fmt: skip
        found.append(Standing(one, names[one.category_id], known, concerns(known)))
    return found


def _voices(db: Database, round_id: str, only: str) -> _Voices:
    rows = db.rows(
        f"""select entry_id, nomination.status, over_limit, statement,
            coalesce(award_category.word_limit, award_round.word_limit)
        from nomination join award_entry on award_entry.id = entry_id
        join award_category on award_category.id = category_id
        join award_round on award_round.id = award_entry.round_id
        where award_entry.round_id = ?1 and (?2 = '' or entry_id = ?2)
            and nomination.status in ({COUNTED_VOICES})""",
        (round_id, only),
    )
    found = _Voices(Counter(), Counter(), Counter())
    for key, status, decided, statement, limit in rows:
        found.counted[key] += 1
        found.awaited[key] += status == "returned_for_info"
        found.over[key] += decided is None and word_count(statement) > limit
    return found


def _opened_on(db: Database, round_id: str) -> date | None:
    return as_day(
        db.value("select from_on from award_phase where round_id = ? and phase = 'nominate'", (round_id,))
    )


def _categories(db: Database, round_id: str) -> dict[str, str]:
    return dict(db.rows("select id, name from award_category where round_id = ?", (round_id,)))
