"""There is no register yet: a passphrase typed twice begins one; the sample's is made as it stands."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from desktop.dialogs.iwork.new_passphrase import passphrase_typed_twice, strength_words
from desktop.pages.iwork.face import Face
from desktop.widgets.forms.secret import SecretField
from desktop.widgets.parts import button, label
from resources.database.locked.places import Places
from resources.problem import Problem

_WHAT = (
    "The register of people whom i-Work helps into work stands in a locked file of its own, beside this one. Choose a "
    "passphrase; then a recovery sheet is made, to be kept on paper. Without either nobody can open it, not even the "
    "makers of this program."
)
_HELP = "The whole team uses the same one."
_SAMPLE = (
    "The sample county has a register of 60 invented people and 25 posts at its providers. It is made when it is first "
    "asked for; its passphrase is no secret."
)


class StartFace(Face):
    """`start_asked` with the passphrase, `take_over_asked` with the places of another register that stands here.

    `about` are names that would make a poor passphrase.
    """

    start_asked = Signal(str)
    take_over_asked = Signal(object)

    def __init__(self, about: Sequence[str]) -> None:
        super().__init__("There is no i-Work register yet", _WHAT)
        self._about = tuple(about)
        self.left_sentence = label("", wrap=True)
        self.left_sentence.hide()
        self.column.addWidget(self.left_sentence)
        self.ways: list[QPushButton] = []
        self.form.add("passphrase", "Passphrase", SecretField(), help_text=_HELP)
        self.strength = label("", "small", wrap=True)
        self.form.add_widget(self.strength)
        self.form.add("again", "The same once more", SecretField())
        self.column.addWidget(self.form)
        self.start_button = button("Start the register", "primary", icon="lock")
        self.start_button.clicked.connect(self.start)
        self.column.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.field("passphrase").changed.connect(self._say_strength)
        self.setFocusProxy(self.field("passphrase").line)
        self._say_strength()

    def show_left(self, sentence: str, left: Sequence[Places]) -> None:
        """Registers beside the file that belong to none, each with a way to take it over."""
        if sentence == self.left_sentence.text():
            return
        self.left_sentence.setText(sentence)
        self.left_sentence.setVisible(bool(sentence))
        for way in self.ways:
            self.column.removeWidget(way)
            way.deleteLater()
        self.ways = [button(f"Take over “{one.folder.name}”", icon="restore") for one in left]
        below = self.column.indexOf(self.left_sentence) + 1
        for at, (way, one) in enumerate(zip(self.ways, left, strict=True)):
            way.clicked.connect(partial(self.take_over_asked.emit, one))
            self.column.insertWidget(below + at, way, 0, Qt.AlignmentFlag.AlignLeft)

    def field(self, name: str) -> SecretField:
        """One of its two fields."""
        found = self.row(name).field
        assert isinstance(found, SecretField)
        return found

    @Slot()
    def _say_strength(self) -> None:
        self.strength.setText(strength_words(self.field("passphrase").answer(), self._about))

    @Slot()
    def start(self) -> None:
        """Ask for the register, once both say the same."""
        if not self.start_button.isEnabled():
            return
        try:
            passphrase = passphrase_typed_twice(
                self.field("passphrase").answer(), self.field("again").answer(), self._about
            )
        except Problem as problem:
            self.refuse(problem, "passphrase")
        else:
            self.start_asked.emit(passphrase)

    def set_busy(self, busy: bool) -> None:
        """While it is made nothing else can be asked."""
        self.start_button.setText("Starting…" if busy else "Start the register")
        for one in (self.start_button, *self.ways):
            one.setEnabled(not busy)

    def forget(self) -> None:
        """Nothing that was typed stays."""
        for name in ("passphrase", "again"):
            self.field(name).forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on: from the first field to the second, from there to the start."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self.field("passphrase").line.hasFocus():
            self.field("again").line.setFocus()
        else:
            self.start()


class SampleFace(Face):
    """The sample county’s: `make_asked`."""

    make_asked = Signal()

    def __init__(self) -> None:
        super().__init__("The sample register is not made yet", _SAMPLE)
        self.make_button = button("Make the sample register", "primary", icon="people")
        self.make_button.clicked.connect(self.make_asked)
        self.column.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.setFocusProxy(self.make_button)

    def set_busy(self, busy: bool) -> None:
        """While it is made it cannot be asked for again."""
        self.make_button.setText("Making it…" if busy else "Make the sample register")
        self.make_button.setEnabled(not busy)
