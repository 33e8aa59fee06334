"""What is asked about the lock of the register: passphrases, minutes, and whether a backup takes its place."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.new_passphrase import passphrase_typed_twice, strength_words
from desktop.locking.idle import MOST_MINUTES
from desktop.widgets.forms.fields import ChoiceField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.job_dialog import JobDialog
from desktop.widgets.forms.secret import SecretField
from desktop.widgets.parts import label
from resources.database.locked.keyring import WrongSecret
from resources.problem import FieldProblem, Problem
from resources.wording import count_of


@dataclass(frozen=True)
class NewPassphrase:
    """The passphrase in force, or the code of the sheet, and the one that takes its place."""

    secret: str = field(repr=False)
    passphrase: str = field(repr=False)


class ChangePassphrase(JobDialog):
    """`about` are names that would make a poor passphrase."""

    def __init__(self, about: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(
            "Change the passphrase",
            "Change it",
            parent,
            intro="From then on the old one opens nothing. The recovery sheet stays as it is.",
        )
        self._about = tuple(about)
        add = self.form.add
        add(
            "secret",
            "Passphrase now",
            SecretField(),
            needed=True,
            help_text="Where it is lost: the code of the recovery sheet.",
        )
        self._new = add(
            "passphrase", "New passphrase", SecretField(), needed=True,
        )  # fmt: skip
        self.strength = label("", "small", wrap=True)
        self.form.add_widget(self.strength)
        add("again", "The new one once more", SecretField(), needed=True)
        self._new.changed.connect(self._say_strength)
        self._say_strength()

    @Slot()
    def _say_strength(self) -> None:
        self.strength.setText(strength_words(self._new.answer(), self._about))

    def value(self, answers: Answers) -> NewPassphrase:
        """Both."""
        new = passphrase_typed_twice(answers["passphrase"], answers["again"], self._about)
        return NewPassphrase(answers["secret"], new)

    def _refuse(self, problem: Problem) -> None:
        """Of a wrong one it is the passphrase in force that is wrong."""
        super()._refuse(
            FieldProblem("secret", problem.sentence) if isinstance(problem, WrongSecret) else problem
        )


class AskPassphrase(JobDialog):
    """The passphrase once more, before something that cannot be done without it."""

    def __init__(self, title: str, verb: str, intro: str, parent: QWidget | None) -> None:
        super().__init__(title, verb, parent, intro=intro)
        self.form.add("passphrase", "Passphrase", SecretField(), needed=True)

    def value(self, answers: Answers) -> str:
        """What was typed."""
        return str(answers["passphrase"])


class LockAfter(FormDialog):
    """After how many minutes the register locks."""

    def __init__(self, minutes: int, parent: QWidget | None) -> None:
        super().__init__(
            "Minutes until it locks",
            "Use this",
            parent,
            intro="It locks when nobody presses a key or moves the mouse for so long, and with the screen.",
        )
        choices = [(number, count_of(number, "minute")) for number in range(1, MOST_MINUTES + 1)]
        self.form.add("minutes", "Lock after", ChoiceField(choices), value=minutes, needed=True)

    def value(self, answers: Answers) -> int:
        """How many."""
        return int(answers["minutes"])
