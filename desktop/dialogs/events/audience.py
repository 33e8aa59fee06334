"""Whom an event is for: the rule, at once as the people it selects and those it leaves out, with reasons."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.events.audience_rule_form import RuleForm
from desktop.dialogs.events.invitees import Invitees, known_at
from desktop.shell.frame.message_views import Banner
from desktop.widgets.parts import button, hairline, label
from desktop.widgets.question import Question
from engagement.forums.events import Event
from engagement.forums.people import audience
from engagement.forums.people.audience_rule import AudienceRule, Selected, describe
from resources.database import Database
from resources.problem import Problem
from resources.wording import count_of

_WAIT_MS = 120


@dataclass(frozen=True)
class Chosen:
    """The rule to keep, and whom to invite by it now; nobody when only the rule is kept."""

    rule: AudienceRule
    people: tuple[Selected, ...] = ()


class AudienceDialog(QDialog):
    """Gives what was chosen through `ask`; what `then` raises is shown, and the dialog stays."""

    def __init__(self, db: Database, event: Event, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Audience of {event.title}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._db, self._event = db, event
        self._then: Callable[[Chosen], object] | None = None
        self._known = known_at(db, event.id)
        self.rule_form = RuleForm(db, event.audience)
        self.banner = Banner()
        self.sentence = label("", "section", wrap=True)
        self._note = label("", "quiet", wrap=True)
        self._leaving = [button("Leave out the selected people"), button("Leave out their providers")]
        self.tabs = Invitees(
            "audience", left_out_words="Left out", nobody_asked="Nobody meets this rule. Choose fewer conditions.",
            nobody_left_out="Nobody who meets the rule is left out.", acts=self._leaving,
        )  # fmt: skip
        self.tabs.setAccessibleName("People asked and left out")
        self._invite = button("Invite", "primary")
        self._keep = button("Keep the rule only")
        self._timer = QTimer(self)
        self._lay_out()
        self._listen()
        self.refresh()

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.rule_form)
        bar = scroll.verticalScrollBar().sizeHint().width()
        rows = self.rule_form.layout()
        assert rows is not None
        margins = rows.contentsMargins()
        # a rule of people chosen by hand hides the rows that make the form wide
        widest = max(one.sizeHint().width() for one in self.rule_form.findChildren(QPushButton))
        needed = max(self.rule_form.minimumSizeHint().width(), widest + margins.left() + margins.right())
        scroll.setFixedWidth(max(352, needed + bar))
        right = QVBoxLayout()
        right.setContentsMargins(16, 0, 16, 0)
        right.setSpacing(8)
        for part in (self.banner, self.sentence, self._note):
            right.addWidget(part)
        right.addWidget(self.tabs, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(scroll)
        middle.addWidget(_rail())
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        title = label(f"Who is {self._event.title} for?", "title", wrap=True)
        title.setContentsMargins(20, 0, 20, 0)
        column.addWidget(title)
        column.addLayout(middle, 1)
        column.addWidget(hairline())
        column.addLayout(self._buttons())
        self.resize(1180, 660)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 12)
        row.setSpacing(8)
        row.addWidget(label("Ctrl+Enter invites", "quiet"))
        row.addStretch(1)
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        for one in (cancel, self._keep, self._invite):
            row.addWidget(one)
        return row

    def _listen(self) -> None:
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.refresh)
        self.rule_form.changed.connect(self._timer.start)
        people, providers = self._leaving
        people.clicked.connect(self._leave_people_out)
        providers.clicked.connect(self._leave_providers_out)
        self._invite.clicked.connect(self.invite)
        self._keep.clicked.connect(self.keep)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.invite)

    def ask(self, then: Callable[[Chosen], object]) -> None:
        """Open over the window."""
        self._then = then
        room = self.screen().availableGeometry()
        width, layout = min(1180, room.width() - 40), self.layout()
        needed = layout.minimumHeightForWidth(width) if layout is not None else 0
        self.resize(width, min(max(660, needed), room.height() - 40))
        self.open()
        self.rule_form.form.rows["kinds"].field.target.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Apply the rule, and show whom it selects."""
        rule = self.rule_form.rule()
        if rule is None:
            self._note.setText(
                "One of the answers cannot be read yet; the people are those of the rule before."
            )
            return
        self.tabs.show_selection(audience.select(self._db, rule, self._event.day), self._known)
        self.sentence.setText(f"{describe(rule)}.")
        self._say_numbers()

    def _say_numbers(self) -> None:
        selection, new = self.tabs.selection, len(self.tabs.new)
        old = len(selection.people) - new
        said = [f"Selects {count_of(len(selection.people), 'person', 'people')}"]
        said += [f"{old:,} of them {'is' if old == 1 else 'are'} on the list already"] if old else []
        said += [f"{count_of(len(selection.left_out), 'service')} left out"] if selection.left_out else []
        self._note.setText("; ".join(said) + ".")
        self._invite.setText(f"Invite {count_of(new, 'person', 'people')}")
        self._invite.setAccessibleName(self._invite.text())
        self._invite.setEnabled(bool(new))

    @Slot()
    def _leave_people_out(self) -> None:
        self._leave_out("removed_contacts", tuple(self.tabs.asked.table.selected_keys()))

    @Slot()
    def _leave_providers_out(self) -> None:
        chosen = set(self.tabs.asked.table.selected_keys())
        providers = [one.provider_id for one in self.tabs.selection.people if one.contact_id in chosen]
        self._leave_out("removed_providers", tuple(dict.fromkeys(providers)))

    def _leave_out(self, name: str, keys: tuple[str, ...]) -> None:
        if keys:
            self.rule_form.choose(name, keys)
            self.refresh()

    @Slot()
    def invite(self) -> None:
        """Keep the rule and invite whom it selects."""
        self.refresh()
        if self._invite.isEnabled():
            self._give(tuple(self.tabs.selection.people))

    @Slot()
    def keep(self) -> None:
        """Keep the rule, and invite nobody yet."""
        self._give(())

    def _give(self, people: tuple[Selected, ...]) -> None:
        self.banner.hide()
        rule = self.rule_form.rule()
        if rule is None:
            self.banner.say(Problem("The number of months cannot be read. Write a whole number such as 12."))
            return
        try:
            if self._then is not None:
                self._then(Chosen(rule, people))
        except Problem as problem:
            self.banner.say(problem)
            return
        self.accept()

    def reject(self) -> None:
        """Close; ask first when the rule is another than it was."""
        if self.isVisible() and self.rule_form.rule() != self._event.audience:
            question = Question(
                "Leave without keeping the rule?", "What you chose here is not kept.", "Leave", self
            )
            question.ask(super().reject)
        else:
            super().reject()


def _rail() -> QFrame:
    made = QFrame()
    made.setProperty("kind", "rail")
    return made
