"""Settings of the register that its people choose: each a name and a text."""

from resources.database import Database, change, new_key


def setting(vault: Database, name: str, otherwise: str = "") -> str:
    """What was chosen, or what holds while nobody has chosen."""
    value = vault.value("select value from register_setting where name = ?", (name,))
    return otherwise if value is None else str(value)


def number_setting(vault: Database, name: str, otherwise: int) -> int:
    """The same of a whole number."""
    return int(setting(vault, name, str(otherwise)))


def set_setting(vault: Database, name: str, value: str, *, action: str) -> None:
    """Choose one. `action` is what the change is called."""
    key = vault.value("select id from register_setting where name = ?", (name,))
    with change(vault, action):
        if key is None:
            vault.insert_row("register_setting", {"id": new_key(), "name": name, "value": value})
        else:
            vault.update_row("register_setting", str(key), {"value": value})
