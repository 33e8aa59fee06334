"""Recording what CQC published of a service on one day, and putting one rating right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import CheckField, ChoiceField, DateField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.ratings import DatedRating
from engagement.register.vocabulary import KeyQuestion, Rating
from resources.problem import Problem
from resources.wording import date_short


@dataclass(frozen=True)
class NewRatings:
    """Ratings by question, all published on one day."""

    published_on: date
    ratings: Mapping[KeyQuestion, Rating]
    inherited: bool


@dataclass(frozen=True)
class CorrectedRating:
    """What one rating should say; `remove` takes it away instead."""

    held: DatedRating
    rating: Rating
    published_on: date
    remove: bool


class RecordRating(FormDialog):
    """The overall rating and the five questions; what was not published is left empty."""

    def __init__(self, name: str, today: date, parent: QWidget | None) -> None:
        intro = "What CQC’s report says. Leave a question empty where it gave no rating for it."
        super().__init__(f"Rating of {name}", "Record rating", parent, intro=intro)
        self.form.add("published_on", "Published", DateField(today=today), needed=True)
        for question in KeyQuestion:
            self.form.add(question.value, question.label, words_field(Rating))
        self.form.add(
            "inherited", "", CheckField("Inherited from an earlier registration of the same service")
        )

    def value(self, answers: Answers) -> NewRatings:
        """The ratings; one at least."""
        given = {question: answers[question.value] for question in KeyQuestion if answers[question.value]}
        if not given:
            raise Problem("No rating was chosen. Choose the overall rating, or one of the questions.")
        return NewRatings(answers["published_on"], given, answers["inherited"])


_CQCS_OWN = "CQC’s own can be corrected too, but the next file that gives them otherwise sets them back."


class CorrectRating(FormDialog):
    """Put one rating right; one that was typed by hand can be removed. The newest is offered first."""

    def __init__(self, name: str, held: Sequence[DatedRating], today: date, parent: QWidget | None) -> None:
        intro = "" if all(each.is_by_hand for each in held) else _CQCS_OWN
        super().__init__(f"Ratings of {name}", "Save changes", parent, intro=intro)
        self._held = {each.id: each for each in held}
        self._which = ChoiceField([(each.id, _words(each)) for each in held])
        add = self.form.add
        add("key", "Which rating", self._which, value=held[0].id, needed=True)
        add("rating", "Rating", words_field(Rating), needed=True)
        add("published_on", "Published", DateField(today=today), needed=True)
        add("remove", "", CheckField("This rating was never published: remove it"))
        self._which.changed.connect(self._show_chosen)
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        place = self._which.box.currentIndex()
        if place < 0:
            return
        chosen = list(self._held.values())[place]
        self.form.rows["rating"].field.show_answer(chosen.rating)
        self.form.rows["published_on"].field.show_answer(chosen.published_on)
        self.form.rows["remove"].field.show_answer(False)
        self.form.show_row("remove", chosen.is_by_hand)

    def value(self, answers: Answers) -> CorrectedRating:
        """What is to become of which."""
        held = self._held[answers["key"]]
        return CorrectedRating(held, answers["rating"], answers["published_on"], bool(answers.get("remove")))


def _words(held: DatedRating) -> str:
    from_cqc = "" if held.is_by_hand else " (CQC’s own)"
    return f"{date_short(held.published_on)}: {held.question.label} {held.rating.label}{from_cqc}"
