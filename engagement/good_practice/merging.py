"""What good practice knows of merging: two services that are one have each buddy once, and none in themselves."""

from engagement.register.duplicates import MergeRules
from resources.database import Database

ONE_SERVICE = "The two services are one: their records were merged."


def _settle_service(db: Database, kept: str) -> None:
    """The pairs of a service that another was merged into."""
    for key, started, ended in db.rows(
        "select id, started_on, ended_on from buddy_pair where service_id = ? and buddy_service_id = ?",
        (kept, kept),
    ):
        if ended is None:
            last = db.value("select max(met_on) from buddy_meeting where pair_id = ?", (key,))
            db.update_row(
                "buddy_pair", key, {"ended_on": max(started, last or started), "end_reason": ONE_SERVICE}
            )
    first: dict[tuple[str, str], str] = {}
    for key, service, buddy in db.rows(
        """select id, service_id, buddy_service_id from buddy_pair
        where ended_on is null and ? in (service_id, buddy_service_id) order by started_on, id""",
        (kept,),
    ):
        standing = first.setdefault((service, buddy), key)
        if standing != key:
            _join(db, standing, key)


def _join(db: Database, standing: str, other: str) -> None:
    """The pair agreed first takes over what the other was chosen for and when it met."""
    meetings = [key for (key,) in db.rows("select id from buddy_meeting where pair_id = ?", (other,))]
    db.update_rows("buddy_meeting", ("pair_id",), [(standing, key) for key in meetings])
    both = [db.row("select reasons, note from buddy_pair where id = ?", (key,)) for key in (standing, other)]
    reasons, notes = (dict.fromkeys(row[at] for row in both if row and row[at]) for at in (0, 1))
    db.update_row("buddy_pair", standing, {"reasons": "\n".join(reasons), "note": "\n".join(notes)})
    db.delete_row("buddy_pair", other)


MERGE_RULES = MergeRules(
    settle={"service": _settle_service},
    titles={"good_practice": "Good practice", "buddy_pair": "Pair of buddies"},
)
"""For `merge_services`; practices follow their provider, service and contact by themselves."""
