"""One nominee’s record, for answering those who ask: how they were judged, without a judge’s name or single scores.

It names no other nominee but announced winners who agreed, and is exempt all the same: it is about a person. What
the council knows of a contract is exempt for another reason, and is not in it.
"""

import re
from collections.abc import Iterable
from datetime import date

from awards.exempt import EXEMPTION
from awards.judging.blind.hiding import hide
from awards.judging.blind.names import Names, Stand, all_names, full_name_forms, home_forms, person_forms
from awards.judging.panel import members
from awards.nominations.entries import Entry, entries, entry, reference
from awards.nominations.moving import EntryStep, steps_of
from awards.nominations.nominations import nominations, nominations_of
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
from engagement.register.contracts import exempt_terms
from engagement.register.names import name_key
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, Bullets, FactList, Heading, Paragraph, Report, TableBlock
from resources.wording import and_list, count_of, date_words, in_london

_FEWEST_OTHERS = 5
"""From so many other nominees on a mean of all does not tell the scores of any one."""
_OF_CONTRACTS = re.compile(
    r"\b(?:contract|suspen|terminat|safeguard|embargo|improvement notice|enforcement|default notice)",
    re.IGNORECASE,
)
HELD_BACK = "The reason on file is not told here."


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
    tell = _Telling(db, who)
    title = f"How {who.nominee} was judged"
    blocks = (
        _facts(db, rnd, who),
        Heading("What became of the nomination"),
        *_steps(db, who, tell),
        *_scores(held, held.of(who.id)),
        *_decided(db, held, who, tell),
        Heading("How the figures come about"),
        Paragraph(how_computed(held.scheme)),
        Paragraph(
            "Judges read statements without names. Their names, their single scores and their comments are not in this "
            "record, nor are other nominees, nominators, and reasons that speak of a contract. Read it before anything "
            "of it is given to others."
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


def _steps(db: Database, who: Entry, tell: "_Telling") -> list[Block]:
    steps = steps_of(db, who.id)
    if not steps:
        return [Paragraph("No step is on file.")]
    return [Bullets(tuple(_step_words(one, tell) for one in steps))]


def _step_words(one: EntryStep, tell: "_Telling") -> str:
    what = "moved to another category" if one.to_category_id else one.to_status.label
    reason = tell.reason(one.reason) if one.reason else ""
    if reason == HELD_BACK:
        return f"{date_words(in_london(one.at))}: {what}. {HELD_BACK}"
    return f"{date_words(in_london(one.at))}: {what}{f'. Reason: {reason}' if reason else ''}"


class _Telling:
    """How a reason is told to those who ask about one nominee."""

    def __init__(self, db: Database, who: Entry) -> None:
        self._people = _others(db, who)
        self._exempt = all_names(*(home_forms(term.text) for term in exempt_terms(db)))

    def reason(self, text: str) -> str:
        """Without the names of others; not at all where it speaks of a contract or of a home that is under one of the
        exempt statuses.
        """
        if _OF_CONTRACTS.search(text) or hide(text, self._exempt).occurrences:
            return HELD_BACK
        return hide(text, self._people).text


def _others(db: Database, who: Entry) -> Names:
    """Judges, nominators and other nominees, whose names may stand in a reason."""
    nominated = [one for one in entries(db, who.round_id) if name_key(one.nominee) != name_key(who.nominee)]
    people = [
        *((one.name, "") for one in members(db, who.round_id)),
        *((one.nominator, "") for one in nominations(db, who.round_id) if one.nominator),
        *(
            (one.nominee, one.also_known_as)
            for one in nominated
            if one.nominee_kind is NomineeKind.INDIVIDUAL
        ),
    ]
    others = {name: also for name, also in people if name_key(name) != name_key(who.nominee)}
    teams = (one.nominee for one in nominated if one.nominee_kind is NomineeKind.TEAM)
    return all_names(
        *(person_forms(name, Stand.PERSON, also=also) for name, also in others.items()),
        *(full_name_forms(name, Stand.HIDDEN) for name in teams),
    )


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
    compared = sum(other.summary.number > 0 for other in held.nominees) > _FEWEST_OTHERS
    table = criteria_means_table(held, one, compared=compared)
    every = ", and the mean of all nominees of the category" if compared else ""
    alt = f"For each criterion the nominee’s mean{every}."
    return [Heading("Scores"), Paragraph(" ".join(told)), TableBlock(table, alt)]


def _decided(db: Database, held: CategoryStanding, who: Entry, tell: "_Telling") -> list[Block]:
    own = [one for one in decisions_of(db, entry_id=who.id, ended=True) if one.announced_at is not None]
    told = [_own_words(one, tell) for one in own]
    told += _winner_words(db, held, who)
    if not own and held.of(who.id) is not None:
        told.append("The panel decided on no honour for this nominee.")
    return [Heading("What the panel decided"), *(Paragraph(words) for words in told)]


def _own_words(one: Decision, tell: _Telling) -> str:
    ended = ""
    if one.ended_on is not None:
        ended = f" That ended on {date_words(one.ended_on)}: {tell.reason(one.ended_reason)}"
    return f"{one.outcome.label}. The panel’s reason: {tell.reason(one.reason)}{ended}"


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
