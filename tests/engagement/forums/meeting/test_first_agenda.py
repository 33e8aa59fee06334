from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.meeting.first_agenda import (
    FIRST_AGENDA,
    LAST_ACTIONS,
    LAST_MINUTES,
    ItemDraft,
    next_agenda,
)

ITEMS = st.lists(
    st.builds(ItemDraft, st.sampled_from(["Welcome", "Pay", "AOB"]), standing=st.booleans()), max_size=6
)


def test_what_looks_back_stands_on_top_behind_a_welcome() -> None:
    titles = [one.title for one in next_agenda(FIRST_AGENDA)]
    assert titles[:4] == [
        "Welcome and apologies", "Minutes of the last meeting", "Actions from last time", "Quality and the care market",
    ]  # fmt: skip
    assert [one.title for one in next_agenda([ItemDraft("Pay", standing=True)])] == [
        "Minutes of the last meeting", "Actions from last time", "Pay",
    ]  # fmt: skip


def test_what_looks_back_is_not_there_twice_where_the_team_made_it_standing() -> None:
    last = [ItemDraft("actions from last time", 5, standing=True), ItemDraft("Pay", standing=True)]
    assert [one.title for one in next_agenda(last)] == [
        "Minutes of the last meeting",
        "actions from last time",
        "Pay",
    ]


@given(ITEMS)
def test_only_standing_items_come_back_in_their_order(last: list[ItemDraft]) -> None:
    came = [one for one in next_agenda(last) if one not in (LAST_MINUTES, LAST_ACTIONS)]
    assert came == [one for one in last if one.standing]
