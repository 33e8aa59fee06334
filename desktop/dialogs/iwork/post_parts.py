"""Small dialogs about a post: where it stands, and when one of its tasks is done."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField, ChoiceField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from workforce.iwork.posts.post_tasks import PostTask, PostTaskFacts
from workforce.iwork.posts.posts import Post
from workforce.iwork.posts.steps import BY_HAND
from workforce.iwork.times import clock_said, read_clock
from workforce.iwork.vocabulary import PostStatus, Weekday


@dataclass(frozen=True)
class SaidMove:
    """Where a post goes, and why."""

    to: PostStatus
    reason: str


class MovePost(FormDialog):
    """Where a post may go from where it stands."""

    def __init__(self, held: Post, parent: QWidget | None, *, to: PostStatus | None = None) -> None:
        super().__init__(
            f"Move {held.reference}", "Move post", parent,
            intro=f"It stands at “{held.status.label}”. Part filled and filled follow from the placements.",
        )  # fmt: skip
        options = [(one, one.label) for one in BY_HAND[held.status]]
        self.form.add("to", "To", ChoiceField(options), value=to, needed=True)
        self.form.add("reason", "Why", LongTextField(lines=2),
                      help_text="Needed where the post is closed or withdrawn.")  # fmt: skip

    def value(self, answers: Answers) -> SaidMove:
        """What is to be kept."""
        return SaidMove(answers["to"], answers["reason"])


class TaskTimes(FormDialog):
    """When a task of a post is done, and whether the post needs it."""

    def __init__(self, held: PostTask, named: str, of: Post, parent: QWidget | None) -> None:
        super().__init__(f"{named}, {of.reference}", "Save times", parent)
        days: list[tuple[int | None, str]] = [
            (None, "Every shift"),
            *((int(day.value), day.label) for day in Weekday),
        ]
        field = ChoiceField(days)
        field.box.setCurrentIndex(0)
        self.form.add("weekday", "On", field, value=held.weekday)
        self.form.add("from_minute", "From", _clock(), value=held.from_minute)
        self.form.add("until_minute", "Until", _clock(), value=held.until_minute,
                      help_text="As 9:30 or 2pm. Both empty: at no set time.")  # fmt: skip
        self.form.add("core", "", CheckField("The post is not the post without it"), value=held.core)

    def value(self, answers: Answers) -> PostTaskFacts:
        """What is to be kept."""
        return PostTaskFacts(
            weekday=answers["weekday"], from_minute=answers["from_minute"], until_minute=answers["until_minute"],
            core=answers["core"],
        )  # fmt: skip


def _clock() -> TextField:
    return TextField(read_clock, clock_said, placeholder="9:30")
