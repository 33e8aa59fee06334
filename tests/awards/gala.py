"""A small round of the awards in a file, for every test that needs one.

    gala = Gala(db)                          # a round, two providers, three services
    ada = gala.nominate("Ada Example")       # submitted; with a statement, at Rosewood House
    gala.judging(ada.id)                     # as though it had qualified
    jo = gala.judge("Jo Judge")
    given = gala.give(jo.id, ada.id)         # the key of the assignment
    gala.score(given, 4)                     # four points by every criterion of its category

`at`, `stands`, `judging`, `give` and `score` write straight into the tables: a test of one act does not need all
that comes before it.
"""

from datetime import UTC, date, datetime
from typing import Any

from awards.judging.panel import Member, add_member
from awards.nominations.entries import Entry, entry
from awards.nominations.nominations import NominationDraft, add_nomination
from awards.points import POINT
from awards.rounds.categories import Category, categories
from awards.rounds.criteria import criteria_of
from awards.rounds.rounds import AwardRound, award_round, start_round
from awards.vocabulary import EntryStatus, NominatorKind, RoundPhase
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import OrganisationKind, ServiceKind
from resources.database import Database, change, new_key
from resources.wording import instant_text

NOW, TODAY = datetime(2026, 9, 1, 9, tzinfo=UTC), date(2026, 9, 1)
STATEMENT = (
    "Ada Example has worked at Rosewood House for six years. When Mrs Specimen moved in, Ada found out that she had "
    "kept bees, and built a hive with her behind the kitchen. Ada’s patience is known to everybody there."
)


class Gala:
    """The round and the places of it; see above. `today` and `now` are in September of its year."""

    now, today = NOW, TODAY

    def __init__(self, db: Database, name: str = "Proud to Care 2026", *, year: int = 2026) -> None:
        self.db = db
        self.round_id = start_round(db, name, year=year, today=date(year, 6, 1)).id
        care = OrganisationKind.CARE_PROVIDER
        tag = "" if year == 2026 else f" {year}"
        self.rosewood = add_provider(db, name=f"Rosewood Example Homes{tag}", organisation=care).id
        self.hazel = add_provider(db, name=f"Hazel Example Care{tag}", organisation=care).id
        self.house = self._service(self.rosewood, f"Rosewood House{tag}", "Ashfield")
        self.lodge = self._service(self.rosewood, f"Rosewood Lodge{tag}", "Gedling")
        self.hazel_care = self._service(
            self.hazel, f"Hazel Home Care{tag}", "Mansfield", ServiceKind.HOME_CARE
        )

    def _service(
        self, provider: str, name: str, district: str, kind: ServiceKind = ServiceKind.RESIDENTIAL_HOME
    ) -> str:
        return add_service(self.db, provider, name=name, kind=kind, district=district).id

    # The round

    @property
    def round(self) -> AwardRound:
        """As it stands now."""
        return award_round(self.db, self.round_id)

    @property
    def categories(self) -> list[Category]:
        """Its categories, in their order."""
        return categories(self.db, self.round_id)

    def category(self, words: str = "Person Centred") -> Category:
        """The one whose name has these words: Person Centred, Team, Learning, Community, Innovative, Lead, Support."""
        return next(one for one in self.categories if words in one.name)

    def at(self, phase: RoundPhase) -> AwardRound:
        """The round as though it had come so far."""
        with change(self.db, "Set up"):
            self.db.update_row("award_round", self.round_id, {"phase": phase.value})
        return self.round

    # Nominees

    def draft(
        self, nominee: str = "Ada Example", category: str = "Person Centred", **given: Any
    ) -> NominationDraft:
        """What somebody would enter: a colleague nominates the nominee of Rosewood House."""
        facts = {
            "service_id": self.house, "nominator": "Wren Specimen", "nominator_kind": NominatorKind.COLLEAGUE,
            "nominator_email": "wren@example.org", "statement": STATEMENT,
        }  # fmt: skip
        return NominationDraft(self.category(category).id, nominee, **{**facts, **given})

    def nominate(
        self, nominee: str = "Ada Example", category: str = "Person Centred", *, entry_id: str | None = None,
        as_draft: bool = False, **given: Any,
    ) -> Entry:  # fmt: skip
        """Somebody nominated; the same again with `entry_id` is another voice."""
        voice = add_nomination(
            self.db, self.round_id, self.draft(nominee, category, **given), now=NOW, entry_id=entry_id,
            as_draft=as_draft, late_reason="" if self.round.phase is RoundPhase.NOMINATE else "Set up",
        )  # fmt: skip
        return entry(self.db, voice.entry_id)

    def stands(self, entry_id: str, status: EntryStatus) -> Entry:
        """The nominee as though they had come so far."""
        with change(self.db, "Set up"):
            self.db.update_row("award_entry", entry_id, {"status": status.value})
        return entry(self.db, entry_id)

    def judging(self, *entry_ids: str) -> None:
        """As though they had qualified."""
        for key in entry_ids:
            self.stands(key, EntryStatus.JUDGING)

    # Judging

    def judge(self, name: str = "Jo Judge", **given: Any) -> Member:
        """A member of the panel."""
        return add_member(self.db, self.round_id, name, **given)

    def give(self, member_id: str, entry_id: str) -> str:
        """A nominee given to a judge; returns the key of the assignment."""
        key = new_key()
        with change(self.db, "Set up"):
            self.db.insert_row(
                "judge_assignment",
                {"id": key, "entry_id": entry_id, "member_id": member_id, "assigned_on": TODAY.isoformat()},
            )
        return key

    def score(self, assignment_id: str, *points: float) -> None:
        """Points by each criterion of its category in their order; one figure alone is given by each of them."""
        of = entry(
            self.db,
            str(self.db.value("select entry_id from judge_assignment where id = ?", (assignment_id,))),
        )
        scored = criteria_of(self.db, of.category_id)
        given = points * len(scored) if len(points) == 1 else points
        with change(self.db, "Set up"):
            for criterion, figure in zip(scored, given, strict=True):
                self.db.insert_row(
                    "judge_score",
                    {
                        "id": new_key(), "assignment_id": assignment_id, "criterion_id": criterion.id,
                        "points": round(figure * POINT), "scored_at": instant_text(NOW), "how": "typed",
                        "scored_by": self.db.who,
                    },
                )  # fmt: skip
            self.db.update_row("judge_assignment", assignment_id, {"status": "scored"})
