"""The desk that every side of the page of reports is tried at."""

from collections.abc import Iterator

import pytest

from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile
from tests.desktop.pages.register_desk import make_real_desk


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    """A desk on a file of its own; what it began in the background has ended before the file closes."""
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()
