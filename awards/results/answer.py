"""One nominee’s record, for answering those who ask: how they were judged, without a judge’s name or single scores.

It names no other nominee but announced winners who agreed, and is exempt all the same: it is about a person.
"""

from collections.abc import Iterable
from datetime import date

from awards.exempt import EXEMPTION
from awards.judging.blind.hiding import hide
from awards.judging.blind.names import Names, Stand, all_names, person_forms
from awards.judging.panel import members
from awards.nominations.entries import Entry, entries, entry, reference
from awards.nominations.moving import EntryStep, steps_of
from awards.nominations.nominations import nominations_of
from awards.results.deciding.decisions import Decision, decisions_of
from awards.results.reading import category_standing
from awards.results.report import house
from awards.results.scoring import how_computed
from awards.results.standings import CategoryStanding, NomineeStanding
from awards.results.tables import criteria_means_table, place_words
from awards.results.worth_knowing import points
from awards.rounds.categories import category
from awards.rounds.rounds import AwardRound, award_round
from awards.vocabulary import Consent, EntryStatus, NomineeKind, Outcome
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, Bullets, FactList, Heading, Paragraph, Report, TableBlock
from resources.wording import and_list, count_of, date_words, in_london


def answer_report(db: Database, entry_id: str, *, today: date) -> Report:
    """The record of one nominee. Before the announcement there is none: it would tell what nobody may know."""
    who = entry(db, entry_id)
    rnd = award_round(db, who.round_id)
    if rnd.announced_at is None or who.status.is_pending:
        raise Problem(
            f"The results of {rnd.name} are not all announced yet, and the record of {who.nominee} tells of them. "
            "Announce them first."
        )
    held = category_standing(db, who.category_id)
    title = f"How {who.nominee} was judged"
    blocks = (
        _facts(db, rnd, who),
        Heading("What became of the nomination"),
        *_steps(db, who),
        *_scores(held, held.of(who.id)),
        *_decided(db, held, who),
        Heading("How the figures come about"),
        Paragraph(how_computed(held.scheme)),
        Paragraph(
            "Judges read statements without names. Their names, their single scores and their comments are not in this "
            "record, nor are other nominees. Read it before anything of it is given to others."
        ),
    )
    return Report(title, rnd.name, today, blocks, house(db), (EXEMPTION,))


def _facts(db: Database, rnd: AwardRound, who: Entry) -> FactList:
    voices = sum(one.status.is_counted for one in nominations_of(db, who.id))
    return FactList(
        (
            ("Nominee", who.nominee),
            ("Reference", reference(db, who)),
            ("Category", category(db, who.category_id).name),
            ("Nominations", f"{voices:,}"),
            ("Stands as", who.status.label),
            ("Results announced", date_words(in_london(rnd.announced_at)) if rnd.announced_at else ""),
        )
    )


def _steps(db: Database, who: Entry) -> list[Block]:
    steps = steps_of(db, who.id)
    if not steps:
        return [Paragraph("No step is on file.")]
    names = _others(db, who)
    return [Bullets(tuple(_step_words(one, names) for one in steps))]


def _step_words(one: EntryStep, names: Names) -> str:
    what = "moved to another category" if one.to_category_id else one.to_status.label
    reason = f". Reason: {hide(one.reason, names).text}" if one.reason else ""
    return f"{date_words(in_london(one.at))}: {what}{reason}"


def _others(db: Database, who: Entry) -> Names:
    """Judges and other nominees, whose names may stand in a reason."""
    judges = [one.name for one in members(db, who.round_id)]
    others = [
        one.nominee
        for one in entries(db, who.round_id)
        if one.id != who.id and one.nominee != who.nominee and one.nominee_kind is NomineeKind.INDIVIDUAL
    ]
    return all_names(*(person_forms(name, Stand.PERSON) for name in (*judges, *others)))


def _scores(held: CategoryStanding, one: NomineeStanding | None) -> list[Block]:
    if one is None or not one.summary.number:
        return [Heading("Scores"), Paragraph("The judges gave no scores that count.")]
    told = [
        f"{count_of(one.summary.number, 'judge')} scored the nominee. The mean is {points(one.summary.mean)} and the "
        f"median {points(one.summary.median)}, on a scale from {points(held.scheme.common[0])} to "
        f"{points(held.scheme.common[1])}."
    ]
    if one.placed is not None:
        told.append(
            f"By the mean that is place {place_words(one)} of {count_of(len(held.ranked), 'nominee')}."
        )
    if one.abstained:
        told.append(f"{count_of(one.abstained, 'judge')} abstained, which counts as no score.")
    table = criteria_means_table(held, one)
    alt = "For each criterion the nominee’s mean, and the mean of all nominees of the category."
    return [Heading("Scores"), Paragraph(" ".join(told)), TableBlock(table, alt)]


def _decided(db: Database, held: CategoryStanding, who: Entry) -> list[Block]:
    names = _others(db, who)
    own = [one for one in decisions_of(db, entry_id=who.id, ended=True) if one.announced_at is not None]
    told = [_own_words(one, names) for one in own]
    told += _winner_words(db, held, who)
    if not own and held.of(who.id) is not None:
        told.append("The panel decided on no honour for this nominee.")
    return [Heading("What the panel decided"), *(Paragraph(words) for words in told)]


def _own_words(one: Decision, names: Names) -> str:
    ended = ""
    if one.ended_on is not None:
        ended = f" That ended on {date_words(one.ended_on)}: {hide(one.ended_reason, names).text}"
    return f"{one.outcome.label}. The panel’s reason: {hide(one.reason, names).text}{ended}"


def _winner_words(db: Database, held: CategoryStanding, who: Entry) -> list[str]:
    """Who won the category, by name where they agreed to be named."""
    made = [
        one
        for one in decisions_of(db, category_id=held.category.id)
        if one.settles and one.announced_at is not None
    ]
    if any(one.outcome is Outcome.NOT_AWARDED for one in made):
        return ["The category was not awarded."]
    winners = [entry(db, one.entry_id) for one in made if one.entry_id and one.entry_id != who.id]
    return [f"The category was won by {and_list(list(_named(winners)))}."] if winners else []


def _named(winners: Iterable[Entry]) -> Iterable[str]:
    for one in winners:
        may = one.publish_name is Consent.YES and one.status is EntryStatus.WINNER
        yield one.nominee if may else "somebody who has not agreed to be named"
