"""The sample county, made once for all journeys and copied for each."""

from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from desktop.capabilities import CAPABILITIES
from engagement import sample
from resources.database import open_file


@pytest.fixture(scope="session")
def sample_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its closed file, as it stands today; test processes beside this one share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    made = shared / "Sample county.providerdesk"
    with FileLock(shared / "sample county.lock"):
        if not made.exists():
            part = shared / "Part of a county.providerdesk"
            opened = open_file(part, CAPABILITIES, who="Sample data", create=True)
            sample.make(opened.db, today=date.today())
            opened.close()
            part.rename(made)
    return made


@pytest.fixture
def county_file(sample_made: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    copy = tmp_path / "County.providerdesk"
    copy.write_bytes(sample_made.read_bytes())
    return copy
