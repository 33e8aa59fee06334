"""What is asked before somebody nominated is moved: why, and how they leave the round."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from awards.vocabulary import EntryStatus
from desktop.widgets.forms.fields import ChoiceField, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label

KEPT = "It is kept with the nominee’s history."


@dataclass(frozen=True)
class Said:
    """Why, and as what somebody leaves the round where that was asked."""

    reason: str
    out: EntryStatus | None = None


class AskStep(FormDialog):
    """`against` is what speaks against it, `ways_out` how somebody may leave the round."""

    def __init__(
        self, title: str, verb: str, parent: QWidget | None, *, intro: str = "", help_text: str = KEPT,
        against: Sequence[str] = (), ways_out: Sequence[EntryStatus] = (), needed: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(title, verb, parent, intro=intro, width=520)
        if against:
            self.form.add_heading("What speaks against it")
            for sentence in against:
                self.form.add_widget(label(sentence, wrap=True, copyable=True))
        if ways_out:
            ways = ChoiceField([(one, one.label) for one in ways_out])
            only = ways_out[0] if len(ways_out) == 1 else None
            self.form.add("out", "Leaves the round as", ways, value=only, needed=True,
                          help_text="Ineligible: found by the team. Withdrawn: by the nominee’s own wish.")  # fmt: skip
        self.form.add("reason", "Reason", LongTextField(lines=3), needed=needed, help_text=help_text)

    def value(self, answers: Answers) -> Said:
        """What was answered."""
        out = answers.get("out")
        return Said(str(answers["reason"] or ""), EntryStatus(out) if out else None)
