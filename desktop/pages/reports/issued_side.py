"""What was issued: every report as it was saved, drawn again, compared and known by its checksum."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.reports.committee_side import CommitteeSide
from desktop.pages.reports.issued_acts import IssuedActs
from desktop.pages.reports.issued_shown import ISSUED_COLUMNS, issue_detail
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from engagement.committee.issues import ReportIssue, issues
from resources.tables import Cell, Table
from resources.wording import instant_text

NOTHING = (
    "No report was issued yet. Save one on “Compose” with “Keep it as it is now”: from then on it can be drawn again "
    "as it was, and compared."
)


class IssuedSide(CommitteeSide):
    """A table of what was issued, and beside it what the manifest of the one with the cursor tells."""

    tab = "Issued"

    def __init__(self, desk: Desk, chosen: ChosenReport, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self._issues: dict[str, ReportIssue] = {}
        self.acts = IssuedActs(desk, chosen.vault, self, self.at_cursor, now=self._now)
        self.row = ActionRow([one for one in self.actions_here() if one.toolbar and not one.primary])
        self.part = ListPart(
            desk, ISSUED_COLUMNS, name="issued_reports", title="Issued reports", one="Issued report",
            empty=EmptyPage(NOTHING, Action("issue_check_first", "Check a file…", self._check_file)),
            draw=self._detail,
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
        self.part.opened.connect(self._compare)

    # What can be done

    def actions_here(self) -> list[Action]:
        """With what was issued."""
        acts, one = self.acts, self._is_one
        return [
            Action("issue_again", "Draw again…", acts.draw_again, icon="export", primary=True, enabled=one,
                   tip="Both documents as they were issued"),
            Action("issue_compare", "Compare…", acts.compare, icon="merge", enabled=one,
                   tip="With another that was issued, or with what it would be today"),
            Action("issue_manifest", "Save manifest…", acts.save_manifest, icon="export", enabled=one),
            Action("issue_file", "Check a file…", self._check_file, icon="check",
                   tip="Whether a file is one that was issued, unaltered"),
            Action("issue_note", "Note…", acts.note, icon="edit", enabled=self._may_change),
            Action("issue_remove", "Remove…", acts.remove, enabled=self._may_change, toolbar=False),
        ]  # fmt: skip

    def at_cursor(self) -> ReportIssue | None:
        """The issue with the cursor."""
        return self._issues.get(self.part.key)

    def _is_one(self) -> bool:
        return self.is_current and self.at_cursor() is not None

    def _may_change(self) -> bool:
        return self.may_write() and self.at_cursor() is not None

    def _check_file(self) -> None:
        self.acts.check_file()

    @Slot(str)
    def _compare(self, _key: str) -> None:
        self.acts.compare()

    # What is shown

    @Slot()
    def reload(self) -> None:
        """What was issued until now."""
        held = issues(self._desk.db)
        self._issues = {one.id: one for one in held}
        self.part.show_rows([_row(one) for one in held], keys=list(self._issues))
        self._tell()

    def _detail(self, key: str) -> Detail | None:
        held = self._issues.get(key)
        if held is None:
            return None
        names = ("issue_compare", "issue_manifest", "issue_note")
        return issue_detail(held, [one for one in self.actions_here() if one.name in names and one.ready()])

    @Slot()
    def _tell(self) -> None:
        self.row.setVisible(self.part.has_rows)
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is an issue’s."""
        return key in {one.id for one in issues(self._desk.db)}

    def show_row(self, key: str) -> None:
        """Put the cursor on an issue."""
        self.part.show_row(key)

    def table(self) -> Table | None:
        """The issues shown."""
        return self.part.table() if self.part.has_rows else None

    def row_for_history(self) -> tuple[str, str]:
        """The issue with the cursor."""
        return "report_issue", self.part.key

    def status_text(self) -> str:
        """How many."""
        return self.part.pane.rows_words if self.part.has_rows else ""

    def focus_first(self) -> None:
        """The table."""
        self.part.focus_first()

    def focus_filter(self) -> None:
        """Its filter."""
        self.part.pane.bar.focus_field()


def _row(one: ReportIssue) -> tuple[Cell, ...]:
    return (
        one.title, instant_text(one.issued_at), one.as_at.isoformat(), int(bool(one.exempt_sha256)), one.file_name,
        one.note,
    )  # fmt: skip
