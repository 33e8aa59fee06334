"""The awards in a report to a committee."""

from datetime import date

import pytest

from awards.report.committee_section import awards_choices, awards_section
from awards.rounds.phase_plan import set_phase
from awards.vocabulary import RoundPhase
from resources.database import Database
from resources.report.blocks import Bullets, ChartBlock, Paragraph, TableBlock
from resources.report.committee.section import Ask, NothingToTell, Section
from resources.spans import Span
from tests.awards.report.announced import Announced
from tests.resources.report.committee.section_rules import keeps_the_rules

AUTUMN, WINTER = Span(date(2026, 7, 1), date(2026, 9, 30)), Span(date(2026, 10, 1), date(2026, 12, 31))
TODAY = date(2027, 1, 12)


def ask(db: Database, span: Span = AUTUMN, **options: str) -> Ask:
    return Ask(db=db, vault=None, span=span, since=span.before.last, today=TODAY, options=options)


def told(section: Section) -> dict[str, str]:
    return {one.key: one.text for one in section.blocks if isinstance(one, Paragraph)}


def lists(section: Section) -> dict[str, tuple[str, ...]]:
    return {one.key: one.items for one in section.blocks if isinstance(one, Bullets)}


def test_before_the_announcement_the_categories_are_told_and_nobody(db: Database) -> None:
    held = Announced(db)
    for name in ("Di Example", "Ed Sample"):
        held.nominate(name)
    held.announce()
    set_phase(db, held.round_id, RoundPhase.NOMINATE, until_on=date(2026, 10, 24))
    section = awards_section(ask(db))
    assert keeps_the_rules(section)
    assert told(section) == {
        "received": "By 30 September 2026, 6 nominations of 6 nominees were received for Proud to Care 2026.",
        "awaited": "The results had not been announced by 30 September 2026. Nominations could be made until 24 "
        "October 2026. Nominations were invited for 7 categories:",
    }  # fmt: skip
    assert "Proud to Care Team Award" in lists(section)["category_names"]
    assert "Ada" not in repr(section.blocks)
    assert section.as_at == "Proud to Care 2026: as at 30 September 2026"


def test_after_it_those_honoured_are_told_as_far_as_they_agreed(db: Database) -> None:
    held = Announced(db)
    held.announce()
    section = awards_section(ask(db, WINTER))
    assert told(section)["announced"] == (
        "The results were announced on 9 December 2026. Of 7 awards, 1 was given:"
    )
    first, second, *_ = lists(section)["winners"]
    assert first == (
        "Proud to deliver Excellent Person Centred Care: Ada Example, Rosewood House. Highly commended: Somebody whose "
        "name is not published."
    )
    assert second == "Proud to Care Team Award: This award was not given this year."
    quoted = lists(awards_section(ask(db, WINTER, citations="told")))["winners"]
    assert quoted[0] == f"{first} She listens first."
    assert "Bo" not in repr(section.blocks) and "Kind." not in repr(quoted)


def test_the_round_before_is_called_what_somebody_typed_with_braces_too(db: Database) -> None:
    before = Announced(db, "Proud {pilot} 2025", year=2025)
    before.nominate("Di Example")
    before.announce()
    Announced(db).nominate("Di Example")
    assert "For Proud {pilot} 2025, announced on" in told(awards_section(ask(db, WINTER)))["received"]


def test_the_round_before_is_told_beside_this_one(db: Database) -> None:
    before = Announced(db, "Proud to Care 2025", year=2025)
    before.nominate("Di Example")
    before.announce()
    held = Announced(db)
    held.nominate("Di Example")
    section = awards_section(ask(db, WINTER))
    assert told(section)["received"] == (
        "By 31 December 2026, 5 nominations of 5 nominees were received for Proud to Care 2026. For Proud to Care "
        "2025, announced on 9 December 2026, there were 5 nominations."
    )
    figures = next(one.figures for one in section.blocks if isinstance(one, Paragraph))
    assert [(one.name, one.value, one.rows) for one in figures] == [
        ("now.nominations", 5, "nominations"), ("now.nominees", 5, "by_category"), ("before.nominations", 5, ""),
    ]  # fmt: skip
    rows = section.rows["nominations"]()
    assert rows.exempt is not None and len(rows.rows) == 5 and rows.title.endswith("5 nominations")
    assert section.rows["by_category"]().exempt is None and len(section.rows["categories"]().rows) == 7


def test_few_are_neither_counted_nor_drawn(db: Database) -> None:
    Announced(db)
    section = awards_section(ask(db))
    assert told(section)["received"] == "Nominations were invited for Proud to Care 2026."
    assert not any(isinstance(one, TableBlock | ChartBlock) for one in section.blocks)


def test_how_it_is_counted_and_drawn_is_chosen(db: Database) -> None:
    held = Announced(db)
    for number in range(5):
        held.nominate(f"Di Example {number}")
        for category in ("Lead", "Learning", "Community"):
            held.nominate(f"Ed {category} Sample {number}", category)
    by, chart, *_ = (one for one in awards_choices(ask(db)) if one.name != "round")
    assert list(by.values) == ["category", "nominator", "district", "kind", "none"]
    assert list(chart.values) == ["drawn", "none"]
    kinds = {
        value: [type(one) for one in awards_section(ask(db, by=value)).blocks[4:]] for value in by.values
    }
    assert kinds["none"] == [] and TableBlock in kinds["district"] and ChartBlock in kinds["category"]
    plain = awards_section(ask(db, chart="none")).blocks
    assert not any(isinstance(one, ChartBlock) for one in plain)


def test_the_latest_round_that_had_begun_is_told_unless_another_is_chosen(db: Database) -> None:
    with pytest.raises(NothingToTell) as nothing:
        awards_section(ask(db))
    assert "Start one on the page Awards" in nothing.value.sentence
    first = Announced(db, "Proud to Care 2025", year=2025)
    Announced(db)
    early = Span(date(2026, 1, 1), date(2026, 3, 31))
    assert awards_section(ask(db, early)).as_at.startswith("Proud to Care 2025")
    assert next(iter(awards_choices(ask(db, early))[0].values)) == first.round_id
    assert awards_section(ask(db, round=first.round_id)).as_at.startswith("Proud to Care 2025")
    with pytest.raises(NothingToTell, match="not in the file any more"):
        awards_section(ask(db, round="gone"))
