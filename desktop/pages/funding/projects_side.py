"""Projects with all that is kept in them, reports due to funders, and apprenticeships in the team."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout

from desktop import clock
from desktop.pages.funding.projects_lists import CHIPS, KEPT_IN, NOTHING, detail_of, list_of, read_list
from desktop.pages.funding.projects_menu import PROJECTS, ProjectsMenu
from desktop.pages.funding.projects_part import ListPart
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from resources.tables import Table

_REMEMBERED = "funding_projects"


class ProjectsSide(PageSide):
    """One of three lists, chosen above, with what can be done with it."""

    tab = "Projects"
    public_sections = ("projects",)
    covered_because = "who takes part is not published"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self.menu = ProjectsMenu(desk, self, self, today=self._today)
        self.parts = {what: self._part(what) for what in KEPT_IN}
        self.rows = {what: ActionRow(self.menu.in_row(what)) for what in self.parts}
        self._lay_out()
        self.show_what.changed.connect(self._choose)
        for acts in (self.menu.projects, self.menu.reports, self.menu.apprentices):
            acts.added.connect(self.show_row)

    def _part(self, what: str) -> ListPart:
        made = ListPart(
            self._desk, partial(self._read, what), partial(self._detail, what), self.menu.first(what),
            name=f"funding_{KEPT_IN[what]}", nothing=NOTHING[what], choose="Choose a row to see it here.",
            chips=CHIPS[what],
        )  # fmt: skip
        made.moved.connect(self._tell)
        made.pane.table.opened.connect(self.menu.open_row)
        return made

    def _lay_out(self) -> None:
        head = row_of_choices()
        self.show_what = add_choice(head, "Show", [(one, one) for one in self.parts], least_letters=18)
        put_beside(head, self.rows.values(), share=5)
        self._pile = QStackedLayout()
        for part in self.parts.values():
            self._pile.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._pile, 1)
        self._turn(PROJECTS)

    def actions_here(self) -> list[Action]:
        """Of each list in turn."""
        return [one for what in self.parts for one in self.menu.listed(what)]

    # What is shown

    @property
    def what(self) -> str:
        """Which list."""
        return str(self.show_what.answer() or PROJECTS)

    @property
    def part(self) -> ListPart:
        """The list that is shown."""
        return self.parts[self.what]

    @property
    def key(self) -> str:
        """The key of the row chosen."""
        return self.part.key

    @Slot()
    def _choose(self) -> None:
        self._desk.settings.put(_REMEMBERED, {"what": self.what})
        self.reload()

    def _turn(self, what: str) -> None:
        with QSignalBlocker(self.show_what):
            self.show_what.show_answer(what)
        self._pile.setCurrentWidget(self.parts[what])
        for one, row in self.rows.items():
            row.setVisible(one == what)

    @Slot()
    def reload(self) -> None:
        """The list shown, as it stands now."""
        kept = self._desk.settings.mapping(_REMEMBERED).get("what")
        self._turn(str(kept) if kept in self.parts else self.what)
        self.part.reload()
        self.rows[self.what].setVisible(self.part.has_rows)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.rows[self.what].refresh()
        self.moved.emit()

    def _read(self, what: str) -> tuple[Table, Sequence[str]]:
        return read_list(self._desk.db, what, today=self._today())

    def _detail(self, what: str, key: str) -> Detail:
        return detail_of(
            self._desk.db, what, key, self.menu, today=self._today(), may_write=self.may_write(), show=self.show_row
        )  # fmt: skip

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is of a row of one of the lists."""
        return bool(list_of(self._desk.db, key))

    @Slot(str)
    def show_row(self, key: str) -> None:
        """Put the cursor on a project, a report or an apprenticeship."""
        self._desk.settings.put(_REMEMBERED, {"what": list_of(self._desk.db, key) or self.what})
        self.reload()
        self.part.pane.show_row(key)

    def table(self) -> Table | None:
        """The list shown."""
        return self.part.table() if self.part.has_rows else None

    def row_for_history(self) -> tuple[str, str]:
        """The row chosen."""
        return KEPT_IN[self.what], self.key

    def status_text(self) -> str:
        """How many rows."""
        return self.part.pane.rows_words

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self.part.focus_first()

    def focus_filter(self) -> None:
        """The filter of the list."""
        self.part.pane.bar.focus_field()
