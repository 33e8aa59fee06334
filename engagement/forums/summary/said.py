"""What providers said at all events of a period together, and what became of actions: counts alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engagement.forums.feedback.figures import EventFeedback, feedback
from engagement.forums.meeting.actions import all_actions
from engagement.forums.meeting.vocabulary import ActionStatus
from engagement.forums.summary.reading import PeriodEvent
from resources.database import Database
from resources.spans import Span
from resources.statistics import Share, share


@dataclass(frozen=True)
class SaidLine:
    """A question with who was satisfied, of those who answered it at all events of a period."""

    question: str
    satisfied: Share


@dataclass(frozen=True)
class Said:
    """Feedback of a period: the events that have some, the responses, and of how many people who came to these."""

    events: int
    responses: int
    came: int
    lines: tuple[SaidLine, ...]

    @property
    def rate(self) -> Share | None:
        """Responses of those who came; None where more answered than came, or nobody is recorded."""
        return share(self.responses, self.came) if self.came and self.responses <= self.came else None

    def of(self, question: str) -> Share | None:
        """One question's figure."""
        return next((line.satisfied for line in self.lines if line.question == question), None)


@dataclass(frozen=True)
class ActionsTold:
    """Actions of meetings that are not exempt: raised and closed in a period, and open on its last day."""

    raised: int
    done: int
    dropped: int
    still_open: int

    @property
    def any(self) -> bool:
        """Whether there is anything to be told."""
        return bool(self.raised or self.done or self.dropped or self.still_open)


def said(db: Database, events: Iterable[PeriodEvent]) -> Said:
    """The feedback on the events that met and may be told of."""
    told = (feedback(db, one.id) for one in events if one.met and one.is_open_to_figures)
    return together([one for one in told if one.responses])


def together(found: Sequence[EventFeedback]) -> Said:
    """Several events' feedback as one: each question's answers added up, in the order first asked. Pure."""
    counts: dict[str, tuple[int, int]] = {}
    for one in found:
        for question in one.measured:
            satisfied, answered = counts.get(question.question.text, (0, 0))
            counts[question.question.text] = (
                satisfied + question.satisfied_count,
                answered + question.answered,
            )
    return Said(
        len(found),
        sum(one.responses for one in found),
        sum(one.came for one in found),
        tuple(SaidLine(text, share(*pair)) for text, pair in counts.items()),
    )


def actions_told(db: Database, span: Span) -> ActionsTold:
    """What became of the actions whose meetings may be told of."""
    found = [one for one in all_actions(db) if not one.exempt and one.raised_on <= span.last]
    closed = [one for one in found if one.closed_on and span.first <= one.closed_on <= span.last]
    return ActionsTold(
        raised=sum(one.raised_on >= span.first for one in found),
        done=sum(one.status is ActionStatus.DONE for one in closed),
        dropped=sum(one.status is ActionStatus.DROPPED for one in closed),
        still_open=sum(one.closed_on is None or one.closed_on > span.last for one in found),
    )
