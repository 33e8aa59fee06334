"""PDF copies of finished Word files, tagged for screen readers, where LibreOffice is on the PC.

LibreOffice runs without a window and with a profile of its own, which is thrown away: neither a window that is open
nor its settings have a part in it. What it made is opened before it is believed.
"""

import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from resources.problem import Problem

SECONDS = 180
"""A report of 30 pages takes a few; an office PC that has just been switched on may take a minute."""
_FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},"ExportNotes":{"type":"boolean","value":"false"},'
    '"ReduceImageResolution":{"type":"boolean","value":"false"}}'
)
_WITHOUT = (
    "PDF copies are made by LibreOffice, which was not found on this PC. Save the Word documents alone, or make the "
    "PDF from Word: File, Save as, PDF."
)


def libreoffice() -> Path | None:
    """Where LibreOffice is; None where there is none."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    if named:
        return Path(named)
    return next((one for one in _usual_places() if one.is_file()), None)


def _usual_places() -> Iterator[Path]:
    if sys.platform == "win32":
        for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            folder = os.environ.get(name)
            if folder:
                yield Path(folder) / "LibreOffice" / "program" / "soffice.exe"
    elif sys.platform == "darwin":
        yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    else:
        yield from (Path("/usr/lib/libreoffice/program/soffice"), Path("/snap/bin/libreoffice"))


def pdf_of(document: bytes, *, office: Path | None = None, seconds: float = SECONDS) -> bytes:
    """The Word file as a tagged PDF; raises Problem where that cannot be done."""
    program = office or libreoffice()
    if program is None:
        raise Problem(_WITHOUT)
    with tempfile.TemporaryDirectory(prefix="Report as PDF ", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "report.docx"
        source.write_bytes(document)
        _convert(program, source, folder, seconds)
        made = folder / "report.pdf"
        if not made.is_file():
            raise Problem("LibreOffice made no PDF. Open LibreOffice once by itself, and try again.")
        data = made.read_bytes()
    _refuse_untagged(data)
    return data


def _convert(program: Path, source: Path, folder: Path, seconds: float) -> None:
    profile = (folder / "profile").as_uri()
    command = [
        str(program), "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
        f"-env:UserInstallation={profile}", "--convert-to", _FILTER, "--outdir", str(folder), str(source),
    ]  # fmt: skip
    try:
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ) as running:  # fmt: skip
            try:
                running.wait(seconds)
            except subprocess.TimeoutExpired as error:
                _end(running)
                raise Problem(
                    f"LibreOffice took longer than {seconds:.0f} seconds, so no PDF was made. Close LibreOffice where "
                    "it is open, and try again."
                ) from error
    except OSError as error:
        raise Problem(
            f"LibreOffice could not be started ({error.strerror or error}), so no PDF was made. Save the Word "
            "documents alone."
        ) from error


def _end(running: subprocess.Popen[bytes]) -> None:
    """With the program that it started in turn."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(running.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
    running.kill()


def passages_of_pdf(data: bytes) -> list[str]:
    """The text of each page, then the title and whatever else its properties say."""
    reader = _opened(data)
    pages = [page.extract_text() or "" for page in reader.pages]
    return [*pages, *(str(value) for value in (reader.metadata or {}).values())]


def _refuse_untagged(data: bytes) -> None:
    reader = _opened(data)
    root = reader.root_object
    tagged = bool(root.get("/MarkInfo", {}).get("/Marked")) and "/StructTreeRoot" in root
    if not tagged or not str(root.get("/Lang", "")).startswith("en"):
        raise Problem(
            "LibreOffice made a PDF that screen readers cannot follow, so it was not kept. Bring LibreOffice up to "
            "date, or save the Word documents alone."
        )


def _opened(data: bytes):  # type: ignore[no-untyped-def]  # PdfReader, which is loaded when first used
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if len(reader.pages) < 1:
            raise Problem("LibreOffice made a PDF without a page, so it was not kept. Try again.")
    except PyPdfError as error:
        raise Problem(f"The PDF could not be read back ({error}), so it was not kept. Try again.") from error
    return reader
