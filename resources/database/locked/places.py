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


def places_of(office: Path) -> Places:
    """Where the register of an office stands."""
    return Places(office.with_name(f"{office.stem} i-Work"))
