"""A course of the catalogue, added or changed."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import ChoiceField, LongTextField, Pick, PickField, TextField, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from resources.database import Database
from workforce.training.courses import LEVELS, MOST_CREDITS, MOST_MONTHS, Course, NewCourse, find_courses
from workforce.training.shipped_courses import CATEGORIES
from workforce.training.vocabulary import CourseKind


def course_field(db: Database) -> PickField:
    """A course of the catalogue, by letters of its name, code or awarding body."""
    return PickField(lambda text: [course_pick(one) for one in find_courses(db, text)])


def course_pick(one: Course) -> Pick:
    """With its kind, which tells a qualification from the course that leads to it."""
    return Pick(one.id, one.name, one.kind.label)


_NO_LEVEL, _NO_CATEGORY = "No level", "None of them"


@dataclass(frozen=True)
class Written:
    """What is to be kept of a course."""

    name: str
    kind: CourseKind
    facts: NewCourse


class WriteCourse(FormDialog):
    """`held` is the course to change; `named` and `kind` are what is known of a new one."""

    def __init__(
        self, parent: QWidget | None, *, held: Course | None = None, named: str = "",
        kind: CourseKind = CourseKind.COURSE,
    ) -> None:  # fmt: skip
        title, verb = (
            ("Change a course", "Save changes") if held else ("Add a course", "Add it to the catalogue")
        )
        super().__init__(title, verb, parent, width=560)
        start = held or Course("", named, kind)
        add = self.form.add
        add("name", "Name", TextField(), value=start.name, needed=True)
        add("kind", "Kind", words_field(CourseKind), value=start.kind, needed=True,
            help_text="Who comes to a session of a course has completed it.")  # fmt: skip
        add("valid_months", "Valid for months", number_field(least=1, most=MOST_MONTHS), value=start.valid_months,
            help_text="Then it is done again. Left empty, it does not run out.")  # fmt: skip
        self._add_what_it_is_known_by(start)
        add("description", "What it is", LongTextField(lines=3), value=start.description)
        add(
            "source",
            "Source",
            TextField(),
            value=start.source,
            help_text="Where what is said here comes from.",
        )

    def _add_what_it_is_known_by(self, start: Course) -> None:
        add = self.form.add
        categories = [("", _NO_CATEGORY), *((code, name) for code, (name, _) in CATEGORIES.items())]
        add("category", "ASC-WDS category", ChoiceField(categories), value=start.category,
            help_text="Training that ASC-WDS files tell of counts as the course with its category.")  # fmt: skip
        levels: list[tuple[int | None, str]] = [(None, _NO_LEVEL), *((one, f"Level {one}") for one in LEVELS)]
        level = ChoiceField(levels)
        level.box.setCurrentIndex(0)
        add("level", "Level", level, value=start.level)
        add("credits", "Credits", number_field(most=MOST_CREDITS), value=start.credits)
        add("code", "Qualification code", TextField(), value=start.code)
        add("awarding_body", "Awarding body", TextField(), value=start.awarding_body)

    def value(self, answers: Answers) -> Written:
        """What is to be kept."""
        facts = NewCourse(
            valid_months=answers["valid_months"], category=answers["category"] or "", level=answers["level"],
            credits=answers["credits"], code=answers["code"], awarding_body=answers["awarding_body"],
            description=answers["description"], source=answers["source"],
        )  # fmt: skip
        return Written(answers["name"], answers["kind"], facts)
