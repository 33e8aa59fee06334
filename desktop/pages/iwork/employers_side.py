"""Employers who have shown an interest, and the next step with each."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.pages.iwork.employers_acts import EmployerActs
from desktop.pages.iwork.employers_detail import employer_detail
from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.pages.iwork.posts_acts import PostActs
from desktop.pages.sides.listing_side import ListingSide
from desktop.pages.sides.table_side import CURRENT
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.widgets.detail import Detail
from desktop.widgets.parts import button, label
from resources.database import Condition, Query
from resources.wording import count_of
from workforce.iwork.employers.employers import employer, is_employer
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.listings import EMPLOYERS

_NOTHING = (
    "No employer is here yet. Add those who have shown an interest: from the register of providers, or by name. "
    "Interest told at the door of a forum is taken in with one button."
)


class EmployersSide(IWorkSide, ListingSide):
    """A row for each; the pane has posts and contacts. What forums told stands above until it is taken in."""

    tab = "Employers"
    page_name = "iwork"
    kept_in = "employer"
    title = "Employers"
    listing = EMPLOYERS
    chips = ("stage", "district", "state")
    usual = CURRENT
    choose = "Choose an employer to see the whole of it."
    exempt = IDENTITY

    def make_acts(self) -> None:
        """On the employer chosen."""
        self._waiting = 0
        self.acts = EmployerActs(self._desk, self.office, self, self.current_key, today=self._today)
        self.posts = PostActs(self._desk, self, self.current_key, today=self._today)
        self.acts.added.connect(self.show_added)
        self.posts.added.connect(partial(self.turn_to.emit, "Posts"))

    def listed(self) -> list[Action]:
        """What can be done with employers."""
        acts, one = self.acts, self.may_change
        return [
            Action("employer_add", "Add an employer…", acts.add, "Ctrl+N", primary=True, icon="add",
                   enabled=self.may_write),
            Action("employer_contact", "Add a contact…", acts.add_contact, "Ctrl+T", icon="contacts", enabled=one),
            Action("employer_post", "Add a post…", self._add_post, icon="add", enabled=self._may_have_posts),
            Action("employer_edit", "Change…", acts.edit, "F2", icon="edit", enabled=one),
            Action("employer_close", "Close", acts.close_or_reopen, "Ctrl+Del", icon="archive", enabled=one,
                   label_now=self._close_words),
            Action("employer_interests", "Take in what forums told", acts.take_in, toolbar=False, icon="import",
                   enabled=self._has_waiting, tip="Interest in i-Work told at the door of forums"),
        ]  # fmt: skip

    def nothing(self) -> tuple[str, Action]:
        """It begins with the first employer."""
        return _NOTHING, Action("employer_first", "Add an employer…", self.acts.add)

    def open_row(self) -> None:
        """Change it."""
        self.acts.edit()

    # What forums told

    def _lay_out(self) -> None:
        super()._lay_out()
        self.notice = QWidget()
        self.told = label("", wrap=True)
        self.take_in = button("Take them in")
        self.take_in.clicked.connect(self._take_in)
        row = QHBoxLayout(self.notice)
        row.setContentsMargins(PANE, 4, PANE, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.take_in)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self.notice)
        self.notice.hide()

    @Slot()
    def reload(self) -> None:
        """The rows, the pane, and what forums told since."""
        super().reload()
        self._waiting = len(self.acts.waiting())
        self.told.setText(waiting_words(self._waiting))
        self.notice.setVisible(self._has_waiting())

    @Slot()
    def _take_in(self) -> None:
        self.acts.take_in()

    def _has_waiting(self) -> bool:
        return self.may_write() and self._waiting > 0

    # The row chosen

    def _add_post(self) -> None:
        self.posts.add_at(self.acts.current())

    def _may_have_posts(self) -> bool:
        return self.may_change() and not self.is_put_away(self.key)

    def _close_words(self) -> str:
        return "Open again" if self.is_one() and self.is_put_away(self.key) else "Close"

    def has(self, key: str) -> bool:
        """Whether it is an employer."""
        return is_employer(self._desk.db, key)

    def is_put_away(self, key: str) -> bool:
        """Whether it is closed."""
        return employer(self._desk.db, key).closed_on is not None

    def show_row(self, key: str) -> None:
        """Put the cursor on a row, also a closed one."""
        if self.is_put_away(key):
            self.pane.show_query(Query(conditions=(Condition("state", ("Closed",)),)))
        self.pane.show_row(key)

    def detail_of(self, key: str) -> Detail:
        """The whole of it."""
        actions = self.in_pane("employer_contact", "employer_post", "employer_edit")
        return employer_detail(
            self._desk.db, key, actions, open_post=partial(self.turn_to.emit, "Posts"),
            open_contact=self.acts.open_contact,
        )  # fmt: skip


def waiting_words(number: int) -> str:
    """“3 interests told at forums are not here yet.”"""
    if not number:
        return ""
    verb = "is" if number == 1 else "are"
    return f"{count_of(number, 'interest')} told at forums {verb} not here yet."
