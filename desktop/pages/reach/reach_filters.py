"""What the reach figures are asked for: the time, since when not seen, events of which kind, and where."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import clock
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.forms.choice_row import add_choice
from engagement.forums.reach.question import ReachQuestion, Time
from engagement.forums.reach.reading import services_held
from engagement.forums.vocabulary import EventKind
from engagement.market.as_at import authorities_held
from engagement.register.council import council, council_names
from resources.problem import Problem
from resources.wording import count_of

_REMEMBERED = "reach"
_MONTHS = (3, 6, 12, 18, 24, 36)
_EVERYWHERE = ""
OWN = "own"


class ReachFilters(QWidget):
    """Four choices in a row, remembered from one window to the next. `changed` tells that a person chose."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._area: str | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.setSpacing(PANE)
        self.time = add_choice(row, "Time", [(time.name, time.value) for time in Time])
        months = [(number, count_of(number, "month")) for number in _MONTHS]
        self.months = add_choice(row, "Not seen for", months)
        kinds = [("", "All kinds"), *((kind.value, kind.label) for kind in EventKind)]
        self.kind = add_choice(row, "Events", kinds)
        self.area = add_choice(row, "Services in", [])
        self._offer_areas()
        for field, name, usual in (
            (self.time, "time", Time.YEAR.name), (self.months, "months", 12), (self.kind, "kind", ""),
        ):  # fmt: skip
            field.show_answer(self._remembered(name, usual))
            if field.is_empty():
                field.show_answer(usual)
            field.changed.connect(self._choose)
        self.area.changed.connect(self._choose)

    def _offer_areas(self) -> None:
        own, held = council(self._desk.db), authorities_held(self._desk.db)
        options = [(OWN, own)] if own and council_names(self._desk.db) else []
        options += [(_EVERYWHERE, "All areas"), *((name, name) for name in held if name != own)]
        wanted = self._area if self._area is not None else self._remembered("area", OWN)
        known = [value for value, _ in options]
        with QSignalBlocker(self.area):
            self.area.set_options(options)
            self._area = str(wanted if wanted in known else known[0])
            self.area.show_answer(self._area)

    def reload(self) -> bool:
        """Offer the areas that are held now; whether there is any service at all."""
        self._offer_areas()
        return services_held(self._desk.db)

    def _choose(self) -> None:
        try:
            self._area = self.area.answer()
        except Problem:  # a name half typed: the figures stay as they are
            return
        kept = {"time": self.time.answer(), "months": self.months.answer(), "kind": self.kind.answer(),
                "area": self._area}  # fmt: skip
        self._desk.settings.put(_REMEMBERED, kept)
        self.changed.emit()

    def _remembered(self, name: str, usual: object) -> object:
        return self._desk.settings.mapping(_REMEMBERED).get(name, usual)

    @property
    def question(self) -> ReachQuestion:
        """What is asked, as at today or the end of the time chosen."""
        area, kind = self._area, self.kind.answer()
        places: Sequence[str] = council_names(self._desk.db) if area == OWN else [area] if area else ()
        return ReachQuestion(
            Time[self.time.answer() or Time.YEAR.name].span(clock.today()),
            self.months.answer() or 12,
            (EventKind(kind),) if kind else (),
            tuple(places),
        )
