"""The public summary of a round in Word, its exempt appendix, and its sections for a committee report."""

from dataclasses import replace
from datetime import date

from awards.exempt import EXEMPTION
from awards.figures.reading import voices
from awards.report.figures_part import figures_blocks
from awards.report.honours import told_honours
from awards.report.sections import committee_blocks, method_blocks, received_sentence, winners_blocks
from awards.results.report import house, results_blocks
from awards.rounds.rounds import AwardRound, award_round
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, FactList, Heading, Paragraph, Report, exemption_notice
from resources.wording import as_date, date_words


def awards_summary(db: Database, round_id: str, *, today: date) -> Report:
    """Winners and figures for everybody; what the panel thought of each nominee stands in it as exempt.

    Raises Problem before the announcement: until then nothing may be known.
    """
    held = award_round(db, round_id)
    if held.announced_at is None:
        raise Problem(
            f"The results of {held.name} are not announced yet, so that there is no summary to publish. Announce them "
            "on the Results side first."
        )
    said = voices(db, [round_id])
    blocks: list[Block] = [
        _facts(held), Paragraph(received_sentence(held, said)), *winners_blocks(told_honours(db, round_id)),
        *figures_blocks(db, round_id, said), *method_blocks(held), *_appendix(db, held),
    ]  # fmt: skip
    report = Report(held.name, "Winners and figures", today, tuple(blocks), house(db))
    notice = exemption_notice(report)
    return replace(report, blocks=(notice, *report.blocks)) if notice else report


def committee_report(db: Database, round_id: str, *, today: date) -> Report:
    """The sections for a committee as a document; before the announcement without any result."""
    held = award_round(db, round_id)
    return Report(
        f"{held.name}: for a committee report", "", today, committee_blocks(db, round_id), house(db)
    )


def _facts(held: AwardRound) -> FactList:
    items = [("Round", held.name), ("Year", str(held.year))]
    if held.announced_at is not None:
        items.append(("Announced", date_words(as_date(held.announced_at))))
    return FactList(tuple(items))


def _appendix(db: Database, held: AwardRound) -> list[Block]:
    return [Heading("The panel’s decisions", exempt=EXEMPTION), *_beneath(results_blocks(db, held))]


def _beneath(blocks: tuple[Block, ...]) -> list[Block]:
    """All of them exempt."""
    return [replace(one, exempt=one.exempt or EXEMPTION) for one in blocks]
