"""Forms for acts that promise money: where they would overspend, they ask who lets it pass, and why."""

from desktop.widgets.forms.fields import LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.problem import Problem
from workforce.funding.funds.balance import Overspent, Passed

_BY, _WHY = "over_passed_by", "over_reason"


class PassingDialog(FormDialog):
    """Call `add_passing` before the other rows: its two stand beneath what was refused, and are hidden until then."""

    def add_passing(self) -> None:
        """Who lets it pass, and why."""
        self.form.add(_BY, "Overspend passed by", TextField(),
                      help_text="Name who may let more be promised than there is.")  # fmt: skip
        self.form.add(_WHY, "Why it is passed", LongTextField(lines=2))
        for name in (_BY, _WHY):
            self.form.show_row(name, False)

    def passed(self, answers: Answers) -> Passed | None:
        """Who passed it; None where nothing was asked or filled in."""
        by, why = answers.get(_BY) or "", answers.get(_WHY) or ""
        return Passed(by, why) if by or why else None

    def _refuse(self, problem: Problem) -> None:
        super()._refuse(problem)
        if isinstance(problem, Overspent) and _BY in self.form.rows:
            for name in (_BY, _WHY):
                self.form.show_row(name, True)
