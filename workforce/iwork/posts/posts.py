"""Posts at employers: places, hours, pay, setting, start. Where a post stands is written by `moving` alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.tables import Cell
from resources.words import sql_values
from workforce.iwork.employers.employers import employer
from workforce.iwork.postcodes import placed
from workforce.iwork.references import post_reference
from workforce.iwork.times import WEEK, hours_said
from workforce.iwork.vocabulary import BuddyOffer, Contract, Level, PostStatus, ShiftPattern

MOST_PLACES = 100


class NewPost(TypedDict, total=False):
    """What can be said of a new one. Without a postcode of its own it lies where the employer does."""

    places_least: int
    places_most: int
    minutes_least: int | None
    minutes_most: int | None
    pattern: ShiftPattern
    pence_hour: int | None
    pay_note: str
    contract: Contract
    noise: Level | None
    heat: Level | None
    people: Level | None
    smells: Level | None
    buddy: BuddyOffer
    postcode: str
    start_on: date | None
    until_on: date | None
    note: str


class PostFacts(NewPost, total=False):
    """What can be put right of one; its status moves by `moving` alone."""

    title: str


@dataclass(frozen=True)
class Post:
    """A post; `reference` is what it is called among the team."""

    id: str
    number: int
    employer_id: str
    title: str
    status: PostStatus
    places_least: int
    places_most: int
    minutes_least: int | None
    minutes_most: int | None
    pattern: ShiftPattern
    pence_hour: int | None
    pay_note: str
    contract: Contract
    noise: Level | None
    heat: Level | None
    people: Level | None
    smells: Level | None
    buddy: BuddyOffer
    postcode: str
    easting: int | None
    northing: int | None
    start_on: date | None
    until_on: date | None
    opened_on: date | None
    closed_on: date | None
    note: str

    @property
    def reference(self) -> str:
        """As P-007."""
        return post_reference(self.number)

    @property
    def places_said(self) -> str:
        """“2 to 3”, “1”."""
        least, most = self.places_least, self.places_most
        return str(most) if least == most else f"{least} to {most}"

    @property
    def hours_said(self) -> str:
        """“7.5 to 10”, “12”, or nothing where it is not known."""
        least, most = self.minutes_least, self.minutes_most
        if least is None or most is None or least == most:
            return hours_said(most if least is None else least)
        return f"{hours_said(least)} to {hours_said(most)}"


_COLUMNS = columns_of(Post)


def _post(row: tuple[Any, ...]) -> Post:
    day = date.fromisoformat
    return made(
        Post, row, status=PostStatus, pattern=ShiftPattern, contract=Contract, noise=Level, heat=Level, people=Level,
        smells=Level, buddy=BuddyOffer, start_on=day, until_on=day, opened_on=day, closed_on=day,
    )  # fmt: skip


# --- reading --------------------------------------------------------------------------------------------------


def post(vault: Database, key: str) -> Post:
    """The post with this key."""
    row = vault.row(f"select {_COLUMNS} from post where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no post {key}")
    return _post(row)


def is_post(vault: Database, key: str) -> bool:
    """Whether the key is a post's."""
    return bool(vault.value("select exists (select 1 from post where id = ?)", (key,)))


def posts(vault: Database, *statuses: PostStatus) -> list[Post]:
    """All posts by number, or those that stand so."""
    only = f" where status in ({sql_values(statuses)})" if statuses else ""
    return [_post(row) for row in vault.rows(f"select {_COLUMNS} from post{only} order by number")]


def posts_of(vault: Database, employer_id: str) -> list[Post]:
    """The posts of an employer by number."""
    rows = vault.rows(f"select {_COLUMNS} from post where employer_id = ? order by number", (employer_id,))
    return [_post(row) for row in rows]


def post_by_reference(vault: Database, text: str) -> Post:
    """The post that “P-007”, “p7” or “7” refers to; Problem where there is none."""
    digits = re.fullmatch(r"(?:p\s*-?\s*)?0*(\d{1,6})", text.strip().casefold())
    row = vault.row(f"select {_COLUMNS} from post where number = ?", (int(digits[1]),)) if digits else None
    if row is None:
        raise Problem(f"There is no post “{text.strip()}”. Write its reference, such as P-007.")
    return _post(row)


@dataclass(frozen=True)
class PostPlace:
    """Where a post is: its own postcode, or else the employer's."""

    postcode: str
    easting: int | None
    northing: int | None


def place_of(vault: Database, held: Post) -> PostPlace:
    """Where somebody goes who works there."""
    if held.postcode:
        return PostPlace(held.postcode, held.easting, held.northing)
    owner = employer(vault, held.employer_id)
    return PostPlace(owner.postcode, owner.easting, owner.northing)


# --- the verbs ------------------------------------------------------------------------------------------------


