"""Which column of an answers file answers which question: by memory, code, words or likeness; never silently."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resources.database import Database, new_key
from resources.files.cells import clean_text
from resources.files.forms.answer_words import yes_or_no
from resources.files.forms.forms_file import FormsFile
from resources.files.forms.layout import FormColumn
from resources.files.headers import heading_keys
from resources.problem import Problem
from workforce.survey.answers.read_answer import Reader
from workforce.survey.questionnaire.questions import Question, code_key, questions
from workforce.survey.vocabulary import ColumnUse
from workforce.survey.waves.asked import Asked, AskedOption, asked_of_wave
from workforce.survey.waves.waves import wave


@dataclass(frozen=True)
class ColumnUseFor:
    """What one column is taken for, and why; `question_id` where it answers a question that is there.

    `remembered` where a file before had the heading. `sure` is False where somebody should look at it, `likeness` how
    many per cent alike the words are where nothing else tells.
    """

    use: ColumnUse
    question_id: str = ""
    reason: str = ""
    remembered: bool = False
    sure: bool = True
    likeness: int = 0


Uses = Mapping[str, ColumnUseFor]
"""By the key of each column."""

_DOES_NOT_FIT = "but most answers are none of its options"
CHOSEN = "chosen"
NOTHING_ALIKE = "no question is like it"


def chosen(use: ColumnUse, question_id: str = "") -> ColumnUseFor:
    """A use that a person chose."""
    return ColumnUseFor(use, question_id, CHOSEN)


LEFT_OUT, NEW = chosen(ColumnUse.LEFT_OUT), chosen(ColumnUse.NEW_QUESTION)


def suggest(db: Database, wave_id: str, file: FormsFile) -> dict[str, ColumnUseFor]:
    """A use for each column, to be shown and put right. No question is suggested twice.

    Where a survey has no question yet, every column is to become one.
    """
    choice = _Choice(db, wave_id, file)
    choice.by_memory()
    choice.by_what_it_tells()
    choice.by_code()
    choice.by_words()
    choice.by_likeness()
    nothing = ColumnUseFor(ColumnUse.LEFT_OUT, reason=NOTHING_ALIKE, sure=False)
    if not choice.questions:
        nothing = ColumnUseFor(ColumnUse.NEW_QUESTION, reason="the survey has no question yet")
    return {column.key: choice.found.get(column.key, nothing) for column in file.columns}


def rest_as_new(uses: Uses) -> dict[str, ColumnUseFor]:
    """The same, where every column that is like no question becomes a new one."""
    new = ColumnUseFor(ColumnUse.NEW_QUESTION, reason=NOTHING_ALIKE)
    return {
        key: new if use.use is ColumnUse.LEFT_OUT and use.reason == NOTHING_ALIKE else use
        for key, use in uses.items()
    }


def questions_to_choose(db: Database, wave_id: str) -> list[Question]:
    """What a column may answer: the questions of the wave in its order, then the others of the survey."""
    asked = [one.question for one in asked_of_wave(db, wave_id)]
    held = {one.id for one in asked}
    return asked + [one for one in questions(db, wave(db, wave_id).survey_id) if one.id not in held]


def asked_now(question: Question, wave_id: str) -> Asked:
    """A question as a wave would ask it that takes it as it stands."""
    offered = tuple(AskedOption(one, one.wording) for one in question.offered)
    return Asked("", wave_id, question, 0, question.wording, offered)


# --- ways of finding it -----------------------------------------------------------------------------------

_ALIKE, _SURELY_ALIKE, _SAME_CODE = 72, 90, 50
"""Per cent of letters and words alike: to suggest a question; to be sure of it; to trust an equal code."""
_ENOUGH_WORDS, _WITHIN = 3, 0.92
"""A question that stands whole within a longer one is alike, unless it is a word or two."""


class _Choice:
    """The uses found so far, the surest way first."""

    def __init__(self, db: Database, wave_id: str, file: FormsFile) -> None:
        self._db, self._wave_id, self._file = db, wave_id, file
        self.questions = questions_to_choose(db, wave_id)
        self._by_id = {one.id: one for one in self.questions}
        self._wordings = _wordings(db, self.questions)
        self.found: dict[str, ColumnUseFor] = {}
        self._taken: set[str] = set()

    def _open(self) -> list[FormColumn]:
        return [one for one in self._file.columns if one.key not in self.found]

    def _take(
        self, column: FormColumn, question_id: str, reason: str, *, sure: bool = True, likeness: int = 0
    ) -> None:
        use = ColumnUseFor(ColumnUse.QUESTION, question_id, reason, sure=sure, likeness=likeness)
        self.found[column.key] = use
        self._taken.add(question_id)

    def by_memory(self) -> None:
        for held, reason in _remembered(self._db, self._wave_id):
            for column in self._open():
                if column.key not in held:
                    continue
                use, question = held[column.key]
                if use is ColumnUse.QUESTION:
                    if question in self._by_id and question not in self._taken:
                        self.found[column.key] = ColumnUseFor(
                            ColumnUse.QUESTION, str(question), reason, remembered=True
                        )
                        self._taken.add(str(question))
                else:
                    self.found[column.key] = ColumnUseFor(use, reason=reason, remembered=True)

    def by_what_it_tells(self) -> None:
        """Names and numbers of providers, consent and language; each once."""
        held = {use.use for use in self.found.values()}
        for column in self._open():
            special = special_use(column, self._file.told_in(column))
            if special is not None and special[0] not in held:
                use, reason = special
                self.found[column.key] = ColumnUseFor(use, reason=reason)
                held.add(use)

    def by_code(self) -> None:
        by_code = {code_key(one.code): one for one in self.questions}
        for column in self._open():
            question = by_code.get(code_key(column.code)) if column.code else None
            if question is None or question.id in self._taken:
                continue
            alike, fits = self._likeness(column, question), self._fits(column, question)
            reason = f"the same code, {column.code}"
            if alike < _SAME_CODE:
                reason += f", but other words ({alike}% alike)"
            if not fits:
                reason += f"{',' if alike >= _SAME_CODE else ' and'} {_DOES_NOT_FIT}"
            self._take(column, question.id, reason, sure=alike >= _SAME_CODE and fits)

    def by_words(self) -> None:
        for column in self._open():
            key = heading_keys(column.heading)[0]
            same = [
                one
                for one in self.questions
                if one.id not in self._taken
                and any(key == heading_keys(w)[0] for w in self._wordings[one.id])
            ]
            if same:
                fits = self._fits(column, same[0])
                reason = "the same words" if fits else f"the same words, {_DOES_NOT_FIT}"
                self._take(column, same[0].id, reason, sure=fits)

    def by_likeness(self) -> None:
        """The likest pair first. A question whose words are as like to another column's is never sure."""
        free = [one for one in self.questions if one.id not in self._taken]
        scored = sorted(
            (
                (alike, -column.places[0], column, question)
                for column in self._open()
                for question in free
                if (alike := self._likeness(column, question)) >= _ALIKE
            ),
            key=lambda pair: pair[:2],
            reverse=True,
        )
        for alike, _, column, question in scored:
            if column.key in self.found or question.id in self._taken or not self._fits(column, question):
                continue
            sure = alike >= _SURELY_ALIKE
            self._take(column, question.id, f"{alike}% alike", sure=sure, likeness=alike)

    def _fits(self, column: FormColumn, question: Question) -> bool:
        """Whether the question can take most of what the column holds."""
        told = self._file.told_in(column)
        reader = Reader(asked_now(question, self._wave_id))
        return 2 * sum(not reader.read(one).unknown for one in told) >= len(told)

    def _likeness(self, column: FormColumn, question: Question) -> int:
        return max(likeness(column.heading, words) for words in self._wordings[question.id])


