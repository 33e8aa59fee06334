"""For each check of the gate documents that it alone catches."""

from dataclasses import replace

from resources.report.document_text import Passage, parts_of, passages
from resources.report.exempt_names import ExemptTerm, Spelling
from resources.report.gate.known import Earlier, HeldBack, Known, Looked
from resources.tables import Column, ColumnKind, Table
from tests.resources.report.gate.made_county import EXEMPT_NAMES, KNOWN, PLACES, said
from tests.resources.report.made_packages import body, paragraph, zipped

NURSING = [one for one in PLACES if (one.kind, one.district) == ("nursing_home", "Ashfield")]
GONE = [one for one in PLACES if one.kind == "residential_home"][:5]
# One that may be named in a list for anything else: it was suspended after the report before.
LATELY = replace(GONE[0], is_exempt=True)
ALL = Known(
    services=KNOWN.services,
    people=(
        ExemptTerm("Ada Example", "somebody at a provider", telling=(), spellings=(Spelling("Example Ada"),)),
        ExemptTerm("Bo Sample-Person", "a learner", telling=()),
    ),
    refused=(ExemptTerm("Quixotic Care", "a provider whose claim was refused", telling=("quixotic",)),),
    addresses=frozenset({"someone.there@example.org", "0115 496 0123"}),
    public_names=KNOWN.public_names - set(LATELY.names),
    held_back=(HeldBack("The night staff were never asked about any of it.", "a comment in confidence"),),
    places=tuple(LATELY if one.id == LATELY.id else one for one in PLACES),
    scopes=KNOWN.scopes,
    earlier=(Earlier("September", tuple(Passage(one.names[0], "paragraph 3") for one in GONE)),),
)


def file(content):
    """A finished file alone."""
    return Looked(document=tuple(passages(content)), parts=parts_of(content))


def status_table(*rows):
    columns = (Column("a", "Nursing homes"), Column("b", "Suspended", ColumnKind.NUMBER))
    return Table("Nursing homes", columns, rows)


EXEMPT = (
    "Placement fees of £12,345 were withheld.",
    "Fourteen safeguarding enquiries are open.",
    "Contract: Suspended; Since: 3 June 2019",
    "Medicines were given late and nobody had noticed.",
)
CATALOGUE = {
    "services named": [
        file(body(paragraph(f"We visited {EXEMPT_NAMES[0]}."))),
        file(body('<w:drawing><wp:docPr xmlns:wp="x" id="1" descr="' + EXEMPT_NAMES[1] + '"/></w:drawing>')),
        file(zipped({"word/document.xml": "<a/>", "docProps/core.xml": f"<a><b>{EXEMPT_NAMES[0]}</b></a>"})),
        said(f"We visited {EXEMPT_NAMES[0]}."),
    ],
    "people named": [
        said("Thanks go to Ada Example."),
        said("Example, Ada"),
        file(body(paragraph("Ada Example"))),
    ],
    "addresses told": [
        said("Write to someone.there@example.org."),
        said("Ring 0115 4960123."),
        said("Ring +44 (0)115 496 0123"),
    ],
    "refusals told": [said("The claim of Quixotic Care was refused.")],
    "named by the file": [
        said(file_name=f"{EXEMPT_NAMES[0].replace(' ', '_')}.docx"),
        said(file_name="Ada Example report.docx"),
    ],
    "exempt sums": [said("It came to £12k.", exempt=EXEMPT)],
    "exempt counts": [said("There are 14 enquiries.", exempt=EXEMPT)],
    "exempt days": [said("It was suspended on 3rd June.", exempt=EXEMPT)],
    "words of the exempt appendix": [
        said("Some medicines were given late and nobody noticed.", exempt=EXEMPT)
    ],
    "words held back": [said("One wrote: the night staff were never asked.")],
    "lists that leave out": [said(*(one.names[0] for one in NURSING if not one.is_exempt))],
    "lists that leave out since the last report": [
        said(*(one.names[0] for one in GONE if one is not GONE[0]))
    ],
    "small counts": [said("One of the two nursing homes in Rushcliffe is suspended.")],
    "small counts in tables": [said(tables=((status_table(("Rushcliffe", 1)), "table 1"),))],
    "small counts left over": [
        said("Three nursing homes are suspended.", "Two nursing homes in Ashfield are suspended.")
    ],
    "what nobody sees": [
        file(zipped({"word/document.xml": "<a/>", "word/comments.xml": "<a/>"})),
        file(body("<w:r><w:rPr><w:vanish/></w:rPr></w:r>")),
    ],
    "marked as exempt": [file(body(paragraph("EXEMPT – NOT FOR PUBLICATION")))],
}
CLEAN = [
    said(
        "As at 31 December 2025 45 services have a contract with the Council. Of these, three are suspended and none "
        "is under an improvement notice.",
        "Two forums were held on 3 June 2025; 14 people from nine providers came, and £500 was paid for the hall.",
        f"Good practice was shared by {PLACES[5].names[0]} and {PLACES[20].names[0]}.",
        "Some information relating to this report is not for publication by virtue of paragraph 3 of Part 1 of "
        "Schedule 12A to the Local Government Act 1972.",
        exempt=EXEMPT,
        file_name="Market management position statement.docx",
    ),
    file(body(paragraph("Nursing homes by rating") + paragraph("Enquiries: 0115 496 0999, care@example.org"))),
]  # fmt: skip
