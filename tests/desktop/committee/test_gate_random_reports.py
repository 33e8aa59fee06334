"""A thousand random reports with 20 exempt facts and 40 people planted: none comes through into any public part.

The figures are drawn with a fixed seed, so that each run tries the same reports.
"""

import io
import random
import zipfile
import zlib
from dataclasses import replace
from datetime import date

import pytest

from desktop.committee.gate import looked_at
from resources.report.blocks import (
    Bullets,
    ChartBlock,
    Heading,
    Paragraph,
    TableBlock,
    exempt_part,
    public_part,
)
from resources.report.committee.composing import compose
from resources.report.committee.outline import Edit, Item, ItemKind, Outline, PartText, Style
from resources.report.committee.parts import Part
from resources.report.committee.section import Section
from resources.report.exempt_names import ExemptTerm
from resources.report.exemption import Exemption
from resources.report.gate.checks import leaks_of
from resources.report.gate.known import Known
from resources.report.gate.report_text import public_passages
from resources.report.word.writer import _write
from resources.spans import Span
from resources.tables import Column, ColumnKind, Table
from tests.resources.report.gate.made_county import PLACES, SCOPES

BATCHES, EACH = 20, 50
EXEMPTION = Exemption(
    3, "It may damage the business affairs of somebody.", "Keeping it outweighs telling it.", "Members"
)
HOMES = (
    "Quillmere Care Home",
    "Thistledown Court",
    "Larkspinney Lodge",
    "Gingham Hall",
    "Treacle & Nutmeg House",
)
SUMS = ("£12,345", "£8,760", "£104,250", "£2,318.40", "£56,789")
COUNTS = (
    "17 safeguarding enquiries",
    "23 medicine errors",
    "31 unannounced visits",
    "twelve night visits",
    "19 falls",
)
DAYS = ("3 June 2025", "14 August 2025", "21 September 2025", "8 July 2025", "30 May 2025")
EVENTS = (
    "was suspended",
    "placements stopped",
    "breached terms",
    "medicines went missing",
    "whistleblower rang",
)
PHRASES = (
    "the night staff had not been trained to move residents safely",
    "records of fluids were filled in before the drinks were given",
    "the manager left without notice and nobody took the keys",
    "families were told of the falls only after a week",
    "the provider has asked its bank for a loan against the building",
)
FACTS = (*SUMS, *COUNTS, *DAYS, *PHRASES)
_GIVEN = ("Ada", "Bo", "Cy", "Dot", "Ed", "Flo", "Gus", "Hal")
_FAMILY = ("Example", "Samplewood", "Pretendham", "Inventson", "Madeupley")
PEOPLE = tuple(f"{given} {family}" for given in _GIVEN for family in _FAMILY)
PUBLIC_HOMES = tuple(one.names[0] for one in PLACES[::6])
KNOWN = Known(
    services=tuple(ExemptTerm(name, "contract suspended", (name.split()[0].casefold(),)) for name in HOMES),
    people=tuple(ExemptTerm(name, "somebody at a provider", telling=()) for name in PEOPLE),
    public_names=frozenset(PUBLIC_HOMES),
    places=tuple(replace(one, is_exempt=False) for one in PLACES),
    scopes=SCOPES,
)
CALM = (
    "As at 31 December 2025 45 services have a contract with the Council. Of these, three are suspended.",
    "Three forums were held between 1 July 2025 and 30 September 2025, and 112 people came.",
    "The fund paid £45,000 in the year, of which £1,250 went to nine learners.",
    f"Good practice was shared by {PUBLIC_HOMES[1]} and {PUBLIC_HOMES[4]}.",
    "88% (16 of 18) of rated nursing homes are Good or Outstanding; the second highest in the East Midlands.",
    "Recruitment remains the main worry: 21 vacancies were told of in August.",
    "Training for 17 managers began on 3 June 2025 at the county hall.",
    "Visits went on through the summer, as members asked in 2024/25.",
    "Members may wish to consider a further report in six months.",
)


