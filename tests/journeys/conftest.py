"""The sample county on one fixed day, made once for all journeys and copied for each."""

from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest
from filelock import FileLock

from desktop.capabilities import CAPABILITIES
from engagement import sample
from resources.database import open_file

COUNTY_NOW = datetime(2026, 3, 4, 14, 52, tzinfo=UTC)
_READ_THE_CLOCK = ("desktop.clock", "desktop.pages.events.forums", "desktop.shell.frame.window")


class _ThatDay(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return COUNTY_NOW.astimezone(tz)


@pytest.fixture(scope="session")
def sample_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its closed file; test processes beside this one share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    made = shared / "Sample county.providerdesk"
    with FileLock(shared / "sample county.lock"):
        if not made.exists():
            part = shared / "Part of a county.providerdesk"
            opened = open_file(part, CAPABILITIES, who="Sample data", create=True)
            sample.make(opened.db, today=COUNTY_NOW.date())
            opened.close()
            part.rename(made)
    return made


@pytest.fixture
def county_file(sample_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy that a test may change, while the clock on the wall shows the county's day."""
    for module in _READ_THE_CLOCK:
        monkeypatch.setattr(f"{module}.datetime", _ThatDay)
    copy = tmp_path / "County.providerdesk"
    copy.write_bytes(sample_made.read_bytes())
    return copy
