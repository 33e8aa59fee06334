"""A report: its meeting, its period and its house style."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import suggesting, words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, TextField, fitting
from desktop.widgets.forms.form import Answers, FormDialog
from resources.problem import FieldProblem
from resources.report.committee.outline import Style
from resources.spans import Span, financial_year, months_before, quarters
from resources.wording import date_words

_OWN = "own"
_MEETING = "new"


class KnownMeeting(NamedTuple):
    """A meeting to choose: its committee and day."""

    key: str
    committee: str
    meets_on: date

    @property
    def words(self) -> str:
        """As a choice has it."""
        return f"{self.committee}, {date_words(self.meets_on)}"


@dataclass(frozen=True)
class HeldReport:
    """What is said of a report that is changed."""

    title: str
    meeting: str
    span: Span
    since: date | None
    agenda_item: str
    style: Style
    looks: str = ""


@dataclass(frozen=True)
class ProposedReport:
    """What a new one begins with. `meeting` is "" where none is proposed, `copy_of` the report that is copied."""

    meeting: str = ""
    committee: str = ""
    span: Span | None = None
    title: str = ""
    style: Style = Style.NOTTINGHAMSHIRE
    looks: str = ""
    copy_of: str = ""


@dataclass(frozen=True)
class AskedReport:
    """The answer. `meeting` is the key of one that is known, else `committee` and `meets_on` are given."""

    title: str
    meeting: str
    committee: str
    meets_on: date | None
    span: Span
    since: date | None
    agenda_item: str
    style: Style
    copy_of: str = ""
    looks: str = ""


def periods_of(today: date) -> list[tuple[Span, str]]:
    """What reports are usually of: quarters, half-years and years of the council, the latest whole ones first."""
    whole = [one for one in reversed(quarters(today, 9)) if one.last < today and one.ends_a_quarter]
    now = quarters(today, 1)[0]
    told = [(one, f"Quarter: {one.words}") for one in whole[:6]]
    told.append((now, f"This quarter so far: {now.words}"))
    told += [(one, f"Half-year: {one.words}") for one in _half_years(today)]
    year = financial_year(today)
    last_year = financial_year(year.first - timedelta(days=1))
    told.append((Span(year.first, today), f"This financial year so far: from {date_words(year.first)}"))
    told.append((last_year, f"Financial year: {last_year.words}"))
    return list(dict(reversed(told)).items())[::-1]  # a span is told once, as what it is first


def _half_years(today: date) -> list[Span]:
    """The last two whole halves of the council's year."""
    first = date(today.year - (today.month < 4), 4 if 4 <= today.month < 10 else 10, 1)
    if today.month < 4:
        first = date(today.year - 1, 10, 1)
    found = []
    for _ in range(2):
        before = months_before(first, 6)
        found.append(Span(before, first - timedelta(days=1)))
        first = before
    return found


