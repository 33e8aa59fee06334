"""The checks that a post asks for, and by when."""

from collections.abc import Mapping
from dataclasses import dataclass

from resources.database import Database, change, new_key
from resources.rows import columns_of, made
from workforce.iwork.posts.posts import post
from workforce.iwork.vocabulary import CheckKind, WhenNeeded


@dataclass(frozen=True)
class PostCheck:
    """A check that a post asks for."""

    id: str
    post_id: str
    kind: CheckKind
    needed: WhenNeeded


def post_checks_of(vault: Database, post_id: str) -> list[PostCheck]:
    """The checks of a post, in the order of their kinds."""
    rows = vault.rows(f"select {columns_of(PostCheck)} from post_check where post_id = ?", (post_id,))
    held = [made(PostCheck, row, kind=CheckKind, needed=WhenNeeded) for row in rows]
    return sorted(held, key=lambda one: list(CheckKind).index(one.kind))


def set_post_checks(vault: Database, post_id: str, needed: Mapping[CheckKind, WhenNeeded]) -> list[PostCheck]:
    """All checks of a post at once; those left out are not asked for."""
    before = {one.kind: one for one in post_checks_of(vault, post_id)}
    if {kind: one.needed for kind, one in before.items()} == dict(needed):
        return list(before.values())
    with change(vault, f"Set the checks for {post(vault, post_id).reference}"):
        for kind, one in before.items():
            if kind not in needed:
                vault.delete_row("post_check", one.id)
            elif needed[kind] is not one.needed:
                vault.update_row("post_check", one.id, {"needed": needed[kind].value})
        for kind, when in needed.items():
            if kind not in before:
                cells = {"id": new_key(), "post_id": post_id, "kind": kind.value, "needed": when.value}
                vault.insert_row("post_check", cells)
    return post_checks_of(vault, post_id)
