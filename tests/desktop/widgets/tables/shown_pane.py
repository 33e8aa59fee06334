"""A pane over 365 services, and what stands in it."""

from pytestqt.qtbot import QtBot

from desktop.widgets.parts import button
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.table_pane import TablePane
from tests.desktop.sample_window import make_listing


def shown(qtbot: QtBot) -> TablePane:
    pane = TablePane(
        ListingModel(make_listing(), None),
        name="services",
        title="Services",
        chips=("kind", "district", "rating"),
    )
    qtbot.addWidget(pane)
    pane.resize(1000, 500)
    pane.show()
    return pane


def buttons(pane: TablePane) -> dict[str, object]:
    found = pane.findChildren(type(button("x")))
    return {one.accessibleName(): one for one in found if not one.isHidden()}


def field(pane: TablePane):  # type: ignore[no-untyped-def]
    return pane.bar.field
