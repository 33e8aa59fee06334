"""Another council's Word file made by hand: a sound one, of which each part can be exchanged."""

import zipfile
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
THEME = (
    f'<a:theme {A}><a:themeElements><a:clrScheme name="County">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="0B5345"/></a:accent1>'
    '</a:clrScheme><a:fontScheme name="County"><a:majorFont><a:latin typeface="Verdana"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
MARGINS = '<w:pgMar w:top="1440" w:right="1134" w:bottom="1440" w:left="1134"/>'


def style(name: str, inside: str, *, based: str = "") -> str:
    """A style with its run properties."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    identifier = name.title().replace(" ", "")
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>{on}'
        f"<w:rPr>{inside}</w:rPr></w:style>"
    )


NORMAL = style("Normal", '<w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="26"/>')
TITLE = style("Title", '<w:sz w:val="48"/>', based="Normal")
HEADING = style(
    "heading 1", '<w:color w:val="auto" w:themeColor="accent1"/><w:sz w:val="36"/>', based="Normal"
)
SUBHEADING = style("heading 2", '<w:sz w:val="28"/>', based="Heading1")


def styles(*given: str) -> str:
    """word/styles.xml"""
    return f"<w:styles {W}>{''.join(given or (NORMAL, TITLE, HEADING, SUBHEADING))}</w:styles>"


def body(inside: str = "", *, margins: str = MARGINS) -> str:
    """word/document.xml with one section."""
    section = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{margins}</w:sectPr>'
    return f"<w:document {W}><w:body>{inside}{section}</w:body></w:document>"


def field(code: str) -> str:
    """A paragraph with a field."""
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def said(text: str) -> str:
    """A paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def relations(kind: str, target: str, *, outside: bool = True) -> str:
    """word/_rels/document.xml.rels with one relation."""
    mode = ' TargetMode="External"' if outside else ""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}"{mode}/></Relationships>'
    )


def base(path: Path, changed: dict[str, str | bytes] | None = None) -> Path:
    """Write it; parts of these names are in the place of the sound ones, or beside them."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": body(said("The county of Larkshire, in its own words.")),
        "word/styles.xml": styles(),
        "word/theme/theme1.xml": THEME,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**parts, **(changed or {})}.items():
            archive.writestr(name, part)
    return path
