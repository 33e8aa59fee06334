"""Which judge has a nominee: choosing one, the chair's ruling, and the plan for a whole panel."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from awards.judging.assigning import Plan
from awards.judging.panel_tables import LOAD_COLUMNS, plan_table
from awards.judging.planning import panel_plan, silent_words
from desktop.widgets.forms.fields import CheckField, ChoiceField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from desktop.widgets.tables.small_table import SmallTable
from resources.database import Database
from resources.wording import count_of

KEPT = "It is kept with the round; somebody may ask for it later."
CONFLICT, OTHER = "The judge has a conflict of interest", "For another reason"
HAS, HAS_NOT = "There is a conflict: they do not judge this nominee", "There is no conflict: they may judge"


@dataclass(frozen=True)
class ChosenJudge:
    """A judge, with a reason and whether it is a conflict where these were asked."""

    member_id: str
    reason: str = ""
    conflict: bool = False


class ChooseJudge(FormDialog):
    """One of the judges for whom this can be done; `cannot` says of the others why not."""

    def __init__(
        self, title: str, verb: str, judges: Sequence[tuple[str, str]], parent: QWidget | None, *, intro: str,
        cannot: Sequence[str] = (), reason: bool = False, asks_why: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(title, verb, parent, intro=intro)
        only = judges[0][0] if len(judges) == 1 else None
        self.form.add("member_id", "Judge", ChoiceField(list(judges)), value=only, needed=True)
        if asks_why:
            why = ChoiceField([(CONFLICT, CONFLICT), (OTHER, OTHER)])
            self.form.add("why", "Why", why, value=CONFLICT, needed=True)
        if reason or asks_why:
            self.form.add("reason", "Reason", LongTextField(lines=3), needed=True, help_text=KEPT)
        for sentence in cannot:
            self.form.add_widget(label(sentence, "quiet", wrap=True))

    def value(self, answers: Answers) -> ChosenJudge:
        """Whom, and why."""
        return ChosenJudge(answers["member_id"], answers.get("reason") or "", answers.get("why") == CONFLICT)


@dataclass(frozen=True)
class SaidRuling:
    """What was ruled, by whom and why."""

    member_id: str
    conflict: bool
    reason: str
    by: str


class RuleOnConflict(FormDialog):
    """The chair's word on one judge and one nominee. `found` is what was declared and found."""

    def __init__(
        self, judges: Sequence[tuple[str, str]], parent: QWidget | None, *, intro: str, found: Sequence[str] = (),
        chair: str = "", conflict: bool | None = None,
    ) -> None:  # fmt: skip
        super().__init__("Rule on a conflict", "Keep this ruling", parent, intro=intro, width=560)
        if found:
            self.form.add_heading("What was found")
            for sentence in found:
                self.form.add_widget(label(sentence, wrap=True, copyable=True))
        only = judges[0][0] if len(judges) == 1 else None
        self.form.add("member_id", "Judge", ChoiceField(list(judges)), value=only, needed=True)
        said = None if conflict is None else HAS if conflict else HAS_NOT
        self.form.add("ruling", "Ruling", ChoiceField([(HAS, HAS), (HAS_NOT, HAS_NOT)]), value=said, needed=True,
                      help_text="It stands above what was found. In conflict, scores count no more.")  # fmt: skip
        self.form.add("by", "Ruled by", TextField(), value=chair, needed=True,
                      help_text="The chair, or who stood in. Nobody clears a conflict of their own.")  # fmt: skip
        self.form.add("reason", "Reason", LongTextField(lines=3), needed=True, help_text=KEPT)

    def value(self, answers: Answers) -> SaidRuling:
        """What was ruled."""
        return SaidRuling(answers["member_id"], answers["ruling"] == HAS, answers["reason"], answers["by"])


@dataclass(frozen=True)
class SaidPlan:
    """The plan that was shown, and whether it may pass on what nobody has begun."""

    plan: Plan
    afresh: bool


class PlanPanel(FormDialog):
    """Who would be given how many, before anything is."""

    def __init__(self, db: Database, round_id: str, parent: QWidget | None) -> None:
        intro = (
            "Each nominee goes to as many judges as the round asks for, none of them in conflict, so that all judge as "
            "nearly the same number as can be."
        )
        super().__init__("Give nominees to judges", "Give them out", parent, intro=intro, width=760)
        self._db, self._round = db, round_id
        silent = silent_words(db, round_id)
        if silent:
            self.form.add_widget(label(silent, "bold", wrap=True, copyable=True))
        self._afresh = self.form.add(
            "afresh", "", CheckField("Also pass on what was given before and nobody has begun"),
            help_text="For when a judge joins or leaves. What was begun or answered stays where it is.",
        )  # fmt: skip
        self._told = label("", "bold", wrap=True)
        self.form.add_widget(self._told)
        self.loads = SmallTable(LOAD_COLUMNS, name="panel_loads", title="What judges would be given", most=12)
        self.form.add_widget(self.loads)
        self._notes = label("", wrap=True, copyable=True)
        self.form.add_widget(self._notes)
        self._afresh.changed.connect(self._plan)
        self._plan()

    @Slot()
    def _plan(self) -> None:
        self.plan = panel_plan(self._db, self._round, afresh=bool(self._afresh.answer()))
        table = plan_table(self._db, self._round, self.plan)
        self.loads.show_rows(table.rows, [str(at) for at in range(len(table.rows))])
        self._told.setText(told(self.plan))
        self._notes.setText("\n".join(_few(table.notes)))
        self._notes.setVisible(bool(table.notes))

    def value(self, answers: Answers) -> SaidPlan:
        """The plan that stands there."""
        return SaidPlan(self.plan, bool(answers["afresh"]))


def told(plan: Plan) -> str:
    """What would be done, in a line."""
    if not plan.alters:
        return "There is nothing to give out: every nominee has the judges there can be."
    nominees = len({entry for _judge, entry in plan.give})
    said = f"{count_of(nominees, 'nominee')} would go to judges, to be judged {count_of(len(plan.give), 'time')} in all"
    return f"{said}; {len(plan.take_back)} would be taken back." if plan.take_back else f"{said}."


_MOST_NOTES = 6


def _few(notes: Sequence[str]) -> list[str]:
    more = len(notes) - _MOST_NOTES
    return [*notes[:_MOST_NOTES], *([f"And {more:,} more such sentences."] if more > 0 else [])]
