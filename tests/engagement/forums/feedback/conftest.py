"""A forum that was held, and files of feedback on it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engagement.forums.events import get
from engagement.forums.feedback.checking import Checked, check
from engagement.forums.feedback.mapping import Uses, suggest
from resources.database import Database, change
from resources.files.forms.forms_file import read_forms_file


@pytest.fixture
def event(db: Database, held: tuple[str, dict[str, str]]) -> str:
    """Three people came: Amina Khan, Ben Lund and Eve Yew, who walked in. Two have an address."""
    with change(db, "Wrote addresses"):
        for name in ("Amina Khan", "Ben Lund"):
            key = db.value("select id from contact where name = ?", (name,))
            db.update_row("contact", key, {"email": f"{name.split()[0].lower()}@example.org"})
    return held[0]


@pytest.fixture
def checked(db: Database, event: str, tmp_path: Path) -> Callable[..., Checked]:
    """What a file that `make` writes would bring to the event, mapped as suggested or as said."""

    def look(
        make: Callable[[Path], Path], *, uses: Uses | None = None, name: str = "", **more: bool
    ) -> Checked:
        ending = ".xlsx" if "xlsx" in make.__name__ else ".csv"
        file = read_forms_file(make(tmp_path / f"{name or make.__name__}{ending}"))
        suggested = suggest(db, file, get(db, event).kind)
        return check(db, event, file, {**suggested, **(uses or {})}, **more)

    return look
