"""Pairs of buddies: how often they met, and what CQC published since."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.pages.good_practice.pair_acts import PairActs
from desktop.pages.good_practice.side import Side
from desktop.pages.settling import Settling
from desktop.pages.table_saving import shown_table
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, DetailPane, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.good_practice.buddies import pairs
from engagement.good_practice.buddies.pairs import NOT_PROOF, Pair
from engagement.good_practice.buddies.tables import PAIRS, pair_row
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import date_words

_MEETINGS = (
    Column("met_on", "Met on", ColumnKind.DATE, 106),
    Column("how", "How", width=110),
    Column("note", "Note", width=200),
)


class PairsSide(Side):
    """A row for each pair; the pane has its meetings."""

    tab = "Pairs"

    def __init__(self, desk: Desk, *, today: Callable[[], date]) -> None:
        super().__init__(desk, today=today)
        self._found: dict[str, Pair] = {}
        self.acts = PairActs(desk, self, self._key, today=today)
        find = Action("empty_find", "Find a buddy", partial(self.turn_to.emit, "Buddy finder", ""))
        self.model = RowsModel(PAIRS)
        self.pane = TablePane(
            self.model, name="buddy_pairs", title="Pairs", chips=("state", "district"), settings=desk.settings,
            empty=EmptyPage("No services are buddies yet. The finder says who could help whom, and why.", find),
        )  # fmt: skip
        self.detail = DetailPane("Pair", "Choose a pair to see its meetings.")
        self._settling = Settling(self._draw, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(780, 390)))
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.opened.connect(self._open)
        self.pane.counted.connect(self.moved)

    def actions_here(self) -> list[Action]:
        """What can be done with the pair chosen."""
        acts, goes_on = self.acts, self._goes_on
        return [
            Action("log_meeting", "Log a meeting…", acts.log_meeting, "Ctrl+M", icon="calendar", toolbar=False,
                   enabled=goes_on),
            Action("edit_pair", "Change the pair…", acts.edit, icon="edit", toolbar=False, enabled=self._may_change),
            Action("end_pair", "End the pair…", acts.end_or_resume, icon="close", toolbar=False,
                   enabled=self._may_change, label_now=self._end_words),
            Action("pair_service", "Open the service of the pair", self._open_service, icon="providers",
                   toolbar=False, enabled=self._is_one),
        ]  # fmt: skip

    # What is chosen

    def _key(self) -> str:
        return self.pane.table.current_key

    def _held(self) -> Pair | None:
        return self._found.get(self._key())

    def _is_one(self) -> bool:
        return self.is_current and self._held() is not None

    def _may_change(self) -> bool:
        return self.may_write() and self._is_one()

    def _goes_on(self) -> bool:
        held = self._held()
        return self._may_change() and held is not None and held.ended_on is None

    def _end_words(self) -> str:
        held = self._held()
        return "Resume the pair" if held is not None and held.ended_on is not None else "End the pair…"

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._goes_on():
            self.acts.log_meeting()

    def _open_service(self) -> None:
        held = self._held()
        if held is not None:
            self._desk.navigator.go("providers", held.service_id)

    # What is shown

    def reload(self) -> None:
        """Every pair as it stands now."""
        today = self._today()
        found = pairs.pairs(self._desk.db, today=today)
        self._found = {one.id: one for one in found}
        self.model.set_rows([pair_row(one, today) for one in found], keys=[one.id for one in found])
        self._settling.now()

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self.moved.emit()

    def _draw(self) -> None:
        held = self._held()
        if held is None:
            self.detail.clear()
        else:
            self.detail.show_detail(self._detail(held))

    def _detail(self, held: Pair) -> Detail:
        go = self._desk.navigator.go
        better = held.better_words
        agreed = f"Agreed on {date_words(held.started_on)}"
        ended = f"Ended on {date_words(held.ended_on)}" if held.ended_on else ""
        lines = (
            Line("Service", held.service, partial(go, "providers", held.service_id)),
            Line("Buddy", held.buddy, partial(go, "providers", held.buddy_id)),
            Line("Agreed", agreed.removeprefix("Agreed on ")),
            Line("Why these two", held.reasons),
            Line("Note", held.note),
            Line("Ended", ended.removeprefix("Ended on ")),
            Line("Why it ended", held.end_reason),
        )
        rating = (
            Line("When agreed", held.rating_then.label if held.rating_then else "", kind=ColumnKind.RATING),
            Line("When ended" if held.ended_on else "Now", held.rating_now.label if held.rating_now else "",
                 kind=ColumnKind.RATING),
            Line("", f"{better}. {NOT_PROOF}" if better else ""),
        )  # fmt: skip
        here = [one for one in self.actions_here() if one.name in ("log_meeting", "end_pair") and one.ready()]
        return Detail(
            held.name, f"{held.met_words}.", ((ColumnKind.STATUS, held.state(self._today())),), here,
            (self._meetings(held), Section("Rating of the service", rating), Section("The pair", lines)),
        )  # fmt: skip

    def _meetings(self, held: Pair) -> Section:
        rows: list[tuple[Cell, ...]] = [
            (one.met_on.isoformat(), one.how.label, one.note) for one in held.meetings
        ]
        return Section(
            "Meetings", table=Table("Meetings", _MEETINGS, rows), keys=[one.id for one in held.meetings],
            opened=self.acts.edit_meeting if self.may_write() else None,
        )  # fmt: skip

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether it is a pair."""
        return pairs.is_pair(self._desk.db, key)

    def show_row(self, key: str) -> None:
        """One pair."""
        self.pane.show_row(key)

    def table(self) -> Table:
        """The rows shown."""
        return shown_table("Pairs of buddies", self.model, self.pane.bar)

    def row_for_history(self) -> tuple[str, str]:
        """The pair."""
        return "buddy_pair", self._key()

    def status_text(self) -> str:
        """How many rows."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """The filter."""
        self.pane.bar.focus_field()
