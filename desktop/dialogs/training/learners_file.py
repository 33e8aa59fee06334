"""A file of learners before it is taken in: whose its rows are, then what it would bring."""

from PySide6.QtWidgets import QWidget

from desktop.dialogs.preview_dialog import PreviewDialog, shown_groups
from desktop.dialogs.training.records_file import AskPlace, Decided
from desktop.widgets.forms.form import Answers
from desktop.widgets.import_preview import Preview
from resources.database import Database
from resources.wording import count_of
from workforce.training.learners_file import CheckedLearners
from workforce.training.learners_file_taking_in import preview_groups, preview_notes
from workforce.training.records_file_checking import Choices


class DecideLearners(AskPlace):
    """Where those work whose rows do not say it."""

    def __init__(self, db: Database, found: CheckedLearners, parent: QWidget | None) -> None:
        file = found.file
        super().__init__("Take in learners", "Show what it brings", parent, width=600,
                         intro=f"{file.name}: {count_of(len(file.rows), 'row')}. Nothing is written yet.")  # fmt: skip
        self.add_place(db, file, found.choices.place)

    def value(self, answers: Answers) -> Decided:
        """The choices."""
        return Decided(Choices(place=self.place(answers)))


class LearnersPreview(PreviewDialog):
    """What the file would bring."""

    def __init__(self, db: Database, found: CheckedLearners, parent: QWidget | None) -> None:
        shown = Preview(
            "Learners", found.file.name, shown_groups(preview_groups(db, found)), _verb(found),
            tuple(preview_notes(found)), can_commit=bool(found.brings),
        )  # fmt: skip
        super().__init__("Take in learners", shown, parent, back="Change what was decided…", size=(1040, 620))
        self.found = found


def _verb(found: CheckedLearners) -> str:
    posts = len(found.new) + len(found.posts)
    if found.learners or not posts:
        return f"Take in {count_of(found.learners or len(found.numbers), 'learner')}"
    return f"Take in {count_of(posts, 'post')}"
