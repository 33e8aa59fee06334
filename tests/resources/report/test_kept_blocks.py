"""A report kept as JSON comes back as it was."""

import json
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from resources.problem import Problem
from resources.report import blocks
from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    FactList,
    Heading,
    House,
    Masthead,
    Numbering,
    PageBreak,
    Paragraph,
    Recommendations,
    Report,
    SignOff,
    TableBlock,
    TickBoxes,
    WritingRoom,
)
from resources.report.exemption import Exemption
from resources.report.kept_blocks import LaterVersion, as_json, from_json, pictures_in
from resources.report.looks import Looks
from resources.report.told import Figure
from resources.tables import Column, ColumnKind, Table
from resources.words import Word

EXEMPT = Exemption(3, "It names a provider.", "Telling it would end its trade.", "Members", "2020-06-01")
PNG = b"\x89PNG\r\n\x1a\nnot much of a picture"
TABLE = Table(
    "Ratings",
    (Column("kind", "Kind"), Column("share", "Share", ColumnKind.PERCENT)),
    (("Nursing homes", 12.5), ("Home care", None)),
    base="82 homes",
    as_at=date(2019, 12, 9),
    notes=("Rounded.",),
    exempt=EXEMPT,
)
REPORT = Report(
    "Progress report",
    as_at=date(2019, 12, 9),
    blocks=(
        Heading("Information"),
        Paragraph("7% of 82.", numbered=True, key="a.b", figures=(Figure("share", "7%", 7.3, 82, "homes"),)),
        Bullets(("one", "two"), key="a.c"),
        Recommendations(("members note it",)),
        SignOff("Ada Example", "Director"),
        TickBoxes(("Yes",), leads=True),
        WritingRoom("Name", 2),
        FactList((("Date", "9 December"),)),
        TableBlock(TABLE, "The ratings.", exempt=EXEMPT),
        ChartBlock(PNG, "A chart.", "Ratings", data=TABLE),
        PageBreak(),
    ),
    house=House(council="Example Council"),
    masthead=Masthead("Committee", date(2019, 12, 9), "4"),
    numbering=Numbering.BY_SECTION,
    looks=replace(Looks(), font="Verdana"),
)


def there_and_back(report: Report) -> Any:
    text, pictures = as_json(report)
    return from_json(text, pictures.__getitem__)


def test_every_kind_of_block_comes_back() -> None:
    kinds = {one for one in vars(blocks).values() if isinstance(one, type) and issubclass(one, Block)} - {
        Block
    }
    assert {type(block) for block in REPORT.blocks} >= kinds
    assert there_and_back(REPORT) == REPORT


def test_the_exempt_part_comes_back() -> None:
    appendix = blocks.exempt_part(REPORT)
    assert appendix is not None
    assert there_and_back(appendix) == appendix


def test_pictures_stand_beside_the_text() -> None:
    text, pictures = as_json(REPORT)
    assert list(pictures.values()) == [PNG]
    assert pictures_in(text) == pictures.keys()
    assert "PNG" not in text


def test_a_field_that_was_added_since_has_its_default() -> None:
    text, pictures = as_json(REPORT)
    kept = json.loads(text)
    assert "marking" not in kept["kept"]
    added = [one.name for one in fields(Report) if one.name not in kept["kept"]]
    assert there_and_back(REPORT).marking == () and "subtitle" in added and pictures


@pytest.mark.parametrize(
    "altered",
    [
        {"is": "Hologram"},
        {"is": "Heading", "text": "A", "depth": 3},
        {"is": "Heading", "text": "A", "level": 7},
        {"is": "ColumnKind", "word": "SOUND"},
        {},
    ],
)
def test_what_a_later_version_kept_is_told(altered: dict[str, Any]) -> None:
    with pytest.raises(LaterVersion, match="this version"):
        from_json(json.dumps({"version": 1, "kept": altered}), lambda _: b"")


@pytest.mark.parametrize(
    ("text", "words"), [("{", "altered"), ("[]", "later version"), ('{"version": 2}', "later")]
)
def test_what_is_no_report_is_told(text: str, words: str) -> None:
    with pytest.raises(Problem, match=words):
        from_json(text, lambda _: b"")


class Weather(Word):
    """A word that only some capability knows."""

    MILD = "mild", "Mild"


def test_a_word_in_a_cell_comes_back_as_its_text_or_as_the_word_where_it_is_known() -> None:
    text, _ = as_json(replace(TABLE, rows=((Weather.MILD, 1),)))
    assert from_json(text, lambda _: b"").rows == ((Weather.MILD, 1),)
    assert type(from_json(text, lambda _: b"").rows[0][0]) is str
    assert type(from_json(text, lambda _: b"", also=(Weather,)).rows[0][0]) is Weather


def test_the_same_report_gives_the_same_text() -> None:
    assert as_json(REPORT) == as_json(there_and_back(REPORT))
