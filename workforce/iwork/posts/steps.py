"""Which status of a post may follow which. Part filled and filled follow from who works there: nobody sets them."""

from workforce.iwork.vocabulary import PostStatus

BY_HAND: dict[PostStatus, tuple[PostStatus, ...]] = {
    PostStatus.INTEREST: (PostStatus.VISIT_BOOKED, PostStatus.CARVING, PostStatus.OPEN, PostStatus.WITHDRAWN),
    PostStatus.VISIT_BOOKED: (PostStatus.INTEREST, PostStatus.CARVING, PostStatus.OPEN, PostStatus.WITHDRAWN),
    PostStatus.CARVING: (PostStatus.INTEREST, PostStatus.VISIT_BOOKED, PostStatus.OPEN, PostStatus.WITHDRAWN),
    PostStatus.OPEN: (PostStatus.CARVING, PostStatus.CLOSED, PostStatus.WITHDRAWN),
    PostStatus.PART_FILLED: (PostStatus.CLOSED,),
    PostStatus.FILLED: (PostStatus.CLOSED,),
    PostStatus.CLOSED: (PostStatus.OPEN,),
    PostStatus.WITHDRAWN: (PostStatus.INTEREST, PostStatus.OPEN),
}
FOLLOWS = frozenset({PostStatus.OPEN, PostStatus.PART_FILLED, PostStatus.FILLED})
"""Among these the places decide."""
NEEDS_REASON = frozenset({PostStatus.CLOSED, PostStatus.WITHDRAWN})


def may_follow(now: PostStatus, to: PostStatus) -> bool:
    """Whether a person may move a post so."""
    return to in BY_HAND[now]


def refusal(now: PostStatus, to: PostStatus) -> str:
    """Why a person may not, in a sentence; empty where they may."""
    if may_follow(now, to):
        return ""
    if now is to:
        return f"The post is “{now.label}” already."
    if to in (PostStatus.PART_FILLED, PostStatus.FILLED):
        return f"“{to.label}” is not set by hand: it follows from the placements that started there."
    possible = " or ".join(f"“{one.label}”" for one in BY_HAND[now])
    return f"After “{now.label}” comes {possible}, not “{to.label}”. Move the post there first."


def settled(now: PostStatus, filled: int, places_most: int) -> PostStatus:
    """Where a post stands by its places; one that is not open yet, closed or withdrawn stays as it is."""
    if now not in FOLLOWS:
        return now
    if filled >= places_most:
        return PostStatus.FILLED
    return PostStatus.PART_FILLED if filled else PostStatus.OPEN
