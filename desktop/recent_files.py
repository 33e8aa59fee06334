"""The files used lately, and the one used last."""

from pathlib import Path

from desktop.shell.settings import Settings

_MOST = 4


class RecentFiles:
    """Kept in the settings of the person at the desk; sample data is never among them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def last(self) -> Path | None:
        """The file used last, wherever it is now."""
        kept = self._settings.text("last_file")
        return Path(kept) if kept else None

    def others(self, than: Path) -> list[Path]:
        """What was used before, the last one first."""
        return [path for path in self._listed() if path != than][:_MOST]

    def remember(self, path: Path) -> None:
        """This is the file used last."""
        self._settings.put("last_file", str(path))
        self._settings.put("recent", {"files": [str(one) for one in (path, *self.others(path))]})

    def _listed(self) -> list[Path]:
        kept = self._settings.mapping("recent").get("files")
        return [Path(str(one)) for one in kept] if isinstance(kept, list) else []
