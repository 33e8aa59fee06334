"""The lists of the side To do: what is due, what is done, hours and pay, and benefit limits."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from resources.tables import ColumnKind, Table
from resources.wording import date_words
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.placements.benefits import benefit_rules, rule_of_key
from workforce.iwork.placements.reminders import is_reminder, reminder
from workforce.iwork.placements.tables import (
    BENEFIT_COLUMNS,
    DONE_COLUMNS,
    PAY_COLUMNS,
    TODO_COLUMNS,
    benefit_lines,
    done_lines,
    pay_lines,
    todo_row,
)
from workforce.iwork.placements.todo import ToDo
from workforce.iwork.placements.todo_reading import to_do

DUE, DONE, PAY, LIMITS = "To do", "Done", "Hours and pay", "Benefit limits"
LISTS = (DUE, DONE, PAY, LIMITS)
_NOTHING = {
    DUE: "Nothing is due in the next weeks. What follows from facts comes here by itself; anything else can be added.",
    DONE: "No reminder was ticked off yet.",
    PAY: "Nobody is in work yet. Hours and pay are added up here over all jobs of each person.",
    LIMITS: "No benefit limit is kept.",
}
_FOLLOWS = "It leaves this list by itself once it is done. Open it where it is done."


class ToDoLists(QWidget):
    """One list at a time; `moved` when another row is chosen, `opened` with its key."""

    moved = Signal()
    opened = Signal(str)

    def __init__(
        self, desk: Desk, first: Action, actions: Callable[[], Sequence[Action]], *, today: Callable[[], date],
        looked: Callable[[str, str], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self._looked = looked
        self._desk, self._actions, self._today = desk, actions, today
        self.what = DUE
        self._found: dict[str, ToDo] = {}
        self._parts = {
            DUE: self._part(DUE, TODO_COLUMNS, self._due_detail, ("kind", "state"), first),
            DONE: self._part(DONE, DONE_COLUMNS, self._done_detail, ("kind",), None),
            PAY: self._part(PAY, PAY_COLUMNS, self._pay_detail, ("band",), None),
            LIMITS: self._part(LIMITS, BENEFIT_COLUMNS, self._limit_detail, ("kind", "state"), None),
        }
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        for part in self._parts.values():
            self._pile.addWidget(part)
            part.moved.connect(self.moved)
            part.opened.connect(self.opened)

    def _part(self, name, columns, draw, chips, first) -> ListPart:  # type: ignore[no-untyped-def]
        return ListPart(
            self._desk, columns, name=f"iwork_todo_{LISTS.index(name)}", title=name, one=name,
            empty=EmptyPage(_NOTHING[name], first), draw=draw, chips=chips, sizes=(820, 340),
        )  # fmt: skip

    @property
    def part(self) -> ListPart:
        """The list that is shown."""
        return self._parts[self.what]

    @property
    def key(self) -> str:
        """The row that the cursor is on."""
        return self.part.key

    def chosen(self) -> ToDo | None:
        """What is to be done in the row chosen."""
        return self._found.get(self.key) if self.what == DUE else None

    def turn(self, what: str) -> None:
        """Show another list."""
        self.what = what
        self._pile.setCurrentWidget(self.part)
        self.reload()

    def reload(self) -> None:
        """The list as it stands now."""
        vault, today = self._desk.db, self._today()
        if self.what == DUE:
            found = to_do(vault, today)
            self._found = {one.key: one for one in found}
            lines = [(one.key, todo_row(one, today)) for one in found]
        elif self.what == DONE:
            lines = done_lines(vault)
        elif self.what == PAY:
            lines = pay_lines(vault, today)
        else:
            lines = benefit_lines(vault)
        self.part.show_rows([row for _, row in lines], [key for key, _ in lines])

    def show_row(self, key: str) -> None:
        """Put the cursor on a row of what is to be done."""
        self.part.show_row(key)

    def table(self) -> Table | None:
        """The rows shown; limits speak of nobody."""
        if not self.part.has_rows:
            return None
        made = self.part.table()
        exempt = None if self.what == LIMITS else IDENTITY
        return Table(made.title, made.columns, made.rows, base=made.base, exempt=exempt)

    # The pane

    def _due_detail(self, key: str) -> Detail | None:
        one = self._found.get(key)
        if one is None:
            return None
        if one.person_id:
            self._looked(one.person_id, "Reminder")
        lines = [
            Line("Due", date_words(one.due_on)),
            Line("About", one.who),
            Line("", "" if one.typed else _FOLLOWS),
        ]
        pills = [(ColumnKind.STATUS, str(todo_row(one, self._today())[1]))]
        return Detail(one.words, one.kind.label, pills, self._actions(), [Section("To do", lines)])

    def _done_detail(self, key: str) -> Detail | None:
        if not is_reminder(self._desk.db, key):
            return None
        one = reminder(self._desk.db, key)
        if one.person_id:
            self._looked(one.person_id, "Reminder")
        done = date_words(one.done_on) if one.done_on else ""
        lines = [Line("Was due", date_words(one.due_on)), Line("Done", done), Line("By", one.done_by)]
        return Detail(one.words, one.kind.label, (), self._actions(), [Section("Done", lines)])

    def _pay_detail(self, key: str) -> Detail | None:
        row = dict(pay_lines(self._desk.db, self._today())).get(key)
        if row is None:
            return None
        self._looked(key, "Hours and pay")
        who, jobs, hours, band, _, _, limits = row
        lines = [
            Line("Jobs", str(jobs)),
            Line("Hours a week", str(hours)),
            Line("", str(band)),
            Line("", str(limits)),
        ]
        return Detail(str(who), "Over all jobs today", (), self._actions(), [Section("Hours and pay", lines)])

    def _limit_detail(self, key: str) -> Detail | None:
        one = rule_of_key(benefit_rules(self._desk.db), key)
        lines = [
            Line("Amount", one.amount_words), Line("From", date_words(one.from_on)),
            Line("Until", date_words(one.until_on) if one.until_on else ""), Line("Source", one.source),
        ]  # fmt: skip
        pills = [(ColumnKind.STATUS, one.state_words)]
        return Detail(one.kind.label, "", pills, self._actions(), [Section("Benefit limit", lines)])
