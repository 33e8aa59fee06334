"""A small register for tests of placements: somebody job ready, who agreed to all of it, and a post with two places."""

from dataclasses import dataclass
from datetime import date, timedelta

from resources.database import Database, change
from workforce.iwork.placements.moving import begin, match, move
from workforce.iwork.placements.placements import Placement
from workforce.iwork.vocabulary import Stage

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class World:
    """Whom and what the tests speak of."""

    vault: Database
    ada: str
    wren: str
    employer: str
    lunch: str


def add_person(
    vault: Database, key: str, number: int, given: str, family: str, *, agreed: bool = True
) -> str:
    """Somebody on the register, written straight into its tables."""
    with change(vault, f"Added IW-{number:03d}"):
        vault.insert_row(
            "person",
            {
                "id": key, "number": number, "given_name": given, "family_name": family,
                "referred_on": "2026-01-05", "why_held": "To find work", "review_on": "2027-01-05",
                "delete_by": "2030-01-05", "coach": "Coach Sample",
            },
        )  # fmt: skip
        for scope in ("matching", "share") if agreed else ():
            vault.insert_row(
                "consent",
                {"id": f"{key}-{scope}", "person_id": key, "scope": scope, "given_on": "2026-01-05"},
            )
    return key


def add_post(vault: Database, key: str, number: int, employer: str, title: str, places: int) -> str:
    """An open post."""
    with change(vault, f"Added P-{number:03d}"):
        vault.insert_row(
            "post",
            {
                "id": key, "number": number, "employer_id": employer, "title": title, "status": "open",
                "places_least": 1, "places_most": places,
            },
        )  # fmt: skip
    return key


def made_world(vault: Database) -> World:
    """The register as most tests begin."""
    with change(vault, "Added Sample Nursing Home"):
        vault.insert_row(
            "employer",
            {
                "id": "home", "name": "Sample Nursing Home", "stage": "posts", "interest_from": "visit",
                "interest_on": "2026-01-05",
            },
        )  # fmt: skip
    add_person(vault, "ada", 14, "Ada", "Example")
    add_person(vault, "wren", 15, "Wren", "Specimen")
    add_post(vault, "lunch", 7, "home", "Lunch service assistant", 2)
    return World(vault, "ada", "wren", "home", "lunch")


def at_stage(
    world: World, stage: Stage, *, person: str = "ada", post: str = "lunch", on: date = TODAY - 60 * WEEK,
    minutes_week: int = 600, pence_hour: int = 1300,
) -> Placement:  # fmt: skip
    """Somebody's placement taken as far as in post, all on one day."""
    vault = world.vault
    held = begin(vault, person, today=TODAY, on=on, stage=Stage.JOB_READY)
    if stage is Stage.JOB_READY:
        return held
    held = match(vault, person, post, today=TODAY, on=on)
    for to in (Stage.INTRODUCED, Stage.OFFERED, Stage.STARTED, Stage.IN_POST):
        if held.stage is stage:
            break
        hours = {"minutes_week": minutes_week, "pence_hour": pence_hour} if to is Stage.STARTED else {}
        held = move(vault, held.id, to, today=TODAY, on=on, **hours)  # type: ignore[arg-type]
    return held
