"""A round as sections that are public by construction."""

from awards.figures.reading import voices
from awards.report.honours import told_honours
from awards.report.sections import committee_blocks, method_blocks, received_sentence, winners_blocks
from resources.database import Database
from resources.report.blocks import Block, Bullets, Heading, Paragraph
from tests.awards.report.announced import Announced


def words(blocks: list[Block] | tuple[Block, ...]) -> str:
    parts: list[str] = []
    for one in blocks:
        if isinstance(one, Heading | Paragraph):
            parts.append(one.text)
        elif isinstance(one, Bullets):
            parts += one.items
    return "\n".join(parts)


def test_winners_stand_under_their_category_with_the_citation(db: Database) -> None:
    held = Announced(db)
    assert winners_blocks(told_honours(db, held.round_id)) == []
    held.announce()
    told = words(winners_blocks(told_honours(db, held.round_id)))
    assert "Winner: Ada Example, Rosewood House.\nShe listens first." in told
    assert "Highly commended: Somebody whose name is not published." in told
    assert "Proud to Care Team Award\nThis award was not given this year." in told
    assert "Bo" not in told and "Kind." not in told


def test_a_committee_reads_sentences(db: Database) -> None:
    held = Announced(db)
    assert "The results are not announced yet." in words(committee_blocks(db, held.round_id))
    held.announce()
    told = words(committee_blocks(db, held.round_id))
    assert "The results were announced on 9 December 2026:" in told
    assert (
        "Proud to deliver Excellent Person Centred Care: Ada Example, Rosewood House. "
        "Highly commended: Somebody whose name is not published."
    ) in told
    assert "Proud to Care Team Award: This award was not given this year." in told


def test_few_are_not_counted(db: Database) -> None:
    held = Announced(db)
    assert received_sentence(held.round, voices(db, [held.round_id])) == (
        "Nominations were invited for Proud to Care 2026."
    )
    held.nominate("Di Example")
    assert received_sentence(held.round, voices(db, [held.round_id])) == (
        "5 nominations of 5 nominees were received for Proud to Care 2026."
    )
    assert "3 judges for each nominee" in words(method_blocks(held.round))
