"""Saying which service a workplace of ASC-WDS is, or whose head office; and the day as of which records are judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field
from desktop.widgets.forms.fields import ChoiceField, DateField, Pick, PickField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.listings import SERVICES
from engagement.register.services import Service
from resources.database import Database, Query
from resources.problem import FieldProblem
from workforce.ascwds.workplaces import Workplace

_MOST = 20


@dataclass(frozen=True)
class TiedTo:
    """One of the two."""

    service_id: str | None = None
    provider_id: str | None = None


class TieWorkplace(FormDialog):
    """A service found by some letters of its name; what lies at the workplace's postcode is offered first."""

    def __init__(
        self, db: Database, one: Workplace, near: Sequence[Service], held: Pick | None, parent: QWidget | None
    ) -> None:
        where = f", {one.postcode}" if one.postcode else ""
        number = f" Its CQC Location ID is {one.location_id}." if one.location_id else ""
        super().__init__(
            f"Which service is {one.name}", "Tie it", parent, width=560,
            intro=f"ASC-WDS calls it {one.name}{where}.{number}",
        )  # fmt: skip
        kind = ChoiceField([("service", "A service"), ("provider", "The head office of a provider")])
        self.form.add("kind", "What it is", kind, value="service", needed=True)
        service = PickField(partial(_find_services, db), placeholder="Some letters of its name")
        self._near = {one.id: Pick(one.id, one.name, one.district) for one in near}
        if near:
            options = [(each.id, f"{each.name}, {each.kind.label.lower()}") for each in near]
            likely = self.form.add("near", "At the same postcode", ChoiceField(options))
            likely.changed.connect(self._take_near)
        self.form.add("service", "Service", service, value=held, needed=True)
        self.form.add("provider", "Provider", provider_field(db), needed=True)
        kind.changed.connect(self._show_rows)
        self._show_rows()

    @Slot()
    def _take_near(self) -> None:
        chosen = self.form.rows["near"].field.answer()
        if chosen:
            self.form.rows["service"].field.show_answer(self._near[chosen])

    @Slot()
    def _show_rows(self) -> None:
        service = self.form.rows["kind"].field.answer() != "provider"
        self.form.show_row("service", service)
        self.form.show_row("provider", not service)
        if "near" in self.form.rows:
            self.form.show_row("near", service)

    def value(self, answers: Answers) -> TiedTo:
        """What it is."""
        return TiedTo(answers.get("service"), answers.get("provider"))


def _find_services(db: Database, text: str) -> list[Pick]:
    rows = SERVICES.page(db, Query(text=text), offset=0, limit=_MOST)
    names = [column.name for column in SERVICES.columns]
    found = []
    for key, *cells in rows:
        line = dict(zip(names, cells, strict=True))
        where = line["district"] or line["authority"] or ""
        found.append(Pick(str(key), str(line["name"]), f"{line['provider']}, {where}".strip(", ")))
    return found


class AnotherDay(FormDialog):
    """The day as of which records are judged, such as the last one of a funding year that is over."""

    def __init__(self, day: date, today: date, parent: QWidget | None) -> None:
        super().__init__(
            "As at another day", "Show that day", parent,
            intro="Records are judged as files said them until that day, in the funding year that it lies in.",
        )  # fmt: skip
        self._today = today
        self.form.add("day", "As at", DateField(today=today), value=day, needed=True)

    def value(self, answers: Answers) -> date:
        """The day; it has come."""
        day: date = answers["day"]
        if day > self._today:
            raise FieldProblem("day", "As at: this day is still to come. Give today or a day before.")
        return day