class WriteReport(FormDialog):
    """Begins a report as it is `proposed`, or changes what is said of one: `held`.

    `others` are reports to copy from, the latest first.
    `looks` are the keys and names of looks besides our own.
    """

    def __init__(
        self, today: date, meetings: Sequence[KnownMeeting], others: Sequence[tuple[str, str]],
        parent: QWidget | None, *, held: HeldReport | None = None,
        proposed: ProposedReport | None = None, usual_committee: str = "",
        looks: Sequence[tuple[str, str]] = (),
    ) -> None:  # fmt: skip
        title, verb = ("Change the report", "Save changes") if held else ("Begin a report", "Begin report")
        super().__init__(title, verb, parent, width=600)
        self._meetings = {one.key: one for one in meetings}
        self._spans, self._usual = periods_of(today), usual_committee
        self._committee = proposed.committee if proposed else ""
        proposed = proposed or ProposedReport()
        begin = held or proposed
        self.form.add(
            "title", "Title", TextField(), value=begin.title or None, needed=True,
            help_text="As it stands on the agenda.",
        )  # fmt: skip
        self._add_meeting(today, held, begin.meeting)
        self._add_period(today, held, begin.span)
        self.form.add(
            "style", "House style", words_field(Style),
            value=begin.style, needed=True,
        )  # fmt: skip
        if looks:
            self.form.add(
                "looks", "Looks", ChoiceField([("", "Our own"), *looks]), value=begin.looks,
                help_text="Font, sizes, colour and margins.",
            )  # fmt: skip
        if held is None and others:
            self.form.add(
                "copy_of", "Begin with the outline of",
                fitting(ChoiceField([("", "The usual parts and sections"), *others])), value=proposed.copy_of,
                help_text="Its parts, sections and paragraphs are copied; its edited sentences, recommendations "
                "and comments are not.",
            )  # fmt: skip

    def _add_meeting(self, today: date, held: HeldReport | None, begin: str) -> None:
        ordered = sorted(self._meetings.values(), key=lambda one: one.meets_on, reverse=True)
        self._meeting = fitting(
            ChoiceField([*((one.key, one.words) for one in ordered), (_MEETING, "Another meeting")])
        )
        self.form.add("meeting", "Meeting", self._meeting, value=begin or _MEETING, needed=True)
        known = list(dict.fromkeys(one.committee for one in ordered))
        self.form.add(
            "committee",
            "Committee",
            suggesting(TextField(), known),
            value=self._committee or next(iter(known), self._usual),
            needed=True,
        )
        self.form.add("meets_on", "Meets on", DateField(today=today), needed=True)
        self.form.add(
            "agenda_item", "Agenda item", TextField(), value=held.agenda_item if held else None,
            help_text="Its number, once there is one.",
        )  # fmt: skip
        self._meeting.changed.connect(self._follow)
        self._follow()

    def _add_period(self, today: date, held: HeldReport | None, begin: Span | None) -> None:
        spans = [one for one, _ in self._spans]
        at = spans.index(begin) if begin in spans else _OWN if begin is not None else 0
        options: list[tuple[object, str]] = [(place, words) for place, (_, words) in enumerate(self._spans)]
        self._period = ChoiceField([*options, (_OWN, "From one day to another")])
        self.form.add("period", "Period", self._period, value=at, needed=True)
        self.form.add(
            "first", "From", DateField(today=today), value=begin.first if begin else None, needed=True
        )
        self.form.add("last", "To", DateField(today=today), value=begin.last if begin else None, needed=True)
        self.form.add(
            "since", "Changes since", DateField(today=today), value=held.since if held else None,
            help_text="The last day of the report before this one. Empty: of the last report to this committee, else "
            "the day before the period.",
        )  # fmt: skip
        self._period.changed.connect(self._follow_period)
        self._follow_period()

    def _follow(self) -> None:
        another = self._meeting.answer() == _MEETING
        self.form.show_row("committee", another)
        self.form.show_row("meets_on", another)

    def _follow_period(self) -> None:
        own = self._period.answer() == _OWN
        self.form.show_row("first", own)
        self.form.show_row("last", own)

    def value(self, answers: Answers) -> AskedReport:
        """What is to be begun or kept."""
        known = self._meetings.get(answers["meeting"])
        span = self._span(answers)
        since: date | None = answers["since"]
        if since is not None and since >= span.last:
            raise FieldProblem(
                "since",
                f"{date_words(since)} is not before the end of the period, {date_words(span.last)}. Give an earlier "
                "day, or leave it empty.",
            )
        return AskedReport(
            answers["title"], known.key if known else "",
            known.committee if known else answers["committee"],
            known.meets_on if known else answers["meets_on"],
            span, since, answers["agenda_item"], answers["style"], answers.get("copy_of", ""),
            answers.get("looks") or "",
        )  # fmt: skip

    def _span(self, answers: Answers) -> Span:
        if answers["period"] != _OWN:
            return self._spans[answers["period"]][0]
        first, last = answers["first"], answers["last"]
        if last < first:
            raise FieldProblem(
                "last",
                f"The period ends on {date_words(last)}, before it begins on {date_words(first)}. Give a later day.",
            )
        return Span(first, last)
