"""What can be done with the list of money not claimed, and when."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.pages.funding.unclaimed_side_acts import UnclaimedActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from workforce.funding.unclaimed.unclaimed import Unclaimed


class ListView(Protocol):
    """What the menu asks of the side."""

    def may_write(self) -> bool:
        """Whether it is shown and the file can be written to."""

    def chosen(self) -> Unclaimed | None:
        """The row that the cursor is on."""

    def meant(self) -> list[Unclaimed]:
        """The rows selected, otherwise all that are shown."""


class UnclaimedMenu(QObject):
    """The actions on the list, each with whether it can be run now."""

    def __init__(self, desk: Desk, side: QWidget, *, now: Callable[[], datetime]) -> None:
        super().__init__(side)
        assert hasattr(side, "meant")
        self._side: ListView = side  # type: ignore[assignment]
        self.acts = UnclaimedActs(desk, side, now=now)

    def listed(self) -> list[Action]:
        """What can be done with the rows selected, or with all that are shown."""
        of = "Of the rows selected, or of all that the filter shows"
        return [
            Action("unclaimed_call_list", "Call list…", self._call_list, icon="export", primary=True,
                   enabled=self._has_rows, tip=f"{of}: whom to ring, about what, by when"),
            Action("unclaimed_letters", "Letters…", self._letters, icon="print", enabled=self._may_write_rows,
                   tip=f"{of}: a letter for each provider, as one Word document"),
            Action("unclaimed_invite", "Invite to a forum…", self._invite, icon="forums",
                   enabled=self._may_write_rows, tip=f"{of}: choose the event and see who is asked"),
            Action("unclaimed_note", "Note a call…", self._note, "Ctrl+N", icon="add", enabled=self._may_note,
                   tip="Note what the provider of this row said, and when to ask again"),
            Action("unclaimed_keep", "Keep this answer", self._keep, toolbar=False, enabled=self._may_note,
                   tip="Keep what the rules say today with its facts, as the provider was told; see “Past decisions”"),
            Action("unclaimed_note_remove", "Remove the last note…", self._remove_note, toolbar=False,
                   enabled=self._has_note),
        ]  # fmt: skip

    def in_pane(self) -> list[Action]:
        """Those that stand beside a row."""
        return [one for one in self.listed() if one.name == "unclaimed_note"]

    # When

    def _has_rows(self) -> bool:
        return bool(self._side.meant())

    def _may_write_rows(self) -> bool:
        return self._side.may_write() and self._has_rows()

    def _may_note(self) -> bool:
        return self._side.may_write() and self._side.chosen() is not None

    def _has_note(self) -> bool:
        held = self._side.chosen()
        return self._side.may_write() and held is not None and held.approached is not None

    # What

    def _call_list(self) -> None:
        self.acts.call_list(self._side.meant())

    def _letters(self) -> None:
        self.acts.letters(self._side.meant())

    def _invite(self) -> None:
        self.acts.invite(self._side.meant())

    def _note(self) -> None:
        held = self._side.chosen()
        if held is not None:
            self.acts.note(held)

    def _keep(self) -> None:
        held = self._side.chosen()
        if held is not None:
            self.acts.keep_answer(held)

    def _remove_note(self) -> None:
        held = self._side.chosen()
        if held is not None:
            self.acts.remove_note(held)
