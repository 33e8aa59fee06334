"""What a forms file would add to an event, found before anything is written: new, known already, blank, refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.feedback.mapping import Use, Uses, check_uses, new_question
from engagement.forums.feedback.questions import AskedQuestion, QuestionDraft, asked_of, checked
from engagement.forums.feedback.read_value import Answer, read_answer
from engagement.forums.feedback.responses import refuse_cancelled
from engagement.forums.people import participants
from engagement.register.names import email_key, name_key
from resources.database import Database
from resources.database.history import history_position
from resources.files.forms.forms_file import FormResponse, FormsFile, days_sent
from resources.files.refused import RefusedRow
from resources.wording import count_of, date_words


@dataclass(frozen=True)
class NewResponse:
    """A response to be kept: answers by column. `participant_id` is who sent it, where that was asked for."""

    line: int
    row_key: str
    answers: Mapping[str, Answer]
    received_on: date | None = None
    participant_id: str | None = None


@dataclass(frozen=True)
class Checked:
    """What taking a file in would do. `position` is that of the history: a later change makes it out of date."""

    event: Event
    file: FormsFile
    uses: Uses
    asked: Mapping[str, QuestionDraft]
    new: tuple[NewResponse, ...]
    already: tuple[FormResponse, ...]
    blank: tuple[FormResponse, ...]
    refused: tuple[RefusedRow, ...]
    warnings: tuple[str, ...]
    position: int
    matched: int = 0
    keep_people: bool = False

    @property
    def created(self) -> list[str]:
        """The columns that become new questions."""
        return [key for key, use in self.uses.items() if use.use is Use.NEW]

    @property
    def left_out(self) -> list[str]:
        """The headings of the columns that are left out."""
        return [one.heading for one in self.file.columns if self.uses[one.key].use is Use.LEFT_OUT]


@dataclass
class _Found:
    new: list[NewResponse] = field(default_factory=list)
    already: list[FormResponse] = field(default_factory=list)
    blank: list[FormResponse] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)


def check(db: Database, event_id: str, file: FormsFile, uses: Uses, *, keep_people: bool = False) -> Checked:
    """What taking in would do, with every warning. Writes nothing.

    Names and addresses are dropped unless `keep_people`, and then kept only where they are those of a participant.
    """
    event = events.get(db, event_id)
    refuse_cancelled(event)
    questions = asked_of(db, event.kind)
    check_uses(file, uses, questions)
    asked = _asked(file, uses, questions, event)
    people = _people(db, event_id)
    days = days_sent(file.responses, event.day)
    held = _held_keys(db, event_id)
    found, seen = _Found(), set(held)
    linked: set[str] = _already_linked(db, event_id)
    for response, day in zip(file.responses, days, strict=True):
        person = _person_of(response, people) if keep_people else None
        if person in linked:
            person = None
        new = None if response.row_key in seen else _read(file, response, asked, day, person, found)
        if response.row_key in seen:
            found.already.append(response)
        elif new is not None:
            found.new.append(new)
            linked |= {person} if person else set()
        seen.add(response.row_key)
    matched = sum(_person_of(one, people) is not None for one in file.responses)
    return Checked(
        event, file, uses, asked, tuple(found.new), tuple(found.already), tuple(found.blank), tuple(found.refused),
        tuple(_warnings(db, event, file, days, matched)), history_position(db), matched, keep_people,
    )  # fmt: skip


def _asked(
    file: FormsFile, uses: Uses, questions: list[AskedQuestion], event: Event
) -> dict[str, QuestionDraft]:
    """The question that each used column answers."""
    known = {one.id: one for one in questions}
    found: dict[str, QuestionDraft] = {}
    for column in file.columns:
        use = uses[column.key]
        if use.use is Use.QUESTION:
            found[column.key] = known[use.question_id]
        elif use.use is Use.NEW:
            found[column.key] = checked(new_question(column, file.told_in(column), event.kind))
    return found


def _read(
    file: FormsFile,
    response: FormResponse,
    asked: Mapping[str, QuestionDraft],
    day: date | None,
    person: str | None,
    found: _Found,
) -> NewResponse | None:
    """The response with its answers; None where it is blank or refused, which is then among `found`."""
    answers: dict[str, Answer] = {}
    for column, told in zip(file.columns, response.told, strict=True):
        if column.key not in asked:
            continue
        reading = read_answer(asked[column.key], told)
        if reading.reason:
            found.refused.append(
                RefusedRow(response.line, file.sheet, response.cells, reading.reason, column.heading)
            )
            return None
        if reading.value is not None:
            answers[column.key] = reading.value
    if not answers:
        found.blank.append(response)
        return None
    return NewResponse(response.line, response.row_key, answers, day, person)


# --- who sent it ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _People:
    """The event's people by address and by name; a name or address of two people is nobody's."""

    by_email: Mapping[str, str]
    by_name: Mapping[str, str]


def _people(db: Database, event_id: str) -> _People:
    everybody = participants.of_event(db, event_id)
    rows = db.rows(
        """select participant.id, contact.email from participant join contact on contact.id = contact_id
        where event_id = ? and contact.email <> ''""",
        (event_id,),
    )
    return _People(
        _of_one([(email_key(email), key) for key, email in rows]),
        _of_one([(name_key(one.name), one.id) for one in everybody]),
    )


def _of_one(pairs: list[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for word, key in pairs:
        found.setdefault(word, set()).add(key)
    return {word: next(iter(keys)) for word, keys in found.items() if len(keys) == 1}


def _person_of(response: FormResponse, people: _People) -> str | None:
    return people.by_email.get(email_key(response.email)) or (
        people.by_name.get(name_key(response.name)) if response.name else None
    )


def people_matched(db: Database, event_id: str, file: FormsFile) -> int:
    """How many responses are of somebody on the event's list."""
    people = _people(db, event_id)
    return sum(_person_of(one, people) is not None for one in file.responses)


