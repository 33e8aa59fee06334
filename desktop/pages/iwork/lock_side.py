"""The lock, the recovery sheet and the backups of the register, and who looked at whose record."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import clock, iwork_register
from desktop.locking.register_lock import RegisterLock
from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.pages.iwork.lock_acts import LockActs
from desktop.pages.iwork.unlocking import Unlocking
from desktop.pages.table_saving import shown_table
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label, scrolled, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.database.backups import Backup
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, date_words
from workforce.iwork.people.views import views_table

_BACKUPS = (
    Column("made_at", "Made", ColumnKind.TIME, width=170),
    Column("reason", "Why", width=180),
    Column("size", "Size in KB", ColumnKind.NUMBER, width=90),
)


class LockSide(IWorkSide):
    """Above, how it is locked; beneath, its backups beside who looked at whom."""

    tab = "Lock and backups"
    lock_changed = Signal()

    def __init__(self, desk: Desk, office: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, office, now=now)
        self.acts = LockActs(desk, office, self, self._today, self._tell)
        self._listed: dict[str, Backup] = {}
        self._model, self._views = RowsModel(_BACKUPS), RowsModel(views_table(desk.db, limit=0).columns)
        self.said = label("", wrap=True)
        self.pane = TablePane(
            self._model,
            name="iwork_backups",
            title="Backups",
            settings=desk.settings,
            empty=EmptyPage(
                "The register has no backup yet. One is made when it locks, if anything changed."
            ),
        )
        self.views = TablePane(
            self._views,
            name="iwork_views",
            title="Who looked at whom",
            settings=desk.settings,
            empty=EmptyPage("Nobody has looked at anybody’s record yet."),
        )
        self._lay_out()
        self.pane.table.current_changed.connect(self._moved)
        self.pane.counted.connect(self.moved)

    def _lay_out(self) -> None:
        offered = [one for one in self.actions_here() if not one.primary]
        self.ways = ActionRow([one for one in offered if one.name not in _OF_A_BACKUP])
        self.backup_ways = ActionRow([one for one in offered if one.name in _OF_A_BACKUP])
        top = QVBoxLayout()
        top.setContentsMargins(PANE, 4, PANE, 8)
        top.setSpacing(8)
        top.addWidget(self.said)
        top.addWidget(self.ways)
        both = side_by_side(
            _under("Backups", self.backup_ways, self.pane),
            _under("Who looked at whom", self.views),
            sizes=(520, 660),
        )
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(both, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(held, "Lock and backups"))

    def attach(self, lock: RegisterLock, unlocking: Unlocking) -> None:
        """The lock that it stands under."""
        self.acts.lock, self.acts.unlocking = lock, unlocking
        if lock.keeper is not None:
            lock.keeper.made.connect(self._backed_up)

    def proved_on(self) -> date | None:
        """When the recovery sheet was proved; None until it is."""
        return iwork_register.recovery_proved_on(self.office.opened.path)

    # What can be done

    def actions_here(self) -> list[Action]:
        """The lock, the sheet, the backups."""
        acts, may, chosen = self.acts, self._may_change, self._is_chosen
        return [
            Action("iwork_back_up", "Back up now", acts.back_up, primary=True, icon="backup", enabled=may),
            Action("iwork_check", "Check this backup", self._check, icon="check", enabled=chosen),
            Action(
                "iwork_restore",
                "Restore this backup…",
                self._restore,
                icon="restore",
                enabled=self._may_restore,
            ),
            Action("iwork_lock", "Lock now", acts.lock_now, icon="lock", enabled=self._is_attached),
            Action("iwork_passphrase", "Change the passphrase…", acts.change_passphrase, enabled=may),
            Action("iwork_prove", "Prove the recovery sheet…", acts.show_sheet, icon="check", enabled=may),
            Action("iwork_sheet", "New recovery sheet…", acts.new_sheet, icon="word", enabled=may),
            Action("iwork_minutes", "Minutes until it locks…", acts.minutes, enabled=may),
        ]

    def _is_attached(self) -> bool:
        return self.is_current and self.acts.is_attached()

    def _may_change(self) -> bool:
        return self.is_current and self.acts.may_change()

    def _is_chosen(self) -> bool:
        return self.is_current and self.pane.table.current_key in self._listed

    def _may_restore(self) -> bool:
        return self._is_chosen() and self.acts.may_change()

    def _check(self) -> None:
        self.acts.check(self._listed[self.pane.table.current_key])

    def _restore(self) -> None:
        self.acts.restore(self._listed[self.pane.table.current_key])

    # What is shown

    def reload(self) -> None:
        """As it stands now."""
        self._show_backups()
        found = views_table(self._desk.db)
        self._views.set_rows(found.rows)
        self.said.setText(" ".join(_sentences(self.acts.lock, self.proved_on())))
        self._moved("")

    def _show_backups(self) -> None:
        listed = iwork_register.backups_of(self.office.opened.path)
        self._listed = {one.path.name: one for one in listed}
        rows = [(one.made_at.isoformat(), one.reason.capitalize(), one.size // 1024) for one in listed]
        self._model.set_rows(rows, keys=list(self._listed))
        self.pane.reload()

    def _tell(self) -> None:
        self.reload()
        self.lock_changed.emit()

    @Slot(object)
    def _backed_up(self, _backup: Backup) -> None:
        self._show_backups()

    @Slot(str)
    def _moved(self, _key: str) -> None:
        self.ways.refresh()
        self.backup_ways.refresh()
        self.moved.emit()

    def table(self) -> Table:
        """Who looked at whom: the backups are files of this computer."""
        found = views_table(self._desk.db)
        made = shown_table(found.title, self._views, self.views.bar)
        return Table(made.title, made.columns, made.rows, base=made.base, exempt=found.exempt)

    def status_text(self) -> str:
        """How many backups."""
        return f"{count_of(len(self._listed), 'backup')} here"

    def focus_first(self) -> None:
        """The backups."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """The filter of who looked at whom."""
        self.views.bar.focus_field()


def _sentences(lock: RegisterLock | None, proved: date | None) -> list[str]:
    if lock is None:
        return ["This copy of the register is not locked."]
    with_screen = (
        " and with the screen of this computer."
        if lock.screen.hears
        else ". This computer does not tell when its screen is locked: lock the register with Ctrl+L as well."
    )
    sheet = f"The recovery sheet was proved on {date_words(proved)}." if proved is not None else ""
    return [
        f"It locks after {count_of(lock.minutes, 'minute')} in which nobody does anything{with_screen}",
        sheet,
    ]


_OF_A_BACKUP = ("iwork_check", "iwork_restore")


def _under(heading: str, *parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    words = label(heading, "section")
    words.setContentsMargins(PANE, 0, PANE, 0)
    column.addWidget(words)
    for part in parts[:-1]:
        part.setContentsMargins(PANE, 0, PANE, 0)
        column.addWidget(part)
    column.addWidget(parts[-1], 1)
    return made
