"""Reports and recommendations are found by their words."""

from datetime import date

from engagement.committee import recommendations
from engagement.committee.listings import RECOMMENDATIONS, REPORTS
from engagement.committee.meetings import CommitteeMeeting, edit_meeting
from engagement.committee.reports import CommitteeReport, edit_report
from engagement.committee.vocabulary import RecommendationOutcome
from resources.database import Database, Query
from resources.database.listing import Listing


def found(db: Database, listing: Listing, text: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in listing.page(db, Query(text=text), offset=0, limit=8)]


def test_a_report_follows_its_title_and_its_meeting(
    db: Database, held: CommitteeReport, september: CommitteeMeeting
) -> None:
    assert [row[0] for row in found(db, REPORTS, "market")] == [held.id]
    edit_report(db, held.id, title="Winter in homes")
    edit_meeting(db, september.id, committee="Invented Panel", meets_on=date(2019, 9, 16))
    assert found(db, REPORTS, "market") == []
    ((_, title, committee, meets_on, _state),) = found(db, REPORTS, "panel winter")
    assert (title, committee, meets_on) == ("Winter in homes", "Invented Panel", "2019-09-16")


def test_a_recommendation_follows_what_was_decided_and_its_report(
    db: Database, held: CommitteeReport
) -> None:
    one = recommendations.add_recommendation(db, held.id, "members agree to a survey")
    day = date(2019, 9, 20)
    recommendations.decide(db, one.id, RecommendationOutcome.AMENDED, words="To a pilot first.", today=day)
    edit_report(db, held.id, title="Winter in homes")
    for text in ("survey", "pilot", "winter"):
        ((key, _, report, _, outcome, *_rest),) = found(db, RECOMMENDATIONS, text)
        assert (key, report, outcome) == (one.id, "Winter in homes", "Agreed as amended")
    recommendations.decide(db, one.id, RecommendationOutcome.NOT_DECIDED, today=day)
    recommendations.remove_recommendation(db, one.id)
    assert found(db, RECOMMENDATIONS, "survey") == []