def add_post(
    vault: Database, employer_id: str, title: str, *, today: date, status: PostStatus = PostStatus.INTEREST,
    **given: Unpack[NewPost],
) -> Post:  # fmt: skip
    """Keep a post of an employer, with a number of its own. It begins with interest, or where it stands already."""
    from workforce.iwork.posts.moving import FIRST, write_status  # those need posts

    owner = employer(vault, employer_id)
    if owner.closed_on is not None:
        raise FieldProblem("employer_id", f"{owner.name} is closed. Open the employer again first.")
    if status not in FIRST:
        raise FieldProblem(
            "status", f"Status: a new post does not begin as “{status.label}”. Choose another one."
        )
    facts: PostFacts = {"title": title, **given}
    cells = _checked(_both_places(facts))
    number = vault.value("select coalesce(max(number), 0) + 1 from post")
    assert isinstance(number, int)
    key = new_key()
    with change(vault, f"Added {post_reference(number)} at {owner.name}"):
        vault.insert_row(
            "post",
            {
                "id": key, "number": number, "employer_id": employer_id, "status": PostStatus.INTEREST.value,
                "pattern": "all", "contract": "not_said", "buddy": "not_asked", **cells,
            },
        )  # fmt: skip
        write_status(vault, post(vault, key), status, today=today, reason="", first=True)
    return post(vault, key)


def edit_post(vault: Database, key: str, *, today: date, **given: Unpack[PostFacts]) -> Post:
    """Change what is given and leave the rest; part filled or filled follows from the places."""
    from workforce.iwork.posts.moving import settle_status

    held = post(vault, key)
    _refuse_turned(held, given)
    cells = _checked(given)
    if not cells:
        return held
    with change(vault, f"Changed {held.reference}"):
        vault.update_row("post", key, cells)
        settle_status(vault, key, today=today)
    return post(vault, key)


def remove_post(vault: Database, key: str) -> None:
    """It was entered by mistake; refused once anybody was matched to it, and its number is given again."""
    held = post(vault, key)
    for table, what in _STAYS.items():
        if vault.value(f"select exists (select 1 from {table} where post_id = ?)", (key,)):
            raise Problem(f"{held.reference} has {what}, so it stays. Close or withdraw it instead.")
    with change(vault, f"Removed {held.reference}"):
        for table in _PARTS:
            for (row,) in vault.rows(f"select id from {table} where post_id = ?", (key,)):
                vault.delete_row(table, row)
        vault.delete_row("post", key)


_STAYS = {
    "placement": "people matched to it",
    "taster": "tasters",
    "placing_rule": "pins or bans",
    "carving_task": "tasks carved into it",
}
_PARTS = ("post_task", "post_shift", "post_check", "post_adjustment", "post_step")


# --- what is checked ------------------------------------------------------------------------------------------


def read_places(text: str) -> tuple[int, int]:
    """Fewest and most places of “2”, “2/3”, “2 to 3”, “2-3” or “2 or 3”."""
    numbers = re.fullmatch(r"\s*(\d{1,3})\s*(?:(?:/|-|–|to|or)\s*(\d{1,3})\s*)?", text.casefold())
    if numbers is None:
        raise Problem(f"“{text.strip()}” is no number of places. Write it as 2, or as 2 to 3.")
    first, second = int(numbers[1]), int(numbers[2] or numbers[1])
    least, most = min(first, second), max(first, second)
    if least < 1 or most > MOST_PLACES:
        raise Problem(f"“{text.strip()}” places are not possible. Write a number from 1 to {MOST_PLACES}.")
    return least, most


def _both_places(facts: PostFacts) -> Mapping[str, Any]:
    """A post of so many places and no other number has just these."""
    least = facts.get("places_least", facts.get("places_most", 1))
    return {**facts, "places_least": least, "places_most": facts.get("places_most", least)}


def _refuse_turned(held: Post, given: PostFacts) -> None:
    """What would be more at least than at most, with what is held already."""
    now: dict[str, Any] = {**vars(held), **given}
    _check_ranges(now)


def _check_ranges(told: Mapping[str, Any]) -> None:
    least = told.get("places_least", 1)
    most = told.get("places_most", max(1, least))
    if not 1 <= least <= most <= MOST_PLACES:
        raise FieldProblem(
            "places",
            f"Places: {least} to {most} is not possible. Write a number from 1 to {MOST_PLACES}, or 2 to 3.",
        )
    fewest, longest = told.get("minutes_least"), told.get("minutes_most")
    for minutes in (fewest, longest):
        if minutes is not None and not 0 < minutes <= WEEK:
            raise FieldProblem(
                "minutes_least", "Hours a week: more than nothing and at most 168 are possible."
            )
    if fewest is not None and longest is not None and longest < fewest:
        raise FieldProblem(
            "minutes_most",
            f"Most hours a week: {hours_said(longest)} is fewer than {hours_said(fewest)}, the fewest. Change one of "
            "the two.",
        )
    start, end = told.get("start_on"), told.get("until_on")
    if start and end and end < start:
        raise FieldProblem(
            "until_on", "Until: the post would end before it starts. Change one of the two days."
        )


def _checked(given: Mapping[str, Any]) -> dict[str, Cell]:
    _check_ranges(given)
    cells = cells_of(given)
    if "title" in cells:
        refuse_empty(
            "title",
            cells["title"],
            "Post: nothing is written. Say what the post is, such as “Lunch service”.",
        )
        cells["title"] = " ".join(str(cells["title"]).split())
    if "postcode" in cells:
        where = placed(str(cells["postcode"]))
        cells |= {"postcode": where.postcode, "easting": where.easting, "northing": where.northing}
    return cells
