"""Whether everybody can read a report: the finished Word file, opened and looked through. Pure.

What a person can mend in the report itself is told of its blocks (`accessible_blocks`); this is the proof of the file.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from resources.report.committee.to_mend import Weight
from resources.report.contrast import READABLE, contrast, is_colour
from resources.report.document_text import parts_of
from resources.report.elements import all_of, child_of, has, is_on, kind_of, text_in, value_of
from resources.report.exemption import MARKING
from resources.report.found import Found
from resources.wording import shortened

LEAST_POINTS = 10
_TYPED_NUMBER = re.compile(r"(\d{1,3}[.)]|\(?[a-z]\)|[•▪◦*–-])\s")
_LOUD = {"i": "italics", "u": "underlining", "caps": "capitals", "smallCaps": "small capitals"}


@dataclass(frozen=True)
class WordFile:
    """The parts of a finished file that tell how it reads."""

    body: Element
    styles: Element
    edges: tuple[tuple[str, Element], ...]
    properties: Element | None

    def style(self, identifier: str) -> Element | None:
        """A style by its identifier."""
        return next(
            (one for one in all_of(self.styles, "style") if value_of(one, "styleId") == identifier), None
        )

    def setting(self, paragraph: Element, *path: str) -> Element | None:
        """A setting of a paragraph: its own, its style's, or that of a style it is based on."""
        own = child_of(paragraph, "pPr", *path)
        if own is not None:
            return own
        style, seen = self.style(style_of(paragraph)), 0
        while style is not None and seen < 20:
            found = child_of(style, "pPr", *path)
            if found is not None:
                return found
            style, seen = self.style(value_of(child_of(style, "basedOn"))), seen + 1
        return None

    def level(self, paragraph: Element) -> int | None:
        """Of a heading, from 0."""
        text = value_of(self.setting(paragraph, "outlineLvl"))
        return int(text) if text.isdigit() and int(text) < 9 else None

    def paragraphs(self) -> Iterator[Element]:
        """Those outside tables."""
        for one in self.body:
            if kind_of(one) == "p":
                yield one


def style_of(paragraph: Element) -> str:
    """The identifier of its style."""
    return value_of(child_of(paragraph, "pPr", "pStyle"))


def check_file(document: bytes, *, exempt: bool = False) -> tuple[Found, ...]:
    """All that is to be mended in a finished file; `exempt` is true of the exempt appendix."""
    file = opened(document)
    checks: tuple[Rule, ...] = (*RULES, marking_is_there) if exempt else RULES
    return tuple(dict.fromkeys(found for rule in checks for found in rule(file)))


def opened(document: bytes) -> WordFile:
    """A finished file's parts."""
    parts = {name: part for name, part in parts_of(document).items() if name.endswith(".xml")}
    roots = {name: ElementTree.fromstring(part) for name, part in parts.items()}
    edges = tuple(
        (name, root) for name, root in roots.items() if re.match(r"word/(header|footer)\d*\.xml", name)
    )
    body = child_of(roots["word/document.xml"], "body")
    nothing = ElementTree.Element("nothing")
    return WordFile(
        nothing if body is None else body,
        roots.get("word/styles.xml", nothing),
        edges,
        roots.get("docProps/core.xml"),
    )


Rule = Callable[[WordFile], Iterable[Found]]


def _stops(words: str, where: str = "") -> Found:
    return Found(words, weight=Weight.STOPS, where=where)


# --- title and headings ---------------------------------------------------------------------------------------


def one_title(file: WordFile) -> Iterator[Found]:
    """The document has one title, and its properties say it."""
    titles = [one for one in file.paragraphs() if style_of(one) == "Title" and text_in(one).strip()]
    if len(titles) != 1:
        yield _stops(
            "The document needs one title, so that people hear first what it is. Give the report a title."
        )


def title_in_properties(file: WordFile) -> Iterator[Found]:
    """A screen reader says the title of the window, not the name of the file."""
    titles = [one for one in all_of(file.properties, "title") if (one.text or "").strip()]
    if not titles:
        yield _stops("The document’s properties have no title. Give the report a title.")


