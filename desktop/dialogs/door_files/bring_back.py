"""Before a door file is brought back: what is new, what differs and which side counts, who was typed in twice."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.shell.frame.message_views import Banner
from desktop.shell.looks.look import GROUP, PANE
from desktop.widgets.parts import button, hairline, label
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from engagement.forums.door_files.plan import Choices, Plan
from engagement.forums.door_files.preview import CONFLICTS, Asks, Group, preview_groups
from engagement.forums.door_files.vocabulary import Person, Side
from resources.problem import Problem
from resources.tables import Column, ColumnKind
from resources.wording import moment_words, number

_OUTCOMES = (Column("group", "In the door file", width=210), Column("rows", "Number", ColumnKind.NUMBER, 84))
_CHOICES: dict[Asks, tuple[Side | Person, ...]] = {
    Asks.NOTHING: (),
    Asks.SIDE: (Side.OFFICE, Side.DOOR),
    Asks.PERSON: (Person.ONE, Person.TWO),
}
_WORDS: dict[Side | Person, str] = {
    Side.OFFICE: "Use the office’s",
    Side.DOOR: "Use the door’s",
    Person.ONE: "One person",
    Person.TWO: "Two people",
}


class BringBack(QDialog):
    """`plan_of` makes the plan anew for what was chosen; `take_in` brings it back, and may raise Problem."""

    def __init__(
        self,
        plan_of: Callable[[Choices], Plan],
        take_in: Callable[[Choices], object],
        *,
        event: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._plan_of, self._take_in = plan_of, take_in
        self.choices = Choices()
        self.plan = plan_of(self.choices)
        self._groups = preview_groups(self.plan)
        mark = self.plan.returned.mark
        self.setWindowTitle(f"Bring back {mark.label}")
        self._source = (
            f"{event}. Taken {moment_words(mark.made_at)} by {mark.made_by}; “{self.plan.returned.name}”."
        )
        self.banner = Banner()
        self._sentence, self._explanation = label("", "section", wrap=True), label("", wrap=True)
        self.groups = TableView(
            RowsModel(_OUTCOMES), name="door_file_groups", title="What the door file holds"
        )
        self.groups.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._beside = QVBoxLayout()
        self.table: TableView | None = None
        self.choosers = {said: button(words) for said, words in _WORDS.items()}
        self._verb, self._cancel = button("Bring it back", "primary"), button("Cancel")
        self._lay_out()
        self._connect()
        names = [one.name for one in self._groups]
        self._show(names.index(CONFLICTS) if self.plan.conflicts else 0)

    def _lay_out(self) -> None:
        right = QWidget()
        right.setLayout(self._beside)
        self._beside.setContentsMargins(PANE, 0, 0, 0)
        self._beside.setSpacing(8)
        self._beside.addWidget(self._explanation)
        choosing = QHBoxLayout()
        choosing.setSpacing(8)
        for one in self.choosers.values():
            choosing.addWidget(one)
        choosing.addStretch(1)
        self._beside.addLayout(choosing)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        self.groups.setProperty("kind", "framed")
        split.addWidget(self.groups)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([310, 830])
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(GROUP, GROUP, GROUP, PANE)
        column.setSpacing(PANE)
        column.addWidget(label(self.windowTitle(), "title", wrap=True))
        column.addWidget(label(self._source, "quiet", wrap=True))
        column.addWidget(self.banner)
        column.addWidget(self._sentence)
        for note in self.plan.notes:
            column.addWidget(label(note, wrap=True))
        column.addWidget(split, 1)
        column.addWidget(label("Nothing is written yet. Undo takes all of it back.", "quiet", wrap=True))
        column.addWidget(hairline())
        column.addLayout(buttons)
        self.resize(1180, 640)

    def _connect(self) -> None:
        self.groups.current_changed.connect(self._show_group)
        self._verb.clicked.connect(self.submit)
        self._cancel.clicked.connect(self.reject)
        for one in self.choosers.values():
            one.clicked.connect(self._choose_clicked)

    # What is shown

    @property
    def group(self) -> Group:
        """The group that is shown."""
        return self._groups[int(self.groups.current_key or 0)]

    def go_to(self, name: str) -> None:
        """Show a group."""
        self.groups.go_to(str([one.name for one in self._groups].index(name)))

    def _show(self, at: int) -> None:
        """The groups as they stand, one of them with its rows."""
        self._sentence.setText(self.plan.sentence)
        model = self.groups.cells
        assert isinstance(model, RowsModel)
        model.set_rows([(one.name, one.count) for one in self._groups])
        self.groups.go_to(str(at))
        self._show_group(str(at))

    @Slot(str)
    def _show_group(self, key: str) -> None:
        if not key:
            return
        group = self._groups[int(key)]
        self._explanation.setText(group.explanation)
        if self.table is not None:
            self.table.hide()
            self._beside.removeWidget(self.table)
            self.table.deleteLater()
        model = RowsModel(group.table.columns, group.table.rows, keys=group.keys or None)
        self.table = TableView(model, name=f"door_file:{group.name}", title=group.name)
        self.table.setProperty("kind", "framed")
        self._beside.insertWidget(1, self.table, 1)
        for said, one in self.choosers.items():
            one.setVisible(said in _CHOICES[group.asks])
            one.setEnabled(bool(group.keys))
        self.table.go_to_first()

    # Choosing

    @Slot()
    def _choose_clicked(self) -> None:
        self.choose(next(said for said, one in self.choosers.items() if one is self.sender()))

    def choose(self, said: Side | Person) -> None:
        """Choose this for the rows that are marked."""
        assert self.table is not None
        keys, at = self.table.selected_keys(), int(self.groups.current_key)
        if isinstance(said, Side):
            facts = {**self.choices.facts, **{key: said for key in keys}}
            self.choices = Choices(facts, self.choices.people)
        else:
            people = {**self.choices.people, **{key: said for key in keys}}
            self.choices = Choices(self.choices.facts, people)
        self.plan = self._plan_of(self.choices)
        self._groups = preview_groups(self.plan, self.choices)
        self._show(at)
        if keys:
            self.table.go_to(keys[0])

    @Slot()
    def submit(self) -> None:
        """Bring it back as chosen."""
        self.banner.hide()
        try:
            self._take_in(self.choices)
        except Problem as problem:
            self.banner.say(problem)
            return
        self.accept()

    def words(self) -> str:
        """All counts in a line, for who does not see the table."""
        return ", ".join(f"{one.name} {number(one.count)}" for one in self._groups)
