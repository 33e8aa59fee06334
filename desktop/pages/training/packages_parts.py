"""The lists of the learning packages: the worklist, offers, before and after as counts and by service, packages."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from desktop.pages.sides.list_part import ListPart
from desktop.pages.training.packages_detail import (
    count_detail,
    offer_detail,
    outcome_detail,
    worklist_detail,
)
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from resources.report.exemption import Exemption
from resources.tables import Table
from workforce.training.packages.before_and_after import (
    COUNT_COLUMNS,
    NOT_PROOF,
    OUTCOME_COLUMNS,
    OutcomeCount,
    ServiceOutcome,
    before_and_after,
    counts_table,
    outcome_counts,
    outcome_row,
)
from workforce.training.packages.offers import NAMED_EXEMPT, is_offer, offers
from workforce.training.packages.packages import packages
from workforce.training.packages.tables import OFFER_COLUMNS, PACKAGE_COLUMNS, offers_table, packages_table
from workforce.training.packages.worklist import (
    WORKLIST_COLUMNS,
    NeedsPackage,
    package_names,
    worklist,
    worklist_row,
)

Actions = Callable[[], Sequence[Action]]
Open = Callable[[str], object]
Go = Callable[[], object]


def _nobody_low(desk: Desk) -> EmptyPage:
    go = partial(desk.navigator.go, "imports", "")
    return EmptyPage(_NOBODY_LOW, Action("packages_next", "Go to the imports", go))


def _nothing_offered(sentence: str, go: Go) -> EmptyPage:
    return EmptyPage(sentence, Action("packages_next", "Go to the worklist", go))


class PackageList(ListPart):
    """One of them; `exempt` is why its rows are not for publication."""

    exempt: Exemption | None = None

    def read(self, today: date) -> None:
        """As it stands today."""

    def shown(self) -> Table:
        """The rows shown, with what is to be said beneath them."""
        return replace(self.table(), exempt=self.exempt)


class WorklistPart(PackageList):
    """Services that stand low."""

    exempt = NAMED_EXEMPT

    def __init__(self, desk: Desk, actions: Actions, open_offer: Open) -> None:
        super().__init__(
            desk, WORKLIST_COLUMNS, name="package_worklist", title="Services rated low", one="Service",
            draw=self._detail, empty=_nobody_low(desk),
            chips=("rating", "state", "contract", "district", "kind"),
        )  # fmt: skip
        self._desk, self._actions, self._open_offer = desk, actions, open_offer
        self._found: dict[str, NeedsPackage] = {}

    def read(self, today: date) -> None:
        """As it stands today."""
        self._found = {one.service_id: one for one in worklist(self._desk.db, on=today)}
        names = package_names(self._desk.db)
        self.show_rows([worklist_row(one, names) for one in self._found.values()], list(self._found))

    def _detail(self, key: str) -> Detail | None:
        one = self._found.get(key)
        return None if one is None else worklist_detail(
            one, package_names(self._desk.db), self._actions(), go=self._desk.navigator.go,
            open_offer=self._open_offer,
        )  # fmt: skip


class OffersPart(PackageList):
    """Every offer."""

    exempt = NAMED_EXEMPT

    def __init__(self, desk: Desk, actions: Actions, edit_session: Callable[[], Open | None], go: Go) -> None:
        super().__init__(
            desk, OFFER_COLUMNS, name="package_offers", title="Offers of learning packages", one="Offer",
            draw=self._detail, chips=("package", "status", "rating"),
            empty=_nothing_offered(_NO_OFFER, go),
        )  # fmt: skip
        self._desk, self._actions, self._edit_session = desk, actions, edit_session

    def read(self, today: date) -> None:
        """As they stand."""
        self.show_rows(offers_table(self._desk.db).rows, [one.id for one in offers(self._desk.db)])

    def _detail(self, key: str) -> Detail | None:
        if not is_offer(self._desk.db, key):
            return None
        return offer_detail(
            self._desk.db, key, self._actions(), go=self._desk.navigator.go, edit_session=self._edit_session()
        )

    def shown(self) -> Table:
        """The rows shown."""
        return replace(self.table(offers_table(self._desk.db).notes), exempt=self.exempt)


class CountsPart(PackageList):
    """Before and after, as counts."""

    def __init__(self, desk: Desk, go: Go) -> None:
        super().__init__(
            desk, COUNT_COLUMNS, name="package_counts", title="Ratings before and after a learning package",
            one="Count", draw=self._detail, chips=("took", "question"),
            empty=_nothing_offered(_NO_OUTCOME, go),
        )  # fmt: skip
        self._desk = desk
        self._found: list[OutcomeCount] = []

    def read(self, today: date) -> None:
        """As it stands today."""
        self._found = outcome_counts(before_and_after(self._desk.db, on=today))
        rows = counts_table(self._desk.db, on=today).rows
        self.show_rows(rows, [str(at) for at in range(len(rows))])

    def _detail(self, key: str) -> Detail | None:
        return count_detail(self._found[int(key)]) if int(key) < len(self._found) else None

    def shown(self) -> Table:
        """The rows shown."""
        return self.table((NOT_PROOF,))


class OutcomesPart(PackageList):
    """Before and after, service by service."""

    exempt = NAMED_EXEMPT

    def __init__(self, desk: Desk, go: Go) -> None:
        super().__init__(
            desk, OUTCOME_COLUMNS, name="package_outcomes", title="Services before and after a learning package",
            one="Service", draw=self._detail, chips=("took", "before", "after", "moved"),
            empty=_nothing_offered(_NO_OUTCOME, go),
        )  # fmt: skip
        self._desk = desk
        self._found: dict[str, ServiceOutcome] = {}

    def read(self, today: date) -> None:
        """As it stands today."""
        self._found = {one.service_id: one for one in before_and_after(self._desk.db, on=today)}
        names = package_names(self._desk.db)
        self.show_rows([outcome_row(one, names) for one in self._found.values()], list(self._found))

    def _detail(self, key: str) -> Detail | None:
        one = self._found.get(key)
        return None if one is None else outcome_detail(one, go=self._desk.navigator.go)

    def shown(self) -> Table:
        """The rows shown."""
        return replace(self.table((NOT_PROOF,)), exempt=self.exempt)


class PackagesPart(PackageList):
    """The packages themselves, by their names: those that ship have no key yet."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__(
            desk, PACKAGE_COLUMNS, name="packages", title="Learning packages", one="Learning package",
            draw=partial(_package_detail, desk, actions), empty=EmptyPage("There is no learning package."),
        )  # fmt: skip
        self._desk = desk

    def read(self, today: date) -> None:
        """As they stand."""
        table = packages_table(self._desk.db)
        self.show_rows(table.rows, [str(row[0]) for row in table.rows])

    def kept_key(self) -> str:
        """The key of the one chosen, where it is kept."""
        return next((one.id for one in packages(self._desk.db, archived=True) if one.name == self.key), "")


_NOBODY_LOW = (
    "No service of ours stands Inadequate or Requires improvement. One that becomes so is listed here on the day that "
    "its rating is taken in."
)
_NO_OFFER = "No learning package was offered yet. Offer one to a service on the worklist."
_NO_OUTCOME = (
    "No learning package was offered yet. Once one is, the ratings at the offer and at the next inspection stand here "
    "side by side."
)


def _package_detail(desk: Desk, actions: Actions, key: str) -> Detail | None:
    one = next((each for each in packages(desk.db, archived=True) if each.name == key), None)
    if one is None:
        return None
    lines = (Line("", one.description), Line("Source", one.source))
    return Detail(one.name, "", (), actions(), (Section("What it is", lines),))
