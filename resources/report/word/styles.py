"""The look of every Word document, in one place: styles, numbering and settings.

The sizes and colours are those of the committee's accessible documents: Arial at 12 points, left aligned,
nothing in italics or capitals.
"""

from functools import cache

from resources.report.word.markup import Xml, root, tag, value

FONT = "Arial"
TEXT, QUIET, ACCENT, SHADE, HAIRLINE = "1B1F24", "4A525B", "12436D", "E9EDF1", "A9B1BA"
CENTIMETRE = 567  # in twentieths of a point
TEXT_WIDTH = 16 * CENTIMETRE - 1  # A4 between margins of 2.5 cm
TABLE_POINTS, SMALL_TABLE_POINTS = 11, 10
NUMBERED, BULLETED, TICKED = 1, 2, 3  # numbering ids


@cache
def styles_part() -> bytes:
    """word/styles.xml."""
    return root(
        "w:styles",
        _defaults(),
        _paragraph_style("Normal", default=True),
        _paragraph_style("Title", points=22, bold=True, colour=ACCENT, after=6, keep=True),
        _paragraph_style("Subtitle", points=14, colour=QUIET, after=12),
        _paragraph_style("Heading1", "heading 1", points=16, bold=True, colour=ACCENT, before=18, level=0),
        _paragraph_style("Heading2", "heading 2", points=13, bold=True, colour=ACCENT, before=12, level=1),
        _paragraph_style("NumberedParagraph", "Numbered Paragraph", numbering=NUMBERED),
        _paragraph_style("ListBullet", "List Bullet", numbering=BULLETED, after=3),
        _paragraph_style("TickBox", "Tick Box", numbering=TICKED, after=4),
        _paragraph_style(
            "WritingLine",
            "Writing Line",
            before=10,
            after=10,
            indent=_hanging(CENTIMETRE, 0),
            tabs=_line_to(TEXT_WIDTH),
        ),
        _paragraph_style("Fact", indent=_hanging(5 * CENTIMETRE, 5 * CENTIMETRE), after=3),
        _paragraph_style("LastFact", "Last Fact", indent=_hanging(5 * CENTIMETRE, 5 * CENTIMETRE), after=12),
        _paragraph_style("Caption", "caption", bold=True, before=12, after=4, keep=True),
        _paragraph_style("TableText", "Table Text", points=TABLE_POINTS, after=0),
        _paragraph_style("TableHeading", "Table Heading", points=TABLE_POINTS, after=0, bold=True, keep=True),
        _paragraph_style("SmallTableText", "Small Table Text", points=SMALL_TABLE_POINTS, after=0),
        _paragraph_style(
            "SmallTableHeading",
            "Small Table Heading",
            points=SMALL_TABLE_POINTS,
            after=0,
            bold=True,
            keep=True,
        ),
        _paragraph_style("Picture", after=4),
        _paragraph_style("Note", points=10, colour=QUIET, before=3, after=0),
        _paragraph_style("LastNote", "Last Note", points=10, colour=QUIET, before=3, after=14),
        _paragraph_style("Header", "header", points=12, bold=True, after=6),
        _paragraph_style("Footer", "footer", points=10, colour=QUIET, after=0),
        _other_defaults(),
        _table_style(),
        _grid_style("PlainGrid", "Plain Grid"),
        _grid_style(
            "CutGrid", "Cut Grid", line={"w:val": "dashed", "w:sz": 4, "w:space": 0, "w:color": HAIRLINE}
        ),
    )


@cache
def numbering_part() -> bytes:
    """word/numbering.xml: the numbers are Word's own, tied to the two styles, never typed."""
    return root(
        "w:numbering",
        _numbering(NUMBERED, "decimal", "%1.", "NumberedParagraph", _hanging(CENTIMETRE, CENTIMETRE)),
        _numbering(BULLETED, "bullet", "•", "ListBullet", _hanging(2 * CENTIMETRE, CENTIMETRE)),
        _numbering(TICKED, "bullet", "☐", "TickBox", _hanging(2 * CENTIMETRE, CENTIMETRE)),
        *(
            tag("w:num", {"w:numId": number}, value("w:abstractNumId", number))
            for number in (NUMBERED, BULLETED, TICKED)
        ),
    )


@cache
def settings_part() -> bytes:
    """word/settings.xml."""
    mode = {"w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": 15}
    return root(
        "w:settings",
        tag("w:zoom", {"w:percent": 100}),
        value("w:defaultTabStop", CENTIMETRE),
        value("w:characterSpacingControl", "doNotCompress"),
        tag("w:compat", None, tag("w:compatSetting", mode)),
        tag("w:themeFontLang", {"w:val": "en-GB"}),
        value("w:decimalSymbol", "."),
        value("w:listSeparator", ","),
    )


def _defaults() -> Xml:
    font = {f"w:{script}": FONT for script in ("ascii", "hAnsi", "eastAsia", "cs")}
    characters = tag(
        "w:rPr",
        None,
        tag("w:rFonts", font),
        value("w:color", TEXT),
        value("w:sz", 24),
        value("w:szCs", 24),
        tag("w:lang", {"w:val": "en-GB", "w:eastAsia": "en-GB", "w:bidi": "ar-SA"}),
    )
    spacing = tag("w:spacing", {"w:after": 120, "w:line": 264, "w:lineRule": "auto"})
    return tag(
        "w:docDefaults",
        None,
        tag("w:rPrDefault", None, characters),
        tag("w:pPrDefault", None, tag("w:pPr", None, spacing)),
    )


