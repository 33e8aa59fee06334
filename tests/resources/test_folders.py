from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from resources import folders


@pytest.mark.parametrize(
    "place",
    [
        PureWindowsPath(r"\\nccfs01\team\Provider Desk.providerdesk"),
        PureWindowsPath(r"\\?\UNC\nccfs01\team\Provider Desk.providerdesk"),
        PurePosixPath("//nccfs01/team/Provider Desk.providerdesk"),
    ],
)
def test_a_network_share_is_warned_of(place):
    assert folders.why_not_here(place) == (
        "“Provider Desk.providerdesk” stands on a network share. Changes can be lost there when two computers write, "
        "so keep it on this computer and put backups on the share."
    )


@pytest.mark.parametrize(
    ("place", "folder"),
    [
        (PureWindowsPath(r"C:\Users\ann\OneDrive - Notts County\a.providerdesk"), "OneDrive - Notts County"),
        (PureWindowsPath(r"C:\Users\ann\onedrive\Desk\a.providerdesk"), "onedrive"),
        (PurePosixPath("/home/ann/Dropbox/a.providerdesk"), "Dropbox"),
        (PurePosixPath("/Users/ann/Library/CloudStorage/GoogleDrive-ann/a.providerdesk"), "GoogleDrive-ann"),
    ],
)
def test_a_synced_folder_is_warned_of_by_its_name(place, folder):
    assert folders.why_not_here(place) == (
        f"“a.providerdesk” stands in the synced folder “{folder}”. Syncing can swap the file while it is being "
        "written, so keep it on this computer and put backups in the synced folder."
    )


@pytest.mark.parametrize(
    "place",
    [
        PureWindowsPath(r"C:\Users\ann\AppData\Local\Provider Desk\a.providerdesk"),
        PurePosixPath("/home/ann/.local/share/Provider Desk/a.providerdesk"),
        PurePosixPath("/home/ann/OneDrive notes.providerdesk"),
    ],
)
def test_a_local_folder_is_fine(place):
    assert folders.why_not_here(place) is None


def test_the_default_file_stands_in_a_local_folder(monkeypatch):
    monkeypatch.delenv("PROVIDER_DESK_HOME")
    assert folders.why_not_here(folders.default_file()) is None
    assert folders.default_file().suffix == folders.FILE_ENDING
    assert folders.sample_file() != folders.default_file()


def test_one_variable_moves_all_folders(monkeypatch, tmp_path):
    monkeypatch.setenv("PROVIDER_DESK_HOME", str(tmp_path))
    (tmp_path / "documents").mkdir()
    found = [
        folders.data_folder(),
        folders.settings_folder(),
        folders.log_folder(),
        folders.documents_folder(),
    ]
    assert found == [tmp_path / name for name in ("data", "settings", "log", "documents")]


def test_backups_stand_beside_their_file():
    assert folders.backup_folder(Path("/x/Desk.providerdesk")) == Path("/x/Desk backups")


def test_documents_stand_in_a_folder_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVIDER_DESK_HOME", str(tmp_path))
    assert folders.documents_folder() == tmp_path
    (tmp_path / "documents").mkdir()
    assert folders.documents_folder() == tmp_path / "documents"
