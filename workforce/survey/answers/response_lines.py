"""The responses of a wave as lines of a table: whose each is, and how much it answers."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.survey.answers.responses import Response
from workforce.survey.waves.asked import Asked
from workforce.survey.waves.waves import wave

NOT_TIED, DUPLICATE, DOES_NOT_COUNT = "Not tied", "Duplicate", "Does not count"
QUERY = "Query"
COLUMNS = (
    Column("number", "No.", ColumnKind.NUMBER, 56),
    Column("who", "Whose", width=310),
    Column("state", "State", ColumnKind.STATUS, 146),
    Column("answered", "Answered", width=80),
    Column("kind", "Kind", width=132),
    Column("district", "District", width=112),
    Column("received", "Received", ColumnKind.DATE, 98),
    Column("source", "Came by", width=88),
)
"""Of `lines_table`. What is as usual says nothing: tied, counting, without a query."""


@dataclass(frozen=True)
class ResponseLine:
    """A response, without its answers, with what is known of whose it is.

    `standing` is what is unlike most others: a duplicate, one that does not count, or one of nobody known.
    """

    response: Response
    who: str
    kind: str
    district: str
    answered: int
    asked: int
    standing: str
    queried: bool

    @property
    def tied(self) -> bool:
        """Whether somebody of the register is known to have answered."""
        return self.response.provider_id is not None

    @property
    def state(self) -> str:
        """What is unlike most others, a query too: “Duplicate, query”."""
        query = QUERY if self.queried else ""
        return f"{self.standing}, {query.lower()}" if self.standing and query else self.standing or query

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Under COLUMNS."""
        one = self.response
        received = one.received_on.isoformat() if one.received_on else None
        return (
            one.number, self.who, self.state,
            f"{self.answered} of {self.asked}", self.kind, self.district, received, one.source.label,
        )  # fmt: skip


def response_lines(
    db: Database,
    held: Iterable[Response],
    asked: Iterable[Asked],
    *,
    facts: Mapping[str, tuple[str, str]],
    answered: Mapping[str, int],
    duplicates: Collection[str] = (),
    queried: Collection[str] = (),
) -> list[ResponseLine]:
    """In the order given. By the key of each response `facts` have its kind and district, `answered` how many answers.

    The others are keys of responses.
    """
    held, questions = list(held), len({one.question.id for one in asked})
    who = whose(db, held)
    return [
        ResponseLine(
            one, who[one.id], *facts.get(one.id, ("", "")), answered.get(one.id, 0), questions,
            _standing(one, duplicates), one.id in queried,
        )
        for one in held
    ]  # fmt: skip


def _standing(response: Response, duplicates: Collection[str]) -> str:
    if not response.counts:
        return DOES_NOT_COUNT
    if response.id in duplicates:
        return DUPLICATE
    return "" if response.provider_id is not None else NOT_TIED


def whose(db: Database, held: Iterable[Response]) -> dict[str, str]:
    """Whose each response is, by its key: names of the register, else the name that was given."""
    held = list(held)
    providers = register_names(db, "provider", {one.provider_id for one in held if one.provider_id})
    services = register_names(db, "service", {key for one in held for key in one.services})
    return {one.id: _who(one, providers, services) for one in held}


def _who(response: Response, providers: Mapping[str, str], services: Mapping[str, str]) -> str:
    if response.provider_id is None:
        return response.said_name or response.said_id or "No name given"
    provider = providers.get(response.provider_id, "")
    names = [services[key] for key in response.services if key in services]
    if not names:
        return provider
    if len(names) > 1:
        return f"{provider}, {count_of(len(names), 'service')}"
    return names[0] if names[0] == provider else f"{names[0]}, {provider}"


def service_names(db: Database, held: Response) -> list[str]:
    """The names of the services that a response is for."""
    names = register_names(db, "service", held.services)
    return [names[key] for key in held.services if key in names]


def register_names(db: Database, table: str, keys: Collection[str]) -> dict[str, str]:
    """The names of some providers or services by key."""
    wanted = json.dumps(list(keys))
    return dict(
        db.rows(f"select id, name from {table} where id in (select value from json_each(?))", (wanted,))
    )


def lines_table(db: Database, wave_id: str, lines: Iterable[ResponseLine]) -> Table:
    """The lines to show, copy or save."""
    return Table(f"Answers of {wave(db, wave_id).name}", COLUMNS, [one.cells for one in lines])


def asked_by_topic(asked: Iterable[Asked]) -> dict[str, list[Asked]]:
    """The questions of a wave under the names of their topics, in the order in which they are asked."""
    found: dict[str, list[Asked]] = {}
    for one in asked:
        found.setdefault(one.question.topic.label, []).append(one)
    return found