def headings_in_order(file: WordFile) -> Iterator[Found]:
    """Levels are not skipped, and none is empty."""
    levels = [
        (file.level(one), text_in(one).strip()) for one in file.paragraphs() if file.level(one) is not None
    ]
    for level, text in levels:
        if not text:
            yield _stops(f"A heading of level {(level or 0) + 1} has no words. Write it, or take it out.")
    if levels and levels[0][0] != 0:
        yield _stops(
            "The first heading is not of level 1. Put a heading of level 1 above it.", _heading(levels[0][1])
        )
    for (before, _), (level, text) in pairwise(levels):
        if (level or 0) > (before or 0) + 1:
            yield _stops("This heading skips a level. Put one of the level between above it.", _heading(text))


def headings_are_styles(file: WordFile) -> Iterator[Found]:
    """A line in bold is no heading to those who cannot see it."""
    for one in file.paragraphs():
        runs = [run for run in all_of(one, "r") if text_in(run).strip()]
        plain = style_of(one) in ("", "Normal")
        if (
            plain
            and runs
            and all(is_on(child_of(run, "rPr", "b")) for run in runs)
            and len(text_in(one)) < 120
        ):
            yield Found(
                "A line in bold stands in the place of a heading. Make it a heading.", where=_said(one)
            )


def _heading(text: str) -> str:
    return f"heading “{shortened(text, 60)}”"


def _said(paragraph: Element) -> str:
    return f"“{shortened(text_in(paragraph).strip(), 60)}”"


# --- paragraphs -----------------------------------------------------------------------------------------------


def numbers_are_counted(file: WordFile) -> Iterator[Found]:
    """Numbers and bullets are Word's own, so that lists are heard as lists."""
    for one in file.paragraphs():
        counted = file.setting(one, "numPr") is not None or file.level(one) is not None
        if not counted and style_of(one) != "Title" and _TYPED_NUMBER.match(text_in(one).lstrip()):
            yield Found(
                "The number or bullet at its beginning was typed. Write it as a list.", where=_said(one)
            )


def no_empty_paragraphs(file: WordFile) -> Iterator[Found]:
    """Room is made by styles; an empty line is heard as “blank”. One after a table is Word's own."""
    before = ""
    for one in file.body:
        kind = kind_of(one)
        bare = kind == "p" and not text_in(one).strip() and not has(one, "drawing", "br", "tab", "instrText")
        if bare and before != "tbl":
            yield Found("An empty line makes room. Take it out.", where="body")
        before = kind


def nothing_is_loud(file: WordFile) -> Iterator[Found]:
    """No italics, underlining or capitals."""
    for where, root in (("body", file.body), ("styles", file.styles), *file.edges):
        for one in all_of(root, "rPr"):
            for kind, words in _LOUD.items():
                if is_on(child_of(one, kind)):
                    yield Found(
                        f"Something is set in {words}, which is harder to read. Set it plain.", where=where
                    )


def text_is_large_enough(file: WordFile) -> Iterator[Found]:
    """10 points in tables, 12 in the text."""
    for where, root in (("body", file.body), ("styles", file.styles), *file.edges):
        small = [value_of(one) for one in all_of(root, "sz") if value_of(one).isdigit()]
        if any(int(size) < LEAST_POINTS * 2 for size in small):
            yield Found(f"Something is smaller than {LEAST_POINTS} points. Make it larger.", where=where)


def colours_can_be_read(file: WordFile) -> Iterator[Found]:
    """4.5 to 1 upon white."""
    for where, root in (("body", file.body), ("styles", file.styles), *file.edges):
        colours = {value_of(one) for one in all_of(root, "color") if is_colour(value_of(one))}
        for colour in sorted(colours):
            if contrast(colour, "FFFFFF") < READABLE:
                yield Found(
                    f"The colour #{colour} is too light upon white. Choose a darker one.", where=where
                )


