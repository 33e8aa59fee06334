"""Rows of a form for whose a response is: a service or provider of the register, and which services it covers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.dialogs.survey.answer_fields import TickList
from desktop.widgets.forms.fields import Field, Pick, PickField, TextField
from desktop.widgets.forms.form import Answers, Form
from engagement.register.listings import SERVICES
from engagement.register.providers import find_providers, provider
from engagement.register.services import is_service, service, services_of
from engagement.register.vocabulary import OrganisationKind
from resources.database import Condition, Database, Query
from workforce.survey.answers.responses import Response
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.waves import Wave

WHO, SERVICES_ROW, GIVEN = "who", "services", "said_name"
_IN_USE = (Condition("state", ("Current", "Dormant")),)


@dataclass(frozen=True)
class WhoseIt:
    """Whose a response is; no provider: it is left untied, with the name that was given."""

    provider_id: str | None
    services: tuple[str, ...]
    said_name: str = ""


class ServicesField(Field):
    """The services of a provider, to be ticked."""

    def __init__(self) -> None:
        self.list = TickList(())
        super().__init__(self.list)
        self.list.ticked.connect(self._tell)

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """The services there are."""
        self.list.offer(options)

    def answer(self) -> tuple[str, ...]:
        """The keys of those ticked."""
        return tuple(self.list.chosen())

    def show_answer(self, value: Sequence[str]) -> None:
        """Tick these."""
        self.list.tick(value)

    def is_empty(self) -> bool:
        """Whether none is ticked."""
        return not self.list.chosen()


class WhoseRows(QObject):
    """Adds the rows, and keeps them in step; `moved` when it is another provider or other services."""

    moved = Signal()

    def __init__(self, db: Database, wave: Wave, form: Form, *, given: bool = True) -> None:
        super().__init__(form)
        self._db, self._wave, self._form = db, wave, form
        self.pick = PickField(partial(find_units, db, wave.asked_of))
        what = "service or provider" if wave.asked_of is AskedOf.SERVICE else "provider"
        form.add(
            WHO,
            "Whose answers",
            self.pick,
            help_text=f"Some letters of the name of a {what}, or its CQC number.",
        )
        self.services = ServicesField()
        form.add(SERVICES_ROW, "For which of its services", self.services,
                 help_text="One set of answers may be for several.")  # fmt: skip
        form.show_row(SERVICES_ROW, False)
        if given:
            form.add(GIVEN, "Name given", TextField(),
                     help_text="As it stands on the form, where nobody in the register is meant.")  # fmt: skip
        self._of = ""
        self.pick.changed.connect(self._picked)
        self.services.changed.connect(self.moved)

    @Slot()
    def _picked(self) -> None:
        provider_id, service_id = self.of_key(self.pick.picked)
        if self.pick.picked != self._of:
            self._of = self.pick.picked
            self._offer(provider_id, (service_id,) if service_id else ())
        self.moved.emit()

    def _offer(self, provider_id: str, ticked: Sequence[str]) -> None:
        held = services_of(self._db, provider_id) if provider_id else []
        asked = self._wave.asked_of is AskedOf.SERVICE
        self.services.offer([(one.id, f"{one.name}, {one.kind.label.lower()}") for one in held])
        self.services.show_answer(ticked or ([one.id for one in held] if len(held) == 1 and asked else ()))
        self._form.show_row(SERVICES_ROW, asked and len(held) > 1)
        if GIVEN in self._form.rows:
            self._form.show_row(GIVEN, not provider_id)

    def of_key(self, key: str) -> tuple[str, str]:
        """The provider and the service that were picked; '' for either."""
        if not key:
            return "", ""
        return (service(self._db, key).provider_id, key) if is_service(self._db, key) else (key, "")

    def show(self, response: Response) -> None:
        """Whose it is now."""
        if response.provider_id is None:
            self._show_name(response.said_name)
            return
        self.show_unit(response.provider_id, response.services)
        self._show_name(response.said_name)

    def show_unit(self, provider_id: str, services: Sequence[str] = ()) -> None:
        """Somebody of the register, as if picked."""
        one = service(self._db, services[0]) if len(services) == 1 else None
        found = provider(self._db, provider_id)
        self.pick.show_answer(Pick(one.id, one.name) if one else Pick(found.id, found.name))
        self._of = self.pick.picked
        self._offer(provider_id, services)
        self.moved.emit()

    def _show_name(self, name: str) -> None:
        if GIVEN in self._form.rows:
            self._form.rows[GIVEN].field.show_answer(name)

    @property
    def now(self) -> WhoseIt:
        """Whose it would be, as far as it is filled in."""
        provider_id, service_id = self.of_key(self.pick.picked)
        chosen = self.services.answer() or ((service_id,) if service_id else ())
        if self._wave.asked_of is not AskedOf.SERVICE:
            chosen = ()
        return WhoseIt(provider_id or None, tuple(chosen))

    def value(self, answers: Answers) -> WhoseIt:
        """Whose it is."""
        now = self.now
        return WhoseIt(now.provider_id, now.services, "" if now.provider_id else answers.get(GIVEN) or "")


def find_units(db: Database, asked_of: AskedOf, text: str) -> list[Pick]:
    """Services of the register by the beginnings of words, where services were asked; then providers."""
    found = [
        Pick(one.id, one.name, "provider" if asked_of is AskedOf.SERVICE else one.cqc_provider_id or "")
        for one in find_providers(db, text, limit=3, organisations=_CARE)
    ]
    if asked_of is not AskedOf.SERVICE:
        return found
    rows = SERVICES.page(db, Query(text, _IN_USE), offset=0, limit=8 - len(found))
    services = [
        Pick(str(row[0]), str(row[1]), ", ".join(filter(None, (str(row[3]), str(row[4]))))) for row in rows
    ]
    return [*services, *found]


_CARE = (OrganisationKind.CARE_PROVIDER,)
Known = Callable[[WhoseIt], str]
"""What is said of a response that the same provider or service gave already; '' where there is none."""
