"""Nominees who may be one, and nominations that may be one, side by side for a person to decide."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from awards.nominations.alike import AlikeNominees, AlikeVoices, named
from awards.nominations.entries import Entry, entry
from awards.nominations.nominations import Nomination, nominations_of
from awards.nominations.words import word_count
from awards.rounds.categories import category
from desktop.widgets.forms.fields import ChoiceField, LongTextField, fitting
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from engagement.register.names import name_of
from resources.database import Database
from resources.wording import count_of, date_words

Pair = AlikeNominees | AlikeVoices


class Found(Enum):
    """What a person found of two."""

    ONE = "one"
    OTHER = "other"
    DIFFERENT = "different"


@dataclass(frozen=True)
class Decided:
    """Which of two is kept, or that they are different; and why."""

    pair: Pair
    found: Found
    reason: str


class ChooseAlike(FormDialog):
    """Which two are to be looked at."""

    def __init__(self, db: Database, pairs: Sequence[Pair], parent: QWidget | None) -> None:
        super().__init__(
            "What may have come twice", "Compare the two", parent, width=640,
            intro=f"{count_of(len(pairs), 'pair')} may be one. Nothing is joined before you say so.",
        )  # fmt: skip
        self._pairs = list(pairs)
        options = [(at, pair_words(db, pair)) for at, pair in enumerate(pairs)]
        self._which = fitting(ChoiceField(options))
        self.form.add("pair", "Pair", self._which, value=0, needed=True)
        self.why = label("", "quiet", wrap=True)
        self.form.add_widget(self.why)
        self._which.changed.connect(self._say_why)
        self._say_why()

    @Slot()
    def _say_why(self) -> None:
        at = self._which.box.currentIndex()  # what is being typed is no answer yet
        self.why.setText(" ".join(self._pairs[at].reasons) if at >= 0 else "")

    def value(self, answers: Answers) -> Pair:
        """The two."""
        return self._pairs[answers["pair"]]


def pair_words(db: Database, pair: Pair) -> str:
    """2026-014 Ada Example and 2026-020 Addie Example."""
    if isinstance(pair, AlikeNominees):
        return f"{named(db, pair.one)} and {named(db, pair.other)}"
    return f"{_voice_words(db, pair.one)} and {_voice_words(db, pair.other)}"


def _voice_words(db: Database, one: Nomination) -> str:
    return f"{one.by} for {named(db, entry(db, one.entry_id))}"


class SideBySide(FormDialog):
    """The two beside each other, with what they say; one is kept, or both stay."""

    def __init__(self, db: Database, pair: Pair, parent: QWidget | None) -> None:
        nominees = isinstance(pair, AlikeNominees)
        title = "Are they one nominee?" if nominees else "Is it one nomination?"
        super().__init__(title, "Keep this", parent, width=900, intro=" ".join(pair.reasons))
        self._pair = pair
        self.columns = _columns(db, pair)
        self.form.add_widget(self.columns)
        self.form.add("found", "What you found", ChoiceField(_ways(db, pair)), needed=True)
        self.form.add("reason", "Reason", LongTextField(lines=2), needed=not nominees,
                      help_text="It is kept with what you decide.")  # fmt: skip

    def value(self, answers: Answers) -> Decided:
        """What was decided."""
        return Decided(self._pair, answers["found"], str(answers["reason"] or ""))


def _ways(db: Database, pair: Pair) -> list[tuple[Found, str]]:
    apart = (Found.DIFFERENT, "They are different; do not show them again")
    if isinstance(pair, AlikeNominees):
        if not pair.may_group:
            return [apart]
        ways = ((Found.ONE, pair.one), (Found.OTHER, pair.other))
        return [*((found, f"One nominee, kept as {named(db, one)}") for found, one in ways), apart]
    if not pair.may_set_aside:
        return [apart]
    voices = ((Found.ONE, pair.one), (Found.OTHER, pair.other))
    return [
        *((found, f"The same; count that of {one.by}, {date_words(one.received_on)}") for found, one in voices),
        apart,
    ]  # fmt: skip


def _columns(db: Database, pair: Pair) -> QWidget:
    if isinstance(pair, AlikeNominees):
        rows = [(heading, say(db, pair.one), say(db, pair.other)) for heading, say in _OF_NOMINEES]
        texts = _statements(db, pair.one), _statements(db, pair.other)
    else:
        rows = [(heading, say(db, pair.one), say(db, pair.other)) for heading, say in _OF_VOICES]
        texts = pair.one.statement, pair.other.statement
    return _grid(rows, texts)


def _grid(rows: Sequence[tuple[str, str, str]], texts: tuple[str, str]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    shown = [row for row in rows if row[1] or row[2]]
    for at, (heading, one, other) in enumerate(shown):
        differs = "bold" if one.casefold() != other.casefold() else ""
        grid.addWidget(label(heading, "quiet"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(one or "–", differs or "small", wrap=True, copyable=True), at, 1)
        grid.addWidget(label(other or "–", differs or "small", wrap=True, copyable=True), at, 2)
    for column, text in enumerate(texts, 1):
        grid.addWidget(
            _text(text, f"Statement {'on the left' if column == 1 else 'on the right'}"), len(shown), column
        )
    grid.addWidget(label("Statement", "quiet"), len(shown), 0, Qt.AlignmentFlag.AlignTop)
    return made


def _text(text: str, name: str) -> QPlainTextEdit:
    box = QPlainTextEdit(text)
    box.setReadOnly(True)
    box.setAccessibleName(name)
    box.setTabChangesFocus(True)
    box.setMinimumWidth(120)  # two of them fit a small screen at large text
    box.setFixedHeight(box.fontMetrics().lineSpacing() * 10)
    return box


def _statements(db: Database, of: Entry) -> str:
    voices = nominations_of(db, of.id)
    return "\n\n".join(f"{one.by}:\n{one.statement or one.attachment}" for one in voices)


_OF_NOMINEES: Sequence[tuple[str, Callable[[Database, Entry], str]]] = (
    ("Nominee", lambda db, one: named(db, one)),
    ("Category", lambda db, one: category(db, one.category_id).name),
    ("Status", lambda _db, one: one.status.label),
    ("Also known as", lambda _db, one: one.also_known_as),
    ("Job role", lambda _db, one: one.job_role),
    ("Service", lambda db, one: name_of(db, "service", one.service_id)),
    ("Provider", lambda db, one: name_of(db, "provider", one.provider_id)),
    ("Where, as told", lambda _db, one: one.place_told),
    ("E-mail address", lambda _db, one: one.email),
    ("Voices", lambda db, one: count_of(len(nominations_of(db, one.id)), "nomination")),
)
_OF_VOICES: Sequence[tuple[str, Callable[[Database, Nomination], str]]] = (
    ("Nominee", lambda db, one: named(db, entry(db, one.entry_id))),
    ("Nominator", lambda _db, one: one.by),
    ("From", lambda _db, one: one.nominator_kind.label),
    ("Relation", lambda _db, one: one.relation),
    ("E-mail address", lambda _db, one: one.nominator_email),
    ("Received", lambda _db, one: date_words(one.received_on)),
    ("How", lambda _db, one: one.how.label),
    ("Words", lambda _db, one: f"{word_count(one.statement):,}"),
)