def lines_are_aligned_left(file: WordFile) -> Iterator[Found]:
    """Lines stretched to both edges leave rivers of white."""
    if any(
        value_of(one) in ("both", "distribute")
        for root in (file.body, file.styles)
        for one in all_of(root, "jc")
    ):
        yield Found("Text is stretched to both edges. Align it left.", where="body")


def language_is_english(file: WordFile) -> Iterator[Found]:
    """So that a screen reader speaks it as English."""
    found = child_of(file.styles, "docDefaults", "rPrDefault", "rPr", "lang")
    if value_of(found) != "en-GB":
        yield _stops("The document does not say that it is in British English. Save it again.")


# --- tables and pictures --------------------------------------------------------------------------------------


def tables_have_headers(file: WordFile) -> Iterator[Found]:
    """The first row is marked, so that it repeats and is read with each cell; each cell of it has words."""
    for number, table in enumerate(all_of(file.body, "tbl"), 1):
        first = child_of(table, "tr")
        if not is_on(child_of(first, "trPr", "tblHeader")):
            yield _stops("The table has no header row. Name its columns.", f"table {number}")
        if first is not None and any(not text_in(cell).strip() for cell in all_of(first, "tc")):
            yield _stops("A column of the table has no name. Name it.", f"table {number}")


def tables_are_described(file: WordFile) -> Iterator[Found]:
    """A title and a description each."""
    for number, table in enumerate(all_of(file.body, "tbl"), 1):
        told = (value_of(child_of(table, "tblPr", kind)).strip() for kind in ("tblCaption", "tblDescription"))
        if not all(told):
            yield _stops(
                "The table is not described for those who cannot see it. Describe it.", f"table {number}"
            )


def cells_are_not_merged(file: WordFile) -> Iterator[Found]:
    """Nor split: a table is rows of the same columns."""
    for number, table in enumerate(all_of(file.body, "tbl"), 1):
        if has(table, "gridSpan", "vMerge", "hMerge") or sum(1 for _ in all_of(table, "tbl")) > 1:
            yield Found(
                "Cells of the table are merged or split. Make them plain rows.", where=f"table {number}"
            )


def pictures_are_described(file: WordFile) -> Iterator[Found]:
    """Each has words for those who cannot see it."""
    for number, drawing in enumerate(all_of(file.body, "drawing", "pict"), 1):
        if not any(value_of(one, "descr").strip() for one in all_of(drawing, "docPr")):
            yield _stops(
                "The picture is not described for those who cannot see it. Describe it.", f"figure {number}"
            )


def pictures_stand_in_the_line(file: WordFile) -> Iterator[Found]:
    """What floats is read at the wrong place, or not at all."""
    if has(file.body, "anchor", "txbxContent"):
        yield Found("A picture or box floats beside the text. Put it in the line.", where="body")


# --- the edges of the page ------------------------------------------------------------------------------------


def pages_are_numbered(file: WordFile) -> Iterator[Found]:
    """In the footer."""
    codes = " ".join(
        one.text or "" for name, root in file.edges if "footer" in name for one in all_of(root, "instrText")
    )
    if "PAGE" not in codes.split():
        yield _stops("The pages are not numbered. Save the report again.", "footer")


def marking_is_there(file: WordFile) -> Iterator[Found]:
    """On every page of an exempt appendix."""
    if not any(MARKING in text_in(root) for name, root in file.edges if "header" in name):
        yield _stops("The exempt appendix does not say so on every page. Save the report again.", "header")


RULES: tuple[Rule, ...] = (
    one_title, title_in_properties, headings_in_order, headings_are_styles, numbers_are_counted, no_empty_paragraphs,
    nothing_is_loud, text_is_large_enough, colours_can_be_read, lines_are_aligned_left, language_is_english,
    tables_have_headers, tables_are_described, cells_are_not_merged, pictures_are_described,
    pictures_stand_in_the_line, pages_are_numbered,
)  # fmt: skip
"""Each missed when it is taken away: the tests break one after the other."""
