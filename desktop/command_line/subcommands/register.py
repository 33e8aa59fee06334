"""The register: services, providers and contacts as tables, what is kept twice, and merging."""

import argparse
from collections.abc import Callable
from typing import Any

from desktop.capabilities import MERGE_RULES
from desktop.command_line import choosing
from desktop.command_line.options import add_out, add_several, an_organisation
from desktop.command_line.session import Session
from engagement.register.duplicates import (
    find_duplicates,
    mark_not_duplicates,
    merge_contacts,
    merge_providers,
    merge_services,
)
from engagement.register.listings import CONTACTS, SERVICES
from engagement.register.providers import Provider, add_provider, edit_provider, find_providers
from engagement.register.services import services_of
from engagement.register.vocabulary import OrganisationKind
from resources.database import Condition, Database, Listing, Query
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of

_EVERYTHING = 10_000_000
_TYPED = ("cqc_provider_id", "brand", "address", "postcode", "phone", "website")
_MERGE: dict[str, Callable[..., choosing.Record]] = {
    "provider": merge_providers,
    "service": merge_services,
    "contact": merge_contacts,
}


def add_commands(commands: Any) -> None:
    """Tables of the register, duplicates and merging."""
    for name, listing, filters in (
        ("services", SERVICES, ("kind", "district", "rating", "contract", "officer", "authority", "state")),
        ("contacts", CONTACTS, ("role", "provider", "consent", "district", "state")),
    ):
        parser = commands.add_parser(name, help=f"list the {name} of the register")
        add_several(parser, *filters)
        parser.add_argument("--text", default="", metavar="WORDS", help="only lines with words that begin so")
        add_out(parser)
        parser.set_defaults(run=_list, listing=listing, filters=filters, title=name.capitalize())
    _add_organisations(commands)
    twice = commands.add_parser("duplicates", help="list records that may be kept twice, with reasons")
    twice.add_argument("--kind", choices=tuple(_MERGE), action="append", help="only these (may be repeated)")
    add_out(twice)
    twice.set_defaults(run=_duplicates)
    merge = commands.add_parser(
        "merge", help="make one record of two; nothing that pointed at either is lost"
    )
    different = commands.add_parser(
        "different", help="mark two records as different: not offered as duplicates again"
    )
    for parser, run in ((merge, _merge), (different, _different)):
        parser.add_argument("kind", choices=tuple(_MERGE))
        parser.add_argument(
            "keep", metavar="KEEP", help="the record to keep: its key, number, or words of its name"
        )
        parser.add_argument("remove", metavar="OTHER", help="the other record")
        parser.set_defaults(run=run)
    merge.add_argument("--take", action="append", default=[], metavar="FACT",
                       help="a fact to have from the other record, such as phone (may be repeated)")  # fmt: skip


def _add_organisations(commands: Any) -> None:
    listed = commands.add_parser("providers", help="list the providers in use, or other organisations")
    listed.add_argument(
        "--text", default="", metavar="WORDS", help="only those whose name, brand or number has these"
    )
    what = "what they are: care provider (as it is unless said), partner, council or group (may be repeated)"
    listed.add_argument("--organisation", type=an_organisation, action="append", metavar="WHAT", help=what)
    add_out(listed)
    listed.set_defaults(run=_providers)
    added = commands.add_parser(
        "add-provider", help="add a provider, or another organisation that comes to forums"
    )
    changed = commands.add_parser(
        "edit-provider", help="change what is kept of a provider or other organisation"
    )
    added.add_argument("name", metavar="NAME")
    changed.add_argument("provider", metavar="PROVIDER", help="its key, number, or words of its name")
    changed.add_argument("--name", metavar="NAME")
    for parser, run in ((added, _add_provider), (changed, _edit_provider)):
        parser.add_argument("--organisation", type=an_organisation, metavar="WHAT",
                            help="what it is: care provider, partner, council or group")  # fmt: skip
        for fact in _TYPED:
            parser.add_argument(f"--{fact.replace('_', '-')}", metavar="TEXT")
        parser.set_defaults(run=run)


def listing_table(
    db: Database, listing: Listing, title: str, given: dict[str, list[str]], text: str = ""
) -> Table:
    """What a big table of the window shows under the same filters, whole."""
    conditions = tuple(_condition(db, listing, column, values) for column, values in given.items() if values)
    query = Query(text, conditions)
    rows = [row[1:] for row in listing.page(db, query, offset=0, limit=_EVERYTHING)]
    capped = listing.count(db, query).capped
    base = f"{count_of(len(rows), 'line')}."
    notes = ("These are the first that fit; write more words.",) if capped else ()
    return Table(title, listing.columns, rows, base=base, notes=notes)


