"""Every capability of the program, in the order in which their tables are made. A new one is added here."""

from datetime import datetime

from engagement.forums import merging as forums_merging
from engagement.forums import schema as forums
from engagement.forums.attention import forum_attention
from engagement.register import contracts
from engagement.register import schema as register
from engagement.register.attention import register_attention
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import in_london

CAPABILITIES = (register.capability(), forums.capability())

EXEMPT_TERMS = (contracts.exempt_terms,)
"""What each capability keeps that no public document may hold: functions from the database to exempt terms."""

MERGE_RULES = forums_merging.MERGE_RULES
"""What the capabilities know of merging two of the register's records: a new one's rules are joined with `|`."""


def attention(db: Database, now: datetime) -> list[Attention]:
    """What wants doing in every capability, the most urgent first."""
    lines = [*forum_attention(db, now), *register_attention(db, in_london(now).date())]
    order = list(Urgency)
    return sorted(lines, key=lambda line: order.index(line.urgency))
