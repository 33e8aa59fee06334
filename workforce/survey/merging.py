"""What the survey knows of merging: two providers that are one were invited to a wave once."""

from engagement.register.duplicates import MergeRules
from resources.database import Database


def _settle_provider(db: Database, kept: str) -> None:
    """Of the rows of providers asked as a whole, the first of each wave stands."""
    rows = db.rows(
        "select id, wave_id from survey_invited where provider_id = ? and service_id is null order by id",
        (kept,),
    )
    seen: set[str] = set()
    for key, wave in rows:
        if wave in seen:
            db.delete_row("survey_invited", key)
        seen.add(wave)


MERGE_RULES = MergeRules(
    settle={"provider": _settle_provider},
    titles={
        "survey_invited": "Invited to the survey",
        "survey_response": "Survey response",
        "survey_practice_use": "Practice tried",
    },
)
"""For `merge_providers` and `merge_services`; responses follow their provider by themselves."""
