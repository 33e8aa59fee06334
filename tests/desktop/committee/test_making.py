"""A report made from its outline."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.committee import making
from desktop.committee.making import SectionCache, make_outline, make_report, rows_behind
from desktop.shell.jobs import Progress
from engagement.committee.items import add_paragraph, add_section, items_of
from engagement.committee.outlines import outline
from engagement.committee.recommendations import add_recommendation
from engagement.committee.reports import CommitteeReport
from engagement.register import contracts
from engagement.register.vocabulary import ContractStatus
from resources.database import Database, OpenFile, history
from resources.problem import Problem
from resources.report.blocks import ChartBlock, Heading, Paragraph
from resources.report.committee.outline import Item, ItemKind
from resources.report.committee.section import Ask, Section, SectionRecord
from resources.report.committee.to_mend import Weight

TODAY = date(2020, 1, 6)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Ask]:
    """Every section is one that counts how often it is asked for."""
    found: list[Ask] = []

    def make(ask: Ask) -> Section:
        found.append(ask)
        return Section(blocks=(Heading("Counted", 2), Paragraph("Once.", key="once")), as_at="today")

    monkeypatch.setattr(making, "section_of", lambda key: SectionRecord(key, "Counted", "", make))
    return found


def test_sections_and_typed_lines_are_put_together(db: Database, begun: CommitteeReport) -> None:
    made = make_report(db, None, begun.id, today=TODAY)
    texts = [getattr(block, "text", "") for block in made.composed.report.blocks]
    assert "Winter was mild." in texts and "Current contract suspensions" in texts
    assert made.report_id == begun.id and made.today == TODAY
    assert [type(one) for one in made.sections.values()] == [Section]


def test_a_read_only_connection_will_do(opened: OpenFile, begun: CommitteeReport) -> None:
    reader = opened.connection(read_only=True)
    made = make_report(reader, None, begun.id, today=TODAY)
    assert made.composed == make_report(opened.db, None, begun.id, today=TODAY).composed
    reader.conn.close()


def test_writing_makes_no_section_again_and_facts_do(
    db: Database, begun: CommitteeReport, homes: list[str], asked: list[Ask]
) -> None:
    kept = SectionCache()
    make_report(db, None, begun.id, today=TODAY, kept=kept)
    add_paragraph(db, begun.id, "And wet.")
    make_report(db, None, begun.id, today=TODAY, kept=kept)
    assert len(asked) == 1
    contracts.set_contract_status(db, homes[1], ContractStatus.SUSPENDED, date(2019, 12, 5), today=TODAY)
    make_report(db, None, begun.id, today=TODAY, kept=kept)
    assert len(asked) == 2
    history.undo(db)
    make_report(db, None, begun.id, today=TODAY, kept=kept)
    assert len(asked) == 3


def test_another_day_or_an_opened_register_makes_them_again(
    db: Database, vault: Database, begun: CommitteeReport, asked: list[Ask]
) -> None:
    kept = SectionCache()
    make_report(db, None, begun.id, today=TODAY, kept=kept)
    make_report(db, None, begun.id, today=date(2020, 1, 7), kept=kept)
    make_report(db, vault, begun.id, today=date(2020, 1, 7), kept=kept)
    assert [ask.vault for ask in asked] == [None, None, vault]


def test_what_tells_of_reports_follows_what_is_written_in_them(
    db: Database, begun: CommitteeReport, asked: list[Ask]
) -> None:
    add_section(db, begun.id, "recommendations_before")
    kept = SectionCache()
    make_report(db, None, begun.id, today=TODAY, kept=kept)
    add_paragraph(db, begun.id, "And wet.")
    make_report(db, None, begun.id, today=TODAY, kept=kept)
    assert len(asked) == 2
    add_recommendation(db, begun.id, "members note the report")
    make_report(db, None, begun.id, today=TODAY, kept=kept)
    assert len(asked) == 3


def test_without_a_report_before_changes_are_told_since_the_period_began(
    db: Database, begun: CommitteeReport, asked: list[Ask]
) -> None:
    make_report(db, None, begun.id, today=TODAY)
    assert asked[0].since == date(2019, 9, 30)
    assert (asked[0].committee, asked[0].meets_on) == ("Adult Social Care Committee", date(2020, 1, 13))


def test_a_section_that_is_not_known_leaves_a_sentence(db: Database, begun: CommitteeReport) -> None:
    strange = replace(outline(db, begun.id), items=(Item("x", ItemKind.SECTION, section="seances"),))
    made = make_outline(db, None, strange, today=TODAY)
    assert "“seances”" in str(made.sections["x"])
    assert any("seances" in one.words for one in made.composed.to_mend)


def test_the_rows_behind_a_figure_are_read_anew(db: Database, begun: CommitteeReport) -> None:
    made = make_report(db, None, begun.id, today=TODAY)
    key = items_of(db, begun.id)[0].id
    assert len(rows_behind(db, None, made, key, ["suspended"])["suspended"].rows) == 1
    with pytest.raises(Problem, match="rows behind"):
        rows_behind(db, None, made, key, ["suspended", "nothing of the kind"])


def test_what_is_kept_of_a_section_holds_no_connection(db: Database, begun: CommitteeReport) -> None:
    kept = SectionCache()
    made = make_report(db, None, begun.id, today=TODAY, kept=kept)
    section = made.sections[items_of(db, begun.id)[0].id]
    assert isinstance(section, Section) and "suspended" in section.rows
    with pytest.raises(LookupError, match="rows_behind"):
        section.rows["suspended"]()


def test_a_section_that_fails_says_so_and_the_others_are_made(
    db: Database, begun: CommitteeReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(ask: Ask) -> Section:
        if ask.options:
            raise ZeroDivisionError
        return Section(blocks=(Heading("Counted", 2), Paragraph("Once.", key="once")), as_at="today")

    monkeypatch.setattr(making, "section_of", lambda key: SectionRecord(key, "Counted", "", make))
    failing = add_section(db, begun.id, "market", options={"by": "zero"})
    with pytest.raises(ZeroDivisionError):
        make_report(db, None, begun.id, today=TODAY)
    progress = Progress()
    made = make_report(db, None, begun.id, today=TODAY, attempt=progress.attempt)
    assert [type(one) for one in progress.faults] == [ZeroDivisionError]
    assert sorted(type(one).__name__ for one in made.sections.values()) == ["CouldNotBeMade", "Section"]
    told = [one for one in made.composed.to_mend if one.item == failing.id]
    assert [one.weight for one in told] == [Weight.STOPS] and "“Counted” could not be made" in told[0].words


def test_an_outline_brings_its_own_pictures(db: Database, begun: CommitteeReport) -> None:
    line = Item("one", ItemKind.PICTURE, text="The stall", alt="A stall.", file="a" * 64)
    told = replace(outline(db, begun.id), items=(line,))
    brought = make_outline(db, None, told, today=TODAY, pictures={line.file: b"\x89PNG of a stall"})
    shown = [block for block in brought.composed.report.blocks if isinstance(block, ChartBlock)]
    assert [one.png for one in shown] == [b"\x89PNG of a stall"]
    without = make_outline(db, None, told, today=TODAY)
    assert not any(isinstance(block, ChartBlock) for block in without.composed.report.blocks)
