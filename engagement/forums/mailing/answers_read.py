"""Answers that come back in a workbook or CSV: read, checked line by line, shown, and then kept as one change."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from engagement.forums import events
from engagement.forums.mailing.answer_words import read_answer
from engagement.forums.mailing.merge_file import is_participant
from engagement.forums.mailing.recipients import Correspondent, correspondents
from engagement.forums.people import invitations, participants
from engagement.forums.people.invitations import Recorded
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import ParticipantStatus, may_reply
from engagement.register.names import email_key, folded, name_key
from resources.database import Database, change
from resources.database.history import ChangedSince
from resources.files.headers import FieldSpec, HeaderFound, find_header
from resources.files.names import name_of
from resources.files.reading import read_sheets
from resources.files.refused import RefusedRow
from resources.files.rows import Row, Sheet
from resources.files.values import clean_text
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from resources.words import plain

SPECS = (
    FieldSpec("answer", ("Answer", "Reply", "Response", "Attending", "Coming", "RSVP"), True, "the answer"),
    FieldSpec("key", ("Key", "Participant key", "ID"), meaning="the key of the person"),
    FieldSpec("name", ("Name", "Full name", "Your name"), meaning="the person’s name"),
    FieldSpec(
        "email", ("E-mail", "Email", "Email address", "Your email"), meaning="the person’s e-mail address"
    ),
    FieldSpec("organisation", ("Organisation", "Service", "Home", "Company"), meaning="the organisation"),
    FieldSpec("note", ("Note", "Notes", "Comment", "Comments"), meaning="a note"),
)


@dataclass(frozen=True)
class Answered:
    """A line that can be kept."""

    line: int
    person: Participant
    answer: ParticipantStatus
    note: str
    written: str
    found_by: str


@dataclass(frozen=True)
class Answers:
    """What a file holds: to be kept, as it stands already, left empty, and refused."""

    event_id: str
    name: str
    headings: tuple[str, ...]
    kept: tuple[Answered, ...]
    same: tuple[Answered, ...]
    empty: int
    refused: tuple[RefusedRow, ...]

    @property
    def words(self) -> str:
        """3 answers to record; 2 as they stand; 10 empty; 1 refused."""
        parts = [f"{count_of(len(self.kept), 'answer')} to record"]
        parts += [f"{len(self.same):,} as they stand already"] if self.same else []
        parts += [f"{self.empty:,} without an answer"] if self.empty else []
        parts += [f"{len(self.refused):,} refused"] if self.refused else []
        return "; ".join(parts)


# --- reading ------------------------------------------------------------------------------------------------


def read_answers(db: Database, event_id: str, path: Path) -> Answers:
    """Read and check a file; nothing is written."""
    sheet, header = _table_in(path)
    people = correspondents(db, event_id)
    finder = _Finder(db, event_id, people)
    found: list[Answered] = []
    refused: list[RefusedRow] = []
    empty = 0
    for row in header.below(sheet.rows):
        cells = {name: _text(text) for name, text in header.values(row).items()}
        if not cells.get("answer"):
            empty += 1
            continue
        read = _checked(row, cells, finder)
        if isinstance(read, Answered):
            found.append(read)
        else:
            refused.append(RefusedRow(row.line, sheet.name, row.cells, read))
    found, twice = _said_once(found)
    refused += [
        RefusedRow(row.line, sheet.name, row.cells, twice[row.line]) for row in _rows_of(sheet, header, twice)
    ]
    refused.sort(key=lambda one: one.line)
    same = tuple(one for one in found if one.person.reply is one.answer and not _new_note(one))
    kept = tuple(one for one in found if one not in same)
    return Answers(event_id, name_of(path), header.headings, kept, same, empty, tuple(refused))


def _table_in(path: Path) -> tuple[Sheet, HeaderFound]:
    best: tuple[Sheet, HeaderFound] | None = None
    for sheet in read_sheets(path):
        header = find_header(sheet.head(), SPECS)
        if header is not None and (best is None or len(header.mapping) > len(best[1].mapping)):
            best = sheet, header
    if best is None:
        raise Problem(
            f"“{name_of(path)}” has no line of headings with “Answer” and the person’s key, name or e-mail. Choose the "
            "mail-merge workbook that was filled in, or another file with these columns."
        )
    sheet, header = best
    sentences = header.sentences()
    if sentences:
        raise Problem(f"“{name_of(path)}” cannot be read as answers. {sentences[0]}", details=sentences[1:])
    if not {"key", "name", "email"} & set(header.mapping):
        raise Problem(f"“{name_of(path)}” does not say who answered: it has no key, name or e-mail address.")
    return sheet, header


def _text(text: str) -> str:
    return clean_text(text).removeprefix("'").strip()


def _rows_of(sheet: Sheet, header: HeaderFound, lines: dict[int, str]) -> list[Row]:
    return [row for row in header.below(sheet.rows) if row.line in lines] if lines else []


def _checked(row: Row, cells: dict[str, str], finder: "_Finder") -> Answered | str:
    """The line as an answer, or why it is none."""
    person = finder.find(cells)
    if isinstance(person, str):
        return person
    who, found_by = person
    answer = read_answer(cells["answer"])
    if answer is None:
        return f"“{cells['answer']}” is no answer that is known. Write yes, no, apologies or maybe."
    if who.status.came:
        return f"{who.name} was checked in at the event, so an answer no longer fits."
    if who.status is not answer and not may_reply(who.status, answer):
        return f"{who.name} stands at “{who.status.label}”, which cannot become “{answer.label}”."
    return Answered(row.line, who, answer, cells.get("note", ""), cells["answer"], found_by)


class _Finder:
    """Finds the person that a line is about: by the key, then the address, then the name."""

    def __init__(self, db: Database, event_id: str, people: Sequence[Correspondent]) -> None:
        self._db, self._title = db, events.get(db, event_id).title
        self._by_key = {one.person.id: one.person for one in people}
        self._by_email, self._by_name = (
            defaultdict[str, list[Participant]](list),
            defaultdict[str, list[Participant]](list),
        )
        for one in people:
            if one.email:
                self._by_email[email_key(one.email)].append(one.person)
            self._by_name[name_key(one.person.name)].append(one.person)

    def find(self, cells: dict[str, str]) -> tuple[Participant, str] | str:
        """The person and by what they were found, or why they were not."""
        key = cells.get("key", "")
        if key:
            return self._with_key(key, cells)
        email, name = email_key(cells.get("email", "")), cells.get("name", "")
        for known, by in (
            (self._by_email.get(email, []), "e-mail"),
            (self._by_name.get(name_key(name), []), "name"),
        ):
            some = self._at(known, cells.get("organisation", ""))
            if len(some) == 1 and _is_somebody_else(name, some[0]):
                return f"The {by} is that of {some[0].name}, but the line names “{name}”."
            if len(some) == 1:
                return some[0], by
            if some:
                return (
                    f"{len(some)} people on the list have this {by}. Write the key of the one who is meant."
                )
        who = name or cells.get("email", "")
        if not who:
            return "The line does not say who answered: key, name and e-mail address are empty."
        return f"“{who}” is not on the list of {self._title}."

    def _with_key(self, key: str, cells: dict[str, str]) -> tuple[Participant, str] | str:
        person = self._by_key.get(key)
        if person is None:
            if is_participant(self._db, key):
                return f"The key is that of somebody at another event than {self._title}."
            return "The key is that of nobody on the list."
        name = cells.get("name", "")
        if _is_somebody_else(name, person):
            return f"The key is that of {person.name}, but the line names “{name}”."
        return person, "key"

    @staticmethod
    def _at(known: Sequence[Participant], organisation: str) -> list[Participant]:
        fitting = [one for one in known if plain(organisation) in (plain(one.home), plain(one.provider))]
        return fitting if len(known) > 1 and fitting else list(known)


def _is_somebody_else(name: str, person: Participant) -> bool:
    """Whether a line names another than the person found: an address may be shared, and a row moved."""
    words = set(folded(name).split())
    return bool(words) and not words & set(folded(person.name).split())


def _said_once(found: Sequence[Answered]) -> tuple[list[Answered], dict[int, str]]:
    """Lines about one person that agree are one; those that do not are all refused, with the reason by line."""
    by_person = defaultdict[str, list[Answered]](list)
    for one in found:
        by_person[one.person.id].append(one)
    kept, twice = [], {}
    for lines in by_person.values():
        if len({one.answer for one in lines}) == 1:
            notes = list(dict.fromkeys(one.note for one in lines if one.note))
            kept.append(replace(lines[0], note="\n".join(notes)))
        else:
            where = ", ".join(f"{one.line}" for one in lines)
            for one in lines:
                twice[one.line] = (
                    f"{one.person.name} answers differently on lines {where}. Leave one of them."
                )
    return kept, twice


def _new_note(one: Answered) -> bool:
    return bool(one.note) and one.note not in one.person.note


# --- keeping ------------------------------------------------------------------------------------------------


def keep_answers(db: Database, answers: Answers, *, now: datetime) -> Recorded:
    """Record the answers in the order of the file, as one change; refused when somebody's status has changed since."""
    _check_as_read(db, answers)
    title = events.get(db, answers.event_id).title
    replied: list[str] = []
    waiting: list[str] = []
    offered: list[str] = []
    with change(db, f"Recorded {count_of(len(answers.kept), 'answer')} to {title} from a file"):
        for one in answers.kept:
            note = one.note if _new_note(one) else ""
            done = invitations.record_reply(db, [one.person.id], one.answer, now=now, note=note)
            replied += done.replied
            waiting += done.waiting
            offered += done.offered
    return Recorded(tuple(replied), tuple(waiting), tuple(offered))


