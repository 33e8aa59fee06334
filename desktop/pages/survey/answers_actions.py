"""What can be done with answers, and when."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from desktop.pages.survey.answers_acts import AnswersActs, Shown
from desktop.pages.survey.import_flow import ImportFlow
from desktop.pages.survey.remembered_acts import RememberedActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.wording import in_london


class AnswersActions:
    """The actions of the tab, each with whether it can be run now."""

    def __init__(self, desk: Desk, side: Shown, view: QWidget, *, now: Callable[[], datetime]) -> None:
        self._side, self._now = side, now
        self.acts = AnswersActs(desk, view, side, today=self._today)
        self.remembered = RememberedActs(desk, view, lambda: side.wave_id)
        self.files = ImportFlow(desk, view, lambda: side.wave_id, now=now)

    def _today(self) -> date:
        return in_london(self._now()).date()

    def listed(self) -> list[Action]:
        """Answers in, then what is done with one response."""
        acts = self.acts
        return [
            Action("answers_file", "Take in a file…", self.files.choose, "Ctrl+Shift+J", primary=True, icon="import",
                   enabled=self._may_begin),
            Action("answers_type", "Type in a response…", acts.type_in, "Ctrl+N", icon="add", enabled=self._may_begin),
            *self._of_response(),
            Action("answers_whole", "Open the provider", acts.open_provider, icon="", enabled=self._is_tied,
                   toolbar=False),
            Action("answers_remove", "Remove…", acts.remove, enabled=self.may_change, toolbar=False),
            Action("answers_remembered", "What is remembered…", self.remembered.keep, toolbar=False,
                   enabled=self._may_begin),
            *self._of_file(),
        ]  # fmt: skip

    def in_pane(self) -> list[Action]:
        """What stands beside a response that is tied."""
        return [one for one in self.listed() if one.name == "answers_whole"]

    def _of_file(self) -> list[Action]:
        wizard = self.files.wizard
        return [
            Action("answers_next", "Next step of the file", wizard.go_on, "Ctrl+Return", toolbar=False,
                   enabled=self._shows_file),
            Action("answers_back", "Back a step", wizard.go_back, "Ctrl+B", toolbar=False, enabled=self._shows_file),
            Action("answers_to_decide", "Next to decide", wizard.go_to_next, "F3", toolbar=False,
                   enabled=self._shows_file),
            Action("answers_leave", "Leave the file…", self.files.ask_leave, toolbar=False, enabled=self._shows_file),
        ]  # fmt: skip

    def _shows_file(self) -> bool:
        return self._side.may_write() and self.files.shows(self._side.wave_id) and not self.files.busy

    def _of_response(self) -> list[Action]:
        acts = self.acts
        return [
            Action("answers_change", "Change an answer…", acts.change_answer, "Ctrl+E", icon="edit",
                   enabled=self.may_change),
            Action("answers_whose", "Whose it is…", acts.ask_whose, "Ctrl+M", enabled=self.may_change),
            Action("answers_count", "Count this one…", acts.count_one, "Ctrl+U", enabled=self._has_duplicate),
        ]  # fmt: skip

    def _may_begin(self) -> bool:
        return self._side.may_take() and not self.files.shows(self._side.wave_id)

    def may_change(self) -> bool:
        """Whether a response is chosen that can be changed."""
        return (
            self._side.may_write()
            and self._side.chosen is not None
            and not self.files.shows(self._side.wave_id)
        )

    def open_response(self, _key: str = "") -> None:
        """Enter on a response: an answer of it is put right."""
        if self.may_change():
            self.acts.change_answer()

    def _is_tied(self) -> bool:
        chosen = self._side.chosen if self._side.is_current else None
        return chosen is not None and chosen.tied

    def _has_duplicate(self) -> bool:
        chosen = self._side.chosen
        return (
            self.may_change()
            and chosen is not None
            and self._side.shown.duplicates_of(chosen.response.id) is not None
        )
