"""The presenters' paper: exempt, under embargo until told, nobody named who does not wish it."""

from datetime import UTC, date, datetime

import pytest

from awards.ceremony.citations import set_citation
from awards.ceremony.running_order import make_running_order, remove_item
from awards.ceremony.script import script
from awards.exempt import EXEMPTION
from awards.nominations.entries import edit_entry
from awards.rounds.rounds import edit_round
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


def test_a_category_that_is_not_awarded_is_said_so_and_not_waited_for(evening: Evening) -> None:
    db, gala = evening.db, evening.gala
    team = gala.category("Team")
    first = make_running_order(db, evening.round_id)
    with change(db, "Set up"):
        db.insert_row(
            "award_decision",
            {"id": "n", "category_id": team.id, "entry_id": None, "outcome": "not_awarded", "reason": "x",
             "decided_by": "", "decided_on": "2026-10-01", "basis": "{}"},
        )  # fmt: skip
    said = _said(script(db, evening.round_id, today=DAY))
    assert said[said.index(team.name) + 2] == (
        "This award is not given this time. The running order gives it 8 minutes: shorten the point, or take it out."
    )
    assert said.count("There are no finalists in this category.") == len(gala.categories) - 2
    for one in first:
        remove_item(db, one.id)
    again = {one.category_id: one.minutes for one in make_running_order(db, evening.round_id)}
    assert again[team.id] == 2 and again[gala.category().id] == 8
    assert "This award is not given this time." in _said(script(db, evening.round_id, today=DAY))


def test_an_embargo_until_midnight_says_which_end_of_the_day(evening: Evening) -> None:
    make_running_order(evening.db, evening.round_id)
    edit_round(evening.db, evening.round_id, embargo_until=datetime(2027, 2, 1, tzinfo=UTC))
    said = " ".join(_said(script(evening.db, evening.round_id, today=DAY)))
    assert "nobody outside may see it before the beginning of 1 February 2027." in said


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