def _paragraph_style(
    identifier: str,
    name: str = "",
    *,
    default: bool = False,
    points: int = 12,
    bold: bool = False,
    colour: str = "",
    before: int = 0,
    after: int = 6,
    keep: bool = False,
    level: int | None = None,
    numbering: int = 0,
    indent: Xml | None = None,
    tabs: Xml | None = None,
) -> Xml:
    """A paragraph style; a heading (`level` 0 or 1) keeps with what follows it."""
    paragraph = [tag("w:keepNext"), tag("w:keepLines")] if keep or level is not None else []
    if numbering:
        paragraph.append(tag("w:numPr", None, value("w:numId", numbering)))
    if tabs:
        paragraph.append(tabs)
    paragraph.append(tag("w:spacing", {"w:before": before * 20, "w:after": after * 20}))
    if indent:
        paragraph.append(indent)
    if level is not None:
        paragraph.append(value("w:outlineLvl", level))
    characters = [tag("w:b")] if bold else []
    if colour:
        characters.append(value("w:color", colour))
    if points != 12:
        characters += [value("w:sz", points * 2), value("w:szCs", points * 2)]
    given = {"w:type": "paragraph", "w:styleId": identifier}
    based = [] if default else [value("w:basedOn", "Normal")]
    return tag(
        "w:style",
        {**given, "w:default": 1} if default else given,
        value("w:name", name or identifier),
        *based,
        tag("w:qFormat"),
        tag("w:pPr", None, *paragraph),
        tag("w:rPr", None, *characters) if characters else Xml(""),
    )


def _other_defaults() -> Xml:
    """The three styles that Word expects besides Normal."""
    characters = {
        "w:type": "character", "w:default": 1, "w:styleId": "DefaultParagraphFont",
    }  # fmt: skip
    tables = {"w:type": "table", "w:default": 1, "w:styleId": "TableNormal"}
    lists = {"w:type": "numbering", "w:default": 1, "w:styleId": "NoList"}
    hidden = (value("w:uiPriority", 99), tag("w:semiHidden"), tag("w:unhideWhenUsed"))
    margins = tag("w:tblPr", None, tag("w:tblInd", {"w:w": 0, "w:type": "dxa"}), _cell_margins(0, 108))
    return Xml(
        tag("w:style", characters, value("w:name", "Default Paragraph Font"), *hidden)
        + tag("w:style", tables, value("w:name", "Normal Table"), *hidden, margins)
        + tag("w:style", lists, value("w:name", "No List"), *hidden)
    )


def _table_style() -> Xml:
    line = {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": HAIRLINE}
    borders = tag("w:tblBorders", None, *(tag(f"w:{edge}", line) for edge in ("top", "bottom", "insideH")))
    header = tag(
        "w:tblStylePr",
        {"w:type": "firstRow"},
        tag("w:rPr", None, tag("w:b")),
        tag("w:tcPr", None, tag("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": SHADE})),
    )
    return tag(
        "w:style",
        {"w:type": "table", "w:styleId": "ReportTable"},
        value("w:name", "Report Table"),
        value("w:basedOn", "TableNormal"),
        tag("w:qFormat"),
        tag("w:tblPr", None, tag("w:tblInd", {"w:w": 0, "w:type": "dxa"}), borders, _cell_margins(45, 100)),
        header,
    )


def _grid_style(identifier: str, name: str, *, line: dict[str, object] | None = None) -> Xml:
    """A table whose cells leave no room of their own, for labels and badges."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV") if line else ()
    borders = [tag("w:tblBorders", None, *(tag(f"w:{edge}", line) for edge in edges))] if line else []
    return tag(
        "w:style",
        {"w:type": "table", "w:styleId": identifier},
        value("w:name", name),
        value("w:basedOn", "TableNormal"),
        tag("w:tblPr", None, tag("w:tblInd", {"w:w": 0, "w:type": "dxa"}), *borders, _cell_margins(0, 0)),
    )


def _cell_margins(upright: int, sideways: int) -> Xml:
    widths = {"top": upright, "left": sideways, "bottom": upright, "right": sideways}
    return tag(
        "w:tblCellMar",
        None,
        *(tag(f"w:{edge}", {"w:w": width, "w:type": "dxa"}) for edge, width in widths.items()),
    )


def _hanging(left: int, hanging: int) -> Xml:
    return tag("w:ind", {"w:left": left, "w:hanging": hanging})


def _line_to(place: int) -> Xml:
    """A tab that draws a line as far as this."""
    return tag("w:tabs", None, tag("w:tab", {"w:val": "right", "w:leader": "underscore", "w:pos": place}))


def _numbering(number: int, form: str, text: str, style: str, indent: Xml) -> Xml:
    level = tag(
        "w:lvl",
        {"w:ilvl": 0},
        value("w:start", 1),
        value("w:numFmt", form),
        value("w:pStyle", style),
        value("w:lvlText", text),
        value("w:lvlJc", "left"),
        tag("w:pPr", None, indent),
    )
    kind = value("w:multiLevelType", "singleLevel")
    return tag("w:abstractNum", {"w:abstractNumId": number}, kind, level)
