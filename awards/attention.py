"""What Home should list of the awards."""

from datetime import datetime

from resources.attention import Attention
from resources.database import Database


def awards_attention(db: Database, now: datetime) -> list[Attention]:
    """What wants doing in the rounds that are under way."""
    return []
