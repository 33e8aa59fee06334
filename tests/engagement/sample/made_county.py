"""The times of these tests, and short names for what they do."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from engagement import sample
from resources.database import Database, open_file

TODAY = date(2019, 12, 9)


def made(folder: Path, today: date = TODAY) -> Iterator[Database]:
    opened = open_file(folder / "sample.providerdesk", CAPABILITIES, who="Sample data", create=True)
    sample.make(opened.db, today=today)
    yield opened.db
    opened.close()
