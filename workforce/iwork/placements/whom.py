"""Whom a placement is about, by reference, and what they agreed to."""

from datetime import date

from resources.database import Database
from workforce.iwork.references import initials, person_reference, post_reference
from workforce.iwork.vocabulary import ConsentScope


def person_words(vault: Database, person_id: str) -> str:
    """IW-014."""
    number = vault.value("select number from person where id = ?", (person_id,))
    if number is None:
        raise LookupError(f"no person {person_id}")
    return person_reference(int(str(number)))


def person_with_initials(vault: Database, person_id: str) -> str:
    """IW-014 A.E."""
    row = vault.row("select given_name, family_name from person where id = ?", (person_id,))
    if row is None:
        raise LookupError(f"no person {person_id}")
    return f"{person_words(vault, person_id)} {initials(str(row[0]), str(row[1]))}"


def post_words(vault: Database, post_id: str) -> str:
    """P-007 Lunch service assistant."""
    row = vault.row("select number, title from post where id = ?", (post_id,))
    if row is None:
        raise LookupError(f"no post {post_id}")
    return f"{post_reference(int(str(row[0])))} {row[1]}"


def agrees(vault: Database, person_id: str, scope: ConsentScope, today: date) -> bool:
    """Whether consent to this holds today, by the rule of `people.consents`, which this room may not import."""
    day = today.isoformat()
    return bool(
        vault.value(
            "select exists (select 1 from consent where person_id = ? and scope = ? and given_on <= ? "
            "and (until_on is null or until_on >= ?) and (withdrawn_on is null or withdrawn_on > ?))",
            (person_id, scope.value, day, day, day),
        )
    )


def took_back(vault: Database, person_id: str, scope: ConsentScope) -> bool:
    """Whether somebody agreed once and has withdrawn it since; who was never asked has not."""
    return bool(
        vault.value(
            "select max(withdrawn_on is not null) = 1 and min(withdrawn_on is not null) = 1 from consent "
            "where person_id = ? and scope = ?",
            (person_id, scope.value),
        )
    )


def person_name(vault: Database, person_id: str) -> str:
    """The name, for what a person asked to have with names."""
    row = vault.row("select given_name, family_name from person where id = ?", (person_id,))
    if row is None:
        raise LookupError(f"no person {person_id}")
    return f"{row[0]} {row[1]}".strip()