def _check_as_read(db: Database, answers: Answers) -> None:
    moved = [
        one.person.name
        for one in answers.kept
        if participants.get(db, one.person.id).status is not one.person.status
    ]
    if moved:
        raise ChangedSince(
            f"{count_of(len(moved), 'person has', 'people have')} changed since the file was read. Read it again.",
            details=tuple(moved),
        )


# --- tables for the preview -------------------------------------------------------------------------------------

_COLUMNS = (
    Column("name", "Name", width=170),
    Column("answer", "Answer", ColumnKind.STATUS, width=140),
    Column("now", "Stands at", ColumnKind.STATUS, width=140),
    Column("written", "As written", width=150),
    Column("home", "Organisation", width=200),
    Column("note", "Note", width=200),
    Column("found_by", "Found by", width=90),
    Column("line", "Line", width=60),
)


def answers_table(title: str, answered: Sequence[Answered]) -> Table:
    """Lines as they would be kept."""
    rows: list[tuple[Cell, ...]] = [
        (one.person.name, one.answer.label, one.person.status.label, one.written, one.person.home, one.note,
         one.found_by, str(one.line))
        for one in answered
    ]  # fmt: skip
    return Table(title, _COLUMNS, rows)


def refused_table(answers: Answers, some: Sequence[RefusedRow]) -> Table:
    """Refused lines with their reasons."""
    columns = (Column("line", "Line", width=60), Column("reason", "Why refused", width=420),
               Column("cells", "In the file", width=360))  # fmt: skip
    rows = [(str(one.line), one.reason, ", ".join(cell for cell in one.cells if cell)) for one in some]
    return Table("Refused", columns, list(rows))
