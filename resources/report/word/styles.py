"""The look of every Word document, in one place: styles, numbering and settings.

The sizes and colours are those of the committee's accessible documents: Arial at 12 points, left aligned,
nothing in italics or capitals.
"""

from functools import cache

from resources.report.blocks import Numbering
from resources.report.looks import DEFAULT_LOOKS, Looks
from resources.report.word.markup import Xml, root, tag, value
from resources.report.word.widths import letter_width

TEXT, QUIET, HAIRLINE = "1B1F24", "4A525B", "A9B1BA"
ACCENT, SHADE = DEFAULT_LOOKS.accent, DEFAULT_LOOKS.shade
CENTIMETRE = 567  # in twentieths of a point
PAGE_WIDTH = 11906  # A4
BY_SECTION_INDENT = CENTIMETRE * 5 // 4  # "10.12" has more letters than "55."
HEADER_AFTER = 14  # points between what stands at the head of every page and the text
TABLE_POINTS, SMALL_TABLE_POINTS = 11, 10  # where the body has 12
NUMBERED, BULLETED, TICKED, RECOMMENDED = 1, 2, 3, 4  # numbering ids


def text_width(looks: Looks) -> int:
    """The room between the margins, in twentieths of a point."""
    return PAGE_WIDTH - margin(looks.left) - margin(looks.right) - 1


def label_width(looks: Looks, *, for_committee: bool) -> int:
    """The room for the labels of facts, in twentieths of a point; those of a committee report are longer."""
    return round(6 * CENTIMETRE * letter_width(looks.font)) if for_committee else 5 * CENTIMETRE


def margin(millimetres: float) -> int:
    """In twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def table_points(looks: Looks) -> tuple[float, float]:
    """The size of a table's text, and of one that has no room otherwise."""
    return looks.body - 12 + TABLE_POINTS, looks.body - 12 + SMALL_TABLE_POINTS


def small_table_font(looks: Looks) -> str:
    """Of a table whose words have no room: one whose letters are no wider than Arial's."""
    return looks.font if letter_width(looks.font) == 1 else DEFAULT_LOOKS.font


@cache
def styles_part(
    looks: Looks = DEFAULT_LOOKS,
    numbering: Numbering = Numbering.CONTINUOUS,
    *,
    for_committee: bool = False,
) -> bytes:
    """word/styles.xml; with the styles of a masthead, a sign-off and recommendations `for_committee`."""
    by_section = numbering is Numbering.BY_SECTION
    return root(
        "w:styles",
        _defaults(looks),
        _paragraph_style("Normal", default=True),
        _paragraph_style(
            "Title",
            points=looks.title,
            bold=True,
            colour=looks.accent,
            before=12 if for_committee else 0,
            after=6,
            keep=True,
        ),
        _paragraph_style("Subtitle", points=looks.body + 2, colour=QUIET, after=12),
        *_headings(looks, numbered=by_section),
        _paragraph_style(
            "NumberedParagraph", "Numbered Paragraph", numbering=NUMBERED, numbering_level=int(by_section)
        ),
        *_lists_and_facts(looks, labels=label_width(looks, for_committee=for_committee)),
        *_table_texts(looks),
        *(_committee_styles(looks) if for_committee else ()),
        _other_defaults(),
        _table_style(looks),
        _grid_style("PlainGrid", "Plain Grid"),
        _grid_style(
            "CutGrid", "Cut Grid", line={"w:val": "dashed", "w:sz": 4, "w:space": 0, "w:color": HAIRLINE}
        ),
    )


def _headings(looks: Looks, *, numbered: bool) -> tuple[Xml, ...]:
    first = _paragraph_style(
        "Heading1",
        "heading 1",
        points=looks.heading,
        bold=True,
        colour=looks.accent,
        before=18,
        level=0,
        numbering=NUMBERED if numbered else 0,
    )
    second = _paragraph_style(
        "Heading2",
        "heading 2",
        points=looks.subheading,
        bold=True,
        colour=looks.accent,
        before=12,
        level=1,
    )
    return first, second


