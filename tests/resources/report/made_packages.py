"""Packages of XML made by hand, and the places where a name is found in them."""

import io
import zipfile

from resources.report.leak_gate import ExemptTerm, search

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def body(xml):
    return zipped({"word/document.xml": f"<w:document {W}><w:body>{xml}</w:body></w:document>"})


def paragraph(*runs):
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def places(content, term="Rosewood House"):
    return [leak.where for leak in search(content, [ExemptTerm(term, "x")])]
