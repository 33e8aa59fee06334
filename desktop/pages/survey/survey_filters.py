"""Whose answers are looked at: a row of choices above the figures, remembered, the same on every side."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.survey.paper import FONT_CHANGES, LARGE_TEXT
from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import text_scale, with_text
from desktop.shell.page import Desk
from desktop.shell.settings import Plain, Settings
from desktop.widgets.flow import FlowLayout
from desktop.widgets.forms.fields import CheckField
from desktop.widgets.forms.several import SeveralField
from desktop.widgets.parts import button, label
from resources.wording import shortened
from workforce.survey.analysis.frame import AnalysisFilter, WaveData
from workforce.survey.analysis.groups import GroupBy, group_words, in_order
from workforce.survey.analysis.words import filter_words

_REMEMBERED = "survey_filter"
_EVERY = {
    GroupBy.KIND: "All kinds",
    GroupBy.DISTRICT: "All districts",
    GroupBy.RATING: "All ratings",
    GroupBy.SIZE: "All sizes",
}
_FIELD_WIDTH = 150


class SurveyFilters(QWidget):
    """Four choices of several values and two ticks. `changed` tells that a person chose.

    `first` stands before them. What was chosen on another side is shown after `recall`. Values that this wave does not
    have stay remembered.
    """

    changed = Signal()

    def __init__(self, desk: Desk, *, weights: bool = True, first: QWidget | None = None) -> None:
        super().__init__()
        self._settings = desk.settings
        self._offers_weights = weights
        self._parts: dict[QWidget, bool] = {}
        self._flow = FlowLayout(gap=8)
        row = QVBoxLayout(self)
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.addLayout(self._flow)
        if first is not None:
            self._flow.addWidget(first)
        self.fold = button("Filters", "chip")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._place)
        self._fold = _lowered(self.fold) if first is not None else self.fold
        self._flow.addWidget(self._fold)
        self.fields = {by: self._several(by) for by in GroupBy}
        self.good = CheckField("Good and Outstanding only")
        self.weigh = CheckField("Weighted by kind of service")
        self.weigh.box.setToolTip("Each answer counts for as many services of its kind as it stands for")
        for check in (self.good, self.weigh):
            check.changed.connect(self._choose)
            part = _lowered(check.box)
            self._parts[part] = check is self.good or weights
            self._flow.addWidget(part)
        self.lift = button("Lift the filters", "link")
        self.lift.clicked.connect(self.lift_all)
        self._lift = _lowered(self.lift)
        self._flow.addWidget(self._lift)
        self._place()
        self.recall()

    @property
    def folds(self) -> bool:
        """Whether text is so large that the choices would take the room of what they choose."""
        return text_scale() >= LARGE_TEXT

    @Slot()
    def _place(self) -> None:
        """What is seen, and how wide, at the size of text there is now."""
        shown = not self.folds or self.fold.isChecked()
        self._fold.setVisible(self.folds)
        for part, wanted in self._parts.items():
            part.setVisible(wanted and shown)
        self._lift.setVisible(shown)
        for field in self.fields.values():
            field.widget.setFixedWidth(with_text(_FIELD_WIDTH))
        self._name_fold()

    def _name_fold(self) -> None:
        weighted = ["weighted"] if self._offers_weights and self.weighted else []
        told = "; ".join([*([self.words] if self.words else []), *weighted])
        words = f"Filters: {shortened(told, 40)}" if told else "Filters"
        self.fold.setText(words)
        self.fold.setAccessibleName(
            f"Filters: {told or 'none'}, {'shown' if self.fold.isChecked() else 'folded'}"
        )
        self.fold.setToolTip(told)

    def focus_first(self) -> None:
        """The first of the filters, or the button that shows them."""
        folded = self.folds and not self.fold.isChecked()
        (self.fold if folded else self.fields[GroupBy.KIND].widget).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's; text may have become larger."""
        super().changeEvent(event)
        if event.type() in FONT_CHANGES and hasattr(self, "_lift"):
            self._place()

    def _several(self, by: GroupBy) -> SeveralField:
        field = SeveralField(by.label, (), nothing=_EVERY[by])
        field.widget.setAccessibleName(by.label)
        field.changed.connect(self._choose)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words = label(by.label, "small")
        words.setBuddy(field.widget)
        column.addWidget(words)
        column.addWidget(field.widget)
        self._parts[part] = True
        self._flow.addWidget(part)
        return field

    # What is chosen

    @property
    def chosen(self) -> AnalysisFilter:
        """Whose answers."""
        kind, district, rating, size = (self.fields[by].answer() for by in GroupBy)
        return AnalysisFilter(kind, district, rating, size, self.good.answer())

    @property
    def weighted(self) -> bool:
        """Whether answers count for as many as they stand for."""
        return self.weigh.answer()

    @property
    def words(self) -> str:
        """Whose answers, in words; empty of everybody."""
        return filter_words(self.chosen)

    def offer(self, waves: Iterable[WaveData]) -> None:
        """The values that occur in these waves, and of what is remembered those among them."""
        held = list(waves)
        for by, field in self.fields.items():
            found = {value for data in held for value in data.responses[by.value].unique()}
            if by is not GroupBy.SIZE:
                found |= {value for data in held for value in data.population[by.value].unique()}
            with QSignalBlocker(field):
                field.set_options([(value, group_words(by, value)) for value in in_order(by, found)])
        self.recall()

    def recall(self) -> None:
        """Show what is remembered."""
        kept = self._settings.mapping(_REMEMBERED)
        for by, field in self.fields.items():
            wanted = kept.get(by.value)
            offered = {value for value, _ in field.options}
            with QSignalBlocker(field):
                field.show_answer(
                    [one for one in wanted if one in offered] if isinstance(wanted, list) else []
                )
        for name, check in (("good", self.good), ("weigh", self.weigh)):
            with QSignalBlocker(check):
                check.show_answer(kept.get(name) is True)
        self._show_lift()

    @Slot()
    def lift_all(self) -> None:
        """Everybody again; whether figures are weighted is no filter."""
        self._settings.put(_REMEMBERED, {"weigh": self.weighted})
        self.recall()
        self.focus_first()
        self.changed.emit()

    @Slot()
    def _choose(self) -> None:
        kept: dict[str, Plain] = {by.value: list(field.answer()) for by, field in self.fields.items()}
        self._settings.put(_REMEMBERED, {**kept, "good": self.good.answer(), "weigh": self.weighted})
        self._show_lift()
        self.changed.emit()

    def _show_lift(self) -> None:
        self._name_fold()
        self.lift.setVisible(not self.chosen.is_everybody)
        self.lift.setToolTip(f"Shown is only: {self.words}" if self.words else "")

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        self._keep_room()

    def event(self, event: QEvent) -> bool:
        """Qt's; another button may need another line."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._keep_room()
        return done

    def _keep_room(self) -> None:
        self.setMinimumHeight(self._flow.heightForWidth(self.width() - 2 * PANE))


def remembered(settings: Settings) -> AnalysisFilter:
    """Whose answers were looked at last."""
    kept = settings.mapping(_REMEMBERED)
    chosen = [kept.get(by.value) for by in GroupBy]
    kind, district, rating, size = (tuple(map(str, one)) if isinstance(one, list) else () for one in chosen)
    return AnalysisFilter(kind, district, rating, size, kept.get("good") is True)


def _lowered(control: QWidget) -> QWidget:
    """In line with the choices, which have a label above them."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label(" ", "small"))
    control.setMinimumHeight(button("").sizeHint().height())
    column.addWidget(control)
    return part
