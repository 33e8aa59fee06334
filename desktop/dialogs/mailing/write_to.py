"""What to write, by which way and to whom, with the text as a real person will read it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.shell.looks.style import with_text
from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    LongTextField,
    TextField,
    number_field,
)
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from engagement.forums import events
from engagement.forums.mailing.filling import usual_reply_by
from engagement.forums.mailing.labels import LabelSheet
from engagement.forums.mailing.making import Mailing, check_mailing, preview, recipients_of
from engagement.forums.mailing.recipients import Recipients
from engagement.forums.mailing.vocabulary import Purpose, Way, Whom
from engagement.forums.mailing.words import FIELDS, check, wording_for
from resources.database import Database
from resources.problem import Problem
from resources.wording import in_london
from resources.wordings import Wording

ZIP, FOLDER = "zip", "folder"
_WIDE, _NARROW = 1080, 660
_WITH_WORDING = (Way.LETTER, Way.EMAIL_DRAFT)


@dataclass(frozen=True)
class Asked:
    """A mailing to be made; `keep` keeps its wording for the next time, `in_folder` wants files for drafts."""

    mailing: Mailing
    keep: bool = False
    in_folder: bool = False


class WriteTo(FormDialog):
    """Gives an `Asked`. What is typed for one purpose is kept while another is looked at."""

    def __init__(
        self,
        db: Database,
        event_id: str,
        chosen: Sequence[str],
        parent: QWidget | None,
        *,
        now: Callable[[], datetime],
        purpose: Purpose = Purpose.INVITATION,
        way: Way = Way.LETTER,
        sender: str = "",
        wording: Wording | None = None,
    ) -> None:
        event = events.get(db, event_id)
        self._beside = with_text(_WIDE) <= screen_width(parent) - 40
        super().__init__(
            f"Write to the people of {event.title}", "Choose where to save…", parent,
            width=_WIDE if self._beside else _NARROW,
        )  # fmt: skip
        self._db, self._event, self._chosen, self._now = db, event, tuple(chosen), now
        self._typed: dict[Purpose, Wording] = {purpose: wording} if wording is not None else {}
        self._shown: Purpose | None = None
        self._people: tuple[str, ...] = ()
        self._busy = False
        self._who, self._preview = label("", "bold", wrap=True), label("", wrap=True, copyable=True)
        self._reasons = label("", "quiet", wrap=True)
        self._add_choices(purpose, way)
        self._add_details(sender)
        self._add_wording()
        self.form.changed.connect(self.refresh)
        self.refresh()

    def _add_choices(self, purpose: Purpose, way: Way) -> None:
        whoms = [one for one in Whom if one is not Whom.CHOSEN or self._chosen]
        whom = Whom.CHOSEN if len(self._chosen) > 1 else Whom.ALL
        for name, words, options, value in (
            ("purpose", "What", list(Purpose), purpose),
            ("way", "As", list(Way), way),
            ("whom", "To whom", whoms, whom),
        ):
            field = ChoiceField([(one, one.label) for one in options])
            self.form.add(name, words, field, value=value, needed=True)
        self.form.add_widget(self._who)
        self.form.add_widget(self._reasons)

    def _add_details(self, sender: str) -> None:
        today = in_london(self._now()).date()
        self.form.add("reply_by", "Answer wanted by", DateField(today=today), value=usual_reply_by(self._event, today),
                      needed=True)  # fmt: skip
        places = [(ZIP, "One .zip file with all of them"), (FOLDER, "A file for each in a folder")]
        self.form.add("place", "Drafts as", ChoiceField(places), value=ZIP, needed=True,
                      help_text="Each opens ready to send. The program sends nothing.")  # fmt: skip
        self.form.add("sender", "Your e-mail address", TextField(), value=sender,
                      help_text="Stands as the sender; without it the draft is from whoever opens it.")  # fmt: skip
        sheets = [(sheet, sheet.label) for sheet in LabelSheet]
        self.form.add("sheet", "Sheet of labels", ChoiceField(sheets), value=LabelSheet.L7160, needed=True)
        self.form.add("first", "First free label", number_field(least=1, most=21), value=1, needed=True,
                      help_text="Labels are counted from the left, row by row.")  # fmt: skip

    def _add_wording(self) -> None:
        fields = ", ".join(f"{{{name}}}" for name in FIELDS)
        self.form.add("subject", "Subject", TextField())
        self.form.add("body", "Text", LongTextField(lines=9), help_text=f"Filled for each person: {fields}.")
        self.form.add("keep", "", CheckField("Keep this wording for the next time"))
        self.form.add("person", "Preview for", ChoiceField([]))
        if self._beside:
            self._put_preview_beside()
        else:
            self.form.add_widget(self._preview)

    def _put_preview_beside(self) -> None:
        """The form scrolls; the preview stays in sight beside it."""
        inside = self._panel = QWidget()
        panel = QVBoxLayout(inside)
        panel.setContentsMargins(4, 16, 20, 16)
        panel.setSpacing(12)
        panel.addWidget(self.form.rows["person"])
        panel.addWidget(self._preview)
        panel.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.removeWidget(self._scroll)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._scroll, 1)
        row.addWidget(scroll, 1)
        column.insertLayout(0, row, 1)

    # What is shown

    @Slot()
    def refresh(self) -> None:
        """Show the rows that the way wants, whom it reaches, and the text as they will read it."""
        if self._busy:
            return
        self._busy = True
        purpose, way = self._said("purpose"), self._said("way")
        if purpose is not None and way is not None:
            self._show_wording(purpose)
            self._show_rows(purpose, way)
            self._show_people()
            self._show_preview(way)
        self._busy = False

    def _field(self, name: str) -> Field:
        return self.form.rows[name].field

    def _said(self, name: str) -> Any:
        try:
            return self._field(name).answer()
        except Problem:
            return None

    def _show_wording(self, purpose: Purpose) -> None:
        if self._shown is not None:
            self._typed[self._shown] = self._wording()
        if self._shown is purpose:
            return
        kept = wording_for(self._db, purpose, self._event.kind).wording
        wording = self._typed.get(purpose, kept)
        self._field("subject").show_answer(wording.subject)
        self._field("body").show_answer(wording.body)
        self._shown = purpose

    def _wording(self) -> Wording:
        return Wording(self._said("subject") or "", self._said("body") or "")

    def _show_rows(self, purpose: Purpose, way: Way) -> None:
        worded = way in _WITH_WORDING
        shown = {
            "reply_by": purpose is not Purpose.THANKS and way is not Way.LABEL,
            "place": way is Way.EMAIL_DRAFT,
            "sender": way is Way.EMAIL_DRAFT,
            "sheet": way is Way.LABEL,
            "first": way is Way.LABEL,
            **dict.fromkeys(("subject", "body", "keep", "person"), worded),
        }
        for name, there in shown.items():
            self.form.show_row(name, there)
        self._preview.setVisible(worded)

    def _show_people(self) -> None:
        found = self._found()
        if found is None:
            return
        self._who.setText(found.words[:1].upper() + found.words[1:])
        self._reasons.setText("\n".join(found.reasons()))
        self._reasons.setVisible(bool(found.left_out))
        people = tuple(one.person.id for one in found.people)
        if people != self._people:
            before, self._people = self._said("person"), people
            field = self._field("person")
            assert isinstance(field, ChoiceField)
            field.set_options(
                [(one.person.id, f"{one.person.name}, {one.person.home}") for one in found.people]
            )
            field.show_answer(before if before in people else next(iter(people), None))

    def _found(self) -> Recipients | None:
        try:
            return recipients_of(self._db, self._mailing())
        except Problem as problem:
            self._who.setText(problem.sentence)
            self._reasons.hide()
            return None

    def _show_preview(self, way: Way) -> None:
        if way not in _WITH_WORDING:
            return
        try:
            wording = self._wording()
            check(wording)
            _, filled = preview(
                self._db, self._mailing(), wording, now=self._now(), person=self._said("person") or ""
            )
        except Problem as problem:
            self._preview.setText(problem.sentence)
        else:
            self._preview.setText(f"{filled.subject}\n\n{filled.body}")

    # What it gives

    def _mailing(self) -> Mailing:
        purpose, way = self._said("purpose"), self._said("way")
        return Mailing(
            event_id=self._event.id, purpose=purpose, way=way, whom=self._said("whom") or Whom.ALL,
            chosen=self._chosen, reply_by=self._said("reply_by") if purpose is not Purpose.THANKS else None,
        )  # fmt: skip

    def value(self, answers: Answers) -> Asked:
        """The mailing, refused where nobody would get it."""
        mailing = self._mailing()
        if mailing.way in _WITH_WORDING:
            wording = Wording(answers["subject"], answers["body"])
            check(wording)
            mailing = replace(mailing, wording=wording)
        if mailing.way is Way.LABEL:
            mailing = replace(mailing, sheet=answers["sheet"], first_label=answers["first"])
        mailing = replace(mailing, sender=answers.get("sender") or "")
        check_mailing(self._db, mailing, now=self._now())
        return Asked(mailing, bool(answers.get("keep")), answers.get("place") == FOLDER)


def screen_width(parent: QWidget | None) -> int:
    """How wide a dialog over a widget may be."""
    screen = parent.screen() if parent is not None else QGuiApplication.primaryScreen()
    return screen.availableGeometry().width()
