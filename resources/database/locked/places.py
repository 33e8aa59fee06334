"""Where a locked register stands: in one folder beside the office's file."""

from dataclasses import dataclass
from pathlib import Path


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
    def purged(self) -> Path:
        """The keys of people who were purged, kept apart from the backups: a restore brings none of them back."""
        return self.folder / "purged.json"

    @property
    def backups(self) -> Path:
        """Its backups, locked with the same key."""
        return self.folder / "register backups"

    def is_there(self) -> bool:
        """Whether a register was begun here, be it whole or not."""
        return any(path.exists() for path in (self.register, self.passphrase_key, self.recovery_key))


def places_of(office: Path) -> Places:
    """Where the register of an office stands."""
    return Places(office.with_name(f"{office.stem} i-Work"))
