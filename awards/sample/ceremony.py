"""The ceremonies of the sample county: guests with their answers, the order of the evening, and what is read out."""

import random
from datetime import date, timedelta

from awards.ceremony.citations import set_citation
from awards.ceremony.gathering import USUAL, GuestsFrom, gather_guests
from awards.ceremony.guests import edit_guest, guests, record_answers, record_photos, seat
from awards.ceremony.people import Nominee, finalists, nominee
from awards.ceremony.running_order import edit_item, items, make_running_order
from awards.nominations.entries import edit_entry
from awards.rounds.phase_plan import planned_phase
from awards.rounds.rounds import AwardRound, rounds
from awards.vocabulary import CeremonyItemKind, Consent, GuestAnswer, GuestRole, NomineeKind, RoundPhase
from resources.database import Database, change

_PRESENTERS = ("Councillor Ida Invented", "Ines Placeholder", "Bram Nonesuch")
_DIETS = ("", "", "", "", "vegetarian", "vegan", "halal", "1 coeliac; 1 vegetarian", "no nuts")
_ACCESS = ("", "", "", "", "", "Step-free", "Hearing loop", "A seat near the door")
_AT_A_TABLE = 8
_ASKED_BEFORE = timedelta(weeks=4)
_OPENINGS = (
    "Nobody had to look for long to find people who wished to speak of {name}.",
    "The panel read of {name} more than once, each time from somebody else.",
    "What {name} does is seldom seen, and was told this year by those who see it daily.",
)
_MIDDLES = (
    "It is the small things that are told: the cup put where a hand can find it, the song known by heart.",
    "On hard days there was somebody who stayed an hour longer, and who had listened before anybody asked.",
    "Where others saw a routine there was a person, and each morning began with what that person liked.",
)
_CLOSINGS = (
    "The panel was of one mind.",
    "The panel thanks everybody who wrote.",
    "It is what good care looks like when nobody is watching.",
)


def add_ceremonies(db: Database, *, today: date) -> None:
    """That of each round, as far as it has come: the earlier one is over, the next one planned."""
    for held in rounds(db):
        chance = random.Random(f"ceremony of {held.year}")
        with change(db, f"Made the sample county: the ceremony of {held.name}"):
            _add_order(db, held)
            if finalists(db, held.id):
                day = planned_phase(db, held.id, RoundPhase.ANNOUNCE).from_on or today
                _add_honoured(db, held, chance, day)
                _add_guests(db, held, chance, day)
            else:
                gather_guests(db, held.id, [GuestsFrom.PRESENTERS])


def _add_order(db: Database, held: AwardRound) -> None:
    make_running_order(db, held.id)
    for place, one in enumerate(items(db, held.id)):
        if one.kind is not CeremonyItemKind.BREAK:
            edit_item(db, one.id, presenter=_PRESENTERS[place % len(_PRESENTERS)])


def _add_honoured(db: Database, held: AwardRound, chance: random.Random, day: date) -> None:
    """What the finalists agreed to, and what is read out of those honoured."""
    asked = day - _ASKED_BEFORE
    for one in finalists(db, held.id):
        name = chance.choices([Consent.YES, Consent.NO, Consent.NOT_ASKED], [9, 1, 1])[0]
        photo = chance.choices([Consent.YES, Consent.NO], [6, 1])[0]
        edit_entry(
            db, one.id, publish_name=name, publish_asked_on=None if name is Consent.NOT_ASKED else asked, photo=photo,
            photo_asked_on=asked,
        )  # fmt: skip
        if one.honour.is_decided:
            set_citation(db, one.id, _citation(nominee(db, one.id), chance))


def _citation(one: Nominee, chance: random.Random) -> str:
    called = one.name.split()[0] if one.kind is NomineeKind.INDIVIDUAL else one.name
    if one.kind is NomineeKind.TEAM and not called.startswith("The "):
        called = f"the {called}"
    if one.publish_name is Consent.NO:
        called = "this nominee"
    parts = (chance.choice(_OPENINGS), chance.choice(_MIDDLES), chance.choice(_CLOSINGS))
    return " ".join(parts).replace("{name}", called)


def _add_guests(db: Database, held: AwardRound, chance: random.Random, day: date) -> None:
    gather_guests(db, held.id, [*USUAL, GuestsFrom.PRESENTERS])
    asked = day - _ASKED_BEFORE
    some = guests(db, held.id)
    record_answers(db, [one.id for one in some], GuestAnswer.ASKED, today=asked)
    said = {one.id: chance.choices([GuestAnswer.YES, GuestAnswer.NO, None], [8, 2, 1])[0] for one in some}
    for answer in (GuestAnswer.YES, GuestAnswer.NO):
        record_answers(db, [key for key, found in said.items() if found is answer], answer, today=asked)
    coming = [one for one in some if said[one.id] is GuestAnswer.YES]
    for one in coming:
        edit_guest(db, one.id, diet=chance.choice(_DIETS), access=chance.choice(_ACCESS))
    for first in range(0, len(coming), _AT_A_TABLE):
        at = coming[first : first + _AT_A_TABLE]
        seat(db, [one.id for one in at], f"Table {first // _AT_A_TABLE + 1}")
    others = [one.id for one in coming if one.role is not GuestRole.NOMINEE]
    record_photos(db, others[::2], Consent.YES, today=asked)
    record_photos(db, others[1::7], Consent.NO, today=asked)