def _already_linked(db: Database, event_id: str) -> set[str]:
    rows = db.rows(
        "select participant_id from feedback_response where event_id = ? and participant_id is not null",
        (event_id,),
    )
    return {key for (key,) in rows}


def _held_keys(db: Database, event_id: str) -> set[str]:
    rows = db.rows("select row_key from feedback_response where event_id = ? and row_key <> ''", (event_id,))
    return {key for (key,) in rows}


# --- what to look at twice --------------------------------------------------------------------------------


LATEST = timedelta(days=60)
"""Feedback that comes later than so long after its event is more likely to another."""


def are_of_another_day(days: Sequence[date | None], event_day: date) -> bool:
    """Whether most were sent before the event, or long after it."""
    known = [day for day in days if day]
    away = [day for day in known if not event_day <= day <= event_day + LATEST]
    return 2 * len(away) > len(known)


def _warnings(
    db: Database, event: Event, file: FormsFile, days: list[date | None], matched: int
) -> list[str]:
    said = []
    known = sorted(day for day in days if day)
    if known and are_of_another_day(days, event.day):
        between = date_words(known[0])
        if known[-1] != known[0]:
            between += f" to {date_words(known[-1])}"
        said.append(
            f"Most responses were not sent in the weeks after {event.title} ({date_words(event.day)}): they are of "
            f"{between}. This may be the file of another event."
        )
    named = sum(bool(one.email or one.name) for one in file.responses)
    if named and not matched:
        who = count_of(named, "response has a name or address", "responses have a name or address")
        said.append(
            f"{who}, and none is of somebody on this event’s list. This may be the file of another event."
        )
    said += _held_elsewhere(db, event, file)
    if file.left_sheets:
        said.append(f"Only the sheet “{file.sheet}” is read; the workbook holds others too.")
    return said


def _held_elsewhere(db: Database, event: Event, file: FormsFile) -> list[str]:
    rows = db.rows(
        """select row_key, title from feedback_response join event on event.id = event_id
        where event_id <> ? and row_key <> ''""",
        (event.id,),
    )
    keys = {one.row_key for one in file.responses}
    titles: dict[str, int] = {}
    for key, title in rows:
        if key in keys:
            titles[title] = titles.get(title, 0) + 1
    return [
        f"{count_of(number, 'response was', 'responses were')} taken in for {title} already."
        for title, number in titles.items()
    ]
