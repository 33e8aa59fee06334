"""What a report of a wave, or its tables to publish, are to hold."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField, ChoiceField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.several import SeveralField
from workforce.survey.analysis.frame import AnalysisFilter, WaveData
from workforce.survey.analysis.groups import GroupBy, group_words, in_order
from workforce.survey.report.choice import ReportChoice, Section
from workforce.survey.waves.waves import Wave

SUBTRACTED = (
    "Of part of the answers: where figures of nearly the same answers are published too, what the few that make the "
    "difference answered can be worked out."
)
_EVERY = {GroupBy.KIND: "All kinds", GroupBy.DISTRICT: "All districts", GroupBy.RATING: "All ratings",
          GroupBy.SIZE: "All sizes"}  # fmt: skip


class ChooseReport(FormDialog):
    """Which wave it is compared with, whose answers, and which sections. `earlier` are the waves before it.

    With `in_words` quotes can be left out; tables to publish hold none.
    """

    def __init__(
        self,
        title: str,
        data: WaveData,
        earlier: Sequence[Wave],
        shown: AnalysisFilter,
        parent: QWidget | None,
        *,
        in_words: bool,
    ) -> None:
        intro = (
            f"{data.wave.name}. Nobody is named in it, and percentages of small bases are hidden or marked."
        )
        super().__init__(title, "Choose the file…", parent, intro=intro)
        add = self.form.add
        compared = [(one.id, one.name) for one in reversed(earlier)]
        add("compare_with", "Compared with", ChoiceField([*compared, ("", "No other wave")]),
            value=compared[0][0] if compared else "")  # fmt: skip
        for by, chosen in zip(
            GroupBy, (shown.kinds, shown.districts, shown.ratings, shown.sizes), strict=True
        ):
            field = SeveralField(by.label, _values(data, by), nothing=_EVERY[by])
            offered = {value for value, _ in field.options}
            add(by.value, by.label, field, value=[one for one in chosen if one in offered])
        add("good", "", CheckField("Good and Outstanding only"), value=shown.good_and_outstanding,
            help_text=SUBTRACTED)  # fmt: skip
        add("sections", "Sections", SeveralField("Sections", [(one, one.label) for one in Section],
                                                 nothing="All sections"))  # fmt: skip
        if in_words:
            add("quotes", "", CheckField("Quote what was written by those who agreed to it"), value=True)
        add("weighted", "", CheckField("Weighted by kind of service"),
            help_text="Each answer counts for as many services of its kind as it stands for.")  # fmt: skip

    def value(self, answers: Answers) -> ReportChoice:
        """What was chosen."""
        return ReportChoice(
            answers["compare_with"] or None,
            AnalysisFilter(
                answers["kind"], answers["district"], answers["rating"], answers["size"], answers["good"]
            ),
            answers["sections"] or tuple(Section),
            quotes=answers.get("quotes", False),
            weighted=answers["weighted"],
        )


def _values(data: WaveData, by: GroupBy) -> list[tuple[str, str]]:
    """Those that occur among the responses or the population."""
    found = set(data.responses[by.value].unique())
    if by is not GroupBy.SIZE:
        found |= set(data.population[by.value].unique())
    return [(value, group_words(by, value)) for value in in_order(by, found)]
