"""A report is composed: its outline, its pages as they will be printed, and what is to be mended."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop import clock
from desktop.committee.making import Made
from desktop.committee.sections import SECTIONS
from desktop.pages.reports.block_acts import BlockActs
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.reports.committee_side import CommitteeSide
from desktop.pages.reports.compose_head import ComposeHead
from desktop.pages.reports.compose_links import ComposeLinks
from desktop.pages.reports.compose_menu import ComposeMenu
from desktop.pages.reports.compose_parts import ComposeParts
from desktop.pages.reports.found_to_mend import FoundToMend
from desktop.pages.reports.line_acts import LineActs
from desktop.pages.reports.live_report import LiveReport
from desktop.pages.reports.outline_lines import outline_lines
from desktop.pages.reports.recommendation_list import RecommendationList
from desktop.pages.reports.save_acts import SaveActs
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.page_preview.marks import BlockMark
from engagement.committee.reports import CommitteeReport
from resources.report.committee.composing import SentenceState
from resources.report.committee.to_mend import ToMend

_NOTHING = "No report is begun yet. Begin one on the side “Reports”."
_MARKS = {
    SentenceState.EDITED: BlockMark.EDITED,
    SentenceState.EDITED_AND_CHANGED: BlockMark.CHANGED,
}


class ComposeSide(CommitteeSide):
    """On the left the outline and what is to be mended, in the middle the pages, on the right the block chosen."""

    tab = "Compose"

    def __init__(self, desk: Desk, chosen: ChosenReport, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self.live = LiveReport(desk, chosen.vault, self, today=self._today)
        self.head = ComposeHead(desk, chosen)
        self.parts, self.to_mend = ComposeParts(), FoundToMend()
        self.lines = LineActs(
            desk,
            chosen.vault,
            self,
            self.report,
            self.line_key,
            today=self._today,
            made=self.made,
        )
        self.blocks = BlockActs(desk, chosen.vault, self, self.made)
        self.saving = SaveActs(
            desk, chosen.vault, self, self.report, now=self._now, kept=lambda: self.live.kept
        )
        self.recommendations = RecommendationList(desk, self)
        self.menu = ComposeMenu(self, self.lines, self.blocks, self.saving, self._open_recommendations)
        self.row = ActionRow([one for one in self.menu.listed() if one.toolbar and not one.primary])
        first = Action("compose_begin", "Show the reports", self._show_reports)
        self.empty = EmptyPage(_NOTHING, first)
        self.links = ComposeLinks(self, self.parts, self.menu, self.blocks, self.to_mend.found)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        held = QWidget()
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.head)
        row = QVBoxLayout()
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.addWidget(self.row)
        inside.addLayout(row)
        inside.addWidget(self.parts, 1)
        self._held = held
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(held)
        self._pile.addWidget(self.empty)

    def _connect(self) -> None:
        self.live.changed.connect(self._show_made)
        self.head.shown_changed.connect(self._show_made)
        self.lines.adding.added.connect(self.links.go_to_line)
        self.saving.checked.connect(self._take_checked)
        self.links.moved.connect(self._tell)

    # What can be done

    def actions_here(self) -> list[Action]:
        """With the report."""
        return self.menu.listed()

    def is_shown(self) -> bool:
        """Whether this side is shown and has a report."""
        return self.is_current and self.report() is not None

    def made(self) -> Made | None:
        """The report as it was made last."""
        return self.live.made

    def line_key(self) -> str:
        """The line of the outline that is chosen."""
        return self.parts.outline.key

    def block(self) -> int:
        """The place of the block with the cursor; below 0 where there is none."""
        return self.parts.preview.current_block

    def _show_reports(self) -> None:
        self.turn_to.emit("Reports", "")

    def _open_recommendations(self) -> None:
        self.recommendations.open(self.chosen.key)

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The report as it stands now."""
        held = self.report()
        self._pile.setCurrentWidget(self._held if held is not None else self.empty)
        self.live.show(held.id if held is not None else "")

    @Slot()
    def _show_made(self) -> None:
        made = self.live.made
        self.head.reload(is_making=self.live.is_making)
        if made is None:
            self.parts.preview.show_report(None, self.head.showing)
        else:
            titles = {one.key: one.title for one in SECTIONS}
            self.parts.outline.show_lines(outline_lines(made.outline, made.composed, made.sections, titles))
            if not self.line_key():
                self.parts.outline.go_to_first()
            self.parts.preview.show_report(made.composed.report, self.head.showing)
            states = enumerate(one.state for one in made.composed.origins)
            self.parts.preview.mark_blocks({at: _MARKS[state] for at, state in states if state in _MARKS})
            sure = "Figures are being read" if self.live.is_making else self.to_mend.how_sure(made)
            self.parts.show_to_mend(self.to_mend.found(made), sure)
        self.links.draw()
        self._tell()

    @Slot(str, object)
    def _take_checked(self, key: str, found: tuple[ToMend, ...]) -> None:
        made = self.live.made
        if made is not None and made.report_id == key:
            self.to_mend.take(made, found)
            self._show_made()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Reports are found on the side that lists them."""
        return False

    def show_row(self, key: str) -> None:
        """Compose a report."""
        self.chosen.choose(key)

    def row_for_history(self) -> tuple[str, str]:
        """The line chosen, else the report."""
        held: CommitteeReport | None = self.report()
        line = self.lines.held()
        if line is not None:
            return "report_item", line.id
        return "committee_report", held.id if held is not None else ""

    def status_text(self) -> str:
        """What is to be mended, and which page is seen."""
        made = self.live.made
        return self.parts.words if made is not None else ""

    def focus_first(self) -> None:
        """The outline, or the way to begin."""
        (self.parts.outline if self.report() is not None else self.empty).setFocus()
