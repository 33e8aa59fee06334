"""i-Work in a report to a committee."""

from datetime import date

import pytest

from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Paragraph, TableBlock
from resources.report.committee.section import Ask, NothingToTell, Section
from resources.spans import Span
from tests.resources.report.committee.section_rules import keeps_the_rules
from tests.workforce.iwork.figures.held import TODAY, filled
from workforce.iwork.figures.committee_section import iwork_choices, iwork_section
from workforce.iwork.figures.measure_bases import set_base
from workforce.iwork.vocabulary import MeasureKind

QUARTER = Span(date(2026, 7, 1), date(2026, 9, 30))


def ask(db: Database, vault: Database | None, span: Span = QUARTER, **options: str) -> Ask:
    return Ask(db=db, vault=vault, span=span, since=date(2026, 6, 30), today=TODAY, options=options)


def paragraphs(made: Section) -> dict[str, Paragraph]:
    return {one.key: one for one in made.blocks if isinstance(one, Paragraph)}


def test_sentences_have_keys_and_their_figures_the_tables_behind_them(vault: Database, db: Database) -> None:
    filled(vault, db)
    set_base(vault, MeasureKind.LEARNING_DISABILITY, TODAY, number=1850, source="A return")
    made = iwork_section(ask(db, vault))
    assert keeps_the_rules(made)
    told = paragraphs(made)
    assert list(told) == ["register", "work", "sustained", "employers", "measure.learning_disability"]
    assert told["register"].text.startswith("30 people were on the i-Work register on 30 September 2026")
    people = told["work"].figures[0]
    assert (people.name, people.words, people.value, people.base) == ("people", "14 people", 14, 30)
    named = {figure.rows for one in told.values() for figure in one.figures}
    assert named <= set(made.rows) and all(made.rows[name]().rows for name in made.rows)
    assert "to 30 September 2026" in made.as_at
    assert all(one.numbered and one.exempt is None for one in told.values())


def test_a_period_that_ends_between_two_quarters_is_told_as_at_the_one_before(
    vault: Database, db: Database
) -> None:
    filled(vault, db)
    made = iwork_section(ask(db, vault, Span(date(2026, 9, 1), date(2026, 11, 20))))
    told = paragraphs(made)
    assert "as at 30 September 2026, the end of a quarter" in told["quarter"].text
    assert "on 30 September 2026" in told["register"].text
    to_come = iwork_section(ask(db, vault, Span(date(2026, 10, 1), date(2026, 12, 31))))
    assert paragraphs(to_come)["quarter"].text == told["quarter"].text


def test_a_locked_or_empty_register_says_what_to_do(vault: Database, db: Database) -> None:
    with pytest.raises(NothingToTell) as locked:
        iwork_section(ask(db, None))
    assert "Unlock it on the page i-Work first" in locked.value.sentence
    with pytest.raises(NothingToTell) as empty:
        iwork_section(ask(db, vault))
    assert "Add a person" in empty.value.sentence


def test_a_period_long_past_is_refused_with_what_to_choose(vault: Database, db: Database) -> None:
    filled(vault, db)
    with pytest.raises(Problem) as refused:
        iwork_section(ask(db, vault, Span(date(2020, 1, 1), date(2020, 3, 31))))
    assert not isinstance(refused.value, NothingToTell) and "is neither" in refused.value.sentence


def test_tables_are_chosen_and_small_numbers_stay_hidden(vault: Database, db: Database) -> None:
    filled(vault, db, people=30, at_work=14, more=2)
    (choice,) = iwork_choices(ask(db, vault))
    assert next(iter(choice.values)) == "work"
    count = {
        value: sum(isinstance(one, TableBlock) for one in iwork_section(ask(db, vault, tables=value)).blocks)
        for value in choice.values
    }
    assert count["none"] == 0 and count["work"] == 1 and count["all"] >= 3
    work = paragraphs(iwork_section(ask(db, vault)))["work"]
    assert {one.name for one in work.figures}.isdisjoint({"more", "fewer"})


def test_a_share_of_few_is_marked(vault: Database, db: Database) -> None:
    filled(vault, db, people=20, at_work=10, more=5)
    assert (
        "(50% of those on the register, a small base)"
        in paragraphs(iwork_section(ask(db, vault)))["work"].text
    )
