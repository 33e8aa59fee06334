"""What is done with workplaces of ASC-WDS: each act asks by a dialog and makes one change, or saves one document."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.ascwds_files import save_missing_list
from desktop.dialogs.funding.tie_workplace import TiedTo, TieWorkplace
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.page import Desk
from desktop.widgets.forms.fields import Pick
from desktop.widgets.question import Question
from engagement.register.services import service
from resources.files.names import name_of
from resources.wording import count_of
from workforce.ascwds.paper import missing_paper
from workforce.ascwds.tying import places
from workforce.ascwds.workplaces import (
    Workplace,
    remove_workplace,
    tie_workplace,
    untie_workplace,
    workplace,
)


class AscwdsActs(QObject):
    """Acts on the workplaces that `keys` gives, over `view`, as at the day that `day` gives."""

    def __init__(
        self, desk: Desk, view: QWidget, keys: Callable[[], list[str]], *, day: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._keys, self._day = desk, view, keys, day

    def _current(self) -> Workplace:
        return workplace(self._desk.db, self._keys()[0])

    def tie(self) -> None:
        """Which service it is."""
        db, held = self._desk.db, self._current()
        near = [service(db, key) for key in places(db).near(held.postcode)]
        now = service(db, held.service_id) if held.service_id else None
        pick = Pick(now.id, now.name, now.district) if now is not None else None
        TieWorkplace(db, held, near, pick, self._view).ask(partial(self._tied, held))

    def _tied(self, held: Workplace, to: TiedTo) -> None:
        tie_workplace(self._desk.db, held.id, service_id=to.service_id, provider_id=to.provider_id)
        self._desk.messages.done(f"Tied {held.name} to the register")

    def untie(self) -> None:
        """It is not what it was tied to."""
        held = self._current()
        untie_workplace(self._desk.db, held.id)
        self._desk.messages.done(f"Untied {held.name} from the register")

    def remove(self) -> None:
        """It was taken in by mistake."""
        held = self._current()
        question = Question(
            f"Remove {held.name} from ASC-WDS?",
            "All that files said of it and of its workers goes too. What is in the register stays.",
            "Remove", self._view, danger=True,
        )  # fmt: skip
        question.ask(partial(self._removed, held))

    def _removed(self, held: Workplace) -> None:
        remove_workplace(self._desk.db, held.id)
        self._desk.messages.done(f"Removed {held.name} from ASC-WDS")

    def save_chosen(self) -> None:
        """What the chosen ones lack, in Word, for their provider."""
        keys = self._keys()
        name = self._current().name if len(keys) == 1 else count_of(len(keys), "workplace")
        self._save(keys, f"ASC-WDS records of {name}")

    def save_all(self) -> None:
        """The same of every workplace that is not complete, a page each."""
        self._save(None, "ASC-WDS records that are missing")

    def _save(self, keys: list[str] | None, stem: str) -> None:
        missing_paper(self._desk.db, on=self._day(), only=keys)  # refuses before it is asked where
        path = ask_path(self._view, "Save the list of what is missing", stem, ".docx", WORD_FILES)
        if path is not None:
            saved = save_missing_list(self._desk.db, path, on=self._day(), only=keys)
            self._desk.messages.done(f"Saved “{name_of(saved)}”", undo=False)

    def go_to_register(self) -> None:
        """The service or provider that it is, in Providers."""
        held = self._current()
        self._desk.navigator.go("providers", held.service_id or held.provider_id or "")
