"""The presenters' paper: the running order with the finalists, and what is read out of those honoured."""

from collections.abc import Sequence
from datetime import date, datetime

from awards.ceremony.honours import EMBARGO, Honour, is_secret
from awards.ceremony.people import Nominee, finalists
from awards.ceremony.running_order import NOT_AWARDED_MINUTES, CeremonyItem, items
from awards.ceremony.tables import running_order_table
from awards.exempt import EXEMPTION
from awards.nominations.citing import named_in, quoted_unasked
from awards.results.deciding.decisions import not_awarded
from awards.rounds.categories import categories
from awards.rounds.rounds import award_round
from awards.vocabulary import Consent
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, Bullets, Heading, PageBreak, Paragraph, Report, TableBlock
from resources.wording import count_of, date_words, in_london, until_words

_READ_OUT = (Honour.HIGHLY_COMMENDED, Honour.RUNNER_UP, Honour.WINNER)
"""In the order in which they are read out: the winner last."""


def script(db: Database, round_id: str, *, today: date, starts: datetime | None = None) -> Report:
    """All of it, exempt: it names people, and before the announcement the winners."""
    held, order = award_round(db, round_id), items(db, round_id)
    if not order:
        raise Problem("There is no running order yet, so there is nothing to present. Make one first.")
    some = finalists(db, round_id)
    table, _ = running_order_table(db, round_id, starts=starts)
    opening = f"For those who present. {_embargo(held.embargo_until, is_secret(held, [one.status for one in some]))}"
    names = {one.id: one.name for one in categories(db, round_id)}
    quoting = {one.id for one in some if quoted_unasked(db, one.id, one.citation)}
    blocks: list[Block] = [
        Heading("Running order"),
        Paragraph(opening.strip()),
        TableBlock(table, "The points of the ceremony with when each begins and who presents it."),
        *_pages([one for one in order if one.category_id], names, some, quoting, not_awarded(db, round_id)),
    ]
    secret = is_secret(held, [one.status for one in some])
    title = f"Running order and citations: {held.name}"
    return Report(
        f"{EMBARGO}: {title}" if secret else title,
        subtitle=date_words(in_london(starts).date()) if starts else "", as_at=today, blocks=tuple(blocks),
        marking=(EXEMPTION,),
    )  # fmt: skip


def _pages(
    order: Sequence[CeremonyItem],
    names: dict[str, str],
    some: Sequence[Nominee],
    quoting: set[str],
    refused: set[str],
) -> list[Block]:
    """Each category on a page of its own; the first follows the table, which may end at the foot of a page."""
    made: list[Block] = []
    for one in order:
        if made:
            made.append(PageBreak())
        made += _category(one, names, some, quoting, is_refused=one.category_id in refused)
    return made


def _embargo(until: datetime | None, secret: bool) -> str:
    if not secret:
        return ""
    when = f" before {until_words(until)}" if until else " before the announcement"
    return f"It names winners: nobody outside may see it{when}."


def _category(
    one: CeremonyItem, names: dict[str, str], some: Sequence[Nominee], quoting: set[str], *, is_refused: bool
) -> list[Block]:
    among = [each for each in some if each.category_id == one.category_id]
    presented = f"Presented by {one.presenter}." if one.presenter else "Nobody is named yet who presents it."
    blocks: list[Block] = [Heading(names[one.category_id or ""]), Paragraph(presented, leads=True)]
    if is_refused:
        blocks.append(Paragraph(f"This award is not given this time. {_time_for(one)}".strip()))
    if not among:
        return blocks if is_refused else [*blocks, Paragraph("There are no finalists in this category.")]
    called = sorted(among, key=lambda each: each.name.casefold())
    blocks += [Paragraph("The finalists:", leads=True), Bullets(tuple(_called(each) for each in called))]
    for honour in _READ_OUT:
        for each in (each for each in among if each.honour is honour):
            blocks += _read_out(each, quotes=each.id in quoting)
    if not is_refused and not any(each.honour is Honour.WINNER for each in among):
        blocks.append(Paragraph("No winner is decided in this category yet."))
    return blocks


def _time_for(one: CeremonyItem) -> str:
    """What to do where the order was made before it was known that nobody is called."""
    if one.minutes <= NOT_AWARDED_MINUTES:
        return ""
    return f"The running order gives it {count_of(one.minutes, 'minute')}: shorten the point, or take it out."


def _called(one: Nominee) -> str:
    """Somebody who does not wish to be named in public is not called out."""
    return (
        one.name_and_home if one.publish_name is not Consent.NO else f"{_unnamed(one)} – do not say the name"
    )


def _read_out(one: Nominee, *, quotes: bool) -> list[Block]:
    who = one.name_and_home if one.publish_name is not Consent.NO else _unnamed(one)
    said = one.citation or "Nothing is written yet to be read out."
    return [Heading(f"{one.honour.label}: {who}", 2), Paragraph(said), *_warnings(one, quotes=quotes)]


def _unnamed(one: Nominee) -> str:
    return f"A nominee who does not wish to be named ({one.reference})"


def _warnings(one: Nominee, *, quotes: bool) -> list[Block]:
    said = []
    if one.publish_name is Consent.NO:
        said.append(f"Do not say the name: {one.name} does not wish to be named in public.")
        if named_in(one.citation, one.name, one.kind):
            said.append("The citation says the name: write it anew before it is read out.")
    if quotes:
        said.append(
            "The citation quotes somebody who has not agreed to it: write it anew before it is read out."
        )
    if one.publish_name is Consent.NOT_ASKED:
        said.append("Not asked yet whether they may be named in public: ask before the day.")
    if one.photo is not Consent.YES:
        said.append(
            "No photographs: they said no."
            if one.photo is Consent.NO
            else "No photographs: they were not asked yet."
        )
    return [Bullets(tuple(said))] if said else []
