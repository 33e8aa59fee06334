"""What the program remembers about this person's window, in one small JSON file."""

import json
from contextlib import suppress
from pathlib import Path

from resources.folders import settings_folder

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]


class Settings:
    """Named values that outlive the window. A damaged file is set aside; a folder that refuses is lived with."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or settings_folder()) / "settings.json"
        self._values: dict[str, Plain] = self._read()

    def text(self, name: str, default: str = "") -> str:
        """A value that is text."""
        value = self._values.get(name)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: float) -> float:
        """A value that is a number."""
        value = self._values.get(name)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else default

    def mapping(self, name: str) -> dict[str, Plain]:
        """A value that is a dictionary, as a copy."""
        value = self._values.get(name)
        return dict(value) if isinstance(value, dict) else {}

    def put(self, name: str, value: Plain) -> None:
        """Remember `value` under `name`, now."""
        if self._values.get(name) == value:
            return
        self._values[name] = value
        with suppress(OSError):  # a window that forgets its width is better than one that stops
            self._write()

    def _read(self) -> dict[str, Plain]:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except OSError:
            return {}
        except ValueError:
            self._set_aside()
            return {}
        return found if isinstance(found, dict) else {}

    def _set_aside(self) -> None:
        with suppress(OSError):
            self.path.replace(self.path.with_suffix(".damaged.json"))

    def _write(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(self._values, indent=1, ensure_ascii=False), encoding="utf-8")
        fresh.replace(self.path)
