"""The lines of the list of results: who answered, what several questions come to, and every question by its topic."""

from desktop.pages.survey.entry_list import Entry
from workforce.survey.analysis.frame import WaveData
from workforce.survey.vocabulary import LENGTHS_OF_SERVICE, Role, Topic

WHO_ANSWERED, WHO_DID_NOT = "who_answered", "who_did_not"
LENGTH_OF_SERVICE, RATES = "length_of_service", "rates"
_WAVE, _STAFF = "The wave", "From several questions"


def entries(data: WaveData) -> list[Entry]:
    """Those that this wave has; questions in the order of the topics, within one as they were asked."""
    found = [Entry(WHO_ANSWERED, _WAVE, "Who answered"), Entry(WHO_DID_NOT, _WAVE, "Who did not answer")]
    roles = {one.question.role for one in data.asked}
    if any(role in roles for role in LENGTHS_OF_SERVICE):
        found.append(Entry(LENGTH_OF_SERVICE, _STAFF, "Length of service"))
    if Role.STAFF in roles and (Role.VACANCIES in roles or Role.LEAVERS in roles):
        found.append(Entry(RATES, _STAFF, "Vacancy and turnover rates"))
    for topic in Topic:
        found += [
            Entry(one.question.id, topic.label, one.wording)
            for one in data.asked
            if one.question.topic is topic
        ]
    return found
