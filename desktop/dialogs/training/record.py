"""Writing a training record: of a named learner, or of some of a service’s workers."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field, provider_pick, service_options, words_field
from desktop.widgets.forms.fields import (
    ChoiceField,
    DateField,
    LongTextField,
    Pick,
    PickField,
    number_field,
)
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.providers import provider
from resources.database import Database
from resources.problem import FieldProblem
from workforce.training.courses import course, courses
from workforce.training.learners import Learner, find_learners, learner
from workforce.training.records import NewRecord, TrainingRecord
from workforce.training.status import expiry_after
from workforce.training.vocabulary import Accredited, DeliveredBy, HowDelivered, JobRole

_GROUP, _LEARNER = "group", "learner"


@dataclass(frozen=True)
class SaidRecord:
    """What is to be kept; an expiry that was left empty follows from the course."""

    course_id: str
    provider_id: str
    completed_on: date
    facts: NewRecord


class WriteRecord(FormDialog):
    """`held` is the record to change."""

    def __init__(
        self, db: Database, today: date, parent: QWidget | None, *, held: TrainingRecord | None = None
    ) -> None:
        title, verb = (
            ("Change a training record", "Save changes") if held else ("Add a training record", "Add record")
        )
        super().__init__(title, verb, parent, width=560)
        self._db, self._held = db, held
        self._provider, self._service = provider_field(db), ChoiceField([])
        self._who = ChoiceField([(_GROUP, "Some of the workers"), (_LEARNER, "A named learner")])
        self._add_what(today)
        self._add_whose()
        self._add_how()
        self._offer()
        if held is not None:
            self._service.show_answer(held.service_id or "")
        self._follow()
        self._provider.changed.connect(self._offer)
        self._who.changed.connect(self._follow)

    def _add_what(self, today: date) -> None:
        held, add = self._held, self.form.add
        offered = [(one.id, one.name) for one in courses(self._db)]
        if held is not None and held.course_id not in dict(offered):
            offered.append((held.course_id, course(self._db, held.course_id).name))
        add("course_id", "Course", ChoiceField(offered), value=held.course_id if held else None, needed=True)
        add(
            "completed_on",
            "Completed",
            DateField(today=today),
            value=held.completed_on if held else None,
            needed=True,
        )
        add("expires_on", "Expires", DateField(today=today), value=held.expires_on if held else None,
            help_text="Left empty it follows from the months for which the course is valid.")  # fmt: skip

    def _add_whose(self) -> None:
        held, add = self._held, self.form.add
        run_by = provider_pick(provider(self._db, held.provider_id)) if held else None
        add("provider_id", "Provider", self._provider, value=run_by, needed=True)
        add("service_id", "Service", self._service)
        add("who", "Who completed it", self._who, value=_LEARNER if held and held.learner_id else _GROUP)
        named = _pick(learner(self._db, held.learner_id)) if held and held.learner_id else None
        add("learner_id", "Learner", PickField(partial(_find, self._db)), value=named,
            help_text="By name or ULN. Somebody new is added under Learners.")  # fmt: skip
        add("people", "How many completed it", number_field(least=0, most=100_000),
            value=held.people if held and not held.learner_id else None)  # fmt: skip
        add("of_people", "Of how many who should", number_field(least=0, most=100_000),
            value=held.of_people if held else None, help_text="Where it is not known, leave it empty.")  # fmt: skip
        roles = ChoiceField([("", "Any role"), *((one, one.label) for one in JobRole)])
        add("job_role", "Job role", roles, value=(held.job_role if held else None) or "")

    def _add_how(self) -> None:
        held, add = self._held, self.form.add
        add(
            "accredited",
            "Accredited",
            words_field(Accredited),
            value=held.accredited if held else Accredited.DONT_KNOW,
        )
        for name, heading, words in (
            ("delivered_by", "Delivered by", DeliveredBy),
            ("how", "How", HowDelivered),
        ):
            options = [("", "Not known"), *((one, one.label) for one in words)]
            add(name, heading, ChoiceField(options), value=(getattr(held, name) if held else None) or "")
        add("note", "Note", LongTextField(lines=2), value=held.note if held else None)

    @Slot()
    def _offer(self) -> None:
        chosen = self._provider.picked
        options = service_options(self._db, chosen) if chosen else [("", "Choose a provider first")]
        self._service.set_options(options)
        self._service.show_answer("")

    @Slot()
    def _follow(self) -> None:
        is_group = self._who.answer() == _GROUP
        self.form.show_row("learner_id", not is_group)
        for name in ("people", "of_people", "job_role"):
            self.form.show_row(name, is_group)

    def value(self, answers: Answers) -> SaidRecord:
        """What is to be kept."""
        is_group = answers["who"] == _GROUP
        if is_group and answers.get("people") is None:
            raise FieldProblem("people", "How many completed it: nothing was entered. Give a number.")
        if not is_group and not answers.get("learner_id"):
            raise FieldProblem(
                "learner_id", "Learner: nobody is chosen. Type some letters of the name and choose."
            )
        facts = NewRecord(
            service_id=answers["service_id"] or None, learner_id=None if is_group else answers["learner_id"],
            people=answers["people"] if is_group else 1, of_people=answers["of_people"] if is_group else None,
            job_role=(answers["job_role"] or None) if is_group else None, accredited=answers["accredited"],
            delivered_by=answers["delivered_by"] or None, how=answers["how"] or None, note=answers["note"],
            expires_on=answers["expires_on"] or self._usual_end(answers),
        )  # fmt: skip
        return SaidRecord(answers["course_id"], answers["provider_id"], answers["completed_on"], facts)

    def _usual_end(self, answers: Answers) -> date | None:
        return expiry_after(answers["completed_on"], course(self._db, answers["course_id"]).valid_months)


def _pick(one: Learner) -> Pick:
    return Pick(one.id, one.name, one.uln)


def _find(db: Database, text: str) -> list[Pick]:
    return [_pick(one) for one in find_learners(db, text)]
