"""What becomes of one voice: returned, answered, set aside, withdrawn; each asks why and makes one change."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from awards.nominations import returning
from awards.nominations.nominations import Nomination
from awards.vocabulary import NominationStatus
from desktop.dialogs.awards.nominee_step import AskOfVoice, OfVoice
from desktop.shell.page import Desk

N = NominationStatus


class VoiceSteps(QObject):
    """Steps of a voice of the nominee chosen; `voices` gives those in some states."""

    def __init__(
        self,
        desk: Desk,
        view: QWidget,
        voices: Callable[..., list[Nomination]],
        *,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self.voices, self._now = desk, view, voices, now

    def give_back(self) -> None:
        """Ask the nominator for more."""
        self._ask(
            "Return for information", "Return", self.voices(N.SUBMITTED), self._returned,
            help_text="What is asked for. It stands with the nomination until the answer has come.",
        )  # fmt: skip

    def _returned(self, said: OfVoice) -> None:
        made = returning.return_nomination(self._desk.db, said.key, now=self._now(), reason=said.reason)
        self._desk.messages.done(f"Returned to {made.by} for information")

    def answered(self) -> None:
        """What was asked for has come."""
        self._ask(
            "The answer has come", "Take in the answer", self.voices(N.RETURNED_FOR_INFO), self._answered,
            help_text="What the answer is, unless it was typed into the nomination.", needed=False,
        )  # fmt: skip

    def _answered(self, said: OfVoice) -> None:
        made = returning.answer_returned(self._desk.db, said.key, now=self._now(), reason=said.reason)
        self._desk.messages.done(f"Took in the answer of {made.by}")

    def duplicate(self) -> None:
        """One voice is another one again."""
        held = self.voices(N.SUBMITTED, N.RETURNED_FOR_INFO)
        self._ask("Mark as a duplicate", "Mark as a duplicate", held, self._set_aside, others=held)

    def _set_aside(self, said: OfVoice) -> None:
        made = returning.mark_duplicate(self._desk.db, said.key, said.other, reason=said.reason)
        self._desk.messages.done(f"The nomination by {made.by} is not counted twice")

    def count_again(self) -> None:
        """It was no duplicate."""
        self._ask("Count a nomination again", "Count again", self.voices(N.DUPLICATE), self._counted)

    def _counted(self, said: OfVoice) -> None:
        made = returning.not_a_duplicate(self._desk.db, said.key, reason=said.reason)
        self._desk.messages.done(f"The nomination by {made.by} counts again")

    def withdraw(self) -> None:
        """The nominator takes it back."""
        self._ask(
            "Withdraw a nomination", "Withdraw", self.voices(N.DRAFT, N.SUBMITTED, N.RETURNED_FOR_INFO),
            self._withdrawn, help_text="With the last nomination goes the nominee, unless the judges have them.",
        )  # fmt: skip

    def _withdrawn(self, said: OfVoice) -> None:
        made = returning.withdraw_nomination(self._desk.db, said.key, now=self._now(), reason=said.reason)
        self._desk.messages.done(f"Withdrew the nomination by {made.by}")

    def bring_back(self) -> None:
        """It counts after all."""
        self._ask("Bring a nomination back", "Bring back", self.voices(N.WITHDRAWN), self._brought_back)

    def _brought_back(self, said: OfVoice) -> None:
        made = returning.bring_back_nomination(self._desk.db, said.key, now=self._now(), reason=said.reason)
        self._desk.messages.done(f"The nomination by {made.by} counts again")

    def _ask(
        self, title: str, verb: str, held: Sequence[Nomination], then: Callable[[OfVoice], None], *,
        help_text: str = "", others: Sequence[Nomination] = (), needed: bool = True,
    ) -> None:  # fmt: skip
        AskOfVoice(title, verb, held, self._view, help_text=help_text, others=others, needed=needed).ask(then)
