"""Outlines as files: what is in them, and what is not."""

import json
from datetime import date
from pathlib import Path

import pytest

from engagement.committee import edits, items, outline_files, recommendations, report_parts
from engagement.committee.outline_periods import RelativePeriod
from engagement.committee.reports import CommitteeReport
from resources.database import Database
from resources.report.committee.parts import Part
from resources.report.exemption import MARKING, Exemption


@pytest.fixture
def written(db: Database, held: CommitteeReport, tmp_path: Path) -> CommitteeReport:
    from PIL import Image

    for one in items.items_of(db, held.id)[1:]:
        items.remove_item(db, one.id)
    picture = tmp_path / "stall.png"
    Image.new("RGB", (6, 3), "teal").save(picture)
    items.add_heading(db, held.id, "Ours", level=1)
    items.add_paragraph(db, held.id, "Words of ours.")
    items.add_bullets(db, held.id, ["One", "Two"])
    items.add_picture(db, held.id, picture, alt="A stall.", caption="The stall")
    items.add_page_break(db, held.id)
    report_parts.set_part(db, held.id, Part.PURPOSE, "To tell.")
    report_parts.set_part(db, held.id, Part.FINANCIAL_COMMENTS, "Fine.", initials="AE", on=date(2019, 9, 1))
    edits.edit_sentence(db, held.id, "market", "good", generated="80%.", edited="Most.")
    recommendations.add_recommendation(db, held.id, "Members note it.")
    return held


def _told(db: Database, key: str, path: Path, period: RelativePeriod | None = None) -> dict[str, object]:
    outline_files.save_outline(db, key, path, period=period)
    read: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return read


def test_it_says_all_that_was_composed(db: Database, written: CommitteeReport, tmp_path: Path) -> None:
    told = _told(db, written.id, tmp_path / "outline.json")
    lines = told.pop("items")
    assert isinstance(lines, list)
    assert lines[4].pop("png").startswith("iVBOR")
    assert lines == [
        {"kind": "section", "section": "market"},
        {"kind": "heading", "text": "Ours", "level": 1},
        {"kind": "paragraph", "text": "Words of ours."},
        {"kind": "bullets", "lines": ["One", "Two"]},
        {"kind": "picture", "caption": "The stall", "description": "A stall.", "file": "stall.png"},
        {"kind": "page_break"},
    ]
    assert told == {
        "format": "provider desk outline",
        "version": 1,
        "title": "Progress on market management",
        "committee": "Adult Social Care and Public Health Committee",
        "meets_on": "2019-09-09",
        "agenda_item": "",
        "style": "nottinghamshire",
        "period": {"from": "2019-04-01", "to": "2019-06-30"},
        "since": "last_report",
        "parts": {"purpose": "To tell."},
        "recommendations": ["Members note it."],
    }


def test_edits_and_comments_stay_with_their_report(
    db: Database, written: CommitteeReport, tmp_path: Path
) -> None:
    path = tmp_path / "outline.json"
    outline_files.save_outline(db, written.id, path)
    text = path.read_text(encoding="utf-8")
    assert "Most." not in text
    assert "Fine." not in text
    assert "AE" not in json.loads(text)["parts"]


def test_one_that_moves_on_names_no_days(db: Database, written: CommitteeReport, tmp_path: Path) -> None:
    told = _told(db, written.id, tmp_path / "outline.json", RelativePeriod.LAST_QUARTER)
    assert told["period"] == "last_quarter"
    assert (told["meets_on"], told["since"], told["agenda_item"]) == (None, "last_report", "")


def test_what_is_exempt_in_it_is_marked_before_anything_else(
    db: Database, written: CommitteeReport, tmp_path: Path
) -> None:
    line = items.items_of(db, written.id)[2]
    items.set_exempt(db, line.id, Exemption(3, "It names a provider", "Harm"))
    path = tmp_path / "outline.json"
    assert outline_files.save_outline(db, written.id, path).is_exempt
    assert path.read_text(encoding="utf-8").splitlines()[1] == f'  "marking": "{MARKING}",'


def test_the_same_outline_is_the_same_bytes(db: Database, written: CommitteeReport) -> None:
    saved = outline_files.saved_outline(db, written.id)
    assert outline_files.written(saved) == outline_files.written(outline_files.saved_outline(db, written.id))
