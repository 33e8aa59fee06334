from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.meeting.first_agenda import (
    FIRST_AGENDA,
    FIRST_AGENDAS,
    LAST_ACTIONS,
    LAST_MINUTES,
    ItemDraft,
    first_agenda,
    next_agenda,
)
from engagement.forums.vocabulary import EventKind

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


def test_each_kind_of_event_begins_from_its_own() -> None:
    titles = {kind: [one.title for one in first_agenda(kind, 120)] for kind in EventKind}
    assert "Recruitment and retention" in titles[EventKind.PROVIDER_FORUM]
    for kind in (EventKind.INFORMATION_SHARING, EventKind.EXPERTS_BY_EXPERIENCE, EventKind.MANAGERS_NETWORK):
        assert "Recruitment and retention" not in titles[kind] and kind in FIRST_AGENDAS
    assert all(found[0].startswith("Welcome") for found in titles.values())


@given(st.sampled_from(EventKind), st.integers(1, 300))
def test_a_first_agenda_fits_into_its_event(kind: EventKind, minutes: int) -> None:
    lengths = [one.minutes for one in first_agenda(kind, minutes)]
    assert sum(one or 0 for one in lengths) <= minutes
    assert all(one is None for one in lengths) or all(one and one % 5 == 0 for one in lengths)


@given(ITEMS)
def test_only_standing_items_come_back_in_their_order(last: list[ItemDraft]) -> None:
    came = [one for one in next_agenda(last) if one not in (LAST_MINUTES, LAST_ACTIONS)]
    assert came == [one for one in last if one.standing]
