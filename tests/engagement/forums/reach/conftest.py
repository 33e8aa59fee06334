"""The sample county, made once for the figures that are checked against it."""

from collections.abc import Iterator

import pytest

from resources.database import Database
from tests.engagement.sample.made_county import made


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    yield from made(tmp_path_factory.mktemp("reach"))
