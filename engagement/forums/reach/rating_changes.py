"""What ratings became of services that came and of those that did not: counts with bases, and no proof of a cause."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from engagement.forums.reach import reading
from engagement.forums.reach.question import NOT_CONFIDENTIAL, ReachQuestion
from engagement.forums.reach.standing import ServiceRecord, standing_on
from engagement.register.vocabulary import GRADES, Rating, ServiceKind, is_rated_by_cqc
from resources.database import Database
from resources.spans import Span
from resources.statistics import BASES_OF_PROVIDERS, Share, share
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, capital_first, count_of, percent
from resources.words import Word

NOT_PROOF = (
    "This is not proof that coming to events changes a rating. Services that come differ from those that do not in "
    "other ways: a settled manager, a larger company or a poor rating may each bring a service to a forum, and change "
    "its next rating too. CQC also chooses whom it inspects."
)


class Attended(Word):
    """What a service did in the span of events."""

    CAME = "came", "Came"
    INVITED = "invited", "Invited, did not come"
    NOT_INVITED = "not_invited", "Not invited"


class Moved(Word):
    """From the rating that stood before the events to the one published after them."""

    UP = "up", "Went up"
    SAME = "same", "Stayed the same"
    DOWN = "down", "Went down"


class NotCompared(Word):
    """Why a service cannot be compared."""

    NOT_RATED_BY_CQC = "not_rated_by_cqc", "not rated by CQC"
    NO_RATING_BEFORE = "no_rating_before", "no rating before"
    NO_NEW_RATING = "no_new_rating", "no new rating since"


@dataclass(frozen=True)
class ChangeLine:
    """One group: how many services were compared, what became of their ratings, and why others were left out."""

    name: str
    services: int
    moved: Mapping[Moved, int]
    left_out: Mapping[NotCompared, int]

    @property
    def compared(self) -> int:
        """How many had a rating before and a new one after."""
        return sum(self.moved.values())

    def share(self, moved: Moved) -> Share:
        """How many of those compared moved so."""
        return share(self.moved.get(moved, 0), self.compared)


@dataclass(frozen=True)
class RatingChanges:
    """Services that came in one span and those that did not, and what was published of them in the next."""

    came_in: Span
    rated_in: Span
    lines: Mapping[Attended, ChangeLine]

    @property
    def did_not_come(self) -> ChangeLine:
        """Everybody who did not come, invited or not."""
        return _added("Did not come", [self.lines[Attended.INVITED], self.lines[Attended.NOT_INVITED]])


def moved(before: Rating, after: Rating) -> Moved:
    """Up is towards Outstanding."""
    step = GRADES.index(after) - GRADES.index(before)
    return Moved.UP if step > 0 else Moved.DOWN if step < 0 else Moved.SAME


def compare(
    came_in: Span,
    rated_in: Span,
    services: Mapping[str, Attended],
    before: Mapping[str, Rating],
    after: Mapping[str, Rating],
    *,
    unrated: Collection[str] = (),
) -> RatingChanges:
    """Count what became of each service's rating. Pure.

    `before` is what stood as the span of events began, `after` the last grade published in the span after it: the
    same days for those who came and those who did not. `unrated` are services that CQC does not rate.
    """
    number, what, why = (
        Counter[Attended](),
        Counter[tuple[Attended, Moved]](),
        Counter[tuple[Attended, NotCompared]](),
    )
    for key, attended in services.items():
        number[attended] += 1
        old, new = before.get(key), after.get(key)
        if key in unrated:
            why[attended, NotCompared.NOT_RATED_BY_CQC] += 1
        elif old is None or not old.is_rated:
            why[attended, NotCompared.NO_RATING_BEFORE] += 1
        elif new is None or not new.is_rated:
            why[attended, NotCompared.NO_NEW_RATING] += 1
        else:
            what[attended, moved(old, new)] += 1
    lines = {
        one: ChangeLine(
            one.label,
            number[one],
            {each: what[one, each] for each in Moved},
            {each: why[one, each] for each in NotCompared},
        )
        for one in Attended
    }
    return RatingChanges(came_in, rated_in, lines)


def _added(name: str, lines: Iterable[ChangeLine]) -> ChangeLine:
    lines = list(lines)
    return ChangeLine(
        name,
        sum(one.services for one in lines),
        {each: sum(one.moved[each] for one in lines) for each in Moved},
        {each: sum(one.left_out[each] for one in lines) for each in NotCompared},
    )


def attended(
    records: Iterable[ServiceRecord],
    day: str,
    came: Mapping[str, bool],
    invited: Mapping[str, bool],
    *,
    with_archived: bool = False,
) -> dict[str, Attended]:
    """What each service of the register did; those that are not in it on the day are left out."""
    found = {}
    for record in records:
        if standing_on(record, day, with_archived=with_archived).why is None:
            asked = Attended.INVITED if invited.get(record.id) else Attended.NOT_INVITED
            found[record.id] = Attended.CAME if came.get(record.id) else asked
    return found


def ratings_before_and_after(
    db: Database,
    question: ReachQuestion,
    *,
    came_in: Span | None = None,
    records: Sequence[ServiceRecord] | None = None,
) -> RatingChanges:
    """New ratings published in the question's span, of services that came in the span before it (or `came_in`)."""
    events = came_in or question.span.before
    came, invited = reading.came_or_invited(db, events, question.kinds)
    records = reading.service_records(db, question) if records is None else records
    day = question.day.isoformat()
    services = attended(records, day, came, invited, with_archived=question.with_archived)
    before = reading.published_as_at(db, events.first - timedelta(days=1))
    after = reading.newly_published(db, question.span)
    unrated = {one.id for one in records if not is_rated_by_cqc(ServiceKind(one.kind), one.location_id)}
    return compare(events, question.span, services, before, after, unrated=unrated - before.keys())


