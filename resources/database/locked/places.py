"""Where a locked register stands: in one folder beside the office's file."""

from dataclasses import dataclass
from pathlib import Path

from resources.database import backups


@dataclass(frozen=True)
class Places:
    """The files of one locked register, none of which need be there."""

    folder: Path

    @property
    def register(self) -> Path:
        """What is locked."""
        return self.folder / "register.iwork"

    @property
    def passphrase_key(self) -> Path:
        """Its key, for whoever knows the passphrase."""
        return self.folder / "passphrase.key"

    @property
    def recovery_key(self) -> Path:
        """Its key, for whoever has the recovery sheet."""
        return self.folder / "recovery.key"

    @property
    def lock_note(self) -> Path:
        """What is told of the keys in the clear. The register opens without it."""
        return self.folder / "lock.json"

    @property
    def purged(self) -> Path:
        """The keys of people who were purged, kept apart from the backups: a restore brings none of them back."""
        return self.folder / "purged.json"

    @property
    def backups(self) -> Path:
        """Its backups, locked with the same key."""
        return self.folder / "register backups"

    def is_there(self) -> bool:
        """Whether a register stands here, or stood here and its backups still do.

        Key files alone are left of one that was never made whole.
        """
        if self.register.exists() or backups.is_being_restored(self.register):
            return True
        return bool(backups.listed(self.register, self.backups)) or any(self.backups.glob("Set aside *"))


IN_THE_MAKING = " in the making"
"""What the name of an office ends in whose register is only being made."""
_ENDING = " i-Work"


def left_beside(office: Path) -> list[Places]:
    """Registers beside an office's file that belong to no file of their name: that file was renamed, or moved away."""
    try:
        folders = sorted(
            path for path in office.parent.iterdir() if path.name.endswith(_ENDING) and path.is_dir()
        )
    except OSError:
        return []
    found = []
    for folder in folders:
        stem = folder.name.removesuffix(_ENDING)
        belongs = folder.with_name(f"{stem}{office.suffix}").exists() or stem.endswith(IN_THE_MAKING)
        if not belongs and folder != places_of(office).folder and Places(folder).is_there():
            found.append(Places(folder))
    return found


def places_of(office: Path) -> Places:
    """Where the register of an office stands."""
    return Places(office.with_name(f"{office.stem}{_ENDING}"))
