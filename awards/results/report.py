"""The results of a round for the panel and the team, as a report: what was decided, why, and all that stood behind it.

Exempt on every page: it names nominees, judges and what was thought of them.
"""

from datetime import date

from awards.exempt import EXEMPTION
from awards.nominations.entries import entries
from awards.results.deciding.decisions import Decision, decisions
from awards.results.harshness import HOW, Harshness
from awards.results.notes import notes_of
from awards.results.reading import round_standings
from awards.results.review_state import HOW as STATES
from awards.results.scoring import how_computed
from awards.results.standings import CategoryStanding
from awards.results.tables import agreement_table, decisions_table, paper_table
from awards.results.worth_knowing import harshness_sentences, of_category
from awards.rounds.phases import embargo_words
from awards.rounds.rounds import AwardRound, award_round
from awards.vocabulary import Outcome, TieBrokenBy
from engagement.register.letterhead import letterhead
from resources.database import Database
from resources.report.blocks import Block, Bullets, FactList, Heading, House, Paragraph, Report, TableBlock
from resources.wording import date_words, in_london, moment_words


def house(db: Database) -> House:
    """Who writes."""
    head = letterhead(db)
    return House(head.council, head.team, ", ".join(part for part in (head.phone, head.email) if part))


def results_report(db: Database, round_id: str, *, today: date) -> Report:
    """The whole of a round, with the panel’s reasons."""
    held = award_round(db, round_id)
    return Report(
        f"{held.name}: results", "The panel’s decisions and what stood behind them", today,
        results_blocks(db, held), house(db), (EXEMPTION,),
    )  # fmt: skip


def results_blocks(db: Database, held: AwardRound) -> tuple[Block, ...]:
    """What such a report is made of, for an appendix of another."""
    standings = round_standings(db, held.id)
    made = decisions(db, held.id, ended=True)
    blocks: list[Block] = [_facts(held), Heading("What was decided"), *_decided(db, made)]
    for one in standings:
        blocks += _category(db, one, [each for each in made if each.category_id == one.category.id])
    blocks += _judges(standings)
    blocks += _notes(db, held)
    return (*blocks, Heading("How the figures come about"), *_method(standings))


def _facts(held: AwardRound) -> FactList:
    announced = f"{moment_words(held.announced_at)}" if held.announced_at else "Not yet"
    facts = [
        ("Round", held.name), ("Phase", held.phase.label), ("Announced", announced),
        ("Embargo", embargo_words(held.embargo_until) if not held.announced_at else ""),
        ("Judges needed", f"{held.least_scores} for each nominee"), ("Ties", held.tie_rule.label),
    ]  # fmt: skip
    return FactList(tuple((name, told) for name, told in facts if told))


def _decided(db: Database, made: list[Decision]) -> list[Block]:
    if not made:
        return [Paragraph("Nothing is decided yet.")]
    standing = [one for one in made if one.stands]
    ended = [one for one in made if not one.stands]
    blocks: list[Block] = []
    if standing:
        table = decisions_table(db, standing, title="Decisions", short=True)
        blocks.append(
            TableBlock(table, "For each category who is honoured, as what, and by whom it was decided when.")
        )
    if ended:
        table = decisions_table(db, ended, title="Decisions that were taken back", short=True)
        blocks.append(TableBlock(table, "For each decision taken back what it was, and when it was made."))
        blocks.append(
            Bullets(
                tuple(f"{date_words(one.ended_on or one.decided_on)}: {one.ended_reason}" for one in ended)
            )
        )
    return blocks


def _category(db: Database, held: CategoryStanding, made: list[Decision]) -> list[Block]:
    blocks: list[Block] = [Heading(held.category.name)]
    blocks += [Paragraph(_decision_words(held, one)) for one in made if one.stands]
    if not any(one.settles for one in made):
        blocks.append(Paragraph("Neither a winner is decided on, nor that the category is not awarded."))
    if not held.nominees:
        return [*blocks, Paragraph("Nobody was with the judges here.")]
    blocks.append(Bullets(tuple(of_category(held))))
    table = paper_table(held)
    alt = "For each nominee the place, the mean, the adjusted mean, the median, the spread, and how many judges scored."
    return [*blocks, TableBlock(table, alt)]


def _decision_words(held: CategoryStanding, one: Decision) -> str:
    """Winner: Ada Example (2026-001, Rosewood House). The panel’s reason: …"""
    if one.outcome is Outcome.NOT_AWARDED:
        return f"Not awarded. The panel’s reason: {one.reason}"
    who = held.of(one.entry_id or "")
    named = (
        f"{who.nominee.name} ({', '.join(part for part in (who.nominee.reference, who.nominee.place) if part)})"
        if who
        else "Somebody who is out since"
    )
    tie = "" if one.tie is TieBrokenBy.NOT_TIED else f" The tie was broken by: {one.tie.label}."
    return f"{one.outcome.label}: {named}.{tie} The panel’s reason: {one.reason}"


def _judges(standings: list[CategoryStanding]) -> list[Block]:
    scored = [one for one in standings if one.nominees]
    if not scored:
        return []
    blocks: list[Block] = [
        Heading("The judges"),
        TableBlock(
            agreement_table(scored, title="How far the judges agree", short=True),
            "For each category Krippendorff’s alpha of the judges’ scores.",
        ),
    ]
    told = next((one for one in scored if isinstance(one.harshness, Harshness)), None)
    return [*blocks, Bullets(tuple(harshness_sentences(told)))] if told else blocks


def _notes(db: Database, held: AwardRound) -> list[Block]:
    told = [
        f"{who.nominee}: {note.text} ({note.by or 'somebody not named'}, {date_words(in_london(note.at))})"
        for who in entries(db, held.id)
        for note in notes_of(db, who.id)
    ]
    return [Heading("Notes of the panel"), Bullets(tuple(told))] if told else []


def _method(standings: list[CategoryStanding]) -> list[Block]:
    told = list(dict.fromkeys(how_computed(one.scheme) for one in standings if one.nominees))
    return [Paragraph(words) for words in (*told, f"The judges together. {STATES}", f"Adjusted mean. {HOW}")]
