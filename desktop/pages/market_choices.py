"""The four choices of the market page: areas, day, the day to compare with, and whom sentences are about."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.forms.choice_row import add_choice
from desktop.widgets.forms.fields import ChoiceField
from engagement.market.market_table import MarketTable
from engagement.market.scope import Scope, ScopeKind, areas_to_speak_of, days_held, scope_from
from resources.wording import date_short

_REMEMBERED = "market"
_LEAST_LETTERS = 6
_NAMES = ("Areas", "As at", "Compared with", "Sentences about")


class MarketChoices(QWidget):
    """Offers what is held, and keeps what was chosen where it still is. `changed` tells that a person chose."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._newest: tuple[Scope, date] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.setSpacing(PANE)
        self.scope_field, self.day_field, self.then_field, self.area_field = (
            add_choice(row, name, least_letters=_LEAST_LETTERS) for name in _NAMES
        )
        for field in (self.scope_field, self.day_field, self.then_field, self.area_field):
            field.changed.connect(self.changed)

    @property
    def scope(self) -> Scope:
        """What the table is drawn of."""
        return scope_from(str(self.scope_field.answer() or ""))

    @property
    def day(self) -> date:
        """As at which day."""
        chosen: date = self.day_field.answer()
        return chosen

    @property
    def then(self) -> date | None:
        """The day that it is compared with."""
        return self.then_field.answer() or None

    @property
    def area(self) -> str:
        """Whom the sentences are about."""
        return str(self.area_field.answer() or "")

    def offer_scopes(self, scopes: list[Scope]) -> None:
        """The scopes held; the one shown stays, else the remembered one."""
        kept = str(self.scope_field.answer() or self._remembered("scope") or "")
        chosen = scope_from(kept)
        options = [(scope.text, scope.words) for scope in scopes]
        self._offer(self.scope_field, options, (chosen if kept and chosen in scopes else _usual(scopes)).text)

    def offer_days(self) -> None:
        """The days that the scope can be drawn on; the day shown stays, but who looks at the newest moves with it."""
        days = days_held(self._desk.db, self.scope)
        shown, then = self.day_field.answer(), self.then
        if self._newest == (self.scope, shown):
            shown = days[0]
        self._newest = (self.scope, days[0])
        words = [(day, date_short(day)) for day in days]
        remembered = next((day for day in days if day.isoformat() == self._remembered("day")), days[0])
        self._offer(self.day_field, words, shown if shown in days else remembered)
        self._offer(self.then_field, [("", "Nothing"), *words], then if then in days else "")

    def offer_areas(self, market: MarketTable) -> None:
        """The areas that sentences can be about."""
        areas = areas_to_speak_of(self._desk.db, self.scope, market)
        kept = self.area_field.answer() or self._remembered("area")
        options = [(area, area) for area in areas]
        self._offer(self.area_field, options, kept if kept in areas else next(iter(areas), None))

    def _offer(self, field: ChoiceField, options: Sequence[tuple[object, str]], chosen: object) -> None:
        with QSignalBlocker(self):
            field.set_options(options)
            if options:
                field.show_answer(chosen)

    def show_day(self, scope: Scope, day: date | None = None) -> None:
        """Choose a scope, and a day of it when given."""
        with QSignalBlocker(self):
            self.scope_field.show_answer(scope.text)
            if day is not None:
                self.day_field.show_answer(day)

    def remember(self) -> None:
        """Keep what is chosen for the next window."""
        kept = {"scope": self.scope.text, "day": self.day.isoformat(), "area": self.area}
        self._desk.settings.put(_REMEMBERED, dict(kept))

    def _remembered(self, name: str) -> object:
        return self._desk.settings.mapping(_REMEMBERED).get(name)


def _usual(scopes: list[Scope]) -> Scope:
    """A region where there is one alone, else the widest."""
    regions = [scope for scope in scopes if scope.kind is ScopeKind.REGION]
    return regions[0] if len(regions) == 1 else scopes[0]
