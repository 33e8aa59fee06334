"""Small dialogs about a profile: a meeting, a check with its days, a task or an adjustment to choose from."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import suggesting, words_field
from desktop.widgets.forms.fields import DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.tick_grid import GridRow, TickGridField
from workforce.iwork.people.people import Person
from workforce.iwork.profile.checks import CheckHeld
from workforce.iwork.profile.meetings import MeetingFacts, Part, ProfileMeeting, covered_parts, covered_words
from workforce.iwork.vocabulary import CheckKind, CheckState

_COVERED = "covered"


class WriteMeeting(FormDialog):
    """A meeting about the profile; `ask_next` is what a new one suggests for the next time."""

    def __init__(
        self, whose: Person, parent: QWidget | None, *, today: date, held: ProfileMeeting | None = None,
        ask_next: str = "",
    ) -> None:  # fmt: skip
        title = f"Meeting with {whose.reference}"
        super().__init__(title, "Save changes" if held else "Add meeting", parent)
        start = held or ProfileMeeting("", whose.id, today, next_time=ask_next)
        parts, more = covered_parts(start.covered)
        add = self.form.add
        add("met_on", "Met on", DateField(today=today), value=start.met_on, needed=True)
        add("with_whom", "Who else was there", TextField(), value=start.with_whom,
            help_text="As “their mother”, “a support worker”.")  # fmt: skip
        rows = [GridRow(part.value, part.label) for part in Part]
        field = TickGridField(rows, [(_COVERED, "Talked about")], height=305)
        value = {_COVERED: [part.value for part in parts]}
        add("parts", "What was talked about", field, value=value)
        add("more", "What else", LongTextField(lines=2), value=more)
        add("next_time", "For the next time", LongTextField(lines=3), value=start.next_time)

    def value(self, answers: Answers) -> MeetingFacts:
        """What is to be kept."""
        more = answers["more"].replace("\n", " ").replace(";", ",")
        return MeetingFacts(
            met_on=answers["met_on"], with_whom=answers["with_whom"],
            covered=covered_words([Part(one) for one in answers["parts"][_COVERED]], more),
            next_time=answers["next_time"],
        )  # fmt: skip


@dataclass(frozen=True)
class WrittenCheck:
    """What is to be kept of a check."""

    kind: CheckKind
    state: CheckState
    dated_on: date | None
    until_on: date | None
    note: str


class WriteCheck(FormDialog):
    """How one check stands. What a check found is not kept here."""

    def __init__(
        self, whose: Person, parent: QWidget | None, *, today: date, held: CheckHeld | None = None
    ) -> None:
        super().__init__(
            f"Check of {whose.reference}", "Save check", parent,
            intro="Whether it is held and until when. What a check found is not kept here.",
        )  # fmt: skip
        add = self.form.add
        add("kind", "Check", words_field(CheckKind), value=held.kind if held else None, needed=True)
        add(
            "state",
            "Where it stands",
            words_field(CheckState),
            value=held.state if held else CheckState.HELD,
            needed=True,
        )
        add(
            "dated_on",
            "Dated, or applied for on",
            DateField(today=today),
            value=held.dated_on if held else None,
        )
        add("until_on", "Runs out on", DateField(today=today), value=held.until_on if held else None,
            help_text="The last day on which it counts. Left empty, it does not run out.")  # fmt: skip
        add("note", "Note", TextField(), value=held.note if held else "")

    def value(self, answers: Answers) -> WrittenCheck:
        """What is to be kept."""
        return WrittenCheck(
            answers["kind"], answers["state"], answers["dated_on"], answers["until_on"], answers["note"]
        )


@dataclass(frozen=True)
class WrittenWord:
    """What is to be kept of a task or an adjustment."""

    name: str
    easy: str
    area: str = ""


class WriteWord(FormDialog):
    """A task (with its area) or an adjustment that profiles and posts can choose."""

    def __init__(
        self, called: str, parent: QWidget | None, *, areas: list[str] | None = None,
        held: WrittenWord | None = None,
    ) -> None:  # fmt: skip
        article = "an" if called.startswith("a") else "a"
        title = f"Change the {called}" if held else f"Add {article} {called}"
        super().__init__(title, "Save changes" if held else f"Add {called}", parent)
        add = self.form.add
        add("name", "Name", TextField(), value=held.name if held else "", needed=True,
            help_text="Profiles and posts that have it will say it like this.")  # fmt: skip
        example = "“wiping the tables”" if areas is not None else "“Show me, then let me try.”"
        add("easy", "In easy words", TextField(), value=held.easy if held else "",
            help_text=f"For the easy-read profile: {example}")  # fmt: skip
        self._has_area = areas is not None
        if areas is not None:
            add("area", "Area", suggesting(TextField(), areas), value=held.area if held else "")

    def value(self, answers: Answers) -> WrittenWord:
        """What is to be kept."""
        return WrittenWord(answers["name"], answers["easy"], answers["area"] if self._has_area else "")
