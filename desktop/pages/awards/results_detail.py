"""What the pane says of a nominee’s results."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from awards.nominations.moving import steps_of
from awards.results.deciding.decisions import Decision, decisions_of
from awards.results.notes import notes_of
from awards.results.standings import CategoryStanding, NomineeStanding
from awards.results.tables import criteria_means_table, place_words, scores_table
from awards.results.worth_knowing import harshness_line, of_category, of_choice, points
from awards.vocabulary import TieBrokenBy
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.wording import date_words, in_london


@dataclass(frozen=True)
class Ways:
    """Where its links lead: to a note, and to the nomination."""

    note: Callable[[str], object]
    nomination: Callable[[str], object]


def results_detail(
    db: Database, held: CategoryStanding, one: NomineeStanding, actions: Sequence[Action], ways: Ways
) -> Detail:
    """Figures, each criterion, each judge, what is to be known, decisions and notes."""
    told = of_choice(held, one.key) if held.round.announced_at is None else []
    against = [Section("To be known before deciding", [Line("", each) for each in told])] if told else []
    return Detail(
        one.nominee.name,
        f"{one.nominee.reference}{', ' if one.nominee.place else ''}{one.nominee.place}",
        [(ColumnKind.STATUS, one.nominee.status.label), (ColumnKind.STATUS, one.state.label)],
        actions,
        (
            *_decided(db, one),
            *against,
            _figures(one, ways),
            Section("By criterion", table=criteria_means_table(held, one)),
            _judges(held, one),
            *_notes(db, one, ways),
            Section("The whole category", [Line("", each) for each in _of_all(held)], folded=True),
            _steps(db, one),
        ),
    )


def _of_all(held: CategoryStanding) -> list[str]:
    return [*of_category(held), harshness_line(held)]


def _figures(one: NomineeStanding, ways: Ways) -> Section:
    found = one.summary
    ends = f"{points(found.ends[0])} to {points(found.ends[1])}" if found.ends else ""
    lines = (
        Line("Place", place_words(one)), Line("Mean", points(found.mean)), Line("Median", points(found.median)),
        Line("Spread", points(found.spread)), Line("Scores from", ends),
        Line("Adjusted mean", points(one.adjusted)), Line("Adjusted place", place_words(one, adjusted=True)),
        Line("Judges who scored", f"{found.number} of {one.wanted} at least"),
        Line("Still awaited", str(one.awaited or "")), Line("Abstained", str(one.abstained or "")),
        Line("Stood aside", str(one.aside or "")),
        Line("Nomination", "Statements and voices", lambda: ways.nomination(one.key)),
    )  # fmt: skip
    return Section("Figures", lines)


def _judges(held: CategoryStanding, one: NomineeStanding) -> Section:
    whole = scores_table(held, one.key)
    widths = {"judge": 150, "mean": 66, "adjusted": 84}
    kept = [place for place, column in enumerate(whole.columns) if column.name in widths]
    table = Table(
        "By judge", tuple(replace(one, width=widths[one.name]) for one in whole.columns if one.name in widths),
        [tuple(row[place] for place in kept) for row in whole.rows], exempt=whole.exempt,
    )  # fmt: skip
    return Section("By judge", table=table)


def _decided(db: Database, one: NomineeStanding) -> list[Section]:
    made = decisions_of(db, entry_id=one.key, ended=True)
    if not made:
        return []
    return [Section("Decisions", [Line(_when(each), _words(each)) for each in made], stacked=True)]


def _when(one: Decision) -> str:
    told = f"{one.outcome.label}, {date_words(one.decided_on)}, by {one.decided_by or 'not said'}"
    if one.ended_on is not None:
        return f"{told}; ended on {date_words(one.ended_on)}"
    return f"{told}; {'announced' if one.announced_at else 'not announced'}"


def _words(one: Decision) -> str:
    tie = "" if one.tie is TieBrokenBy.NOT_TIED else f" Tie broken by: {one.tie.label}."
    ended = f" Why it ended: {one.ended_reason}" if one.ended_reason else ""
    return f"{one.reason}{tie}{ended}"


def _notes(db: Database, one: NomineeStanding, ways: Ways) -> list[Section]:
    held = notes_of(db, one.key)
    if not held:
        return []
    columns = (Column("text", "Note", width=200), Column("on", "Written", ColumnKind.DATE, 96))
    rows = [(each.text, in_london(each.at).date().isoformat()) for each in held]
    return [
        Section("Notes of the panel", table=Table("Notes", columns, rows), keys=[each.id for each in held],
                opened=ways.note),
    ]  # fmt: skip


def _steps(db: Database, one: NomineeStanding) -> Section:
    lines = [
        Line("", f"{each.words}{f': {each.reason}' if each.reason else ''}") for each in steps_of(db, one.key)
    ]
    return Section("Steps", lines, folded=True)
