"""A file of training records before it is taken in: its columns, what is to be decided, then what it would bring."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field, provider_pick, service_options
from desktop.dialogs.preview_dialog import PreviewDialog, shown_groups
from desktop.widgets.forms.fields import CheckField, ChoiceField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.import_preview import Preview
from engagement.register.providers import provider
from resources.database import Database
from resources.files.cells import shown
from resources.files.headers import FieldSpec
from resources.problem import FieldProblem
from resources.wording import capital_first, count_of
from workforce.training.courses import courses
from workforce.training.matrix_reading import Place
from workforce.training.records_file import FIELDS, RecordsFile
from workforce.training.records_file_checking import CheckedRecords, Choices
from workforce.training.records_file_preview import preview_groups, preview_notes

_COURSE = "course "
_MOST_ASKED = 30


class ChooseColumns(FormDialog):
    """Which heading holds what, where a column that is needed was not recognised."""

    def __init__(
        self, name: str, headings: tuple[str, ...], found: Mapping[str, str], parent: QWidget | None, *,
        fields: Sequence[FieldSpec] = FIELDS,
    ) -> None:  # fmt: skip
        super().__init__("Which column holds what", "Read the file", parent, width=560,
                         intro=f"{name}: not every column that is needed was recognised.")  # fmt: skip
        options = [("", "Not in the file"), *((heading, heading) for heading in headings)]
        for spec in fields:
            self.form.add(spec.name, capital_first(spec.meaning), ChoiceField(options),
                          value=found.get(spec.name, ""), needed=spec.required)  # fmt: skip

    def value(self, answers: Answers) -> dict[str, str]:
        """The heading of each field that the file has."""
        return {name: heading for name, heading in answers.items() if heading}


@dataclass(frozen=True)
class Decided:
    """What was decided of the file."""

    choices: Choices


class AskPlace(FormDialog):
    """Whose the rows of a file are that do not say."""

    def add_place(self, db: Database, file: RecordsFile, place: Place | None) -> None:
        """The rows that ask; needed where no column says it."""
        self._db, self._provider, self._service = db, provider_field(db), ChoiceField([])
        held = provider_pick(provider(db, place[0])) if place else None
        self.form.add("provider_id", "Provider of rows that do not say", self._provider, value=held,
                      needed=not file.names_places)  # fmt: skip
        self.form.add("service_id", "Service of rows that do not say", self._service)
        self._offer()
        if place:
            self._service.show_answer(place[1] or "")
        self._provider.changed.connect(self._offer)

    @Slot()
    def _offer(self) -> None:
        chosen = self._provider.picked
        options = service_options(self._db, chosen) if chosen else [("", "Choose a provider first")]
        self._service.set_options(options)
        self._service.show_answer("")

    def place(self, answers: Answers) -> Place | None:
        """What was answered."""
        if answers["service_id"] and not answers["provider_id"]:
            raise FieldProblem("provider_id", "Provider: nobody is chosen. Choose whose service it is.")
        return (answers["provider_id"], answers["service_id"] or None) if answers["provider_id"] else None


class DecideRecords(AskPlace):
    """Whose the rows are where no column says so, which course each unknown text is, and whether learners are added."""

    def __init__(self, db: Database, found: CheckedRecords, parent: QWidget | None) -> None:
        file = found.file
        super().__init__("Take in training records", "Show what it brings", parent, width=600,
                         intro=f"{file.name}: {count_of(len(file.rows), 'row')}. Nothing is written yet.")  # fmt: skip
        self._texts = list(found.unknown)[:_MOST_ASKED]
        self._chosen = dict(found.choices.courses)
        self.add_place(db, file, found.choices.place)
        self.form.add("add_learners", "", CheckField("Add the learners named who are not held yet"),
                      value=found.choices.add_learners,
                      help_text="Otherwise rows that name somebody unknown are refused.")  # fmt: skip
        offered = [("", "None of them: refuse its rows"), *((one.id, one.name) for one in courses(db))]
        for number, text in enumerate(self._texts):
            help_text = "The course most like it." if found.unknown[text] else ""
            self.form.add(f"{_COURSE}{number}", f"{shown(text)} is", ChoiceField(offered), value=found.unknown[text],
                          help_text=help_text)  # fmt: skip

    def value(self, answers: Answers) -> Decided:
        """The choices."""
        said = {text: answers[f"{_COURSE}{number}"] for number, text in enumerate(self._texts)}
        chosen = self._chosen | {text: key for text, key in said.items() if key}
        return Decided(Choices(chosen, self.place(answers), bool(answers["add_learners"])))


class RecordsPreview(PreviewDialog):
    """What the file would bring."""

    def __init__(self, db: Database, found: CheckedRecords, parent: QWidget | None) -> None:
        super().__init__(
            "Take in training records",
            _preview_of(db, found),
            parent,
            back="Change what was decided…",
            size=(1040, 620),
        )
        self.found = found


def _preview_of(db: Database, found: CheckedRecords) -> Preview:
    groups = shown_groups(preview_groups(db, found))
    return Preview(
        "Training records", found.file.name, groups, f"Take in {count_of(len(found.new), 'record')}",
        tuple(preview_notes(found)), can_commit=bool(found.new),
    )  # fmt: skip
