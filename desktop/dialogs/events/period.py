"""Which period a committee asks about: one that is often asked for, or any two days; and whose services count."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, DateField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.forums.summary.period import Preset, presets, span_of
from engagement.market.as_at import authorities_held
from engagement.register.council import council, council_names
from resources.database import Database
from resources.problem import Problem
from resources.wording import possessive

_OWN, _EVERYWHERE, _OTHER = "own", "", "other"


@dataclass(frozen=True)
class AskedPeriod:
    """The days, both included; `authorities` as `period_summary` has them."""

    first: date
    last: date
    authorities: tuple[str, ...] | None


class ChoosePeriod(FormDialog):
    """The days follow the period chosen, and may be changed by hand."""

    def __init__(self, db: Database, parent: QWidget | None, *, today: date) -> None:
        super().__init__(
            "Committee summary", "Choose where to save it", parent,
            intro="Figures of all forums and events in a period. It names no person, provider or service.",
        )  # fmt: skip
        self._today = today
        self._presets: dict[str, Preset] = {one.name: one for one in presets(today)}
        names = [*((name, name) for name in self._presets), (_OTHER, "Other days")]
        first = next(iter(self._presets.values()))
        add = self.form.add
        period = add("period", "Period", ChoiceField(names), value=first.name, needed=True)
        add("first", "First day", DateField(today=today), value=first.span.first, needed=True)
        add("last", "Last day", DateField(today=today), value=first.span.last, needed=True)
        own = council(db) if council_names(db) else ""
        places = [(_OWN, f"{possessive(own)} services")] if own else []
        places += [
            (_EVERYWHERE, "All services of the register"),
            *((one, one) for one in authorities_held(db)),
        ]
        add("where", "Reach is of", ChoiceField(places), value=places[0][0], needed=True,
            help_text="Who came is counted of these services and their providers.")  # fmt: skip
        period.changed.connect(self._period_chosen)
        for name in ("first", "last"):
            self.form.rows[name].field.changed.connect(self._day_changed)

    @Slot()
    def _period_chosen(self) -> None:
        chosen = self._presets.get(self.form.rows["period"].field.answer() or "")
        if chosen is not None and self._days() != (chosen.span.first, chosen.span.last):
            for name, day in (("first", chosen.span.first), ("last", chosen.span.last)):
                field = self.form.rows[name].field
                field.blockSignals(True)
                field.show_answer(day)
                field.blockSignals(False)

    @Slot()
    def _day_changed(self) -> None:
        """Two days that are no period of the list are other days."""
        found = [
            name for name, one in self._presets.items() if (one.span.first, one.span.last) == self._days()
        ]
        self.form.rows["period"].field.show_answer(found[0] if found else _OTHER)

    def _days(self) -> tuple[date | None, date | None]:
        try:
            first, last = (self.form.rows[name].field.answer() for name in ("first", "last"))
        except Problem:
            return None, None
        return first, last

    def value(self, answers: Answers) -> AskedPeriod:
        """The period; refused where it ends before it begins, or has not begun."""
        span = span_of(answers["first"], answers["last"], today=self._today)
        where = answers["where"]
        authorities = None if where == _OWN else (where,) if where else ()
        return AskedPeriod(span.first, span.last, authorities)
