"""A rule of a fund: what it asks, of whom, and from when; what it would change is shown before it is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.shell.looks.look import PANE
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField, fitting
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from desktop.widgets.tables.small_table import SmallTable
from resources.problem import FieldProblem, Problem
from resources.tables import Table
from resources.wording import and_list, capital_first
from workforce.funding.funds.items import FundItem
from workforce.funding.rulebook.editing import RuleDraft, draft_of
from workforce.funding.rulebook.facts import FACTS, Fact
from workforce.funding.rulebook.previewing import Preview
from workforce.funding.rulebook.rules import Rule
from workforce.funding.rulebook.tables import FLIP_COLUMNS
from workforce.funding.rulebook.telling import PLACES
from workforce.funding.rulebook.values import kept_value, needs_value, operators_of, typed_again
from workforce.funding.vocabulary import Operator, SourceStanding

_LOOK, _KEEP = "See what it changes", "Save rule"
_NO_OTHER, _ALL = ("", "No other fact"), ("", "Everybody")
_VALUE_HELP = (
    "Words are parted by “;”. Money as £870, shares as 90%, days as 31 March 2020 or “the first day of the funding "
    "year”. Left empty, the rule waits for its figure and says so."
)


@dataclass(frozen=True)
class WrittenRule:
    """What was entered; `from_day` where the rule is to change from a day on and stay as it was until then."""

    draft: RuleDraft
    from_day: date | None = None


class WriteRule(FormDialog):
    """A new rule, or `held` to be changed. `look` tells what keeping it would change; it is asked before saving."""

    def __init__(
        self, items: Sequence[FundItem], look: Callable[[WrittenRule], tuple[Preview, Table]], today: date,
        parent: QWidget | None, *, held: Rule | None = None,
    ) -> None:  # fmt: skip
        title = f"Change rule {held.code}" if held else "Add a rule"
        super().__init__(title, _LOOK, parent, width=640)
        self._look, self._held, self._today = look, held, today
        self._looked_at: WrittenRule | None = None
        start = draft_of(held) if held else None
        self._add_words(start)
        self._add_test(start)
        self._add_when(start)
        self._add_how(items, start)
        self._add_source(start)
        if held is not None:
            self._add_from()
        self._add_preview()
        self.form.changed.connect(self._changed)
        self._follow()

    # Its rows

    def _add_words(self, start: RuleDraft | None) -> None:
        self.form.add(
            "words", "Rule", LongTextField(lines=2), value=start.words if start else "", needed=True,
            help_text="As people are to read it, such as “At least 90% of the staff records are complete.”",
        )  # fmt: skip

    def _add_test(self, start: RuleDraft | None) -> None:
        add = self.form.add
        self._fact = fitting(ChoiceField(_fact_options()))
        self._operator, self._other = ChoiceField([]), fitting(ChoiceField([_NO_OTHER]))
        add("fact", "What is looked at", self._fact, value=start.fact if start else None, needed=True)
        add("operator", "How it is tested", self._operator, needed=True)
        self._offer_operators()
        self._operator.show_answer(start.operator if start else None)
        add("value", "Value", TextField(), value=_typed(start), help_text=_VALUE_HELP)
        self._can_be = label("", "small", wrap=True)
        self.form.add_widget(self._can_be)
        add("other_fact", "Held against another fact", self._other,
            help_text="Months and days are counted after its day; a figure or share is so many times it.")  # fmt: skip
        self._offer_others()
        self._other.show_answer(start.other_fact if start else "")
        self._fact.changed.connect(self._choose_fact)

    def _add_when(self, start: RuleDraft | None) -> None:
        add = self.form.add
        self._when, self._when_operator = fitting(ChoiceField([_ALL, *_fact_options()])), ChoiceField([])
        add("when_fact", "Only where", self._when, value=start.when_fact if start else "",
            help_text="The rule asks everybody, or only those of whom this holds.")  # fmt: skip
        add("when_operator", "Is", self._when_operator)
        self._offer_when()
        self._when_operator.show_answer(start.when_operator if start else None)
        add("when_value", "What", TextField(), value=_typed_when(start))
        self._when.changed.connect(self._choose_when)

    def _add_how(self, items: Sequence[FundItem], start: RuleDraft | None) -> None:
        places = and_list([f"{{{place}}} ({meaning})" for place, meaning in PLACES.items()], "or")
        self.form.add(
            "to_change", "What would change the answer", LongTextField(lines=2),
            value=start.to_change if start else "",
            help_text=f"Such as “Update {{missing}} of {{of}} staff records by {{by}}”. In braces: {places}.",
        )  # fmt: skip
        self._has_items = bool(items)
        if items:
            options = [("", "All that the fund pays for"), *((one.id, one.name) for one in items)]
            self.form.add(
                "item_id", "Asked for", ChoiceField(options), value=(start.item_id if start else None) or ""
            )

    def _add_source(self, start: RuleDraft | None) -> None:
        add = self.form.add
        add("source", "Source", TextField(), value=start.source if start else "")
        add("standing", "How well known", words_field(SourceStanding),
            value=start.standing if start else SourceStanding.OURS, needed=True)  # fmt: skip
        add("code", "Reason code", TextField(), value=start.code if start else "",
            help_text="Short, for letters and lists. Left empty, it is given the next one.")  # fmt: skip
        first, last = (start.valid_from, start.valid_to) if start else (None, None)
        add("valid_from", "Valid from", DateField(today=self._today), value=first)
        add("valid_to", "Valid to", DateField(today=self._today), value=last,
            help_text="Both days count. Left empty, it holds as long as the fund.")  # fmt: skip

    def _add_from(self) -> None:
        self.form.add(
            "from_day", "Change it from", DateField(today=self._today),
            help_text="Until the day before, the rule stays as it was: old years keep their own rules. Left empty, it "
            "is put right as if it had always been so; decisions already made keep what it said.",
        )  # fmt: skip

    def _add_preview(self) -> None:
        self._told = label("", wrap=True)
        self._told.hide()
        self.form.add_widget(self._told)
        self._flips = SmallTable(FLIP_COLUMNS, name="rule_flips", title="Whose answer would change", most=6)
        self.form.add_widget(self._flips)

    # What follows from what is chosen

    def _chosen(self) -> Fact | None:
        return FACTS.get(str(self._fact.answer() or ""))

    @Slot()
    def _choose_fact(self) -> None:
        self._offer_operators()
        self._offer_others()
        self._follow()

    @Slot()
    def _choose_when(self) -> None:
        self._offer_when()
        self._follow()

    def _offer_operators(self) -> None:
        fact = self._chosen()
        self._operator.set_options(_operator_options(fact))
        self._operator.show_answer(operators_of(fact.type)[0] if fact else None)

    def _offer_others(self) -> None:
        fact = self._chosen()
        others = [one for one in FACTS.values() if fact and one is not fact and _compares(fact, one)]
        self._other.set_options([_NO_OTHER, *((one.name, _said(one)) for one in others)])
        self._other.show_answer("")

    def _offer_when(self) -> None:
        fact = FACTS.get(str(self._when.answer() or ""))
        self._when_operator.set_options(_operator_options(fact))
        self._when_operator.show_answer(operators_of(fact.type)[0] if fact else None)

    @Slot()
    def _follow(self) -> None:
        """Only what can be answered is asked."""
        fact, when = self._chosen(), bool(self._when.answer())
        choices = [words for _, words in fact.choices] if fact else []
        self._can_be.setText(f"It can be: {'; '.join(choices)}." if choices else "")
        self._can_be.setVisible(bool(choices))
        self.form.show_row("other_fact", len(self._other_options()) > 1)
        self.form.show_row("when_operator", when)
        self.form.show_row("when_value", when)

    def _other_options(self) -> list[Fact]:
        fact = self._chosen()
        return [one for one in FACTS.values() if fact and _compares(fact, one)]

    @Slot()
    def _changed(self) -> None:
        """What was looked at is no longer what stands there."""
        if self._looked_at is not None:
            self._looked_at = None
            self._told.hide()
            self._flips.show_rows([], [])
            self._verb.setText(_LOOK)

    # What it gives

    @Slot()
    def submit(self) -> None:
        """First show what it changes; then, as it stands there, give it."""
        answers = self.form.read()
        if answers is None:
            super().submit()
            return
        try:
            written = self.value(answers)
            if written != self._looked_at:
                self.banner.hide()
                self._show(written)
                return
        except Problem:  # said by the form, beside its field
            self._looked_at = None
        super().submit()

    def _show(self, written: WrittenRule) -> None:
        preview, table = self._found
        self._told.setText("\n".join(preview.sentences))
        self._told.show()
        self._flips.show_rows(table.rows, [one.key for one in preview.flips])
        self._looked_at = written
        self._verb.setText(_KEEP)
        width = self._inside.width()
        self._inside.resize(width, self._inside.heightForWidth(width))
        self._scroll.verticalScrollBar().setValue(self._told.mapTo(self._inside, QPoint(0, 0)).y() - PANE)

    def value(self, answers: Answers) -> WrittenRule:
        """What is to be kept; what cannot be read is said beside its field."""
        fact, operator = FACTS[answers["fact"]], answers["operator"]
        other = answers.get("other_fact") or ""
        times = bool(other) and fact.type.is_ordered
        value = _kept("value", fact, operator, answers["value"], times=times)
        if other and not needs_value(operator, other):
            value = ""
        when = FACTS.get(answers.get("when_fact") or "")
        when_operator = answers.get("when_operator") if when else None
        when_value = (
            _kept("when_value", when, when_operator, answers["when_value"]) if when and when_operator else ""
        )
        draft = RuleDraft(
            answers["words"], fact.name, operator, value, other, when.name if when else "", when_operator, when_value,
            answers["to_change"], answers["code"], answers.get("item_id") or None, answers["source"],
            answers["standing"], answers["valid_from"], answers["valid_to"],
        )  # fmt: skip
        written = WrittenRule(draft, answers.get("from_day"))
        self._found = self._look(written)  # refuses what cannot be kept
        return written


def _fact_options() -> list[tuple[str, str]]:
    return [(one.name, f"{one.subject.label}: {one.words}") for one in FACTS.values()]


def _said(fact: Fact) -> str:
    return capital_first(fact.words)


def _operator_options(fact: Fact | None) -> list[tuple[Operator, str]]:
    return [(one, one.label) for one in operators_of(fact.type)] if fact else []


def _compares(fact: Fact, other: Fact) -> bool:
    """Whether the one can be held against the other."""
    if fact.name == other.name or fact.type.is_set_of_words:
        return False
    return fact.type is other.type or (fact.type.is_ordered and other.type.is_ordered)


def _kept(field: str, fact: Fact, operator: Operator, typed: str, *, times: bool = False) -> str:
    try:
        return kept_value(fact, operator, typed, times=times)
    except Problem as problem:
        raise FieldProblem(field, problem.sentence) from problem


def _typed(start: RuleDraft | None) -> str:
    if start is None or not start.value:
        return ""
    fact = FACTS[start.fact]
    return typed_again(
        fact, start.operator, start.value, times=bool(start.other_fact) and fact.type.is_ordered
    )


def _typed_when(start: RuleDraft | None) -> str:
    if start is None or not start.when_fact or start.when_operator is None:
        return ""
    return typed_again(FACTS[start.when_fact], start.when_operator, start.when_value)
