"""A team’s day: the team, its tasks one by one or as typed, and the post that is carved from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.employer import employer_field
from desktop.widgets.forms.fields import CheckField, ChoiceField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.several import SeveralField
from resources.database import Database
from resources.problem import FieldProblem, Problem
from workforce.iwork.carving.day import Made, TypedTask, read_day
from workforce.iwork.carving.team_tasks import TeamTask, TeamTaskFacts
from workforce.iwork.carving.teams import NewTeam, Team, TeamFacts
from workforce.iwork.employers.employers import employer
from workforce.iwork.posts.posts import Post
from workforce.iwork.profile.tasks import tasks
from workforce.iwork.times import clock_said, read_clock
from workforce.iwork.vocabulary import Weekday

_DAYS = [(int(day.value), day.label) for day in Weekday]
_CLOCK_HELP = "As 9:30 or 2pm."


def _clock() -> TextField:
    return TextField(read_clock, clock_said, placeholder="11:30")


@dataclass(frozen=True)
class WrittenTeam:
    """A team, and of which employer; `facts` without its name."""

    employer_id: str
    name: str
    facts: NewTeam

    @property
    def all_facts(self) -> TeamFacts:
        """With the name, for one that is held already."""
        return {**self.facts, "name": self.name}


class WriteTeam(FormDialog):
    """`held` is the team to change."""

    def __init__(self, vault: Database, parent: QWidget | None, *, held: Team | None = None) -> None:
        verb = "Add team" if held is None else "Save team"
        super().__init__(
            "Add a team" if held is None else f"Change {held.name}", verb, parent,
            intro="A team whose day is laid out task by task, so that a post can be carved from it.",
        )  # fmt: skip
        self._held = held
        if held is None:
            self.form.add("employer_id", "Employer", employer_field(vault), needed=True)
        self.form.add(
            "name", "Team", TextField(placeholder="Kitchen"), value=held.name if held else None, needed=True
        )
        days = ChoiceField([(None, "Any day, they are much alike"), *_DAYS])
        days.box.setCurrentIndex(0)
        self.form.add("weekday", "Day", days, value=held.weekday if held else None)
        self.form.add("day_from", "The day begins", _clock(), value=held.day_from if held else 7 * 60, needed=True,
                      help_text=_CLOCK_HELP)  # fmt: skip
        self.form.add(
            "day_until", "The day ends", _clock(), value=held.day_until if held else 20 * 60, needed=True
        )
        self.form.add("note", "Note", LongTextField(lines=2), value=held.note if held else None)

    def value(self, answers: Answers) -> WrittenTeam:
        """What is to be kept."""
        facts: NewTeam = {
            "weekday": answers["weekday"], "day_from": answers["day_from"], "day_until": answers["day_until"],
            "note": answers["note"],
        }  # fmt: skip
        employer_id = self._held.employer_id if self._held else answers["employer_id"]
        return WrittenTeam(employer_id, answers["name"], facts)


class WriteTeamTask(FormDialog):
    """One task of a day. `held` is the one to change."""

    def __init__(
        self, vault: Database, team: Team, parent: QWidget | None, *, held: TeamTask | None = None
    ) -> None:
        verb = "Add task" if held is None else "Save task"
        super().__init__(
            f"{'Add a task to' if held is None else 'Change a task of'} {team.name}", verb, parent
        )
        options = [(one.id, one.name) for one in tasks(vault, archived=held is not None)]
        self.form.add("task_id", "Task", ChoiceField(options), value=held.task_id if held else None, needed=True,
                      help_text="What is not in the list is added by typing the day.")  # fmt: skip
        self.form.add("from_minute", "From", _clock(), value=held.from_minute if held else None, needed=True)
        self.form.add("until_minute", "Until", _clock(), value=held.until_minute if held else None, needed=True,
                      help_text=_CLOCK_HELP)  # fmt: skip
        self.form.add("done_by", "Done now by", TextField(placeholder="Kitchen assistant"),
                      value=held.done_by if held else None, help_text="A role rather than a name.")  # fmt: skip
        self.form.add("may_move", "", CheckField("It may be done at another time"),
                      value=held.may_move if held else None)  # fmt: skip

    def value(self, answers: Answers) -> TeamTaskFacts:
        """What is to be kept."""
        return {
            "task_id": answers["task_id"], "from_minute": answers["from_minute"],
            "until_minute": answers["until_minute"], "done_by": answers["done_by"], "may_move": answers["may_move"],
        }  # fmt: skip


@dataclass(frozen=True)
class TypedDay:
    """Tasks as they were typed, and whether new ones join the list."""

    tasks: tuple[TypedTask, ...]
    add_new: bool


class TypeDay(FormDialog):
    """Tasks typed line by line, added to the day."""

    def __init__(self, team: Team, parent: QWidget | None) -> None:
        super().__init__(f"Type the day of {team.name}", "Add tasks", parent, width=560)
        self.form.add(
            "text", "Tasks", LongTextField(lines=9), needed=True,
            help_text="One on each line, as “11:30 to 12:15 Laying tables; kitchen assistant; may move”. Who does it "
            "now, and “may move”, can be left out.",
        )  # fmt: skip
        self.form.add(
            "add_new", "", CheckField("Add tasks that are new to the list that people and posts share")
        )

    def value(self, answers: Answers) -> TypedDay:
        """What is to be kept."""
        try:
            return TypedDay(read_day(answers["text"]), answers["add_new"])
        except Problem as problem:
            raise FieldProblem("text", problem.sentence) from None


@dataclass(frozen=True)
class SaidCarving:
    """The post that is made, or the one that the tasks go into; and the days on which it is worked."""

    title: str
    post_id: str
    weekdays: tuple[int, ...]


class CarvePost(FormDialog):
    """A post of the tasks chosen."""

    def __init__(
        self, vault: Database, team: Team, made: Made, posts: Sequence[Post], parent: QWidget | None
    ) -> None:
        super().__init__(
            f"Carve a post from {team.name}", "Carve the post", parent,
            intro=f"{employer(vault, team.employer_id).name}. {' '.join(made.sentences)}",
        )  # fmt: skip
        if posts:
            into = ChoiceField(
                [("", "A new post"), *((one.id, f"{one.reference} {one.title}") for one in posts)]
            )
            self.form.add("post_id", "Into", into, value="", needed=False)
            into.changed.connect(self._follow)
        self.form.add("title", "What the post is", TextField(placeholder="Lunch service assistant"))
        days = SeveralField("Days", _DAYS, nothing="Not known yet")
        self.form.add("weekdays", "Worked on", days, value=() if team.weekday is None else (team.weekday,),
                      help_text="Its shifts follow from the tasks, on each of these days.")  # fmt: skip

    def _follow(self) -> None:
        self.form.show_row("title", not self.form.rows["post_id"].field.answer())

    def value(self, answers: Answers) -> SaidCarving:
        """What is to be kept."""
        return SaidCarving(
            answers.get("title") or "", answers.get("post_id") or "", tuple(answers["weekdays"])
        )
