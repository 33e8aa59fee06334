"""Good practice for a report: what providers agreed to have published, by theme. Public by construction."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from engagement.good_practice.practices import Practice, practices
from engagement.good_practice.publishing import left_out_words, people_terms, publications
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, Bullets, Heading, Paragraph, Report
from resources.report.leak_gate import ExemptTerm
from resources.report.shown import counted
from resources.report.told import Told, tell
from resources.wording import date_words, lower_first, month_words

TITLE = "Good practice shared by providers"


def practice_report(db: Database, *, today: date, theme: str = "") -> Report:
    """The document: an introduction, then each theme with what providers do."""
    published = published_practices(db, theme=theme)
    if not published:
        about = f" on “{theme}”" if theme else ""
        raise Problem(
            f"There is no good practice{about} that may be published yet. Ask providers whether theirs may be, and "
            f"record what they say.{_left_out(db, theme)}"
        )
    return Report(TITLE, theme, today, practice_blocks(published))


def _left_out(db: Database, theme: str) -> str:
    said = words_on_left_out(db, theme=theme)
    return f" Of those agreed to: {said}." if said else ""


def words_on_left_out(db: Database, *, theme: str = "") -> str:
    """How many of those agreed to are not in the document, and why; for the team, without a full stop."""
    return left_out_words(db, practices(db, theme=theme))


def practice_blocks(published: Sequence[Practice]) -> tuple[Block, ...]:
    """A paragraph and the themes beneath it, for a report of its own or a part of another."""
    blocks: list[Block] = [Paragraph(introduction(published).text)]
    for theme, some in groupby(published, key=lambda one: one.theme):
        blocks += [Heading(theme), Bullets(tuple(item(one) for one in some))]
    return tuple(blocks)


def published_practices(db: Database, *, theme: str = "") -> list[Practice]:
    """Those that may be published, by theme, newest first."""
    held = practices(db, theme=theme)
    said = publications(db, held)
    return [one for one in held if said[one.id].allowed]


def report_terms(db: Database) -> list[ExemptTerm]:
    """What this document may not hold beside what no public document may: the names of people at the providers."""
    return people_terms(db, published_practices(db))


def introduction(published: Sequence[Practice]) -> Told:
    """How many examples were shared, when, and under whose names they are given."""
    providers = len({one.provider_id for one in published})
    days = sorted(one.shared_on for one in published)
    when = f"on {date_words(days[0])}"
    if days[0] != days[-1]:
        when = f"between {date_words(days[0])} and {date_words(days[-1])}"
    names = "names of the {providers}" if providers > 1 else "name of the provider"
    words = f"Providers shared {{examples}} {{when}}. {{they}} given here under the {names} who agreed to it."
    return tell(
        "introduction", words,
        examples=counted(len(published), "example of what works", "examples of what works", rows="all"),
        when=when, they="They are" if len(published) > 1 else "It is",
        providers=counted(providers, "provider", rows="all"),
    )  # fmt: skip


def item(one: Practice) -> str:
    """Taster days are offered. (Example Care Ltd, Rosewood House, nursing home in Bassetlaw; December 2019)."""
    return f"{what_works(one)} ({', '.join(whose(one))}; {month_words(one.shared_on)})."


def what_works(one: Practice) -> str:
    """Taster days are offered; without a full stop."""
    return " ".join(one.what.split()).rstrip(".")


def whose(one: Practice) -> list[str]:
    """Example Care Ltd, Rosewood House, nursing home in Bassetlaw."""
    who = [one.provider] if one.service in ("", one.provider) else [one.provider, one.service]
    if one.kind is not None:
        kind = lower_first(one.kind.label)
        who.append(f"{kind} in {one.district}" if one.district else kind)
    return who
