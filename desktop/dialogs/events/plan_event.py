"""Planning an event, or changing one: the form that a series fills in nine tenths of."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    TimeField,
)
from desktop.widgets.forms.fields import number_field as whole_number
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from engagement.forums import events, series
from engagement.forums.events import Event, EventDraft
from engagement.forums.groups import PUBLISHED, confidentiality_of
from engagement.forums.people.audience_rule import AudienceRule, describe
from engagement.forums.series import Series
from engagement.forums.vocabulary import Confidentiality, EventKind
from resources.database import Database
from resources.problem import FieldProblem, Problem
from resources.wording import in_london

KINDS = [(kind, kind.label) for kind in EventKind]
AS_ITS_KIND = "As usual for its kind"
CONFIDENTIALITY = [("", AS_ITS_KIND), *((one, one.label) for one in Confidentiality)]


@dataclass(frozen=True)
class Planned:
    """What the form gives: the event, and whether its audience is to be chosen next."""

    draft: EventDraft
    audience_next: bool


class PlanEvent(FormDialog):
    """With `event` it changes that one; with `draft` it begins from it, as the next of a series does."""

    def __init__(
        self,
        db: Database,
        parent: QWidget | None,
        *,
        now: datetime,
        event: Event | None = None,
        draft: EventDraft | None = None,
    ) -> None:
        title = f"Change {event.title}" if event else "Plan a forum"
        super().__init__(title, "Save changes" if event else "Plan this forum", parent, width=560)
        self._db, self._now, self._event = db, now, event
        self._series = {one.id: one for one in series.all_series(db)}
        self._template: Series | None = None
        self._title_made = ""
        self._audience = AudienceRule()
        self._series_id: str | None = None
        self._audience_words = label("", "quiet", wrap=True)
        self._published = label("", "small", wrap=True)
        self._notices = label("", "bold", wrap=True)
        self._add_rows(in_london(now).date())
        begun = event.draft() if event else draft
        if begun is not None:
            self._fill(begun)
        self._say_audience()
        self._say_what_is_published()
        for name in ("kind", "confidentiality"):
            self.form.rows[name].field.changed.connect(self._say_what_is_published)
        self.form.changed.connect(self._look_twice)
        self._look_twice()

    def _add_rows(self, today: date) -> None:
        add = self.form.add
        if self._event is None and self._series:
            chosen = [("", "No series"), *((one.id, one.name) for one in self._series.values())]
            help_text = "Fills in what is the same from one event to the next."
            field = add("series", "Series", ChoiceField(chosen), value="", help_text=help_text)
            field.changed.connect(self._series_chosen)
        add("title", "Title", TextField(placeholder="Provider forum, December 2019"), needed=True)
        add("kind", "Kind of event", ChoiceField(KINDS), value=EventKind.PROVIDER_FORUM, needed=True)
        add("day", "Day", DateField(today=today), needed=True).changed.connect(self._day_chosen)
        add("last_day", "Last day", DateField(today=today))
        self.form.show_row("last_day", False)
        add("start", "Begins at", TimeField(), needed=True)
        ends = add("ends", "Ends at", TimeField(), needed=True)
        ends.target.setProperty("placeholderText", "12:30pm")
        add("place", "Where", TextField(placeholder="Mansfield Civic Centre"))
        add(
            "online_link",
            "Online link",
            TextField(),
            help_text="For an event that is held online, or also online.",
        )
        add(
            "capacity",
            "Places",
            whole_number(least=1, most=100_000),
            help_text="Left empty, there is no limit.",
        )
        add("confidentiality", "What may be published", ChoiceField(CONFIDENTIALITY), value="")
        self.form.add_widget(self._published)
        add("notes", "Notes", LongTextField(lines=3))
        self.form.add_widget(self._audience_words)
        if self._event is None:
            add("audience_next", "", CheckField("Choose the audience next"), value=True)
        self.form.add_widget(self._notices)

    def _fill(self, draft: EventDraft) -> None:
        starts, ends = in_london(draft.starts), in_london(draft.ends)
        shown = {
            "title": draft.title, "kind": draft.kind, "day": starts.date(), "start": starts.time(),
            "ends": ends.time(), "place": draft.place, "online_link": draft.online_link,
            "capacity": draft.capacity, "notes": draft.notes, "confidentiality": draft.confidentiality or "",
        }  # fmt: skip
        if ends.date() != starts.date():
            self.form.show_row("last_day", True)
            shown["last_day"] = ends.date()
        self._show(shown)
        self._audience, self._series_id = draft.audience, draft.series_id
        self._template = self._series.get(draft.series_id or "")
        self._title_made = draft.title if self._template and self._event is None else ""
        if "series" in self.form.rows:
            field = self.form.rows["series"].field
            field.blockSignals(True)
            field.show_answer(draft.series_id or "")
            field.blockSignals(False)

    def _show(self, values: dict[str, Any]) -> None:
        for name, value in values.items():
            self.form.rows[name].field.show_answer(value)

    @Slot()
    def _series_chosen(self) -> None:
        self._template = self._series.get(self.form.rows["series"].field.answer() or "")
        if self._template is None:
            self._series_id = None
            return
        one = self._template
        self._series_id, self._audience = one.id, one.audience
        self._show(
            {"kind": one.kind, "start": one.start, "ends": one.end, "place": one.place,
             "online_link": one.online_link, "capacity": one.capacity}
        )  # fmt: skip
        self._title_made = self._title_for(one)
        self._show({"title": self._title_made})
        self._say_audience()

    def _title_for(self, one: Series) -> str:
        day = self._day()
        return series.title_on(one.title, day) if day else one.title

    def _day(self) -> date | None:
        try:
            found: date | None = self.form.rows["day"].field.answer()
        except Problem:
            return None
        return found

    @Slot()
    def _day_chosen(self) -> None:
        """The title follows the day until somebody has written one of their own."""
        if self._template is not None and self.form.rows["title"].field.answer() == self._title_made:
            self._title_made = self._title_for(self._template)
            self._show({"title": self._title_made})

    def _say_audience(self) -> None:
        self._audience_words.setText(f"Audience: {describe(self._audience)}.")

    @Slot()
    def _say_what_is_published(self) -> None:
        """What the choice means for this kind of event."""
        try:
            kind, said = (self.form.rows[name].field.answer() for name in ("kind", "confidentiality"))
        except Problem:
            return
        if kind is not None:
            now = confidentiality_of(kind, said or None)
            self._published.setText(PUBLISHED[now] if said else f"{now.label}. {PUBLISHED[now]}")

    @Slot()
    def _look_twice(self) -> None:
        """What is worth a second look, while it is typed; none of it stops the event."""
        said: list[str] = []
        try:
            rows = self.form.rows.items()
            draft = self.value({name: row.read() for name, row in rows if not row.isHidden()}).draft
            event_id = self._event.id if self._event else None
            said = events.warnings(self._db, draft, event_id=event_id, now=self._now)
        except FieldProblem as problem:
            said = [problem.sentence] if problem.field == "ends" else []
        except Problem:
            said = []  # not all is typed yet
        self._notices.setText("\n".join(said))
        self._notices.setVisible(bool(said))

    def value(self, answers: Answers) -> Planned:
        """The event; refused with the field that stands in its way."""
        starts, ends = events.instants(
            answers["day"], answers["start"], answers["ends"], last_day=answers.get("last_day")
        )
        draft = EventDraft(
            kind=answers["kind"], title=answers["title"], starts=starts, ends=ends, place=answers["place"],
            online_link=answers["online_link"], capacity=answers["capacity"], notes=answers["notes"],
            audience=self._audience, series_id=self._series_id, confidentiality=answers["confidentiality"] or None,
        )  # fmt: skip
        events.check(draft)
        return Planned(draft, bool(answers.get("audience_next")))
