"""Answers that came back: a file's lines before they are recorded, and a reply pasted from an e-mail."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.shell.frame.message_views import Banner
from desktop.shell.looks.style import with_text
from desktop.widgets.forms.fields import CheckField, ChoiceField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.import_preview import Group, ImportPreview, Preview
from desktop.widgets.parts import label
from engagement.forums.mailing.answers_read import Answers as Read
from engagement.forums.mailing.answers_read import answers_table, refused_table
from engagement.forums.mailing.pasted_reply import Proposal, propose
from engagement.forums.mailing.recipients import Correspondent
from engagement.forums.people.invitations import REPLIES
from engagement.forums.vocabulary import ParticipantStatus
from resources.files.refused import rows_by_repair
from resources.problem import Problem
from resources.tables import Column, Table
from resources.wording import count_of


class AnswersPreview(QDialog):
    """What the file holds; `commit` and `save_refused` are asked for by its buttons, a Problem is shown above."""

    def __init__(
        self,
        read: Read,
        parent: QWidget | None,
        *,
        commit: Callable[[Read], object],
        save_refused: Callable[[Read], object],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Answers that came back")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._read, self._commit, self._save_refused = read, commit, save_refused
        self.banner = Banner()
        self.preview = ImportPreview(preview_of(read))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addWidget(self.preview, 1)
        self.preview.committed.connect(self.submit)
        self.preview.cancelled.connect(self.reject)
        self.preview.refused_asked.connect(self.ask_refused)
        room = self.screen().availableGeometry()
        self.resize(min(with_text(1100), room.width() - 40), min(with_text(600), room.height() - 80))

    def ask(self) -> None:
        """Open over the window."""
        self.open()
        self.preview.focus_first()

    @Slot()
    def submit(self) -> None:
        """Record them."""
        if self._tried(self._commit):
            self.accept()

    @Slot()
    def ask_refused(self) -> None:
        """Save the refused lines."""
        self._tried(self._save_refused)

    def _tried(self, act: Callable[[Read], object]) -> bool:
        self.banner.hide()
        try:
            act(self._read)
        except Problem as problem:
            self.banner.say(problem)
            return False
        return True


def preview_of(read: Read) -> Preview:
    """The groups as the preview shows them."""
    empty = Table("Without an answer", (Column("line", "Line"),), [])
    groups = [
        Group("To be recorded", len(read.kept), answers_table("To be recorded", read.kept)),
        Group("As they stand already", len(read.same), answers_table("As they stand already", read.same),
              "What the file says is recorded already."),
        Group("Without an answer", read.empty, empty, "The column of answers is empty on these lines."),
    ]  # fmt: skip
    for rows in rows_by_repair(read.refused):
        groups.append(Group("Refused", len(rows), refused_table(read, rows), rows[0].reason, refused=True))
    return Preview(
        "Answers that came back",
        read.name,
        [group for group in groups if group.count or group.name == "To be recorded"],
        f"Record {count_of(len(read.kept), 'answer')}",
        (f"{read.words}.",),
        can_commit=bool(read.kept),
    )


@dataclass(frozen=True)
class Confirmed:
    """A reply as the person at the desk confirmed it."""

    participant_id: str
    answer: ParticipantStatus
    note: str


class PasteReply(FormDialog):
    """Proposes who wrote and what was answered; what a person has chosen is no longer proposed over."""

    def __init__(self, people: Sequence[Correspondent], parent: QWidget | None) -> None:
        super().__init__("Paste a reply", "Record this answer", parent, width=620,
                         intro="Paste the e-mail. Who wrote it and what it answers are proposed.")  # fmt: skip
        self._people = tuple(people)
        self._proposed: dict[str, object] = {}
        self._looked_at = ("", "")
        self._busy = False
        self.form.add("text", "The e-mail", LongTextField(lines=8), needed=True)
        self.form.add(
            "sender", "Sender", TextField(), help_text="Name or address, where it does not stand in the text."
        )
        self._found = label("", wrap=True)
        self.form.add_widget(self._found)
        options = [(one.person.id, f"{one.person.name}, {one.person.home}") for one in people]
        self.form.add("person", "Whose answer", ChoiceField(options), needed=True)
        self.form.add("answer", "Answer", ChoiceField([(one, one.label) for one in REPLIES]), needed=True)
        self.form.add("quote", "", CheckField("Keep the sentence as a note"), value=True)
        self.proposal: Proposal | None = None
        self.form.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Propose anew where the text or the sender has changed."""
        text, sender = self.form.rows["text"].field.answer(), self.form.rows["sender"].field.answer()
        if self._busy or (text, sender) == self._looked_at:
            return
        self._busy, self._looked_at = True, (text, sender)
        self.proposal = found = propose(text, self._people, sender=sender)
        self._offer("person", found.sender.person.id if found.sender else None)
        self._offer("answer", found.answer.status if found.answer else None)
        self._found.setText(self._words(found) if text else "")
        self._busy = False

    def _offer(self, name: str, value: object) -> None:
        field = self.form.rows[name].field
        try:
            now = field.answer()
        except Problem:
            return
        if now == self._proposed.get(name):
            field.show_answer(value)
            self._proposed[name] = value

    def _words(self, found: Proposal) -> str:
        if found.sender:
            who = f"Whose: {found.sender.person.name} of {found.sender.person.home}, because {found.sender.reason}."
        elif found.senders:
            some = "; ".join(
                f"{one.person.name} of {one.person.home} ({one.reason})" for one in found.senders
            )
            who = f"Whose: more than one person fits. Choose from {some}."
        else:
            who = "Whose: nobody on the list is found in it. Choose the person."
        return f"{who}\nAnswer: {found.words}"

    def value(self, answers: Answers) -> Confirmed:
        """What was confirmed."""
        said = self.proposal.answer if self.proposal else None
        fits = said is not None and said.status is answers["answer"]
        note = f"By e-mail: “{said.sentence}”" if said is not None and fits and answers["quote"] else ""
        return Confirmed(answers["person"], answers["answer"], note)
