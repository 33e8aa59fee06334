"""What became of recommendations made before, as a section of the next report."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from engagement.committee.recommendations import MadeBefore, made_before
from engagement.committee.tables import recommendations_table
from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.report.blocks import Block, Heading, TableBlock
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import paragraph
from resources.report.told import Rows, Shown, Told, tell
from resources.tables import Column, ColumnKind, Table
from resources.wording import and_list, capital_first, count_of, date_words

KEY = "recommendations_before"
TITLE = "Recommendations made before"
ABOUT = "What members decided of earlier recommendations, and what was done about them since."
WHICH = Choice(
    "which", "Recommendations",
    {"open": "Those still open, and those that moved since the last report", "last": "Those of the last meeting",
     "all": "All that were made"},
)  # fmt: skip

_OUTCOMES = (
    (RecommendationOutcome.AGREED, "agreed"),
    (RecommendationOutcome.AMENDED, "agreed as amended"),
    (RecommendationOutcome.NOT_AGREED, "not agreed"),
    (RecommendationOutcome.DEFERRED, "deferred"),
)
_PROGRESS = (
    (Progress.DONE, "done"),
    (Progress.UNDER_WAY, "under way"),
    (Progress.NOT_STARTED, "not started"),
    (Progress.NOT_PURSUED, "not pursued"),
)


def choices(_ask: Ask) -> tuple[Choice, ...]:
    """Which of them are told."""
    return (WHICH,)


def recommendations_before(ask: Ask) -> Section:
    """The section as at the last day of the period: what was decided or done later is for the next report."""
    day = ask.span.last
    known = [
        as_at(one, day)
        for one in made_before(ask.db, ask.committee, ask.meets_on, archived=True)
        if one.meets_on <= day
    ]
    whom = f"the {ask.committee}" if ask.committee else "any committee"
    if not known:
        raise NothingToTell(
            f"No recommendation to {whom} is kept from meetings up to {date_words(day)}. Add the report that made "
            "some, or take this section out of the outline."
        )
    told = _chosen(known, ask.options.get(WHICH.name, "open"), ask.since)
    said, rows = _sentences(told, known, day)
    blocks: list[Block] = [Heading(TITLE, level=2)]
    blocks += [paragraph(one, leads=bool(told) and one is said[-1]) for one in said]
    if told:
        blocks.append(TableBlock(_printed(told), _alt(told)))
    return Section(blocks=tuple(blocks), as_at=date_words(day), rows=rows)


def as_at(one: MadeBefore, day: date) -> MadeBefore:
    """How it stood on a day."""
    held, steps = one.recommendation, tuple(step for step in one.steps if step.on_day <= day)
    if held.decided_on is not None and held.decided_on > day:
        held = replace(held, outcome=RecommendationOutcome.NOT_DECIDED, decided_on=None, decision="")
    progress = steps[-1].progress if steps else Progress.NOT_STARTED
    return replace(one, recommendation=replace(held, progress=progress), steps=steps)


def _chosen(known: Sequence[MadeBefore], which: str, since: date) -> list[MadeBefore]:
    if which == "all":
        return list(known)
    if which == "last":
        latest = max(one.meets_on for one in known)
        return [one for one in known if one.meets_on == latest]
    return [one for one in known if one.is_open or one.moved_after(since)]


# --- its sentences --------------------------------------------------------------------------------------------


def _sentences(
    told: Sequence[MadeBefore], known: Sequence[MadeBefore], day: date
) -> tuple[list[Told], dict[str, Rows]]:
    rows: dict[str, Rows] = {}

    def shown(name: str, some: Sequence[MadeBefore], words: str = "", base: int | None = None) -> Shown:
        rows[name] = partial(recommendations_table, tuple(some), title=f"{TITLE}, as at {date_words(day)}")
        return Shown(words or f"{len(some):,}", len(some), base, name)

    if not told:
        start, be, rest = ("The", "was", "it has not") if len(known) == 1 else ("All", "were", "none has")
        none = f"{start} {{all}} made up to {{day}} {be} dealt with before the last report, and {rest} changed since."
        words = shown("all", known, count_of(len(known), "recommendation"))
        return [tell("none", none, all=words, day=date_words(day))], rows
    days = sorted({one.meets_on for one in told})
    at = f"the meeting{'s' if len(days) > 1 else ''} of {and_list([date_words(one) for one in days])}"
    made = shown("made", told, count_of(len(told), "recommendation"))
    be = "was" if len(told) == 1 else "were"
    said = [tell("made", f"This section follows up {{made}} that {be} made at {{at}}.", made=made, at=at)]
    said.append(_decided(told, shown))
    accepted = [one for one in told if one.is_accepted]
    if accepted:
        said.append(_progress(accepted, shown))
    return said, rows


def _decided(told: Sequence[MadeBefore], shown: Callable[..., Shown]) -> Told:
    parts, figures = [], {}
    for outcome, words in _OUTCOMES:
        some = [one for one in told if one.recommendation.outcome is outcome]
        if some:
            figures[outcome.value] = shown(outcome.value, some, base=len(told))
            parts.append(f"{{{outcome.value}}} {'was' if len(some) == 1 else 'were'} {words}")
    waiting = [one for one in told if one.recommendation.outcome is RecommendationOutcome.NOT_DECIDED]
    if waiting:
        figures["waiting"] = shown("waiting", waiting, base=len(told))
        parts.append(f"no decision is kept for {{waiting}}{' yet' if len(parts) else ''}")
    return tell("decided", f"Of these, {and_list(parts)}.", **figures)


def _progress(accepted: Sequence[MadeBefore], shown: Callable[..., Shown]) -> Told:
    parts, figures = [], {"accepted": shown("accepted", accepted)}
    for progress, words in _PROGRESS:
        some = [one for one in accepted if one.recommendation.progress is progress]
        if some:
            figures[progress.value] = shown(progress.value, some, base=len(accepted))
            parts.append(f"{{{progress.value}}} {'is' if len(some) == 1 else 'are'} {words}")
    return tell("progress", f"Of the {{accepted}} that members agreed, {and_list(parts)}.", **figures)


# --- its table ------------------------------------------------------------------------------------------------

_COLUMNS = (
    Column("meeting", "Meeting", ColumnKind.DATE),
    Column("text", "Recommendation"),
    Column("outcome", "What was decided"),
    Column("progress", "Progress"),
    Column("done", "What was done"),
)


def _printed(told: Sequence[MadeBefore]) -> Table:
    rows = tuple(
        (
            one.meets_on.isoformat(),
            f"{one.recommendation.place}) {capital_first(_on_one_line(one.recommendation.text))}",
            _outcome(one),
            one.recommendation.progress.label if one.is_accepted else "",
            " ".join(f"{date_words(step.on_day)}: {_sentence(step.text)}" for step in one.steps) or "",
        )
        for one in told
    )
    return Table(TITLE, _COLUMNS, rows)


def _outcome(one: MadeBefore) -> str:
    label, words = one.recommendation.outcome.label, _on_one_line(one.recommendation.decision)
    return f"{label}: {words}" if words else label


def _sentence(text: str) -> str:
    return f"{_on_one_line(text).rstrip('.')}."


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _alt(told: Sequence[MadeBefore]) -> str:
    count = count_of(len(told), "recommendation")
    return f"A row for each of {count}: its meeting, what was decided, how far it has come and what was done."


RECORD = SectionRecord(KEY, TITLE, ABOUT, recommendations_before, choices)
