"""The pane beside the services: the chosen service, or the provider that runs it."""

from desktop.clock import today
from desktop.pages.register.chosen import Chosen
from desktop.pages.register.provider_acts import ProviderActs
from desktop.pages.register.register_detail import Doing, provider_detail, service_detail
from desktop.pages.register.service_acts import ServiceActs
from desktop.pages.register.standing_acts import StandingActs
from desktop.pages.settling import Settling
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.tables.table_pane import TablePane
from engagement.register.services import Service


class ServicePane(DetailPane):
    """Follows the table; a link in it shows the provider instead, until another service is chosen."""

    def __init__(
        self,
        desk: Desk,
        pane: TablePane,
        chosen: Chosen[Service],
        acts: tuple[ServiceActs, StandingActs, ProviderActs],
    ) -> None:
        super().__init__("Service", "Choose a service to see it here.")
        self._desk, self._table, self._chosen = desk, pane, chosen
        self._acts = acts[-1]
        self._provider = ""  # the provider that is shown, if one is
        self.settling = Settling(self._draw, self)
        self._doing = self._what_is_done(*acts)

    def _what_is_done(self, services: ServiceActs, standing: StandingActs, acts: ProviderActs) -> Doing:
        return Doing(
            go=self._desk.navigator.go,
            show_service=self.show_service,
            show_provider=self.show_provider,
            edit_service=services.edit,
            restore=services.restore,
            set_contract=standing.set_contract,
            correct_contract=standing.correct_contract,
            record_rating=standing.record_rating,
            correct_rating=standing.correct_rating,
            add_note=self._add_note,
            edit_notes=acts.edit_notes,
            add_contact=self._add_contact,
            move_service=services.move,
            edit_provider=acts.edit_provider,
            archive_provider=acts.archive_or_restore_provider,
            history=acts.show_history,
            write=self._chosen.may_write(),
        )

    def follow(self) -> None:
        """Show the service that the cursor has come to, once it rests there."""
        self._provider = ""
        self.settling.ask()

    def show_again(self) -> None:
        """Show what was shown as it is now; the service when its row is gone."""
        if not self._chosen.is_one():
            self._provider = ""
        self.settling.now()

    def show_provider(self, key: str) -> None:
        """Show a provider, whichever service is chosen."""
        self._provider = key
        self.settling.now()

    def show_service(self, key: str) -> None:
        """Show a service, and its row."""
        self._provider = ""
        if key == self._chosen.key:
            self.settling.now()
        else:
            self._table.show_row(key)

    def _draw(self) -> None:
        db, held = self._desk.db, self._chosen.held
        if self._provider:
            self.show_detail(provider_detail(db, self._provider, self._chosen.key, today(), self._doing))
        elif held is not None:
            self.show_detail(service_detail(db, held.id, self._state(held.id), today(), self._doing))
        else:
            self.clear()

    def _state(self, key: str) -> str:
        model = self._table.model
        at = model.row_of(key)
        return str(model.cell(at, model.column_named("state"))) if at >= 0 else ""

    def _add_contact(self) -> None:
        if self._provider:
            self._acts.add_provider_contact(self._provider)
        else:
            self._acts.add_contact()

    def _add_note(self) -> None:
        if self._provider:
            self._acts.add_provider_note(self._provider)
        else:
            self._acts.add_note()
