"""What the pane says of somebody's profile."""

from collections.abc import Callable
from datetime import date

from desktop.widgets.detail import Line, Section
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.wording import and_list, date_short
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.profile.checks import standing
from workforce.iwork.profile.contradictions import contradictions, missing
from workforce.iwork.profile.whole import WholeProfile, whole_profile
from workforce.iwork.times import hours_said
from workforce.iwork.vocabulary import BuddyNeed, Need, Sense, TaskWish
from workforce.iwork.weeks import week_said

_MEETINGS = (
    Column("met_on", "Met", ColumnKind.DATE, width=96),
    Column("covered", "Talked about", width=200),
)


def profile_sections(
    vault: Database, person_id: str, *, today: date, open_meeting: Callable[[str], object] | None = None
) -> tuple[Section, ...]:
    """The profile in short; what to ask and what does not go together stands first."""
    whole = whole_profile(vault, person_id)
    if not whole.is_begun:
        return (Section("Profile", (Line("", "Nothing is written yet. Begin with “Profile”."),)),)
    found = (_to_ask(whole, today), _work(whole), _times(whole), _support(whole, today), _words(whole))
    said = (one for one in found if any(line.text for line in one.lines))
    return (*said, *_meetings(whole, open_meeting))


def _to_ask(whole: WholeProfile, today: date) -> Section:
    torn = [Line("Ask again", said) for said in contradictions(whole, today=today)]
    open_questions = sorted(missing(whole), key=lambda one: not one.matters)
    lines = [*torn, *(Line("Still to ask", one.question) for one in open_questions)]
    return Section("Profile: what is still to ask", lines, stacked=True, folded=not torn)


def _work(whole: WholeProfile) -> Section:
    held = whole.profile
    suits = [
        f"{sense.label.lower()} {level.label.lower()}"
        for sense in Sense
        if (level := held.level(sense)) is not None
    ]
    done = [one.task.name for one in whole.tasks if one.done_before]
    return Section(
        "Profile: work",
        (
            *(Line(wish.label, and_list([one.task.name for one in whole.wished(wish)])) for wish in TaskWish),
            Line("Has done", and_list(list(dict.fromkeys(done)))),
            Line("At most", and_list(suits)),
        ),
    )


def _times(whole: WholeProfile) -> Section:
    held = whole.profile
    hours = [
        f"{hours_said(minutes)} {said}"
        for minutes, said in ((held.minutes_wanted, "wanted"), (held.minutes_most, "at most"))
        if minutes
    ]
    ways = [f"{way.mode.label}{f' {way.most_said}' if way.most_said else ''}" for way in whole.ways]
    return Section(
        "Profile: hours and travel",
        (
            Line("Hours a week", ", ".join(hours)),
            Line("Can work", week_said(whole.week)),
            Line("Gets there by", "; ".join(ways)),
            Line("Ready from", date_short(held.ready_from) if held.ready_from else ""),
        ),
    )


def _support(whole: WholeProfile, today: date) -> Section:
    buddy = whole.profile.buddy
    return Section(
        "Profile: support and checks",
        (
            *(
                Line(need.label, "; ".join(one.adjustment.name for one in whole.needed(need)))
                for need in Need
            ),
            Line("Colleague beside", "" if buddy is BuddyNeed.NOT_ASKED else buddy.label),
            Line("Support", whole.profile.support_at_work),
            *(Line(one.kind.label, standing(one, today).value) for one in whole.checks),
        ),
    )


def _words(whole: WholeProfile) -> Section:
    held = whole.profile
    lines = (
        Line("Strengths", held.strengths),
        Line("Interests", held.interests),
        Line("Experience", held.experience),
        Line("Hopes for", held.wishes),
        Line("Communication", held.communication),
    )
    return Section("Profile: in words", tuple(one for one in lines if one.text), folded=True)


def _meetings(whole: WholeProfile, opened: Callable[[str], object] | None) -> tuple[Section, ...]:
    if not whole.meetings:
        return ()
    rows = [(one.met_on.isoformat(), one.covered) for one in whole.meetings]
    table = Table("Meetings", _MEETINGS, rows, exempt=IDENTITY)
    keys = [one.id for one in whole.meetings]
    return (Section("Profile: meetings", table=table, keys=keys, opened=opened, folded=True),)
