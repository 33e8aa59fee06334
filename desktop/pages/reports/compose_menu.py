"""What can be done while a report is composed, and when."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from desktop.committee.making import Made
from desktop.pages.reports.block_acts import BlockActs, figures_with_rows, is_sentence
from desktop.pages.reports.line_acts import TYPED, LineActs
from desktop.pages.reports.outline_lines import RECOMMENDATIONS, part_of
from desktop.pages.reports.save_acts import SaveActs
from desktop.shell.actions import Action
from resources.report.committee.outline import ItemKind


class ComposeView(Protocol):
    """The side that shows it."""

    def may_change_report(self) -> bool:
        """Whether the report may be changed here."""

    def is_shown(self) -> bool:
        """Whether this side is shown and has a report."""

    def made(self) -> Made | None:
        """The report as it was made last."""

    def line_key(self) -> str:
        """The line of the outline that is chosen."""

    def block(self) -> int:
        """The place of the block with the cursor; below 0 where there is none."""


class ComposeMenu:
    """Actions on lines and sentences, and on the report as a whole."""

    def __init__(
        self, side: ComposeView, lines: LineActs, blocks: BlockActs, saving: SaveActs,
        open_recommendations: Callable[[], object],
    ) -> None:  # fmt: skip
        self._side, self._lines, self._blocks, self._saving = side, lines, blocks, saving
        self._open_recommendations = open_recommendations

    def listed(self) -> list[Action]:
        """All of them; those that are not for the row of buttons stand in the menu alone."""
        return [*self._of_report(), *self._adding(), *self._of_line(), *self._of_sentence()]

    def _of_report(self) -> list[Action]:
        return [
            Action("compose_save", "Save the report…", self._saving.save, "Ctrl+Shift+W", icon="word", primary=True,
                   enabled=self._may_save, tip="Both documents and their manifest; the public one is searched first"),
            Action("compose_check", "Check", self._saving.check, "F7", icon="check", enabled=self._side.is_shown,
                   tip="What would stop the report from being saved"),
            Action("compose_recommendations", "Recommendations…", self._open_recommendations, toolbar=False,
                   enabled=self._side.may_change_report),
        ]  # fmt: skip

    def _adding(self) -> list[Action]:
        adding, may = self._lines.adding, self._side.may_change_report
        return [
            Action("compose_section", "Add section…", adding.add_section, "Ctrl+N", icon="add",
                   enabled=self._may_add_section),
            Action("compose_paragraph", "Add paragraph…", partial(adding.add_typed, ItemKind.PARAGRAPH), enabled=may),
            Action("compose_heading", "Add heading…", partial(adding.add_typed, ItemKind.HEADING), enabled=may,
                   toolbar=False),
            Action("compose_list", "Add list…", partial(adding.add_typed, ItemKind.BULLETS), enabled=may,
                   toolbar=False),
            Action("compose_picture", "Add picture…", adding.add_picture, enabled=may, toolbar=False),
            Action("compose_page", "Add a new page", adding.add_page_break, enabled=may, toolbar=False),
        ]  # fmt: skip

    def _of_line(self) -> list[Action]:
        lines, one = self._lines, self._is_line
        return [
            Action("compose_read", "It still holds", lines.read_again, enabled=self._is_carried_over, toolbar=False,
                   tip="It was carried over from another report, and was read again"),
            Action("compose_edit", "Change…", self.edit_line, icon="edit", enabled=self._may_edit),
            Action("compose_options", "Options…", lines.choose_options, enabled=self._has_choices,
                   tip="What is chosen for the section"),
            Action("compose_exempt", "Public or exempt…", lines.say_exempt, enabled=self._may_be_exempt),
            Action("compose_up", "Move up", partial(lines.move, -1), "Alt+Up", enabled=one, toolbar=False),
            Action("compose_down", "Move down", partial(lines.move, 1), "Alt+Down", enabled=one, toolbar=False),
            Action("compose_remove", "Remove…", lines.remove, enabled=one, toolbar=False),
        ]  # fmt: skip

    def _of_sentence(self) -> list[Action]:
        return [
            Action("compose_sentence", "Edit this sentence…", self._edit_sentence, "F2", enabled=self._is_sentence,
                   toolbar=False),
            Action("compose_rows", "Open the rows behind", self._open_rows, "Ctrl+Shift+R", enabled=self._has_rows,
                   toolbar=False),
        ]  # fmt: skip

    # What they do

    def edit_line(self) -> None:
        """The words of the line chosen, whatever it is."""
        key = self._side.line_key()
        part = part_of(key)
        if key == RECOMMENDATIONS:
            self._open_recommendations()
        elif part is not None:
            self._lines.edit_part(part)
        else:
            self._lines.edit()

    def _edit_sentence(self) -> None:
        self._blocks.edit(self._side.block())

    def _open_rows(self) -> None:
        self._blocks.open_rows(self._side.block())

    # When

    def _may_save(self) -> bool:
        return self._side.may_change_report() and self._side.made() is not None

    def _may_add_section(self) -> bool:
        return self._side.may_change_report() and self._lines.adding.sections_offered()

    def _is_line(self) -> bool:
        return self._side.may_change_report() and self._lines.held() is not None

    def _may_be_exempt(self) -> bool:
        held = self._lines.held() if self._side.may_change_report() else None
        return held is not None and held.kind is not ItemKind.PAGE_BREAK

    def _is_carried_over(self) -> bool:
        held = self._lines.held() if self._side.may_change_report() else None
        return held is not None and held.carried_over is not None

    def _may_edit(self) -> bool:
        if not self._side.may_change_report():
            return False
        key = self._side.line_key()
        if key == RECOMMENDATIONS or part_of(key) is not None:
            return True
        held = self._lines.held()
        return held is not None and held.kind in (*TYPED, ItemKind.PICTURE)

    def _has_choices(self) -> bool:
        held = self._lines.held() if self._side.may_change_report() else None
        return held is not None and held.kind is ItemKind.SECTION and bool(self._lines.choices(held))

    def _is_sentence(self) -> bool:
        made = self._side.made()
        return self._side.may_change_report() and made is not None and is_sentence(made, self._side.block())

    def _has_rows(self) -> bool:
        made, place = self._side.made(), self._side.block()
        if not self._side.is_shown() or made is None or not 0 <= place < len(made.composed.origins):
            return False
        return bool(figures_with_rows(made, made.composed.origins[place]))
