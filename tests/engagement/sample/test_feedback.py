"""Two forums of the sample county have feedback that shows what there is to see."""

from engagement.forums import events
from engagement.forums.feedback.comments import comments_of
from engagement.forums.feedback.figures import changes, event_before, feedback
from resources.database import Database


def test_two_forums_of_one_series_have_feedback_with_coded_comments(county: Database) -> None:
    keys = [key for (key,) in county.rows("select distinct event_id from feedback_response")]
    earlier, latest = sorted((feedback(county, key) for key in keys), key=lambda found: found.event.starts)
    assert event_before(county, latest.event) == earlier.event
    assert latest.rate is not None and earlier.rate is not None and latest.responses > 10
    assert len(changes(latest, earlier)) == 3
    for one in (earlier, latest):
        written = comments_of(county, one.event.id)
        assert sum(bool(comment.codings) for comment in written) >= 5
        assert 1 <= sum(comment.publish for comment in written) <= 3
    assert any(one.dont_know for one in latest.questions) and any(
        one.not_applicable for one in latest.questions
    )
    assert events.get(county, latest.event.id).series_id
