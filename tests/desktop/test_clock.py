from datetime import UTC

from desktop import clock
from resources.wording import in_london


def test_now_is_an_instant_in_utc_and_today_is_londons() -> None:
    before = clock.now()
    today = clock.today()
    after = clock.now()
    assert before.tzinfo is UTC and before <= after
    assert in_london(before).date() <= today <= in_london(after).date()
