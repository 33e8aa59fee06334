"""WordprocessingML as text: the few elements that a report needs, every text escaped in one place."""

import re
from collections.abc import Mapping
from typing import NewType
from xml.sax.saxutils import escape

Xml = NewType("Xml", str)
"""Well-formed XML; text becomes Xml through `text_of` or as an attribute of `tag`, and in no other way."""

NAMESPACES = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
DECLARATION = Xml('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n|[\r\n\u2028\u2029\x0b]")


def text_of(text: str) -> Xml:
    """The text escaped, without the control characters that XML cannot carry."""
    return Xml(escape(_NOT_IN_XML.sub("", text)))


def tag(name: str, attributes: Mapping[str, object] | None = None, *children: Xml) -> Xml:
    """One element."""
    given = "".join(f' {key}="{_attribute(value)}"' for key, value in (attributes or {}).items())
    inner = "".join(children)
    return Xml(f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>")


def value(name: str, setting: str | int) -> Xml:
    """An element that only sets one value: `<w:sz w:val="24"/>`."""
    return tag(name, {"w:val": setting})


def joined(*parts: Xml) -> Xml:
    """One after another."""
    return Xml("".join(parts))


def root(name: str, *children: Xml) -> bytes:
    """A whole XML part."""
    return (DECLARATION + tag(name, NAMESPACES, *children)).encode()


def run(text: str, *, bold: bool = False) -> Xml:
    """A run of text; line ends become line breaks."""
    lines = [
        tag("w:t", {"xml:space": "preserve"}, text_of(line.replace("\t", " ")))
        for line in _LINE_ENDS.split(text)
    ]
    properties = tag("w:rPr", None, tag("w:b")) if bold else Xml("")
    return tag("w:r", None, properties, Xml(tag("w:br").join(lines)))


def tab() -> Xml:
    """A tab between two runs."""
    return tag("w:r", None, tag("w:tab"))


def page_break() -> Xml:
    """A paragraph that ends the page."""
    return tag("w:p", None, tag("w:r", None, tag("w:br", {"w:type": "page"})))


def field(instruction: str, shown: str) -> Xml:
    """A field with what it shows until Word works it out again.

    Made of runs rather than as a simple field, so that whatever reads runs reads what it shows.
    """
    code = tag("w:instrText", {"xml:space": "preserve"}, text_of(f" {instruction} "))
    return joined(
        _field_mark("begin"),
        tag("w:r", None, code),
        _field_mark("separate"),
        run(shown),
        _field_mark("end"),
    )


def _field_mark(kind: str) -> Xml:
    return tag("w:r", None, tag("w:fldChar", {"w:fldCharType": kind}))


def paragraph(
    style: str, *content: Xml, keep_next: bool = False, right: bool = False, numbering: int = 0
) -> Xml:
    """A paragraph in a style; `keep_next` holds it on the page of what follows.

    `numbering` is the list that it counts in, where that is not its style's.
    """
    properties = [value("w:pStyle", style)]
    if keep_next:
        properties.append(tag("w:keepNext"))
    if numbering:
        properties.append(tag("w:numPr", None, value("w:ilvl", 0), value("w:numId", numbering)))
    if right:
        properties.append(value("w:jc", "right"))
    return tag("w:p", None, tag("w:pPr", None, *properties), *content)


def cell(content: Xml, *, width: int, shade: str = "") -> Xml:
    """A table cell, its width in twentieths of a point."""
    properties = [tag("w:tcW", {"w:w": width, "w:type": "dxa"})]
    if shade:
        properties.append(tag("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": shade}))
    return tag("w:tc", None, tag("w:tcPr", None, *properties), content)


def row(cells: list[Xml], *, header: bool = False) -> Xml:
    """A row that never splits over two pages; a header row repeats on each page."""
    properties = [tag("w:cantSplit")]
    if header:
        properties.append(tag("w:tblHeader"))
    return tag("w:tr", None, tag("w:trPr", None, *properties), *cells)


def table(rows: list[Xml], widths: list[int], *, style: str, title: str, description: str) -> Xml:
    """A table of fixed widths with its alternative text."""
    look = {"w:val": "0420", "w:firstRow": 1, "w:lastRow": 0, "w:firstColumn": 0, "w:lastColumn": 0}
    properties = tag(
        "w:tblPr",
        None,
        value("w:tblStyle", style),
        tag("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
        tag("w:tblLayout", {"w:type": "fixed"}),
        tag("w:tblLook", {**look, "w:noHBand": 0, "w:noVBand": 1}),
        value("w:tblCaption", title),
        value("w:tblDescription", description),
    )
    grid = tag("w:tblGrid", None, *(tag("w:gridCol", {"w:w": width}) for width in widths))
    return tag("w:tbl", None, properties, grid, *rows)


def picture(relation: str, number: int, *, title: str, description: str, size: tuple[int, int]) -> Xml:
    """A picture in the line, `size` in EMU (360,000 to the centimetre)."""
    extent = {"cx": size[0], "cy": size[1]}
    named = {
        "id": number, "name": f"Figure {number}", "descr": description, "title": title,
    }  # fmt: skip
    filled = tag(
        "pic:blipFill",
        None,
        tag("a:blip", {"r:embed": relation}),
        tag("a:stretch", None, tag("a:fillRect")),
    )
    shape = tag(
        "pic:spPr",
        None,
        tag("a:xfrm", None, tag("a:off", {"x": 0, "y": 0}), tag("a:ext", extent)),
        tag("a:prstGeom", {"prst": "rect"}, tag("a:avLst")),
    )
    non_visual = tag("pic:nvPicPr", None, tag("pic:cNvPr", named), tag("pic:cNvPicPr"))
    graphic = tag(
        "a:graphic",
        None,
        tag(
            "a:graphicData",
            {"uri": NAMESPACES["xmlns:pic"]},
            tag("pic:pic", None, non_visual, filled, shape),
        ),
    )
    inline = tag(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        tag("wp:extent", extent),
        tag("wp:docPr", named),
        graphic,
    )
    return tag("w:r", None, tag("w:drawing", None, inline))


def _attribute(setting: object) -> str:
    text = _NOT_IN_XML.sub("", str(setting))
    return escape(text, {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
