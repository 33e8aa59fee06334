"""Papers of the ceremony: whose certificates, which letters in which words, and whose cards."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from awards.ceremony.certificates import Batch
from awards.ceremony.honours import Honour
from awards.ceremony.letter_words import FIELDS, SHIPPED
from awards.ceremony.letters import LettersFor
from awards.vocabulary import CeremonyLetter
from desktop.widgets.forms.fields import CheckField, ChoiceField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import button, label
from resources.problem import Problem
from resources.wording import count_of
from resources.wordings import Wording, check_wording

_PLURAL = {
    Honour.WINNER: "winners", Honour.HIGHLY_COMMENDED: "highly commended", Honour.RUNNER_UP: "runners-up",
    Honour.FINALIST: "finalists", Honour.NOMINEE: "every other nominee",
}  # fmt: skip


class AskCertificates(FormDialog):
    """Whose certificates, and in one file or in one each. `counted` is how many there are of each honour."""

    def __init__(
        self,
        counted: dict[Honour, int],
        parent: QWidget | None,
        *,
        secret: bool,
        chosen: str = "",
        entry_id: str = "",
    ) -> None:
        intro = "A page each, on its side, with room for a signature."
        if secret:
            intro += " Nothing is announced yet, so the name of each file begins with UNDER EMBARGO."
        super().__init__("Certificates", "Choose where to save…", parent, intro=intro)
        self._entry_id = entry_id
        if chosen:
            options = [(False, "All of those ticked beneath"), (True, f"{chosen} alone")]
            self._only = self.form.add("only", "For", ChoiceField(options), value=False, needed=True)
            self._only.changed.connect(self._turn)
        for honour, number in counted.items():
            box = CheckField(f"{_PLURAL[honour].capitalize()} ({number:,})")
            self.form.add(honour.value, "", box, value=honour is not Honour.NOMINEE)
        options = [(False, "One file, a page each"), (True, "A file each, in a folder")]
        self.form.add("one_each", "As", ChoiceField(options), value=False, needed=True)

    @Slot()
    def _turn(self) -> None:
        for honour in Honour:
            if honour.value in self.form.rows:
                self.form.show_row(honour.value, not self._only.answer())

    def value(self, answers: Answers) -> Batch:
        """Which."""
        if answers.get("only"):
            return Batch(entry_ids=(self._entry_id,), one_each=answers["one_each"])
        honours = tuple(honour for honour in Honour if answers.get(honour.value))
        if not honours:
            raise Problem("Nothing is ticked, so there is no certificate to make. Tick at least one.")
        return Batch(honours=honours, one_each=answers["one_each"])


class AskLetters(FormDialog):
    """Who is written to, in words that can be changed for good; `read` says who gets a letter."""

    def __init__(
        self,
        read: Callable[[CeremonyLetter], LettersFor],
        words: Callable[[CeremonyLetter], Wording],
        parent: QWidget | None,
        *,
        preview: Callable[[LettersFor, Wording], str],
    ) -> None:
        intro = "One Word document with a letter to each. Nothing is printed or sent by the program."
        super().__init__("Letters", "Choose where to save…", parent, intro=intro, width=660)
        self._read, self._words, self._preview = read, words, preview
        self._found: LettersFor | None = None
        self._whom = self.form.add(
            "letter", "To", ChoiceField([(one, one.label) for one in CeremonyLetter]),
            value=CeremonyLetter.NOMINATORS, needed=True,
        )  # fmt: skip
        self._counted = label("", "quiet", wrap=True)
        self.form.add_widget(self._counted)
        fields = ", ".join(f"{{{name}}}" for name in FIELDS)
        self._subject = self.form.add("subject", "Subject", TextField(), needed=True)
        self._body = self.form.add(
            "body",
            "Text",
            LongTextField(lines=9),
            needed=True,
            help_text=f"Kept for the next time. Fields: {fields}.",
        )
        back = button("Bring back the shipped wording")
        back.clicked.connect(self.bring_back)
        self.form.add_widget(back)
        self.form.add_heading("The first of them")
        self._shown = label("", wrap=True, copyable=True)
        self.form.add_widget(self._shown)
        self._whom.changed.connect(self._turn)
        for field in (self._subject, self._body):
            field.changed.connect(self._show)
        self._turn()

    @Slot()
    def _turn(self) -> None:
        letter = self._whom.answer() or CeremonyLetter.NOMINATORS
        self._found = self._read(letter)
        said = [f"{count_of(len(self._found.addressees), 'letter')}."]
        said += [f"Left out: {sentence}." for sentence in self._found.left_out]
        self._counted.setText(" ".join(said))
        self._fill(self._words(letter))
        self._show()

    def _fill(self, wording: Wording) -> None:
        self._subject.show_answer(wording.subject)
        self._body.show_answer(wording.body)

    @Slot()
    def bring_back(self) -> None:
        """The shipped wording; it is kept with the rest."""
        self._fill(SHIPPED[self._whom.answer() or CeremonyLetter.NOMINATORS])

    @Slot()
    def _show(self) -> None:
        wording = Wording(str(self._subject.answer() or ""), str(self._body.answer() or ""))
        try:
            check_wording(wording, FIELDS)
        except Problem as problem:
            self._shown.setText(problem.sentence)
            return
        if self._found is not None:
            self._shown.setText(self._preview(self._found, wording))

    def value(self, answers: Answers) -> tuple[LettersFor, Wording]:
        """To whom, and in which words."""
        wording = Wording(answers["subject"], answers["body"])
        check_wording(wording, FIELDS)
        if self._found is None or not self._found.addressees:
            raise Problem("Nobody would be written to, so there is no letter to make. Choose others.")
        return self._found, wording


def honours_counted(honours: Sequence[Honour]) -> dict[Honour, int]:
    """How many of each there are, the highest first; none that nobody has."""
    return {one: number for one in Honour if (number := honours.count(one))}
