"""A forms file before it is taken in: which column answers which question, then what it would bring."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from desktop.dialogs.preview_dialog import PreviewDialog, shown_groups
from desktop.widgets.forms.fields import CheckField, ChoiceField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.import_preview import Preview
from engagement.forums.feedback.checking import Checked
from engagement.forums.feedback.mapping import LEFT_OUT, NEW, ColumnUse, How, Use, Uses, new_question
from engagement.forums.feedback.preview import preview_groups, preview_notes
from engagement.forums.feedback.questions import AskedQuestion
from resources.files.cells import clean_text
from resources.files.forms.forms_file import FormsFile
from resources.files.forms.layout import FormColumn
from resources.wording import and_list, count_of

_KEEP = "keep people"
_EXAMPLES, _LONGEST = 3, 40


@dataclass(frozen=True)
class Mapped:
    """What is done with each column, and whether it is kept who answered."""

    uses: dict[str, ColumnUse]
    keep_people: bool


class MapColumns(FormDialog):
    """A row for each column of the file with the question it is taken to answer, to be put right."""

    def __init__(
        self, file: FormsFile, uses: Uses, questions: Sequence[AskedQuestion], parent: QWidget | None,
        *, matched: int, keep_people: bool = False,
    ) -> None:  # fmt: skip
        kind = file.program.value
        super().__init__(
            "Which column answers which question", "Show what it brings", parent, width=640,
            intro=f"{file.name}, from {kind}: {count_of(len(file.responses), 'response')}. Nothing is written yet.",
        )  # fmt: skip
        self._uses = dict(uses)
        for number, column in enumerate(file.columns):
            field = ChoiceField(_options(column, file, questions))
            held = uses[column.key]
            self.form.add(str(number), column.heading, field, help_text=_help(held, file.told_in(column)))
            field.show_answer(replace(held, how=How.CHOSEN))
        self._keys = [column.key for column in file.columns]
        if matched:
            who = count_of(matched, "response is", "responses are")
            self.form.add(
                _KEEP, "", CheckField("Keep who answered, where it is somebody on the event’s list"), value=keep_people,
                help_text=f"{who} of somebody on the list. Otherwise every response is kept without a name.",
            )  # fmt: skip

    def value(self, answers: Answers) -> Mapped:
        """The uses; one that was left as it was keeps its reason."""
        said: dict[str, ColumnUse] = {}
        for number, key in enumerate(self._keys):
            chosen, held = answers[str(number)] or LEFT_OUT, self._uses[key]
            said[key] = held if replace(held, how=How.CHOSEN) == chosen else chosen
        return Mapped(said, bool(answers.get(_KEEP)))


def _options(
    column: FormColumn, file: FormsFile, questions: Sequence[AskedQuestion]
) -> list[tuple[ColumnUse, str]]:
    new = new_question(column, file.told_in(column), None).answer_kind.label.lower()
    held = [(ColumnUse(Use.QUESTION, one.id), one.text) for one in questions]
    return [(LEFT_OUT, "Leave it out"), (NEW, f"Make it a new question ({new})"), *held]


def _help(use: ColumnUse, told: Sequence[str]) -> str:
    some = list(dict.fromkeys(map(clean_text, told)))[:_EXAMPLES]
    shown = [f"“{one if len(one) <= _LONGEST else one[: _LONGEST - 1] + '…'}”" for one in some]
    such = f" Answers such as {and_list(shown)}." if shown else " Nobody answered it."
    return use.how.value.capitalize() + "." + such


class FormsPreview(PreviewDialog):
    """What the file would bring."""

    def __init__(self, found: Checked, parent: QWidget | None) -> None:
        super().__init__(
            "Take in feedback", _preview_of(found), parent, back="Change the columns…", size=(1040, 620)
        )
        self.found = found


def _preview_of(found: Checked) -> Preview:
    groups = shown_groups(preview_groups(found))
    return Preview(
        f"Feedback on {found.event.title}",
        f"{found.file.name}, from {found.file.program.value}",
        groups,
        f"Take in {count_of(len(found.new), 'response')}",
        tuple(preview_notes(found)),
        can_commit=bool(found.new),
    )
