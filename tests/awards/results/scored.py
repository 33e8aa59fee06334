"""A category scored by three judges, for tests of what comes of it."""

from awards.vocabulary import RoundPhase
from resources.database import Database
from tests.awards.gala import Gala


class Scored:
    """Ada Example has 5, 5 and 4 by each criterion, Ben 4, 4 and 3, Cal 2, 2 and 1. The round is deciding.

    `entry` and `judge` are keys by first name and by number, `given` the assignments by both.
    """

    def __init__(
        self, db: Database, points: dict[str, tuple[float | None, ...]] | None = None, *, year: int = 2026
    ) -> None:
        self.db, self.gala = db, Gala(db, f"Proud to Care {year}", year=year)
        self.category_id = self.gala.category().id
        figures = points or {"Ada Example": (5, 5, 4), "Ben Specimen": (4, 4, 3), "Cal Instance": (2, 2, 1)}
        judges = max(len(held) for held in figures.values())
        self.judge = [self.gala.judge(f"{name} Judge").id for name in ("Jo", "Kim", "Lou", "Max")[:judges]]
        self.entry: dict[str, str] = {}
        self.given: dict[tuple[str, int], str] = {}
        for name, held in figures.items():
            self.add(name, *held)
        self.gala.at(RoundPhase.DECIDE)

    def add(self, name: str, *points: float | None, category: str = "Person Centred") -> str:
        """One more, scored by the first judges; None where one was not asked."""
        phase = self.gala.round.phase
        self.gala.at(RoundPhase.NOMINATE)
        who = self.gala.nominate(name, category)
        self.gala.judging(who.id)
        first = name.split()[0].lower()
        self.entry[first] = who.id
        for place, figure in enumerate(points):
            if figure is None:
                continue
            self.given[first, place] = self.gala.give(self.judge[place], who.id)
            self.gala.score(self.given[first, place], figure)
        self.gala.at(phase)
        return who.id