def likeness(heading: str, text: str) -> int:
    """How like two questions are, from 0 to 100; the order of the words counts less than the words."""
    from rapidfuzz import fuzz  # loaded when first used

    first, second = heading_keys(heading)[2], heading_keys(text)[2]
    scores = [fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second)]
    if min(len(first.split()), len(second.split())) >= _ENOUGH_WORDS:
        scores.append(_WITHIN * fuzz.token_set_ratio(first, second))
    return round(max(scores))


def _wordings(db: Database, held: Sequence[Question]) -> dict[str, list[str]]:
    """Each question's words now and in every wave that asked it."""
    found = {one.id: [one.wording] for one in held}
    for question, wording in db.rows("select distinct question_id, wording from survey_asked"):
        if question in found and wording not in found[question]:
            found[question].append(wording)
    return found


# --- columns that are no question -------------------------------------------------------------------------

_LOCATION = frozenset(
    {
        "cqc location id",
        "location id",
        "cqc location number",
        "cqc location",
        "cqc id",
        "location number",
        "cqc number",
    }
)
_PROVIDER = frozenset({"cqc provider id", "provider id", "cqc provider number", "provider number"})
_LANGUAGES = frozenset(
    {"language", "start language", "startlanguage", "language of the answer", "survey language"}
)
_NAME = re.compile(
    r"(?:what is |please (?:give|enter|type) )?(?:the |your )?(?:full )?(?:names? of )?(?:the |your |this )?"
    r"(?:care |cqc )?(?:provider|service|home|organisation|organization|company|agency|branch)s?"
    r"(?: or (?:service|provider|home|branch|organisation)s?)?(?: names?)?"
)
_CONSENT = re.compile(r"\b(?:quot(?:e|ed|ing|ation)s?)\b")
_CQC_NUMBER = re.compile(r"1-\d{6,12}")


