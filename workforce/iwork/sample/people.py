"""Invented people of the sample register, with what they agreed to. All their names say that they are made up."""

import random
from datetime import date, timedelta

from resources.database import Database, change
from workforce.iwork.people.people import Person, add_person
from workforce.iwork.vocabulary import KnownOrNot

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
_FROM = ("Adult social care", "A special school", "Their family", "Themselves", "A college", "Jobcentre Plus")


def add_people(vault: Database, *, today: date) -> list[Person]:
    """All of them, referred over the last two and a half years."""
    rnd = random.Random("i-Work people")
    with change(vault, "Made the sample register: people"):
        return [_add(vault, at, rnd, today) for at in range(NUMBER)]


def _add(vault: Database, at: int, rnd: random.Random, today: date) -> Person:
    given, family = _GIVEN[at % len(_GIVEN)], _FAMILY[at // len(_GIVEN)]
    referred = today - timedelta(days=rnd.randrange(30, 900))
    return add_person(
        vault, given, referred, today=today, family_name=family,
        born_on=date(today.year - rnd.randrange(18, 58), rnd.randrange(1, 13), rnd.randrange(1, 28)),
        postcode=rnd.choice(_POSTCODES), phone=f"01632 960{at:03d}",
        learning_disability=at % 4 != 3, autism=at % 4 == 3 or at % 5 == 0,
        long_term_support=rnd.choice((KnownOrNot.YES, KnownOrNot.YES, KnownOrNot.NO, KnownOrNot.NOT_KNOWN)),
        referred_by=rnd.choice(_FROM), coach=_COACHES[at % len(_COACHES)],
    )  # fmt: skip
