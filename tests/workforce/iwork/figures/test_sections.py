"""Sections of a report: sentences that tell what may be told, and nothing of what may not."""

from dataclasses import replace

from resources.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from tests.workforce.iwork.figures.people import LAST, WEEK, facts, job
from tests.workforce.iwork.figures.test_tables import BASE, FOUND, LD
from workforce.iwork.figures.counted import Counted
from workforce.iwork.figures.figures import IWorkFigures, figures_of
from workforce.iwork.figures.periods import period_to
from workforce.iwork.figures.reading import NewPosts
from workforce.iwork.figures.sections import (
    committee_blocks,
    employers_sentence,
    measure_sentence,
    register_sentence,
    summary_blocks,
    sustained_sentence,
    work_sentence,
)

C = Counted


def hiding(*numbers: Counted) -> IWorkFigures:
    return replace(FOUND, counts={**FOUND.counts, **dict.fromkeys(numbers)})


def words(blocks: tuple[Block, ...]) -> str:
    said = [one.text for one in blocks if isinstance(one, Paragraph | Heading)]
    return " ".join([*said, *(item for one in blocks if isinstance(one, Bullets) for item in one.items)])


def test_what_may_be_told_is_told_in_sentences() -> None:
    assert register_sentence(FOUND) == (
        "30 people were on the i-Work register on 30 September 2026; on 31 March 2026 there were 30."
    )
    assert work_sentence(FOUND) == (
        "14 people (47% of those on the register) were in paid work, for 13 hours a week on average. On 31 March 2026 "
        "there were 8. 6 worked 16 hours a week or more, and 8 fewer than 16."
    )
    assert sustained_sentence(FOUND) == (
        "Of the people in work, 14 had been in their job for 13 weeks or more and 8 for 26 weeks or more."
    )
    assert employers_sentence(FOUND) == (
        "The team works with 6 employers, 6 of them new in 2026/27. 5 new posts were opened in 2026/27, with 6 to 9 "
        "places."
    )
    assert "Of 1,850 people with a learning disability" in measure_sentence(FOUND, LD, BASE)
    assert "14 (0.8%) were known to i-Work" in measure_sentence(FOUND, LD, BASE)


def test_a_number_that_is_not_shown_stands_in_no_sentence() -> None:
    assert register_sentence(hiding(C.REGISTER)).endswith("or would let such a number be worked out.")
    assert work_sentence(hiding(C.WORK)).startswith(
        "How many people were in paid work is not shown: it is fewer than 5"
    )
    assert "%" not in work_sentence(hiding(C.REGISTER)) and "14" not in work_sentence(hiding(C.WORK))
    assert "hours a week or more" not in work_sentence(hiding(C.MORE)) + work_sentence(hiding(C.FEWER))
    assert "31 March" not in register_sentence(hiding(C.THEN_REGISTER)) + work_sentence(hiding(C.THEN_WORK))
    assert "26" not in sustained_sentence(hiding(C.WEEKS_26))
    assert sustained_sentence(hiding(C.WEEKS_13, C.WEEKS_26, C.WEEKS_52)) == ""
    assert "14" not in measure_sentence(hiding(C.LD), LD, BASE)
    assert "not shown" in measure_sentence(hiding(C.LD), LD, BASE)


def test_the_sections_are_public_and_say_how_it_was_counted() -> None:
    blocks = summary_blocks(FOUND)
    assert all(one.exempt is None for one in blocks)
    assert [one.text for one in blocks if isinstance(one, Heading)] == [
        "People on the register and in work", "Employers and posts", "By district", "Employment measure",
        "How it was counted",
    ]  # fmt: skip
    assert all(one.table.exempt is None for one in blocks if isinstance(one, TableBlock))
    said = words(blocks)
    assert "The measure for autism is not worked out" in said and "tell by their difference" in said


def test_a_committee_has_numbered_sentences_and_one_table() -> None:
    blocks = committee_blocks(FOUND)
    assert isinstance(blocks[0], Heading) and isinstance(blocks[-1], TableBlock)
    said = [one for one in blocks if isinstance(one, Paragraph)]
    assert len(said) == 5 and all(one.numbered for one in said)


def test_a_register_of_few_makes_a_page_without_their_numbers() -> None:
    few = [facts(job(LAST - 30 * WEEK), looked=(13, 26)) for _ in range(3)]
    found = figures_of(period_to(LAST), few, [], NewPosts(0, 0, 0), {LD: BASE}, ("Mansfield",))
    said = words(summary_blocks(found)[:-2])
    assert " 3 " not in f" {said} " and "is not shown" in said
