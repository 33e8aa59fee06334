"""Where things stand on the user's computer."""

import os
import sys
from pathlib import Path, PureWindowsPath

from platformdirs import user_config_path, user_data_path, user_documents_path, user_log_path

NAME = "Provider Desk"
FILE_ENDING = ".providerdesk"


def _home() -> Path | None:
    """A folder that stands in for all of the user's, set with PROVIDER_DESK_HOME."""
    chosen = os.environ.get("PROVIDER_DESK_HOME")
    return Path(chosen) if chosen else None


def data_folder() -> Path:
    """The live file's folder: local to this computer, never roaming or synced."""
    home = _home()
    return home / "data" if home else user_data_path(NAME, appauthor=False)


def settings_folder() -> Path:
    """What the program remembers of its window."""
    home = _home()
    return home / "settings" if home else user_config_path(NAME, appauthor=False)


def log_folder() -> Path:
    """Reports of the program's own faults, without personal data."""
    home = _home()
    return home / "log" if home else user_log_path(NAME, appauthor=False)


def unfinished_folder() -> Path:
    """Notes of the files that are being written just now."""
    return data_folder() / "unfinished"


def documents_folder() -> Path:
    """Where documents are saved when nothing else is chosen; the folder above where there is none of that name.

    A file dialog that is given a folder which is not there takes its name for that of a file.
    """
    home = _home()
    wanted = home / "documents" if home else user_documents_path()
    return next((folder for folder in (wanted, *wanted.parents) if folder.is_dir()), wanted)


def default_file() -> Path:
    """The office's own file."""
    return data_folder() / f"Provider Desk{FILE_ENDING}"


def sample_file() -> Path:
    """The sample county's file, apart from the office's own."""
    return data_folder() / f"Sample county{FILE_ENDING}"


def backup_folder(file: Path) -> Path:
    """The backups of one file stand beside it, in a folder of its name."""
    return file.with_name(f"{file.stem} backups")


_SYNCED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "box sync",
    "sharepoint",
)


def why_not_here(file: Path) -> str | None:
    """Why a live file should not stand in this place, as a sentence; None when the place is fine."""
    place = PureWindowsPath(str(file))  # it parts a path at both kinds of slash
    if place.drive.startswith("\\\\") or _is_network_drive(place.drive):
        return (
            f"“{file.name}” stands on a network share. Changes can be lost there when two computers write, "
            "so keep it on this computer and put backups on the share."
        )
    for part in place.parts[:-1]:
        if part.casefold().startswith(_SYNCED):
            return (
                f"“{file.name}” stands in the synced folder “{part}”. Syncing can swap the file while it is being "
                "written, so keep it on this computer and put backups in the synced folder."
            )
    return None


def _is_network_drive(drive: str) -> bool:
    """A share that has been given a letter, as councils do (H:)."""
    if sys.platform != "win32" or not drive:
        return False
    import ctypes

    remote = 4  # DRIVE_REMOTE
    return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == remote)
