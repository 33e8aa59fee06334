"""What about ASC-WDS wants doing: workplaces that are not complete when the funding year draws to its end."""

from datetime import datetime, timedelta

from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of, date_words, in_london
from workforce.ascwds.completeness import least_needed
from workforce.ascwds.standings import standings
from workforce.years import year_of, year_span

PAGE = "funding"
NEAR = timedelta(days=90)
"""So long before 31 March it is said; in the last month it is due."""
_LAST_MONTH = timedelta(days=31)


def ascwds_attention(db: Database, now: datetime) -> list[Attention]:
    """One line for Home, at the workplace that is the nearest to being complete."""
    today = in_london(now).date()
    last = year_span(year_of(today)).last
    if last - today > NEAR:
        return []
    short = {key: one.now for key, one in standings(db, on=today).items() if not one.eligible}
    if not short:
        return []
    nearest = min(short, key=lambda key: (least_needed(short[key].workers) - short[key].complete, key))
    number = count_of(len(short), "workplace is", "workplaces are")
    urgency = Urgency.DUE if last - today <= _LAST_MONTH else Urgency.SOON
    return [
        Attention(
            urgency, f"{number} not complete in ASC-WDS",
            f"What is complete by {date_words(last)} counts for this funding year", PAGE, nearest,
            "Open the workplaces", last,
        )
    ]  # fmt: skip
