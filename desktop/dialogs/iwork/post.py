"""A post, part by part: what it is, when, what is done there, how it is there, and what can be arranged."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.dialogs.iwork.employer import employer_field, employer_pick
from desktop.dialogs.iwork.week_field import HELP, WeekField
from desktop.widgets.forms.fields import (
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    money_field,
)
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.tick_grid import GridRow, TickGridField
from resources.database import Database
from resources.problem import FieldProblem, Problem
from workforce.iwork.employers.employers import Employer
from workforce.iwork.posts.moving import FIRST
from workforce.iwork.posts.offers import offers_of
from workforce.iwork.posts.post_checks import post_checks_of
from workforce.iwork.posts.post_tasks import post_tasks_of
from workforce.iwork.posts.posts import NewPost, Post, PostFacts, read_places
from workforce.iwork.posts.shifts import checked_shifts, shifts_of
from workforce.iwork.posts.writing import SaidPost
from workforce.iwork.profile.adjustments import adjustments
from workforce.iwork.profile.tasks import tasks
from workforce.iwork.times import hours_said, read_hours
from workforce.iwork.vocabulary import (
    BuddyOffer,
    CheckKind,
    Contract,
    Level,
    Offer,
    PostStatus,
    Sense,
    ShiftPattern,
    WhenNeeded,
)

_FACTS = tuple(NewPost.__annotations__)
_CORE, _SWAP = "core", "swap"
_HERE = "In the post"
_SETTING = {
    Sense.NOISE: "Noise",
    Sense.HEAT: "Heat",
    Sense.PEOPLE: "People around",
    Sense.SMELLS: "Smells",
}


@dataclass(frozen=True)
class WrittenPost:
    """What is to be kept of a post; `facts` without its title."""

    employer_id: str
    title: str
    status: PostStatus
    facts: NewPost
    said: SaidPost

    @property
    def all_facts(self) -> PostFacts:
        """With the title, for one that is held already."""
        return {**self.facts, "title": self.title}


class WritePost(FormDialog):
    """`held` is the post to change; `employer` is where a new one is, where that is known."""

    def __init__(
        self, vault: Database, parent: QWidget | None, *, today: date, held: Post | None = None,
        employer: Employer | None = None,
    ) -> None:  # fmt: skip
        title, verb = (f"Change {held.reference}", "Save changes") if held else ("Add a post", "Add post")
        super().__init__(title, verb, parent, width=680)
        self._vault, self._held, self._today = vault, held, today
        self._add_what_it_is(employer)
        self._add_when()
        self._add_tasks()
        self._add_setting()
        self._add_arranged()

    # The parts

    def _add_what_it_is(self, employer: Employer | None) -> None:
        held, add = self._held, self.form.add
        if held is None:
            pick = employer_pick(employer) if employer else None
            add("employer_id", "Employer", employer_field(self._vault), value=pick, needed=True)
        add("title", "Post", TextField(placeholder="Lunch service"), value=held.title if held else "", needed=True,
            help_text="What the work is, in a few words.")  # fmt: skip
        add("places", "Places", TextField(), value=held.places_said if held else "1", needed=True,
            help_text="How many people it is for: “2”, or “2 to 3” where that is not settled.")  # fmt: skip
        if held is None:
            first = ChoiceField([(one, one.label) for one in FIRST])
            add("status", "Where it stands", first, value=PostStatus.INTEREST, needed=True,
                help_text="People are matched to posts that are open.")  # fmt: skip
        add("pence_hour", "Pay an hour", _pay(), value=held.pence_hour if held else None)
        add("pay_note", "About pay", TextField(), value=held.pay_note if held else "")
        add("contract", "Contract", words_field(Contract), value=held.contract if held else Contract.NOT_SAID,
            needed=True)  # fmt: skip
        add("postcode", "Postcode", TextField(), value=held.postcode if held else "",
            help_text="Only where it is not at the employer’s.")  # fmt: skip

    def _add_when(self) -> None:
        held, add = self._held, self.form.add
        self.form.add_heading("When")
        week = [one.time for one in shifts_of(self._vault, held.id)] if held else []
        add("shifts", "Days and times", WeekField(), value=week, help_text=HELP)
        add("pattern", "Which of them somebody works", words_field(ShiftPattern),
            value=held.pattern if held else ShiftPattern.ALL, needed=True)  # fmt: skip
        add("minutes_least", "Hours a week, at least", _hours(), value=held.minutes_least if held else None)
        add("minutes_most", "Hours a week, at most", _hours(), value=held.minutes_most if held else None,
            help_text="As 7.5 or 7½. Left empty, the shifts count for them.")  # fmt: skip
        add("start_on", "Starts", DateField(today=self._today), value=held.start_on if held else None)
        add("until_on", "Until", DateField(today=self._today), value=held.until_on if held else None,
            help_text="Only where it ends.")  # fmt: skip

    def _add_tasks(self) -> None:
        self.form.add_heading("Tasks")
        held = post_tasks_of(self._vault, self._held.id) if self._held else []
        kept = {one.task_id for one in held}
        known = [
            one for one in tasks(self._vault, archived=True) if one.archived_on is None or one.id in kept
        ]
        rows = [GridRow(one.id, one.name, _HERE if one.id in kept else one.area or "Other") for one in known]
        field = TickGridField(
            sorted(rows, key=lambda row: (row.group != _HERE, row.group, row.words.casefold())),
            [(_CORE, "Needed"), (_SWAP, "Can be swapped")], alone=[_CORE, _SWAP], find="Letters of a task",
        )  # fmt: skip
        ticked = {
            _CORE: [one.task_id for one in held if one.core],
            _SWAP: [one.task_id for one in held if not one.core],
        }
        self.form.add("tasks", "What is done", field, value=ticked,
                      help_text="Needed: the post is not the post without it. Times of a task are set beside the "
                      "post.")  # fmt: skip

    def _add_setting(self) -> None:
        self.form.add_heading("How it is there")
        for sense, words in _SETTING.items():
            field = ChoiceField([(None, "Not asked"), *((level, level.label) for level in Level)])
            field.box.setCurrentIndex(0)
            value = getattr(self._held, sense.value) if self._held else None
            self.form.add(sense.value, words, field, value=value)

    def _add_arranged(self) -> None:
        held, add = self._held, self.form.add
        self.form.add_heading("Support and checks")
        add("buddy", "A colleague beside them", words_field(BuddyOffer),
            value=held.buddy if held else BuddyOffer.NOT_ASKED, needed=True)  # fmt: skip
        said = {one.adjustment_id: one.offer for one in offers_of(self._vault, held.id)} if held else {}
        known = [
            one for one in adjustments(self._vault, archived=True) if not one.archived_on or one.id in said
        ]
        offers = [(one.value, one.label) for one in Offer]
        field = TickGridField(
            [GridRow(one.id, one.name) for one in known], offers, alone=[one.value for one in Offer],
            find="Letters of an adjustment", height=240,
        )  # fmt: skip
        ticked = {one.value: [key for key, offer in said.items() if offer is one] for one in Offer}
        add("offers", "Adjustments", field, value=ticked, help_text="Without a tick it was not asked about.")
        asked = {one.kind: one.needed for one in post_checks_of(self._vault, held.id)} if held else {}
        checks = TickGridField(
            [GridRow(kind.value, kind.label) for kind in CheckKind], [(one.value, one.label) for one in WhenNeeded],
            alone=[one.value for one in WhenNeeded], height=275,
        )  # fmt: skip
        when = {one.value: [kind.value for kind, by in asked.items() if by is one] for one in WhenNeeded}
        add("checks", "Checks asked for", checks, value=when)
        add("note", "Note", LongTextField(lines=3), value=held.note if held else "",
            help_text="About the post. Nothing about anybody who may work there.")  # fmt: skip

    # The answer

    def value(self, answers: Answers) -> WrittenPost:
        """What is to be kept."""
        least, most = _places(answers["places"])
        given = {name: answers[name] for name in _FACTS if name in answers}
        facts = cast(NewPost, {**given, "places_least": least, "places_most": most})
        ticked = answers["tasks"]
        said = SaidPost(
            shifts=checked_shifts(answers["shifts"]),
            tasks={**dict.fromkeys(ticked[_CORE], True), **dict.fromkeys(ticked[_SWAP], False)},
            checks={CheckKind(kind): when for when in WhenNeeded for kind in answers["checks"][when.value]},
            offers={key: offer for offer in Offer for key in answers["offers"][offer.value]},
        )
        return WrittenPost(
            answers.get("employer_id") or "", answers["title"], answers.get("status", PostStatus.INTEREST), facts, said
        )  # fmt: skip


def _places(typed: str) -> tuple[int, int]:
    try:
        return read_places(typed)
    except Problem as problem:
        raise FieldProblem("places", f"Places: {problem.sentence}") from None


def _pay() -> TextField:
    made = money_field()
    made.line.setPlaceholderText("£12.71")
    return made


def _hours() -> TextField:
    return TextField(read_hours, hours_said, placeholder="7.5")
