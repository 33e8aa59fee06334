"""Whom to ask to the ceremony: gathered from the round, each person once; who is on the list already is kept."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from awards.ceremony.guests import Guest, guest, guests
from awards.ceremony.honours import refuse_secret
from awards.ceremony.people import Nominee, Person, finalists, managers, nominators, nominees, person_key
from awards.ceremony.running_order import items
from awards.judging.panel import members
from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import Consent, GuestRole, NomineeKind
from engagement.register.names import name_key
from resources.database import Database, change, new_key
from resources.problem import Problem
from resources.rows import cells_of
from resources.wording import count_of
from resources.words import Word


class GuestsFrom(Word):
    """Groups of people who may be asked."""

    FINALISTS = "finalists", "Finalists"
    HONOURED = "honoured", "Winners, highly commended and runners-up"
    EVERY_NOMINEE = "every_nominee", "Every nominee"
    NOMINATORS = "nominators", "Nominators of the finalists"
    MANAGERS = "managers", "Managers of the finalists’ services"
    PANEL = "panel", "The panel"
    PRESENTERS = "presenters", "Presenters of the running order"


USUAL = (GuestsFrom.FINALISTS, GuestsFrom.NOMINATORS, GuestsFrom.MANAGERS, GuestsFrom.PANEL)
"""Who is asked to a small ceremony."""
PLACES = {NomineeKind.INDIVIDUAL: 1, NomineeKind.TEAM: 2, NomineeKind.SERVICE: 2}
"""How many may come at first; a person changes it."""


@dataclass(frozen=True)
class NewGuest:
    """Somebody who would be asked."""

    name: str
    organisation: str
    role: GuestRole
    email: str
    contact_id: str | None
    entry_id: str | None = None
    nomination_id: str | None = None
    places: int = 1
    photo: Consent = Consent.NOT_ASKED
    photo_asked_on: date | None = None

    @property
    def same_as(self) -> str:
        """By what one person is known as the same."""
        return person_key(self.contact_id, self.email, self.name, self.organisation)


@dataclass(frozen=True)
class Gathered:
    """Who was added, and how many stood on the list already."""

    added: tuple[Guest, ...]
    already: int

    @property
    def words(self) -> str:
        """Added 12 guests; 3 were on the list already."""
        said = f"Added {count_of(len(self.added), 'guest')}"
        were = "was" if self.already == 1 else "were"
        return f"{said}; {self.already:,} {were} on the list already" if self.already else said


def gather_guests(db: Database, round_id: str, groups: Collection[GuestsFrom]) -> Gathered:
    """Put the people of these groups on the list."""
    new, already = guests_to_gather(db, round_id, groups)
    made: list[str] = []
    with change(db, f"Added {count_of(len(new), 'guest')} to the ceremony"):
        for one in new:
            made.append(new_key())
            db.insert_row("ceremony_guest", {"id": made[-1], "round_id": round_id, **cells_of(vars(one))})
    return Gathered(tuple(guest(db, key) for key in made), already)


def guests_to_gather(
    db: Database, round_id: str, groups: Collection[GuestsFrom]
) -> tuple[list[NewGuest], int]:
    """Who would be added, and how many are on the list already; refused where nobody is in any of the groups."""
    refuse_archived(award_round(db, round_id))
    if not groups:
        raise Problem("Nobody was chosen to be asked. Choose at least one group.")
    found = [one for group in GuestsFrom if group in groups for one in _of_group(db, round_id, group)]
    if not found:
        raise Problem(_nobody(groups))
    each: dict[str, NewGuest] = {}
    for one in found:
        each.setdefault(one.same_as, one)
    held = guests(db, round_id)
    known = {person_key(one.contact_id, one.email, one.name, one.organisation) for one in held}
    names = {name_key(one.name) for one in held}
    nominated = {one.entry_id for one in held if one.role is GuestRole.NOMINEE}
    new = [
        one
        for one in each.values()
        if one.same_as not in known
        and not (one.role is GuestRole.NOMINEE and one.entry_id in nominated)
        and not (one.role is GuestRole.PRESENTER and name_key(one.name) in names)
    ]
    return new, len(each) - len(new)


def _nobody(groups: Iterable[GuestsFrom]) -> str:
    if any(group in (GuestsFrom.FINALISTS, GuestsFrom.NOMINATORS, GuestsFrom.MANAGERS) for group in groups):
        return "No finalist is chosen yet, so there is nobody to ask. Choose the finalists first, under “Results”."
    return "There is nobody in these groups yet. Choose another, or add guests one by one."


def _of_group(db: Database, round_id: str, group: GuestsFrom) -> list[NewGuest]:
    match group:
        case GuestsFrom.FINALISTS:
            return [_nominee(one) for one in finalists(db, round_id)]
        case GuestsFrom.HONOURED:
            return _honoured(db, round_id)
        case GuestsFrom.EVERY_NOMINEE:
            return [_nominee(one) for one in nominees(db, round_id)]
        case GuestsFrom.NOMINATORS:
            keys = [one.id for one in finalists(db, round_id)]
            return [_person(one, GuestRole.NOMINATOR) for one in nominators(db, keys)]
        case GuestsFrom.MANAGERS:
            return [_person(one, GuestRole.MANAGER) for one in managers(db, finalists(db, round_id))]
        case GuestsFrom.PANEL:
            return [
                NewGuest(one.name, one.organisation, GuestRole.PANEL, one.email, one.contact_id)
                for one in members(db, round_id, stood_down=False)
            ]
        case GuestsFrom.PRESENTERS:
            names = dict.fromkeys(one.presenter for one in items(db, round_id) if one.presenter)
            return [NewGuest(name, "", GuestRole.PRESENTER, "", None) for name in names]


def _honoured(db: Database, round_id: str) -> list[NewGuest]:
    some = nominees(db, round_id)
    refuse_secret(award_round(db, round_id), [one.status for one in some], "guests chosen by them")
    return [_nominee(one) for one in some if one.honour.is_decided]


def _nominee(one: Nominee) -> NewGuest:
    return NewGuest(
        one.name, one.home, GuestRole.NOMINEE, one.email, one.contact_id, entry_id=one.id, places=PLACES[one.kind],
        photo=one.photo,
    )  # fmt: skip


def _person(one: Person, role: GuestRole) -> NewGuest:
    return NewGuest(
        one.name, one.organisation, role, one.email, one.contact_id, entry_id=one.about[0],
        nomination_id=one.nomination_id,
    )  # fmt: skip
