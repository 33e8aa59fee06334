"""The vocational profile of somebody: short, in their words, filled over several meetings."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import cells_of, columns_of, made
from resources.tables import Cell
from workforce.iwork.profile.whose import reference_to_write
from workforce.iwork.times import WEEK, hours_said
from workforce.iwork.vocabulary import BuddyNeed, Level, Sense


class ProfileFacts(TypedDict, total=False):
    """What can be said of somebody. A level is the most that suits them; None where it was not asked."""

    strengths: str
    interests: str
    experience: str
    communication: str
    support_at_work: str
    wishes: str
    noise: Level | None
    heat: Level | None
    people: Level | None
    smells: Level | None
    minutes_wanted: int | None
    minutes_most: int | None
    buddy: BuddyNeed
    ready_from: date | None


@dataclass(frozen=True)
class Profile:
    """What somebody can and wants to do. `id` is empty where nothing was written yet."""

    id: str
    person_id: str
    strengths: str = ""
    interests: str = ""
    experience: str = ""
    communication: str = ""
    support_at_work: str = ""
    wishes: str = ""
    noise: Level | None = None
    heat: Level | None = None
    people: Level | None = None
    smells: Level | None = None
    minutes_wanted: int | None = None
    minutes_most: int | None = None
    buddy: BuddyNeed = BuddyNeed.NOT_ASKED
    ready_from: date | None = None

    def level(self, sense: Sense) -> Level | None:
        """The most of it that suits them."""
        found: Level | None = getattr(self, sense.value)
        return found


_COLUMNS = columns_of(Profile)


def _profile(row: tuple[Any, ...]) -> Profile:
    return made(
        Profile, row, noise=Level, heat=Level, people=Level, smells=Level, buddy=BuddyNeed,
        ready_from=date.fromisoformat,
    )  # fmt: skip


def profile_of(vault: Database, person_id: str) -> Profile:
    """Somebody's profile; an empty one, with an empty key, until something is written."""
    row = vault.row(f"select {_COLUMNS} from profile where person_id = ?", (person_id,))
    return Profile("", person_id) if row is None else _profile(row)


def profiles(vault: Database) -> list[Profile]:
    """All that were begun."""
    return [_profile(row) for row in vault.rows(f"select {_COLUMNS} from profile order by id")]


def edit_profile(vault: Database, person_id: str, **given: Unpack[ProfileFacts]) -> Profile:
    """Change what is given and leave the rest; the profile is made when something is first written."""
    whose = reference_to_write(vault, person_id)
    cells = _checked(given)
    held = profile_of(vault, person_id)
    if not held.id and not any(_says(cells)):
        return held
    with change(vault, f"Changed the profile of {whose}"):
        if held.id:
            vault.update_row("profile", held.id, cells)
        else:
            vault.insert_row("profile", {"id": new_key(), "person_id": person_id, **cells})
    return profile_of(vault, person_id)


def _says(cells: dict[str, Cell]) -> list[bool]:
    return [value not in ("", None, BuddyNeed.NOT_ASKED.value) for value in cells.values()]


def _checked(given: ProfileFacts) -> dict[str, Cell]:
    for field, called in (("minutes_wanted", "Hours wanted"), ("minutes_most", "Most hours")):
        minutes = given.get(field)
        if isinstance(minutes, int) and not 0 < minutes <= WEEK:
            raise FieldProblem(
                field,
                f"{called}: {hours_said(minutes)} hours are not in a week. Type more than nothing and at most 168.",
            )
    return cells_of(given)
