"""Recording what CQC published of a service on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import CheckField, DateField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.vocabulary import KeyQuestion, Rating
from resources.problem import Problem


@dataclass(frozen=True)
class NewRatings:
    """Ratings by question, all published on one day."""

    published_on: date
    ratings: Mapping[KeyQuestion, Rating]
    inherited: bool


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
