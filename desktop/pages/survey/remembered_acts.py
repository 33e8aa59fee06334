"""What is remembered of words and names in answers, kept in a list of its own: what is wrong is forgotten."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.dialogs.feedback.kept_list import KeptList
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.tables import Table
from workforce.survey.answers.remembered import FORGETTING, Remembered, forget, remembered, remembered_table
from workforce.survey.waves.waves import wave


class RememberedActs:
    """Acts on the row chosen in the list that `keep` opens over `view`; `wave_id` tells the survey."""

    def __init__(self, desk: Desk, view: QWidget, wave_id: Callable[[], str]) -> None:
        self._desk, self._view, self._wave_id = desk, view, wave_id
        self._held: dict[str, Remembered] = {}

    def keep(self) -> None:
        """Everything that was decided once for every file."""
        survey_id = wave(self._desk.db, self._wave_id()).survey_id
        dialog = KeptList(
            "What is remembered", f"Words and names in answers, and what they were decided to mean. {FORGETTING}",
            partial(self._read, survey_id), self._view, name="survey_remembered",
        )  # fmt: skip
        dialog.offer(
            [Action("remembered_forget", "Forget", partial(self._forget, dialog), enabled=dialog.has_row)]
        )
        dialog.open()

    def _read(self, survey_id: str) -> tuple[Table, list[str]]:
        held = remembered(self._desk.db, survey_id)
        self._held = {one.id: one for one in held}
        return remembered_table(held), [one.id for one in held]

    def _forget(self, dialog: KeptList) -> None:
        one = self._held[dialog.key]
        forget(self._desk.db, [one])
        self._desk.messages.done(f"Forgot what “{one.said}” means")
        dialog.reload()
        dialog.table.go_to_first()
