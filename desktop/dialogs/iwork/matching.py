"""Pins and bans with their reasons, the weights of matching, and how ways to work are reckoned."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, LongTextField, TextField, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from resources.database import Database
from resources.problem import Problem
from resources.wording import number
from workforce.iwork.matching.facts import Speed
from workforce.iwork.matching.weights import MEANING, MOST, speeds, weights
from workforce.iwork.vocabulary import Factor, TravelMode

_PLAIN = "Say it so that the person and their family may read it."


class PinTogether(FormDialog):
    """Why somebody and a post are kept together."""

    def __init__(self, who: str, where: str, parent: QWidget | None) -> None:
        super().__init__(
            f"Pin {who} to {where}", "Pin together", parent,
            intro="They stay together in every assignment that is worked out, until the pin is ended.",
        )  # fmt: skip
        self.form.add("reason", "Why", LongTextField(lines=3), needed=True, help_text=_PLAIN)

    def value(self, answers: Answers) -> str:
        """The reason."""
        return str(answers["reason"])


@dataclass(frozen=True)
class SaidBan:
    """From all posts of the employer, or from this one; and why."""

    whole_employer: bool
    reason: str


class DoNotPlace(FormDialog):
    """From what somebody is kept, and why."""

    def __init__(self, who: str, where: str, employer: str, parent: QWidget | None) -> None:
        super().__init__(
            f"Do not place {who}", "Do not place", parent,
            intro="It stands above everything else in matching, until somebody ends it.",
        )  # fmt: skip
        options = [(False, f"In {where}"), (True, f"In any post of {employer}")]
        self.form.add("whole_employer", "Where", ChoiceField(options), value=False, needed=True)
        self.form.add("reason", "Why", LongTextField(lines=3), needed=True, help_text=_PLAIN)

    def value(self, answers: Answers) -> SaidBan:
        """What was chosen."""
        return SaidBan(bool(answers["whole_employer"]), str(answers["reason"]))


class EndRule(FormDialog):
    """Which pin or ban ends, of those there are, and why."""

    def __init__(self, who: str, held: list[tuple[str, str]], parent: QWidget | None) -> None:
        super().__init__(f"End a pin or ban of {who}", "End it", parent)
        self.form.add("rule", "Which", ChoiceField(held), value=held[0][0], needed=True)
        self.form.add("reason", "Why it ends", LongTextField(lines=3), needed=True, help_text=_PLAIN)

    def value(self, answers: Answers) -> tuple[str, str]:
        """Its key, and the reason."""
        return str(answers["rule"]), str(answers["reason"])


class WriteWeights(FormDialog):
    """How much each factor counts."""

    def __init__(self, vault: Database, parent: QWidget | None) -> None:
        super().__init__(
            "Weights of matching", "Save weights", parent, width=560,
            intro=f"From 0 (does not count) to {MOST}. Must-haves are not weighed: they hold, or they do not.",
        )  # fmt: skip
        for factor, weight in weights(vault).items():
            field = number_field(least=0, most=MOST)
            self.form.add(
                factor.value, factor.label, field, value=weight, needed=True, help_text=MEANING[factor]
            )

    def value(self, answers: Answers) -> dict[Factor, int]:
        """The weight of every factor."""
        return {factor: answers[factor.value] for factor in Factor}


class WriteSpeed(FormDialog):
    """How one way of travelling is reckoned; choosing another shows how that is."""

    def __init__(self, vault: Database, parent: QWidget | None) -> None:
        super().__init__(
            "How ways to work are reckoned", "Save", parent, width=520,
            intro="Reckoned from the straight line between two postcodes. Times are a guide, and are to be tried.",
        )  # fmt: skip
        self._held = speeds(vault)
        modes = [(mode, mode.label) for mode in TravelMode]
        self._mode = self.form.add("mode", "Way", ChoiceField(modes), value=TravelMode.BUS, needed=True)
        add = self.form.add
        add("tenths_an_hour", "Miles an hour", TextField(_read_tenths, _say_tenths), needed=True,
            help_text="On the way, without waiting. Such as 11 or 2.5.")  # fmt: skip
        add("wait_minutes", "Minutes of waiting or parking", number_field(least=0, most=120), needed=True)
        add(
            "detour_percent",
            "Percent longer than the straight line",
            number_field(least=0, most=300),
            needed=True,
        )
        self._mode.changed.connect(self._show_mode)
        self._show_mode()

    @Slot()
    def _show_mode(self) -> None:
        mode = self._mode.answer()
        if mode is not None:
            for name, value in self._held[mode]._asdict().items():
                self.form.rows[name].field.show_answer(value)

    def value(self, answers: Answers) -> tuple[TravelMode, Speed]:
        """The way, and how it is reckoned."""
        return answers["mode"], Speed(
            answers["tenths_an_hour"], answers["wait_minutes"], answers["detour_percent"]
        )


def _read_tenths(text: str) -> int:
    whole, _, part = text.partition(".")
    if not whole.isdecimal() or (part and not part.isdecimal()) or len(part) > 1:
        raise Problem(f"“{text}” is no number of miles an hour. Write one as 11 or 2.5.")
    return int(whole) * 10 + int(part or 0)


def _say_tenths(tenths: int) -> str:
    return number(tenths / 10, 1).removesuffix(".0")
