"""What is added to an outline: sections, words, pictures, each behind the line chosen and as one change."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.committee.sections import SECTIONS
from desktop.dialogs.committee.lines import AddSection, WriteLine, WritePicture, WrittenLine, WrittenPicture
from desktop.shell.page import Desk
from engagement.committee.items import (
    ReportItem,
    add_bullets,
    add_heading,
    add_page_break,
    add_paragraph,
    add_picture,
    add_section,
    items_of,
)
from engagement.committee.reports import CommitteeReport
from resources.problem import FieldProblem, Problem
from resources.report.committee.outline import ItemKind


class LineAdding(QObject):
    """Adds to the report that `current` gives, behind the line that `line` gives. `added` carries the new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, current: Callable[[], CommitteeReport | None], line: Callable[[], str]
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._current, self._line = desk, view, current, line

    def report(self) -> CommitteeReport:
        """The report; raises Problem where there is none."""
        report = self._current()
        if report is None:
            raise Problem("No report is chosen. Choose one first.")
        return report

    def _after(self) -> str | None:
        lines = items_of(self._desk.db, self.report().id)
        return next((one.id for one in lines if one.id == self._line()), None)

    def sections_offered(self) -> bool:
        """Whether there is a section that the report does not have."""
        return bool(self._offered())

    def _offered(self) -> list[str]:
        report = self._current()
        if report is None:
            return []
        used = {one.section for one in items_of(self._desk.db, report.id)}
        return [one.key for one in SECTIONS if one.key not in used]

    def add_section(self) -> None:
        """One more section of what the program knows."""
        keys = self._offered()
        AddSection([one for one in SECTIONS if one.key in keys], self._view).ask(self._section_added)

    def _section_added(self, section: str) -> None:
        report = self.report()
        made = add_section(self._desk.db, report.id, section, after=self._after())
        self._said_added(made)

    def add_typed(self, kind: ItemKind) -> None:
        """A heading, a paragraph or a list, behind the line chosen."""
        WriteLine(kind, self._view).ask(self._typed_added)

    def _typed_added(self, written: WrittenLine) -> None:
        db, key, after = self._desk.db, self.report().id, self._after()
        if written.kind is ItemKind.HEADING:
            made = add_heading(db, key, written.text, level=written.level, after=after)
        elif written.kind is ItemKind.BULLETS:
            made = add_bullets(db, key, written.text.splitlines(), after=after)
        else:
            made = add_paragraph(db, key, written.text, after=after)
        self._said_added(made)

    def add_picture(self) -> None:
        """A picture with its caption and what it shows."""
        WritePicture(self._view).ask(self._picture_added)

    def _picture_added(self, written: WrittenPicture) -> None:
        path = written.path or Path()
        try:
            made = add_picture(
                self._desk.db, self.report().id, path, alt=written.alt, caption=written.caption, after=self._after()
            )  # fmt: skip
        except FieldProblem as problem:
            raise as_asked(problem, PICTURE_FIELDS) from problem
        self._said_added(made)

    def add_page_break(self) -> None:
        """What follows begins on a new page."""
        self._said_added(add_page_break(self._desk.db, self.report().id, after=self._after()))

    def _said_added(self, made: ReportItem) -> None:
        self._desk.messages.done(f"Added {made.words}")
        self.added.emit(made.id)


def as_asked(problem: FieldProblem, names: dict[str, str]) -> FieldProblem:
    """By the name of the field in the dialog."""
    return FieldProblem(names.get(problem.field, problem.field), problem.sentence)


PICTURE_FIELDS = {"file": "path", "text": "caption"}
