"""What is read out of somebody honoured, and what they agreed to."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from awards.ceremony.people import Nominee
from awards.nominations.citing import MOST_WORDS, Quotable, words_in
from awards.nominations.entries import Entry
from awards.vocabulary import Consent
from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import DateField, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from resources.problem import FieldProblem
from resources.wording import count_of, shortened

_QUOTED = 600
"""So many letters of a statement are shown beside the citation."""


class WriteCitation(FormDialog):
    """The citation, with its words counted, and what may be quoted beneath."""

    def __init__(self, one: Nominee, may_quote: Sequence[Quotable], parent: QWidget | None) -> None:
        intro = f"{one.category}. About a minute when it is read out; in your own words, or quoting whoever agreed."
        super().__init__(f"Citation of {one.name}", "Keep this citation", parent, intro=intro, width=620)
        self._text = self.form.add("citation", "Citation", LongTextField(lines=6), value=one.citation)
        self._counted = label("", "quiet", wrap=True)
        self.form.add_widget(self._counted)
        self.form.add_heading("May be quoted")
        for said in may_quote:
            whose = ", ".join(part for part in (said.kind.label, said.relation) if part)
            self.form.add_widget(
                label(f"{whose}: {shortened(said.statement, _QUOTED)}", wrap=True, copyable=True)
            )
        if not may_quote:
            self.form.add_widget(
                label("Nobody who nominated them has agreed to be quoted. Note it at the nomination once they do.",
                      "quiet", wrap=True)
            )  # fmt: skip
        self._text.changed.connect(self._count)
        self._count()

    @Slot()
    def _count(self) -> None:
        number = words_in(str(self._text.answer() or ""))
        over = f", {number - MOST_WORDS} too many" if number > MOST_WORDS else ""
        self._counted.setText(f"{count_of(number, 'word')} of {MOST_WORDS}{over}")

    def value(self, answers: Answers) -> str:
        """The text."""
        return str(answers["citation"] or "")


class NoteConsents(FormDialog):
    """Whether somebody may be named in public and photographed, and when they were asked."""

    def __init__(self, held: Entry, today: date, parent: QWidget | None) -> None:
        intro = "Who is not asked is not named in public and not photographed."
        super().__init__(f"What {held.nominee} agreed to", "Keep", parent, intro=intro)
        add = self.form.add
        add(
            "publish_name",
            "May be named in public",
            words_field(Consent),
            value=held.publish_name,
            needed=True,
        )
        add("publish_asked_on", "Asked on", DateField(today=today), value=held.publish_asked_on)
        add("photo", "May be photographed", words_field(Consent), value=held.photo, needed=True)
        add("photo_asked_on", "Asked on", DateField(today=today), value=held.photo_asked_on)

    def value(self, answers: Answers) -> Answers:
        """Both, each with its day."""
        for said, day in (("publish_name", "publish_asked_on"), ("photo", "photo_asked_on")):
            if (answers[said] is Consent.NOT_ASKED) != (answers[day] is None):
                raise FieldProblem(
                    day, "Write the day on which they were asked, so that what they said can be relied on; without an "
                    "answer there is no day."
                )  # fmt: skip
        return answers
