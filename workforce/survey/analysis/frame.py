"""A wave as tables in memory: who was invited, who answered, and what; and the part of it that a filter leaves.

Every table knows a response by its number in the wave. Kind, district, rating and beds are the register's on the day
of the wave's population; the size is the answer to the question on permanent and temporary staff.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from engagement.register.vocabulary import Rating
from resources.database import Database
from resources.statistics import Bounds, bounds_of
from workforce.survey.analysis.groups import Size, size_of
from workforce.survey.coding.text_key import text_key
from workforce.survey.questionnaire.questions import Question
from workforce.survey.vocabulary import QuestionKind, Role
from workforce.survey.waves.asked import Asked, asked_of_wave
from workforce.survey.waves.facts import facts_of_responses
from workforce.survey.waves.standing import Standing, standing_of
from workforce.survey.waves.waves import Wave, wave

if TYPE_CHECKING:  # loaded when first used
    import pandas as pd

Found = TypeVar("Found")

GOOD_AND_OUTSTANDING = (Rating.GOOD.value, Rating.OUTSTANDING.value)
OTHER_NOT_OFFERED = ""
"""The option of an “other” text where the wave offered no such option."""

CODED, FITS_NONE, NOT_CODED = "coded", "fits_none", "not_coded"
"""What became of an “other” text or an answer in words."""


@dataclass(frozen=True)
class AnalysisFilter:
    """Whose answers are looked at: any of the values named in each; nothing named is everybody."""

    kinds: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    good_and_outstanding: bool = False

    @property
    def is_everybody(self) -> bool:
        """Whether nothing is left out."""
        return self == AnalysisFilter()


@dataclass(frozen=True)
class WaveData:
    """A wave in memory: the questions in the order asked, and four tables.

    `responses`, those that count, by their number in the wave (int64): `id`, `provider` (key) and `name`
    (None where not known), `kind`, `district` and `rating` as on the day of the population ("" where not known), `beds`
    (float64, NaN where not known), `active` (bool: an active contract), `size` (a value of `Size`) and `quote_consent`.
    `answers`, a row for each question a response said anything to: `response` (int64), `question` (category),
    `state` (category of AnswerState’s values), `low` and `high` (float64, in the question’s unit, per cent as 0 to 100;
    the same for a figure, NaN where there is none or that end is open), `text` (object, "" for none) and `coding`
    (category: CODED, FITS_NONE, NOT_CODED, "" without text).
    `choices`, a row for each option of a response: `response`, `question`, `option` (category), and `coded` (bool),
    where it comes from coding a text and not from choosing.
    `population`, the invited: `id`, `provider`, `service` (None: the whole provider), `name`, `provider_name`, `kind`,
    `district`, `rating`, `beds`, `active` as in `responses`, and `answered` (bool).
    `standing` is of the whole wave, whatever a filter leaves: who of those invited a response covers, and which
    responses are of nobody known. No table has dates: the wave’s own are `wave.opens_on` and `wave.closes_on`.
    """

    wave: Wave
    asked: tuple[Asked, ...]
    responses: "pd.DataFrame"
    answers: "pd.DataFrame"
    choices: "pd.DataFrame"
    population: "pd.DataFrame"
    standing: Standing
    filter: AnalysisFilter = field(default_factory=AnalysisFilter)

    def question(self, question_id: str) -> Asked:
        """A question as this wave asked it."""
        found = self._asked_by_id.get(question_id)
        if found is None:
            raise LookupError(f"wave {self.wave.id} did not ask {question_id}")
        return found

    def with_role(self, role: Role) -> Asked | None:
        """The question that measures this, where the wave asked it."""
        return next((one for one in self.asked if one.question.role is role), None)

    def answers_of(self, question_id: str) -> "pd.DataFrame":
        """The answers to one question."""
        return self._answers_by_question.get(question_id, self.answers.iloc[:0])

    def choices_of(self, question_id: str) -> "pd.DataFrame":
        """What was chosen in one question."""
        return self._choices_by_question.get(question_id, self.choices.iloc[:0])

    def figures(self, role: Role) -> Mapping[int, Bounds]:
        """What everybody gave who gave a figure or a range, by response number."""
        return self.once(("figures", role), lambda: self._figures(role))

    def _figures(self, role: Role) -> dict[int, Bounds]:
        asked = self.with_role(role)
        given = self.answers_of(asked.question.id if asked else "").dropna(subset=["low", "high"])
        told = given[given["state"] == "answered"]
        ends = map(bounds_of, told["low"].tolist(), told["high"].tolist())
        return dict(zip(told["response"].tolist(), ends, strict=True))

    def once(self, what: Hashable, work: "Callable[[], Found]") -> "Found":
        """What `work` makes of this wave, made at the first asking: a wave in memory never changes."""
        if what not in self._made:
            self._made[what] = work()
        return cast("Found", self._made[what])

    @property
    def known_population(self) -> int | None:
        """How many could have answered; None where it is not known, or the filter asks what only answers tell.

        It is not known either where most responses are of nobody known, who may not have been invited.
        """
        if not len(self.population) or self.filter.sizes or self.standing.mostly_untied:
            return None
        return max(len(self.population), len(self.responses))

    @cached_property
    def _made(self) -> dict[Hashable, object]:
        return {}

    @cached_property
    def _asked_by_id(self) -> Mapping[str, Asked]:
        return {one.question.id: one for one in self.asked}

    @cached_property
    def _answers_by_question(self) -> Mapping[str, "pd.DataFrame"]:
        return dict(iter(self.answers.groupby("question", observed=True, sort=False)))

    @cached_property
    def _choices_by_question(self) -> Mapping[str, "pd.DataFrame"]:
        return dict(iter(self.choices.groupby("question", observed=True, sort=False)))


def filtered(data: WaveData, chosen: AnalysisFilter) -> WaveData:
    """The same of those whom the filter leaves, in the population too.

    The size of those who did not answer is not known, so that a filter by size leaves the population whole and
    `known_population` says None.
    """
    if chosen.is_everybody:
        return data
    kept = _meets(data.responses, chosen)
    if chosen.sizes:
        kept &= data.responses["size"].isin(chosen.sizes)
    responses = data.responses[kept]
    return replace(
        data,
        responses=responses,
        answers=data.answers[data.answers["response"].isin(responses.index)],
        choices=data.choices[data.choices["response"].isin(responses.index)],
        population=data.population[_meets(data.population, chosen)],
        filter=chosen,
    )


def _meets(frame: "pd.DataFrame", chosen: AnalysisFilter) -> Any:
    kept = frame["kind"].notna()
    for column, values in (
        ("kind", chosen.kinds), ("district", chosen.districts), ("rating", chosen.ratings),
        ("rating", GOOD_AND_OUTSTANDING if chosen.good_and_outstanding else ()),
    ):  # fmt: skip
        if values:
            kept &= frame[column].isin(values)
    return kept


# --- reading ----------------------------------------------------------------------------------------------


def read_wave(db: Database, wave_id: str) -> WaveData:
    """The responses of a wave that count, what they answered, and the population."""
    asked = tuple(asked_of_wave(db, wave_id))
    codes = _codes(db, wave_id)
    answers = _answers(db, wave_id, codes)
    responses = _responses(db, wave_id, answers, asked)
    choices = _choices(db, wave_id, answers, codes, {one.question.id: one.question for one in asked})
    standing = standing_of(db, wave_id)
    population = _population(db, wave_id, standing.covered)
    return WaveData(wave(db, wave_id), asked, responses, answers, choices, population, standing)


_RESPONSE_COLUMNS = ("number", "id", "provider", "name", "quote_consent")


def _responses(
    db: Database, wave_id: str, answers: "pd.DataFrame", asked: tuple[Asked, ...]
) -> "pd.DataFrame":
    import pandas as pd  # loaded when first used

    rows = db.rows(
        """select number, survey_response.id, provider_id, coalesce(provider.name, said_name), quote_consent
        from survey_response left join provider on provider.id = provider_id
        where wave_id = ? and counts = 1 order by number""",
        (wave_id,),
    )
    found = pd.DataFrame(rows, columns=list(_RESPONSE_COLUMNS)).set_index("number")
    facts = facts_of_responses(db, wave_id)
    known = [facts.get(key) for key in found["id"]]
    for name in ("kind", "district", "rating"):
        found[name] = pd.Series([getattr(one, name, "") for one in known], index=found.index, dtype="object")
    found["beds"] = pd.Series([getattr(one, "beds", None) for one in known], index=found.index, dtype="float")
    found["active"] = pd.Series([bool(getattr(one, "active", False)) for one in known], index=found.index)
    staff = next((one.question.id for one in asked if one.question.role is Role.STAFF), "")
    given = answers[(answers["question"] == staff) & (answers["state"] == "answered")]
    sizes = {
        number: size_of(low, high).value
        for number, low, high in zip(given["response"], given["low"], given["high"], strict=True)
    }
    unknown = Size.NOT_KNOWN.value
    found["size"] = pd.Series(
        [sizes.get(one, unknown) for one in found.index], index=found.index, dtype="object"
    )
    return found


def _answers(db: Database, wave_id: str, codes: "Codes") -> "pd.DataFrame":
    import pandas as pd  # loaded when first used

    rows = db.rows(
        """select number, question_id, state, cast(low as real), cast(high as real), text
        from survey_response join survey_answer on response_id = survey_response.id
        where wave_id = ? and counts = 1 order by number""",
        (wave_id,),
    )
    response, question, state, low, high, text = zip(*rows, strict=True) if rows else ((),) * 6
    return pd.DataFrame(
        {
            "response": pd.array(response, dtype="int64"),
            "question": pd.Categorical(question),
            "state": pd.Categorical(state, categories=["answered", "dont_know", "not_applicable"]),
            "low": pd.array(low, dtype="float64"),
            "high": pd.array(high, dtype="float64"),
            "text": pd.Series(text, dtype="object"),
            "coding": pd.Categorical(
                [codes.became(asked, words) if words else "" for asked, words in zip(question, text, strict=True)],
                categories=["", CODED, FITS_NONE, NOT_CODED],
            ),
        }
    )  # fmt: skip


def _choices(
    db: Database, wave_id: str, answers: "pd.DataFrame", codes: "Codes", asked: Mapping[str, Question]
) -> "pd.DataFrame":
    """What was chosen; “other” that was coded counts as its codes, and no longer as “other”."""
    import pandas as pd  # loaded when first used

    rows = db.rows(
        """select number, question_id, option_id from survey_response
        join survey_answer on response_id = survey_response.id
        join survey_choice on answer_id = survey_answer.id
        where wave_id = ? and counts = 1 order by number""",
        (wave_id,),
    )
    others = {option.id for one in asked.values() for option in one.options if option.is_other}
    said = answers[(answers["text"] != "") & (answers["state"] == "answered")]
    coded, uncoded = [], []
    for number, question, text in zip(said["response"], said["question"], said["text"], strict=True):
        options = codes.options(question, text)
        coded += [(number, question, option) for option in options]
        if not options:
            uncoded.append((number, question))
    instead = {(number, question) for number, question, _ in coded}
    chosen = [row for row in rows if row[2] not in others or row[:2] not in instead] if instead else rows
    ticked = {(number, question) for number, question, option in rows if option in others}
    chosen = [*chosen, *((*key, _other(asked[key[1]])) for key in uncoded if key not in ticked and key[1] in asked
               and asked[key[1]].kind is not QuestionKind.TEXT and asked[key[1]].allow_other)]  # fmt: skip
    held = set(chosen) if coded else ()
    more = [row for row in dict.fromkeys(coded) if row not in held]
    response, question, option = zip(*chosen, *more, strict=True) if chosen or more else ((),) * 3
    return pd.DataFrame(
        {
            "response": pd.array(response, dtype="int64"),
            "question": pd.Categorical(question),
            "option": pd.Categorical(option),
            "coded": pd.array([False] * len(chosen) + [True] * len(more), dtype="bool"),
        }
    )


def _other(question: Question) -> str:
    return next((one.id for one in question.options if one.is_other), OTHER_NOT_OFFERED)


def _population(db: Database, wave_id: str, covered: frozenset[str]) -> "pd.DataFrame":
    import pandas as pd  # loaded when first used

    rows = db.rows(
        """select survey_invited.id, survey_invited.provider_id, service_id, coalesce(service.name, provider.name),
            provider.name, survey_invited.kind, survey_invited.district, survey_invited.rating,
            survey_invited.beds, survey_invited.active
        from survey_invited join provider on provider.id = survey_invited.provider_id
        left join service on service.id = service_id
        where survey_invited.wave_id = ? order by 4, 1""",
        (wave_id,),
    )
    names = [
        "id",
        "provider",
        "service",
        "name",
        "provider_name",
        "kind",
        "district",
        "rating",
        "beds",
        "active",
    ]
    found = pd.DataFrame(rows, columns=names)
    found["answered"] = found["id"].isin(covered)
    return found.astype({"kind": "object", "district": "object", "rating": "object", "beds": "float",
                         "active": "bool", "answered": "bool"})  # fmt: skip


# --- coded texts ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Codes:
    """The codes of each text of each question; a text that was looked at and fits none has no option."""

    held: Mapping[tuple[str, str], tuple[str, ...]]

    def options(self, question: str, text: str) -> tuple[str, ...]:
        """What the text counts as."""
        return self.held.get((question, text_key(text)), ()) if self.held else ()

    def became(self, question: str, text: str) -> str:
        """Whether the text was coded."""
        if not self.held:
            return NOT_CODED
        options = self.held.get((question, text_key(text)))
        return NOT_CODED if options is None else CODED if options else FITS_NONE


def _codes(db: Database, wave_id: str) -> Codes:
    held: dict[tuple[str, str], tuple[str, ...]] = {}
    for question, key, option in db.rows(
        """select survey_coding.question_id, text_key, option_id from survey_coding
        join survey_asked on survey_asked.question_id = survey_coding.question_id
        where wave_id = ? order by survey_coding.id""",
        (wave_id,),
    ):
        held[question, key] = (*held.get((question, key), ()), *((option,) if option else ()))
    return Codes(held)
