"""The presenters' paper: exempt, under embargo until told, nobody named who does not wish it."""

from datetime import UTC, date, datetime

import pytest

from awards.ceremony.citations import set_citation
from awards.ceremony.running_order import make_running_order
from awards.ceremony.script import script
from awards.exempt import EXEMPTION
from awards.nominations.entries import edit_entry
from awards.vocabulary import Consent
from resources.database import change
from resources.problem import Problem
from resources.report.blocks import Bullets, Heading, Paragraph, Report
from tests.awards.ceremony.conftest import Evening

DAY = date(2026, 11, 1)


def _said(report: Report) -> list[str]:
    said: list[str] = []
    for block in report.blocks:
        if isinstance(block, (Heading, Paragraph)):
            said.append(block.text)
        elif isinstance(block, Bullets):
            said += block.items
    return said


def test_the_paper_reads_out_the_winner_last(evening: Evening) -> None:
    with pytest.raises(Problem, match="no running order yet"):
        script(evening.db, evening.round_id, today=DAY)
    make_running_order(evening.db, evening.round_id)
    set_citation(evening.db, evening.winner, "Six years of patience.")
    made = script(evening.db, evening.round_id, today=DAY, starts=datetime(2026, 11, 26, 18, tzinfo=UTC))
    said = _said(made)
    assert made.is_exempt and made.marking == (EXEMPTION,)
    assert made.title.startswith("UNDER EMBARGO") and made.subtitle == "26 November 2026"
    commended = said.index("Highly commended: Ben Specimen, Hazel Home Care")
    assert (
        commended < said.index("Winner: Ada Example, Rosewood House") < said.index("Six years of patience.")
    )
    assert "There are no finalists in this category." in said
    evening.announce()
    assert "EMBARGO" not in script(evening.db, evening.round_id, today=DAY).title


def test_who_does_not_wish_to_be_named_is_not_called_out(evening: Evening) -> None:
    make_running_order(evening.db, evening.round_id)
    edit_entry(evening.db, evening.winner, publish_name=Consent.NO, publish_asked_on=DAY)
    said = _said(script(evening.db, evening.round_id, today=DAY))
    assert "Winner: A nominee who does not wish to be named (2026-001)" in said
    assert not any(one.startswith("Winner: Ada") for one in said)
    assert "Do not say the name: Ada Example does not wish to be named in public." in said
    assert "The citation says the name: write it anew before it is read out." not in said
    with change(evening.db, "Written before they were asked"):
        evening.db.update_row("award_entry", evening.winner, {"citation": "Ada’s patience."})
    again = _said(script(evening.db, evening.round_id, today=DAY))
    assert "The citation says the name: write it anew before it is read out." in again
    assert any("Not asked yet whether they may be named" in one for one in said)
