"""A small capability for the database's own tests: shelves and books, with a reference and unique columns."""

from dataclasses import replace

from resources.database import Capability, Database, Listing
from resources.database.listing import own_rows, rows_by
from resources.tables import Column, ColumnKind


def _first(db: Database) -> None:
    db.execute(
        "create table shelf (id text primary key, code text unique, name text not null default '', "
        '"order" integer) strict'
    )
    db.execute(
        "create table book (id text primary key, shelf_id text not null references shelf (id), "
        "title text not null default '', number integer, isbn text unique, note text) strict"
    )
    db.execute("create index book_by_shelf on book (shelf_id)")


BOOKS = Listing(
    name="book",
    columns=(
        Column("title", "Title"),
        Column("shelf", "Shelf"),
        Column("number", "Number", ColumnKind.NUMBER),
        Column("size", "Size"),
    ),
    hidden=(Column("size_order", "", ColumnKind.NUMBER), Column("isbn", "")),
    fill="""select book.id, book.title, shelf.name, book.number,
        case when number > 100 then 'large' when number > 10 then 'middle' else 'small' end,
        case when number > 100 then 3 when number > 10 then 2 else 1 end, book.isbn
        from book join shelf on shelf.id = book.shelf_id where book.id in (select id from temp.affected)""",
    depends={
        "book": own_rows(),
        "shelf": "select id from book where shelf_id in (select row_id from changed)",
    },
    searched=("title", "shelf", "isbn"),
    sort_by={"size": "size_order"},
    default_order="title",
)

SHELVES = Listing(
    name="shelf",
    columns=(Column("name", "Shelf"), Column("books", "Books", ColumnKind.NUMBER)),
    fill="""select shelf.id, shelf.name, (select count(*) from book where shelf_id = shelf.id)
        from shelf where shelf.id in (select id from temp.affected)""",
    depends={"shelf": own_rows(), "book": rows_by("book", "shelf_id")},
    searched=("name",),
)

SMALL = Capability(name="small", migrations=(_first,), listings=(BOOKS, SHELVES))


def small_with(*migrations, **changes):
    """The capability after further migrations."""
    return replace(SMALL, migrations=(*SMALL.migrations, *migrations), **changes)


def listed(db: Database) -> dict[str, list[tuple]]:
    """Every listing's lines, hidden columns and full-text index included."""
    lines = {}
    for listing in db.listings:
        lines[listing.name] = db.rows(f"select * from {listing.table} order by id")
        db.execute(
            f"insert into {listing.table}_fts ({listing.table}_fts, rank) values ('integrity-check', 1)"
        )
    return lines


def listed_from_scratch(db: Database) -> dict[str, list[tuple]]:
    """The same, filled from the tables as they are."""
    lines = {}
    for listing in db.listings:
        with db.atomic():
            db.execute("delete from temp.affected")
            db.execute(f"insert into temp.affected select id from {listing.name}")
            lines[listing.name] = sorted(db.rows(listing.fill))
    return lines
