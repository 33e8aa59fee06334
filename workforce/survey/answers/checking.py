"""What an answers file would add to a wave, found before anything is written."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from resources.database import Database
from resources.database.history import history_position
from resources.files.cells import clean_text, shown
from resources.files.forms.answer_words import yes_or_no
from resources.files.forms.forms_file import FormResponse, FormsFile, days_sent
from resources.files.forms.layout import FormColumn
from resources.files.headers import heading_keys
from resources.files.refused import RefusedRow
from resources.wording import count_of
from workforce.survey.answers.checked import (
    ChangedResponse,
    Checked,
    Difference,
    NameInFile,
    NewResponse,
    SharesToDecide,
    UnknownWords,
)
from workforce.survey.answers.checks.asked_columns import AskedColumns, asked_columns
from workforce.survey.answers.checks.row_keys import row_keys
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
    db: Database, wave_id: str, file: FormsFile, uses: Uses, decisions: Decisions = NOTHING_DECIDED
) -> Checked:
    """What taking in would do with all that is decided so far, with everything that is not. Writes nothing."""
    of_wave = wave(db, wave_id)
    refuse_archived(of_wave)
    check_uses(file, uses, questions_to_choose(db, wave_id))
    columns = asked_columns(db, of_wave, file, uses, decisions)
    found = _Found(file, of_wave, columns, decisions, _special(file, uses))
    matching = Matching(db, decisions.who, by_service=of_wave.asked_of is AskedOf.SERVICE)
    held = {one.row_key or one.id: one for one in responses(db, wave_id)}
    days = days_sent(file.responses, of_wave.opens_on)
    for response, key, day in zip(file.responses, row_keys(file), days, strict=True):
        found.add(response, key, day, matching, held)
    return Checked(
        of_wave, file, uses, decisions, columns.asked, columns.drafts, tuple(found.new), tuple(found.changed),
        tuple(found.already), tuple(found.blank), tuple(found.held_back), tuple(found.refused),
        found.unknown_words(), _names(matching, found), found.shares_to_decide(),
        tuple(warnings_of(db, of_wave, file, uses, columns, days)), history_position(db),
        (*found.notes(), *twice_words(of_wave, held.values(), [one.whose for one in found.new])),
        columns.parts(),
    )  # fmt: skip


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

    file: FormsFile
    wave: Wave
    columns: AskedColumns
    decisions: Decisions
    special: Mapping[ColumnUse, int]
    new: list[NewResponse] = field(default_factory=list)
    changed: list[ChangedResponse] = field(default_factory=list)
    already: list[FormResponse] = field(default_factory=list)
    blank: list[FormResponse] = field(default_factory=list)
    held_back: list[FormResponse] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    words: dict[str, dict[str, _Words]] = field(default_factory=dict)
    shares: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)
    name_lines: dict[str, list[int]] = field(default_factory=dict)

    def add(
        self,
        response: FormResponse,
        key: str,
        day: date | None,
        matching: Matching,
        held: Mapping[str, Response],
    ) -> None:
        """Look at one response."""
        if key in self.seen:
            self.already.append(response)
            return
        self.seen.add(key)
        beyond = [cell for cell in response.cells[len(self.file.headings) :] if clean_text(cell)]
        if beyond:
            last = shown(beyond[-1])
            said = f"The row has more cells than there are headings, up to {last}: its answers may be shifted"
            self._refuse(response, said, "")
            return
        answers = self._answers(response)
        if answers is None:
            self._whose(response, matching)  # what is refused for its words may be decided, and names with it
            return
        if not answers:
            self.blank.append(response)
        elif key in held:
            self._compare(response, key, held[key], answers)
        else:
            self._new(response, key, day, answers, matching)

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

    def _compare(
        self, response: FormResponse, key: str, held: Response, answers: Mapping[str, Answer]
    ) -> None:
        """The answers of the columns that the file has, beside those taken in before."""
        differences = []
        for column, asked in self.columns.asked.items():
            before, after = held.answers.get(asked.question.id), answers.get(column)
            if not same_answer(before, after):
                differences.append(Difference(column, before, after))
        if not differences:
            self.already.append(response)
            return
        self.changed.append(
            ChangedResponse(
                response.line, key, held.id, held.number, tuple(differences), key in self.decisions.changed
            )
        )

    def _new(
        self,
        response: FormResponse,
        key: str,
        day: date | None,
        answers: Mapping[str, Answer],
        matching: Matching,
    ) -> None:
        whose = self._whose(response, matching)
        if self.decisions.hold_back and whose.provider_id is None and (whose.said_name or whose.said_id):
            self.held_back.append(response)
            return
        language = self._told(response, ColumnUse.LANGUAGE) or response.language
        consent = self._told(response, ColumnUse.QUOTE_CONSENT)
        self.new.append(NewResponse(response.line, key, answers, whose, day, language, consent_of(consent)))

    def _whose(self, response: FormResponse, matching: Matching) -> Whose:
        name = self._told(response, ColumnUse.PROVIDER_NAME)
        location = self._told(response, ColumnUse.LOCATION_ID)
        provider = self._told(response, ColumnUse.PROVIDER_ID)
        whose = matching.whose(name, location, provider)
        for part in matching.keys_in(name):
            self.name_lines.setdefault(part, []).append(response.line)
        return whose

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
            found += suggest_words(self.columns.asked[column.key], some)
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
        """What was dropped from answers, with how often."""
        for note, times in self.dropped.items():
            yield f"{note} ({times}×)." if times > 1 else f"{note}."


def same_answer(one: Answer | None, other: Answer | None) -> bool:
    """Whether two answers say the same, in whatever order the options stand."""
    if one is None or other is None:
        return one is other
    return replace(one, options=tuple(sorted(one.options))) == replace(
        other, options=tuple(sorted(other.options))
    )


def consent_of(text: str) -> QuoteConsent:
    """Yes, no, or nothing that says either."""
    first = heading_keys(text)[0].split()[:1]
    yes = yes_or_no(text)
    if yes is None and first in (["yes"], ["no"]):
        yes = first == ["yes"]
    if yes is None:
        return QuoteConsent.NOT_ASKED
    return QuoteConsent.YES if yes else QuoteConsent.NO


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
    ]
    return tuple(sorted(names, key=lambda one: (one.match.is_sure, -one.times, one.said.casefold())))
