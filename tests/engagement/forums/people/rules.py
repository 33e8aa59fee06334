"""The times of these tests, and short names for what they do."""

from hypothesis import strategies as st

from engagement.forums.people.audience_rule import (
    AudienceRule,
    Each,
    PersonFact,
    Selection,
    ServiceFact,
)
from engagement.register.vocabulary import ContactRole, Rating, ServiceKind

ASKED = AudienceRule(
    kinds=(ServiceKind.NURSING_HOME,),
    districts=("Bassetlaw",),
    ratings=(Rating.REQUIRES_IMPROVEMENT, Rating.INADEQUATE),
    came_to_nothing_in=12,
)


KEYS = st.lists(st.sampled_from("abcdef"), max_size=3, unique=True).map(tuple)


RULES = st.builds(
    AudienceRule,
    kinds=st.lists(st.sampled_from(ServiceKind), unique=True).map(tuple),
    districts=KEYS,
    authorities=KEYS,
    ratings=st.lists(st.sampled_from(Rating), unique=True).map(tuple),
    came_to_nothing_in=st.none() | st.integers(1, 60),
    never_came=st.booleans(),
    each=st.sampled_from(Each),
    roles=st.lists(st.sampled_from(ContactRole), unique=True).map(tuple),
    by_hand_only=st.booleans(),
    added_providers=KEYS,
    added_contacts=KEYS,
    removed_providers=KEYS,
    removed_contacts=KEYS,
)


# --- decided from facts ---------------------------------------------------------------------------------

HOME = ServiceFact(
    "s1",
    "Rosewood House",
    "p1",
    "Rosewood",
    ServiceKind.NURSING_HOME,
    "Bassetlaw",
    "Nottinghamshire",
    Rating.INADEQUATE,
)


MANAGER = PersonFact(
    "c1", "Amina Khan", ContactRole.REGISTERED_MANAGER, "p1", "Rosewood", "s1", "Rosewood House", True
)


def names(selection: Selection) -> list[str]:
    return [one.contact for one in selection.people]
