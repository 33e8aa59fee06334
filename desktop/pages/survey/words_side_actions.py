"""What can be done with what was written, and when."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.pages.survey.words_side_acts import WordsActs
from desktop.pages.survey.words_side_codes import CodeActs
from desktop.pages.survey.words_side_quotes import QuotesPart
from desktop.pages.survey.words_side_texts import TextsPart
from desktop.shell.actions import Action
from desktop.shell.page import Desk


class Words(Protocol):
    """What is shown, as the actions need it."""

    is_current: bool
    texts: TextsPart
    quotes: QuotesPart

    def may_write(self) -> bool: ...

    @property
    def shows_texts(self) -> bool: ...

    @property
    def shows_quotes(self) -> bool: ...

    def chosen_question(self) -> str: ...


class WordsActions(QObject):
    """The actions of the tab, each with whether it can be run now."""

    def __init__(self, desk: Desk, side: Words, view: QWidget, *, now: Callable[[], datetime]) -> None:
        super().__init__(view)
        self._side = side
        self.acts = WordsActs(desk, view, side.chosen_question, side.texts.chosen, now=now)
        self.codes = CodeActs(desk, view, side.chosen_question, now=now)

    def listed(self) -> list[Action]:
        """Coding, the codes, and what may be quoted."""
        acts, some = self.acts, self._has_some
        return [
            Action("words_code", "Code…", acts.code, "Ctrl+Shift+K", icon="check", enabled=some,
                   tip="Say what the texts chosen mean; several rows can be chosen at once"),
            Action("words_none", "Fits none", acts.fits_none, enabled=some,
                   tip="None of the codes says what these texts say"),
            Action("words_uncode", "Take the codes away", acts.uncode, enabled=self._has_coded),
            Action("words_codes", "Codes…", self.codes.keep, icon="filter", enabled=self._may_keep,
                   tip="Add, rename, merge and retire the codes of this question"),
            Action("words_copy_quote", "Copy the quote", self._copy_quote, icon="copy", enabled=self._has_quote),
        ]  # fmt: skip

    # When

    def _may_keep(self) -> bool:
        return self._side.may_write() and bool(self._side.chosen_question())

    def _has_some(self) -> bool:
        return self._may_keep() and self._side.shows_texts and bool(self._side.texts.chosen())

    def _has_coded(self) -> bool:
        return self._has_some() and any(one.is_coded for one in self._side.texts.chosen())

    def _has_quote(self) -> bool:
        return self._side.is_current and self._side.shows_quotes and self._side.quotes.chosen() is not None

    # What is done

    def _copy_quote(self) -> None:
        self.acts.copy_quote(self._side.quotes.chosen())

    @Slot(str)
    def open_text(self, _key: str) -> None:
        """Enter on a text codes it."""
        if self._has_some():
            self.acts.code()

    @Slot(int)
    def code_to_number(self, number: int) -> None:
        """The number of a code was typed."""
        if self._has_some():
            self.acts.code_to_number(number)

    @Slot(str)
    def code_to(self, option_id: str) -> None:
        """A suggestion was taken."""
        if self._has_some():
            self.acts.code_to(option_id)
