"""The people of an event: replies, the waiting list, substitutes, and who was expected and is absent."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.dialogs.row_history import history_section, show_row_history
from desktop.pages.events.event_detail import figures_words, places_words, taking_words
from desktop.pages.events.event_view import EventView
from desktop.pages.events.people_actions import PeopleActions
from desktop.pages.events.people_acts import PeopleActs
from desktop.pages.register.person_detail import person_detail
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.people import participants, places
from engagement.forums.people.participants import PARTICIPANT_COLUMNS, Participant, participants_table
from resources.tables import Column, ColumnKind, Table

_BY_NAME = {column.name: column for column in PARTICIPANT_COLUMNS}
_ORDER = ("name", "status", "service", "provider", "kind", "district", "status_class", "role", "walk_in",
          "answered_at", "substitute_for", "reasons", "note")  # fmt: skip
_LINE = Column("line", "In line", ColumnKind.NUMBER, width=80)
_WIDER = {"walk_in": 84}  # a heading on two lines makes every heading high
COLUMNS = tuple(
    replace(column, width=_WIDER.get(column.name, column.width))
    for column in (_BY_NAME["name"], _BY_NAME["status"], _LINE, *(_BY_NAME[name] for name in _ORDER[2:]))
)


class PeopleView(EventView):
    """Everybody at the event in a table, and the person chosen beside it."""

    tab = "People"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__(desk, now=now)
        self.acts = PeopleActs(desk, self, self.chosen, now=now)
        self._actions = PeopleActions(desk.db, self.acts, chosen=self.chosen, may_write=self.may_write)
        self.only_absent = False
        self._people: dict[str, Participant] = {}
        empty = EmptyPage("Nobody is invited yet. Choose the audience, or add people one by one.")
        self.pane = TablePane(
            RowsModel(COLUMNS), name="event_people", title="People of the event",
            chips=("status", "kind", "district"), settings=desk.settings, empty=empty,
        )  # fmt: skip
        self.detail = DetailPane("Person", "Choose a person to see them here.")
        self._figures, self._places = label("", "bold", wrap=True), label("", "quiet", wrap=True)
        here = [one for one in self.actions_here() if one.toolbar]
        self.row = ActionRow([one for one in here if one.name != "add_person"], heading="Selected people:")
        self.adding = ActionRow([one for one in here if one.name == "add_person"])
        self._lay_out()
        self.pane.table.current_changed.connect(self._show)
        self.pane.table.selection_moved.connect(self.moved)
        self.pane.table.opened.connect(self.acts.ask_reply)
        self.pane.counted.connect(self.moved)
        self.moved.connect(self.refresh_buttons)
        self.acts.added.connect(self.pane.show_row)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(PANE)
        head.addWidget(self._figures, 1)
        head.addWidget(self._places, 1)
        row = QHBoxLayout()
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.setSpacing(6)
        row.addWidget(self.row, 1)
        row.addWidget(self.adding, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(840, 330)), 1)

    def actions_here(self) -> list[Action]:
        """Everything that can be done with the event's people."""
        absent = Action("only_absent", "Only expected and absent", self.turn_absent, "Ctrl+Shift+E", toolbar=False,
                        enabled=self._is_shown, checked=self._is_only_absent)  # fmt: skip
        return [*self._actions.listed(), absent]

    def _is_shown(self) -> bool:
        return bool(self.event_id)

    def _is_only_absent(self) -> bool:
        return self.only_absent

    # What is shown

    def show_event(self, event_id: str) -> None:
        """The people of this event; nobody's with an empty key."""
        if event_id != self.event_id:
            self.only_absent = False
        self.event_id = event_id
        self.reload()

    def reload(self) -> None:
        """Read again."""
        if not self.event_id:
            return
        db = self._desk.db
        counts = participants.figures(db, self.event_id)
        only = "Shown are only those expected and absent. "
        self._figures.setText((only if self.only_absent else "") + figures_words(counts))
        said, taking = places_words(places.places(db, self.event_id)), taking_words(counts)
        self._places.setText(f"{said}. Places are taken by: {taking}" if taking else said)
        found = participants.of_event(db, self.event_id)
        self._people = {one.id: one for one in found}
        model = self.pane.model
        assert isinstance(model, RowsModel)
        shown = door.expected_but_absent(db, self.event_id) if self.only_absent else found
        rows = self._table(found)
        keys = [one.id for one in shown]
        model.set_rows([rows[key] for key in keys], keys=keys)
        self._show(self.pane.table.current_key)

    def _table(self, people: Sequence[Participant]) -> dict[str, tuple]:
        line = {key: at for at, key in enumerate(places.waiting_list(self._desk.db, self.event_id), 1)}
        table = participants_table(self._desk.db, self.event_id, people)
        names = [column.name for column in table.columns]
        rows = {}
        for one, row in zip(people, table.rows, strict=True):
            cells = dict(zip(names, row, strict=True)) | {"line": line.get(one.id)}
            rows[one.id] = tuple(cells[column.name] for column in COLUMNS)
        return rows

    def turn_absent(self) -> None:
        """Show only those who have a place and have not been here, or everybody again."""
        self.only_absent = not self.only_absent
        self.reload()

    def table(self) -> Table:
        """The people as they are shown and sorted, to copy or save."""
        event = events.get(self._desk.db, self.event_id)
        rows = [tuple(row[1:]) for row in self.pane.model.all_rows()]
        what = "Expected and absent at" if self.only_absent else "People at"
        table = participants_table(self._desk.db, self.event_id, [])
        return replace(table, title=f"{what} {event.title}", columns=COLUMNS, rows=rows, as_at=event.day)

    @Slot()
    def refresh_buttons(self) -> None:
        """Ask which buttons can be pressed."""
        self.row.refresh()
        self.adding.refresh()

    @Slot(str)
    def _show(self, key: str) -> None:
        one = self._people.get(key)
        if one is None:
            self.detail.clear()
        else:
            said = person_detail(self._desk, one)
            history = partial(show_row_history, self._desk.db, "participant", key, self)
            self.detail.show_detail(replace(said, sections=(*said.sections, history_section(history))))
        self.moved.emit()

    def chosen(self) -> list[Participant]:
        """The people selected."""
        return [self._people[key] for key in self.pane.table.selected_keys() if key in self._people]

    # The keyboard and the status bar

    def row_for_history(self) -> tuple[str, str]:
        """The person with the cursor."""
        return "participant", self.pane.table.current_key

    def status_text(self) -> str:
        """How many people are shown."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table of people."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """The filter of the people."""
        self.pane.bar.focus_field()
