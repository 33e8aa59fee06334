"""The wording of invitations, reminders and thanks, and what stands above a letter."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import button, label
from engagement.forums import events
from engagement.forums.mailing.filling import filled_for, occasion
from engagement.forums.mailing.recipients import correspondents
from engagement.forums.mailing.vocabulary import Purpose
from engagement.forums.mailing.words import FIELDS, check, without_own, wording_for
from engagement.forums.vocabulary import EventKind
from engagement.register.letterhead import Letterhead
from resources.database import Database
from resources.problem import Problem
from resources.wordings import Wording


@dataclass(frozen=True)
class NewWording:
    """A wording as it is to be kept; `kind` is None for every kind of event."""

    purpose: Purpose
    kind: EventKind | None
    wording: Wording


class ChangeWording(FormDialog):
    """With a preview for the first of the event's people."""

    def __init__(
        self, db: Database, event_id: str, parent: QWidget | None, *, now: Callable[[], datetime]
    ) -> None:
        intro = "Used for every later letter and draft. A line whose fields are all empty is left out."
        super().__init__("Wording", "Keep this wording", parent, intro=intro, width=660)
        self._db, self._now = db, now
        self._event = events.get(db, event_id)
        self._person = next(iter(correspondents(db, event_id)), None)
        self._shown: tuple[Purpose, EventKind | None] | None = None
        self._busy = False
        purposes = [(one, one.label) for one in Purpose]
        kinds = [("", "Every kind without its own"), *((one, one.label) for one in EventKind)]
        self.form.add("purpose", "What", ChoiceField(purposes), value=Purpose.INVITATION, needed=True)
        self.form.add("kind", "Kind of event", ChoiceField(kinds), value=self._event.kind)
        self._source = label("", "quiet", wrap=True)
        self.form.add_widget(self._source)
        self.form.add("subject", "Subject", TextField(), needed=True)
        fields = ", ".join(f"{{{name}}}" for name in FIELDS)
        self.form.add("body", "Text", LongTextField(lines=10), needed=True, help_text=f"Fields: {fields}.")
        back = button("Bring back the shipped wording")
        back.clicked.connect(self.bring_back)
        self.form.add_widget(back)
        self.form.add_heading(f"Preview for {self._person.person.name}" if self._person else "Preview")
        self._preview = label("", wrap=True, copyable=True)
        self.form.add_widget(self._preview)
        self.form.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the wording chosen, and how it reads."""
        if self._busy:
            return
        self._busy = True
        chosen = self._chosen()
        if chosen != self._shown:
            self._shown = chosen
            kept = wording_for(self._db, *chosen)
            self._show(kept.wording)
            own = kept.kind == chosen[1]
            source = "As the team changed it." if kept.changed else "As it comes with the program."
            self._source.setText(
                source if own else f"This kind has no wording of its own: shown is the general one. {source}"
            )
        self._preview.setText(self._read())
        self._busy = False

    def _chosen(self) -> tuple[Purpose, EventKind | None]:
        rows = self.form.rows
        return rows["purpose"].field.answer() or Purpose.INVITATION, rows["kind"].field.answer() or None

    def _show(self, wording: Wording) -> None:
        self.form.rows["subject"].field.show_answer(wording.subject)
        self.form.rows["body"].field.show_answer(wording.body)

    def _read(self) -> str:
        rows = self.form.rows
        wording = Wording(rows["subject"].field.answer(), rows["body"].field.answer())
        try:
            check(wording)
        except Problem as problem:
            return problem.sentence
        if self._person is None:
            return "Nobody is on the list of this event yet, so there is nobody to show it for."
        filled = filled_for(self._person, wording, occasion(self._db, self._event.id, now=self._now()))
        return f"{filled.subject}\n\n{filled.body}"

    @Slot()
    def bring_back(self) -> None:
        """Fill in what comes with the program; it is kept with the rest."""
        self._show(without_own(self._db, *self._chosen()))

    def value(self, answers: Answers) -> NewWording:
        """The wording; an unknown field is refused beside its text."""
        wording = Wording(answers["subject"], answers["body"])
        check(wording)
        return NewWording(answers["purpose"], answers["kind"] or None, wording)


class ChangeLetterhead(FormDialog):
    """Council, team and how to reach it."""

    def __init__(self, head: Letterhead, parent: QWidget | None) -> None:
        super().__init__(
            "Letterhead",
            "Keep",
            parent,
            intro="Stands above letters, on certificates, and fills {team} and {council}.",
        )
        self.form.add("council", "Council", TextField(), value=head.council,
                      help_text="Written in full, such as Nottinghamshire County Council.")  # fmt: skip
        self.form.add("team", "Team", TextField(), value=head.team)
        self.form.add("address", "Address", TextField(), value=head.address)
        self.form.add("phone", "Telephone", TextField(), value=head.phone)
        self.form.add("email", "E-mail", TextField(), value=head.email)

    def value(self, answers: Answers) -> Letterhead:
        """All of it."""
        return Letterhead(**answers)
