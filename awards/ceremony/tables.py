"""The ceremony as tables: guests, what the room and the kitchen need, the running order, and citations."""

from dataclasses import dataclass
from datetime import date, datetime

from awards.category_words import category_column
from awards.ceremony.counts import Counts, count, who_eats
from awards.ceremony.guests import guests
from awards.ceremony.people import finalists
from awards.ceremony.running_order import items, minutes_of, timed, title_of
from awards.exempt import EXEMPTION
from awards.rounds.categories import categories
from awards.rounds.rounds import award_round
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, clock_words, count_of, in_london

_K = ColumnKind
GUESTS = (
    Column("name", "Name", width=170),
    Column("role", "Comes as", width=96),
    Column("organisation", "Organisation", width=170),
    Column("answer", "Answer", _K.STATUS, width=112),
    Column("places", "Places", _K.NUMBER, width=66),
    Column("diet", "Food", width=110),
    Column("access", "Access", width=110),
    Column("table_name", "Table", width=90),
    Column("photo", "Photographs", width=110),
    Column("email", "E-mail address", width=200),
    Column("asked_on", "Asked", _K.DATE, width=110),
    Column("photo_asked_on", "Asked about photographs", _K.DATE, width=110),
    Column("note", "Note", width=180),
)
ORDER = (
    Column("at", "At", width=80),
    Column("what", "What", width=336),
    Column("kind", "Kind", width=110),
    Column("minutes", "Minutes", _K.NUMBER, width=80),
    Column("presenter", "Presented by", width=175),
)


