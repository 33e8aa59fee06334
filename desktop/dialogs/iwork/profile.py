"""The vocational profile of somebody, part by part, with what is still to ask beside it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import cast

from PySide6.QtWidgets import QLabel, QWidget

from desktop.dialogs.iwork.week_field import HELP, WeekField
from desktop.widgets.flow import FlowLayout
from desktop.widgets.forms.fields import ChoiceField, DateField, Field, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.tick_grid import GridRow, TickGridField
from desktop.widgets.parts import button, label
from resources.database import Database
from resources.problem import FieldProblem, Problem
from resources.wording import count_of
from workforce.iwork.people.people import Person
from workforce.iwork.profile.adjustments import adjustments
from workforce.iwork.profile.contradictions import contradictions, missing
from workforce.iwork.profile.profiles import ProfileFacts
from workforce.iwork.profile.tasks import tasks
from workforce.iwork.profile.travel import Way, most_typed, read_most
from workforce.iwork.profile.whole import WholeProfile
from workforce.iwork.profile.writing import SaidProfile
from workforce.iwork.times import hours_said, read_hours
from workforce.iwork.vocabulary import (
    BuddyNeed,
    CheckKind,
    CheckState,
    Level,
    Need,
    Sense,
    TaskWish,
    TravelMode,
)

ANY = "any"
_DONE = "done"
_SHOWN = 4
_FACTS = tuple(ProfileFacts.__annotations__)
_WORDS = (
    ("strengths", "Strengths", "What they are good at, in their own words where you can."),
    ("interests", "Interests", ""),
    ("experience", "Experience", "Jobs, volunteering, college, at home."),
    ("wishes", "What they hope for", ""),
    ("communication", "How best to communicate", "What helps them to understand, and to be understood."),
)
_SETTING = {
    Sense.NOISE: "Noise, at most",
    Sense.HEAT: "Heat, at most",
    Sense.PEOPLE: "People around, at most",
    Sense.SMELLS: "Smells, at most",
}


class WriteProfile(FormDialog):
    """`held` is the profile as it stands; nothing in the title says whose it is but the reference."""

    def __init__(
        self, vault: Database, whose: Person, held: WholeProfile, parent: QWidget | None, *, today: date
    ) -> None:
        super().__init__(f"Profile of {whose.reference}", "Save profile", parent, width=720)
        self._vault, self._held = vault, held
        self._headings: dict[str, QLabel] = {}
        self.still = label(asking_words(held, today), "quiet", wrap=True)
        self.form.add_widget(self.still)
        ways = QWidget()
        self._ways = FlowLayout(ways)
        self.form.add_widget(ways)
        self._add_words()
        self._add_tasks()
        self._add_setting()
        self._add_hours()
        self._add_travel()
        self._add_support()
        self._add_checks()

    # The parts

    def _part(self, words: str) -> None:
        heading = self.form.add_heading(words)
        self._headings[words] = heading
        way = button(words, "link")
        way.setAccessibleName(f"Go to {words}")
        way.clicked.connect(partial(self.go_to, words))
        self._ways.addWidget(way)

    def go_to(self, words: str) -> None:
        """Bring a part to the top."""
        self._scroll.verticalScrollBar().setValue(
            self._headings[words].mapTo(self._inside, self.rect().topLeft()).y() - 8
        )

    def _add_words(self) -> None:
        self._part("Strengths")
        for name, words, help_text in _WORDS:
            value = getattr(self._held.profile, name)
            self.form.add(name, words, LongTextField(lines=2), value=value, help_text=help_text)

    def _add_tasks(self) -> None:
        self._part("Tasks")
        held = self._held.tasks
        known = {one.id: one for one in (*tasks(self._vault), *(one.task for one in held))}
        rows = [GridRow(one.id, one.name, one.area or "Other") for one in known.values()]
        headings = [*((wish.value, wish.label) for wish in TaskWish), (_DONE, "Done before")]
        field = TickGridField(
            sorted(rows, key=lambda row: (row.group, row.words.casefold())),
            headings,
            find="Letters of a task",
        )
        ticked = {wish.value: [one.task.id for one in held if one.wish is wish] for wish in TaskWish}
        ticked[_DONE] = [one.task.id for one in held if one.done_before]
        self.form.add("tasks", "Tasks", field, value=ticked,
                      help_text="A task may be ticked twice where they are torn: it is shown until it is asked again. "
                      "“Done before” counts for tasks that have another tick.")  # fmt: skip

    def _add_setting(self) -> None:
        self._part("Setting")
        for sense, words in _SETTING.items():
            field = ChoiceField([(None, "Not asked"), *((level, level.label) for level in Level)])
            field.box.setCurrentIndex(0)
            self.form.add(sense.value, words, field, value=self._held.profile.level(sense))

    def _add_hours(self) -> None:
        self._part("Hours")
        held = self._held.profile
        add = self.form.add
        add("minutes_wanted", "Hours a week wanted", _hours(), value=held.minutes_wanted)
        add("minutes_most", "Hours a week at most", _hours(), value=held.minutes_most,
            help_text="What they can do without harm to health or benefits.")  # fmt: skip
        add("week", "Days and times they can work", WeekField(), value=self._held.week, help_text=HELP)
        add("ready_from", "Ready from", DateField(), value=held.ready_from)

    def _add_travel(self) -> None:
        self._part("Travel")
        held = {way.mode: way for way in self._held.ways}
        for mode in TravelMode:
            way = held.get(mode)
            value = None if way is None else most_typed(way) or ANY
            help_text = "" if mode is not TravelMode.WALK else (
                f"How long or how far at most: “40 minutes”, “1.5 miles”, or “{ANY}”. Left empty: not like that."
            )  # fmt: skip
            self.form.add(mode.value, mode.label, TextField(), value=value, help_text=help_text)

    def _add_support(self) -> None:
        self._part("Support")
        held = self._held
        add = self.form.add
        buddy = ChoiceField([(need, need.label) for need in BuddyNeed])
        add("buddy", "A colleague beside them", buddy, value=held.profile.buddy)
        known = {one.id: one for one in (*adjustments(self._vault), *(one.adjustment for one in held.needs))}
        rows = [GridRow(one.id, one.name) for one in known.values()]
        needs = [(need.value, need.label) for need in Need]
        chosen = {one.adjustment.id for one in held.needs}  # they stand first
        rows.sort(key=lambda row: (row.key not in chosen, row.words.casefold()))
        field = TickGridField(
            rows, needs, alone=[need.value for need in Need], find="Letters of an adjustment", height=240
        )
        ticked = {need.value: [one.adjustment.id for one in held.needed(need)] for need in Need}
        add("needs", "Adjustments", field, value=ticked,
            help_text="“Must have” leaves out every post without it: tick it only where it is so.")  # fmt: skip
        add("support_at_work", "Support at work", LongTextField(lines=2), value=held.profile.support_at_work,
            help_text="What helps, not why: no diagnosis stands here.")  # fmt: skip

    def _add_checks(self) -> None:
        self._part("Checks")
        states = [(state.value, state.label) for state in CheckState]
        rows = [GridRow(kind.value, kind.label) for kind in CheckKind]
        field = TickGridField(rows, states, alone=[state.value for state in CheckState], height=244)
        value = {
            state.value: [one.kind.value for one in self._held.checks if one.state is state]
            for state in CheckState
        }
        self.form.add("checks", "Checks", field, value=value,
                      help_text="From when until when is kept with “Set a check”.")  # fmt: skip

    # The answer

    def value(self, answers: Answers) -> SaidProfile:
        """What is to be kept."""
        facts = cast(ProfileFacts, {name: answers[name] for name in _FACTS if name in answers})
        ticked: Mapping[str, Sequence[str]] = answers["tasks"]
        return SaidProfile(
            facts,
            wishes={wish: tuple(ticked[wish.value]) for wish in TaskWish},
            done_before=tuple(ticked[_DONE]),
            week=tuple(answers["week"]),
            ways=self._said_ways(answers),
            needs={key: need for need in reversed(Need) for key in answers["needs"][need.value]},
            checks={
                CheckKind(kind): state for state in CheckState for kind in answers["checks"][state.value]
            },
        )

    def _said_ways(self, answers: Answers) -> tuple[Way, ...]:
        held = {way.mode: way for way in self._held.ways}
        found = []
        for mode in TravelMode:
            said = answers[mode.value]
            if not said:
                continue
            before = held.get(mode)
            if before is not None and said == (most_typed(before) or ANY):
                found.append(before)  # a most of both kinds, and a note, stay
                continue
            minutes, tenths = (None, None) if said.casefold() == ANY else _most(mode, said)
            found.append(Way(mode, minutes, tenths, before.note if before else ""))
        return tuple(found)


def _most(mode: TravelMode, said: str) -> tuple[int | None, int | None]:
    try:
        return read_most(said)
    except Problem as problem:
        raise FieldProblem(mode.value, f"{mode.label}: {problem.sentence}") from None


def _hours() -> Field:
    return TextField(read_hours, hours_said, placeholder="7.5")


def asking_words(whole: WholeProfile, today: date) -> str:
    """What stands above the parts: what to ask again, then what is still to ask, the most needed first."""
    again = contradictions(whole, today=today)
    first = [one.question for one in sorted(missing(whole), key=lambda one: not one.matters)]
    lines = [f"Ask again: {said}" for said in again]
    lines += [f"Still to ask: {question}" for question in first[:_SHOWN]]
    if len(first) > _SHOWN:
        lines.append(f"And {count_of(len(first) - _SHOWN, 'more question')}.")
    return "\n".join(lines) or "Nothing is left to ask."
