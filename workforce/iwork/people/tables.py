"""Lists of people and of what is held about one, alike on screen, on paper and on the command line."""

from datetime import date

from resources.database import Condition, Database, Query
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, date_short, date_words
from workforce.iwork.exempt import EXEMPTION, IDENTITY
from workforce.iwork.listings import PEOPLE
from workforce.iwork.people.consents import Consent, ConsentStanding, consents_of, holds_until, standing
from workforce.iwork.people.people import Person, people, person
from workforce.iwork.people.reviews import due_reviews, reviews_of
from workforce.iwork.people.subject_access import access_requests_of, open_requests
from workforce.iwork.vocabulary import ConsentScope

_CURRENT = Condition("state", ("Current",))
_MOST = 100_000


def people_table(vault: Database, *, today: date, closed: bool = False, text: str = "") -> Table:
    """Everybody by reference, with stage, coach, post and days; with `closed` those whom the team let go too."""
    query = Query(text, () if closed else (_CURRENT,))
    rows = [line[1:] for line in PEOPLE.page(vault, query, offset=0, limit=_MOST)]
    return Table(
        "People on the i-Work register", PEOPLE.columns, rows, base=count_of(len(rows), "person", "people"),
        as_at=today, exempt=IDENTITY,
    )  # fmt: skip


def names_table(vault: Database, *, today: date) -> Table:
    """Which reference is whose: the one list with names."""
    columns = (
        Column("reference", "Reference", width=92),
        Column("name", "Name", width=220),
        Column("known_as", "Known as", width=140),
        Column("coach", "Job coach", width=140),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.reference, one.name, one.known_as, one.coach) for one in people(vault, closed=True)
    ]
    return Table("Names on the i-Work register", columns, rows, as_at=today, exempt=EXEMPTION)


_FACT = (Column("fact", "Fact", width=200), Column("what", "What", width=420))


def person_table(vault: Database, key: str, *, today: date, named: bool = False) -> Table:
    """What is held of one person, without their profile; who they are only with `named`."""
    held = person(vault, key)
    facts = [
        *(identity_facts(held) if named else ()),
        *person_facts(held),
        *consent_facts(vault, held, today),
    ]
    rows = [fact for fact in facts if fact[1]]
    return Table(held.told, _FACT, rows, as_at=today, exempt=EXEMPTION if named else IDENTITY)


def identity_facts(held: Person) -> list[tuple[str, str]]:
    """Who somebody is, and how they are reached."""
    supporter = ", ".join(
        one for one in (held.supporter, held.supporter_relation, held.supporter_phone) if one
    )
    return [
        ("Name", held.name),
        ("Known as", held.known_as),
        ("Born", date_words(held.born_on) if held.born_on else ""),
        ("Postcode", held.postcode),
        ("Telephone", held.phone),
        ("E-mail", held.email),
        ("How best to reach them", held.contact_how),
        ("Supporter", supporter),
    ]


def person_facts(held: Person) -> list[tuple[str, str]]:
    """What may stand on a screen that others see."""
    conditions = ", ".join(
        words
        for words, yes in (("Learning disability", held.learning_disability), ("Autism", held.autism))
        if yes
    )
    place = held.district or ("not known from the postcode" if held.postcode else "no postcode")
    return [
        (
            "Referred",
            f"{date_words(held.referred_on)}{f', by {held.referred_by}' if held.referred_by else ''}",
        ),
        ("Job coach", held.coach),
        ("District", place),
        ("Has", conditions),
        ("Long-term support", held.long_term_support.label),
        ("Closed", _closed(held)),
        ("Note", held.note),
    ]


def _closed(held: Person) -> str:
    if held.closed_on is None:
        return ""
    reason = held.closed_reason.label if held.closed_reason else ""
    return f"{date_words(held.closed_on)}: {reason}"


def consent_facts(vault: Database, held: Person, today: date) -> list[tuple[str, str]]:
    """For everything that can be agreed to, how it stands."""
    said = consents_of(vault, held.id)
    return [(scope.label, consent_words(said, scope, today)) for scope in ConsentScope]


