"""A report is composed: its outline, its pages as they will be printed, and what is to be mended."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop import clock
from desktop.committee.making import Made
from desktop.committee.sections import SECTIONS
from desktop.pages.reports.block_acts import BlockActs
from desktop.pages.reports.block_detail import Ways, block_detail, line_detail
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.reports.committee_side import CommitteeSide
from desktop.pages.reports.compose_head import ComposeHead
from desktop.pages.reports.compose_menu import ComposeMenu
from desktop.pages.reports.compose_parts import ComposeParts
from desktop.pages.reports.line_acts import LineActs
from desktop.pages.reports.live_report import LiveReport
from desktop.pages.reports.outline_lines import outline_lines, part_key, part_of
from desktop.pages.reports.recommendation_list import RecommendationList
from desktop.pages.reports.save_acts import SaveActs
from desktop.pages.settling import Settling
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail
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
_IN_PANE = ("compose_sentence", "compose_rows", "compose_edit", "compose_options", "compose_exempt")


class ComposeSide(CommitteeSide):
    """On the left the outline and what is to be mended, in the middle the pages, on the right the block chosen."""

    tab = "Compose"

    def __init__(self, desk: Desk, chosen: ChosenReport, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self.live = LiveReport(desk, chosen.vault, self, today=self._today)
        self.head = ComposeHead(desk, chosen)
        self.parts = ComposeParts()
        self.lines = LineActs(desk, chosen.vault, self, self.report, self.line_key, today=self._today)
        self.blocks = BlockActs(desk, chosen.vault, self, self.made)
        self.saving = SaveActs(desk, chosen.vault, self, self.report, now=self._now)
        self.recommendations = RecommendationList(desk, self)
        self.menu = ComposeMenu(self, self.lines, self.blocks, self.saving, self._open_recommendations)
        self.row = ActionRow([one for one in self.menu.listed() if one.toolbar and not one.primary])
        first = Action("compose_begin", "Show the reports", self._show_reports)
        self.empty = EmptyPage(_NOTHING, first)
        self._checked: dict[str, tuple[ToMend, ...]] = {}
        self._from_block = True
        self._settling = Settling(self._draw, self)
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
        parts = self.parts
        self.live.changed.connect(self._show_made)
        self.head.shown_changed.connect(self._show_made)
        self.lines.adding.added.connect(self._go_to_line)
        self.saving.checked.connect(self._take_checked)
        parts.outline.moved.connect(self._line_chosen)
        parts.outline.opened.connect(self._edit_line)
        parts.outline.removal_asked.connect(self._remove_line)
        parts.to_mend.moved.connect(self._go_to_mend)
        parts.to_mend.clicked_on.connect(self._go_to_mend)
        parts.preview.current_changed.connect(self._block_moved)
        parts.preview.block_chosen.connect(self._block_opened)
        parts.preview.figure_asked.connect(self.blocks.open_rows)

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
            self.parts.preview.show_report(made.composed.report, self.head.showing)
            states = enumerate(one.state for one in made.composed.origins)
            self.parts.preview.mark_blocks({at: _MARKS[state] for at, state in states if state in _MARKS})
            self.parts.show_to_mend(self._to_mend(made), is_making=self.live.is_making)
        self._settling.now()
        self._tell()

    def _to_mend(self, made: Made) -> tuple[ToMend, ...]:
        """What composing found now, and what a check found in the report as it still stands."""
        found = dict.fromkeys(made.composed.to_mend)
        return tuple(found | dict.fromkeys(self._checked.get(made.report_id, ())))

    @Slot(str, object)
    def _take_checked(self, key: str, found: tuple[ToMend, ...]) -> None:
        self._checked = {key: found}
        self._show_made()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    def _draw(self) -> None:
        made = self.live.made
        detail = self._detail(made) if made is not None else None
        if detail is None:
            self.parts.detail.clear()
        else:
            self.parts.detail.show_detail(detail)

    def _detail(self, made: Made) -> Detail | None:
        actions = [one for one in self.menu.listed() if one.name in _IN_PANE and one.ready()]
        ways = Ways(self._open_figure, self.blocks.edit_origin)
        place = self.block()
        if self._from_block and 0 <= place < len(made.composed.origins):
            return block_detail(made, place, actions, ways)
        held = next((one for one in made.outline.items if one.id == self.line_key()), None)
        return line_detail(made, held, actions, ways) if held is not None else None

    def _open_figure(self, name: str) -> None:
        self.blocks.open_rows(self.block(), name)

    # The outline, the pages and what is to be mended go together

    @Slot(str)
    def _line_chosen(self, key: str) -> None:
        made = self.live.made
        if made is None:
            return
        place = first_block(made, key)
        self._from_block = part_of(key) is not None and place is not None
        if place is not None:
            self.parts.preview.show_block(place)
        self._settling.ask()
        self._tell()

    @Slot(str)
    def _go_to_line(self, key: str) -> None:
        if self.parts.outline.go_to(key):
            self._line_chosen(key)

    @Slot(int)
    def _block_moved(self, place: int) -> None:
        made = self.live.made
        if made is None:
            return
        if self.parts.preview.hasFocus() or self.parts.preview.view.hasFocus():
            self._from_block = True
            if 0 <= place < len(made.composed.origins):
                origin = made.composed.origins[place]
                self.parts.outline.go_to(origin.item or (part_key(origin.part) if origin.part else ""))
        self._settling.ask()
        self._tell()

    @Slot(int)
    def _block_opened(self, place: int) -> None:
        """Enter or a click: where it is by Enter, its words are changed."""
        self._from_block = True
        self._block_moved(place)

    @Slot(str)
    def _edit_line(self, _key: str) -> None:
        action = next(one for one in self.menu.listed() if one.name == "compose_edit")
        other = next(one for one in self.menu.listed() if one.name == "compose_options")
        for one in (action, other):
            if one.ready():
                one.run()
                return

    @Slot(str)
    def _remove_line(self, _key: str) -> None:
        action = next(one for one in self.menu.listed() if one.name == "compose_remove")
        if action.ready():
            action.run()

    @Slot(str)
    def _go_to_mend(self, key: str) -> None:
        made = self.live.made
        if made is None:
            return
        found = self._to_mend(made)[int(key)]
        line = found.item or (f"part:{found.part}" if found.part else "")
        self.parts.outline.go_to(line)
        place = first_block(made, line, found.sentence)
        self._from_block = bool(found.sentence)
        if place is not None:
            self.parts.preview.show_block(place)
        self._settling.ask()
        self._tell()

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


def first_block(made: Made, key: str, sentence: str = "") -> int | None:
    """Where a line of the outline begins in the report, or a sentence of it stands."""
    part = part_of(key)
    for place, origin in enumerate(made.composed.origins):
        same = origin.part is part if part is not None else bool(key) and origin.item == key
        if same and (not sentence or origin.sentence == sentence):
            return place
    return None
