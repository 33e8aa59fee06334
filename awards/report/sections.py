"""A round as sections of a report that are public by construction: who was honoured, and figures."""

from collections.abc import Sequence

from awards.ceremony.honours import Honour
from awards.figures.figures import By
from awards.figures.reading import Voice, voices
from awards.report.figures_part import BELOW, figures_blocks
from awards.report.honours import ToldCategory, told_honours
from awards.rounds.rounds import AwardRound, award_round
from resources.database import Database
from resources.report.blocks import Block, Bullets, Heading, Paragraph
from resources.wording import as_date, count_of, date_words

HEADING = "Proud to Care awards"


def winners_blocks(told: Sequence[ToldCategory]) -> list[Block]:
    """Each category with its winner, those highly commended and the runner-up, and the words of the citation."""
    blocks: list[Block] = [Heading("Winners")] if told else []
    for one in told:
        blocks.append(Heading(one.name, level=2))
        if one.words:
            blocks.append(Paragraph(one.words))
        for each in one.honours:
            blocks.append(Paragraph(f"{each.honour.label}: {each.words}.", leads=bool(each.citation)))
            if each.citation:
                blocks.append(Paragraph(each.citation))
    return blocks


def committee_blocks(db: Database, round_id: str) -> tuple[Block, ...]:
    """A page in numbered sentences that a clerk can take over."""
    held, told = award_round(db, round_id), told_honours(db, round_id)
    said = voices(db, [round_id])
    blocks: list[Block] = [Heading(HEADING), Paragraph(received_sentence(held, said), numbered=True)]
    if told:
        announced = f" on {date_words(as_date(held.announced_at))}" if held.announced_at else ""
        winners = tuple(category_line(one) for one in told)
        blocks += [
            Paragraph(f"The results were announced{announced}:", numbered=True, leads=True),
            Bullets(winners),
        ]
    else:
        blocks.append(Paragraph("The results are not announced yet.", numbered=True))
    return (*blocks, *figures_blocks(db, round_id, said, by=(By.CATEGORY,))[1:])


def received_sentence(held: AwardRound, said: Sequence[Voice]) -> str:
    """How many nominations came for how many nominees; a count of people below five is not told."""
    nominees = len({one.entry_id for one in said})
    if nominees < BELOW:
        return f"Nominations were invited for {held.name}."
    return f"{count_of(len(said), 'nomination')} of {count_of(nominees, 'nominee')} were received for {held.name}."


def category_line(one: ToldCategory) -> str:
    """Proud to Lead: Ada Example, Rosewood House. Highly commended: …"""
    if one.words and not one.honours:
        return f"{one.name}: {one.words}"
    honours = [
        f"{each.words}." if each.honour is Honour.WINNER else f"{each.honour.label}: {each.words}."
        for each in one.honours
    ]
    return " ".join([f"{one.name}:", *([one.words] if one.words else []), *honours])


def method_blocks(held: AwardRound) -> list[Block]:
    """How winners were found and what the figures leave out."""
    return [
        Heading("How the winners were chosen"),
        Paragraph(
            "Nominations were checked before they went to the judges. Each judge scored nominees without being told "
            f"their names or where they work; the round asks for {held.least_scores} judges for each nominee, and none "
            "who has an interest in one. The panel decided on the scores and gave its reasons, which are kept."
        ),
        Paragraph(
            "No person is named who did not agree to it; services and teams are, unless they said no. Drafts, "
            f"duplicates and nominations that were withdrawn do not count. Numbers of people below {BELOW} are not "
            "shown."
        ),
    ]
