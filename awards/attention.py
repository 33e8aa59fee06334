"""What Home should list of the awards. Nobody is named: Home is seen over shoulders."""

from datetime import date, datetime

from awards.ceremony.attention import ceremony_attention
from awards.judging.attention import judging_attention
from awards.nominations.attention import nominations_attention
from awards.qualifying.attention import qualifying_attention
from awards.results.attention import results_attention
from awards.rounds.attention import round_attention
from awards.rounds.rounds import AwardRound, rounds
from resources.attention import Attention
from resources.database import Database
from resources.wording import in_london


def awards_attention(db: Database, now: datetime) -> list[Attention]:
    """What wants doing in the rounds that are not put away, the latest round first."""
    today = in_london(now).date()
    return [line for held in rounds(db) for line in _of_round(db, held, now, today)]


def _of_round(db: Database, held: AwardRound, now: datetime, today: date) -> list[Attention]:
    return [
        *round_attention(db, held, now),
        *nominations_attention(db, held, today),
        *qualifying_attention(db, held, today),
        *judging_attention(db, held, today),
        *results_attention(db, held, now),
        *ceremony_attention(db, held),
    ]
