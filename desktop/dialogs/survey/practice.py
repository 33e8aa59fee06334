"""Keeping the library of practices: writing one, noting where it was tried, putting some on an agenda."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field, provider_pick, service_options, words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.forums.events import Event
from engagement.register.providers import provider
from resources.database import Database
from resources.wording import date_words, shortened
from workforce.survey.action_plan.practice_uses import PracticeUse, UseDraft
from workforce.survey.action_plan.practices import Practice, PracticeDraft
from workforce.survey.questionnaire.questions import questions
from workforce.survey.vocabulary import PracticeTopic, QuestionKind, Works


class WritePractice(FormDialog):
    """Something that a provider can do. `held` is the practice to change."""

    def __init__(
        self, db: Database, survey_id: str, parent: QWidget | None, *, held: Practice | None = None
    ) -> None:
        title, verb = ("Change a practice", "Save changes") if held else ("Add a practice", "Add practice")
        super().__init__(title, verb, parent)
        start = held.draft() if held else PracticeDraft("", PracticeTopic.RECRUIT)
        add = self.form.add
        add("name", "Practice", TextField(), value=start.name, needed=True)
        add("topic", "For", words_field(PracticeTopic), value=start.topic, needed=True)
        add("description", "What it is", LongTextField(lines=3), value=start.description,
            help_text="As providers may read it: without names.")  # fmt: skip
        add("source", "Source", TextField(), value=start.source)
        options = [("", "None"), *_answers(db, survey_id)]
        add("option_id", "The survey’s answer that says so", ChoiceField(options), value=start.option_id or "",
            help_text="How many providers of each wave do this is counted by it.")  # fmt: skip

    def value(self, answers: Answers) -> PracticeDraft:
        """What is to be kept."""
        return PracticeDraft(
            answers["name"], answers["topic"], answers["description"], answers["source"],
            answers["option_id"] or None,
        )  # fmt: skip


def _answers(db: Database, survey_id: str) -> list[tuple[str, str]]:
    return [
        (option.id, shortened(option.wording, 60))
        for one in questions(db, survey_id, retired=True)
        if one.kind is QuestionKind.SEVERAL_CHOICES
        for option in one.options
        if not option.is_other and option.stands_for is None
    ]


class NoteUse(FormDialog):
    """Who tried a practice, and how it went. `held` is what was noted before."""

    def __init__(
        self, db: Database, name: str, today: date, parent: QWidget | None, *, held: PracticeUse | None = None
    ) -> None:
        title, verb = (
            ("Change how it went", "Save changes") if held else ("Note where it was tried", "Note it")
        )
        super().__init__(title, verb, parent, intro=f"“{name}”")
        self._db = db
        start = held.draft() if held else None
        self._provider, self._service = provider_field(db), ChoiceField([])
        run_by = provider_pick(provider(db, start.provider_id)) if start else None
        add = self.form.add
        add("provider_id", "Provider", self._provider, value=run_by, needed=True)
        add("service_id", "Service", self._service)
        add(
            "works", "How it went", words_field(Works), value=start.works if start else Works.YES, needed=True
        )
        add("effect", "Effect", LongTextField(lines=3), value=start.effect if start else None,
            help_text="Such as “Five of six starters were still there after 90 days”.")  # fmt: skip
        said = start.said_on if start else today
        add("said_on", "Said on", DateField(today=today), value=said, needed=True)
        self._offer()
        if start is not None:
            self._service.show_answer(start.service_id or "")
        self._provider.changed.connect(self._offer)

    @Slot()
    def _offer(self) -> None:
        chosen = self._provider.picked
        self._service.set_options(
            service_options(self._db, chosen) if chosen else [("", "Choose a provider first")]
        )
        self._service.show_answer("")

    def value(self, answers: Answers) -> UseDraft:
        """What is to be kept."""
        return UseDraft(
            answers["provider_id"], answers["works"], answers["said_on"], answers["service_id"] or None,
            answers["effect"],
        )  # fmt: skip


@dataclass(frozen=True)
class ForAgenda:
    """The item, and of which event."""

    event_id: str
    title: str
    minutes: int | None
    owner: str


class PutOnAgenda(FormDialog):
    """An item on the practices chosen, for an event to come."""

    def __init__(self, names: Sequence[str], coming: Sequence[Event], parent: QWidget | None) -> None:
        listed = "\n".join(f"• {name}" for name in names)
        super().__init__("Put on a forum’s agenda", "Put on the agenda", parent, intro=listed)
        events = [(one.id, f"{one.title}, {date_words(one.day)}") for one in coming]
        add = self.form.add
        add("event_id", "Event", ChoiceField(events), value=events[0][0] if events else None, needed=True)
        title = f"What works: {names[0]}" if len(names) == 1 else "What works to recruit and keep staff"
        add("title", "Item", TextField(), value=title, needed=True)
        add("minutes", "Minutes", number_field(least=1, most=600), value=15)
        add("owner", "Who leads it", TextField())

    def value(self, answers: Answers) -> ForAgenda:
        """What is to be put where."""
        return ForAgenda(answers["event_id"], answers["title"], answers["minutes"], answers["owner"])
