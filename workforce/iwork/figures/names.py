"""Whom no public paper on i-Work may name: everybody on the register, by name or reference, and those beside them."""

from collections.abc import Iterable

from engagement.register.person_names import close_person_terms
from resources.database import Database, history
from resources.report.exempt_names import ExemptTerm
from workforce.iwork.people.people import Person, people

_PERSON, _REFERENCE = "somebody on the i-Work register", "a reference of the i-Work register"
_BESIDE = "somebody who supports or coaches a person on the i-Work register"


def iwork_terms(vault: Database) -> list[ExemptTerm]:
    """For `also` of every public document on i-Work. Names that somebody bore before are looked for too."""
    held = people(vault, closed=True)
    return [
        *close_person_terms(_names(vault, held), _PERSON),
        *(ExemptTerm(one.reference, _REFERENCE, telling=()) for one in held),
        *close_person_terms(_unique(each for one in held for each in (one.supporter, one.coach)), _BESIDE),
    ]


def _names(vault: Database, held: Iterable[Person]) -> list[str]:
    some = list(held)
    now = [
        name
        for one in some
        for name in (one.name, f"{one.known_as} {one.family_name}" if one.known_as else "")
    ]
    names = ("given_name", "family_name")
    before = [
        " ".join(str(part) for part in (given, family) if part)
        for _, given, family in history.earlier_values(vault, "person", [one.id for one in some], names)
    ]
    return _unique([*now, *before])


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))
