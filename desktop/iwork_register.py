"""The locked register of i-Work beside the office's file: made, opened, backed up."""

from pathlib import Path

from desktop.vault_capabilities import VAULT_CAPABILITIES
from resources.database import OpenFile, open_file
from resources.database.locked.places import places_of


def open_register(office: Path, secret: str, *, who: str, read_only: bool = False) -> OpenFile:
    """Open it with the passphrase or the code of the recovery sheet."""
    return open_file(places_of(office).register, VAULT_CAPABILITIES, who=who, read_only=read_only)
