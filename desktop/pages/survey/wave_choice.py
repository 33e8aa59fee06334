"""Which survey and which of its waves are looked at; remembered from one window to the next."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import with_text
from desktop.shell.page import Desk
from desktop.widgets.forms.fields import ChoiceField
from desktop.widgets.parts import label
from resources.wording import date_short
from workforce.survey.surveys import surveys
from workforce.survey.waves.waves import Wave, waves

_REMEMBERED = "survey"


class WaveChoice(QWidget):
    """Two choices in a row. `changed` tells that a person chose; without a choice the latest wave is shown."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        row = QHBoxLayout(self)
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.setSpacing(PANE)
        self.survey_words, self.survey = choice_beside(row, "Survey")
        _, self.wave = choice_beside(row, "Wave")
        row.addStretch(1)
        self.survey.changed.connect(self._choose_survey)
        self.wave.changed.connect(self._choose)

    @property
    def survey_id(self) -> str:
        """The survey shown; empty where none is kept."""
        return str(self.survey.answer() or "")

    @property
    def wave_id(self) -> str:
        """The wave shown; empty where the survey has none yet."""
        return str(self.wave.answer() or "")

    def reload(self) -> None:
        """What there is to choose from now; what was chosen stays where it still is there."""
        kept = self._desk.settings.mapping(_REMEMBERED)
        held = surveys(self._desk.db)
        with QSignalBlocker(self.survey):
            wanted = self.survey_id or str(kept.get("survey", ""))
            self.survey.set_options([(one.id, one.name) for one in held])
            _show(self.survey, wanted, [one.id for one in held])
        for part in (self.survey_words, self.survey.widget):
            part.setVisible(len(held) > 1)  # most teams have one, and nothing to choose
        self._offer_waves(self.wave_id or str(kept.get("wave", "")))

    def _offer_waves(self, wanted: str) -> None:
        held = waves(self._desk.db, self.survey_id) if self.survey_id else []
        with QSignalBlocker(self.wave):
            self.wave.set_options([(one.id, _words(one)) for one in reversed(held)])
            _show(self.wave, wanted, [one.id for one in reversed(held)])
        self.wave.widget.setEnabled(bool(held))

    @Slot(str)
    def show_wave(self, wave_id: str) -> None:
        """Choose a wave, as a person would; one that is archived, or chosen already, changes nothing."""
        if wave_id == self.wave_id or wave_id not in [one.id for one in waves(self._desk.db, self.survey_id)]:
            return
        self.wave.show_answer(wave_id)
        self._choose()

    def go_to(self, survey_id: str, wave_id: str = "") -> None:
        """Choose both without telling: whoever calls shows them. An empty key, or an archived one, changes nothing."""
        if survey_id != self.survey_id and survey_id in [one.id for one in surveys(self._desk.db)]:
            with QSignalBlocker(self.survey):
                self.survey.show_answer(survey_id)
            self._offer_waves(wave_id)
        elif wave_id in [one.id for one in waves(self._desk.db, self.survey_id)]:
            with QSignalBlocker(self.wave):
                self.wave.show_answer(wave_id)
        self._remember()

    @Slot()
    def _choose_survey(self) -> None:
        self._offer_waves("")
        self._choose()

    @Slot()
    def _choose(self) -> None:
        self._remember()
        self.changed.emit()

    def _remember(self) -> None:
        self._desk.settings.put(_REMEMBERED, {"survey": self.survey_id, "wave": self.wave_id})


def _show(field: ChoiceField, wanted: str, keys: list[str]) -> None:
    if keys:
        field.show_answer(wanted if wanted in keys else keys[0])


def _words(wave: Wave) -> str:
    return f"{wave.name}, from {date_short(wave.opens_on)}"


_LEAST_LETTERS, _LEAST_WIDTH = 24, 120


def choice_beside(row: QHBoxLayout, name: str) -> tuple[QLabel, ChoiceField]:
    """A choice behind its name: a row of its own would take the room of two rows of the table."""
    field = ChoiceField([])
    field.widget.setAccessibleName(name)
    field.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.box.setMinimumContentsLength(_LEAST_LETTERS)
    # with large text two of them would need a wider screen
    field.box.setMinimumWidth(with_text(_LEAST_WIDTH))
    words = label(name, "small")
    words.setBuddy(field.widget)
    row.addWidget(words)
    row.addWidget(field.widget)
    return words, field
