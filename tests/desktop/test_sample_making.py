"""Making the file of the sample county."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.sample_making import make_sample
from desktop.shell.jobs import Progress
from resources.problem import Problem

NOW = datetime(2026, 3, 4, 14, 52, tzinfo=UTC)


def test_what_the_disk_refuses_is_said_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("engagement.sample.make", full)
    with pytest.raises(Problem, match=r"could not be put into .*No space left on device"):
        make_sample(tmp_path / "Sample.providerdesk", lambda: NOW, Progress())
    assert list(tmp_path.iterdir()) == []
