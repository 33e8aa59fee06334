"""Asking one more question of the survey, or changing one with its options."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import CheckField, ChoiceField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from resources.problem import Problem
from resources.wording import count_of
from workforce.survey.questionnaire.editing import QuestionDraft
from workforce.survey.questionnaire.option_drafts import OptionDraft
from workforce.survey.questionnaire.option_lines import OptionLines, changed_words, lines_of, read_lines
from workforce.survey.questionnaire.questions import Question
from workforce.survey.vocabulary import Better, QuestionKind, Role, Topic

_EXAMPLE = {
    QuestionKind.BAND: "None or hardly any: 0 to 10\nAbout half: 40 to 60",
    QuestionKind.SCALE: "Very easy\nQuite easy\nQuite hard\nVery hard",
}
_ONE_A_LINE = (
    "One on each line, in the order in which they are offered: a scale’s lowest step first, a band’s with the figures "
    "between which it lies, as in “About half: 40 to 60”."
)
_LINES = ("other", "dont_know", "not_applicable")


class WriteQuestion(FormDialog):
    """What is asked, how it is answered, and what the program computes from it. `answers` are those it has."""

    def __init__(self, held: Question | None, parent: QWidget | None, *, answers: int = 0) -> None:
        title, verb = ("Change a question", "Save changes") if held else ("Add a question", "Add question")
        super().__init__(title, verb, parent, intro=_intro(held, answers), width=560)
        self._held = held
        self._add_asked(held, answers)
        self._add_options(held)
        self._add_measure(held)
        self._kind.changed.connect(self._show_what_fits)
        self.form.changed.connect(self._say_what_happens)
        self._show_what_fits()
        self._say_what_happens()

    def _add_asked(self, held: Question | None, answers: int) -> None:
        add = self.form.add
        add("wording", "Question", LongTextField(lines=2), value=held.wording if held else None, needed=True)
        add("help", "Help", TextField(), value=held.help if held else None,
            help_text="Stands beneath the question, such as “Choose all that apply”.")  # fmt: skip
        add("topic", "Topic", words_field(Topic), value=held.topic if held else Topic.VACANCIES, needed=True)
        self._kind = words_field(QuestionKind)
        add(
            "kind",
            "Answered by",
            self._kind,
            value=held.kind if held else QuestionKind.ONE_CHOICE,
            needed=True,
        )
        self._kind.widget.setEnabled(not answers)

    def _add_options(self, held: Question | None) -> None:
        lines = lines_of(held) if held else OptionLines()
        add = self.form.add
        self._options = LongTextField(lines=7)
        add("options", "Options", self._options, value="\n".join(lines.options), help_text=_ONE_A_LINE)
        self._what_happens = label("", "small", wrap=True)
        self.form.add_widget(self._what_happens)
        add("other", "Option that reads “other”", LongTextField(lines=1), value="\n".join(lines.other),
            help_text="What is written beside it is kept and can be coded; empty where there is none.")  # fmt: skip
        add("dont_know", "Option that means don’t know", LongTextField(lines=1), value="\n".join(lines.dont_know),
            help_text="Choosing it is no answer and stands apart from the figures.")  # fmt: skip
        add("not_applicable", "Option that means not applicable", LongTextField(lines=1),
            value="\n".join(lines.not_applicable))  # fmt: skip
        add(
            "allow_other", "", CheckField("Something else may be written beside the options"),
            value=bool(held and held.allow_other),
        )  # fmt: skip

    def _add_measure(self, held: Question | None) -> None:
        self.form.add_heading("What is computed from it")
        roles: list[tuple[Role | str, str]] = [("", "Nothing beyond its own figures")]
        roles += [(role, role.label) for role in Role]
        add = self.form.add
        role = ChoiceField(roles)
        add("role", "Measures", role, help_text="The funnel and the rates are computed from these questions.")
        role.show_answer(held.role if held and held.role else "")
        better = words_field(Better)
        add("better", "Which way is better", better)
        better.show_answer(held.better if held else Better.NEITHER)
        add("unit", "Unit", TextField(), value=held.unit if held else None, help_text="Such as people or %.")
        add("code", "Code", TextField(), value=held.code if held else None,
            help_text="A short name for files and the command line; made from the question if left empty.")  # fmt: skip

    @property
    def _chosen_kind(self) -> QuestionKind:
        try:
            return self._kind.answer() or QuestionKind.TEXT
        except Problem:
            return QuestionKind.TEXT

    @Slot()
    def _show_what_fits(self) -> None:
        kind = self._chosen_kind
        choices = kind in (QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES)
        self.form.show_row("options", kind.has_options)
        self.form.show_row("other", choices)
        self.form.show_row("allow_other", choices)
        for name in ("dont_know", "not_applicable"):
            self.form.show_row(name, kind is not QuestionKind.TEXT)
        for name in ("role", "unit"):
            self.form.show_row(name, kind.has_figures)
        self._options.box.setPlaceholderText(_EXAMPLE.get(kind, ""))

    @Slot()
    def _say_what_happens(self) -> None:
        """Which option is reworded, added or left out, before it is done."""
        told: tuple[str, ...] = ()
        if self._held is not None:
            offered = self._held.offered
            try:
                told = changed_words(self._drafts(self._shown()), offered)
            except Problem as problem:
                told = (problem.sentence,)
        self._what_happens.setText(" ".join(told))
        self._what_happens.setVisible(bool(told))

    def _shown(self) -> Answers:
        rows = self.form.rows
        return {
            name: str(rows[name].field.answer() or "")
            for name in ("options", *_LINES)
            if not rows[name].isHidden()
        }

    def _drafts(self, answers: Answers) -> list[OptionDraft]:
        typed = {name: tuple(str(answers.get(name, "")).splitlines()) for name in _LINES}
        lines = OptionLines(tuple(str(answers.get("options", "")).splitlines()), **typed)
        return read_lines(self._chosen_kind, lines, self._held.offered if self._held else ())

    def value(self, answers: Answers) -> QuestionDraft:
        """The question as it is to be asked."""
        return QuestionDraft(
            " ".join(answers["wording"].split()), answers["topic"], answers["kind"], answers["code"],
            answers["help"], answers.get("unit", ""), answers.get("role") or None, answers["better"],
            bool(answers.get("allow_other")), tuple(self._drafts(answers)),
        )  # fmt: skip


def _intro(held: Question | None, answers: int) -> str:
    if held is None:
        return "Waves that are planned already do not ask it. It is asked in those to come."
    told = "Waves keep the words in which they asked it. A change of meaning is better a question of its own."
    if answers:
        told += f" It has {count_of(answers, 'answer')}, so how it is answered stays."
    return told
