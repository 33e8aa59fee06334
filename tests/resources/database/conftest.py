"""An opened file of the small capability."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from resources.database import Database, OpenFile, open_file
from tests.resources.database.opened_files import new
from tests.resources.database.small import SMALL


@pytest.fixture
def shop_file(tmp_path: Path) -> Iterator[OpenFile]:
    file = open_file(tmp_path / "shop.providerdesk", (SMALL,), who="Ann Reader", create=True)
    yield file
    file.close()


@pytest.fixture
def shop(shop_file: OpenFile) -> Database:
    return shop_file.db


@pytest.fixture
def path(tmp_path):
    return new(tmp_path / "shop.providerdesk")