def _condition(db: Database, listing: Listing, column: str, values: list[str]) -> Condition:
    choices = {
        str(choice).casefold(): choice for choice in listing.choices(db, column) if choice not in (None, "")
    }
    unknown = [value for value in values if value.casefold() not in choices]
    if unknown:
        heading = next(one.heading for one in listing.columns if one.name == column).lower()
        known = and_list([str(choice) for choice in list(choices.values())[:20]], "or")
        what = f"Choose {known}." if choices else "There is none yet."
        raise Problem(f"No line has the {heading} “{unknown[0]}”. {what}")
    return Condition(column, tuple(choices[value.casefold()] for value in values))


def _list(session: Session, asked: argparse.Namespace) -> None:
    given = {name: getattr(asked, name) for name in asked.filters}
    with session.reading() as db:
        table = listing_table(db, asked.listing, asked.title, given, asked.text)
        session.show(table, asked.out, db=db)


def _add_provider(session: Session, asked: argparse.Namespace) -> None:
    facts: Any = {"name": asked.name, **_typed(asked)}
    with session.writing() as db:
        added = add_provider(db, **facts)
    session.say(f"Added {added.name}, {added.organisation.label.lower()}. Its key is {added.id}.")


def _edit_provider(session: Session, asked: argparse.Namespace) -> None:
    facts: Any = {**({"name": asked.name} if asked.name else {}), **_typed(asked)}
    with session.writing() as db:
        held = choosing.RECORDS["provider"](db, asked.provider)
        changed = edit_provider(db, held.id, **facts)
    session.say(f"Changed {changed.name}, {changed.organisation.label.lower()}.")


def _typed(asked: argparse.Namespace) -> dict[str, Any]:
    given = {name: getattr(asked, name) for name in ("organisation", *_TYPED)}
    return {name: value for name, value in given.items() if value is not None}


def _providers(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        found = find_providers(
            db,
            asked.text,
            limit=_EVERYTHING,
            organisations=asked.organisation or [OrganisationKind.CARE_PROVIDER],
        )
        session.show(_organisations(db, found, said=bool(asked.organisation)), asked.out, db=db)


def _organisations(db: Database, found: list[Provider], *, said: bool) -> Table:
    """Organisations as a table; `said` when it is to say what each is."""
    columns = [
        Column("name", "Provider"), Column("cqc_provider_id", "CQC Provider ID"), Column("brand", "Brand"),
        Column("phone", "Phone"), Column("services", "Services", ColumnKind.NUMBER),
    ]  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (one.name, one.cqc_provider_id, one.brand, one.phone, len(services_of(db, one.id))) for one in found
    ]
    if not said:
        return Table("Providers", tuple(columns), rows, base=f"{count_of(len(rows), 'provider')}.")
    columns = [Column("name", "Organisation"), Column("organisation", "What it is"), *columns[1:]]
    rows = [(row[0], one.organisation.label, *row[1:]) for one, row in zip(found, rows, strict=True)]
    return Table("Organisations", tuple(columns), rows, base=f"{count_of(len(rows), 'organisation')}.")


def _duplicates(session: Session, asked: argparse.Namespace) -> None:
    columns = (
        Column("kind", "Kind"), Column("one", "One"), Column("other", "Other"),
        Column("score", "Likeness of 100", ColumnKind.NUMBER), Column("reasons", "Why"),
        Column("one_key", "Key of the one"), Column("other_key", "Key of the other"),
    )  # fmt: skip
    with session.reading() as db:
        found = find_duplicates(db, asked.kind or tuple(_MERGE))
        rows: list[tuple[Cell, ...]] = [
            (
                each.table.capitalize(),
                each.one_name,
                each.other_name,
                each.score,
                " ".join(each.reasons),
                each.one,
                each.other,
            )
            for each in found
        ]
        session.show(Table("Records that may be kept twice", columns, rows), asked.out, db=db)


def _merge(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        keep, remove = (choosing.RECORDS[asked.kind](db, text) for text in (asked.keep, asked.remove))
        _two(asked.kind, keep.id, remove.id)
        kept = _MERGE[asked.kind](db, keep.id, remove.id, asked.take, rules=MERGE_RULES, now=session.now)
    session.say(f"Merged {remove.name} into {kept.name}.")


def _different(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        one, other = (choosing.RECORDS[asked.kind](db, text) for text in (asked.keep, asked.remove))
        _two(asked.kind, one.id, other.id)
        mark_not_duplicates(db, asked.kind, one.id, other.id)
    session.say(f"Marked {one.name} and {other.name} as different.")


def _two(kind: str, one: str, other: str) -> None:
    if one == other:
        raise Problem(f"Both are the same {kind}. Name two, by their keys where their names are alike.")
