"""A round that takes nominations, and files of them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from awards.nominations.files.checked import Checked, Choices
from awards.nominations.files.checking import check
from awards.nominations.files.mapping import Uses, suggest
from resources.database import Database
from resources.files.forms.forms_file import FormsFile, read_forms_file
from tests.awards.gala import Gala
from tests.awards.nominations.files import made_nominations as made

TODAY = date(2026, 9, 30)
Look = Callable[..., Checked]


@pytest.fixture
def gala(db: Database) -> Gala:
    return Gala(db)


@pytest.fixture
def look(db: Database, gala: Gala, tmp_path: Path) -> Look:
    """What a file of these rows would bring to the round, mapped as suggested."""

    def checked(
        rows: Sequence[Sequence[str]] | FormsFile, *, headings: Sequence[str] = made.HEADINGS, uses: Uses | None = None,
        name: str = "form.csv", **chosen: Any,
    ) -> Checked:  # fmt: skip
        file = (
            rows
            if isinstance(rows, FormsFile)
            else read_forms_file(made.nominations_csv(tmp_path / name, rows, headings))
        )
        names = [(one.id, one.name) for one in gala.categories]
        suggested = {**suggest(db, file, names), **(uses or {})}
        return check(db, gala.round_id, file, suggested, replace(Choices(), **chosen), today=TODAY)

    return checked
