"""What people said of the events of a period, for a committee: figures, and comments that were chosen one by one."""

from functools import partial

from engagement.forums.events import get
from engagement.forums.feedback.comments import comments_of
from engagement.forums.feedback.figures import feedback
from engagement.forums.feedback.sections import COMMENTS_CHOSEN
from engagement.forums.summary import reading
from engagement.forums.summary.answering import PeriodSummary, period_summary
from engagement.forums.summary.reading import PeriodEvent
from engagement.forums.summary.said import Said
from engagement.forums.summary.sections import period_words, responses_in_words
from engagement.forums.summary.tables import said_table
from engagement.forums.vocabulary import Confidentiality
from resources.database import Database
from resources.report.blocks import Block, Bullets, Heading, TableBlock
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import paragraph
from resources.report.shown import share_shown
from resources.report.told import Rows, Shown, Told, joined, tell
from resources.spans import Span
from resources.statistics import Share
from resources.tables import Cell, Column, ColumnKind, Table

TITLE = "What people said of the events"
GIVEN, LEFT_OUT = "given", "left_out"
_N = ColumnKind.NUMBER


def make(ask: Ask) -> Section:
    """The section, public by construction; of a confidential meeting nothing is in it."""
    if not ask.db.value("select exists (select 1 from feedback_response)"):
        raise NothingToTell(
            "No feedback is kept. Take in a forms file of an event, or type answers in, on the page Forums."
        )
    found = period_summary(ask.db, ask.span.first, ask.span.last, today=ask.today)
    events = [one for one in reading.events_in(ask.db, found.now.span) if one.met and one.is_open_to_figures]
    blocks: list[Block] = [Heading(TITLE, 2), paragraph(_responses(found)), *_satisfied(found.said)]
    table = said_table(found)
    if table.rows:
        alt = "For each question how many were satisfied, of how many who answered."
        blocks.append(TableBlock(table, alt))
    if ask.options.get("comments", GIVEN) == GIVEN:
        blocks += _comments(ask.db, events)
    rows: dict[str, Rows] = {
        "responses": partial(_responses_table, ask.db, events, found.now.span),
        "satisfied": lambda: table,
    }
    if found.before is not None:
        rows["before"] = partial(_before_table, ask.db, found.before.span)
    return Section(blocks=tuple(blocks), as_at=f"feedback on events from {period_words(found)}", rows=rows)


def choices(_ask: Ask) -> tuple[Choice, ...]:
    """Whether comments are given."""
    return (Choice("comments", "Comments", {GIVEN: "Those chosen one by one", LEFT_OUT: "Left out"}),)


RECORD = SectionRecord(
    "feedback",
    TITLE,
    "How many answered of those who came, how many were satisfied, and comments that were chosen to be published.",
    make,
    choices,
)


def _responses(found: PeriodSummary) -> Told:
    """How many answered; with the year before."""
    days = period_words(found)
    if not found.said.responses:
        none = tell(
            "responses", "There was {no} to the events held from {days}.", no=Shown("no response", 0, rows="responses"),
            days=days,
        )  # fmt: skip
        return joined("responses", [none])
    told = [Told("when", f"On the events held from {days}:"), responses_in_words(found.said)]
    if found.said_before and found.said_before.responses and found.before:
        before = responses_in_words(found.said_before, rows="before")
        told += [Told("before", "A year before:"), Told("earlier", before.text, before.figures)]
    return joined("responses", told)


def _satisfied(said: Said) -> list[Block]:
    """The questions with which most and fewest were satisfied, where their bases carry a percentage."""
    firm = [line for line in said.lines if line.satisfied.shown is not None]
    if len(firm) < 2:
        return []

    def value(share: Share) -> float:
        return float(share.value or 0)

    most, fewest = (end(firm, key=lambda line: value(line.satisfied)) for end in (max, min))
    if value(most.satisfied) == value(fewest.satisfied):
        return []
    told = tell(
        "satisfied", "Most were satisfied where asked “{most}”: {best}. Fewest were where asked “{fewest}”: {least}.",
        most=most.question, best=share_shown(most.satisfied, rows="satisfied"),
        fewest=fewest.question, least=share_shown(fewest.satisfied, rows="satisfied"),
    )  # fmt: skip
    return [paragraph(joined("satisfied", [told]))]


def _comments(db: Database, events: list[PeriodEvent]) -> list[Block]:
    chosen = [one for event in events for one in comments_of(db, event.id) if one.publish]
    if not chosen:
        return []
    said = tuple(dict.fromkeys(f"“{' '.join(one.text.split())}”" for one in chosen))  # some say the same
    lead = paragraph(Told("comments_lead", COMMENTS_CHOSEN), leads=True)
    return [lead, Bullets(said, "comments")]


# --- the rows behind the figures --------------------------------------------------------------------------


def _before_table(db: Database, span: Span) -> Table:
    events = [one for one in reading.events_in(db, span) if one.met and one.is_open_to_figures]
    return _responses_table(db, events, span)


def _responses_table(db: Database, events: list[PeriodEvent], span: Span) -> Table:
    """The events with how many came and how many answered, by what each may be called in public."""
    rows: list[tuple[Cell, ...]] = []
    for one in events:
        found = feedback(db, one.id)
        is_open = one.openness is Confidentiality.OPEN
        title = get(db, one.id).title if is_open else one.kind.label
        rows.append((one.day.isoformat(), title, found.came, found.responses))
    columns = (
        Column("day", "Day", ColumnKind.DATE, 110),
        Column("title", "Event", width=280),
        Column("came", "Came", _N, 80),
        Column("responses", "Responses", _N, 100),
    )
    return Table(f"Responses to events from {span.words}", columns, rows, as_at=span.last)
