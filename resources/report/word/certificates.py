"""Certificates, a page each: whom it is for, what it certifies, and who signs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from resources.report.word import markup as xml
from resources.report.word.markup import Xml
from resources.report.word.pages import Paper, lines_taken, placed, section, section_end, sized
from resources.report.word.styles import ACCENT, QUIET
from resources.report.word.widths import text_width
from resources.wording import count_of

CERTIFICATE_PAPER = Paper(width=297, height=210, top=22, bottom=20, left=30, right=30, framed=True)
SPARE = 45.0
"""Points that a certificate with short lines leaves free beneath."""


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """What stands on one. `home` is where somebody works, `did` the verb, such as attended. Empty ones are left out."""

    name: str
    home: str
    did: str
    what: str
    when: str
    time: str
    from_whom: str
    title: str = "Certificate of attendance"


def certificate_page(one: Certificate) -> Xml:
    """One certificate, to be followed by its section: always one page, for long lines take of the space between."""
    home = f"of {one.home}" if one.home else ""
    name_size, what_size = _size(one.name, (36, 32, 28, 24, 20)), _size(one.what, (22, 20, 18, 16))
    beyond = sum(
        (lines_taken(text, CERTIFICATE_PAPER.text_width, size, bold=True) - 1) * size * 1.17
        for text, size in (
            (one.name, name_size),
            (home, 18),
            (one.what, what_size),
            (one.when, 16),
            (one.from_whom, 13),
        )
    )
    beyond = max(beyond - SPARE, 0)
    return xml.joined(
        placed(sized(one.title, 30, bold=True, colour=ACCENT), style="Title", align="center",
               before=52 - min(beyond / 2, 48), after=20),
        placed(sized("This is to certify that", 14), align="center", after=10),
        placed(sized(one.name, name_size, bold=True), align="center", after=4),
        placed(sized(home, 18, colour=QUIET), align="center", after=20) if home else placed(after=20),
        placed(sized(one.did, 14), align="center", after=10),
        placed(sized(one.what, what_size, bold=True, colour=ACCENT), align="center", after=10),
        placed(sized(one.when, 16), align="center", after=4),
        placed(*([sized(one.time, 16, bold=True)] if one.time else []), align="center",
               after=56 - min(beyond / 2, 40)),
        placed(sized("Signed …………………………………………     Date ……………………", 12), align="center", after=12),
        *([placed(sized(one.from_whom, 13, colour=QUIET), align="center")] if one.from_whom else []),
    )  # fmt: skip


def certificate_pages(some: Sequence[Certificate]) -> list[Xml]:
    """All of them, each with its section, as the body of a document."""
    body: list[Xml] = []
    for place, one in enumerate(some, 1):
        body.append(certificate_page(one))
        body.append(section(CERTIFICATE_PAPER) if place == len(some) else section_end(CERTIFICATE_PAPER))
    return body


def length_words(length: timedelta) -> str:
    """2 hours 30 minutes; at least a minute."""
    minutes = max(round(length.total_seconds() / 60), 1)
    hours, rest = divmod(minutes, 60)
    parts = [count_of(hours, "hour")] if hours else []
    return " ".join([*parts, *([count_of(rest, "minute")] if rest else [])])


def _size(text: str, sizes: Sequence[int]) -> int:
    """The largest size at which a text stands on one line, else the smallest."""
    room = CERTIFICATE_PAPER.text_width
    return next((points for points in sizes if text_width(text, points, bold=True) <= room), sizes[-1])
