"""Invented people of the sample register, with what they agreed to. All their names say that they are made up."""

import random
from datetime import date, datetime, timedelta

from resources.database import Database, change
from resources.spans import months_before
from resources.wording import in_london
from workforce.iwork.people.consents import give_consents, withdraw_consent
from workforce.iwork.people.people import Person, add_person, close_person, open_placements, people
from workforce.iwork.people.purge import ask_purge
from workforce.iwork.people.reviews import record_review
from workforce.iwork.people.subject_access import request_access
from workforce.iwork.vocabulary import ClosedReason, ConsentScope, KnownOrNot

NUMBER = 60
_GIVEN = (
    "Ada", "Wren", "Milo", "Ivy", "Otis", "Nell", "Rafi", "Tess", "Huw", "Pia", "Joss", "Zora", "Ned", "Bea", "Kit",
    "Lola", "Amos", "Edie", "Sol", "Roo",
)  # fmt: skip
_FAMILY = ("Example", "Specimen", "Madeup")
_COACHES = ("Casey Sample", "Robin Sample", "Sam Sample")
_POSTCODES = (
    "NG18 1PA", "NG17 1BA", "NG22 9AA", "NG24 1DE", "S80 1DL", "NG4 1BB", "NG9 1AA", "NG2 6AU", "NG15 7AA", "NG19 6AB",
    "NG16 3GF", "DN22 6DB",
)  # fmt: skip
_ODD = {11: "NG2", 37: "NG99 9ZZ"}
"""Half a postcode, and one that does not exist: kept as typed, without a place."""
_HOW = ("Signed, easy-read form", "Said so, with their supporter", "Said so")
_REACHED = ("A text message, not a call", "Through their supporter", "A call in the morning", "")
_SUPPORTERS = {0: "Pat Pretend", 2: "Lee Pretend"}
_CLOSED = (ClosedReason.MOVED, ClosedReason.NO_CONTACT, ClosedReason.NO_LONGER_WANTS)
NOT_ASKED = frozenset({17, 41, 59})
"""Places of those whom nobody asked yet what they agree to."""
HELD_ONLY = frozenset({8, 26, 44, 53})
"""Of those who agreed to be on the register and to nothing else."""
TOOK_BACK = 50
_FROM = ("Adult social care", "A special school", "Their family", "Themselves", "A college", "Jobcentre Plus")


def add_people(vault: Database, *, today: date) -> list[Person]:
    """All of them, referred over the last two and a half years, most with what they agreed to."""
    rnd = random.Random("i-Work people")
    with change(vault, "Made the sample register: people"):
        added = [_add(vault, at, rnd, today) for at in range(NUMBER)]
        for at, one in enumerate(added):
            _agree(vault, at, one, rnd, today)
            _review(vault, at, one, today)
    return added


def _add(vault: Database, at: int, rnd: random.Random, today: date) -> Person:
    given, family = _GIVEN[at % len(_GIVEN)], _FAMILY[at // len(_GIVEN)]
    referred = today - timedelta(days=rnd.randrange(30, 900))
    return add_person(
        vault, given, referred, today=today, family_name=family,
        born_on=date(today.year - rnd.randrange(18, 58), rnd.randrange(1, 13), rnd.randrange(1, 28)),
        postcode=_ODD.get(at) or rnd.choice(_POSTCODES), phone=f"01632 960{at:03d}",
        contact_how=_REACHED[at % len(_REACHED)], supporter=_SUPPORTERS.get(at % 4, ""),
        supporter_relation="support worker" if at % 4 == 2 else "parent" if at % 4 == 0 else "",
        learning_disability=at % 4 != 3, autism=at % 4 == 3 or at % 5 == 0,
        long_term_support=rnd.choice((KnownOrNot.YES, KnownOrNot.YES, KnownOrNot.NO, KnownOrNot.NOT_KNOWN)),
        referred_by=rnd.choice(_FROM), coach=_COACHES[at % len(_COACHES)],
    )  # fmt: skip


# --- what they agreed to, and when their records were looked at -------------------------------------------------


def _agree(vault: Database, at: int, one: Person, rnd: random.Random, today: date) -> None:
    """Nobody was asked yet; only to be held; to be matched; and most to all but the photograph."""
    if at in NOT_ASKED:
        return
    day = one.referred_on + timedelta(days=rnd.randrange(0, 25))
    scopes = [ConsentScope.REGISTER]
    if at not in HELD_ONLY:
        scopes.append(ConsentScope.MATCHING)
    if at not in HELD_ONLY and at % 9 != 4:
        scopes += [ConsentScope.SHARE, ConsentScope.PROFILE]
    give_consents(vault, one.id, scopes, day, today=today, how=_HOW[at % len(_HOW)], told_to=one.coach)
    if at % 7 == 0:
        until = today + timedelta(days=90)
        give_consents(
            vault, one.id, [ConsentScope.PHOTO], day, today=today, until_on=until, told_to=one.coach
        )
    if at == TOOK_BACK:
        withdraw_consent(vault, one.id, ConsentScope.MATCHING, on=today - timedelta(days=9), today=today,
                         reason="Wants to rest until spring")  # fmt: skip


def _review(vault: Database, at: int, one: Person, today: date) -> None:
    """Every half year, but for some that wait."""
    day = one.referred_on
    while (day := months_before(day, -6)) <= today - timedelta(days=150 if at % 8 == 3 else 0):
        words = "Still looking for work. Facts put right." if at % 3 else ""
        record_review(vault, one.id, on=day, today=today, words=words)


def close_some(vault: Database, *, now: datetime) -> None:
    """Some are closed, one is to be deleted, one asks for everything: last, since nothing is added to them then."""
    today = in_london(now).date()
    idle = [one for one in people(vault) if not open_placements(vault, one.id)]
    with change(vault, "Made the sample register: records that end"):
        for one, reason in zip(idle[-len(_CLOSED) - 2 : -2], _CLOSED, strict=False):
            close_person(
                vault, one.id, reason, on=max(one.referred_on, today - timedelta(days=40)), today=today
            )
        if len(idle) > len(_CLOSED) + 2:
            ask_purge(vault, idle[-1].id, "They asked for it", by=_COACHES[0], now=now - timedelta(days=1))
            asked = max(idle[-2].referred_on, today - timedelta(days=12))
            request_access(
                vault, idle[-2].id, asked, today=today, asked_by="Themselves, with their supporter"
            )
