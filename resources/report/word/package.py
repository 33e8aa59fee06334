"""The parts of a Word file put together: nothing in it that was not put there, the same bytes each time."""

import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import BinaryIO

from resources.report.word.markup import DECLARATION, Xml, tag, text_of
from resources.report.word.styles import numbering_part, settings_part, styles_part

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip carries a time; a fixed one keeps the bytes the same


def write_package(
    path: Path | BinaryIO,
    *,
    title: str,
    as_at: date | None,
    document: bytes,
    footer: bytes,
    header: bytes | None,
    pictures: list[bytes],
    styles: bytes | None = None,
    numbering: bytes | None = None,
) -> None:
    """Write the file. The document refers to `rIdHeader`, `rIdFooter` and `rIdPicture1`, …

    Without `styles` and `numbering` it looks as every document does.
    """
    related = {
        "rIdStyles": ("styles", "styles.xml", styles or styles_part()),
        "rIdNumbering": ("numbering", "numbering.xml", numbering or numbering_part()),
        "rIdSettings": ("settings", "settings.xml", settings_part()),
        "rIdFooter": ("footer", "footer1.xml", footer),
    }
    if header is not None:
        related["rIdHeader"] = ("header", "header1.xml", header)
    for number, png in enumerate(pictures, 1):
        related[f"rIdPicture{number}"] = ("image", f"media/image{number}.png", png)
    parts = {
        "[Content_Types].xml": _content_types([name for _, name, _ in related.values()]),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": _core_properties(title, as_at),
        "docProps/app.xml": _app_properties(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations(
            *((key, f"{_OFFICE}/relationships/{kind}", name) for key, (kind, name, _) in related.items())
        ),
        **{f"word/{name}": content for _, name, content in related.values()},
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(_entry(name), content)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
    entry.create_system = 0  # the same on every system
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
    return entry


def _content_types(names: list[str]) -> bytes:
    kinds = {
        "/word/document.xml": f"{_WORD_TYPE}.document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    for name in names:
        if name.endswith(".xml"):
            kinds[f"/word/{name}"] = f"{_WORD_TYPE}.{name.removesuffix('.xml').rstrip('1')}+xml"
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
    }
    return _part(
        "Types",
        {"xmlns": f"{_PACKAGE}/content-types"},
        *(tag("Default", {"Extension": end, "ContentType": kind}) for end, kind in defaults.items()),
        *(tag("Override", {"PartName": name, "ContentType": kind}) for name, kind in kinds.items()),
    )


def _relations(*relations: tuple[str, str, str]) -> bytes:
    return _part(
        "Relationships",
        {"xmlns": f"{_PACKAGE}/relationships"},
        *(tag("Relationship", {"Id": key, "Type": kind, "Target": name}) for key, kind, name in relations),
    )


def _core_properties(title: str, as_at: date | None) -> bytes:
    """Title, language and the report's own date; no author, editor or comment."""
    names = {
        "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    stamps = []
    if as_at is not None:
        moment = text_of(f"{as_at.isoformat()}T00:00:00Z")
        stamps = [
            tag(f"dcterms:{name}", {"xsi:type": "dcterms:W3CDTF"}, moment) for name in ("created", "modified")
        ]
    return _part(
        "cp:coreProperties",
        names,
        tag("dc:title", None, text_of(title)),
        tag("dc:creator"),
        tag("cp:lastModifiedBy"),
        tag("dc:language", None, text_of("en-GB")),
        *stamps,
    )


def _app_properties() -> bytes:
    return _part(
        "Properties",
        {"xmlns": f"{_OFFICE}/extended-properties"},
        tag("Application", None, text_of("Provider Desk")),
    )


def _part(name: str, attributes: Mapping[str, object], *children: Xml) -> bytes:
    return (DECLARATION + tag(name, attributes, *children)).encode()
