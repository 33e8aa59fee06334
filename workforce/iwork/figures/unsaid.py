"""For the team alone: what the figures wait for. It stands in no paper, since its numbers are of a few people."""

from dataclasses import dataclass
from datetime import date

from resources.database import Database
from resources.wording import count_of
from workforce.iwork.figures.reading import person_facts
from workforce.iwork.placements.pay import total_on


@dataclass(frozen=True)
class Unsaid:
    """People in work of whom something is not filled in."""

    measure: int = 0
    hours: int = 0
    checkpoints: int = 0

    @property
    def sentences(self) -> list[str]:
        """What is lacking, and where it is filled in."""
        told = []
        if self.measure:
            who = count_of(self.measure, "person in work is", "people in work are")
            told.append(
                f"{who} not in the employment measure, since their birthday or whether the council supports them in "
                "the long term is not filled in. Do so on the side People."
            )
        if self.hours:
            who = count_of(self.hours, "person in work has", "people in work have")
            told.append(f"{who} no hours filled in. Do so on the side Placements.")
        if self.checkpoints:
            who = count_of(self.checkpoints, "person in work was", "people in work were")
            told.append(
                f"{who} not looked at when 13, 26 or 52 weeks had passed. The side To do has the checkpoints that are "
                "due."
            )
        return told


def unsaid_on(vault: Database, day: date) -> Unsaid:
    """Of those in work on a day."""
    at_work = [one for one in person_facts(vault) if one.is_in_work(day)]
    return Unsaid(
        sum(one.is_not_told(day) for one in at_work),
        sum(not total_on(one.jobs, day).minutes for one in at_work),
        sum(one.is_not_looked_at(day) for one in at_work),
    )
