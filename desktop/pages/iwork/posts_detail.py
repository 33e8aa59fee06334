"""What the pane says of a post: what it lacks, what it is, when, what is done there, who works there."""

from collections.abc import Callable, Sequence

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import ColumnKind
from resources.wording import date_words, money
from workforce.iwork.employers.employers import employer
from workforce.iwork.posts.posts import Post, place_of, post
from workforce.iwork.posts.shifts import shifts_said
from workforce.iwork.posts.tables import (
    checks_said,
    offers_said,
    people_table,
    said_of,
    steps_table,
    tasks_table,
)
from workforce.iwork.vocabulary import Contract, Sense, ShiftPattern

Open = Callable[[str], object]


def post_detail(
    vault: Database, key: str, actions: Sequence[Action], *, open_employer: Open, open_task: Open, open_person: Open
) -> Detail:  # fmt: skip
    """One post."""
    held = post(vault, key)
    tasks, task_keys = tasks_table(vault, key)
    people, people_keys = people_table(vault, key)
    missing = said_of(vault, key)
    return Detail(
        held.title, held.reference, [(ColumnKind.STATUS, held.status.label)], actions,
        (
            *([Section("Before people are matched", [Line("", one) for one in missing])] if missing else ()),
            _what_it_is(vault, held, open_employer),
            Section("Tasks", () if tasks.rows else (Line("", "No task is told yet."),), tasks if tasks.rows else None,
                    keys=task_keys, opened=open_task),
            *([Section("People", (), people, keys=people_keys, opened=open_person)] if people.rows else ()),
            _how_it_is(vault, held),
            Section("Steps", (), steps_table(vault, key), folded=True),
        ),
    )  # fmt: skip


def _what_it_is(vault: Database, held: Post, open_employer: Open) -> Section:
    owner = employer(vault, held.employer_id)
    pay = money(held.pence_hour) if held.pence_hour is not None else ""
    shifts = shifts_said(vault, held.id)
    choose = held.pattern is ShiftPattern.CHOOSE and bool(shifts)
    contract = "" if held.contract is Contract.NOT_SAID else held.contract.label
    return Section(
        "What it is",
        (
            Line("Employer", owner.name, open=lambda: open_employer(owner.id)),
            Line("Postcode", place_of(vault, held).postcode), Line("Places", held.places_said),
            Line("Hours a week", held.hours_said), Line("Shifts", shifts),
            Line("", held.pattern.label if choose else ""),
            Line("Pay an hour", " ".join(part for part in (pay, held.pay_note) if part)),
            Line("Contract", contract), Line("Starts", date_words(held.start_on) if held.start_on else ""),
            Line("Until", date_words(held.until_on) if held.until_on else ""), Line("", held.note),
        ),
    )  # fmt: skip


def _how_it_is(vault: Database, held: Post) -> Section:
    levels = [(sense.label, getattr(held, sense.value)) for sense in Sense]
    return Section(
        "How it is there",
        (
            *(Line(words, level.label if level else "Not asked") for words, level in levels),
            Line("A buddy", held.buddy.label),
            *(Line(name, said) for name, said in offers_said(vault, held.id)),
            *(Line(kind, when) for kind, when in checks_said(vault, held.id)),
        ),
    )
