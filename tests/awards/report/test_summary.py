"""The public summary, and what of it is exempt."""

import pytest

from awards.report.summary import awards_summary, committee_report
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import (
    Bullets,
    FactList,
    Heading,
    Paragraph,
    Report,
    TableBlock,
    exempt_part,
    public_part,
)
from tests.awards.gala import TODAY
from tests.awards.report.announced import Announced


def words(report: Report | None) -> str:
    assert report is not None
    parts = [report.title]
    for one in report.blocks:
        if isinstance(one, Heading | Paragraph):
            parts.append(one.text)
        elif isinstance(one, Bullets):
            parts += one.items
        elif isinstance(one, FactList):
            parts += [" ".join(item) for item in one.items]
        elif isinstance(one, TableBlock):
            parts.append(str(one.table.rows))
    return "\n".join(parts)


def test_nothing_before_the_announcement(db: Database) -> None:
    held = Announced(db)
    with pytest.raises(Problem, match="not announced yet"):
        awards_summary(db, held.round_id, today=TODAY)
    assert "not announced yet" in words(committee_report(db, held.round_id, today=TODAY))


def test_what_the_panel_thought_stands_in_the_exempt_part_alone(db: Database) -> None:
    held = Announced(db)
    held.announce()
    report = awards_summary(db, held.round_id, today=TODAY)
    public, exempt = words(public_part(report)), words(exempt_part(report))
    assert "Ada Example, Rosewood House" in public and "Announced 9 December 2026" in public
    assert "not for publication by virtue of paragraph 1" in public
    for name in ("Bo Sample", "Cy Fictional", "Night Owls", "Wren", "Nell", "Juniper"):
        assert name not in public
    assert "Bo Sample" in exempt and "What was decided" in exempt
