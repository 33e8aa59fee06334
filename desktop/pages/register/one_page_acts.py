"""One page on a service or its provider, asked for on the page of providers."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop import clock
from desktop.dialogs.register.one_page import AskedPage, AskOnePage
from desktop.documents import document_name
from desktop.locking.open_vault import OpenVault
from desktop.one_pager.subject import Subject, subject_of, usual_since
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from engagement.register.providers import provider
from engagement.register.services import Service
from resources.files.names import name_of
from resources.report.blocks import Report
from resources.wording import and_list, in_london


class OnePageActs(QObject):
    """Acts on the service that `current` gives, over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, current: Callable[[], Service | None], vault: OpenVault, *,
        now: Callable[[], datetime] = clock.now,
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._current, self._vault, self._now = desk, view, current, vault, now

    def ask(self) -> None:
        """Whom it is about, and since when news are told."""
        from desktop.pages.reports.save_acts import NO_PDF, pdf_maker  # loaded when first used

        held = self._current()
        if held is None:
            return
        db, today = self._desk.db, in_london(self._now()).date()
        about = [
            (held.id, held.name),
            (held.provider_id, f"{provider(db, held.provider_id).name} (provider)"),
        ]
        dialog = AskOnePage(
            about,
            usual_since(db, today),
            today,
            self._view,
            draw=self._page,
            no_pdf=NO_PDF if pdf_maker() is None else "",
        )
        dialog.ask(self._asked)

    def _page(self, key: str, since: date) -> Report:
        from desktop.one_pager.page import one_page  # loaded when first used

        return one_page(self._subject(key, since))

    def _subject(self, key: str, since: date) -> Subject:
        today = in_london(self._now()).date()
        return subject_of(self._desk.db, self._vault.db, key, since=since, today=today)

    def _asked(self, asked: AskedPage) -> None:
        from desktop.one_pager.page import file_stem  # loaded when first used

        of = self._subject(asked.key, asked.since)
        path = ask_path(self._view, "Save the page", file_stem(of), ".docx", WORD_FILES)
        if path is not None:
            self.save(of, path, pdf=asked.pdf)

    def save(self, of: Subject, path: Path, *, pdf: bool = False) -> None:
        """Write it."""
        from desktop.one_pager.page import page_bytes, save_bytes  # loaded when first used

        data, target = page_bytes(of), document_name(path)
        if not pdf:
            self._written(save_bytes(target, data))
            return
        self._desk.jobs.run(
            "Making the PDF", partial(_pdf, data), done=lambda copy: self._written(save_bytes(target, data, copy)),
        )  # fmt: skip

    def _written(self, files: list[Path]) -> None:
        names = and_list([f"“{name_of(one)}”" for one in files])
        self._desk.messages.done(f"Saved {names}, marked as exempt", undo=False)


def _pdf(data: bytes, progress: Progress) -> bytes:
    from resources.report.pdf import pdf_of  # loaded when first used

    progress.step(0, 1, "LibreOffice is at work")
    return pdf_of(data)
