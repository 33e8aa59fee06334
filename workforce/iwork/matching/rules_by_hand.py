"""Pins and bans: what a person decided of somebody and a post, above all matching, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made, refuse_empty
from workforce.iwork.employers.employers import employer
from workforce.iwork.people.people import person, refuse_in_purge
from workforce.iwork.posts.posts import post
from workforce.iwork.vocabulary import RuleKind


@dataclass(frozen=True)
class PlacingRule:
    """One pin or ban. A ban is from a post, or from every post of an employer."""

    id: str
    person_id: str
    post_id: str | None
    employer_id: str | None
    kind: RuleKind
    reason: str
    made_by: str
    made_on: date
    ended_on: date | None
    ended_reason: str

    @property
    def stands(self) -> bool:
        """Whether it holds still."""
        return self.ended_on is None


_SELECT = f"select {columns_of(PlacingRule)} from placing_rule"


def _rule(row: tuple[Any, ...]) -> PlacingRule:
    return made(PlacingRule, row, kind=RuleKind, made_on=date.fromisoformat, ended_on=date.fromisoformat)


# --- reading ----------------------------------------------------------------------------------------------------


def placing_rule(vault: Database, key: str) -> PlacingRule:
    """One by its key."""
    row = vault.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no pin or ban {key}")
    return _rule(row)


def placing_rules(vault: Database, *, ended: bool = False) -> list[PlacingRule]:
    """Those that stand, the latest first; with `ended` all that ever were."""
    rows = vault.rows(f"{_SELECT} where ? or ended_on is null order by made_on desc, id desc", (ended,))
    return [_rule(row) for row in rows]


def rules_between(vault: Database, person_id: str, post_id: str) -> list[PlacingRule]:
    """Those that stand between somebody and a post, its employer’s bans too."""
    employer_id = post(vault, post_id).employer_id
    return [
        one
        for one in placing_rules(vault)
        if one.person_id == person_id and (one.post_id == post_id or one.employer_id == employer_id)
    ]


# --- the verbs --------------------------------------------------------------------------------------------------


def pin(vault: Database, person_id: str, post_id: str, reason: str, *, today: date) -> PlacingRule:
    """Keep somebody and a post together in every assignment that is worked out."""
    who, where = person(vault, person_id), post(vault, post_id)
    for one in placing_rules(vault):
        if one.person_id == person_id and one.kind is RuleKind.PIN:
            other = post(vault, str(one.post_id)).reference
            raise Problem(
                f"{who.reference} is pinned to {other} already. One person is pinned to one post: end that pin first."
            )
    if any(one.kind is RuleKind.BAN for one in rules_between(vault, person_id, post_id)):
        raise Problem(
            f"{who.reference} is not to be placed at {where.reference}. End that ban first, or choose another."
        )
    _refuse_too_many_pins(vault, post_id)
    return _add(vault, RuleKind.PIN, person_id, {"post_id": post_id}, reason, where.reference, today)


def ban_from_post(vault: Database, person_id: str, post_id: str, reason: str, *, today: date) -> PlacingRule:
    """Do not place somebody in a post, whatever else suits."""
    where = post(vault, post_id)
    _refuse_pinned(vault, person_id, {post_id})
    return _add(vault, RuleKind.BAN, person_id, {"post_id": post_id}, reason, where.reference, today)


def ban_from_employer(
    vault: Database, person_id: str, employer_id: str, reason: str, *, today: date
) -> PlacingRule:
    """Do not place somebody in any post of an employer."""
    where = employer(vault, employer_id)
    posts = {str(key) for (key,) in vault.rows("select id from post where employer_id = ?", (employer_id,))}
    _refuse_pinned(vault, person_id, posts)
    return _add(vault, RuleKind.BAN, person_id, {"employer_id": employer_id}, reason, where.name, today)


def end_rule(vault: Database, key: str, reason: str, *, today: date) -> PlacingRule:
    """It holds no more; that it was made, and why it ended, is kept."""
    held = placing_rule(vault, key)
    refuse_empty("reason", reason, "Say why it ends: whoever reads this later should know.")
    if not held.stands:
        raise Problem("This has ended already.")
    who = person(vault, held.person_id)
    called = "pin" if held.kind is RuleKind.PIN else "ban"
    with change(vault, f"Ended a {called} of {who.reference}"):
        vault.update_row("placing_rule", key, cells_of({"ended_on": today, "ended_reason": reason}))
    return placing_rule(vault, key)


def _add(
    vault: Database,
    kind: RuleKind,
    person_id: str,
    where: Mapping[str, str],
    reason: str,
    said: str,
    today: date,
) -> PlacingRule:
    who = person(vault, person_id)
    refuse_in_purge(who)
    refuse_empty("reason", reason, "Say why: whoever reads this later should know, and so should the person.")
    ((column, key),) = where.items()
    for one in placing_rules(vault):
        if one.person_id == person_id and one.kind is kind and getattr(one, column) == key:
            raise FieldProblem("reason", f"That is said of {who.reference} and {said} already.")
    action = (
        f"Pinned {who.reference} to {said}" if kind is RuleKind.PIN else f"Banned {who.reference} from {said}"
    )
    new = new_key()
    with change(vault, action):
        vault.insert_row(
            "placing_rule",
            {
                "id": new,
                "person_id": person_id,
                **where,
                "kind": kind.value,
                **cells_of({"reason": reason, "made_by": vault.who, "made_on": today}),
            },
        )
    return placing_rule(vault, new)


def _refuse_pinned(vault: Database, person_id: str, posts: set[str]) -> None:
    for one in placing_rules(vault):
        if one.person_id == person_id and one.kind is RuleKind.PIN and one.post_id in posts:
            where = post(vault, str(one.post_id)).reference
            raise Problem(f"{person(vault, person_id).reference} is pinned to {where}. End that pin first.")


def _refuse_too_many_pins(vault: Database, post_id: str) -> None:
    where = post(vault, post_id)
    pinned = sum(1 for one in placing_rules(vault) if one.post_id == post_id and one.kind is RuleKind.PIN)
    if pinned >= where.places_most:
        raise Problem(
            f"As many people are pinned to {where.reference} as it has places: {where.places_most}."
        )
