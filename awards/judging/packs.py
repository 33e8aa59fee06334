"""What each judge reads: their nominees by reference and category, blind statements, criteria, and room for notes.

Nothing that a conflict of interest forbids is in a pack, though it had been given before the conflict was known, and a
pack that would name somebody is not saved.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from awards.exempt import EXEMPTION, IDENTITY
from awards.judging.blind.checking import refuse_names, refuse_unhidden
from awards.judging.blind.copies import BlindCopy, BlindVoice, blind_copies
from awards.judging.conflict_reading import conflicts_in
from awards.judging.others import OthersScores, others_scores
from awards.judging.panel import Member, member_names, members
from awards.judging.scores import Given, given_to
from awards.points import points_words
from awards.rounds.criteria import Criterion, criteria_by_category, values_of
from awards.rounds.phase_plan import planned_phase
from awards.rounds.rounds import AwardRound, award_round
from awards.vocabulary import RoundPhase
from resources.database import Database
from resources.files.replacing import safe_write
from resources.files.safe_names import unique_names
from resources.problem import Problem
from resources.report.blocks import (
    Block,
    Bullets,
    FactList,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    TableBlock,
    WritingRoom,
)
from resources.tables import Cell, Column, Table
from resources.wording import and_list, count_of, date_words, lower_first

NOTE_LINES = 4


@dataclass(frozen=True)
class Pack:
    """What one judge is to read; `left_out` says which of the nominees given to them are not in it, and why."""

    round: AwardRound
    member: Member
    judge: str
    given: tuple[Given, ...]
    copies: tuple[BlindCopy, ...]
    left_out: tuple[str, ...]

    @property
    def undecided(self) -> int:
        """How many doubtful words nobody looked at; they are hidden."""
        return sum(one.undecided for one in self.copies)


@dataclass(frozen=True)
class Saved:
    """What was saved, and the sentences beside it."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


def packs(db: Database, round_id: str, *, only: Collection[str] | None = None) -> list[Pack]:
    """Those of the judges who were given somebody, or of these of them."""
    panel = [one for one in members(db, round_id, stood_down=False) if only is None or one.id in only]
    lists = {one.id: given_to(db, one.id) for one in panel}
    entries = {given.entry_id for some in lists.values() for given in some}
    copies = blind_copies(db, round_id, only=entries)
    clashes = conflicts_in(db, round_id, entry_ids=entries) if entries else {}
    names, held = member_names(db, round_id), award_round(db, round_id)
    made = []
    for one in panel:
        if lists[one.id]:
            kept = tuple(given for given in lists[one.id] if (one.id, given.entry_id) not in clashes)
            out = tuple(
                f"{given.reference} is not in the pack of {names[one.id]}: "
                f"{lower_first(clashes[one.id, given.entry_id][0].sentence)}"
                for given in lists[one.id]
                if given not in kept
            )
            made.append(Pack(held, one, names[one.id], kept, tuple(copies[g.entry_id] for g in kept), out))
    return made


def save_packs(
    db: Database, round_id: str, folder: Path, *, today: date, only: Collection[str] | None = None
) -> Saved:
    """A Word file for each judge, none of them before all were searched."""
    made = [one for one in packs(db, round_id, only=only) if one.copies]
    if not made:
        raise Problem("No judge was given anybody to judge yet. Give the nominees to the panel first.")
    refuse_unhidden({copy.entry_id: copy for pack in made for copy in pack.copies}.values())
    from resources.report.word import save_word  # loaded when first used

    named = unique_names(
        [f"Pack {pack.member.number} {pack.judge}, {pack.round.name}" for pack in made], ".docx"
    )
    files = []
    for pack, name in zip(made, named, strict=True):
        report = pack_report(db, pack, today=today)
        safe_write(
            folder / name,
            partial(save_word, report, exempt_terms=()),
            partial(refuse_names, copies=pack.copies, judge=pack.judge),
        )
        files.append(folder / name)
    return Saved(tuple(files), tuple(notes_of(made)))


def undecided_in(made: Iterable[Pack]) -> int:
    """How many doubtful words of these packs nobody looked at, each nominee counted once."""
    copies = {copy.entry_id: copy for pack in made for copy in pack.copies}
    return sum(copy.undecided for copy in copies.values())


def undecided_words(number: int) -> str:
    """The same in a sentence."""
    return (
        f"Not looked at yet: {count_of(number, 'word')} that may or may not be a name, hidden or left as the blind "
        "copies show."
    )


def notes_of(made: Iterable[Pack]) -> list[str]:
    """What a person should know before the packs are sent."""
    some = list(made)
    notes = [sentence for pack in some for sentence in pack.left_out]
    copies = {copy.entry_id: copy for pack in some for copy in pack.copies}
    undecided = undecided_in(some)
    if undecided:
        notes.append(undecided_words(undecided))
    silent = [copy.reference for copy in copies.values() if not any(one.hidden.text for one in copy.voices)]
    if silent:
        notes.append(f"Without a statement to read: {and_list(silent)}.")
    return notes


