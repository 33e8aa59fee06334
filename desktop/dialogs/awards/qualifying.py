"""What is asked while somebody nominated is qualified: a point of the checklist, employment, the chair's reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from awards.nominations.entries import Entry
from awards.qualifying.checks import CheckedPoint
from awards.vocabulary import CheckAnswer, OverLimit
from desktop.dialogs.awards.step import AskStep
from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.wording import count_of

NOT_ANSWERED = "asked"
_EMPLOYED = (("yes", "Yes"), ("no", "No, they have left"), (NOT_ANSWERED, "Asked, not answered yet"))
_EMPLOYED_AS = {"yes": True, "no": False, NOT_ANSWERED: None}


@dataclass(frozen=True)
class Looked:
    """What was found at a point, by whom and when."""

    answer: CheckAnswer
    by: str
    on: date
    note: str


class AnswerPoint(FormDialog):
    """One point of the checklist. `answer` is what is chosen already, such as “No”, which needs a note."""

    def __init__(
        self, point: CheckedPoint, nominee: str, who: str, today: date, parent: QWidget | None, *,
        answer: CheckAnswer | None = None,
    ) -> None:  # fmt: skip
        super().__init__(f"Check {nominee}", "Keep the answer", parent, intro=point.words, width=500)
        held = point.found
        chosen = answer or (held.answer if held else None)
        self.form.add("answer", "Found", ChoiceField([(one, one.label) for one in CheckAnswer]), value=chosen,
                      needed=True)  # fmt: skip
        self.form.add("note", "Note", LongTextField(lines=3), value=held.note if held else "",
                      help_text="Needed with “No”: what was found. It is shown with the nominee.")  # fmt: skip
        self.form.add("by", "Looked at by", TextField(), value=held.answered_by if held else who, needed=True)
        self.form.add(
            "on", "On", DateField(today=today), value=held.answered_on if held else today, needed=True
        )

    def value(self, answers: Answers) -> Looked:
        """What was answered."""
        return Looked(CheckAnswer(answers["answer"]), answers["by"], answers["on"], answers["note"] or "")


@dataclass(frozen=True)
class Employment:
    """What was answered; None where nobody has yet."""

    employed: bool | None
    asked_on: date
    asked_of: str


class AskedEmployment(FormDialog):
    """Whether a nominee still works there, as somebody was asked; `several` where one answer is of so many."""

    def __init__(
        self, held: Entry, place: str, today: date, parent: QWidget | None, *, several: int = 1
    ) -> None:
        whom = f"{held.nominee}{f', {place}' if place else ''}"
        if several > 1:
            whom = f"{count_of(several, 'nominee')}; teams and services among them are left out"
        super().__init__(
            "Still employed?", "Keep", parent,
            intro=f"{whom}. Ask the employer once nominations are open.",
        )  # fmt: skip
        held_as = None
        if held.employed_asked_on is not None:
            held_as = NOT_ANSWERED if held.employed is None else "yes" if held.employed else "no"
        self.form.add(
            "employed", "Still works there", ChoiceField(list(_EMPLOYED)), value=held_as, needed=True
        )
        self.form.add("asked_of", "Asked of", TextField(), value=held.employed_asked_of, needed=True,
                      help_text="A name, such as the registered manager’s.")  # fmt: skip
        self.form.add("asked_on", "Asked on", DateField(today=today), value=today, needed=True)

    def value(self, answers: Answers) -> Employment:
        """What was answered."""
        return Employment(_EMPLOYED_AS[answers["employed"]], answers["asked_on"], answers["asked_of"])


class RuleLengths(FormDialog):
    """What the judges read of all statements over the limit that are undecided."""

    def __init__(self, number: int, parent: QWidget | None) -> None:
        super().__init__(
            "Statements over the limit", "Keep this ruling", parent,
            intro=f"{count_of(number, 'statement')} of those selected. Nothing is cut from what is kept.",
        )  # fmt: skip
        self.form.add("ruling", "The judges read", words_field(OverLimit), needed=True)

    def value(self, answers: Answers) -> OverLimit:
        """The ruling."""
        return OverLimit(answers["ruling"])


def ask_despite(nominee: str, against: Sequence[str], parent: QWidget | None) -> AskStep:
    """Why somebody goes to the judges in spite of what is known. The reason may be read where the sentences may not."""
    return AskStep(
        f"Send {nominee} to the judges", "Send all the same", parent, against=against,
        help_text="The chair’s reason. It is kept with the nominee’s history, which others read: leave out how the "
        "council’s contract stands.",
    )  # fmt: skip
