"""A team’s day as lanes, and what the pane says of a task."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from desktop.shell.actions import Action
from desktop.widgets.day_lanes_layout import Block, Lane
from desktop.widgets.detail import Detail, Line, Section
from resources.tables import ColumnKind
from workforce.iwork.carving.day import Laid, Made, hours
from workforce.iwork.carving.tables import standing

TEAM, NEW_POST = "team", "new post"
_DRAG_HERE = "Drag tasks here, or press Space on them: they become a post."


def lanes_of(team: str, laid: Sequence[Laid]) -> list[Lane]:
    """The team, the post to come, and each post that was carved."""
    references = dict.fromkeys(one.post for one in laid if one.post)
    return [
        Lane(TEAM, team, "All of its tasks are in posts.", takes=True),
        Lane(NEW_POST, "New post", _DRAG_HERE, takes=True),
        *(Lane(reference, reference) for reference in references),
    ]


def blocks_of(laid: Sequence[Laid], chosen: Collection[str]) -> list[Block]:
    """Each task in its lane; what went into a post stays there."""
    return [
        Block(
            one.key, one.name, one.from_minute, one.until_minute,
            one.post or (NEW_POST if one.key in chosen else TEAM), one.when, fixed=bool(one.post),
            chosen=one.key in chosen,
        )
        for one in laid
    ]  # fmt: skip


def task_detail(
    one: Laid,
    chosen: Collection[str],
    made: Made,
    actions: Sequence[Action],
    open_post: Callable[[str], object],
) -> Detail:
    """A task, and what the tasks chosen come to so far."""
    lines = [
        Line("When", f"{one.when}, {hours(one.minutes)}"),
        Line("Done now by", one.done_by),
        Line("Time", "It may be done at another time." if one.may_move else ""),
        Line("Post", one.post, partial(open_post, one.post_id) if one.post else None),
    ]
    sections = [Section("The task", lines)]
    if made.sentences:
        said = [Line("" if at else "So far", sentence) for at, sentence in enumerate(made.sentences)]
        sections.append(Section("The new post", said, stacked=True))
    return Detail(one.name, "", ((ColumnKind.STATUS, standing(one, chosen)),), actions, sections)
