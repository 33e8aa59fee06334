"""What was written to a question, each text once for all waves, and what it was coded to, by whom."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
    return _with_codings(db, question_id, _written(db, question_id, wave_id=wave_id))


def _written(
    db: Database, question_id: str, *, wave_id: str = "", only: Container[str] | None = None
) -> list[CodedText]:
    """What was written, as nobody had coded it; `only` these texts where they are given."""
    written: dict[str, Counter[str]] = {}
    waves: dict[str, Counter[str]] = {}
    for wave, text, times in db.rows(
        """select wave_id, text, count(*) from survey_answer
        join survey_response on survey_response.id = response_id join survey_wave on survey_wave.id = wave_id
        where question_id = ? and text <> '' and state = 'answered' and counts and archived_on is null
        and (? = '' or wave_id = ?) group by wave_id, text order by min(opens_on), min(number)""",
        (question_id, wave_id, wave_id),
    ):
        key = text_key(text)
        if key and (only is None or key in only):
            written.setdefault(key, Counter())[text] += times
            waves.setdefault(key, Counter())[wave] += times
    found = [_text(key, written[key], waves[key]) for key in written]
    return sorted(found, key=lambda one: (-one.times, one.text_key))


def text(db: Database, question_id: str, key: str) -> CodedText:
    """One by its key."""
    found = _with_codings(db, question_id, _written(db, question_id, only={key}))
    if not found:
        raise LookupError(f"nobody wrote {key!r} to the survey question {question_id}")
    return found[0]


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
    written: dict[str, set[str]] = {}
    for key, text in db.rows(
        """select distinct question_id, text from survey_question
        join survey_answer on question_id = survey_question.id join survey_response on survey_response.id = response_id
        join survey_wave on survey_wave.id = wave_id
        where survey_question.survey_id = ? and text <> '' and state = 'answered' and counts
        and survey_wave.archived_on is null order by survey_question.position, survey_question.id""",
        (survey_id,),
    ):
        written.setdefault(key, set()).add(text_key(text))
    found = []
    for key, texts_of in written.items():
        each = texts_of - {""}
        if each:
            found.append(QuestionTexts(question(db, key), len(each), len(each - _codings(db, key).keys())))
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


def _text(key: str, written: Counter[str], waves: Counter[str]) -> CodedText:
    shown = written.most_common(1)[0][0]
    return CodedText(key, shown, written.total(), dict(waves), writings=tuple(written))


def _with_codings(db: Database, question_id: str, held: Iterable[CodedText]) -> list[CodedText]:
    codings = _codings(db, question_id)
    return [_coded(one, codings[one.text_key]) if one.text_key in codings else one for one in held]


def _coded(one: CodedText, codings: Sequence[_Coding]) -> CodedText:
    *_, who, at = max(codings, key=lambda each: each[3])
    return replace(
        one, codes=tuple(Code(option, wording) for option, wording, _, _ in codings if option),
        fits_none=any(option is None for option, *_ in codings), coded_by=who, coded_at=as_instant(at),
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
    shown = _written(db, question_id, only=set(keys))
    with change(db, f"Coded {_named(shown, keys)} to {_quoted(options[key] for key in chosen)}"):
        for key in keys:
            held = _held(db, question_id, key)
            kept = [one for one in held if one] if add and several_codes(of) else []
            _set_codes(db, question_id, key, held, [*kept, *chosen], now)
    return _in_order(_with_codings(db, question_id, shown), keys)


def fits_none(db: Database, question_id: str, text_keys: Iterable[str], *, now: datetime) -> list[CodedText]:
    """Say of texts that none of the codes says them."""
    keys = _keys(text_keys)
    shown = _written(db, question_id, only=set(keys))
    with change(db, f"Coded {_named(shown, keys)} as fitting no code"):
        for key in keys:
            _set_codes(db, question_id, key, _held(db, question_id, key), [None], now)
    return _in_order(_with_codings(db, question_id, shown), keys)


def uncode(db: Database, question_id: str, text_keys: Iterable[str]) -> list[CodedText]:
    """Take the codes of texts away, as if nobody had looked at them."""
    keys = _keys(text_keys)
    shown = _written(db, question_id, only=set(keys))
    with change(db, f"Took the codes of {_named(shown, keys)} away"):
        for key in keys:
            for row in _held(db, question_id, key).values():
                db.delete_row("survey_coding", row)
    return _in_order(_with_codings(db, question_id, shown), keys)


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


def _in_order(shown: Iterable[CodedText], keys: Sequence[str]) -> list[CodedText]:
    held = {one.text_key: one for one in shown}
    return [held[key] for key in keys if key in held]


def _named(shown: Sequence[CodedText], keys: Sequence[str]) -> str:
    if len(keys) > 1:
        return count_of(len(keys), "text")
    return f"“{shortened(shown[0].text if shown else keys[0], 40)}”"


def _quoted(options: Iterable[Option]) -> str:
    from resources.wording import and_list

    return and_list([f"“{shortened(one.wording, 40)}”" for one in options])
