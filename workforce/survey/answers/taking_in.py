"""Writing what an answers file brings, after it was looked at: whole, in one change that one undo takes back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from resources.database import Database, change, new_key
from resources.database.history import ChangedSince, history_position
from resources.files.forms.layout import FormColumn
from resources.problem import Problem
from resources.tables import Cell
from resources.wording import capital_first, count_of, instant_text
from workforce.survey.answers.checked import Checked, NewFacts
from workforce.survey.answers.checks.asked_columns import known_of, new_option_key
from workforce.survey.answers.checks.asked_otherwise import file_asks_otherwise
from workforce.survey.answers.decisions import Means
from workforce.survey.answers.mapping import remember
from workforce.survey.answers.read_answer import Known
from workforce.survey.answers.recording import insert_response, next_number, put_answer, put_tie
from workforce.survey.answers.responses import Answer, Response, response
from workforce.survey.answers.who_answered import remember_name
from workforce.survey.answers.words.known_words import remember_words
from workforce.survey.questionnaire.editing import OptionDraft, add_option, add_question
from workforce.survey.vocabulary import ColumnUse, QuoteConsent, Source
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.asking import add_asked, asked, set_asked_options, set_asked_wording


@dataclass(frozen=True)
class Taken:
    """What was taken in; `file_id` is the file as it is kept, `tied` how many earlier responses were tied too."""

    added: int
    changed: int
    new_questions: int
    new_options: int
    file_id: str
    tied: int = 0


def take_in(db: Database, found: Checked, *, now: datetime) -> Taken:
    """Add the new responses, the changes chosen, new questions and options, and all that was decided."""
    if history_position(db) != found.position:
        raise ChangedSince(
            "Something changed after this preview was made, so nothing was taken in. Look at the preview again."
        )
    chosen = found.changed_chosen
    if not found.brings_something:
        raise Problem(_nothing_words(found))
    with change(db, _name(found)):
        writing = _Writing(db, found)
        writing.put_questions()
        writing.keep_decisions()
        file_id = _keep_file(db, found, now)
        for number, one in enumerate(found.new, next_number(db, found.wave.id)):
            whose = one.whose
            insert_response(
                db, found.wave.id, number, writing.answers(one.answers), source=Source.FILE,
                provider_id=whose.provider_id, services=whose.services, received_on=one.received_on,
                said_name=whose.said_name, said_id=whose.said_id, language=one.language,
                quote_consent=one.quote_consent, file_id=file_id, row_key=one.row_key,
            )  # fmt: skip
        for each in chosen:
            held = response(db, each.response_id)
            for difference in each.can_stand:
                after = writing.real(difference.after) if difference.after is not None else None
                put_answer(db, held, writing.questions[difference.column_key], after)
            _put_facts(db, held, each.facts)
        for each in found.withdrawn:
            db.update_row("survey_response", each.response_id, {"quote_consent": QuoteConsent.NO.value})
        for earlier in found.earlier_chosen:
            whose = earlier.whose
            put_tie(db, response(db, earlier.response_id), whose.provider_id, whose.services)
    changed = len({one.line for one in (*chosen, *found.withdrawn)})
    tied = len(found.earlier_chosen)
    return Taken(len(found.new), changed, len(found.drafts), writing.new_options, file_id, tied)


def _nothing_words(found: Checked) -> str:
    """Why a file brings nothing, and what would have it bring something."""
    said = []
    if found.doubtful:
        open_ = count_of(len(found.doubtful), "row is", "rows are")
        said.append(f"it is to be decided first what {open_}")
    if found.changed_left:
        changed = count_of(len(found.changed_left), "response has", "responses have")
        said.append(f"{changed} changed: choose to take the changes over")
    waiting = sum(each.waits for one in found.changed for each in one.differences)
    if waiting:
        answers = count_of(waiting, "new answer waits", "new answers wait")
        said.append(f"{answers} until it is decided what is meant")
    nothing = f"“{found.file.name}” holds no response that could be added"
    return ". ".join([nothing, *map(capital_first, said), "Nothing was changed."])


def _name(found: Checked) -> str:
    added, chosen = len(found.new), len({one.line for one in (*found.changed_chosen, *found.withdrawn)})
    if not added:
        return f"Changed {count_of(chosen, 'response')} to {found.wave.name} from a file"
    return f"Took in {count_of(added, 'response')} to {found.wave.name}"


def _put_facts(db: Database, held: Response, facts: NewFacts) -> None:
    """What a response says otherwise beside its answers."""
    cells: dict[str, Cell] = {}
    if facts.consent is not None:
        cells["quote_consent"] = facts.consent.value
    if facts.language is not None:
        cells["language"] = facts.language
    if facts.received_on is not None:
        cells["received_on"] = facts.received_on.isoformat()
    if facts.whose is not None:
        cells |= {"said_name": facts.whose.said_name, "said_id": facts.whose.said_id}
        put_tie(db, held, facts.whose.provider_id, facts.whose.services)
    if cells:
        db.update_row("survey_response", held.id, cells)


class _Writing:
    """Puts the keys of questions and options that are added where the preview had others standing in for them."""

    def __init__(self, db: Database, found: Checked) -> None:
        self._db, self._found = db, found
        self.questions: dict[str, str] = {}
        self._options: dict[str, str] = {}
        self.new_options = 0
        self._otherwise = {one.column_key: one for one in file_asks_otherwise(found) if not one.as_planned}

    def put_questions(self) -> None:
        """Add what is new, and put right what the wave is known to have asked."""
        db, found = self._db, self._found
        in_wave = {one.question.id: one for one in asked_of_wave(db, found.wave.id)}
        for column in found.file.columns:
            if column.key not in found.asked:
                continue
            meant = found.asked[column.key]
            if column.key in found.drafts:
                added = add_question(db, found.wave.survey_id, found.drafts[column.key])
                stand_ins = [one.id for one in meant.question.options]
                real = [one.id for one in added.options]
                self._options |= dict(zip(stand_ins, real, strict=False))
                key = added.id
            else:
                key = meant.question.id
            self.questions[column.key] = key
            if key not in in_wave:
                add_asked(db, found.wave.id, key)
            if column.key in self._otherwise and self._otherwise[column.key].wording:
                set_asked_wording(db, found.wave.id, key, column.heading)
        self._put_options()

    def _put_options(self) -> None:
        """Options that are new by a decision are offered by the questionnaire and were offered by the wave."""
        db, found = self._db, self._found
        for (column, key), decision in found.decisions.words.items():
            if decision.means is not Means.NEW_OPTION or column not in self.questions:
                continue
            stand_in = new_option_key(column, key)
            meant = next(one for one in found.asked[column].question.options if one.id == stand_in)
            draft = OptionDraft(meant.wording, is_other=meant.is_other)
            added = add_option(db, self.questions[column], draft)
            self._options[stand_in] = added.id
            self.new_options += 1
        for one in found.file.columns:
            if one.key in self.questions:
                self._put_offered(one)

    def _put_offered(self, column: FormColumn) -> None:
        """What the file shows the wave to have offered: new options, and others by the names they had then."""
        db, found, key = self._db, self._found, self.questions[column.key]
        held = asked(db, found.wave.id, key)
        offered = {one.option.id: one.wording for one in held.options}
        added = {one.id: one.wording for one in held.question.options if one.id in self._options.values()}
        otherwise = self._otherwise.get(column.key)
        options = otherwise.options if otherwise else ()
        renamed = {self._options.get(one.option_id, one.option_id): one.wording for one in options}
        wordings = {**offered, **added, **{one: words for one, words in renamed.items() if one in offered}}
        if wordings != offered:
            set_asked_options(db, found.wave.id, key, wordings)

    def keep_decisions(self) -> None:
        """Keep what headings, words and names meant, for the next file."""
        db, found = self._db, self._found
        kept: dict[str, tuple[ColumnUse, str | None]] = {}
        for column, use in found.uses.items():
            key = self.questions.get(column)
            kept[column] = (ColumnUse.QUESTION, key) if key else (use.use, None)
        remember(db, found.wave.id, kept)
        words: dict[str, dict[str, tuple[str, Known]]] = {}
        for one in found.unknown:
            decision = found.decisions.words.get((one.column_key, one.said_key))
            if decision is not None and one.column_key in self.questions:
                known = known_of(decision, self._options.get(new_option_key(one.column_key, one.said_key)))
                real = replace(known, option_id=self._options.get(known.option_id or "", known.option_id))
                of_question = words.setdefault(self.questions[one.column_key], {})
                of_question[one.said_key] = (one.said, real)
        for column, parts in found.parts.items():
            of_question = words.setdefault(self.questions[column], {})
            of_question |= {
                key: (meant.wording, known_of(meant))
                for key, meant in parts.items()
                if key not in of_question
            }
        for key, decided in words.items():
            remember_words(db, key, decided)
        said = {one.said_key: one.said for one in found.names}
        for name, who in found.decisions.who.items():
            if name in said:
                remember_name(db, said[name], who)

    def answers(self, told: Mapping[str, Answer]) -> dict[str, Answer]:
        """By question."""
        return {self.questions[column]: self.real(answer) for column, answer in told.items()}

    def real(self, answer: Answer) -> Answer:
        """With the keys that options have now."""
        return replace(answer, options=tuple(self._options.get(one, one) for one in answer.options))


def _keep_file(db: Database, found: Checked, now: datetime) -> str:
    held = db.value(
        "select id from survey_file where wave_id = ? and sha256 = ?", (found.wave.id, found.file.sha256)
    )
    if held:
        return str(held)
    key = new_key()
    db.insert_row(
        "survey_file",
        {
            "id": key, "wave_id": found.wave.id, "name": found.file.name, "sha256": found.file.sha256,
            "program": found.file.program.value, "responses": len(found.file.responses),
            "taken_in_at": instant_text(now),
        },
    )  # fmt: skip
    return key