def _lists_and_facts(looks: Looks, *, labels: int) -> tuple[Xml, ...]:
    """`labels` is the width of the labels of facts."""
    facts = _hanging(labels, labels)
    return (
        _paragraph_style("ListBullet", "List Bullet", numbering=BULLETED, after=3),
        _paragraph_style("TickBox", "Tick Box", numbering=TICKED, after=4),
        _paragraph_style(
            "WritingLine",
            "Writing Line",
            before=10,
            after=10,
            indent=_hanging(CENTIMETRE, 0),
            tabs=_line_to(text_width(looks)),
        ),
        _paragraph_style("Fact", indent=facts, after=3),
        _paragraph_style("LastFact", "Last Fact", indent=facts, after=12),
    )


def _table_texts(looks: Looks) -> tuple[Xml, ...]:
    """Captions, the text of tables, and what stands beneath them and on the edges of the page."""
    usual, small = table_points(looks)
    narrow = "" if small_table_font(looks) == looks.font else small_table_font(looks)
    return (
        _paragraph_style("Caption", "caption", bold=True, before=12, after=4, keep=True),
        _paragraph_style("TableText", "Table Text", points=usual, after=0),
        _paragraph_style("TableHeading", "Table Heading", points=usual, after=0, bold=True, keep=True),
        _paragraph_style("SmallTableText", "Small Table Text", points=small, after=0, font=narrow),
        _paragraph_style(
            "SmallTableHeading",
            "Small Table Heading",
            points=small,
            after=0,
            bold=True,
            keep=True,
            font=narrow,
        ),
        _paragraph_style("Picture", after=4),
        _paragraph_style("Note", points=small, colour=QUIET, before=3, after=0),
        _paragraph_style("LastNote", "Last Note", points=small, colour=QUIET, before=3, after=14),
        _paragraph_style("Header", "header", bold=True, after=HEADER_AFTER, close=True),
        _paragraph_style("Footer", "footer", points=small, colour=QUIET, after=0),
    )


