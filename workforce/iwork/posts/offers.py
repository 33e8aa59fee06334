"""Which adjustments an employer makes in a post, could make, or cannot."""

from collections.abc import Mapping
from dataclasses import dataclass

from resources.database import Database, change, new_key
from resources.rows import columns_of, made
from workforce.iwork.posts.posts import post
from workforce.iwork.vocabulary import Offer


@dataclass(frozen=True)
class PostOffer:
    """What an employer said of one adjustment."""

    id: str
    post_id: str
    adjustment_id: str
    offer: Offer


def offers_of(vault: Database, post_id: str) -> list[PostOffer]:
    """What was said of each adjustment that was asked about, by its name."""
    columns = ", ".join(f"post_adjustment.{name}" for name in columns_of(PostOffer).split(", "))
    rows = vault.rows(
        f"""select {columns} from post_adjustment join adjustment on adjustment.id = adjustment_id
        where post_id = ? order by adjustment.name collate nocase, adjustment.id""",
        (post_id,),
    )
    return [made(PostOffer, row, offer=Offer) for row in rows]


def set_offers(vault: Database, post_id: str, said: Mapping[str, Offer]) -> list[PostOffer]:
    """What is said of all adjustments, by their keys, at once; those left out were not asked about."""
    before = {one.adjustment_id: one for one in offers_of(vault, post_id)}
    if {key: one.offer for key, one in before.items()} == dict(said):
        return list(before.values())
    with change(vault, f"Set the adjustments at {post(vault, post_id).reference}"):
        for key, one in before.items():
            if key not in said:
                vault.delete_row("post_adjustment", one.id)
            elif said[key] is not one.offer:
                vault.update_row("post_adjustment", one.id, {"offer": said[key].value})
        for key, offer in said.items():
            if key not in before:
                cells = {"id": new_key(), "post_id": post_id, "adjustment_id": key, "offer": offer.value}
                vault.insert_row("post_adjustment", cells)
    return offers_of(vault, post_id)
