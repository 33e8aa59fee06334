"""What the door looks like: the title and the counts, what just happened, the field and the list, the keys."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.dialogs.events.walk_in import WalkInForm
from desktop.pages.events.door_list import TYPE, DoorList, News, spoken
from desktop.pages.events.door_parts import Counts, DoorField, Keys, big_label
from desktop.shell.looks.look import Tone
from desktop.shell.looks.style import bold, points, style
from desktop.shell.messages import announce
from desktop.widgets.parts import button
from engagement.forums.at_the_door.door_search import DoorLine
from resources.database import Database

_LOW, _NARROW = 560, 900
FORGET_AFTER_MS = 30_000
"""In privacy mode nobody's name stays on the screen for longer."""

_LARGE = 1.5
_NEXT = "Type three letters of a name, home or provider."


class DoorFace(QWidget):
    """Shows what it is given, and makes room on a small screen. `keeps_names` is off in privacy.

    `early` stands above everything as long as the door is open.
    """

    def __init__(self, db: Database, title: str, *, early: str = "") -> None:
        super().__init__()
        self.keeps_names = False
        self.field = DoorField()
        self.interest = button("Interested in i-Work")
        self.interest.setFocusPolicy(
            Qt.FocusPolicy.TabFocus
        )  # after a click the letters go on into the field
        self.interest.setFont(points(TYPE))
        self.interest.setSizePolicy(
            QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        )  # as high as the field
        self.interest.setToolTip("The person chosen would give work through i-Work (F9)")
        self.list = DoorList("People found")
        self.news = News()
        self.heading = big_label("")
        self.walk_in = WalkInForm(db)
        self.counts = Counts()
        self.keys = Keys()
        self.title = big_label(title, font=bold(TYPE), wrap=True)
        self.early = QLabel(early)
        self.early.setProperty("kind", "bold")
        self.early.setWordWrap(True)
        self.early.setMinimumHeight(1)  # what it would need in a narrow window makes no wide one high
        self.early.setVisible(bool(early))
        self._middle = QStackedWidget()
        self.forgetting = QTimer(self)
        self.forgetting.setSingleShot(True)
        self.forgetting.setInterval(FORGET_AFTER_MS)
        self.forgetting.timeout.connect(self._forget_names)
        self._lay_out()
        self.news.say(_NEXT, Tone.NEUTRAL)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(self.title, 1)
        top.addWidget(self.counts, 1)
        finding = QWidget()
        inner = QVBoxLayout(finding)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.interest)
        inner.addLayout(row)
        inner.addWidget(self.heading)
        inner.addWidget(self.list, 1)
        self._middle.addWidget(finding)
        self._middle.addWidget(self.walk_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(10)
        column.addWidget(self.early)
        column.addLayout(top)
        column.addWidget(self.news)
        column.addWidget(self._middle, 1)
        column.addWidget(self.keys)

    def show_found(self, lines: list[DoorLine], heading: str) -> None:
        """Other people under another heading."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.list.show_lines(lines)

    def tell_found(self, lines: list[DoorLine]) -> None:
        """Tell a screen reader of the first line, or that there is none."""
        announce(self.field, f"{spoken(lines[0])}, 1 of {len(lines)}" if lines else self.heading.text())

    def step(self, steps: int) -> None:
        """Another line, and tell a screen reader of it."""
        self.list.step(steps)
        if self.list.line is not None:
            announce(self.field, spoken(self.list.line))

    def say(self, text: str, tone: Tone) -> None:
        """What just happened; names do not stay."""
        self.news.say(text, tone)
        self.forgetting.start()

    @Slot()
    def _forget_names(self) -> None:
        if not self.keeps_names:
            self.news.say(_NEXT, Tone.NEUTRAL)

    def show_walk_in(self, name: str) -> None:
        """The form for somebody who was not asked, in place of the list."""
        self._middle.setCurrentWidget(self.walk_in)
        self.walk_in.begin(name)
        self.keys.show_keys(
            [("Enter", "go on, then check in"), ("↑ ↓", "choose the home"), ("Esc", "back to the list")]
        )

    def show_list(self) -> None:
        """The list again, and the keyboard in the field."""
        self._middle.setCurrentIndex(0)
        self.field.setFocus()

    @property
    def is_asking(self) -> bool:
        """Whether something is typed into the walk-in's form that is shown."""
        return self._middle.currentIndex() == 1 and self.walk_in.is_touched()

    def say_all_keys(self) -> None:
        """The keys, where the screen is too low to show them all the time."""
        self.say(self.keys.words(), Tone.NEUTRAL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the list has the room; the event's title stands in the window's title too."""
        super().resizeEvent(event)
        worn = style()
        scale = max(1.0, worn.text_scale) if worn is not None else 1.0
        # with large text there is no room for both what must be known and what F1 tells
        low = self.height() < _LOW * scale or (scale >= _LARGE and not self.early.isHidden())
        self.title.setVisible(not low and self.width() >= _NARROW * scale)
        self.keys.setVisible(not low)
        self.interest.setVisible(self.width() >= _NARROW * scale)
        self.field.setPlaceholderText(
            "Name, home or provider (F1: keys)" if low else "Name, home or provider"
        )
