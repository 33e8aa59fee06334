"""From referral to in post, and keeping the job."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.pages.iwork.placements_board import PlacementsBoard
from desktop.pages.iwork.placements_detail import Ways, placement_detail
from desktop.pages.iwork.placements_menu import PlacementsMenu
from desktop.pages.sides.list_part import ListPart
from desktop.pages.sides.listing_side import ListingSide
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from desktop.widgets.parts import side_by_side
from resources.database import Condition, Query
from resources.tables import Table
from resources.wording import day_words
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.listings import PLACEMENTS
from workforce.iwork.placements.placements import is_placement, placement
from workforce.iwork.placements.tables import TASTER_COLUMNS, placements_table, taster_lines, times_said
from workforce.iwork.placements.tasters import is_taster, taster
from workforce.iwork.placements.whom import person_with_initials
from workforce.iwork.vocabulary import OVER, Stage

LIST, BOARD, TASTERS = "List", "Board", "Tasters"
_OPEN = Condition("stage", tuple(one.label for one in Stage if one not in OVER))
_OVER = Condition("stage", tuple(one.label for one in Stage if one in OVER))
_NOTHING = (
    "Nobody is on the way to a job yet. A placement goes from referral to in post and after; it begins before there is "
    "a post."
)


class PlacementsSide(IWorkSide, ListingSide):
    """A row or a card for each placement; tasters beside them."""

    tab = "Placements"
    page_name = "iwork"
    kept_in = "placement"
    title = "Placements"
    listing = PLACEMENTS
    chips = ("stage", "employer", "coach")
    usual = _OPEN
    choose = "Choose a placement to see its steps, its support and whether the job lasts."
    exempt = IDENTITY

    def make_acts(self) -> None:
        """On the placement chosen, wherever it is shown."""
        self.shown = LIST
        self.menu = PlacementsMenu(self._desk, self, self, today=self._today)
        self.menu.added.connect(self.show_added)
        self.board = PlacementsBoard(self._desk, self.menu.acts, today=self._today)
        self.tasters = ListPart(
            self._desk, TASTER_COLUMNS, name="iwork_tasters", title="Tasters", one="Taster",
            empty=EmptyPage("No taster is planned yet. In a taster somebody tries a place out for a day or some hours.",
                            Action("taster_first", "Plan a taster", self.menu.tasters.plan)),
            draw=self._taster_detail, chips=("outcome", "employer"),
        )  # fmt: skip

    def listed(self) -> list[Action]:
        """All that can be done with placements and tasters."""
        return self.menu.listed()

    def nothing(self) -> tuple[str, Action]:
        """It begins with the first placement."""
        return _NOTHING, Action("placement_first", "Begin a placement", self.menu.acts.begin)

    def _lay_out(self) -> None:
        head = row_of_choices()
        self.show_what = add_choice(
            head, "Show", [(one, one) for one in (LIST, BOARD, TASTERS)], least_letters=10
        )
        self.show_what.show_answer(LIST)
        put_beside(head, [self.row], share=5)
        self._pile = QStackedLayout()
        self._parts: dict[str, QWidget] = {
            LIST: side_by_side(self.pane, self.detail, sizes=(800, 378)), BOARD: self.board, TASTERS: self.tasters,
        }  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._pile, 1)
        for part in self._parts.values():  # once they have a place: what is shown without one stays too high
            self._pile.addWidget(part)
        self.show_what.changed.connect(self._turn)
        self.board.moved.connect(self._tell)
        self.board.opened.connect(self.show_row)
        self.tasters.moved.connect(self._tell)
        self.tasters.opened.connect(self.menu.tasters.open)

    # What is chosen

    def placement_key(self) -> str:
        """The placement that the cursor is on, in the list or on the board."""
        if self.shown == TASTERS:
            return ""
        return self.board.key if self.shown == BOARD else self.key

    def taster_key(self) -> str:
        """The taster that the cursor is on."""
        return self.tasters.key if self.shown == TASTERS else ""

    def has(self, key: str) -> bool:
        """Whether it is a placement or a taster."""
        return is_placement(self._desk.db, key) or is_taster(self._desk.db, key)

    # What is shown

    @Slot()
    def _turn(self) -> None:
        self.shown = str(self.show_what.answer() or LIST)
        self._pile.setCurrentWidget(self._parts[self.shown])
        self.reload()

    @Slot()
    def reload(self) -> None:
        """What is shown, as it stands now."""
        if self.shown == BOARD:
            self.board.reload()
        elif self.shown == TASTERS:
            lines = taster_lines(self._desk.db)
            self.tasters.show_rows([row for _, row in lines], [key for key, _ in lines])
        super().reload()
        self.row.setVisible(True)

    def show_row(self, key: str) -> None:
        """A placement in the list, also one that is over, or a taster."""
        is_one = is_taster(self._desk.db, key)
        self.show_what.show_answer(TASTERS if is_one else LIST)
        if is_one:
            self.tasters.show_row(key)
            return
        if is_placement(self._desk.db, key) and not placement(self._desk.db, key).is_open:
            self.pane.show_query(Query(conditions=(_OVER,)))
        self.pane.show_row(key)

    def open_row(self) -> None:
        """Move it on."""
        if self.menu.in_pane():
            self.menu.acts.move()

    def detail_of(self, key: str) -> Detail:
        """Where it stands; that it was looked at is kept."""
        vault = self._desk.db
        self.looked(placement(vault, key).person_id, "Placement")
        work = self.menu.in_work
        ways = Ways(
            work.open_support, work.open_pay, work.open_checkpoint, self.show_row,
            lambda person: self.turn_to.emit("People", person), lambda post: self.turn_to.emit("Posts", post),
        )  # fmt: skip
        return placement_detail(vault, key, self.menu.in_pane(), ways, today=self._today())

    def _taster_detail(self, key: str) -> Detail | None:
        if not is_taster(self._desk.db, key):
            return None
        one = taster(self._desk.db, key)
        self.looked(one.person_id, "Taster")
        names = {"taster_open", "taster_remove"}
        actions = [each for each in self.listed() if each.name in names and each.ready()]
        lines = [
            Line("Day", day_words(one.day_on)), Line("Times", times_said(one.from_minute, one.until_minute)),
            Line("How it went", one.outcome.label), Line("In their own words", one.persons_words),
            Line("In the employer’s words", one.employers_words),
        ]  # fmt: skip
        return Detail(
            person_with_initials(self._desk.db, one.person_id),
            "Taster",
            (),
            actions,
            [Section("Taster", lines)],
        )

    # What the page asks

    def table(self) -> Table:
        """What is shown."""
        if self.shown == BOARD:
            return placements_table(self._desk.db)
        if self.shown == TASTERS:
            made = self.tasters.table()
            return Table(made.title, made.columns, made.rows, base=made.base, exempt=IDENTITY)
        return super().table()

    def row_for_history(self) -> tuple[str, str]:
        """The placement or taster chosen."""
        return ("taster", self.taster_key()) if self.shown == TASTERS else ("placement", self.placement_key())

    def status_text(self) -> str:
        """How many."""
        if self.shown == BOARD:
            return self.board.words
        return self.tasters.pane.rows_words if self.shown == TASTERS else self.pane.rows_words

    def focus_first(self) -> None:
        """A row, a card, or the way to begin."""
        if self.shown == BOARD:
            self.board.board.focus_first()
        elif self.shown == TASTERS:
            self.tasters.focus_first()
        else:
            super().focus_first()
