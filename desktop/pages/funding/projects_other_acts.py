"""What is done with reports to funders and with apprenticeships in the team."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.funding.apprentice import NowStands, SayApprenticeStatus, WriteApprentice
from desktop.dialogs.funding.funder_report import Skipped, SkipReport, SubmitReport, WriteFunderReport
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.wording import shortened
from workforce.funding.projects import apprentices, funder_reports
from workforce.funding.projects.apprentices import Apprentice, ApprenticeDraft
from workforce.funding.projects.funder_reports import FunderReport, FunderReportDraft


class FunderReportActs(QObject):
    """Acts on the report that `key` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._today = desk, view, key, today

    def _current(self) -> FunderReport:
        return funder_reports.funder_report(self._desk.db, self._key())

    def add(self, project_id: str | None = None) -> None:
        """One more is owed, of a project where that is known."""
        dialog = WriteFunderReport(self._desk.db, self._today(), self._view, project_id=project_id)
        dialog.ask(self._added)

    def _added(self, draft: FunderReportDraft) -> None:
        made = funder_reports.add_funder_report(self._desk.db, draft)
        self._desk.messages.done(f"Added the report “{shortened(made.what)}”")
        self.added.emit(made.id)

    def edit(self) -> None:
        """What is owed, and by when."""
        self.edit_one(self._key())

    def edit_one(self, key: str) -> None:
        """The same for one that is not the one chosen, such as a report beneath its project."""
        held = funder_reports.funder_report(self._desk.db, key)
        dialog = WriteFunderReport(self._desk.db, self._today(), self._view, held=held)
        dialog.ask(partial(self._edited, key))

    def _edited(self, key: str, draft: FunderReportDraft) -> None:
        made = funder_reports.edit_funder_report(self._desk.db, key, draft)
        self._desk.messages.done(f"Changed the report “{shortened(made.what)}”")

    def begin(self) -> None:
        """It is being written."""
        held = funder_reports.begin_funder_report(self._desk.db, self._key())
        self._desk.messages.done(f"Began the report “{shortened(held.what)}”")

    def submit(self) -> None:
        """It was handed in."""
        held = self._current()
        SubmitReport(held, self._today(), self._view).ask(partial(self._submitted, held.id))

    def _submitted(self, key: str, day: date) -> None:
        held = funder_reports.submit_funder_report(self._desk.db, key, on=day, today=self._today())
        self._desk.messages.done(f"Submitted the report “{shortened(held.what)}”")

    def skip(self) -> None:
        """It will not be handed in."""
        held = self._current()
        SkipReport(held, self._view).ask(partial(self._skipped, held.id))

    def _skipped(self, key: str, why: Skipped) -> None:
        held = funder_reports.skip_funder_report(self._desk.db, key, reason=why.reason)
        self._desk.messages.done(f"Skipped the report “{shortened(held.what)}”")

    def reopen(self) -> None:
        """It is owed after all."""
        held = funder_reports.reopen_funder_report(self._desk.db, self._key())
        self._desk.messages.done(f"Opened the report “{shortened(held.what)}” again")

    def remove(self) -> None:
        """It was entered by mistake."""
        held = self._current()
        detail = (
            f"“{shortened(held.what, 200)}” was entered by mistake. What is not handed in is skipped instead."
        )
        question = Question("Remove the report from the list?", detail, "Remove", self._view, danger=True)
        question.ask(partial(self._removed, held))

    def _removed(self, held: FunderReport) -> None:
        funder_reports.remove_funder_report(self._desk.db, held.id)
        self._desk.messages.done(f"Removed the report “{shortened(held.what)}”")


class ApprenticeActs(QObject):
    """Acts on the apprenticeship that `key` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._today = desk, view, key, today

    def _current(self) -> Apprentice:
        return apprentices.apprentice(self._desk.db, self._key())

    def add(self) -> None:
        """Somebody begins one."""
        WriteApprentice(self._today(), self._view).ask(self._added)

    def _added(self, draft: ApprenticeDraft) -> None:
        made = apprentices.add_apprentice(self._desk.db, draft)
        self._desk.messages.done(f"Added the apprenticeship of {made.name}")
        self.added.emit(made.id)

    def edit(self) -> None:
        """What is said of it."""
        held = self._current()
        WriteApprentice(self._today(), self._view, held=held).ask(partial(self._edited, held.id))

    def _edited(self, key: str, draft: ApprenticeDraft) -> None:
        made = apprentices.edit_apprentice(self._desk.db, key, draft)
        self._desk.messages.done(f"Changed the apprenticeship of {made.name}")

    def say_status(self) -> None:
        """Under way, paused, completed or left."""
        held = self._current()
        SayApprenticeStatus(held, self._today(), self._view).ask(partial(self._stands, held.id))

    def _stands(self, key: str, now: NowStands) -> None:
        held = apprentices.set_apprentice_status(
            self._desk.db, key, now.status, on=now.on, today=self._today()
        )
        self._desk.messages.done(f"Apprenticeship of {held.name}: {held.status.label.lower()}")

    def remove(self) -> None:
        """It was entered by mistake."""
        held = self._current()
        detail = f"That of {held.name} was entered by mistake. One that ends is completed or left instead."
        question = Question("Remove the apprenticeship?", detail, "Remove", self._view, danger=True)
        question.ask(partial(self._removed, held))

    def _removed(self, held: Apprentice) -> None:
        apprentices.remove_apprentice(self._desk.db, held.id)
        self._desk.messages.done(f"Removed the apprenticeship of {held.name}")
