"""A file of nominations before it is taken in: its columns, what is to be decided, then what it would bring."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from awards.nominations.files.checked import AskedSeveral, Checked, Choices
from awards.nominations.files.fields import NominationField
from awards.nominations.files.mapping import ColumnUse, How, Uses, columns_of, told_in
from awards.nominations.files.matching import PlaceDecision, Tied
from awards.nominations.files.preview import preview_groups, preview_notes
from awards.nominations.files.told_words import category_key
from awards.rounds.categories import Category
from desktop.dialogs.preview_dialog import PreviewDialog, shown_groups
from desktop.widgets.forms.fields import CheckField, ChoiceField, LongTextField, fitting
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.import_preview import Preview
from desktop.widgets.parts import label
from resources.files.cells import clean_text
from resources.files.forms.forms_file import FormsFile
from resources.wording import and_list, count_of, shortened

_CATEGORY = "category of rows that say none"
_EXAMPLES, _LONGEST = 2, 60
_MOST_ASKED = 30
_LATER = ""


@dataclass(frozen=True)
class Mapped:
    """What each column is taken for, and the category of rows that say none."""

    uses: dict[str, ColumnUse]
    category_id: str


class MapNominationColumns(FormDialog):
    """A row for each column of the file with the part of a nomination it is taken for, to be put right."""

    def __init__(
        self, file: FormsFile, uses: Uses, offered: Sequence[Category], parent: QWidget | None, *,
        category_id: str = "",
    ) -> None:  # fmt: skip
        kind = file.program.value
        super().__init__(
            "What each column is", "Show what it brings", parent, width=640,
            intro=f"{file.name}, from {kind}: {count_of(len(file.responses), 'response')}. Nothing is written yet.",
        )  # fmt: skip
        self._uses = dict(uses)
        columns = columns_of(file)
        options = [(one, one.label) for one in _in_order()]
        for number, column in enumerate(columns):
            told = [text for one in file.responses if (text := told_in(column, one))]
            field = fitting(ChoiceField(options))
            self.form.add(
                str(number), shortened(column.heading, 60), field, help_text=_help(uses[column.key], told)
            )
            field.show_answer(uses[column.key].field)
        self._keys = [column.key for column in columns]
        choices = [("", "They are refused"), *((one.id, one.name) for one in offered)]
        self.form.add(
            _CATEGORY, "Category of rows that say none", fitting(ChoiceField(choices)), value=category_id
        )

    def value(self, answers: Answers) -> Mapped:
        """The uses; one that was left as it was keeps its reason."""
        said: dict[str, ColumnUse] = {}
        for number, key in enumerate(self._keys):
            chosen, held = answers[str(number)] or NominationField.LEFT_OUT, self._uses[key]
            said[key] = held if held.field is chosen else ColumnUse(chosen, How.CHOSEN)
        return Mapped(said, answers[_CATEGORY] or "")


def _in_order() -> list[NominationField]:
    """What leaves a column out first."""
    return [
        NominationField.LEFT_OUT,
        *(one for one in NominationField if one is not NominationField.LEFT_OUT),
    ]


def _help(use: ColumnUse, told: Sequence[str]) -> str:
    some = [shortened(clean_text(text), _LONGEST) for text in dict.fromkeys(told)][:_EXAMPLES]
    such = f" Answers such as {and_list([f'“{text}”' for text in some])}." if some else " Nobody answered it."
    return f"{use.how.value.capitalize()}.{such}"


class DecideNominations(FormDialog):
    """What cannot be known from the file: which category, home or person is meant, and what comes late or unsaid."""

    def __init__(self, found: Checked, offered: Sequence[Category], parent: QWidget | None) -> None:
        super().__init__(
            "What is to be decided", "Show what it brings", parent, width=640,
            intro=f"{found.file.name}: what is not decided here can be put right after it is taken in.",
        )  # fmt: skip
        self._found, self._offered = found, offered
        self._of: dict[str, tuple[str, str]] = {}
        self._add_categories()
        self._add_several()
        self._add_places()
        self._add_joins()
        self._add_whole_file()

    def _add(
        self,
        kind: str,
        key: str,
        words: str,
        options: Sequence[tuple[object, str]],
        held: object,
        help_text: str,
    ) -> None:
        """A choice of what a thing told means; `help_text` says more of it."""
        name = f"{kind} {len(self._of)}"
        self._of[name] = (kind, key)
        field = fitting(ChoiceField(list(options)))
        self.form.add(name, words, field, help_text=help_text)
        field.show_answer(held)

    def _headed(self, words: str, number: int) -> None:
        """A heading; what is not asked, there being so much of it, is told."""
        self.form.add_heading(words)
        if number > _MOST_ASKED:
            more = f"The first {_MOST_ASKED}; {number - _MOST_ASKED} more are left as they are."
            self.form.add_widget(label(more, "small", wrap=True))

    def _add_categories(self) -> None:
        unknown = list(self._found.asked.categories)
        if not unknown:
            return
        self._headed("Words that are no category of the round", len(unknown))
        options = [("", "None of them: refuse its rows"), *((one.id, one.name) for one in self._offered)]
        for said in unknown[:_MOST_ASKED]:
            held = self._found.choices.categories.get(category_key(said))
            like = self._found.asked.categories[said]
            likeliest = held if held is not None else (like[0] if like else "")
            self._add("category", category_key(said), f"“{shortened(said)}” is", options, likeliest,
                      "The one most like it." if like and held is None else "")  # fmt: skip

    def _add_several(self) -> None:
        some = self._found.asked.several
        if not some:
            return
        self._headed("Answers that may name several nominees", len(some))
        for one in some[:_MOST_ASKED]:
            options = [(False, f"One nominee: {one.found.together.name}"), (True, _apart_words(one))]
            self._add("several", one.key, f"Line {one.line}", options, one.apart,
                      f"“{shortened(' '.join(one.said.split()), 120)}”")  # fmt: skip

    def _add_places(self) -> None:
        some = self._found.asked.places
        if not some:
            return
        self._headed("Homes and services", len(some))
        self.form.add_widget(label("Left for later, they stand as they were told.", "small", wrap=True))
        for one in some[:_MOST_ASKED]:
            self._add("place", one.told.key, shortened(one.told.asked_words), _place_options(one),
                      _held_place(self._found, one), _likeliest_words(one))  # fmt: skip
        self.likeliest = self.add_way("Take the likeliest homes")
        self.likeliest.clicked.connect(self._take_likeliest)

    @Slot()
    def _take_likeliest(self) -> None:
        """Choose the likeliest for every home that is left for later, to be looked at; of two alike, neither."""
        by_key = {one.told.key: one for one in self._found.asked.places}
        for name, (kind, key) in self._of.items():
            field = self.form.rows[name].field
            if kind == "place" and not field.answer() and by_key[key].likeliest is not None:
                field.show_answer(_place_options(by_key[key])[1][0])

    def _add_joins(self) -> None:
        some = [one for one in self._found.asked.joins if one.reason]
        if not some:
            return
        self._headed("Nominees of one name in one category", len(some))
        options = [(False, "Somebody else"), (True, "The same: another voice")]
        for one in some[:_MOST_ASKED]:
            words = f"Line {one.line}: {one.nominee}"
            self._add("join", one.key, shortened(words), options, one.same, f"And {one.other}. {one.reason}")

    def _add_whole_file(self) -> None:
        asked, choices = self._found.asked, self._found.choices
        if asked.late:
            self.form.add("late_reason", f"{asked.late_words}: why they are taken in all the same",
                          LongTextField(lines=2), value=choices.late_reason,
                          help_text="Without a reason they stay out.")  # fmt: skip
        if asked.without_statement:
            rows = count_of(asked.without_statement, "row says", "rows say")
            self.form.add("as_drafts", "", CheckField("Keep nominations without a statement as drafts"),
                          value=choices.as_drafts,
                          help_text=f"{rows} nothing of why. Otherwise they are refused.")  # fmt: skip
        if asked.changed:
            number = count_of(asked.changed, "nomination has", "nominations have")
            self.form.add("take_changed", "", CheckField("Take what is new of nominations held already"),
                          value=choices.take_changed, help_text=f"{number} something else in this file.")  # fmt: skip

    def value(self, answers: Answers) -> Choices:
        """The choices, with those made before that were not asked about again."""
        held = self._found.choices
        said: dict[str, dict[str, object]] = {"category": {}, "several": {}, "place": {}, "join": {}}
        for name, (kind, key) in self._of.items():
            said[kind][key] = answers[name]
        return replace(
            held,
            categories={**held.categories, **{key: str(one or "") for key, one in said["category"].items()}},
            several={**held.several, **{key: bool(one) for key, one in said["several"].items()}},
            places={**held.places, **_places_said(said["place"])},
            joins={**held.joins, **self._joins_said(said["join"])},
            late_reason=answers.get("late_reason", held.late_reason) or "",
            as_drafts=bool(answers.get("as_drafts", held.as_drafts)),
            take_changed=bool(answers.get("take_changed", held.take_changed)),
        )  # fmt: skip

    def _joins_said(self, said: dict[str, object]) -> dict[str, bool]:
        """Only what was changed: a home that is said beside it may make two nominees surely one."""
        before = {one.key: one.same for one in self._found.asked.joins}
        return {key: bool(one) for key, one in said.items() if bool(one) != before[key]}


def _likeliest_words(one: Tied) -> str:
    best = one.likeliest
    if best is None:
        return "Several are equally likely: choose one." if one.is_asked else ""
    return f"Most like {best.name}. {' '.join(best.reasons)}".strip()


def _apart_words(one: AskedSeveral) -> str:
    names = and_list([each.name for each in one.found.apart])
    return f"{count_of(len(one.found.apart), 'nominee')}: {names}"


def _place_options(one: Tied) -> list[tuple[object, str]]:
    offered = [
        (
            PlaceDecision(each.provider_id, each.service_id),
            f"{each.name}, {each.detail}" if each.detail else each.name,
        )
        for each in one.match.candidates
    ]
    return [(_LATER, "Leave it for later"), *offered]


def _held_place(found: Checked, one: Tied) -> object:
    return found.choices.places.get(one.told.key, _LATER)


def _places_said(said: dict[str, object]) -> dict[str, PlaceDecision]:
    return {
        key: one if isinstance(one, PlaceDecision) else PlaceDecision() for key, one in said.items() if one
    }


class NominationsPreview(PreviewDialog):
    """What the file would bring."""

    def __init__(self, found: Checked, parent: QWidget | None) -> None:
        super().__init__(
            "Take in nominations",
            _preview_of(found),
            parent,
            back="Change what was decided…",
            size=(1120, 640),
        )
        self.found = found


def _preview_of(found: Checked) -> Preview:
    verb = f"Take in {count_of(len(found.new), 'nomination')}"
    if not found.new and found.edits:
        verb = f"Take in {count_of(found.edited, 'changed nomination')}"
    return Preview(
        f"Nominations for {found.round.name}", f"{found.file.name}, from {found.file.program.value}",
        shown_groups(preview_groups(found)), verb, tuple(preview_notes(found)),
        can_commit=bool(found.new or found.edits),
    )  # fmt: skip
