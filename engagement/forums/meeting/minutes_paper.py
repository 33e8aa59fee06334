"""The minutes as a paper, in two versions: for those who were there, with names, and for publication, without."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from engagement.forums import events, sections
from engagement.forums.attendance import Outcome, attendance
from engagement.forums.events import Event
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.actions import ForumAction
from engagement.forums.meeting.agenda import AgendaItem, Decision
from engagement.forums.meeting.agenda_paper import EXEMPT_TITLE
from engagement.forums.meeting.minutes import check_minutes, minutes_of
from engagement.forums.meeting.papers import (
    ITEM_EXEMPT,
    MEETING_EXEMPT,
    Facts,
    actions_section,
    fact_block,
    is_confidential,
    names_are_withheld,
    next_meeting,
    when_and_where,
)
from engagement.forums.meeting.who_was_there import who_was_there
from engagement.forums.own_words import SOMEBODY, own_terms, public_event
from engagement.forums.vocabulary import Confidentiality
from engagement.register.person_names import close_person_terms
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import (
    Block,
    Bullets,
    FactList,
    Heading,
    Paragraph,
    Report,
    TableBlock,
    exemption_notice,
)
from resources.report.exempt_names import ExemptTerm, words_of
from resources.report.ordinary_words import ORDINARY_WORDS
from resources.wording import count_of, date_words

_BETWEEN_NAMES = re.compile(r"[,;:()\[\]/&+]|\s[-–—]\s|\b(?:and|with|for|of)\b", re.IGNORECASE)
_BODIES = frozenset({
    "team", "council", "board", "group", "chair", "lead", "department", "service", "services", "unit", "trust",
    "officer", "officers", "manager", "managers", "member", "members", "home", "homes", "provider", "providers",
    "everybody", "all", "cqc", "network", "partnership", "commissioner", "commissioners", "director", "leads",
})  # fmt: skip


class Version(Enum):
    """For whom the minutes are written."""

    PARTICIPANTS = "participants"
    PUBLISHED = "published"


@dataclass(frozen=True)
class _Meeting:
    """What the minutes are made of, read once."""

    event: Event
    items: Sequence[AgendaItem]
    decisions: Sequence[Decision]
    before: Sequence[ForumAction]
    raised: Sequence[ForumAction]
    closed: bool
    named: bool

    @property
    def actions(self) -> tuple[ForumAction, ...]:
        """Those found open, then those raised, in the order of their numbers."""
        return (*self.before, *self.raised)

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each action in this paper."""
        return {one.id: number for number, one in enumerate(self.actions, 1)}


def minutes_report(db: Database, event_id: str, version: Version, *, now: datetime) -> Report:
    """The minutes of one meeting. Exempt items stand in the exempt part; a confidential meeting is exempt whole."""
    check_minutes(db, event_id, now=now)
    event, closed = events.get(db, event_id), is_confidential(db, event_id)
    published = version is Version.PUBLISHED
    if published and closed:
        raise Problem(
            f"{event.title} is confidential, so no minutes of it are published. Save them for those who were there."
        )
    event = public_event(db, event) if published else event
    held = _Meeting(
        event, agenda.items(db, event_id), agenda.decisions(db, event_id), actions.open_before(db, event_id),
        actions.raised_at(db, event_id), closed, named=not published,
    )  # fmt: skip
    report = Report(
        title=event.title,
        subtitle="Minutes"
        if published or closed
        else "Minutes for those who were there. Not for publication",
        blocks=(
            _opening(db, held),
            *(_named_attendance(db, held) if held.named else _counted_attendance(db, held)),
            *([Heading("Minutes")] if held.items else []),
            *(block for item in held.items for block in _item(held, item)),
            *_actions(db, held),
            *_next(db, held),
        ),
        marking=MEETING_EXEMPT if closed else (),
    )
    notice = None if closed else exemption_notice(report)
    return replace(report, blocks=(*report.blocks[:1], notice, *report.blocks[1:])) if notice else report


def people_named(db: Database, event_id: str) -> list[ExemptTerm]:
    """Whom published minutes may not name: who was invited, and who is written down as owner or chair.

    So with the people of other meetings from which actions were carried, where names are withheld.
    """
    said, before = minutes_of(db, event_id), actions.open_before(db, event_id)
    written = [said.chair, said.taken_by, *(item.owner for item in agenda.items(db, event_id))]
    written += [one.owner for one in (*before, *actions.raised_at(db, event_id))]
    names = dict.fromkeys(name for text in written for name in _names_in(text))
    known = sections.people_terms(db, event_id)
    return list(dict.fromkeys([*known, *carried_terms(db, event_id), *close_person_terms(names, SOMEBODY)]))


def carried_terms(db: Database, event_id: str) -> list[ExemptTerm]:
    """Whom the actions that it carries may not name: the people and organisations of meetings where nobody is named."""
    raised_at = dict.fromkeys(one.event_id for one in actions.open_before(db, event_id))
    return [term for key in raised_at if names_are_withheld(db, key) for term in own_terms(db, key)]


def _names_in(text: str) -> list[str]:
    """What may be names in the words for an owner, of two words or more: all of it and its parts.

    “Priya Sample, CQC” names Priya Sample; “Quality team” and “the chair” name nobody.
    """
    parts = [" ".join(part.split()) for part in (text, *_BETWEEN_NAMES.split(text))]
    return [part for part in dict.fromkeys(parts) if len(part.split()) > 1 and not _is_a_body(part)]


