"""Where a nominee works, in a form: the provider, its service, and the place in the nominator's own words."""

from PySide6.QtCore import QObject, Slot

from desktop.dialogs.choices import provider_field, provider_pick, service_options
from desktop.widgets.forms.fields import ChoiceField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.providers import provider
from engagement.register.services import service
from resources.database import Database


class Workplace(QObject):
    """The rows `provider_id`, `service_id` and `place_told` of a form."""

    def __init__(
        self, dialog: FormDialog, db: Database, *, provider_id: str | None = None, service_id: str | None = None,
        place_told: str = "",
    ) -> None:  # fmt: skip
        super().__init__(dialog)
        self._db = db
        self.provider, self.service = provider_field(db), ChoiceField([])
        if service_id:  # its provider today, where it changed hands since the nomination
            provider_id = service(db, service_id).provider_id
        pick = provider_pick(provider(db, provider_id)) if provider_id else None
        dialog.form.add("provider_id", "Provider", self.provider, value=pick)
        dialog.form.add("service_id", "Service", self.service)
        dialog.form.add("place_told", "Where, as told", TextField(), value=place_told,
                        help_text="The home or firm in the nominator’s own words.")  # fmt: skip
        self.offer()
        if service_id:
            self.service.show_answer(service_id)
        self.provider.changed.connect(self.offer)

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

    def facts(self, answers: Answers) -> Answers:
        """What was said."""
        return {
            "provider_id": answers["provider_id"] or None, "service_id": answers["service_id"] or None,
            "place_told": answers["place_told"],
        }  # fmt: skip
