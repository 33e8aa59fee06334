"""The lists of the reach page: services or providers, each list filled when it is first looked at."""

from collections.abc import Callable, Sequence

from desktop.pages.table_saving import shown_table
from desktop.shell.settings import Settings
from desktop.widgets.empty import EmptyPage
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums.reach.answering import Answer
from engagement.forums.reach.figures import ProviderReach, Reach, ServiceReach
from engagement.forums.reach.tables import (
    COUNTED,
    PROVIDER_COLUMNS,
    SERVICE_COLUMNS,
    provider_cells,
    service_cells,
)
from resources.tables import Table


class ReachList(TablePane):
    """One list. It keeps what it is given, and makes its rows when it is to be seen."""

    def __init__(
        self, name: str, title: str, empty: str, settings: Settings, *, of_providers: bool = False
    ) -> None:
        columns = PROVIDER_COLUMNS if of_providers else SERVICE_COLUMNS
        chips = ("band",) if of_providers else ("band", "rating", "kind", "district")
        super().__init__(
            RowsModel(columns), name=f"reach_{name}", title=title, chips=chips, settings=settings,
            empty=EmptyPage(empty),
        )  # fmt: skip
        self._title = title
        self._waiting: Callable[[], None] | None = None

    def hold_services(self, services: Sequence[ServiceReach], months: int) -> None:
        """Rows for later."""
        self._hold(lambda: ([service_cells(one, months) for one in services], [one.id for one in services]))

    def hold_providers(self, providers: Sequence[ProviderReach], months: int) -> None:
        """Rows for later."""
        self._hold(
            lambda: ([provider_cells(one, months) for one in providers], [one.id for one in providers])
        )

    def _hold(self, make: Callable[[], tuple[list, list[str]]]) -> None:
        def fill() -> None:
            rows, keys = make()
            model = self.model
            assert isinstance(model, RowsModel)
            model.set_rows(rows, keys=keys)

        self._waiting = fill
        if self.isVisible():
            self.fill()

    def fill(self) -> None:
        """Make the rows, unless they are made."""
        if self._waiting is not None:
            fill, self._waiting = self._waiting, None
            fill()

    def chosen_keys(self) -> list[str]:
        """Those selected when there are several, else all that the filter shows."""
        selected = self.table.selected_keys()
        return selected if len(selected) > 1 else [str(row[0]) for row in self.model.all_rows()]

    def table_shown(self) -> Table:
        """What the filter shows, to copy or save."""
        return shown_table(self._title, self.model, self.bar, notes=(COUNTED,))


LISTS: dict[str, tuple[str, str, Callable[[Reach], Sequence[ServiceReach]]]] = {
    "not_seen": ("Not seen", "Every service that ever came was seen lately.", lambda found: found.not_seen),
    "never": ("Never", "Every service has come to something.", lambda found: found.never),
    "new_faces": ("New faces", "Nobody came for the first time in this time.", lambda found: found.new_faces),
    "lapsed": (
        "Lapsed",
        "Every service that came in the year before has come again.",
        lambda found: found.lapsed,
    ),
    "services": ("All services", "No services are held for these choices.", lambda found: found.services),
}
"""Each list of services: its tab, what stands there when it is empty, and whom it holds."""


def hold_all(lists: dict[str, ReachList], providers: ReachList, answer: Answer) -> None:
    """Give every list what it shows."""
    months = answer.reach.question.months
    for name, pane in lists.items():
        pane.hold_services(LISTS[name][2](answer.reach), months)
    providers.hold_providers(answer.providers, months)
