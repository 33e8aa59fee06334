"""The questions of a wave as they were asked in it, in its own words and with the options it offered."""

from dataclasses import dataclass

from resources.database import Database
from workforce.survey.questionnaire.questions import Option, Question, question
from workforce.survey.waves.waves import Wave, wave


@dataclass(frozen=True)
class AskedOption:
    """An option as a wave offered it."""

    option: Option
    wording: str


@dataclass(frozen=True)
class Asked:
    """A question as a wave asked it. `options` are those offered, in the wave's order and words.

    `codes` are the options to which texts were coded and that were not offered here.
    """

    id: str
    wave_id: str
    question: Question
    position: int
    wording: str
    options: tuple[AskedOption, ...] = ()

    @property
    def codes(self) -> tuple[Option, ...]:
        """What was never offered here."""
        offered = {one.option.id for one in self.options}
        return tuple(one for one in self.question.options if one.id not in offered)


def asked_of_wave(db: Database, wave_id: str) -> list[Asked]:
    """All questions of a wave in its order."""
    options: dict[str, list[tuple[str, str]]] = {}
    for asked, option, wording in db.rows(
        """select asked_id, option_id, survey_asked_option.wording from survey_asked_option
        join survey_asked on survey_asked.id = asked_id where wave_id = ?
        order by asked_id, survey_asked_option.position, survey_asked_option.id""",
        (wave_id,),
    ):
        options.setdefault(asked, []).append((option, wording))
    found = []
    for key, question_id, position, wording in db.rows(
        "select id, question_id, position, wording from survey_asked where wave_id = ? order by position, id",
        (wave_id,),
    ):
        held = question(db, question_id)
        known = {one.id: one for one in held.options}
        offered = tuple(AskedOption(known[option], words) for option, words in options.get(key, ()))
        found.append(Asked(key, wave_id, held, position, wording, offered))
    return found


def words_in_waves(db: Database, question_id: str) -> list[tuple[Wave, str]]:
    """The waves that asked a question, the first one first, with the words in which each did; archived ones too."""
    return [
        (wave(db, key), wording)
        for key, wording in db.rows(
            """select wave_id, wording from survey_asked join survey_wave on survey_wave.id = wave_id
            where question_id = ? order by opens_on, survey_wave.id""",
            (question_id,),
        )
    ]
