"""A PDF made by hand."""

import io


def blank_pdf(title: str = "") -> bytes:
    """One page without words; what it is called stands in its properties."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if title:
        writer.add_metadata({"/Title": title})
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
