"""What stands above the results, and what the pane says of a decision."""

from collections.abc import Sequence
from datetime import datetime

from awards.nominations.entries import entry
from awards.results.deciding.announcing import in_the_way
from awards.results.deciding.basis import read_basis
from awards.results.deciding.decisions import Decision, decisions, decisions_of
from awards.results.deciding.withdrawing import fallen, fallen_words
from awards.results.standings import CategoryStanding
from awards.results.worth_knowing import harshness_line, of_category
from awards.rounds.categories import category
from awards.vocabulary import Outcome, TieBrokenBy
from desktop.shell.actions import Action
from desktop.shell.looks.style import text_scale
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.wording import and_list, count_of, date_words, in_london, lower_first

_MOST = 4
_ROOM_FOR_WORDS = 1.25  # with larger text what stands above the table would leave it no room


def headline(db: Database, held: CategoryStanding) -> str:
    """Winner: Ada Example, not announced. Highly commended: Ben Specimen."""
    made = decisions_of(db, category_id=held.category.id)
    if not made:
        return "Nothing is decided here yet."
    told = []
    for outcome in Outcome:
        some = [one for one in made if one.outcome is outcome]
        if some and outcome is Outcome.NOT_AWARDED:
            told.append("Not awarded")
        elif some:
            names = [entry(db, one.entry_id).nominee for one in some if one.entry_id]
            told.append(f"{outcome.label}: {and_list(names)}")
    waits = "Not announced yet" if any(one.is_pending for one in made) else "Announced"
    return f"{'. '.join((*told, waits))}."


def remarks(db: Database, held: CategoryStanding, *, adjusted: bool, whole: bool, now: datetime) -> str:
    """What is to be known: of the round where its decisions are shown, else of the category."""
    fell = [fallen_words(db, one) for one in fallen(db, held.round.id)]
    if whole:
        waiting = sum(one.is_pending for one in decisions(db, held.round.id))
        against = in_the_way(db, held.round, now=now) if waiting else fell
        head = [f"{count_of(waiting, 'decision')} not announced."] if waiting else []
        return " ".join([*head, *against])
    if not held.nominees:
        return " ".join(fell)
    told = [*fell, *([harshness_line(held)] if adjusted else of_category(held))]
    most = _MOST if text_scale() <= _ROOM_FOR_WORDS else len(fell)
    more = len(told) - most
    if more > 0:
        told = [*told[:most], f"{count_of(more, 'sentence')} more beside each nominee."]
    return " ".join(told)


def decision_detail(db: Database, one: Decision, actions: Sequence[Action]) -> Detail:
    """What was decided, why, and the figures it was decided on."""
    who = entry(db, one.entry_id) if one.entry_id else None
    kept = read_basis(one.basis)
    lines = (
        Line("Category", category(db, one.category_id).name),
        Line("Why", one.reason),
        Line("Tie broken by", "" if one.tie is TieBrokenBy.NOT_TIED else one.tie.label),
        Line("Decided", f"{date_words(one.decided_on)}, by {one.decided_by or 'not said'}"),
        Line("Announced", date_words(in_london(one.announced_at)) if one.announced_at else "Not yet"),
        Line("Ended", date_words(one.ended_on) if one.ended_on else ""),
        Line("Why it ended", one.ended_reason),
    )
    by = "the adjusted mean" if kept.get("rule", {}).get("adjusted") else "the mean"
    sections = [
        Section("Decided", lines),
        Section("What was known that day", [Line("", str(words)) for words in kept.get("known", ())]),
        Section(f"Figures that day, by {by}", table=_figures(kept.get("nominees", ())), folded=True),
    ]
    title = who.nominee if who else "Not awarded"
    state = "Ended" if not one.stands else "Announced" if one.announced_at else "Pending"
    subtitle = lower_first(one.outcome.label).capitalize() if who else ""
    return Detail(title, subtitle, [(ColumnKind.STATUS, state)], actions, sections)


def _figures(nominees: Sequence[dict[str, object]]) -> Table:
    columns = (
        Column("reference", "Reference", width=84), Column("place", "Place", ColumnKind.NUMBER, 56),
        Column("mean", "Mean", ColumnKind.NUMBER, 60), Column("median", "Median", ColumnKind.NUMBER, 70),
    )  # fmt: skip
    rows = [
        (str(one.get("reference", "")), str(one.get("place") or ""), str(one.get("mean", "")),
         str(one.get("median", "")))
        for one in nominees
    ]  # fmt: skip
    return Table("Figures that day", columns, rows)
