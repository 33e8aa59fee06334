"""Placements as columns of cards, a column for each stage, with what is to be done on each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.widgets.board.cards import BoardColumn, Card
from resources.database import Database
from resources.tables import ColumnKind
from resources.wording import count_of
from resources.words import plain
from workforce.iwork.people.people import people
from workforce.iwork.placements.placements import Placement, placements
from workforce.iwork.placements.steps import ORDER
from workforce.iwork.placements.tables import jobs_told
from workforce.iwork.placements.todo import ToDo
from workforce.iwork.placements.todo_reading import told
from workforce.iwork.vocabulary import IN_WORK, Stage

_HARD = "\N{NO-BREAK SPACE}"
ENDED = "ended"
"""The column to which somebody is moved who left or goes no further; nobody stands in it."""


@dataclass(frozen=True)
class OnBoard:
    """A placement with the words of its card. `due` is how much there is to do about it."""

    held: Placement
    who: str
    job: tuple[str, str]
    coach: str
    due: int


def on_board(vault: Database, due: Mapping[str, Sequence[ToDo]]) -> list[OnBoard]:
    """Every open placement; `due` is what is to be done for each person."""
    who, jobs = told(vault), jobs_told(vault)
    coaches = {one.id: one.coach for one in people(vault, closed=True)}
    return [
        OnBoard(one, who[one.person_id], jobs[one.id], coaches[one.person_id], _of(one, due))
        for one in placements(vault)
        if one.person_id in who
    ]


def _of(held: Placement, due: Mapping[str, Sequence[ToDo]]) -> int:
    return sum(1 for one in due.get(held.person_id, ()) if one.row == held.id)


def columns_of(found: Iterable[OnBoard]) -> list[BoardColumn]:
    """Stages in their order, then the pauses, then where somebody is taken who leaves."""
    cards: dict[Stage, list[Card]] = {stage: [] for stage in (*ORDER, Stage.PAUSED)}
    for one in found:
        cards[one.held.stage].append(_card(one))
    made = [BoardColumn(stage.value, stage.label, tuple(held)) for stage, held in cards.items()]
    return [*made, BoardColumn(ENDED, "Ended", (), "Left or withdrawn")]


def _card(one: OnBoard) -> Card:
    pills = []
    if one.held.paused_from is not None:
        pills.append((ColumnKind.STATUS, one.held.paused_from.label))
    if one.due:
        pills.append((ColumnKind.STATUS, f"Due, {count_of(one.due, 'thing')}"))
    return Card(one.held.id, one.who, f"{_HARD}· ".join(part for part in one.job if part), tuple(pills))


def stage_of(column: str, held: Placement) -> Stage:
    """Which stage a column is for somebody: who is in work leaves, anybody else is withdrawn."""
    if column == ENDED:
        return Stage.LEFT if held.stage in IN_WORK else Stage.WITHDRAWN
    return Stage(column)


def meeting(found: Iterable[OnBoard], *, coach: str, text: str) -> list[OnBoard]:
    """Those of a coach ('' is all) whose reference, initials or job has these words."""
    sought = plain(text).split()
    return [
        one
        for one in found
        if coach in ("", one.coach)
        and all(word in plain(f"{one.who} {' '.join(one.job)}") for word in sought)
    ]
