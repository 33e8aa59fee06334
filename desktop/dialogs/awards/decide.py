"""What the panel decides: an honour, finalists, that nobody wins, or that a decision is taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from awards.nominations.entries import Entry
from awards.results.deciding.decisions import Decision
from awards.results.harshness import Harshness
from awards.results.standings import CategoryStanding, NomineeStanding
from awards.results.tables import place_words
from awards.results.worth_knowing import (
    alike_words,
    of_category,
    of_choice,
    points,
    too_few_words,
    what_if_sentences,
)
from awards.vocabulary import EntryStatus, Outcome, TieBrokenBy
from desktop.widgets.forms.fields import CheckField, ChoiceField, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.several import SeveralField
from desktop.widgets.parts import label
from resources.wording import count_of, lower_first

HONOURS = (Outcome.WINNER, Outcome.HIGHLY_COMMENDED, Outcome.RUNNER_UP)
STAYS = "stays"
_MOST_TOLD = 4
_TIES = (TieBrokenBy.CHAIR, TieBrokenBy.JOINT)


@dataclass(frozen=True)
class Decided:
    """What was decided on a nominee."""

    outcome: Outcome
    tie: TieBrokenBy
    adjusted: bool
    reason: str
    on_too_few: bool = False


class DecideOn(FormDialog):
    """An honour for one nominee; what speaks against it is said above."""

    def __init__(
        self, held: CategoryStanding, one: NomineeStanding, parent: QWidget | None, *, adjusted: bool = False
    ) -> None:
        intro = (
            f"{_standing_words(one, adjusted=adjusted)} Nobody outside hears of it before the announcement."
        )
        super().__init__(f"Decide on {one.nominee.name}", "Decide", parent, intro=intro, width=600)
        self._level = bool((place := one.place(adjusted=adjusted)) and place.level)
        self._tell("To be known first", of_choice(held, one.key, adjusted=adjusted))
        self._tell("What would change the order", _few(what_if_sentences(held)))
        self._outcome = self.form.add(
            "outcome", "Honour", ChoiceField([(each, each.label) for each in HONOURS]), value=Outcome.WINNER,
            needed=True,
        )  # fmt: skip
        ties = [(TieBrokenBy.NOT_TIED, "Nothing yet"), *((each, each.label) for each in _TIES)]
        self.form.add("tie", "The tie was broken by", ChoiceField(ties), value=TieBrokenBy.NOT_TIED,
                      help_text=self._tie_help(held, one, adjusted))  # fmt: skip
        self.form.add("adjusted", "", CheckField("The panel went by the mean adjusted for harshness"),
                      value=adjusted)  # fmt: skip
        self.form.add("on_too_few", "", CheckField("The panel decides on too few scores"), value=False,
                      help_text="Say in the reason why it does.")  # fmt: skip
        self.form.add("reason", "The panel’s reason", LongTextField(lines=4), needed=True,
                      help_text="It is kept with the figures of today, and is not for publication.")  # fmt: skip
        self.form.show_row("on_too_few", bool(too_few_words(held, one)))
        self.form.show_row("adjusted", isinstance(held.harshness, Harshness))
        self.form.show_row("tie", self._level)

    def _tell(self, heading: str, told: Sequence[str]) -> None:
        if told:
            self.form.add_heading(heading)
        for sentence in told:
            self.form.add_widget(label(sentence, wrap=True, copyable=True))

    @staticmethod
    def _tie_help(held: CategoryStanding, one: NomineeStanding, adjusted: bool) -> str:
        place = one.place(adjusted=adjusted)
        names = [held.names[key] for key in place.level] if place else []
        return f"Level with {', '.join(names)}, also by the round’s rule." if names else ""

    def value(self, answers: Answers) -> Decided:
        """What was answered."""
        return Decided(
            answers["outcome"], answers.get("tie") or TieBrokenBy.NOT_TIED, bool(answers.get("adjusted")),
            str(answers["reason"]), bool(answers.get("on_too_few")),
        )  # fmt: skip


def _few(told: Sequence[str]) -> list[str]:
    more = len(told) - _MOST_TOLD
    return [*told[:_MOST_TOLD], *([f"{more:,} more beside the results of the nominee."] if more > 0 else [])]


def _standing_words(one: NomineeStanding, *, adjusted: bool) -> str:
    place = place_words(one, adjusted=adjusted)
    scores = count_of(one.summary.number, "judge")
    stands = f"place {place}" if place and place[0].isdigit() else "no place"
    return f"{one.nominee.reference}: {stands}, mean {points(one.summary.mean) or '–'} of {scores}."


class NotAward(FormDialog):
    """Nobody wins this category, with the reason."""

    def __init__(self, held: CategoryStanding, parent: QWidget | None) -> None:
        intro = f"“{held.category.name}” has no winner. Others can be highly commended all the same."
        super().__init__("Do not award the category", "Do not award", parent, intro=intro, width=560)
        for sentence in of_category(held)[:1] if held.nominees else ():
            self.form.add_widget(label(sentence, "quiet", wrap=True))
        self.form.add("reason", "The panel’s reason", LongTextField(lines=4), needed=True,
                      help_text="It is kept with the figures of today, and is not for publication.")  # fmt: skip

    def value(self, answers: Answers) -> str:
        """The reason."""
        return str(answers["reason"])


@dataclass(frozen=True)
class Finalists:
    """Who goes on; the reason where somebody is a finalist no more."""

    keys: tuple[str, ...]
    reason: str


class ChooseFinalists(FormDialog):
    """Who of those with the judges goes on; the others do not."""

    def __init__(
        self,
        held: CategoryStanding,
        among: Sequence[NomineeStanding],
        chosen: Sequence[str],
        parent: QWidget | None,
    ) -> None:
        most = held.category.finalists_in(held.round)
        intro = (
            f"{count_of(most, 'finalist')} at most in “{held.category.name}”. Those with the best places are ticked; "
            "of nominees level at the edge none is. Whoever is not ticked is not a finalist."
        )
        super().__init__("Choose the finalists", "Choose finalists", parent, intro=intro, width=600)
        self._were = {one.key for one in among if one.nominee.status is EntryStatus.SHORTLISTED}
        self._options = [(one.key, self._words(one)) for one in among]
        self._keys = self.form.add(
            "entry_ids",
            "Finalists",
            SeveralField("Finalists", self._options, nothing="Nobody"),
            value=tuple(chosen),
        )
        for sentence in alike_words(held, among):
            self.form.add_widget(label(sentence, wrap=True, copyable=True))
        self._told = label("", "quiet", wrap=True)
        self.form.add_widget(self._told)
        self.form.add("reason", "Why somebody is a finalist no more", LongTextField(lines=3),
                      help_text="It is kept with the nominee’s steps.")  # fmt: skip
        self._keys.changed.connect(self._turn)
        self._turn()

    @staticmethod
    def _words(one: NomineeStanding) -> str:
        place = place_words(one)
        return (
            f"{f'{place}: ' if place else ''}{one.nominee.name} ({points(one.summary.mean) or 'not scored'})"
        )

    @Slot()
    def _turn(self) -> None:
        chosen = self._keys.answer()
        self._told.setText("; ".join(words for key, words in self._options if key in chosen))
        self.form.show_row("reason", bool(self._were - set(chosen)))

    def value(self, answers: Answers) -> Finalists:
        """What was answered."""
        return Finalists(tuple(answers["entry_ids"]), str(answers.get("reason") or ""))


@dataclass(frozen=True)
class TakenBack:
    """Which decision ends, why, and where its nominee goes."""

    key: str
    reason: str
    to: EntryStatus | None


class TakeBack(FormDialog):
    """A decision that ends: a mistake, or a winner who withdrew. Nobody takes the place but by a new decision."""

    def __init__(
        self, among: Sequence[tuple[Decision, Entry | None]], parent: QWidget | None, *, chosen: str = ""
    ) -> None:
        intro = "It stays on file with the reason. Nobody takes the place but by a new decision of the panel."
        super().__init__("Take a decision back", "Take it back", parent, intro=intro, width=560)
        self._among = {one.id: who for one, who in among}
        options = [(one.id, _decision_words(one, who)) for one, who in among]
        self._which = self.form.add(
            "key",
            "Decision",
            ChoiceField(options),
            value=chosen or (options[0][0] if options else None),
            needed=True,
        )
        goes = [
            (STAYS, "Stands as before the decision"),
            (EntryStatus.WITHDRAWN, "Has withdrawn"),
            (EntryStatus.INELIGIBLE, "Is ineligible"),
        ]
        self.form.add("to", "The nominee", ChoiceField(goes), value=STAYS, needed=True)
        self.form.add("reason", "Reason", LongTextField(lines=3), needed=True)
        self._which.changed.connect(self._turn)
        self._turn()

    @Slot()
    def _turn(self) -> None:
        who = self._among.get(str(self._which.answer() or ""))
        self.form.show_row("to", who is not None and not who.status.is_out)

    def value(self, answers: Answers) -> TakenBack:
        """What was answered."""
        to = answers.get("to")
        return TakenBack(
            str(answers["key"]), str(answers["reason"]), to if isinstance(to, EntryStatus) else None
        )


def _decision_words(one: Decision, who: Entry | None) -> str:
    return f"{who.nominee}: {lower_first(one.outcome.label)}" if who else one.outcome.label


class WriteNote(FormDialog):
    """A note of the panel on a nominee."""

    def __init__(self, name: str, parent: QWidget | None, *, text: str = "") -> None:
        title, verb = ("Change the note", "Save changes") if text else ("Add a note", "Add note")
        super().__init__(
            title, verb, parent, intro=f"On {name}. Notes are the panel’s own and are not for publication."
        )
        self.form.add("text", "Note", LongTextField(lines=5), value=text, needed=True)

    def value(self, answers: Answers) -> str:
        """Its words."""
        return str(answers["text"])
