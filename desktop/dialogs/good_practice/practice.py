"""Noting and changing what a provider shared, and whether it may be published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field, provider_pick, service_options, suggesting, words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, Pick, PickField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.forums import events
from engagement.forums.listings import EVENTS
from engagement.good_practice.practices import Practice, PracticeDraft, themes
from engagement.good_practice.vocabulary import PracticeConsent, SharedAt
from engagement.register.contacts import contacts_of
from engagement.register.providers import provider
from resources.database import Database, Query
from resources.wording import date_short

_NEVER = "Without the provider’s agreement nothing of it is published, not even without its name."


class NotePractice(FormDialog):
    """What works at a provider. `held` is the practice to change; `draft` fills a new one as far as it is known."""

    def __init__(
        self, db: Database, today: date, parent: QWidget | None, *,
        held: Practice | None = None, draft: PracticeDraft | None = None,
    ) -> None:  # fmt: skip
        title, verb = ("Change good practice", "Save changes") if held else ("Note good practice", "Note it")
        super().__init__(title, verb, parent)
        self._db = db
        start = held.draft() if held else draft
        self._provider = provider_field(db)
        self._service, self._contact = ChoiceField([]), ChoiceField([])
        run_by = provider(db, start.provider_id) if start and start.provider_id else None
        add = self.form.add
        add(
            "provider_id",
            "Provider",
            self._provider,
            value=provider_pick(run_by) if run_by else None,
            needed=True,
        )
        add("service_id", "Service", self._service)
        add("contact_id", "Who shared it", self._contact)
        theme = suggesting(TextField(), themes(db))
        add("theme", "Theme", theme, value=start.theme if start else None, needed=True,
            help_text="Type some letters to see the themes there are, or another of your own.")  # fmt: skip
        add("what", "What works", LongTextField(lines=4), value=start.what if start else None, needed=True,
            help_text="As it may be read by the public: without names of people.")  # fmt: skip
        self._add_occasion(start, today)
        self._add_consent(start, today)
        self._offer()
        if start is not None:
            self._service.show_answer(start.service_id or "")
            self._contact.show_answer(start.contact_id or "")
        self._provider.changed.connect(self._offer)

    def _add_occasion(self, start: PracticeDraft | None, today: date) -> None:
        add = self.form.add
        shared = start.shared_on if start else today
        add("shared_on", "Shared on", DateField(today=today), value=shared, needed=True)
        at = start.shared_at if start else SharedAt.EVENT
        self._at = words_field(SharedAt)
        add("shared_at", "Where", self._at, value=at, needed=True)
        event = _event_pick(self._db, start.event_id) if start and start.event_id else None
        add("event_id", "Event", PickField(partial(find_events, self._db)), value=event)
        add("shared_with", "Shared with", TextField(), value=start.shared_with if start else None,
            help_text="Whom it was passed on to, if anybody.")  # fmt: skip
        self._at.changed.connect(self._follow_occasion)
        self._follow_occasion()

    def _add_consent(self, start: PracticeDraft | None, today: date) -> None:
        consent = start.consent if start else PracticeConsent.NOT_ASKED
        self._consent = words_field(PracticeConsent)
        self.form.add(
            "consent", "Consent to publish", self._consent, value=consent, needed=True, help_text=_NEVER
        )
        on = start.consent_on if start else None
        self.form.add("consent_on", "Answered on", DateField(today=today), value=on)
        self._consent.changed.connect(self._follow_consent)
        self._follow_consent()

    @Slot()
    def _follow_occasion(self) -> None:
        self.form.show_row("event_id", self._at.answer() is SharedAt.EVENT)

    @Slot()
    def _follow_consent(self) -> None:
        self.form.show_row("consent_on", self._consent.answer() is not PracticeConsent.NOT_ASKED)

    @Slot()
    def _offer(self) -> None:
        chosen = self._provider.picked
        self._service.set_options(service_options(self._db, chosen) if chosen else [])
        people = contacts_of(self._db, provider=chosen) if chosen else []
        self._contact.set_options([("", "Nobody in particular"), *((one.id, one.name) for one in people)])
        if chosen:
            self._service.show_answer("")
        self._contact.show_answer("")

    def value(self, answers: Answers) -> PracticeDraft:
        """What is to be kept."""
        at = answers["shared_at"]
        asked = answers["consent"] is not PracticeConsent.NOT_ASKED
        return PracticeDraft(
            answers["provider_id"], answers["theme"], answers["what"], answers["shared_on"],
            answers["service_id"] or None, answers["contact_id"] or None,
            answers["event_id"] if at is SharedAt.EVENT else None, at, answers["shared_with"],
            answers["consent"], answers["consent_on"] if asked else None,
        )  # fmt: skip


def find_events(db: Database, text: str) -> Sequence[Pick]:
    """Events by the beginnings of words, with the day of each."""
    rows = EVENTS.page(db, Query(text, order_by="starts_at", descending=True), offset=0, limit=8)
    return [Pick(str(row[0]), str(row[1]), date_short(str(row[2]))) for row in rows]


def _event_pick(db: Database, key: str) -> Pick:
    event = events.get(db, key)
    return Pick(event.id, event.title, date_short(event.day))


@dataclass(frozen=True)
class Answered:
    """What the provider said, and when."""

    consent: PracticeConsent
    on: date | None


class AskConsent(FormDialog):
    """What the provider said when it was asked."""

    def __init__(self, held: Practice, today: date, parent: QWidget | None) -> None:
        super().__init__(
            "Consent to publish", "Keep the answer", parent, intro=f"{held.place}: “{held.name}” {_NEVER}"
        )
        asked = held.consent if held.consent is not PracticeConsent.NOT_ASKED else PracticeConsent.YES
        self.form.add("consent", "The provider", words_field(PracticeConsent), value=asked, needed=True)
        self.form.add("consent_on", "Answered on", DateField(today=today), value=held.consent_on or today)

    def value(self, answers: Answers) -> Answered:
        """The answer."""
        return Answered(answers["consent"], answers["consent_on"])
