"""The awards of the sample county, in the order in which one thing needs another."""

from datetime import date

from awards.sample.ceremony import add_ceremonies
from awards.sample.decisions import add_decisions
from awards.sample.nominations import add_nominations
from awards.sample.panel import add_panels
from awards.sample.qualifying import add_late_ones, add_qualifying
from awards.sample.rounds import add_rounds
from awards.sample.scores import add_scores
from resources.database import Database


def add_awards(db: Database, *, today: date) -> None:
    """All of them; a register without a service has nobody to nominate."""
    if not db.value("select exists (select 1 from service)"):
        return
    add_rounds(db, today=today)
    add_nominations(db, today=today)
    add_qualifying(db, today=today)
    add_panels(db, today=today)
    add_late_ones(db, today=today)
    add_scores(db, today=today)
    add_decisions(db, today=today)
    add_ceremonies(db, today=today)