def _is_a_body(text: str) -> bool:
    """Whether the words are those of a team or an office."""
    words = words_of(text)
    return bool(_BODIES & {words[-1]}) or ORDINARY_WORDS.issuperset(words)


# --- the top --------------------------------------------------------------------------------------------


def _opening(db: Database, held: _Meeting) -> FactList:
    said, facts = minutes_of(db, held.event.id), when_and_where(held.event)
    if held.named:
        facts += [("Chair", said.chair), ("Minutes by", said.taken_by)]
    else:
        facts = [fact for fact in facts if fact[0] != "Online"]  # a link is for those who are asked
    facts += [("Agreed", date_words(said.agreed_on))] if said.agreed_on else []
    facts += [("Note", said.note)] if held.named else []
    return fact_block(facts)


def _named_attendance(db: Database, held: _Meeting) -> list[Block]:
    there = attendance(db, held.event.id)
    found, came = who_was_there(there), there.of(Outcome.CAME)
    number, organisations = len(came), len({one.provider_id for one in came})
    base = f"{count_of(number, 'person', 'people')} from {count_of(organisations, 'organisation')}"
    blocks: list[Block] = [
        Heading("Attendance"),
        Paragraph(f"{base} {'was' if number == 1 else 'were'} present."),
    ]
    for title, lines in (
        ("Present", found.present),
        ("Apologies", found.apologies),
        ("In attendance", found.in_attendance),
    ):
        blocks += [Heading(title, level=2), Bullets(lines) if lines else Paragraph("None recorded.")]
    return blocks


def _counted_attendance(db: Database, held: _Meeting) -> list[Block]:
    """Organisations and numbers; where names are withheld, numbers alone."""
    found = attendance(db, held.event.id)
    blocks = list(sections.attendance_blocks(db, found))
    if names_are_withheld(db, held.event.id):
        blocks = [one for one in blocks if not isinstance(one, TableBlock)]
    return blocks


# --- the items ------------------------------------------------------------------------------------------


def _item(held: _Meeting, item: AgendaItem) -> list[Block]:
    heading = f"Item {item.position}: {item.title}"
    body = [*_notes(item.notes), *_decided_and_raised(held, item)]
    body = body or [Paragraph("Nothing was noted.")]
    if not item.exempt or held.closed:
        return [Heading(heading, level=2), *body]
    return [
        Heading(f"Item {item.position}: {EXEMPT_TITLE}", level=2),
        Paragraph("What was said and decided at this item is not for publication."),
        Heading(heading, level=2, exempt=ITEM_EXEMPT),
        *body,
    ]


def _notes(text: str) -> list[Block]:
    """Lines as paragraphs; those that begin with a dash or a star as a list."""
    blocks: list[Block] = []
    points: list[str] = []
    for line in [*text.splitlines(), ""]:
        words = line.strip()
        if words[:2] in ("- ", "* ", "• ", "– "):
            points.append(words[2:].strip())
            continue
        if points:
            blocks.append(Bullets(tuple(points)))
            points = []
        if words:
            blocks.append(Paragraph(words))
    return blocks


def _decided_and_raised(held: _Meeting, item: AgendaItem) -> list[Block]:
    facts: Facts = [(f"Decision {one.number}", one.text) for one in held.decisions if one.item_id == item.id]
    numbers = held.numbers
    facts += [
        (f"Action {numbers[one.id]}", _action_words(one, named=held.named))
        for one in held.raised
        if one.item_id == item.id
    ]
    return [FactList(tuple(facts))] if facts else []


def _action_words(one: ForumAction, *, named: bool) -> str:
    words = one.text.rstrip(".")
    due = f"by {date_words(one.due_on)}" if one.due_on else ""
    rest = ", ".join(part for part in (one.owner if named else "", due) if part)
    return f"{words}. {rest[:1].upper()}{rest[1:]}." if rest else f"{words}."


# --- the end --------------------------------------------------------------------------------------------


def _actions(db: Database, held: _Meeting) -> list[Block]:
    found = held.actions
    if not found:
        return [Heading("Actions"), Paragraph("There are no actions.")]
    return actions_section(
        "Actions",
        found,
        numbers=held.numbers,
        statuses=_statuses(db, held),
        carried=actions.carried_at(db, held.event.id, found),
        as_at=held.event.day,
        owners=held.named,
        apart=not held.closed,
    )


def _statuses(db: Database, held: _Meeting) -> dict[str, str]:
    """As the meeting left them on its day, whatever became of them later."""
    still, day = actions.open_after(db, held.event.id, held.actions), held.event.day
    return {
        one.id: one.standing_while_open(day) if one.id in still else one.status.label for one in held.actions
    }


def _next(db: Database, held: _Meeting) -> list[Block]:
    """The next of the series: of a confidential one only a confidential paper tells, of others what may be said."""
    after = next_meeting(db, held.event)
    if after is None or (after.openness is Confidentiality.CONFIDENTIAL and not held.closed):
        return []
    after = after if held.named else public_event(db, after)
    facts = when_and_where(after)
    if not held.named:
        facts = [fact for fact in facts if fact[0] != "Online"]
    return [Heading("Next meeting"), fact_block([("What", after.title), *facts])]
