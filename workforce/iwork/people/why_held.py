"""Why the register holds somebody, and for how long: shipped words and spans that the team may change."""

from dataclasses import dataclass
from datetime import date

from resources.database import Database, change
from resources.problem import FieldProblem
from resources.rows import refuse_empty
from resources.spans import months_before
from workforce.iwork.register_settings import number_setting, set_setting, setting

WHY_HELD = (
    "We hold this so that we can help you find paid work that suits you, and keep it. You asked us to, or somebody "
    "asked us with your agreement. Only the i-Work team sees it. You can see all of it and ask us to delete it."
)
REVIEW_MONTHS, KEEP_YEARS = 6, 3
"""While the team has chosen nothing else: looked at again after so long, deleted so long after the last look."""
MOST_MONTHS, MOST_YEARS = 24, 10


@dataclass(frozen=True)
class Retention:
    """What new records begin with."""

    why: str = WHY_HELD
    review_months: int = REVIEW_MONTHS
    keep_years: int = KEEP_YEARS

    def review_after(self, day: date) -> date:
        """When a record that was looked at on this day is looked at again."""
        return months_before(day, -self.review_months)

    def delete_after(self, day: date) -> date:
        """Until when a record is kept at most that was looked at, or closed, on this day."""
        return months_before(day, -12 * self.keep_years)


def retention(vault: Database) -> Retention:
    """As the team chose it, or as shipped."""
    return Retention(
        setting(vault, "why_held", WHY_HELD),
        number_setting(vault, "review_months", REVIEW_MONTHS),
        number_setting(vault, "keep_years", KEEP_YEARS),
    )


def set_retention(vault: Database, chosen: Retention) -> Retention:
    """Choose what new records begin with; those that are held already keep their own."""
    refuse_empty("why", chosen.why, "Why people are held is empty. Write it so that they can understand it.")
    _in_range("review_months", "Reviewed after, in months", chosen.review_months, MOST_MONTHS)
    _in_range("keep_years", "Kept, in years", chosen.keep_years, MOST_YEARS)
    with change(vault, "Changed how long records are kept"):
        for name, value in (
            ("why_held", chosen.why.strip()),
            ("review_months", str(chosen.review_months)),
            ("keep_years", str(chosen.keep_years)),
        ):
            set_setting(vault, name, value, action="Changed how long records are kept")
    return retention(vault)


def _in_range(field: str, heading: str, value: int, most: int) -> None:
    if not 1 <= value <= most:
        raise FieldProblem(field, f"{heading}: {value} was given. Give a whole number from 1 to {most}.")
