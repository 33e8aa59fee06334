"""Outlines saved as files, and reports begun from them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.committee.sections import SECTIONS
from desktop.dialogs.committee.outline_file import BeginFromOutline, BegunFromOutline, ChooseOutlinePeriod
from desktop.pages.saving import ask_path
from desktop.shell.page import Desk
from engagement.committee.from_outlines import begin_from_outline, next_meeting
from engagement.committee.outline_files import SavedOutline, save_outline, saved_outline
from engagement.committee.outline_periods import RelativePeriod
from engagement.committee.outline_reading import read_outline
from engagement.committee.reports import CommitteeReport
from resources.files.names import name_of
from resources.folders import documents_folder
from resources.report.exemption import MARKING
from resources.wording import in_london

OUTLINES = "Outline (*.json)"


class OutlineFileActs(QObject):
    """Acts on the report that `current` gives, over `view`. `began` carries a new one's key."""

    began = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, current: Callable[[], CommitteeReport | None], *,
        now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._current, self._now = desk, view, current, now

    def _today(self) -> date:
        return in_london(self._now()).date()

    # Out

    def save(self) -> None:
        """Ask for which period, then where."""
        held = self._current()
        if held is None:
            return
        exempt = saved_outline(self._desk.db, held.id).is_exempt
        dialog = ChooseOutlinePeriod(held.title, held.span.words, self._view, exempt=exempt)
        dialog.ask(partial(self._ask_where, held, exempt))

    def _ask_where(self, held: CommitteeReport, exempt: bool, period: RelativePeriod | None) -> None:
        stem = f"{held.title}, outline{' - EXEMPT' if exempt else ''}"
        path = ask_path(self._view, "Save the outline", stem, ".json", OUTLINES)
        if path is not None:
            save_outline(self._desk.db, held.id, path, period=period)
            marked = f", marked “{MARKING}”" if exempt else ""
            self._desk.messages.done(f"Saved “{name_of(path)}”{marked}", undo=False)

    # In

    def begin(self) -> None:
        """Ask which file, then what the report is called and when its committee meets."""
        name, _ = QFileDialog.getOpenFileName(
            self._view, "Begin a report from an outline", str(documents_folder()), OUTLINES
        )
        if name:
            self.begin_from(Path(name))

    def begin_from(self, path: Path) -> None:
        """The file read; what it says is looked at before anything is kept."""
        read = read_outline(path, sections={one.key for one in SECTIONS})
        coming = next_meeting(self._desk.db, read.saved.committee, self._today())
        day = read.saved.meets_on or (coming.meets_on if coming else None)
        dialog = BeginFromOutline(
            read.saved.title, read.saved.committee, day, self._today(), self._view, left_out=read.left_out
        )
        dialog.ask(partial(self._begun, read.saved))

    def _begun(self, saved: SavedOutline, asked: BegunFromOutline) -> None:
        made = begin_from_outline(
            self._desk.db, replace(saved, meets_on=asked.meets_on), today=self._today(), title=asked.title
        )
        self._desk.messages.done(f"Began the report {made.title}")
        self.began.emit(made.id)
