"""Adding a service, changing one, and giving services to an officer."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field, provider_pick, suggesting, words_field
from desktop.dialogs.register.provider import MOST_BEDS
from desktop.widgets.forms.fields import CheckField, DateField, TextField, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.providers import Provider
from engagement.register.services import Service, ServiceFacts, portfolio_officers
from engagement.register.vocabulary import ServiceKind
from resources.database import Database

_FROM_POSTCODE = "Leave empty to have it found from the postcode."


@dataclass(frozen=True)
class NewService:
    """What was entered, and whose service it is."""

    provider_id: str
    facts: ServiceFacts


class ServiceForm(FormDialog):
    """The rows that adding and editing share."""

    def add_rows(self, db: Database, held: Service | None) -> None:
        """Most needed first; a new service has empty rows."""
        add, facts = self.form.add, _shown(held)
        add("name", "Name", TextField(), value=facts.get("name"), needed=True)
        add("kind", "Kind", words_field(ServiceKind), value=facts.get("kind"), needed=True)
        add("cqc_location_id", "CQC Location ID", TextField(), value=facts.get("cqc_location_id"),
            help_text="Leave empty where CQC does not register it.")  # fmt: skip
        officer = suggesting(TextField(), portfolio_officers(db))
        add("portfolio_officer", "Portfolio officer", officer, value=facts.get("portfolio_officer"))
        add("registered_manager", "Registered manager", TextField(), value=facts.get("registered_manager"))
        add("beds", "Beds", number_field(most=MOST_BEDS), value=facts.get("beds"),
            help_text="Leave empty where the service has none.")  # fmt: skip
        self.form.add_heading("Where it is")
        add("address", "Address", TextField(), value=facts.get("address"))
        add("postcode", "Postcode", TextField(), value=facts.get("postcode"))
        add("district", "District", TextField(), value=facts.get("district"), help_text=_FROM_POSTCODE)
        add("authority", "Authority", TextField(), value=facts.get("authority"), help_text=_FROM_POSTCODE)
        add("phone", "Phone", TextField(), value=facts.get("phone"))
        add("website", "Website", TextField(), value=facts.get("website"))
        self.form.add_heading("Registration")
        add("also_known_as", "Also known as", TextField(), value=facts.get("also_known_as"))
        add("registered_on", "Registered", DateField(), value=facts.get("registered_on"))
        add(
            "dormant",
            "",
            CheckField("Dormant: registered, and not giving care now"),
            value=facts.get("dormant"),
        )

    def facts_of(self, answers: Answers) -> ServiceFacts:
        """The rows that are facts of a service."""
        return {name: answer for name, answer in answers.items() if name != "provider_id"}  # type: ignore[return-value]


def _shown(held: Service | None) -> dict[str, object]:
    return {} if held is None else {name: getattr(held, name) for name in held.__dataclass_fields__}


class AddService(ServiceForm):
    """A place or branch; `provider` is offered as whose it is."""

    def __init__(self, db: Database, provider: Provider | None, parent: QWidget | None) -> None:
        intro = "A place or a branch of a provider that is in the register already."
        super().__init__("Add a service", "Add service", parent, intro=intro)
        pick = provider_pick(provider) if provider is not None else None
        self.form.add("provider_id", "Provider", provider_field(db), value=pick, needed=True)
        self.add_rows(db, None)

    def value(self, answers: Answers) -> NewService:
        """The service and its provider."""
        return NewService(answers["provider_id"], self.facts_of(answers))


class EditService(ServiceForm):
    """Everything that is kept of a service; what is changed here CQC's next file leaves alone."""

    def __init__(self, db: Database, held: Service, parent: QWidget | None) -> None:
        intro = "What you change here stays, whatever CQC’s next file says of it."
        super().__init__(f"Edit {held.name}", "Save changes", parent, intro=intro)
        self.add_rows(db, held)

    def value(self, answers: Answers) -> ServiceFacts:
        """The facts."""
        return self.facts_of(answers)


class MoveService(FormDialog):
    """Another provider runs it now."""

    def __init__(self, db: Database, held: Service, parent: QWidget | None) -> None:
        intro = "Its ratings, contract, contacts and notes go with it."
        super().__init__(f"Move {held.name}", "Move service", parent, intro=intro)
        self.form.add("provider_id", "To provider", provider_field(db), needed=True)

    def value(self, answers: Answers) -> str:
        """The provider's key."""
        return str(answers["provider_id"])


class SetOfficer(FormDialog):
    """One name for every service that is selected."""

    def __init__(self, db: Database, services: list[Service], parent: QWidget | None) -> None:
        whose = services[0].name if len(services) == 1 else f"{len(services)} services"
        super().__init__("Set the portfolio officer", "Set officer", parent, intro=f"Of {whose}.", width=440)
        before = {each.portfolio_officer for each in services}
        officer = suggesting(TextField(), portfolio_officers(db))
        self.form.add("officer", "Portfolio officer", officer, value=before.pop() if len(before) == 1 else None,
                      help_text="Leave empty where nobody is responsible.")  # fmt: skip

    def value(self, answers: Answers) -> str:
        """The name, or nothing."""
        return str(answers["officer"])
