"""The words of reports to a committee."""

from resources.words import Word


class RecommendationOutcome(Word):
    """What members decided of a recommendation."""

    NOT_DECIDED = "not_decided", "Not decided yet"
    AGREED = "agreed", "Agreed"
    AMENDED = "amended", "Agreed as amended"
    NOT_AGREED = "not_agreed", "Not agreed"
    DEFERRED = "deferred", "Deferred"


class Progress(Word):
    """How far what was recommended has come."""

    NOT_STARTED = "not_started", "Not started"
    UNDER_WAY = "under_way", "Under way"
    DONE = "done", "Done"
    NOT_PURSUED = "not_pursued", "Not pursued"
