"""What stands on the board: each nominee of a round in a line."""

from dataclasses import dataclass
from datetime import date

from awards.board.states import SHOWN
from awards.exempt import EXEMPTION
from awards.nominations.entries import reference_of
from awards.qualifying.gathering import Standing, standings
from awards.rounds.rounds import AwardRound
from awards.vocabulary import EntryStatus
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of

COLUMNS = (
    Column("state", "Status", ColumnKind.STATUS, width=160),
    Column("nominee", "Nominee", width=180),
    Column("category", "Category", width=230),
    Column("place", "Where", width=180),
    Column("voices", "Voices", ColumnKind.NUMBER, width=70),
    Column("reference", "Reference", width=92),
)


@dataclass(frozen=True)
class OnBoard:
    """A nominee on the board. `ready` says whether they may go to the judges, '' once that is settled."""

    key: str
    nominee: str
    status: EntryStatus
    category_id: str
    category: str
    place: str
    voices: int
    number: int
    ready: str = ""

    @property
    def voices_words(self) -> str:
        """3 voices; nothing of one alone."""
        return count_of(self.voices, "voice") if self.voices > 1 else ""


def on_board(db: Database, round_id: str, today: date) -> list[OnBoard]:
    """All nominees of a round by name, except who is grouped with another."""
    found = [_line(one) for one in standings(db, round_id, today, statuses=SHOWN)]
    return sorted(found, key=lambda one: (one.nominee.casefold(), one.number))


def _line(one: Standing) -> OnBoard:
    held = one.entry
    return OnBoard(
        held.id, held.nominee, held.status, held.category_id, one.category,
        one.known.register.place or held.place_told, one.known.voices, held.number,
        "" if held.status is EntryStatus.DRAFT else one.ready_words,
    )  # fmt: skip


def board_table(found: list[OnBoard], held: AwardRound, today: date) -> Table:
    """The board as a table, column after column."""
    order = {status: place for place, status in enumerate(SHOWN)}
    rows = [
        (
            one.status.label,
            one.nominee,
            one.category,
            one.place,
            one.voices,
            reference_of(held.year, one.number),
        )
        for one in sorted(found, key=lambda one: order[one.status])
    ]
    return Table(f"Nominees of {held.name} by status", COLUMNS, rows, as_at=today, exempt=EXEMPTION)
