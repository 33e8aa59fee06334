"""What was issued: every report as it was saved, drawn again, compared and known by its checksum."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot

from desktop import clock
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.reports.issued_acts import IssuedActs
from desktop.pages.reports.issued_shown import ISSUED_COLUMNS, issue_detail
from desktop.pages.reports.listed_side import ListedSide
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from engagement.committee.issues import ReportIssue, issues, manifest_text
from resources.tables import Cell
from resources.wording import instant_text

NOTHING = (
    "No report was issued yet. Save one on “Compose” with “Keep it as it is now”: from then on it can be drawn again "
    "as it was, and compared."
)


class IssuedSide(ListedSide):
    """A table of what was issued, and beside it what the manifest of the one with the cursor tells."""

    tab, kept_in = "Issued", "report_issue"
    beside = ("issue_compare", "issue_manifest", "issue_note")

    def __init__(self, desk: Desk, chosen: ChosenReport, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self._issues: dict[str, ReportIssue] = {}
        self.acts = IssuedActs(desk, chosen.vault, self, self.at_cursor, now=self._now)
        part = ListPart(
            desk, ISSUED_COLUMNS, name="issued_reports", title="Issued reports", one="Issued report",
            empty=EmptyPage(NOTHING, Action("issue_check_first", "Check a file…", self._check_file)),
            draw=self._detail,
        )  # fmt: skip
        self.lay_out(part)
        part.opened.connect(self._compare)

    # What can be done

    def actions_here(self) -> list[Action]:
        """With what was issued."""
        acts, one = self.acts, self.is_one
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
        self.tell()

    def _detail(self, key: str) -> Detail | None:
        held = self._issues.get(key)
        if held is None:
            return None
        return issue_detail(held, manifest_text(self._desk.db, key), self.actions_beside())

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is an issue’s."""
        return key in {one.id for one in issues(self._desk.db)}


def _row(one: ReportIssue) -> tuple[Cell, ...]:
    return (
        one.title, instant_text(one.issued_at), one.as_at.isoformat(), int(bool(one.exempt_sha256)), one.file_name,
        one.note,
    )  # fmt: skip