def changes_table(found: RatingChanges) -> Table:
    """A row for each group, with counts, the base, and percentages where the base allows."""
    lines = [found.lines[Attended.CAME], found.did_not_come, found.lines[Attended.INVITED],
             found.lines[Attended.NOT_INVITED]]  # fmt: skip
    return Table(
        title="Ratings before and after",
        columns=(
            Column("group", "Services that", width=190),
            Column("services", "Services", ColumnKind.NUMBER, 80),
            Column("compared", "Rated before and since", ColumnKind.NUMBER, 90),
            *(
                column
                for one in Moved
                for column in (
                    Column(one.value, one.label, ColumnKind.NUMBER, 80),
                    Column(f"{one.value}_share", f"{one.label} (%)", ColumnKind.PERCENT, 80),
                )
            ),
            *(Column(one.value, capital_first(one.label), ColumnKind.NUMBER, 92) for one in NotCompared),
        ),
        rows=[_row(line) for line in lines],
        base=(
            f"Came to an event from {found.came_in.words}, or did not; the overall rating that stood when that time "
            f"began, and the last one published from {found.rated_in.words}"
        ),
        source="Care Quality Commission, and the attendance record of the forums",
        as_at=found.rated_in.last,
        notes=(NOT_PROOF, NOT_CONFIDENTIAL, *_notes(lines)),
    )


def _notes(lines: Sequence[ChangeLine]) -> tuple[str, ...]:
    """Who is left out and why, and what small bases mean. The first two lines are everybody."""
    left = _added("", lines[:2]).left_out
    said = [f"{count_of(left[one], 'service')} ({one.label})" for one in NotCompared if left[one]]
    notes = [f"Not compared: {and_list(said)}."] if said else []
    if any(one.compared < BASES_OF_PROVIDERS.flag for one in lines):
        notes.append(BASES_OF_PROVIDERS.note())
    return tuple(notes)


def _row(line: ChangeLine) -> tuple[Cell, ...]:
    figures = [cell for one in Moved for cell in (line.moved[one], line.share(one).shown)]
    return (line.name, line.services, line.compared, *figures, *(line.left_out[one] for one in NotCompared))


def change_sentences(found: RatingChanges) -> list[str]:
    """How many went up and down among those who came and among those who did not, each with its base."""
    said = []
    for line, who in ((found.lines[Attended.CAME], "came"), (found.did_not_come, "did not come")):
        up, down = line.share(Moved.UP), line.share(Moved.DOWN)
        said.append(
            f"Of {count_of(line.compared, 'service')} that {who}, with a rating before and since, "
            f"{_counted(up)} went up and {_counted(down)} went down."
        )
    return said


def _counted(part: Share) -> str:
    return f"{part.count:,}" if part.shown is None else f"{part.count:,} ({percent(part.shown)})"
