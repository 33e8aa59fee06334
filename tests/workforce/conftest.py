"""A small county with the survey of the sample, for tests that only read it."""

from collections.abc import Iterator

import pytest

from resources.database import Database
from tests.workforce.sample.small_county import made


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory, migrated: bytes) -> Iterator[Database]:
    """150 services, a baseline and a re-evaluation."""
    yield from made(tmp_path_factory.mktemp("sampled"), migrated)