# --- the document ---------------------------------------------------------------------------------------------


def pack_report(db: Database, pack: Pack, *, today: date) -> Report:
    """The pack as a document."""
    criteria = criteria_by_category(db, pack.round.id)
    due = planned_phase(db, pack.round.id, RoundPhase.SCORE).until_on
    facts = [
        ("Judge", pack.judge), ("To judge", count_of(len(pack.copies), "nominee")),
        ("Scores are due", date_words(due) if due else ""),
    ]  # fmt: skip
    blocks: list[Block] = [
        FactList(tuple((label, words) for label, words in facts if words)),
        Heading("How to score"),
        *_how(),
    ]
    others = others_scores(db, pack.member.id)
    for category_id in dict.fromkeys(copy.category_id for copy in pack.copies):
        some = [copy for copy in pack.copies if copy.category_id == category_id]
        blocks += [PageBreak(), *_category(db, some, criteria[category_id], others)]
    return Report(
        f"Judging pack: {pack.round.name}", as_at=today, blocks=tuple(blocks), marking=(EXEMPTION, IDENTITY)
    )


def _how() -> list[Block]:
    return [
        Paragraph(
            "Read each statement and score the nominee by every criterion of the category. What is written counts, not "
            "how well, how long or how often."
        ),
        Bullets((
            "The names of nominees, nominators, homes and places are hidden: [the nominee], [the home]. Where you "
            "believe that you know who is meant, and it could sway you, say so before you score.",
            "Where you cannot judge somebody, abstain and say why. An abstention is no score and counts in no mean; "
            "an empty cell is not 0.",
            "Enter your scores in the scoring workbook that came with this pack and send it back, its "
            "rows in any order.",
            "This pack is confidential. Show it to nobody, do not copy it, and give it back after the panel has met.",
        )),
    ]  # fmt: skip


def _category(
    db: Database, some: list[BlindCopy], criteria: list[Criterion], others: OthersScores
) -> Iterator[Block]:
    yield Heading(some[0].category)
    scales = {scale_words(db, one) for one in criteria}
    table = _criteria_table(db, some[0].category, criteria, alike=len(scales) == 1)
    yield TableBlock(table, alt="Each criterion with what to look for and its weight.")
    if len(scales) == 1:
        yield Paragraph(f"Every criterion is scored {scales.pop()}.")
    for place, copy in enumerate(some):
        if place:
            yield PageBreak()
        yield from _nominee(copy, criteria, others)


def _criteria_table(db: Database, category: str, criteria: list[Criterion], *, alike: bool) -> Table:
    """Where all have the same scale, it is told beneath the table once."""
    columns = [
        Column("criterion", "Criterion"), Column("guidance", "What to look for"), Column("weight", "Weight"),
    ]  # fmt: skip
    rows: list[tuple[Cell, ...]] = [(one.name, one.guidance, one.weight_words) for one in criteria]
    if not alike:
        columns.append(Column("scale", "Scale"))
        rows = [(*row, scale_words(db, one)) for row, one in zip(rows, criteria, strict=True)]
    return Table(f"What is scored: {category}", tuple(columns), rows, exempt=IDENTITY)


def scale_words(db: Database, one: Criterion) -> str:
    """“1 to 5: 1 Little, 3 Good, 5 Outstanding”."""
    labels = [f"{points_words(value.points)} {value.label}" for value in values_of(db, one.id)]
    told = f"{one.scale_words}: {', '.join(labels)}" if labels else one.scale_words
    return told if one.required else f"{told} (may be left empty)"


def _nominee(copy: BlindCopy, criteria: list[Criterion], others: OthersScores) -> Iterator[Block]:
    yield Heading(copy.reference, 2)
    voices = [one for one in copy.voices if one.hidden.text or one.attachment]
    yield Paragraph(f"{copy.kind.label}, with {count_of(len(voices), 'statement')}.", leads=True)
    for number, voice in enumerate(voices, 1):
        yield from _voice(number, voice)
    said = others.words_for(copy.entry_id)
    if said:
        yield Paragraph(said)
    yield from (WritingRoom(f"{one.name}, {one.scale_words}") for one in criteria)
    yield WritingRoom("Notes", NOTE_LINES)


def _voice(number: int, voice: BlindVoice) -> Iterator[Block]:
    yield FactList(((f"Statement {number}", f"from: {lower_first(voice.kind.label)}"),))
    for line in voice.hidden.text.split("\n"):
        if line:
            yield Paragraph(line)
    if voice.of_words:
        yield Paragraph(
            f"The statement goes on to {voice.of_words:,} words; judges read as much as the rules allow."
        )
    if voice.attachment:
        yield Paragraph(
            "An attachment came with this statement. It is not part of the pack: it may name people."
        )
