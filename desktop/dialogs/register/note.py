"""Writing a note, and changing or removing one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField, ChoiceField, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.notes import Note
from resources.wording import date_short


@dataclass(frozen=True)
class NewNote:
    """The text; `whole` says that it concerns the provider and not this service alone."""

    text: str
    whole: bool


@dataclass(frozen=True)
class ChangedNote:
    """A note's new text; `remove` takes it away instead."""

    key: str
    text: str
    remove: bool


class WriteNote(FormDialog):
    """A note on a service, or on its provider."""

    def __init__(self, service: str, provider: str, parent: QWidget | None) -> None:
        super().__init__(
            "Add a note", "Add note", parent, intro="Notes are the team’s own and never published."
        )
        options = [(False, service), (True, f"{provider}, the provider as a whole")] if service else []
        self.form.add("text", "Note", LongTextField(lines=6), needed=True)
        if options:
            self.form.add("whole", "Concerns", ChoiceField(options), value=False, needed=True)

    def value(self, answers: Answers) -> NewNote:
        """The note."""
        return NewNote(answers["text"], bool(answers.get("whole", True)))


class EditNote(FormDialog):
    """Put a note right or take it away; the newest is offered first."""

    def __init__(self, notes: Sequence[Note], parent: QWidget | None) -> None:
        super().__init__("Change a note", "Save changes", parent)
        self._texts = {note.id: note.text for note in notes}
        self._which = ChoiceField([(note.id, _words(note)) for note in notes])
        self.form.add("key", "Which note", self._which, value=notes[0].id, needed=True)
        self.form.add("text", "Note", LongTextField(lines=6), value=notes[0].text, needed=True)
        self.form.add("remove", "", CheckField("Remove this note"))
        self._which.changed.connect(self._show_text)

    @Slot()
    def _show_text(self) -> None:
        known = self._which.box.currentIndex()
        if known >= 0:
            self.form.rows["text"].field.show_answer(list(self._texts.values())[known])

    def value(self, answers: Answers) -> ChangedNote:
        """What is to become of which."""
        return ChangedNote(**answers)


def _words(note: Note) -> str:
    start = " ".join(note.text.split())
    return f"{date_short(note.written_at)}: {start if len(start) <= 50 else start[:49] + '…'}"
