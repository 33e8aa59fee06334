"""A table over 365 services."""

from pytestqt.qtbot import QtBot

from desktop.shell.settings import Settings
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.table import TableView
from tests.desktop.fake_listing import FakeListing
from tests.desktop.sample_window import make_listing


def shown(qtbot: QtBot, listing: FakeListing | None = None, settings: Settings | None = None) -> TableView:
    model = ListingModel(listing or make_listing(), None)
    table = TableView(model, name="services", title="Services", settings=settings)
    qtbot.addWidget(table)
    table.resize(1000, 500)
    table.show()
    return table