def _committee_styles(looks: Looks) -> tuple[Xml, ...]:
    """The masthead stands in the right half of the page, its lines aligned left."""
    half = _hanging(text_width(looks) // 2, 0)
    rule = {"w:val": "single", "w:sz": 8, "w:space": 8, "w:color": looks.accent}
    ruled = tag("w:pBdr", None, tag("w:top", rule))
    return (
        _paragraph_style(
            "MastheadCommittee",
            "Masthead Committee",
            points=looks.body + 2,
            bold=True,
            after=4,
            indent=half,
            keep=True,
        ),
        _paragraph_style("MastheadLine", "Masthead Line", bold=True, after=4, indent=half, keep=True),
        _paragraph_style("ReportOf", "Report Of", bold=True, before=12, after=10, keep=True, border=ruled),
        _paragraph_style("Recommendation", numbering=RECOMMENDED),
        _paragraph_style("SignOff", "Sign Off", bold=True, before=30, after=0, keep=True),
        _paragraph_style("SignOffPost", "Sign Off Post", after=6),
    )


@cache
def numbering_part(numbering: Numbering = Numbering.CONTINUOUS, *, recommendations: int = 0) -> bytes:
    """word/numbering.xml: the numbers are Word's own, tied to the styles, never typed.

    `recommendations` is how many lists of them there are: each begins at 1), the second as number
    `recommendation_list(1)`.
    """
    lists = [_paragraphs(numbering)]
    lists += [
        _numbering(BULLETED, "bullet", "•", "ListBullet", _hanging(2 * CENTIMETRE, CENTIMETRE)),
        _numbering(TICKED, "bullet", "☐", "TickBox", _hanging(2 * CENTIMETRE, CENTIMETRE)),
    ]
    used = [NUMBERED, BULLETED, TICKED]
    if recommendations:
        beneath = BY_SECTION_INDENT if numbering is Numbering.BY_SECTION else 0
        indent = _hanging(beneath + CENTIMETRE, CENTIMETRE)
        lists.append(_numbering(RECOMMENDED, "decimal", "%1)", "Recommendation", indent))
        used.append(RECOMMENDED)
    again = tag("w:lvlOverride", {"w:ilvl": 0}, value("w:startOverride", 1))
    return root(
        "w:numbering",
        *lists,
        *(tag("w:num", {"w:numId": number}, value("w:abstractNumId", number)) for number in used),
        *(
            tag(
                "w:num",
                {"w:numId": recommendation_list(place)},
                value("w:abstractNumId", RECOMMENDED),
                again,
            )
            for place in range(1, recommendations)
        ),
    )


def recommendation_list(place: int) -> int:
    """The numbering of a list of recommendations, by its place counted from 0."""
    return RECOMMENDED + place


def _paragraphs(numbering: Numbering) -> Xml:
    """1. 2. 3. through the document, or 1. of headings with 1.1 1.2 of the paragraphs beneath."""
    if numbering is Numbering.CONTINUOUS:
        return _numbering(NUMBERED, "decimal", "%1.", "NumberedParagraph", _hanging(CENTIMETRE, CENTIMETRE))
    wide = _hanging(BY_SECTION_INDENT, BY_SECTION_INDENT)
    levels = (
        _level(0, "decimal", "%1.", "Heading1", wide),
        _level(1, "decimal", "%1.%2", "NumberedParagraph", wide),
    )
    kind = value("w:multiLevelType", "multilevel")
    return tag("w:abstractNum", {"w:abstractNumId": NUMBERED}, kind, *levels)


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


def _defaults(looks: Looks) -> Xml:
    characters = tag(
        "w:rPr",
        None,
        _fonts(looks.font),
        value("w:color", TEXT),
        value("w:sz", _half_points(looks.body)),
        value("w:szCs", _half_points(looks.body)),
        tag("w:lang", {"w:val": "en-GB", "w:eastAsia": "en-GB", "w:bidi": "ar-SA"}),
    )
    spacing = tag("w:spacing", {"w:after": 120, "w:line": 264, "w:lineRule": "auto"})
    return tag(
        "w:docDefaults",
        None,
        tag("w:rPrDefault", None, characters),
        tag("w:pPrDefault", None, tag("w:pPr", None, spacing)),
    )


def _fonts(name: str) -> Xml:
    return tag("w:rFonts", {f"w:{script}": name for script in ("ascii", "hAnsi", "eastAsia", "cs")})


def _paragraph_style(
    identifier: str,
    name: str = "",
    *,
    default: bool = False,
    points: float | None = None,
    bold: bool = False,
    colour: str = "",
    font: str = "",
    before: int = 0,
    after: int = 6,
    keep: bool = False,
    level: int | None = None,
    numbering: int = 0,
    numbering_level: int = 0,
    indent: Xml | None = None,
    tabs: Xml | None = None,
    border: Xml | None = None,
    close: bool = False,
) -> Xml:
    """A paragraph style; a heading (`level` 0 or 1) keeps with what follows it. Without `points` it has the body's.

    `close` ones have no room between them, however much they have after them.
    """
    paragraph = [tag("w:keepNext"), tag("w:keepLines")] if keep or level is not None else []
    if numbering:
        level_of = [value("w:ilvl", numbering_level)] if numbering_level else []
        paragraph.append(tag("w:numPr", None, *level_of, value("w:numId", numbering)))
    if border:
        paragraph.append(border)
    if tabs:
        paragraph.append(tabs)
    paragraph.append(tag("w:spacing", {"w:before": before * 20, "w:after": after * 20}))
    if indent:
        paragraph.append(indent)
    if close:
        paragraph.append(tag("w:contextualSpacing"))
    if level is not None:
        paragraph.append(value("w:outlineLvl", level))
    characters = [_fonts(font)] if font else []
    if bold:
        characters.append(tag("w:b"))
    if colour:
        characters.append(value("w:color", colour))
    if points is not None:
        characters += [value("w:sz", _half_points(points)), value("w:szCs", _half_points(points))]
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


def _table_style(looks: Looks) -> Xml:
    line = {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": HAIRLINE}
    borders = tag("w:tblBorders", None, *(tag(f"w:{edge}", line) for edge in ("top", "bottom", "insideH")))
    header = tag(
        "w:tblStylePr",
        {"w:type": "firstRow"},
        tag("w:rPr", None, tag("w:b")),
        tag("w:tcPr", None, tag("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": looks.shade})),
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
    kind = value("w:multiLevelType", "singleLevel")
    return tag("w:abstractNum", {"w:abstractNumId": number}, kind, _level(0, form, text, style, indent))


def _level(level: int, form: str, text: str, style: str, indent: Xml) -> Xml:
    return tag(
        "w:lvl",
        {"w:ilvl": level},
        value("w:start", 1),
        value("w:numFmt", form),
        value("w:pStyle", style),
        value("w:lvlText", text),
        value("w:lvlJc", "left"),
        tag("w:pPr", None, indent),
    )


def _half_points(points: float) -> int:
    return round(points * 2)
