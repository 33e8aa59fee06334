"""Adding a provider with its first service, and changing what is kept of a provider."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import TextField, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.providers import Provider, ProviderFacts
from engagement.register.services import ServiceFacts
from engagement.register.vocabulary import OrganisationKind, ServiceKind

MOST_BEDS = 2_000
WHAT_COUNTS = "Partners, the council and groups come to forums too, and are counted apart from providers."
_OF_CARE_PROVIDERS = ("cqc_provider_id", "name", "kind", "cqc_location_id", "beds")


@dataclass(frozen=True)
class NewProvider:
    """What was entered: the organisation, and its first service; only a care provider has one."""

    provider: ProviderFacts
    service: ServiceFacts | None


class AddProvider(FormDialog):
    """Name and kind are enough; the rest can wait or comes with CQC's files."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            "Add a provider",
            "Add provider",
            parent,
            intro="An organisation and the first place or branch that it runs. More services can be added after.",
        )
        add = self.form.add
        add("provider_name", "Name of the provider", TextField(), needed=True)
        add(
            "organisation",
            "What it is",
            words_field(OrganisationKind),
            value=OrganisationKind.CARE_PROVIDER,
            needed=True,
            help_text=WHAT_COUNTS,
        ).changed.connect(self._what_it_is)
        add(
            "cqc_provider_id", "CQC Provider ID", TextField(), help_text="Leave empty where CQC gave it none."
        )
        self._of_services = self.form.add_heading("Its first service")
        add(
            "name",
            "Name of the service",
            TextField(),
            help_text="Leave empty where it has the provider’s name.",
        )
        add("kind", "Kind", words_field(ServiceKind), needed=True)
        add("cqc_location_id", "CQC Location ID", TextField())
        add("address", "Address", TextField())
        add("postcode", "Postcode", TextField(), help_text="The district follows from it.")
        add("phone", "Phone", TextField())
        add("beds", "Beds", number_field(most=MOST_BEDS), help_text="Leave empty where the service has none.")

    @Slot()
    def _what_it_is(self) -> None:
        """What runs no service is asked for none."""
        care = self.form.rows["organisation"].field.answer() is OrganisationKind.CARE_PROVIDER
        self._of_services.setVisible(care)
        for name in _OF_CARE_PROVIDERS:
            self.form.show_row(name, care)

    def value(self, answers: Answers) -> NewProvider:
        """Both, as they were entered."""
        provider: ProviderFacts = {
            "name": answers.pop("provider_name"),
            "organisation": answers.pop("organisation"),
        }
        if provider["organisation"] is not OrganisationKind.CARE_PROVIDER:
            shared = {name: answers[name] for name in ("address", "postcode", "phone")}
            return NewProvider({**provider, **shared}, None)  # type: ignore[typeddict-item]
        provider["cqc_provider_id"] = answers.pop("cqc_provider_id")
        service: ServiceFacts = {**answers}  # type: ignore[typeddict-item]  # the rows are named for the facts
        return NewProvider(provider, service)


class EditProvider(FormDialog):
    """Everything that is kept of an organisation."""

    def __init__(self, held: Provider, parent: QWidget | None) -> None:
        super().__init__(f"Edit {held.name}", "Save changes", parent)
        add = self.form.add
        add("name", "Name", TextField(), value=held.name, needed=True)
        what = words_field(OrganisationKind)
        add("organisation", "What it is", what, value=held.organisation, needed=True, help_text=WHAT_COUNTS)
        add("cqc_provider_id", "CQC Provider ID", TextField(), value=held.cqc_provider_id)
        add(
            "brand", "Brand", TextField(), value=held.brand, help_text="The group that it belongs to, if any."
        )
        add("address", "Address", TextField(), value=held.address)
        add("postcode", "Postcode", TextField(), value=held.postcode)
        add("phone", "Phone", TextField(), value=held.phone)
        add("website", "Website", TextField(), value=held.website)

    def value(self, answers: Answers) -> ProviderFacts:
        """The facts."""
        return {**answers}  # type: ignore[typeddict-item]  # the rows are named for the facts