def consent_words(said: list[Consent], scope: ConsentScope, today: date) -> str:
    """Given 3 Mar 2026, until 2 Mar 2027."""
    state = standing(said, scope, today)
    about = [one for one in said if one.scope is scope]
    if state is ConsentStanding.NOT_ASKED:
        return state.label
    if state is ConsentStanding.GIVEN:
        given = max(one.given_on for one in about if one.holds_on(today))
        until = holds_until(said, scope, today)
        return f"Given {date_short(given)}{f', until {date_short(until)}' if until else ''}"
    last = max(about, key=lambda one: one.given_on)
    day = last.withdrawn_on if state is ConsentStanding.WITHDRAWN else last.until_on
    return f"{state.label} {date_short(day)}" if day else state.label


def consents_table(vault: Database, key: str) -> Table:
    """Each yes of one person, the latest first."""
    columns = (
        Column("scope", "Consent", width=230),
        Column("given_on", "Given", ColumnKind.DATE, width=104),
        Column("until_on", "Until", ColumnKind.DATE, width=104),
        Column("withdrawn_on", "Withdrawn", ColumnKind.DATE, width=104),
        Column("how", "How", width=180),
        Column("told_to", "Told to", width=140),
    )
    rows = [
        (one.scope.label, *map(_day, (one.given_on, one.until_on, one.withdrawn_on)), one.how, one.told_to)
        for one in consents_of(vault, key)
    ]
    return Table(f"Consents of {person(vault, key).reference}", columns, rows, exempt=IDENTITY)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def reviews_table(vault: Database, key: str) -> Table:
    """When one record was looked at."""
    columns = (
        Column("done_on", "Looked at", ColumnKind.DATE, width=104),
        Column("by", "By", width=140),
        Column("next_on", "Again by", ColumnKind.DATE, width=104),
        Column("delete_by", "Kept until", ColumnKind.DATE, width=104),
        Column("words", "Why", width=220),
    )
    rows = [
        (_day(one.done_on), one.by, _day(one.next_on), _day(one.delete_by), one.words)
        for one in reviews_of(vault, key)
    ]
    return Table(f"Reviews of {person(vault, key).reference}", columns, rows, exempt=IDENTITY)


def due_table(vault: Database, *, today: date, within_days: int = 0) -> Table:
    """Records to be looked at or deleted, requests to be answered: the soonest first."""
    due: list[tuple[str, str, str]] = [
        (
            one.on.isoformat(),
            one.person.told,
            "Delete the record" if one.delete else "Look at the record again",
        )
        for one in due_reviews(vault, today, within_days=within_days)
    ]
    due += [
        (one.due_on.isoformat(), person(vault, one.person_id).told, "Give them everything that is held")
        for one in open_requests(vault)
    ]
    due += [
        (one.purge_asked_at.date().isoformat(), one.told, "Delete for good, or keep after all")
        for one in people(vault, closed=True)
        if one.purge_asked_at is not None
    ]
    columns = (
        Column("on", "By", ColumnKind.DATE, width=104),
        Column("who", "Who", width=120),
        Column("what", "What", width=300),
    )
    return Table("Records that wait", columns, sorted(due), as_at=today, exempt=IDENTITY)


def requests_table(vault: Database, key: str) -> Table:
    """When one person asked for everything that is held."""
    columns = (
        Column("asked_on", "Asked", ColumnKind.DATE, width=104),
        Column("asked_by", "Asked by", width=160),
        Column("due_on", "Due", ColumnKind.DATE, width=104),
        Column("given_on", "Given", ColumnKind.DATE, width=104),
        Column("words", "Note", width=220),
    )
    rows = [
        (_day(one.asked_on), one.asked_by, _day(one.due_on), _day(one.given_on), one.words)
        for one in access_requests_of(vault, key)
    ]
    return Table(f"Requests of {person(vault, key).reference}", columns, rows, exempt=IDENTITY)
