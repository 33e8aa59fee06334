"""What the File menu offers."""

from pathlib import Path

from desktop.file_menu import file_of_backup
from resources.folders import default_file


def test_a_backup_is_of_the_file_beside_its_folder(tmp_path: Path) -> None:
    inside = tmp_path / "Care team backups" / "Care team 2026-03-04 145200.backup"
    assert file_of_backup(inside) == tmp_path / "Care team.providerdesk"
    assert file_of_backup(Path("/one.backup")) == default_file()
    assert file_of_backup(tmp_path / "one.backup") == default_file()
