"""Somebody is referred: their record and their way to a job begin together."""

from datetime import date
from typing import Unpack

from resources.database import Database, change
from workforce.iwork.people.people import NewPerson, Person, add_person
from workforce.iwork.placements.moving import begin


def refer_person(
    vault: Database, given_name: str, referred_on: date, *, today: date, **given: Unpack[NewPerson]
) -> Person:
    """Begin to hold somebody, with a placement at “Referred” from the day of the referral, as one change."""
    with change(vault, "Added somebody to the register") as entry:
        made = add_person(vault, given_name, referred_on, today=today, **given)
        begin(vault, made.id, today=today, on=referred_on)
        entry.action = f"Added {made.reference}"
    return made
