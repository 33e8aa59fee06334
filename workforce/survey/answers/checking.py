"""What an answers file would add to a wave, found before anything is written."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from resources.database import Database
from resources.database.history import history_position
from resources.files.cells import clean_text, shown
from resources.files.forms.forms_file import FormResponse, FormsFile, days_sent
from resources.files.forms.layout import FormColumn
from resources.files.refused import RefusedRow
from resources.wording import and_list, count_of, shortened
from workforce.survey.answers.checked import (
    ChangedResponse,
    Checked,
    DoubtfulRow,
    NameInFile,
    NewResponse,
    SharesToDecide,
    UnknownWords,
)
from workforce.survey.answers.checks.asked_columns import AskedColumns, asked_columns
from workforce.survey.answers.checks.differing import consent_of, differing_answers, differing_facts
from workforce.survey.answers.checks.earlier import earlier_responses
from workforce.survey.answers.checks.known_again import FileRow, Recognised, recognise
from workforce.survey.answers.checks.row_keys import row_keys, row_signs
from workforce.survey.answers.checks.suggesting import suggest_words
from workforce.survey.answers.checks.to_look_at import warnings_of
from workforce.survey.answers.decisions import NOTHING_DECIDED, Decisions
from workforce.survey.answers.duplicates import units_of
from workforce.survey.answers.mapping import Uses, check_uses, questions_to_choose
from workforce.survey.answers.read_answer import Reading
from workforce.survey.answers.recording import refuse_archived
from workforce.survey.answers.responses import Answer, Response, responses
from workforce.survey.answers.who_answered import Matching, Whose
from workforce.survey.plain_words import words_key
from workforce.survey.vocabulary import AskedOf, ColumnUse, QuoteConsent
from workforce.survey.waves.waves import Wave, wave


def check(
    db: Database,
    wave_id: str,
    file: FormsFile,
    uses: Uses,
    decisions: Decisions = NOTHING_DECIDED,
    *,
    today: date | None = None,
) -> Checked:
    """What taking in would do with all that is decided so far, with everything that is not. Writes nothing.

    With `today` days that are still to come are warned of.
    """
    of_wave = wave(db, wave_id)
    refuse_archived(of_wave)
    check_uses(file, uses, questions_to_choose(db, wave_id))
    columns = asked_columns(db, of_wave, file, uses, decisions)
    decisions = decisions.with_words(columns.said)
    matching = Matching(db, decisions.who, by_service=of_wave.asked_of is AskedOf.SERVICE)
    found = _Found(db, file, columns, decisions, _special(file, uses), matching)
    held = responses(db, wave_id)
    rows = found.read_rows(row_keys(file))
    asked = [one.question.id for one in columns.asked.values()]
    known = recognise(rows, held, asked, decisions.rows)
    days = days_sent(file.responses, of_wave.opens_on)
    for response, row, one, day in zip(file.responses, rows, known, days, strict=True):
        found.sort(response, row, one, day)
    return Checked(
        of_wave, file, uses, decisions, columns.asked, columns.drafts, tuple(found.new), tuple(found.changed),
        tuple(found.already), tuple(found.blank), tuple(found.held_back), tuple(found.refused),
        found.unknown_words(), _names(matching, found), found.shares_to_decide(),
        tuple(warnings_of(db, of_wave, file, uses, columns, days, today)), history_position(db),
        (*found.notes(), *twice_words(of_wave, held, [one.whose for one in found.new])),
        tuple(found.doubtful), tuple(found.left_rows), columns.parts(),
        earlier=earlier_responses(db, of_wave, decisions),
    )  # fmt: skip


def _place_words(db: Database, provider_id: str | None, services: tuple[str, ...]) -> str:
    """A provider or its services by name."""
    if services:
        return and_list([str(db.value("select name from service where id = ?", (one,))) for one in services])
    return str(db.value("select name from provider where id = ?", (provider_id,))) if provider_id else ""


def _special(file: FormsFile, uses: Uses) -> dict[ColumnUse, int]:
    """The place among the columns of each that is no question."""
    return {uses[column.key].use: place for place, column in enumerate(file.columns)}


@dataclass
class _Words:
    """Words of one column that stand for nothing yet."""

    said: str
    lines: list[int] = field(default_factory=list)
    problem: str = ""


@dataclass
class _Found:
    """What the responses looked at so far come to."""

    db: Database
    file: FormsFile
    columns: AskedColumns
    decisions: Decisions
    special: Mapping[ColumnUse, int]
    matching: Matching
    new: list[NewResponse] = field(default_factory=list)
    changed: list[ChangedResponse] = field(default_factory=list)
    already: list[FormResponse] = field(default_factory=list)
    blank: list[FormResponse] = field(default_factory=list)
    held_back: list[FormResponse] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    doubtful: list[DoubtfulRow] = field(default_factory=list)
    other_form: int = 0
    """How many of them are doubtful because the file looks like another form."""
    left_rows: list[FormResponse] = field(default_factory=list)
    not_read: set[int] = field(default_factory=set)
    words: dict[str, dict[str, _Words]] = field(default_factory=dict)
    shares: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)
    name_lines: dict[str, list[int]] = field(default_factory=dict)
    undecided: dict[int, set[str]] = field(default_factory=dict)
    """By line, the columns of whose answer it is to be decided what it says."""

    def read_rows(self, keys: Sequence[str]) -> list[FileRow]:
        """Every row as it is read; what cannot be read is refused, and has no answers."""
        rows = []
        for response, key, sign in zip(self.file.responses, keys, row_signs(self.file), strict=True):
            answers: dict[str, Answer] | None = None
            beyond = [cell for cell in response.cells[len(self.file.headings) :] if clean_text(cell)]
            if beyond:
                last = shown(beyond[-1])
                said = f"The row has more cells than there are headings, up to {last}: its answers may be shifted"
                self._refuse(response, said, "")
            else:
                answers = self._answers(response)
            whose = self._whose(response)
            if answers is None:
                self.not_read.add(response.line)
                if not beyond:
                    self._list_names(
                        response
                    )  # what is refused for its words may be decided, and names with it
            by_question = {
                self.columns.asked[column].question.id: one for column, one in (answers or {}).items()
            }
            rows.append(FileRow(response.line, key, sign, by_question, whose))
        return rows

    def sort(self, response: FormResponse, row: FileRow, known: Recognised, day: date | None) -> None:
        """Put one response where it belongs."""
        if response.line in self.not_read:
            return
        if known.repeat:
            self.already.append(response)
        elif known.left_out:
            self.left_rows.append(response)
        elif known.doubt:
            number = known.held.number if known.held else None
            held_id = known.held.id if known.held else ""
            self.other_form += known.other_form
            self.doubtful.append(DoubtfulRow(response.line, row.handle, known.doubt, held_id, number))
        elif known.held is not None:
            self._compare(response, row, known.held, day)
        elif not row.answers:
            self.blank.append(response)
        elif response.incomplete and self.decisions.leave_incomplete:
            self.left_rows.append(response)
        else:
            self._new(response, row, known.key, day)

    def _answers(self, response: FormResponse) -> dict[str, Answer] | None:
        """By column; None where the row is refused."""
        answers: dict[str, Answer] = {}
        refused = False
        for place, column in enumerate(self.file.columns):
            if column.key not in self.columns.asked:
                continue
            reading = self._read(column, response.told[place])
            self._note(column, reading, response)
            if reading.problem and not refused:
                self._refuse(response, reading.problem, column.heading)
                refused = True
            if reading.answer is not None:
                answers[column.key] = reading.answer
        return None if refused else answers

    def _read(self, column: FormColumn, told: str) -> Reading:
        return self.columns.readers[column.key].read(told)

    def _note(self, column: FormColumn, reading: Reading, response: FormResponse) -> None:
        if reading.unknown or reading.may_be_share:
            self.undecided.setdefault(response.line, set()).add(column.key)
        for words in reading.unknown:
            held = self.words.setdefault(column.key, {}).setdefault(words_key(words), _Words(words))
            held.lines.append(response.line)
            held.problem = held.problem or reading.problem
        if reading.may_be_share and reading.answer is not None:
            self.shares.setdefault(column.key, []).append((reading.answer.text, response.line))
        for note in reading.notes:
            self.dropped[f"{column.heading}: {note}"] += 1

    def _refuse(self, response: FormResponse, reason: str, heading: str) -> None:
        self.refused.append(RefusedRow(response.line, self.file.sheet, response.cells, reason, heading))

    # --- new, or with other answers -----------------------------------------------------------------------

    def _compare(self, response: FormResponse, row: FileRow, held: Response, day: date | None) -> None:
        """What the columns that the file has say, beside what was taken in before."""
        by_column = self._by_column(row)
        open_columns = self.undecided.get(response.line, set())
        differences = differing_answers(self.columns.asked, held, by_column, open_columns)
        facts = differing_facts(
            held, self.special.keys(), row.whose, self._consent(response), self._language(response), day,
            partial(_place_words, self.db),
        )  # fmt: skip
        if not differences and not facts.words:
            self.already.append(response)
            return
        if facts.whose is not None:
            self._list_names(response)
        chosen = row.handle in self.decisions.changed
        self.changed.append(
            ChangedResponse(response.line, row.handle, held.id, held.number, differences, chosen, facts)
        )

    def _new(self, response: FormResponse, row: FileRow, key: str, day: date | None) -> None:
        whose = row.whose
        self._list_names(response)
        if self.decisions.hold_back and whose.provider_id is None and (whose.said_name or whose.said_id):
            self.held_back.append(response)
            return
        self.new.append(
            NewResponse(
                response.line, key, self._by_column(row), whose, day, self._language(response),
                self._consent(response),
            )
        )  # fmt: skip

    def _by_column(self, row: FileRow) -> dict[str, Answer]:
        return {
            column: row.answers[asked.question.id]
            for column, asked in self.columns.asked.items()
            if asked.question.id in row.answers
        }

    def _whose(self, response: FormResponse) -> Whose:
        name = self._told(response, ColumnUse.PROVIDER_NAME)
        location = self._told(response, ColumnUse.LOCATION_ID)
        return self.matching.whose(name, location, self._told(response, ColumnUse.PROVIDER_ID))

    def _list_names(self, response: FormResponse) -> None:
        """The names of a response that comes in are to be looked at."""
        numbers = (self._told(response, one) for one in (ColumnUse.LOCATION_ID, ColumnUse.PROVIDER_ID))
        name = self._told(response, ColumnUse.PROVIDER_NAME)
        for part in self.matching.keys_in(name, ", ".join(filter(None, numbers))):
            self.name_lines.setdefault(part, []).append(response.line)

    def _language(self, response: FormResponse) -> str:
        return self._told(response, ColumnUse.LANGUAGE) or response.language

    def _consent(self, response: FormResponse) -> QuoteConsent:
        return consent_of(self._told(response, ColumnUse.QUOTE_CONSENT))

    def _told(self, response: FormResponse, use: ColumnUse) -> str:
        place = self.special.get(use)
        return clean_text(response.told[place], keep_lines=True) if place is not None else ""

    # --- what is to be decided ----------------------------------------------------------------------------

    def unknown_words(self) -> tuple[UnknownWords, ...]:
        """Each once by column, what is decided among them; the most frequent first."""
        found: list[UnknownWords] = []
        for column in self.file.columns:
            if column.key not in self.columns.asked:
                continue
            some = [
                UnknownWords(column.key, key, one.said, len(one.lines), tuple(one.lines), problem=one.problem)
                for key, one in self.words.get(column.key, {}).items()
            ]
            some += self.columns.not_offered(column)
            some.sort(key=lambda one: (-one.times, one.said.casefold()))
            found += suggest_words(self.columns.asked[column.key], some, column.options)
            found += self.columns.decided(column)
        return tuple(found)

    def shares_to_decide(self) -> tuple[SharesToDecide, ...]:
        """The columns where 0.5 may be a half."""
        return tuple(
            SharesToDecide(
                key, tuple(dict.fromkeys(said for said, _ in some)), tuple(line for _, line in some)
            )
            for key, some in self.shares.items()
        )

    def notes(self) -> Iterable[str]:
        """What is to be decided of rows, and what was dropped from answers, with how often."""
        if self.doubtful:
            alike = sum(one.number is not None for one in self.doubtful)
            of_these = f"; {alike} may be responses held already" if alike else ""
            rows = count_of(len(self.doubtful), "row is", "rows are")
            yield f"{rows} neither added nor changed until it is decided what they are{of_these}."
        if self.other_form:
            rows = count_of(self.other_form, "row has", "rows have")
            yield (
                f"{rows} the number of a response held already and hardly any of its answers: this looks like "
                "another form, whose numbers begin anew. Say whether they are new."
            )
        incomplete = sum(one.incomplete for one in self.file.responses)
        if incomplete:
            yield f"{count_of(incomplete, 'response was', 'responses were')} begun and never sent off."
        waiting = sum(each.waits for one in self.changed for each in one.differences)
        if waiting:
            what = count_of(waiting, "new answer waits", "new answers wait")
            yield f"{what} until it is decided what is meant; what is held stays."
        for key in sorted(self.columns.guessed):
            wording = shortened(self.columns.asked[key].wording)
            yield f"No figure under “{wording}” is above 1, so they are read as shares: 0.5 is 50%, and 1 is 100%."
        for note, times in self.dropped.items():
            yield f"{note} ({times}×)." if times > 1 else f"{note}."


def twice_words(of_wave: Wave, held: Iterable[Response], new: Iterable[Whose]) -> list[str]:
    """A sentence where new responses are of a service or provider that another response is of too."""
    by_service = of_wave.asked_of is AskedOf.SERVICE
    seen = {unit for one in held for unit in units_of(one.provider_id, one.services, by_service=by_service)}
    twice = 0
    for one in new:
        units = units_of(one.provider_id, one.services, by_service=by_service)
        twice += bool(seen & set(units))
        seen |= set(units)
    if not twice:
        return []
    who = count_of(twice, "response is", "responses are")
    return [
        f"{who} of a {of_wave.asked_of.noun} that another response is of too: after it is taken in, choose which one "
        "counts."
    ]


def _names(matching: Matching, found: _Found) -> tuple[NameInFile, ...]:
    """Each name once, those to look at first."""
    names = [
        NameInFile(key, matching.said[key], tuple(found.name_lines.get(key, ())), match)
        for key, match in matching.matches.items()
        if key in found.name_lines
    ]
    return tuple(sorted(names, key=lambda one: (one.match.is_sure, -one.times, one.said.casefold())))