def png():
    """One white point."""

    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (1).to_bytes(4, "big") * 2 + bytes((8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\xff"))
        + chunk(b"IEND", b"")
    )


PNG = png()


def exempt_lines(draw):
    """All that is planted, in sentences and rows of the exempt blocks."""
    people, homes = list(PEOPLE), list(HOMES)
    draw.shuffle(people)
    draw.shuffle(homes)
    lines = [f"{home}: {phrase}." for home, phrase in zip(homes, PHRASES, strict=True)]
    lines += [f"It {event} on {day}." for event, day in zip(EVENTS, DAYS, strict=True)]
    lines += [
        f"Fees of {money} were withheld after {count}." for money, count in zip(SUMS, COUNTS, strict=True)
    ]
    return lines, people


def section(draw, number, lines, people):
    """A section as a capability makes one: told sentences, a table, a chart, and what is exempt."""
    blocks = [Heading(f"Section {number}", 2)]
    told = draw.sample(CALM, 3)
    blocks += [Paragraph(text, numbered=True, key=f"told{place}") for place, text in enumerate(told)]
    if draw.random() < 0.5:
        blocks.append(Bullets(tuple(draw.sample(CALM, 2)), key="list"))
    columns = (Column("name", "Service"), Column("visits", "Visits", ColumnKind.NUMBER))
    rows = tuple((name, draw.randint(1, 40)) for name in draw.sample(PUBLIC_HOMES, 3))
    blocks.append(
        TableBlock(
            Table("Visits", columns, rows, notes=("Figures are counts.",)), "Visits to three services."
        )
    )
    if draw.random() < 0.3:
        blocks.append(
            ChartBlock(PNG, "A chart of visits.", "Visits went on", data=Table("Visits", columns, rows))
        )
    if number == 0:
        people_table = Table("People", (Column("who", "Who"),), tuple((name,) for name in people))
        blocks += [Paragraph(line, numbered=True, exempt=EXEMPTION) for line in lines]
        blocks.append(TableBlock(people_table, "People.", exempt=EXEMPTION))
    return Section(blocks=tuple(blocks), as_at="31 December 2025")


def random_report(draw):
    """An outline and its sections; nothing exempt stands in what is public."""
    lines, people = exempt_lines(draw)
    made, items = {}, []
    for number in range(draw.randint(1, 2)):
        made[f"s{number}"] = section(draw, number, lines, people)
        items.append(Item(f"s{number}", ItemKind.SECTION, section=f"kind{number}"))
    for number in range(draw.randint(1, 4)):
        kind = draw.choice((ItemKind.HEADING, ItemKind.PARAGRAPH, ItemKind.BULLETS, ItemKind.PICTURE))
        words = f"Typed heading {number}" if kind is ItemKind.HEADING else draw.choice(CALM)
        file = "f" if kind is ItemKind.PICTURE else ""
        items.append(
            Item(f"t{number}", kind, text=words, file=file, alt="A picture of a hall." if file else "")
        )
    items.append(Item("x", ItemKind.PARAGRAPH, text=draw.choice(lines), exempt=EXEMPTION))
    draw.shuffle(items)
    outline = Outline(
        title="Market position", committee="Adult Social Care Committee", meets_on=date(2026, 3, 9),
        span=Span(date(2025, 10, 1), date(2025, 12, 31)), style=draw.choice(list(Style)), items=tuple(items),
        parts={Part.PURPOSE: PartText(draw.choice(CALM)), Part.FINANCIAL: PartText("There are none.")},
        recommendations=("That members note the report.",),
    )  # fmt: skip
    if draw.random() < 0.5:
        outline = replace(outline, edits=(Edit("kind0", "told0", "as it was", draw.choice(CALM)),))
    return outline, made


WAYS = {
    "name": (str, str.upper, "{}'s".format, "({})".format, lambda name: name.replace(" ", "\u00a0")),
    "sum": (
        "It came to {}.".format,
        lambda money: f"About {money.replace(',', '').removeprefix('£')} pounds.",
        lambda money: f"It was {round(float(money.replace(',', '').removeprefix('£')) / 1000, 1):g}k pounds.",
    ),
    "count": ("There were {} in all.".format, lambda count: f"{count} were told of".upper()),
    "day": (
        lambda day: f"It {EVENTS[DAYS.index(day)]} on {day}.",
        lambda day: f"{EVENTS[DAYS.index(day)]}: {_iso(day)}",
    ),
    "phrase": ("We heard that {}.".format, str.upper, lambda words: f"It is said {words[:-12]} now"),
}


def _iso(words):
    day, month, year = words.split()
    return date(
        int(year), ("May", "June", "July", "August", "September").index(month) + 5, int(day)
    ).isoformat()


def planted(draw):
    """One of all that is planted, written in one of the ways in which it could slip through."""
    kinds = (
        ("name", (*PEOPLE, *HOMES)),
        ("sum", SUMS),
        ("count", COUNTS),
        ("day", DAYS),
        ("phrase", PHRASES),
    )
    kind, some = draw.choice(kinds)
    return kind, draw.choice(WAYS[kind])(draw.choice(some))


def slipped(draw, outline, made, words, *, is_name):
    """The report with these words in a place that is public."""
    first = made["s0"]
    table = next(place for place, block in enumerate(first.blocks) if isinstance(block, TableBlock))
    typed = [
        lambda: replace(
            outline, items=(*outline.items, Item("z", ItemKind.PARAGRAPH, text=f"It is so. {words}"))
        ),
        lambda: replace(outline, items=(*outline.items, Item("z", ItemKind.HEADING, text=words))),
        lambda: replace(outline, items=(*outline.items, Item("z", ItemKind.BULLETS, text=f"One\n{words}"))),
        lambda: replace(
            outline, items=(*outline.items, Item("z", ItemKind.PICTURE, text=words, file="f", alt="A hall."))
        ),
        lambda: replace(
            outline, items=(*outline.items, Item("z", ItemKind.PICTURE, text="Hall", file="f", alt=words))
        ),
        lambda: replace(outline, recommendations=("That members note it.", words)),
        lambda: replace(outline, parts={**outline.parts, Part.REASONS: PartText(words)}),
        lambda: replace(outline, edits=(Edit("kind0", "told1", "as it was", words),)),
        lambda: replace(outline, title=words),
    ]
    in_section = [
        lambda block: replace(block, alt=words),
        lambda block: replace(block, caption=words),
        lambda block: replace(block, table=replace(block.table, notes=(words,))),
        lambda block: replace(block, table=replace(block.table, rows=((words, 3), *block.table.rows[1:]))),
    ]
    if not is_name or draw.random() < 0.6:
        return draw.choice(typed)(), made
    blocks = list(first.blocks)
    blocks[table] = draw.choice(in_section)(blocks[table])
    return outline, {**made, "s0": replace(first, blocks=tuple(blocks))}


def written(report):
    file = io.BytesIO()
    _write(report, file)
    return file.getvalue()


def parts_of(document):
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("batch", range(BATCHES))
def test_nothing_planted_comes_through_and_nothing_clean_is_stopped(batch):
    draw = random.Random(20191209 + batch)
    refused = 0
    for _ in range(EACH):
        outline, made = random_report(draw)
        words = ""
        if draw.random() < 0.4:
            kind, words = planted(draw)
            outline, made = slipped(draw, outline, made, words, is_name=kind == "name")
        composed = compose(outline, made, {"f": PNG})
        document = written(public_part(composed.report))
        leaks = leaks_of(looked_at(composed, document, "Report.docx"), KNOWN)
        said = [
            one.text.casefold() for one in public_passages(composed.report)
        ]  # a sentence gets its capital
        is_in = bool(words) and any(words.casefold() in text for text in said)
        assert bool(leaks) is is_in, (words, [leak.words for leak in leaks])
        refused += bool(leaks)
        if not leaks:
            said = parts_of(document)
            assert [one for one in (*PEOPLE, *HOMES, *FACTS) if one in said and one not in DAYS] == []
    assert 0 < refused < EACH


def test_the_exempt_appendix_holds_all_that_was_planted():
    outline, made = random_report(random.Random(7))
    said = parts_of(written(exempt_part(compose(outline, made, {"f": PNG}).report)))
    assert [one for one in (*PEOPLE, *FACTS) if one not in said] == []
