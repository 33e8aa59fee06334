"""How far a buddy may be and to how many it may be one, as the office has set it."""

from engagement.good_practice.buddies.finder import BuddyLimits
from resources.database import Database, change
from resources.problem import FieldProblem
from resources.wording import count_of

_KEYS = {"miles": "buddy_miles", "most_pairs": "buddy_most_pairs"}
_MOST = {"miles": 200, "most_pairs": 20}
_HEADINGS = {"miles": "Miles", "most_pairs": "Pairs at once"}


def buddy_limits(db: Database) -> BuddyLimits:
    """What was set, else what the program comes with."""
    told = dict(db.rows("select id, value from office where id in ('buddy_miles', 'buddy_most_pairs')"))
    return BuddyLimits(**{name: int(told[key]) for name, key in _KEYS.items() if key in told})


def set_buddy_limits(db: Database, limits: BuddyLimits) -> None:
    """Set both for the office."""
    for name in _KEYS:
        if not 1 <= getattr(limits, name) <= _MOST[name]:
            raise FieldProblem(name, f"{_HEADINGS[name]}: give a whole number from 1 to {_MOST[name]}.")
    with change(db, f"Set the reach of buddies to {count_of(limits.miles, 'mile')}"):
        for name, key in _KEYS.items():
            value = str(getattr(limits, name))
            if db.value("select count(*) from office where id = ?", (key,)):
                db.update_row("office", key, {"value": value})
            else:
                db.insert_row("office", {"id": key, "value": value})
