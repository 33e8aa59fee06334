"""The register is locked: one field, one sentence, one button."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from desktop.pages.iwork.face import Face
from desktop.shell.messages import announce
from desktop.widgets.forms.form import FieldRow
from desktop.widgets.forms.secret import SecretField
from desktop.widgets.parts import button, label
from resources.database.backups import Backup
from resources.problem import Problem
from resources.wording import moment_words

_WHAT = (
    "It holds what people told the team about themselves, so it opens only to the passphrase. It locks by itself when "
    "nobody does anything for ten minutes, and with the screen."
)
_WORDS = {
    "passphrase": ("Passphrase", "Use the recovery sheet", ""),
    "code": (
        "Code of the recovery sheet",
        "Use the passphrase",
        "Ten groups of four letters and numbers. Gaps do not matter, nor small letters.",
    ),
}


class LockedFace(Face):
    """`unlock_asked` with what was typed; it stays until it was right. `restore_asked` with a backup and the same."""

    unlock_asked = Signal(str)
    restore_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("The i-Work register is locked", _WHAT)
        self.said = label("", "quiet", wrap=True)
        self.said.hide()
        self.column.insertWidget(1, self.said)
        self.kind = "passphrase"
        for kind, (words, _, help_text) in _WORDS.items():
            self.form.add(kind, words, SecretField(shown=kind == "code"), help_text=help_text)
        self.column.addWidget(self.form)
        self.unlock_button = button("Unlock", "primary", icon="lock")
        self.unlock_button.clicked.connect(self.unlock)
        self.other = button("", "link")
        self.other.clicked.connect(self._turn)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.unlock_button)
        row.addWidget(self.other)
        row.addStretch(1)
        self.column.addLayout(row)
        self.restore_button = button("", icon="restore")
        self.restore_button.clicked.connect(self._restore)
        self._backup: Backup | None = None
        self.column.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.setFocusProxy(self.field.line)
        self._show_kind()
        self.offer(None)

    @property
    def field(self) -> SecretField:
        """The field that is asked for now."""
        found = self.asked.field
        assert isinstance(found, SecretField)
        return found

    @property
    def asked(self) -> FieldRow:
        """Its row."""
        return self.row(self.kind)

    def say(self, sentence: str) -> None:
        """Why it locked, or what the passphrase of the sample is."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if sentence and self.isVisible():
            announce(self, f"{self.heading.text()}. {sentence}")

    def offer(self, backup: Backup | None) -> None:
        """Offer a backup in the place of a register that is damaged, or none."""
        self._backup = backup
        self.restore_button.setVisible(backup is not None)
        if backup is not None:
            self.restore_button.setText(f"Restore the backup of {moment_words(backup.made_at)}…")
            self.restore_button.setAccessibleName(self.restore_button.text())

    def set_busy(self, busy: bool) -> None:
        """While the passphrase is tried nothing else can be; what was typed stands there all the time."""
        self.unlock_button.setText("Unlocking…" if busy else "Unlock")
        for part in (self.unlock_button, self.other, self.restore_button):
            part.setEnabled(not busy)
        self.field.line.setReadOnly(busy)

    @Slot()
    def unlock(self) -> None:
        """Ask for it to be opened with what was typed."""
        self.asked.refuse("")
        if not self.unlock_button.isEnabled():
            return
        if self.field.is_empty():
            self.wrong(Problem(f"{self.asked.words} is needed."))
        else:
            self.unlock_asked.emit(self.field.answer())

    def wrong(self, problem: Problem) -> None:
        """It stays locked, and why; what was typed is selected, to be typed again or put right."""
        self.refuse(problem, self.kind)
        announce(self.field.line, problem.sentence)

    def forget(self) -> None:
        """Nothing that was typed stays."""
        for row in self.form.rows.values():
            assert isinstance(row.field, SecretField)
            row.field.forget()
            row.refuse("")
        self.offer(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field unlocks."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.field.line.hasFocus():
            self.unlock()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _turn(self) -> None:
        self.kind = "code" if self.kind == "passphrase" else "passphrase"
        self._show_kind()
        self.setFocusProxy(self.field.line)
        self.field.line.setFocus()

    def _show_kind(self) -> None:
        for name in _WORDS:
            self.form.show_row(name, name == self.kind)
        self.other.setText(_WORDS[self.kind][1])
        self.other.setAccessibleName(_WORDS[self.kind][1])

    @Slot()
    def _restore(self) -> None:
        if self._backup is not None:
            self.restore_asked.emit(self._backup, self.field.answer())
