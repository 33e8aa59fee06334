"""Guests of the ceremony: one of them, whom to gather, what several answered, and where they sit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from awards.ceremony.gathering import USUAL, GuestsFrom
from awards.ceremony.guests import MOST_PLACES, Guest
from awards.vocabulary import Consent, GuestAnswer, GuestRole
from desktop.dialogs.choices import suggesting, words_field
from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    number_field,
)
from desktop.widgets.forms.form import Answers, FormDialog
from resources.wording import count_of


class WriteGuest(FormDialog):
    """One guest; `held` is the one to change."""

    def __init__(
        self, today: date, parent: QWidget | None, *, held: Guest | None = None, tables: Sequence[str] = ()
    ) -> None:
        title, verb = (f"Change {held.name}", "Save changes") if held else ("Add a guest", "Add guest")
        super().__init__(title, verb, parent, width=560)
        kept: Mapping[str, Any] = vars(held) if held else {"role": GuestRole.GUEST, "places": 1}
        add = self.form.add
        add("name", "Name", TextField(), value=kept.get("name"), needed=True)
        add("organisation", "Organisation", TextField(), value=kept.get("organisation"))
        add("role", "Comes as", words_field(GuestRole), value=kept["role"], needed=True)
        add("email", "E-mail address", TextField(), value=kept.get("email"))
        add("places", "Places", number_field(least=1, most=MOST_PLACES), value=kept["places"], needed=True,
            help_text="Theirs, and those of whom they bring.")  # fmt: skip
        self.form.add_heading("What they answered")
        add(
            "answer",
            "Answer",
            words_field(GuestAnswer),
            value=kept.get("answer", GuestAnswer.NOT_ASKED),
            needed=True,
        )
        add("asked_on", "Asked on", DateField(today=today), value=kept.get("asked_on"))
        add("diet", "Food", TextField(placeholder="2 vegan; 1 halal"), value=kept.get("diet"),
            help_text="Kinds with a semicolon between; without a number it is one person.")  # fmt: skip
        add("access", "Access", TextField(placeholder="Step-free, hearing loop"), value=kept.get("access"))
        add(
            "table_name",
            "Table",
            suggesting(TextField(placeholder="Table 1"), tables),
            value=kept.get("table_name"),
        )
        self.form.add_heading("Photographs")
        add(
            "photo",
            "May be photographed",
            words_field(Consent),
            value=kept.get("photo", Consent.NOT_ASKED),
            needed=True,
        )
        add("photo_asked_on", "Asked on", DateField(today=today), value=kept.get("photo_asked_on"),
            help_text="What a nominee says is kept of the nominee too.")  # fmt: skip
        add("note", "Note", LongTextField(lines=2), value=kept.get("note"))

    def value(self, answers: Answers) -> Answers:
        """What is to be kept."""
        return answers


class GatherGuests(FormDialog):
    """Which groups are put on the list. Who is on it already is kept."""

    def __init__(self, parent: QWidget | None, *, announced: bool) -> None:
        intro = "Each person once, with what the register knows of them. Who is on the list already stays as they are."
        super().__init__("Gather guests", "Add them", parent, intro=intro)
        for group in GuestsFrom:
            if group is GuestsFrom.HONOURED and not announced:
                continue  # a list of winners would tell of them
            self.form.add(group.value, "", CheckField(group.label), value=group in USUAL)

    def value(self, answers: Answers) -> tuple[GuestsFrom, ...]:
        """The groups chosen."""
        return tuple(group for group in GuestsFrom if answers.get(group.value))


@dataclass(frozen=True)
class Answered:
    """What several guests said, and the day on which it was said or asked."""

    said: Any
    on: date


class NoteAnswers(FormDialog):
    """Whether the guests selected come."""

    def __init__(self, some: Sequence[Guest], today: date, parent: QWidget | None) -> None:
        super().__init__(f"Answer of {_who(some)}", "Note it", parent)
        self.form.add("said", "Answer", words_field(GuestAnswer), value=GuestAnswer.YES, needed=True)
        self.form.add("on", "Day", DateField(today=today), value=today, needed=True,
                      help_text="Kept as the day on which they were asked, where none is kept yet.")  # fmt: skip

    def value(self, answers: Answers) -> Answered:
        """What was said."""
        return Answered(answers["said"], answers["on"])


class NotePhotos(FormDialog):
    """Whether the guests selected may be photographed."""

    def __init__(self, some: Sequence[Guest], today: date, parent: QWidget | None) -> None:
        intro = "Ask before the day: photographs of somebody who did not agree are not used."
        super().__init__(f"Photographs of {_who(some)}", "Note it", parent, intro=intro)
        self.form.add("said", "May be photographed", words_field(Consent), value=Consent.YES, needed=True)
        self.form.add("on", "Asked on", DateField(today=today), value=today, needed=True)

    def value(self, answers: Answers) -> Answered:
        """What was said."""
        return Answered(answers["said"], answers["on"])


class SeatGuests(FormDialog):
    """At which table the guests selected sit."""

    def __init__(
        self, some: Sequence[Guest], tables: Sequence[tuple[str, int]], parent: QWidget | None
    ) -> None:
        places = count_of(sum(one.places for one in some), "place")
        super().__init__(f"Seat {_who(some)}", "Seat them", parent, intro=f"They need {places}.")
        known = [(name, f"{name}, {count_of(taken, 'place')} taken") for name, taken in tables]
        if known:
            self.form.add("known", "Table", ChoiceField([("", "Another"), *known]), value="")
        self.form.add("table_name", "Another table" if known else "Table", TextField(placeholder="Table 1"),
                      help_text="Left empty where none is chosen above, they have no table.")  # fmt: skip

    def value(self, answers: Answers) -> str:
        """Its name."""
        return str(answers["table_name"] or answers.get("known") or "")


def _who(some: Sequence[Guest]) -> str:
    return some[0].name if len(some) == 1 else count_of(len(some), "guest")