def special_use(column: FormColumn, told: Sequence[str]) -> tuple[ColumnUse, str] | None:
    """What a column is that is no question, and why; None where it may be one."""
    key = heading_keys(column.heading)[0]
    code = heading_keys(column.code)[0] if column.code else ""
    if key in _LANGUAGES or code in _LANGUAGES:
        return ColumnUse.LANGUAGE, "its heading"
    for use, keys in ((ColumnUse.PROVIDER_ID, _PROVIDER), (ColumnUse.LOCATION_ID, _LOCATION)):
        if key in keys or code in keys:
            return use, "its heading"
    numbers = sum(_CQC_NUMBER.fullmatch(clean_text(one)) is not None for one in told)
    if told and 2 * numbers > len(told):
        return ColumnUse.PROVIDER_ID if "provider" in key else ColumnUse.LOCATION_ID, "it holds CQC numbers"
    if (
        _CONSENT.search(key)
        and told
        and all(yes_or_no(one) is not None or _says_yes_or_no(one) for one in told)
    ):
        return ColumnUse.QUOTE_CONSENT, "its heading, answered by yes and no"
    if (_NAME.fullmatch(key) and "name" in key) or key in (
        "provider",
        "service",
        "home",
        "organisation",
        "care home",
    ):
        return ColumnUse.PROVIDER_NAME, "its heading"
    return None


def _says_yes_or_no(text: str) -> bool:
    first = heading_keys(text)[0].split()[:1]
    return first in (["yes"], ["no"])


# --- what was said the last time --------------------------------------------------------------------------

_Held = dict[str, tuple[ColumnUse, str | None]]


def _remembered(db: Database, wave_id: str) -> list[tuple[_Held, str]]:
    """What headings were taken for: in this wave, then in the earlier waves of the survey, the latest first."""
    own: _Held = {}
    earlier: dict[str, tuple[ColumnUse, str | None, str]] = {}
    for of_wave, heading, use, question, name in db.rows(
        """select wave_id, heading_key, use, question_id, survey_wave.name from survey_heading
        join survey_wave on survey_wave.id = wave_id
        where survey_id = (select survey_id from survey_wave where id = ?) order by opens_on desc, wave_id desc""",
        (wave_id,),
    ):
        if of_wave == wave_id:
            own[heading] = (ColumnUse(use), question)
        else:
            earlier.setdefault(heading, (ColumnUse(use), question, name))
    by_wave: dict[str, _Held] = {}
    for heading, (use, question, name) in earlier.items():
        by_wave.setdefault(name, {})[heading] = (use, question)
    return [(own, "as the last time"), *((held, f"as in {name}") for name, held in by_wave.items())]


def remember(db: Database, wave_id: str, uses: Mapping[str, tuple[ColumnUse, str | None]]) -> None:
    """Keep within a change what each heading was taken for, for the next file of the wave."""
    rows = db.rows(
        "select heading_key, id, use, question_id from survey_heading where wave_id = ?", (wave_id,)
    )
    held = {heading: (key, use, question) for heading, key, use, question in rows}
    for heading, (use, question) in uses.items():
        if heading not in held:
            db.insert_row(
                "survey_heading",
                {
                    "id": new_key(),
                    "wave_id": wave_id,
                    "heading_key": heading,
                    "use": use.value,
                    "question_id": question,
                },
            )
        elif held[heading][1:] != (use.value, question):
            db.update_row("survey_heading", held[heading][0], {"use": use.value, "question_id": question})


def check_uses(file: FormsFile, uses: Uses, held: Sequence[Question]) -> None:
    """Refuse a question that two columns would answer, and a file of which nothing would be taken."""
    by_question: dict[str, str] = {}
    by_use: dict[ColumnUse, str] = {}
    names = {one.id: one.wording for one in held}
    for column in file.columns:
        use = uses[column.key]
        if use.use is ColumnUse.QUESTION:
            if use.question_id in by_question:
                raise Problem(
                    f"“{by_question[use.question_id]}” and “{column.heading}” would both answer "
                    f"“{names.get(use.question_id, 'one question')}”. Choose one of them, and leave the other out or "
                    "make it a new question."
                )
            by_question[use.question_id] = column.heading
        elif use.use not in (ColumnUse.LEFT_OUT, ColumnUse.NEW_QUESTION):
            if use.use in by_use:
                raise Problem(
                    f"“{by_use[use.use]}” and “{column.heading}” are both taken for “{use.use.label}”. Choose one of "
                    "them."
                )
            by_use[use.use] = column.heading
    if not any(one.use in (ColumnUse.QUESTION, ColumnUse.NEW_QUESTION) for one in uses.values()):
        raise Problem(
            "No column answers a question, so there is nothing to take in. Choose a question for one or more."
        )
