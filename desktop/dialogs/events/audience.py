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
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.events.audience_rule_form import RuleForm
from desktop.shell.frame.message_views import Banner
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import button, hairline, label
from desktop.widgets.question import Question
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums.events import Event
from engagement.forums.people import audience, participants
from engagement.forums.people.audience_rule import AudienceRule, Selected, Selection, describe
from engagement.forums.vocabulary import ParticipantStatus
from resources.database import Database
from resources.problem import Problem
from resources.tables import Column, ColumnKind
from resources.wording import count_of

_ASKED = (
    Column("contact", "Name", width=150),
    Column("service", "Service", width=190),
    Column("reasons", "Why", width=345),
    Column("provider", "Provider", width=190),
    Column("role", "Role", width=140),
    Column("now", "Invited before", ColumnKind.STATUS, width=140),
)
_LEFT_OUT = (
    Column("service", "Service", width=200),
    Column("provider", "Provider", width=190),
    Column("reason", "Why not", width=360),
)
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
        self._selection = Selection((), ())
        self._known = {one.contact_id: one.status for one in participants.of_event(db, event.id)}
        self.rule_form = RuleForm(db, event.audience)
        self.banner = Banner()
        self.sentence = label("", "section", wrap=True)
        self._note = label("", "quiet", wrap=True)
        self.asked = self._table(_ASKED, "asked", "Nobody meets this rule. Choose fewer conditions.")
        self.left_out = self._table(_LEFT_OUT, "left_out", "Nobody who meets the rule is left out.")
        self.tabs = QTabWidget()
        self._invite = button("Invite", "primary")
        self._keep = button("Keep the rule only")
        self._timer = QTimer(self)
        self._lay_out()
        self._listen()
        self.refresh()

    def _table(self, columns: tuple[Column, ...], name: str, empty: str) -> TablePane:
        title = "People asked" if name == "asked" else "Left out"
        return TablePane(RowsModel(columns), name=f"audience_{name}", title=title, empty=EmptyPage(empty))

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.rule_form)
        bar = scroll.verticalScrollBar().sizeHint().width()
        margins = self.rule_form.layout().contentsMargins()
        # a rule of people chosen by hand hides the rows that make the form wide
        widest = max(one.sizeHint().width() for one in self.rule_form.findChildren(QPushButton))
        needed = max(self.rule_form.minimumSizeHint().width(), widest + margins.left() + margins.right())
        scroll.setFixedWidth(max(352, needed + bar))
        self.tabs.addTab(self._asked_tab(), "Asked")
        self.tabs.addTab(self.left_out, "Left out")
        self.tabs.setAccessibleName("People asked and left out")
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

    def _asked_tab(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 4)
        row.setSpacing(8)
        for words, run in (
            ("Leave out the selected people", self._leave_people_out),
            ("Leave out their providers", self._leave_providers_out),
        ):
            one = button(words)
            one.clicked.connect(run)
            row.addWidget(one)
        row.addStretch(1)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.asked, 1)
        column.addLayout(row)
        return made

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
        self._selection = audience.select(self._db, rule, self._event.day)
        self.sentence.setText(f"{describe(rule)}.")
        people, left = self._selection.people, self._selection.left_out
        self._set_rows(self.asked, [self._row(one) for one in people], [one.contact_id for one in people])
        self._set_rows(self.left_out, [(one.service, one.provider, one.reason) for one in left], None)
        self.tabs.setTabText(0, f"Asked {len(people):,}")
        self.tabs.setTabText(1, f"Left out {len(left):,}")
        self._say_numbers()

    def _set_rows(self, pane: TablePane, rows: list[tuple], keys: list[str] | None) -> None:
        model = pane.model
        assert isinstance(model, RowsModel)
        model.set_rows(rows, keys=keys)

    def _row(self, one: Selected) -> tuple[str, ...]:
        known = self._known.get(one.contact_id)
        return (
            one.contact, one.service, "; ".join(one.reasons), one.provider, one.role.label,
            known.label if known else "",
        )  # fmt: skip

    def _say_numbers(self) -> None:
        new, old = len(self._new()), len(self._selection.people) - len(self._new())
        said = [f"Selects {count_of(len(self._selection.people), 'person', 'people')}"]
        said += [f"{old:,} of them {'is' if old == 1 else 'are'} on the list already"] if old else []
        said += (
            [f"{count_of(len(self._selection.left_out), 'service')} left out"]
            if self._selection.left_out
            else []
        )
        self._note.setText("; ".join(said) + ".")
        self._invite.setText(f"Invite {count_of(new, 'person', 'people')}")
        self._invite.setAccessibleName(self._invite.text())
        self._invite.setEnabled(bool(new))

    def _new(self) -> list[Selected]:
        settled = {key for key, status in self._known.items() if status is not ParticipantStatus.CANCELLED}
        return [one for one in self._selection.people if one.contact_id not in settled]

    @Slot()
    def _leave_people_out(self) -> None:
        self._leave_out("removed_contacts", tuple(self.asked.table.selected_keys()))

    @Slot()
    def _leave_providers_out(self) -> None:
        chosen = set(self.asked.table.selected_keys())
        providers = [one.provider_id for one in self._selection.people if one.contact_id in chosen]
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
            self._give(tuple(self._selection.people))

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
