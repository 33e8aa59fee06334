"""What was being typed in a dialog when the register locked. It stands in the register alone, outside its history."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from resources.database import Database, new_key

Typed = str | int | bool | None | list["Typed"] | dict[str, "Typed"]


@dataclass(frozen=True)
class Draft:
    """`title` is the dialog's; `about` the key of the row that was chosen; `fields` what stood in each of its fields,
    `told` the same in words.
    """

    id: str
    kept_at: datetime
    title: str
    about: str
    fields: Mapping[str, Typed]
    told: Sequence[tuple[str, str]]


def keep_draft(
    vault: Database,
    title: str,
    fields: Mapping[str, Typed],
    *,
    told: Sequence[tuple[str, str]] = (),
    about: str = "",
    now: datetime,
) -> Draft:
    """Keep it, in the place of what was kept of the same dialog about the same row."""
    made = Draft(new_key(), now, title, about, dict(fields), tuple(told))
    words = json.dumps({"fields": made.fields, "told": made.told}, ensure_ascii=False)
    with vault.atomic():
        vault.execute("delete from history_draft where title = ? and about = ?", (title, about))
        vault.insert_row(
            "history_draft",
            {"id": made.id, "kept_at": now.isoformat(timespec="seconds"), "title": title, "about": about,
             "fields": words},
        )  # fmt: skip
    return made


def drafts(vault: Database) -> list[Draft]:
    """All that is kept, the latest first."""
    return [
        _read(row)
        for row in vault.rows(
            "select id, kept_at, title, about, fields from history_draft order by kept_at desc, id"
        )
    ]


def throw_away(vault: Database, key: str) -> None:
    """It was put back and saved, or nobody wants it."""
    with vault.atomic():
        vault.execute("delete from history_draft where id = ?", (key,))


def _read(row: tuple[str, ...]) -> Draft:
    key, kept_at, title, about, words = row
    held = json.loads(words)
    told = tuple((str(name), str(text)) for name, text in held["told"])
    return Draft(key, datetime.fromisoformat(kept_at), title, about, held["fields"], told)
