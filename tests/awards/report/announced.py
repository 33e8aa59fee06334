"""A round whose results are announced, for the tests of what is told of it."""

from typing import Any

from awards.nominations.entries import edit_entry
from awards.vocabulary import Consent, EntryStatus
from resources.database import Database, change
from tests.awards.gala import Gala


class Announced(Gala):
    """Ada won and may be named; Bo was highly commended and may not; the team award was not given."""

    def __init__(self, db: Database, name: str = "Proud to Care 2026", *, year: int = 2026) -> None:
        super().__init__(db, name, year=year)
        self.ada = self.nominate("Ada Example", also_known_as="Addie Example")
        self.bo = self.nominate("Bo Sample", service_id=self.lodge, nominator="Nell Nominator")
        self.cy = self.nominate("Cy Fictional", "Lead")
        self.night = self.nominate("Night Owls of Rosewood", "Team")
        self.judge("Juniper Judge")
        edit_entry(
            db,
            self.ada.id,
            publish_name=Consent.YES,
            publish_asked_on=self.today,
            citation="She listens first.",
        )
        edit_entry(db, self.bo.id, publish_name=Consent.NO, publish_asked_on=self.today, citation="Kind.")

    def announce(self) -> None:
        """Write the decisions as announced."""
        self.stands(self.ada.id, EntryStatus.WINNER)
        self.stands(self.bo.id, EntryStatus.HIGHLY_COMMENDED)
        with change(self.db, "Set up"):
            self._decide(self.ada.category_id, "winner", self.ada.id)
            self._decide(self.bo.category_id, "highly_commended", self.bo.id)
            self._decide(self.category("Team").id, "not_awarded", None)
            self.db.update_row(
                "award_round",
                self.round_id,
                {"announced_at": "2026-12-09T19:00:00+00:00", "phase": "announce"},
            )

    def _decide(self, category: str, outcome: str, entry: str | None, **more: Any) -> None:
        facts = {
            "id": f"{category}{outcome}", "category_id": category, "entry_id": entry, "outcome": outcome,
            "reason": "x", "decided_by": "Test Officer", "decided_on": "2026-12-01", "basis": "{}",
            "announced_at": "2026-12-09T19:00:00+00:00",
        }  # fmt: skip
        self.db.insert_row("award_decision", {**facts, **more})
