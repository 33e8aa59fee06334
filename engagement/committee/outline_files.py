"""An outline as a file: written, and read again from wherever it comes, with nothing taken on trust.

It is JSON. What people typed is in it; edits of sentences and comments with initials are not, for they were made about
one period's words. A picture travels in it and is made anew when it is read.
"""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from engagement.committee import kept
from engagement.committee.outline_periods import RelativePeriod
from engagement.committee.outlines import outline
from resources.database import Database
from resources.files.replacing import safe_write_bytes
from resources.report.committee.outline import Item, ItemKind, Style
from resources.report.committee.parts import Part
from resources.report.exemption import MARKING, Exemption
from resources.spans import Span

VERSION = 1
FORMAT = "provider desk outline"


@dataclass(frozen=True)
class SavedOutline:
    """What an outline file says. `since` is a day, or True for the last day of the report before.

    `pictures` are the bytes of its pictures by their SHA-256; items name them.
    """

    title: str
    committee: str
    period: Span | RelativePeriod
    since: date | bool = True
    meets_on: date | None = None
    agenda_item: str = ""
    style: Style = Style.NOTTINGHAMSHIRE
    parts: Mapping[Part, str] = field(default_factory=dict)
    items: tuple[Item, ...] = ()
    recommendations: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    file_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_exempt(self) -> bool:
        """Whether something typed in it is not for publication."""
        return any(one.exempt is not None for one in self.items)


def saved_outline(db: Database, report_id: str, *, period: RelativePeriod | None = None) -> SavedOutline:
    """A report's outline as it goes into a file: for its own days and meeting, or for a period that moves on."""
    held = outline(db, report_id)
    names = db.rows(
        "select file_sha256, file_name from report_item where report_id = ? and file_sha256 <> ''",
        (report_id,),
    )
    return SavedOutline(
        title=held.title,
        committee=held.committee,
        period=period or held.span,
        since=True if period or held.since is None else held.since,
        meets_on=None if period else held.meets_on,
        agenda_item="" if period else held.agenda_item,
        style=held.style,
        parts={part: said.text for part, said in held.parts.items() if not part.is_commented},
        items=held.items,
        recommendations=held.recommendations,
        pictures={one.file: kept.picture(db, one.file) for one in held.items if one.file},
        file_names={str(sha256): str(name) for sha256, name in names},
    )


def save_outline(
    db: Database, report_id: str, path: Path, *, period: RelativePeriod | None = None
) -> SavedOutline:
    """Write a report's outline to a file, whole or not at all; what was written is returned."""
    saved = saved_outline(db, report_id, period=period)
    safe_write_bytes(path, written(saved))
    return saved


def written(saved: SavedOutline) -> bytes:
    """The file: the same outline is always the same bytes."""
    told = {
        **({"marking": MARKING} if saved.is_exempt else {}),
        "format": FORMAT,
        "version": VERSION,
        "title": saved.title,
        "committee": saved.committee,
        "meets_on": saved.meets_on.isoformat() if saved.meets_on else None,
        "agenda_item": saved.agenda_item,
        "style": saved.style.value,
        "period": _period(saved.period),
        "since": saved.since.isoformat()
        if isinstance(saved.since, date)
        else "last_report"
        if saved.since
        else None,
        "parts": {part.value: saved.parts[part] for part in Part if part in saved.parts},
        "items": [_item(one, saved) for one in saved.items],
        "recommendations": list(saved.recommendations),
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _period(period: Span | RelativePeriod) -> str | dict[str, str]:
    if isinstance(period, RelativePeriod):
        return period.value
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}


def _item(one: Item, saved: SavedOutline) -> dict[str, object]:
    told: dict[str, object] = {"kind": one.kind.value}
    match one.kind:
        case ItemKind.SECTION:
            told |= {"section": one.section} | ({"options": dict(one.options)} if one.options else {})
        case ItemKind.HEADING:
            told |= {"text": one.text, "level": one.level}
        case ItemKind.BULLETS:
            told |= {"lines": one.text.split("\n")}
        case ItemKind.PICTURE:
            png = b64encode(saved.pictures[one.file]).decode()
            name = saved.file_names.get(one.file, "")
            told |= {"caption": one.text, "description": one.alt, "file": name, "png": png}
        case ItemKind.PARAGRAPH:
            told |= {"text": one.text}
        case ItemKind.PAGE_BREAK:
            pass
    return told | ({"exempt": _exempt(one.exempt)} if one.exempt else {})


def _exempt(exempt: Exemption) -> dict[str, object]:
    return {
        "paragraph": exempt.paragraph,
        "reason": exempt.reason,
        "public_interest": exempt.public_interest,
        "seen_by": exempt.seen_by,
        "review_on": exempt.review_on,
    }
