"""What belongs to a round: a category, a criterion, a point of the checklist."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtWidgets import QWidget

from awards.points import points_words, read_points, read_weight, weight_words
from awards.rounds.categories import Category, CategoryEdits
from awards.rounds.criteria import Criterion, CriterionEdits, CriterionValue
from awards.rounds.rounds import MOST_FINALISTS, MOST_WORDS
from awards.vocabulary import NomineeKind
from desktop.dialogs.choices import words_field
from desktop.shell.looks.style import with_text
from desktop.widgets.forms.fields import CheckField, ChoiceField, LongTextField, TextField, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from resources.problem import FieldProblem, Problem
from resources.wording import count_of

_SHORT = 160


class WriteCategory(FormDialog):
    """A category, by the names of its columns; `held` is the one to change."""

    def __init__(self, parent: QWidget | None, *, held: Category | None = None) -> None:
        title, verb = ("Change the category", "Save changes") if held else ("Add a category", "Add category")
        super().__init__(title, verb, parent)
        add = self.form.add
        add("name", "Name", TextField(), value=held.name if held else None, needed=True)
        add("nominee_kind", "Honours", words_field(NomineeKind), value=held.nominee_kind if held else None,
            needed=True)  # fmt: skip
        add("description", "What it is", LongTextField(lines=3), value=held.description if held else None,
            help_text="As the form and the judges’ packs say it.")  # fmt: skip
        add("word_limit", "Most words", number_field(least=1, most=MOST_WORDS),
            value=held.word_limit if held else None, help_text="Empty: the round’s limit holds.")  # fmt: skip
        add("most_finalists", "Most finalists", number_field(least=1, most=MOST_FINALISTS),
            value=held.most_finalists if held else None,
            help_text="Empty: the round’s number holds.")  # fmt: skip

    def value(self, answers: Answers) -> CategoryEdits:
        """What is to be kept."""
        return cast(CategoryEdits, answers)


@dataclass(frozen=True)
class WrittenCriterion:
    """A criterion as it was written; `take_out` where scores on its old scale are to go."""

    category_id: str | None
    facts: CriterionEdits
    values: Mapping[int, str]
    take_out: bool = False


class WriteCriterion(FormDialog):
    """A criterion with its scale and what its values mean; `held` is the one to change."""

    def __init__(
        self, among: Sequence[Category], parent: QWidget | None, *, held: Criterion | None = None,
        values: Sequence[CriterionValue] = (), scores: int = 0,
    ) -> None:  # fmt: skip
        title, verb = (
            ("Change the criterion", "Save changes") if held else ("Add a criterion", "Add criterion")
        )
        super().__init__(title, verb, parent, width=560)
        self._held = held
        add = self.form.add
        add("name", "Name", TextField(), value=held.name if held else None, needed=True)
        add("category_id", "Scored in", ChoiceField([("", "Every category"), *((one.id, one.name) for one in among)]),
            value=(held.category_id if held else None) or "", needed=True)  # fmt: skip
        if held is not None:
            self.form.rows["category_id"].field.widget.setEnabled(False)
        add(
            "guidance",
            "What the judges look for",
            LongTextField(lines=3),
            value=held.guidance if held else None,
        )
        add("weight", "Weight", _short(TextField(read_weight, weight_words)), value=held.weight if held else 10,
            needed=True, help_text="One of weight 2 counts twice as much as one of weight 1.")  # fmt: skip
        self._add_scale(held, values)
        add("required", "", CheckField("Each judge must score it"), value=held.required if held else True)
        add("counts", "", CheckField("It counts for the result"), value=held.counts if held else True)
        add(
            "take_out",
            "",
            CheckField(f"With another scale, take out the {count_of(scores, 'score')} given by it"),
        )
        self.form.show_row("take_out", scores > 0)

    def _add_scale(self, held: Criterion | None, values: Sequence[CriterionValue]) -> None:
        for name, words, usual, told in (
            ("least", "Fewest points", 100, ""),
            ("most", "Most points", 500, ""),
            ("step", "In steps of", 100, "0.5 where half points can be given."),
        ):
            field = _short(TextField(read_points, points_words))
            value = getattr(held, name) if held else usual
            self.form.add(name, words, field, value=value, needed=True, help_text=told)
        lines = "\n".join(f"{points_words(one.points)} {one.label}" for one in values)
        self.form.add("values", "What the values mean", LongTextField(lines=5), value=lines,
                      help_text="A line each: the points, a space, and what they mean.")  # fmt: skip

    def value(self, answers: Answers) -> WrittenCriterion:
        """What is to be kept."""
        values = read_values(answers.pop("values"))
        take_out, category = answers.pop("take_out", False), answers.pop("category_id")
        return WrittenCriterion(category or None, cast(CriterionEdits, answers), values, take_out)


def _short(field: TextField) -> TextField:
    field.line.setMaximumWidth(with_text(_SHORT))
    return field


def read_values(text: str) -> dict[int, str]:
    """Lines such as “5 Shown throughout” as points and their words."""
    values: dict[int, str] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        points, _, words = line.partition(" ")
        try:
            read = read_points(points)
        except Problem:
            raise FieldProblem(
                "values", f"Values: “{line}” does not begin with points. Write it like “5 Shown throughout”."
            ) from None
        if not words.strip() or read in values:
            what = "says nothing of them" if not words.strip() else "names points that stand above already"
            raise FieldProblem("values", f"Values: “{line}” {what}. Give each points one line and words.")
        values[read] = words.strip()
    return values


class WriteCheck(FormDialog):
    """A point of the checklist; `held` are the words of the one to change."""

    def __init__(self, parent: QWidget | None, *, held: str = "") -> None:
        title, verb = ("Change the point", "Save changes") if held else ("Add a point to check", "Add point")
        super().__init__(title, verb, parent)
        self.form.add("words", "What is looked at", LongTextField(lines=2), value=held or None, needed=True,
                      help_text="As a statement that is answered with yes or no.")  # fmt: skip

    def value(self, answers: Answers) -> str:
        """The words."""
        return str(answers["words"])