def guests_table(db: Database, round_id: str) -> tuple[Table, list[str]]:
    """The guest list, and the keys of its rows."""
    some = guests(db, round_id)
    rows: list[tuple[Cell, ...]] = [
        (
            one.name, one.role.label, one.organisation, one.answer.label, one.places, one.diet, one.access,
            one.table_name, one.photo.label, one.email, _day(one.asked_on), _day(one.photo_asked_on), one.note,
        )
        for one in some
    ]  # fmt: skip
    title = f"Guests of {award_round(db, round_id).name}"
    return Table(title, GUESTS, rows, notes=(f"{count(some).words}.",), exempt=EXEMPTION), [
        one.id for one in some
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def counts_tables(db: Database, round_id: str) -> list[Table]:
    """What the room and the kitchen need: places, food, access and tables."""
    held = count(guests(db, round_id))
    name = award_round(db, round_id).name
    return [_places(held, name), _food(held, name), _access(held, name), _tables(held, name)]


def _places(held: Counts, name: str) -> Table:
    rows = [
        ("Places of those who come", held.places),
        ("Guests who come", held.coming),
        ("Asked, without an answer", held.waiting),
        ("Not asked yet", held.not_asked),
        ("Not coming", held.declined),
        ("Places if everybody else comes too", held.most_places),
        ("Places without a table", held.not_seated),
        ("Guests who may not be photographed", len(held.no_photographs)),
        ("Guests not asked about photographs", held.photo_not_asked),
    ]
    columns = (Column("what", "What", width=280), Column("number", "Number", _K.NUMBER, width=90))
    return Table(f"Places at {name}", columns, rows, exempt=EXEMPTION)


def _food(held: Counts, name: str) -> Table:
    special = sum(number for _, number in held.diets)
    rest = max(held.places - special, 0)
    rows = [*held.diets, *([("Nothing said", rest)] if rest else [])]
    notes = (
        "Of those who come. What is written without a number counts for one person.",
        *(
            ("More is asked for than there are places: somebody has written two kinds.",)
            if special > held.places
            else ()
        ),
    )
    columns = (Column("diet", "Food", width=280), Column("number", "Places", _K.NUMBER, width=90))
    return Table(f"Food at {name}", columns, rows, notes=notes, exempt=EXEMPTION)


def _access(held: Counts, name: str) -> Table:
    columns = (Column("access", "What is needed", width=300), Column("guest", "Guest", width=200))
    return Table(f"Access at {name}", columns, list(held.access), exempt=EXEMPTION)


def _tables(held: Counts, name: str) -> Table:
    columns = (
        Column("table_name", "Table", width=120),
        Column("places", "Places", _K.NUMBER, width=80),
        Column("guests", "Guests", width=460),
    )
    rows = [(one.name, one.places, and_list(one.guests)) for one in held.tables]
    notes = (f"{count_of(held.not_seated, 'place')} without a table.",) if held.not_seated else ()
    return Table(f"Tables at {name}", columns, rows, notes=notes, exempt=EXEMPTION)


def running_order_table(
    db: Database, round_id: str, *, starts: datetime | None = None
) -> tuple[Table, list[str]]:
    """The running order, and the keys of its points; nobody nominated is named in it."""
    some = items(db, round_id)
    names = {one.id: one.name for one in categories(db, round_id)}
    rows: list[tuple[Cell, ...]] = [
        (at_words(one.at, one.after), title_of(one.item, names), one.item.kind.label, one.item.minutes,
         one.item.presenter)
        for one in timed(some, starts)
    ]  # fmt: skip
    notes = (f"{length_words(minutes_of(some))} in all.",) if some else ()
    title = f"Running order of {award_round(db, round_id).name}"
    return Table(title, ORDER, rows, notes=notes), [one.id for one in some]


def at_words(at: datetime | None, after: int) -> str:
    """6:30pm, or where the start is not known, how long after it: +0:45."""
    return clock_words(in_london(at).time()) if at else f"+{after // 60}:{after % 60:02}"


def length_words(minutes: int) -> str:
    """1 hour 35 minutes."""
    hours, rest = divmod(minutes, 60)
    parts = [count_of(hours, "hour")] if hours else []
    return " ".join([*parts, *([count_of(rest, "minute")] if rest or not hours else [])])


CITATIONS = (
    category_column(),
    Column("name", "Name", width=170),
    Column("honour", "Honour", _K.STATUS, width=140),
    Column("home", "Works at", width=170),
    Column("words", "Words", _K.NUMBER, width=70),
    Column("publish", "May be named", width=110),
    Column("photo", "Photographs", width=110),
    Column("citation", "Citation", width=320),
)


def citations_table(db: Database, round_id: str) -> tuple[Table, list[str]]:
    """The finalists with what is read out of them, and their keys; what is not announced says so."""
    some = finalists(db, round_id)
    rows: list[tuple[Cell, ...]] = [
        (one.category, one.name, one.status.label, one.home, len(one.citation.split()), one.publish_name.label,
         one.photo.label, one.citation)
        for one in some
    ]  # fmt: skip
    title = f"Finalists and citations of {award_round(db, round_id).name}"
    return Table(title, CITATIONS, rows, exempt=EXEMPTION), [one.id for one in some]


NEEDS = (
    Column("part", "For", width=120),
    Column("what", "What", width=280),
    Column("number", "Number", _K.NUMBER, width=80),
    Column("guests", "Guests", width=360),
)


@dataclass(frozen=True)
class Need:
    """Something to have ready: how much of it, and for which guests."""

    part: str
    what: str
    number: int
    guests: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """By what it is found again."""
        return f"{self.part}: {self.what}"


def needs(db: Database, round_id: str) -> list[Need]:
    """What the room and the kitchen need, line by line, each with whom it is for."""
    some = guests(db, round_id)
    held, coming = count(some), [one for one in some if one.is_coming]
    return [
        *(Need("Room", str(row[0]), int(str(row[1]))) for row in _places(held, "").rows if row[1]),
        *(Need("Kitchen", food, number, who_eats(coming, food)) for food, number in held.diets),
        *(Need("Access", what, 1, (who,)) for what, who in held.access),
        *(Need("Tables", one.name, one.places, one.guests) for one in held.tables),
        *(Need("Photographs", f"Not of {name}", 1, (name,)) for name in held.no_photographs),
    ]


def needs_table(db: Database, round_id: str) -> tuple[Table, list[str]]:
    """The same as one table, and the keys of its rows."""
    some = needs(db, round_id)
    rows: list[tuple[Cell, ...]] = [(one.part, one.what, one.number, and_list(one.guests)) for one in some]
    title = f"What is needed at {award_round(db, round_id).name}"
    return Table(title, NEEDS, rows, exempt=EXEMPTION), [one.key for one in some]
