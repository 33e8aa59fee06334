"""Looks of reports: taken from other councils' documents, seen on a page, used for a report."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.reports.committee_side import CommitteeSide
from desktop.pages.reports.looks_acts import LooksActs
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.page_preview.page_preview import PagePreview
from engagement.committee.looks import COLUMNS, ReportLooks, all_looks, looks_row, looks_words, reports_with
from resources.report.blocks import Bullets, Heading, Masthead, Paragraph, Recommendations, Report, TableBlock
from resources.report.looks import Looks
from resources.tables import Column, ColumnKind, Table

NOTHING = (
    "Reports have our own looks. Take font, sizes, colour and margins from another council’s Word document: values "
    "alone are read, and nothing in it is run or kept."
)
_PAGE_HEIGHT = 300  # the upper half of a page; the table above scrolls


class LooksSide(CommitteeSide):
    """A table of them, beneath it a page as it would be printed, and beside it what was taken."""

    tab = "Looks"

    def __init__(self, desk: Desk, chosen: ChosenReport, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self._held: dict[str, ReportLooks] = {}
        self.acts = LooksActs(desk, chosen, self, self.at_cursor, now=self._now)
        self.row = ActionRow([one for one in self.actions_here() if one.toolbar and not one.primary])
        self.preview = PagePreview("A page in these looks")
        self.preview.setMinimumHeight(_PAGE_HEIGHT)
        first = Action("looks_first", "Take looks from a document", self._take_first)
        self.part = ListPart(
            desk, COLUMNS, name="report_looks", title="Looks", one="Looks",
            empty=EmptyPage(NOTHING, None if desk.opened.read_only else first), draw=self._detail,
            beneath=self.preview,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.addWidget(self.row)
        column.addLayout(head)
        column.addWidget(self.part, 1)
        self.part.moved.connect(self._tell)
        self.part.opened.connect(self._use)
        self.acts.added.connect(self.part.show_row)

    # What can be done

    def actions_here(self) -> list[Action]:
        """With looks."""
        acts = self.acts
        return [
            Action("looks_take", "Take looks from a document…", acts.take, "Ctrl+N", icon="import", primary=True,
                   enabled=self.may_write, tip="Font, sizes, colour and margins; nothing in it is run"),
            Action("looks_use", "Use for a report…", acts.use, icon="reports", enabled=self._may_use),
            Action("looks_own", "Use our own…", acts.use_own, enabled=self._has_report),
            Action("looks_rename", "Rename…", acts.rename, icon="edit", enabled=self._may_change),
            Action("looks_archive", "Archive", acts.archive, icon="archive", enabled=self._may_change,
                   label_now=self._archive_words),
            Action("looks_remove", "Remove…", acts.remove, enabled=self._may_change, toolbar=False),
            Action("plain_english", "Plain English…", acts.plain, icon="check", enabled=self.may_write,
                   tip="The reading age of reports, and initials that readers know"),
        ]  # fmt: skip

    def at_cursor(self) -> ReportLooks | None:
        """The looks with the cursor."""
        return self._held.get(self.part.key)

    def _may_change(self) -> bool:
        return self.may_write() and self.at_cursor() is not None

    def _has_report(self) -> bool:
        return self.may_write() and self.report() is not None

    def _may_use(self) -> bool:
        held = self.at_cursor()
        return self._has_report() and held is not None and held.archived_on is None

    def _archive_words(self) -> str:
        held = self.at_cursor()
        return "Bring back" if held is not None and held.archived_on is not None else "Archive"

    def _take_first(self) -> None:
        self.acts.take()

    @Slot(str)
    def _use(self, _key: str) -> None:
        if self._may_use():
            self.acts.use()

    # What is shown

    @Slot()
    def reload(self) -> None:
        """Those that are kept, put away or not."""
        held = all_looks(self._desk.db, archived=True)
        self._held = {one.id: one for one in held}
        self.part.show_rows([looks_row(self._desk.db, one) for one in held], keys=list(self._held))
        self._tell()

    def _detail(self, key: str) -> Detail | None:
        held = self._held.get(key)
        if held is None:
            return None
        names = ("looks_use", "looks_rename", "looks_archive")
        lines = tuple(Line(label, words) for label, words in looks_words(held.looks))
        used = tuple(Line("Report", title) for title in reports_with(self._desk.db, key))
        return Detail(
            held.name,
            f"Taken from “{held.file_name}”" if held.file_name else "",
            actions=tuple(one for one in self.actions_here() if one.name in names and one.ready()),
            sections=(
                Section("What was taken", lines=lines),
                *((Section("Used for", lines=used),) if used else ()),
            ),
        )

    @Slot()
    def _tell(self) -> None:
        held = self.at_cursor()
        self.preview.show_report(page_in(held.looks) if held is not None else None)
        self.row.setVisible(True)
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is that of looks."""
        return key in {one.id for one in all_looks(self._desk.db, archived=True)}

    def show_row(self, key: str) -> None:
        """Put the cursor on looks."""
        self.part.show_row(key)

    def table(self) -> Table | None:
        """The looks shown."""
        return self.part.table() if self.part.has_rows else None

    def row_for_history(self) -> tuple[str, str]:
        """The looks with the cursor."""
        return "report_looks", self.part.key

    def status_text(self) -> str:
        """How many."""
        return self.part.pane.rows_words if self.part.has_rows else ""

    def focus_first(self) -> None:
        """The table."""
        self.part.focus_first()

    def focus_filter(self) -> None:
        """Its filter."""
        self.part.pane.bar.focus_field()


def page_in(looks: Looks) -> Report:
    """A page with everything that looks bear upon; its words are invented."""
    columns = (Column("area", "Area"), Column("homes", "Homes", ColumnKind.NUMBER))
    table = Table("Homes by area", columns, [("Larkfield", 12), ("Wrenford", 7)])
    return Report(
        "A report in these looks",
        masthead=Masthead("Example Committee", date(2019, 12, 9), "4", "the Service Director"),
        blocks=(
            Heading("Purpose of the report"),
            Paragraph(
                "Paragraphs are numbered and aligned left, with room between the lines.", numbered=True
            ),
            Heading("Quality of care", 2),
            Paragraph("There are 19 homes in two areas.", numbered=True),
            TableBlock(table, "Homes in two areas."),
            Bullets(("Lists have bullets.", "Each item is short.")),
            Heading("Recommendations"),
            Recommendations(("Members note the report.",)),
        ),
        looks=looks,
    )
