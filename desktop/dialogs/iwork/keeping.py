"""How long a record is kept: its review, its closing, its deletion in two steps, and the usual spans."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import suggesting, words_field
from desktop.widgets.forms.fields import DateField, LongTextField, TextField, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from resources.problem import FieldProblem
from resources.wording import and_list, count_of, date_words
from workforce.iwork.people.mentions import Mention
from workforce.iwork.people.people import Person
from workforce.iwork.people.why_held import MOST_MONTHS, MOST_YEARS, Retention
from workforce.iwork.vocabulary import ClosedReason


@dataclass(frozen=True)
class Reviewed:
    """What came of looking at a record again."""

    on: date
    next_on: date
    delete_by: date
    words: str


class WriteReview(FormDialog):
    """A record was looked at; the usual spans stand ready."""

    def __init__(self, whose: Person, usual: Retention, today: date, parent: QWidget | None) -> None:
        super().__init__(
            f"Look at {whose.reference} again", "Save the review", parent,
            intro="Is it still needed, is it right, do they still agree? What is wrong is put right first.",
        )  # fmt: skip
        add = self.form.add
        add("on", "Looked at on", DateField(today=today), value=today, needed=True)
        add("next_on", "Look again by", DateField(today=today), value=usual.review_after(today), needed=True)
        until = usual.delete_after(whose.closed_on or today)
        add("delete_by", "Kept until", DateField(today=today), value=until, needed=True,
            help_text=f"Usually until {date_words(until)}. Longer needs a reason.")  # fmt: skip
        add("words", "What came of it", LongTextField(lines=3))

    def value(self, answers: Answers) -> Reviewed:
        """What came of it."""
        return Reviewed(**answers)


@dataclass(frozen=True)
class ToClose:
    """Why and when the team’s work with somebody ended."""

    reason: ClosedReason
    on: date


class CloseRecord(FormDialog):
    """The team’s work with somebody is over."""

    def __init__(self, whose: Person, usual: Retention, today: date, parent: QWidget | None) -> None:
        until = date_words(usual.delete_after(today))
        super().__init__(
            f"Close {whose.reference}", "Close the record", parent,
            intro=f"They are matched to nothing any more. Closed today, the record is kept until {until}.",
        )  # fmt: skip
        self.form.add("reason", "Why", words_field(ClosedReason), needed=True)
        self.form.add("on", "On", DateField(today=today), value=today, needed=True)

    def value(self, answers: Answers) -> ToClose:
        """Why and when."""
        return ToClose(answers["reason"], answers["on"])


# --- deletion in two steps --------------------------------------------------------------------------------------

_REASONS = ("They asked for it", "The record is no longer needed", "They do not agree to be on the register")


class AskPurge(FormDialog):
    """The first step: nothing is deleted yet."""

    def __init__(self, whose: Person, parent: QWidget | None) -> None:
        super().__init__(
            f"Ask for {whose.reference} to be deleted", "Ask for deletion", parent,
            intro="From now on the record is matched to nothing and altered by nobody. Tomorrow, or by somebody else "
            "of the team today, it can be deleted for good. Until then it can be kept after all.",
        )  # fmt: skip
        self.form.add("reason", "Why", suggesting(TextField(), _REASONS), needed=True,
                      help_text="As “They asked for it”.")  # fmt: skip

    def value(self, answers: Answers) -> str:
        """The reason."""
        return str(answers["reason"])


class PurgeForGood(FormDialog):
    """The second step: the reference is typed, so that nobody is deleted by one slip."""

    def __init__(
        self, whose: Person, mentions: list[Mention], in_backups: str, parent: QWidget | None
    ) -> None:
        super().__init__(
            f"Delete {whose.reference} for good", "Delete for good", parent,
            intro="Their record, profile, placements, support and consents, who looked at them and what was ever "
            "changed are taken out of the file. It cannot be undone, and nothing done before can be undone then.",
        )  # fmt: skip
        self._whose = whose
        if mentions:
            self.form.add_widget(label(_told(mentions), wrap=True))
        self.form.add_widget(label(in_backups, "small", wrap=True))
        self.form.add("reference", "Type the reference", TextField(), needed=True,
                      help_text=f"{whose.reference}, to say that you mean this record.")  # fmt: skip

    def value(self, answers: Answers) -> str:
        """The reference, as it is."""
        said = " ".join(str(answers["reference"]).upper().split())
        if said != self._whose.reference:
            raise FieldProblem("reference", f"This record is {self._whose.reference}. Type that, or cancel.")
        return said


def _told(mentions: list[Mention]) -> str:
    places = [f"{one.kind.lower()} ({one.heading.lower()})" for one in mentions[:4]]
    return (
        f"Their name also stands in {count_of(len(mentions), 'other place')}: {and_list(places)}. That is about others "
        "and stays as it is: take the name out there first."
    )


# --- what is usual ----------------------------------------------------------------------------------------------


class WriteRetention(FormDialog):
    """Why and how long new records are kept."""

    def __init__(self, usual: Retention, parent: QWidget | None) -> None:
        super().__init__("How long records are kept", "Save", parent,
                         intro="New records begin with this; those held already keep their own.")  # fmt: skip
        add = self.form.add
        add("why", "Why we hold this", LongTextField(lines=5), value=usual.why, needed=True)
        add("review_months", "Looked at again after, in months", number_field(least=1, most=MOST_MONTHS),
            value=usual.review_months, needed=True)  # fmt: skip
        add("keep_years", "Kept after the last look or the closing, in years",
            number_field(least=1, most=MOST_YEARS), value=usual.keep_years, needed=True)  # fmt: skip

    def value(self, answers: Answers) -> Retention:
        """What is usual from now on."""
        return Retention(answers["why"], answers["review_months"], answers["keep_years"])
