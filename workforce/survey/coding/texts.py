"""What was written to a question, each text once for all waves, and what it was coded to, by whom."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from resources.database import Database, change, new_key
from resources.problem import Problem
from resources.wording import as_instant, count_of, instant_text, shortened
from workforce.survey.coding.codes import Code, refuse_code
from workforce.survey.coding.text_key import text_key
from workforce.survey.questionnaire.questions import Option, Question, question
from workforce.survey.vocabulary import QuestionKind


@dataclass(frozen=True)
class CodedText:
    """A text in the writing it has most often. `waves` has how many responses of each wave wrote it.

    `fits_none`: somebody looked at it and none of the codes says it. Without that and without `codes` nobody has yet.
    """

    text_key: str
    text: str
    times: int
    waves: Mapping[str, int]
    codes: tuple[Code, ...] = ()
    fits_none: bool = False
    coded_by: str = ""
    coded_at: datetime | None = None
    writings: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_coded(self) -> bool:
        """Whether somebody has looked at it."""
        return self.fits_none or bool(self.codes)


def texts(db: Database, question_id: str, *, wave_id: str = "") -> list[CodedText]:
    """The texts of a question in the responses that count, the most frequent first; of one wave if it is given."""
    written: dict[str, Counter[str]] = {}
    waves: dict[str, Counter[str]] = {}
    for wave, text in db.rows(
        """select wave_id, text from survey_answer join survey_response on survey_response.id = response_id
        join survey_wave on survey_wave.id = wave_id
        where question_id = ? and text <> '' and state = 'answered' and counts and archived_on is null
        and (? = '' or wave_id = ?) order by opens_on, number""",
        (question_id, wave_id, wave_id),
    ):
        key = text_key(text)
        written.setdefault(key, Counter())[text] += 1
        waves.setdefault(key, Counter())[wave] += 1
    codings = _codings(db, question_id)
    found = [_text(key, written[key], waves[key], codings.get(key, [])) for key in written if key]
    return sorted(found, key=lambda one: (-one.times, one.text_key))


def text(db: Database, question_id: str, key: str) -> CodedText:
    """One by its key."""
    found = next((one for one in texts(db, question_id) if one.text_key == key), None)
    if found is None:
        raise LookupError(f"nobody wrote {key!r} to the survey question {question_id}")
    return found


def text_of_coding(db: Database, coding_id: str) -> tuple[str, str] | None:
    """The question and the text that a coding is of; None where it is gone."""
    found = db.row("select question_id, text_key from survey_coding where id = ?", (coding_id,))
    return (found[0], found[1]) if found is not None else None


@dataclass(frozen=True)
class QuestionTexts:
    """A question to which something was written: how many texts that differ, and how many nobody has coded yet."""

    question: Question
    texts: int
    to_code: int


def questions_with_texts(db: Database, survey_id: str) -> list[QuestionTexts]:
    """The questions of a survey that have texts, retired ones too, in their order."""
    keys = db.rows(
        """select id from survey_question where survey_id = ? and exists (select 1 from survey_answer
        where question_id = survey_question.id and text <> '' and state = 'answered') order by position, id""",
        (survey_id,),
    )
    found = []
    for (key,) in keys:
        written = texts(db, key)
        if written:
            to_code = sum(not one.is_coded for one in written)
            found.append(QuestionTexts(question(db, key), len(written), to_code))
    return found


_Coding = tuple[str | None, str, str, str]


def _codings(db: Database, question_id: str) -> dict[str, list[_Coding]]:
    """What is kept for each text: option and wording, who coded it and when."""
    found: dict[str, list[_Coding]] = {}
    for key, option, wording, who, at in db.rows(
        """select text_key, option_id, coalesce(wording, ''), coded_by, coded_at from survey_coding
        left join survey_option on survey_option.id = option_id where survey_coding.question_id = ?
        order by position, survey_coding.id""",
        (question_id,),
    ):
        found.setdefault(key, []).append((option, wording, who, at))
    return found


def _text(key: str, written: Counter[str], waves: Counter[str], codings: Sequence[_Coding]) -> CodedText:
    shown = written.most_common(1)[0][0]
    last = max(codings, key=lambda one: one[3], default=None)
    return CodedText(
        key, shown, written.total(), dict(waves),
        tuple(Code(option, wording) for option, wording, _, _ in codings if option),
        any(option is None for option, *_ in codings),
        last[2] if last else "", as_instant(last[3]) if last else None, tuple(written),
    )  # fmt: skip


# --- the verbs ------------------------------------------------------------------------------------------------


def code(
    db: Database, question_id: str, text_keys: Iterable[str], option_ids: Iterable[str], *, now: datetime,
    add: bool = False,
) -> list[CodedText]:  # fmt: skip
    """Say what texts mean: these codes and no other, or these as well with `add`. The texts as they are now."""
    of = question(db, question_id)
    chosen = list(dict.fromkeys(option_ids))
    options = {one.id: one for one in of.options}
    _refuse(of, [options[key] for key in chosen])
    keys = _keys(text_keys)
    with change(db, f"Coded {_named(db, question_id, keys)} to {_quoted(options[key] for key in chosen)}"):
        for key in keys:
            held = _held(db, question_id, key)
            kept = [one for one in held if one] if add and several_codes(of) else []
            _set_codes(db, question_id, key, held, [*kept, *chosen], now)
    return _shown(db, question_id, keys)


def fits_none(db: Database, question_id: str, text_keys: Iterable[str], *, now: datetime) -> list[CodedText]:
    """Say of texts that none of the codes says them."""
    keys = _keys(text_keys)
    with change(db, f"Coded {_named(db, question_id, keys)} as fitting no code"):
        for key in keys:
            _set_codes(db, question_id, key, _held(db, question_id, key), [None], now)
    return _shown(db, question_id, keys)


def uncode(db: Database, question_id: str, text_keys: Iterable[str]) -> list[CodedText]:
    """Take the codes of texts away, as if nobody had looked at them."""
    keys = _keys(text_keys)
    with change(db, f"Took the codes of {_named(db, question_id, keys)} away"):
        for key in keys:
            for row in _held(db, question_id, key).values():
                db.delete_row("survey_coding", row)
    return _shown(db, question_id, keys)


def several_codes(of: Question) -> bool:
    """Whether a text of this question may mean several things."""
    return of.kind in (QuestionKind.SEVERAL_CHOICES, QuestionKind.TEXT)


def _refuse(of: Question, chosen: Sequence[Option]) -> None:
    if not chosen:
        raise Problem("No code is chosen. Choose one, or say that the text fits none.")
    if len(chosen) > 1 and not several_codes(of):
        raise Problem(f"“{of.wording}” takes one answer, so a text of it takes one code. Choose one.")
    for one in chosen:
        refuse_code(one)


def _keys(text_keys: Iterable[str]) -> list[str]:
    keys = [key for key in dict.fromkeys(text_keys) if key]
    if not keys:
        raise Problem("No text is chosen. Choose one or more in the table.")
    return keys


def _held(db: Database, question_id: str, key: str) -> dict[str | None, str]:
    rows = db.rows(
        "select option_id, id from survey_coding where question_id = ? and text_key = ? order by id",
        (question_id, key),
    )
    return dict(rows)


def _set_codes(
    db: Database, question_id: str, key: str, held: Mapping[str | None, str], wanted: Sequence[str | None],
    now: datetime,
) -> None:  # fmt: skip
    for option, row in held.items():
        if option not in wanted:
            db.delete_row("survey_coding", row)
    for option in dict.fromkeys(wanted):
        if option not in held:
            db.insert_row(
                "survey_coding",
                {"id": new_key(), "question_id": question_id, "text_key": key, "option_id": option,
                 "coded_by": db.who, "coded_at": instant_text(now)},
            )  # fmt: skip


def _shown(db: Database, question_id: str, keys: Sequence[str]) -> list[CodedText]:
    held = {one.text_key: one for one in texts(db, question_id)}
    return [held[key] for key in keys if key in held]


def _named(db: Database, question_id: str, keys: Sequence[str]) -> str:
    if len(keys) > 1:
        return count_of(len(keys), "text")
    shown = _shown(db, question_id, keys)
    return f"“{shortened(shown[0].text if shown else keys[0], 40)}”"


def _quoted(options: Iterable[Option]) -> str:
    from resources.wording import and_list

    return and_list([f"“{shortened(one.wording, 40)}”" for one in options])
