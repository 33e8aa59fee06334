"""What is asked of ASC-WDS files before they are read, and what they would bring."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.dialogs.preview_dialog import PreviewDialog, shown_groups
from desktop.widgets.forms.fields import CheckField, DateField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.import_preview import Preview
from resources.files.names import name_of
from resources.problem import FieldProblem
from resources.wording import and_list, capital_first, count_of, date_words
from workforce.ascwds.checking import Checked
from workforce.ascwds.preview import preview_groups, sources_words
from workforce.ascwds.reading import days_in_name
from workforce.ascwds.rows import Choices
from workforce.ascwds.taking_in import what_words


@dataclass(frozen=True)
class Asked:
    """Which files, of what day, and what of them is kept."""

    paths: tuple[Path, ...]
    as_at: date
    choices: Choices


class ReadAscwdsFiles(FormDialog):
    """The day that the files are of, and two questions that only a person can answer."""

    def __init__(self, paths: tuple[Path, ...], today: date, parent: QWidget | None) -> None:
        named = and_list([f"“{name_of(path)}”" for path in paths])
        super().__init__(
            "Take in ASC-WDS files", "Show what they bring", parent, width=560,
            intro=f"{named}. Nothing is written yet. National Insurance numbers, ethnicity, disability and every other "
            "field that says who somebody is are dropped as the files are read; of gender, date of birth, nationality "
            "and pay only whether they were filled in is kept.",
        )  # fmt: skip
        self._paths, self._today = paths, today
        named_days = {day for path in paths for day in days_in_name(path.stem)}
        self.form.add(
            "as_at", "As at", DateField(today=today), value=_likely_day(named_days, today), needed=True,
            help_text="The day on which the files were downloaded or uploaded."
            + (f" Their names say {and_list([date_words(day) for day in sorted(named_days)])}." if len(named_days) > 1
               else ""),
        )  # fmt: skip
        self.form.add(
            "confirmed", "", CheckField("Records marked UNCHECKED were looked at again"),
            help_text="A download marks every record UNCHECKED. Tick this where the provider says that they were saved "
            "again since 1 April; otherwise they do not count unless an earlier file of this funding year said so.",
        )  # fmt: skip
        self.form.add(
            "keep_reference", "", CheckField("Keep the provider’s own reference of each worker"),
            help_text="It may be a name. Without it a worker is known by the line of the file alone.",
        )  # fmt: skip

    def value(self, answers: Answers) -> Asked:
        """What was asked."""
        day: date = answers["as_at"]
        if day > self._today:
            raise FieldProblem(
                "as_at", "As at: this day is still to come. Give the day that the files are of."
            )
        choices = Choices(keep_reference=answers["keep_reference"], confirmed=answers["confirmed"])
        return Asked(self._paths, day, choices)


def _likely_day(named: Collection[date], today: date) -> date | None:
    """What the names of the files say; nothing where they differ."""
    return next(iter(named), today) if len(named) < 2 else None


class AscwdsPreview(PreviewDialog):
    """What the files would bring."""

    def __init__(self, checked: Checked, parent: QWidget | None) -> None:
        super().__init__("Take in ASC-WDS files", _preview_of(checked), parent, size=(1120, 640))
        self.checked = checked


def _preview_of(checked: Checked) -> Preview:
    groups = shown_groups(preview_groups(checked))
    what = what_words(checked)
    title = capital_first(what) if what else f"{count_of(len(checked.files), 'file')} with nothing new"
    return Preview(
        title, sources_words(checked), groups, f"Take in {what or 'nothing'}", checked.notes,
        can_commit=checked.brings_something,
    )  # fmt: skip
