"""One page on a provider or a service before a visit, without a window."""

import argparse
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day
from desktop.command_line.session import Session
from desktop.one_pager.page import fitted_page, save_one_page
from desktop.one_pager.subject import subject_of
from resources.database import Database
from resources.files.names import name_of
from resources.problem import Problem
from resources.report.exemption import MARKING
from resources.wording import and_list


def add_commands(commands: Any) -> None:
    """The page."""
    page = commands.add_parser("provider-one-page", help="one page on a provider or service before a visit")
    page.add_argument("name", metavar="NAME", help="the key or name of a service or provider")
    page.add_argument("--provider", action="store_true", help="the name is of a provider, not of a service")
    page.add_argument("--since", type=a_day, metavar="DATE",
                      help="news since this day (otherwise since the last report issued, or for a year)")  # fmt: skip
    page.add_argument("--out", type=Path, metavar="FILE", help="the Word document (otherwise it is printed)")
    page.add_argument("--pdf", action="store_true", help="with a tagged PDF copy, made by LibreOffice")
    page.add_argument("--iwork", action="store_true",
                      help="with posts offered to i-Work, whose passphrase is asked for")  # fmt: skip
    page.set_defaults(run=_page)


def _page(session: Session, asked: argparse.Namespace) -> None:
    register = session.register(read_only=True) if asked.iwork else nullcontext()
    with session.reading() as db, register as opened:
        key = _key(db, asked.name, of_provider=asked.provider)
        vault = opened.db if opened is not None else None
        of = subject_of(db, vault, key, since=asked.since, today=session.today)
        if asked.out is None:
            page = fitted_page(of)
            session.say(
                MARKING,
                of.called(of.only.id if of.only else of.provider.id),
                *(f"{heading}: {words}" for heading, words in page.rows),
            )
            if page.left_out:
                session.say(page.left_out_words)
            return
        files = save_one_page(of, asked.out, pdf=asked.pdf)
        session.say(f"Saved {and_list([f'“{name_of(one)}”' for one in files])}, marked as exempt.")


def _key(db: Database, text: str, *, of_provider: bool) -> str:
    """A service by its name, else a provider."""
    if of_provider:
        return choosing.provider(db, text).id
    try:
        return choosing.service(db, text).id
    except Problem as problem:
        try:
            return choosing.provider(db, text).id
        except Problem:
            raise problem from None
