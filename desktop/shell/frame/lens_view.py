"""Puts the public face in the place of whatever page is shown while the lens is on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.shell.frame.public_face import LensNotice, PublicFace
from desktop.shell.page import Desk, Page
from desktop.shell.public_view import PublicReading, PublicView
from resources.report.blocks import Report, public_part

_NAME = "What the public may see – Provider Desk"


class LensView(QObject):
    """`turned` when the lens was put on or taken off, and the page or its face is shown."""

    turned = Signal()

    def __init__(
        self, desk: Desk, stack: QStackedWidget, reading: PublicReading | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._stack = desk, stack
        self._reading = reading or _nothing_read
        self._page: Page | None = None
        self._asked = 0
        self._kept: dict[Page, Report | None] = {}
        self._notices: list[QWidget] = []
        self._name = ""
        self.face = PublicFace()
        self.notice = LensNotice(desk.lens)
        stack.addWidget(self.face)
        desk.messages.is_covered = lambda: desk.lens.public
        desk.lens.changed.connect(self._turn)
        desk.changes.changed.connect(self._read_again)

    @property
    def is_on(self) -> bool:
        """Whether only what is public is shown."""
        return self._desk.lens.public

    @property
    def nothing_found(self) -> str:
        """What Find anything says of what it finds no more; '' while the lens is off."""
        return "Only what can be done is found while you see what the public may see." if self.is_on else ""

    def cover(self, notice: QWidget) -> None:
        """A notice over every page that may name what is covered."""
        self._notices.append(notice)
        notice.setHidden(self.is_on)

    def show_page(self, page: Page) -> None:
        """The page, or what of it is public."""
        self._page = page
        if self.is_on:
            self._read(page)
            self._stack.setCurrentWidget(self.face)
        else:
            self._stack.setCurrentWidget(page)

    def go_to(self, page: Page, row: str) -> None:
        """Put the keyboard where the work begins, or on a row; no row is known on a face."""
        if self.is_on:
            self.face.focus_first()
        elif row:
            page.show_row(row)
        else:
            page.focus_first()

    @Slot()
    def _turn(self) -> None:
        self._desk.messages.forget()  # what was said may name what is covered
        for notice in self._notices:
            notice.setHidden(self.is_on)
        self._name_window()
        if self._page is not None:
            self.show_page(self._page)
            self.go_to(self._page, "")
        if not self.is_on:
            self._asked += 1
            self._kept.clear()
            self.face.show_covered((), reading=False)
        self.turned.emit()

    def _name_window(self) -> None:
        """A window may be named after what is kept in its file."""
        window = self._stack.window()
        if self.is_on:
            self._name = window.windowTitle()
        window.setWindowTitle(_NAME if self.is_on else self._name)

    @Slot()
    def _read_again(self) -> None:
        self._kept.clear()
        if self.is_on and self._page is not None:
            self._read(self._page)

    # Reading

    def _read(self, page: Page) -> None:
        self._asked += 1
        view = page.public_view()
        if not view.shows_any or page in self._kept:
            self.face.show_public(self._kept.get(page), view.covered)
        else:
            self.face.show_covered(view.covered, reading=True)
            self._reading(page.accessibleName(), view, partial(self._take, self._asked, page, view))

    def _take(self, asked: int, page: Page, view: PublicView, report: Report | None) -> None:
        """What was read, unless something else is looked at by now."""
        if asked == self._asked and self.is_on:
            self._kept[page] = public_part(report) if report is not None else None
            self.face.show_public(self._kept[page], view.covered)


def _nothing_read(_title: str, _view: PublicView, take: Callable[[Report | None], object]) -> None:
    """Where nobody reads, nothing is shown."""
    take(None)
