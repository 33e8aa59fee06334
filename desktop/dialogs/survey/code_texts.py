"""Saying what texts of a survey mean, and naming and merging the codes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.several import SeveralField
from resources.problem import FieldProblem
from resources.wording import and_list, count_of, shortened
from workforce.survey.coding.codes import frame
from workforce.survey.coding.suggestions import Suggestion
from workforce.survey.coding.texts import CodedText, several_codes
from workforce.survey.questionnaire.questions import Option, Question


@dataclass(frozen=True)
class Coded:
    """The codes chosen, and a new one by name where there is one; neither: the texts fit none."""

    option_ids: tuple[str, ...]
    new: str = ""


class CodeTexts(FormDialog):
    """What one text or several mean. `suggested` are shown as such and chosen by nobody but the person."""

    def __init__(
        self,
        of: Question,
        chosen: Sequence[CodedText],
        suggested: Sequence[Suggestion],
        often: Sequence[tuple[str, int]],
        parent: QWidget | None,
    ) -> None:
        what = "this text" if len(chosen) == 1 else count_of(len(chosen), "text")
        super().__init__(f"Code {what}", "Save", parent, intro=_intro(of, chosen), width=560)
        self._several = several_codes(of)
        options = [(one.id, shortened(one.wording, 58)) for one in frame(of)]
        held = _shared(chosen)
        if self._several:
            field = SeveralField("Codes", options, nothing="No code chosen")
            self.form.add("codes", "Codes", field, help_text=_suggested_words(suggested))
            field.show_answer([key for key in held if key in dict(options)])
        else:
            self.form.add(
                "codes", "Code", ChoiceField([("", "No code chosen"), *options]), value=held[0] if held else "",
                help_text=_suggested_words(suggested),
            )  # fmt: skip
        words = ", ".join(f"{word} ({number})" for word, number in often)
        self.form.add("new", "A new code", TextField(),
                      help_text=f"Words that come often here: {words}." if words else "")  # fmt: skip

    def value(self, answers: Answers) -> Coded:
        """The codes chosen and the new one."""
        codes = answers["codes"] if self._several else [answers["codes"]] if answers["codes"] else []
        new = str(answers["new"] or "").strip()
        if new and codes and not self._several:
            raise FieldProblem(
                "new", "A text of this question takes one code. Choose one, or name a new one."
            )
        if not codes and not new:
            raise FieldProblem("codes", "No code is chosen. Choose one, name a new one, or say “Fits none”.")
        return Coded(tuple(codes), new)


def _intro(of: Question, chosen: Sequence[CodedText]) -> str:
    quoted = [f"“{shortened(one.text, 240 if len(chosen) == 1 else 60)}”" for one in chosen[:4]]
    if len(chosen) > len(quoted):
        quoted.append(count_of(len(chosen) - len(quoted), "other"))
    return f"{of.wording}\n{and_list(quoted)}"


def _shared(chosen: Sequence[CodedText]) -> list[str]:
    """The codes that all of them have."""
    first = [one.option_id for one in chosen[0].codes] if chosen else []
    return [key for key in first if all(key in {code.option_id for code in one.codes} for one in chosen)]


def _suggested_words(suggested: Sequence[Suggestion]) -> str:
    said = [f"“{one.wording}”. {one.reason}" for one in suggested]
    return f"Suggested: {' '.join(said)}" if said else ""


class NameCode(FormDialog):
    """What a code is called."""

    def __init__(self, name: str, parent: QWidget | None) -> None:
        title, verb = ("Rename a code", "Rename") if name else ("Add a code", "Add code")
        super().__init__(title, verb, parent)
        self.form.add("wording", "Name", TextField(), value=name, needed=True)

    def value(self, answers: Answers) -> str:
        """The name."""
        return str(answers["wording"])


class MergeCode(FormDialog):
    """Which code takes another one's texts."""

    def __init__(self, gone: Option, others: Sequence[Option], parent: QWidget | None) -> None:
        super().__init__(
            f"Merge “{gone.wording}”", "Merge", parent,
            intro=f"Every text of “{gone.wording}” is then of the other code, and “{gone.wording}” is gone.",
        )  # fmt: skip
        self.form.add(
            "kept", "Into", ChoiceField([(one.id, shortened(one.wording, 52)) for one in others]), needed=True
        )

    def value(self, answers: Answers) -> str:
        """The key of the code that is kept."""
        return str(answers["kept"])
