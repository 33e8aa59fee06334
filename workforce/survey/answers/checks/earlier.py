"""Responses taken in before that were nobody’s, and gave a name of which it is decided now whom it means."""

from dataclasses import dataclass

from engagement.register.names import name_of
from resources.database import Database
from workforce.survey.answers.decisions import Decisions
from workforce.survey.answers.who_answered import Matching, Whose
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.waves import Wave


@dataclass(frozen=True)
class EarlierResponse:
    """A response of any wave of the survey that may be tied too; `who` names whose it would be."""

    response_id: str
    wave_name: str
    number: int
    said_name: str
    whose: Whose
    who: str


def earlier_responses(db: Database, of_wave: Wave, decisions: Decisions) -> tuple[EarlierResponse, ...]:
    """Those that are nobody’s and would be somebody’s by what is decided now, the waves in their order."""
    names = {key for key, one in decisions.who.items() if one.provider_id is not None}
    if not names:
        return ()
    matching = {one: Matching(db, decisions.who, by_service=one is AskedOf.SERVICE) for one in AskedOf}
    found = []
    for key, wave_name, asked_of, number, name, numbers in db.rows(
        """select survey_response.id, survey_wave.name, asked_of, number, said_name, said_id
        from survey_response join survey_wave on survey_wave.id = wave_id
        where survey_id = ? and archived_on is null and provider_id is null and said_name <> ''
        order by opens_on, wave_id, number""",
        (of_wave.survey_id,),
    ):
        by = matching[AskedOf(asked_of)]
        whose = by.whose(name, numbers, "")
        if whose.provider_id is not None and names.intersection(by.keys_in(name)):
            found.append(EarlierResponse(key, wave_name, number, name, whose, _who(db, whose)))
    return tuple(found)


def _who(db: Database, whose: Whose) -> str:
    if len(whose.services) == 1:
        return name_of(db, "service", whose.services[0])
    return name_of(db, "provider", whose.provider_id)
