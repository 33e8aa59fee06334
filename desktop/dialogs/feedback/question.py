"""Asking one more question, or changing one."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.forums.feedback.questions import AGREEMENT, SATISFIED_FROM, QuestionDraft
from engagement.forums.feedback.vocabulary import SCALE_LENGTH, AnswerKind
from engagement.forums.vocabulary import EventKind

_KINDS = [(kind, kind.label) for kind in AnswerKind]
_EVERY_KIND = [(None, "Every kind of event"), *((kind, kind.label) for kind in EventKind)]
_STEPS = [(step, f"{step} of {SCALE_LENGTH}" if step == SCALE_LENGTH else f"{step} or more of {SCALE_LENGTH}")
          for step in range(2, SCALE_LENGTH + 1)]  # fmt: skip


class WriteQuestion(FormDialog):
    """The words, how it is answered, and of which kind of event it is asked."""

    def __init__(self, held: QuestionDraft | None, parent: QWidget | None) -> None:
        title, verb = ("Change a question", "Save changes") if held else ("Add a question", "Add question")
        intro = (
            "A question that is reworded stays the same question: its answers are compared as before."
            if held
            else ""
        )
        super().__init__(title, verb, parent, intro=intro)
        start = held or QuestionDraft("", AnswerKind.SCALE, options=AGREEMENT, satisfied_from=SATISFIED_FROM)
        self._kind = ChoiceField(_KINDS)
        self.form.add("text", "Question", TextField(), value=start.text, needed=True)
        self.form.add("answer_kind", "Answered", self._kind, value=start.answer_kind, needed=True)
        self.form.add(
            "options", "Words or choices", LongTextField(lines=5), value="\n".join(start.options),
            help_text="One on each line: the five words of a scale, the lowest first, or the choices.",
        )  # fmt: skip
        self.form.add(
            "satisfied_from",
            "Satisfied from",
            ChoiceField(_STEPS),
            value=start.satisfied_from or SATISFIED_FROM,
        )
        kinds = ChoiceField(_EVERY_KIND)
        self.form.add("event_kind", "Asked after", kinds)
        kinds.show_answer(start.event_kind)
        self._kind.changed.connect(self._show_what_fits)
        self._show_what_fits()

    @Slot()
    def _show_what_fits(self) -> None:
        at = self._kind.box.currentIndex()
        kind = _KINDS[at][0] if at >= 0 else AnswerKind.TEXT
        self.form.show_row("options", kind in (AnswerKind.SCALE, AnswerKind.CHOICE))
        self.form.show_row("satisfied_from", kind is AnswerKind.SCALE)

    def value(self, answers: Answers) -> QuestionDraft:
        """The question as it is to be asked."""
        return QuestionDraft(
            answers["text"], answers["answer_kind"], answers["event_kind"],
            tuple(answers.get("options", "").splitlines()), answers.get("satisfied_from"),
        )  # fmt: skip
