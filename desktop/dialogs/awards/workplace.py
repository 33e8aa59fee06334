"""Where a nominee works, in a form: found by one search, as provider and service, and in the nominator's own words."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.dialogs.choices import provider_field, provider_pick, service_options
from desktop.widgets.forms.fields import ChoiceField, Pick, PickField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.find_places import find_places
from engagement.register.providers import provider
from engagement.register.services import service
from resources.database import Database

_AND = " "
"""Between the keys of a provider and its service."""


def _find(db: Database, text: str) -> list[Pick]:
    return [
        Pick(f"{one.provider_id}{_AND}{one.service_id or ''}", one.name, one.detail)
        for one in find_places(db, text)
    ]


class Workplace(QObject):
    """The rows `found`, `provider_id`, `service_id` and `place_told` of a form."""

    def __init__(
        self, dialog: FormDialog, db: Database, *, provider_id: str | None = None, service_id: str | None = None,
        place_told: str = "",
    ) -> None:  # fmt: skip
        super().__init__(dialog)
        self._db = db
        self.found = PickField(partial(_find, db), placeholder="Letters of a name, or a postcode")
        self.provider, self.service = provider_field(db), ChoiceField([])
        if service_id:  # its provider today, where it changed hands since the nomination
            provider_id = service(db, service_id).provider_id
        pick = provider_pick(provider(db, provider_id)) if provider_id else None
        dialog.form.add("found", "Find the home, service or provider", self.found,
                        help_text="By any of its names or its postcode. It fills the next two.")  # fmt: skip
        dialog.form.add("provider_id", "Provider", self.provider, value=pick)
        dialog.form.add("service_id", "Service", self.service)
        dialog.form.add("place_told", "Where, as told", TextField(), value=place_told,
                        help_text="The home or firm in the nominator’s own words.")  # fmt: skip
        self.offer()
        if service_id:
            self.service.show_answer(service_id)
        self.provider.changed.connect(self._by_hand)
        self.found.changed.connect(self._take)

    @property
    def provider_id(self) -> str | None:
        """The provider chosen."""
        return self.provider.picked or None

    @property
    def service_id(self) -> str | None:
        """The service chosen."""
        return str(self.service.answer() or "") or None

    @Slot()
    def offer(self) -> None:
        """The services of the provider chosen."""
        chosen = self.provider.picked
        self.service.set_options(service_options(self._db, chosen) if chosen else [("", "Not chosen")])
        self.service.show_answer("")

    @Slot()
    def _by_hand(self) -> None:
        """Another provider than what was found."""
        self.found.show_answer(None)
        self.offer()

    @Slot()
    def _take(self) -> None:
        """What was found, as its provider and service."""
        if not self.found.picked:
            return
        owner, _, key = self.found.picked.partition(_AND)
        self.provider.show_answer(provider_pick(provider(self._db, owner)))
        self.offer()
        self.service.show_answer(key)
        self.service.changed.emit()

    def facts(self, answers: Answers) -> Answers:
        """What was said."""
        return {
            "provider_id": answers["provider_id"] or None, "service_id": answers["service_id"] or None,
            "place_told": answers["place_told"],
        }  # fmt: skip
