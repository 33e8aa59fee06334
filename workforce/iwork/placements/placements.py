"""Placements: how far somebody has come, with which post. The stage is written by `moving` alone."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change
from resources.problem import FieldProblem
from resources.rows import cells_of, columns_of, made
from resources.wording import as_date
from resources.words import sql_values
from workforce.iwork.placements.whom import person_words
from workforce.iwork.vocabulary import IN_WORK, OVER, WITH_A_POST, AccessToWork, EndReason, Stage


@dataclass(frozen=True)
class Placement:
    """One way from referral to a job. Without `post_id` the job, if there is one, was found outside the register."""

    id: str
    person_id: str
    post_id: str | None
    stage: Stage
    paused_from: Stage | None
    job_title: str
    employer_name: str
    began_on: date
    started_on: date | None
    ended_on: date | None
    end_reason: EndReason | None
    end_words: str
    access_to_work: AccessToWork
    access_on: date | None
    permitted_work: bool
    note: str

    @property
    def is_open(self) -> bool:
        """Whether anything can follow."""
        return self.stage not in OVER


class PlacementFacts(TypedDict, total=False):
    """What may be put right of a placement without a step."""

    job_title: str
    employer_name: str
    access_to_work: AccessToWork
    access_on: date | None
    permitted_work: bool
    note: str


NOT_RESTING = (
    "(person.closed_on is null or placement.post_id is not null or placement.started_on is not null)"
)
"""SQL of those whose search does not rest because the record of their person is closed."""
_COLUMNS = columns_of(Placement)


def _made(row: tuple[Any, ...]) -> Placement:
    return made(
        Placement, row, stage=Stage, paused_from=Stage, began_on=as_date, started_on=as_date, ended_on=as_date,
        end_reason=EndReason, access_to_work=AccessToWork, access_on=as_date, permitted_work=bool,
    )  # fmt: skip


def placement(vault: Database, key: str) -> Placement:
    """One by its key."""
    row = vault.row(f"select {_COLUMNS} from placement where id = ?", (key,))
    if row is None:
        raise LookupError(f"no placement {key}")
    return _made(row)


def is_placement(vault: Database, key: str) -> bool:
    """Whether it is one."""
    return bool(vault.value("select exists (select 1 from placement where id = ?)", (key,)))


def placements(vault: Database, *, over: bool = False) -> list[Placement]:
    """Those that are open, or with `over` all of them, by the number of their person, the oldest first.

    A search rests while the record of its person is closed, and is not among the open ones.
    """
    where = "" if over else f"where placement.ended_on is null and {NOT_RESTING}"
    columns = ", ".join(f"placement.{name}" for name in _COLUMNS.split(", "))
    rows = vault.rows(
        f"select {columns} from placement join person on person.id = placement.person_id {where} "
        "order by person.number, placement.began_on, placement.id"
    )
    return [_made(row) for row in rows]


def placements_of(vault: Database, person_id: str) -> list[Placement]:
    """All of somebody's, the oldest first."""
    rows = vault.rows(
        f"select {_COLUMNS} from placement where person_id = ? order by began_on, id", (person_id,)
    )
    return [_made(row) for row in rows]


def edit_placement(vault: Database, key: str, **given: Unpack[PlacementFacts]) -> Placement:
    """Put right what is known of it."""
    held = placement(vault, key)
    _refuse_access(held, given)
    with change(vault, f"Changed the placement of {person_words(vault, held.person_id)}"):
        vault.update_row("placement", key, cells_of(given))
    return placement(vault, key)


def _refuse_access(held: Placement, given: PlacementFacts) -> None:
    state = given.get("access_to_work", held.access_to_work)
    day = given.get("access_on", held.access_on)
    needs_day = state in (AccessToWork.APPLIED, AccessToWork.AGREED, AccessToWork.REFUSED)
    if needs_day and day is None:
        raise FieldProblem(
            "access_on", f"Access to Work is “{state.label}” without a day. Give the day on which it was."
        )


@dataclass(frozen=True)
class Places:
    """What of a post's places is spoken for. Somebody matched or introduced holds none yet."""

    most: int
    in_work: int
    offered: int
    considered: int

    @property
    def free(self) -> int:
        """Never below nought, whatever was put right later."""
        return max(0, self.most - self.in_work - self.offered)


def places_of(vault: Database) -> dict[str, Places]:
    """Of every post, by its key. A paused placement holds what it held before the pause."""
    at = "coalesce(placement.paused_from, placement.stage)"
    rows = vault.rows(
        "select post.id, post.places_most, "
        f"coalesce(sum({at} in ({sql_values(sorted(IN_WORK))})), 0), "
        f"coalesce(sum({at} = '{Stage.OFFERED.value}'), 0), "
        f"coalesce(sum({at} in ({sql_values(sorted(WITH_A_POST - IN_WORK - {Stage.OFFERED}))})), 0) "
        "from post left join placement on placement.post_id = post.id group by post.id"
    )
    return {str(key): Places(*numbers) for key, *numbers in rows}
