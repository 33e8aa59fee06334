"""Making the file of the sample county."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.capabilities import CAPABILITIES
from desktop.iwork_register import open_register
from desktop.sample_making import make_sample, make_sample_register
from desktop.shell.jobs import Progress
from engagement.committee import kept
from resources.database import Database, open_file
from resources.database.locked.places import places_of
from resources.problem import Problem
from workforce.iwork.people.people import add_person, people
from workforce.iwork.sample.making import PASSPHRASE

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


def test_what_is_kept_beside_the_sample_goes_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(db: Database, **_named: object) -> None:
        kept.keep_picture(db, b"a picture")

    monkeypatch.setattr("desktop.sample_making.fill_with_sample", fill)
    made = tmp_path / "Sample.providerdesk"
    make_sample(made, lambda: NOW, Progress())
    assert [one.read_bytes() for one in kept.folder_beside(made).iterdir()] == [b"a picture"]
    assert not [one for one in tmp_path.iterdir() if "in the making" in one.name]


@pytest.fixture
def county(tmp_path: Path) -> Path:
    path = tmp_path / "Sample county.providerdesk"
    open_file(path, CAPABILITIES, who="Test Officer", create=True).close()
    return path


def test_the_sample_register_stands_beside_the_sample_once_it_is_whole(
    county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add_register(vault: Database, db: Database, *, now: datetime) -> None:
        assert db.value("select count(*) from provider") == 0
        add_person(vault, "Wren", now.date(), today=now.date(), family_name="Specimen")

    monkeypatch.setattr("workforce.iwork.sample.making.add_register", add_register)
    make_sample_register(county, NOW)
    opened = open_register(county, PASSPHRASE, who="Test Coach", now=NOW)
    assert [one.given_name for one in people(opened.db)] == ["Wren"]
    opened.close()
    assert [path.name for path in county.parent.iterdir() if path.is_dir()] == ["Sample county i-Work"]
    with pytest.raises(Problem, match=r"There is a register in .* already"):
        make_sample_register(county, NOW)


def test_a_sample_register_that_failed_leaves_nothing(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("workforce.iwork.sample.making.add_register", full)
    with pytest.raises(Problem, match=r"could not be put into .*No space left on device"):
        make_sample_register(county, NOW)
    assert not places_of(county).folder.exists() and not list(county.parent.glob("*in the making*"))
