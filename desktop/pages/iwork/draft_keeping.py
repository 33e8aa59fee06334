"""What was being typed when the register locked: kept in it, and put back where it was typed."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.widgets.forms.form import FormDialog
from desktop.widgets.parts import button, label
from resources.database import OpenFile
from resources.wording import clock_words, count_of, in_london, moment_words
from workforce.iwork.drafts import Draft, drafts, keep_draft, throw_away

_DIALOG, _ROWS = "dialog", "rows"


class DraftKeeping(QObject):
    """Of one open register. `chosen` gives the key of the row that is chosen; `changed` when other drafts are kept."""

    changed = Signal()

    def __init__(self, opened: OpenFile, chosen: Callable[[], str], now: Callable[[], datetime]) -> None:
        super().__init__()
        self._vault, self._may_write = opened.db, not opened.read_only
        self._chosen, self._now = chosen, now
        self.is_leaving = False

    def kept(self) -> list[Draft]:
        """All that is kept, the latest first."""
        return drafts(self._vault)

    def keep(self, dialogs: list[FormDialog]) -> None:
        """What was typed in these is kept; they are about to be closed."""
        self.is_leaving = True
        for dialog in dialogs if self._may_write else ():
            keep_draft(
                self._vault,
                dialog.windowTitle(),
                {_DIALOG: type(dialog).__name__, _ROWS: dict(dialog.form.as_it_stands())},
                told=dialog.form.told(),
                about=self._chosen(),
                now=self._now(),
            )

    def offer(self, dialog: FormDialog) -> None:
        """A dialog opens: what was typed in it about the same row stands there again; about another it is offered."""
        found = next((one for one in self.kept() if _is_of(one, dialog)), None)
        if found is None:
            return
        before = dialog.form.as_it_stands()
        if found.about == self._chosen() or "IW-" in found.title:
            self._put_back(dialog, found, before)
        else:
            self._say(dialog, found, "was typed here while another row was chosen", "Put it in", before)

    def _put_back(self, dialog: FormDialog, draft: Draft, before: Mapping[str, Any]) -> None:
        rows = draft.fields[_ROWS]
        assert isinstance(rows, dict)
        dialog.form.stand_as(rows)
        dialog.finished.connect(partial(self._over, draft))
        self._say(dialog, draft, "is what stood here", "Begin afresh", before)

    def _say(self, dialog: FormDialog, draft: Draft, what: str, way: str, before: Mapping[str, Any]) -> None:
        at = f"when the register locked at {clock_words(in_london(draft.kept_at).time())}"
        notice = Notice(f"This {what} {at}." if way == "Begin afresh" else f"Something {what} {at}.")
        act = notice.add_way(way)

        def take() -> None:
            notice.deleteLater()
            if way == "Begin afresh":
                dialog.form.stand_as(before)
            else:
                self._put_back(dialog, draft, before)

        act.clicked.connect(take)
        dialog.add_notice(notice)

    def _over(self, draft: Draft, _result: int) -> None:
        """It was saved, or left behind by a person; a lock keeps it."""
        if not self.is_leaving and self._may_write:
            self.forget(draft)

    def forget(self, draft: Draft) -> None:
        """Nobody wants it any more."""
        throw_away(self._vault, draft.id)
        self.changed.emit()


def _is_of(draft: Draft, dialog: FormDialog) -> bool:
    return draft.title == dialog.windowTitle() and draft.fields.get(_DIALOG) == type(dialog).__name__


class Notice(QFrame):
    """A line above what it is about, with ways beside it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 12, 6)
        self._row.setSpacing(12)
        self.words = label(words, wrap=True)
        self._row.addWidget(self.words, 1)

    def add_way(self, words: str) -> QPushButton:
        """A button that does something about it."""
        made = button(words, "link")
        self._row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return made


class KeptNotice(Notice):
    """Says on the page that something is kept, while it is."""

    read_asked = Signal()

    def __init__(self, keeping: DraftKeeping) -> None:
        super().__init__("")
        self._keeping = keeping
        self.read = self.add_way("Read it")
        self.read.clicked.connect(self.read_asked)
        keeping.changed.connect(self.show_kept)
        self.show_kept()

    def show_kept(self) -> None:
        """What is kept now, by the names of the dialogs."""
        found = self._keeping.kept()
        self.setVisible(bool(found))
        if len(found) == 1:
            when = moment_words(found[0].kept_at)
            self.words.setText(
                f"What was being typed in “{found[0].title}” when the register locked {when} is kept. It stands there "
                "again when you open it."
            )
        elif found:
            self.words.setText(
                f"What was being typed in {count_of(len(found), 'dialog')} when the register locked is kept. It stands "
                "there again when you open them."
            )
