"""For each check of the gate documents that it alone catches."""

from dataclasses import replace

from resources.report.document_text import Passage, parts_of, passages
from resources.report.exempt_names import ExemptTerm, Spelling
from resources.report.gate.known import Clue, Earlier, HeldBack, Known, Looked, PersonName
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
        ExemptTerm(
            "Grace Park",
            "somebody at a provider",
            telling=(),
            spellings=(Spelling("Park Grace"),),
            is_person=True,
        ),
    ),
    officers=(ExemptTerm("Flo Pretendham", "somebody at a provider", telling=(), is_person=True),),
    officers_lines=frozenset({"for enquiries ask flo pretendham"}),
    persons=(PersonName("Gus Pretendley", "somebody at a provider", ("Gus",), ("Pretendley",)),),
    clues=(
        Clue(("1-9800000001",), "CQC number", is_code=True),
        Clue(("NG99 9ZZ",), "postcode", is_code=True),
        Clue(("+44 115 496 0777",), "telephone", is_code=True),
        Clue(("139 Imaginary Way",), "address"),
        Clue(("Inventson, Cy", "Cy Inventson"), "registered manager"),
        Clue(("Larkmeadow Care Ltd", "Larkmeadow Care"), "provider"),
    ),
    refused=(ExemptTerm("Quixotic Care", "a provider whose claim was refused", telling=("quixotic",)),),
    addresses=frozenset({"someone.there@example.org", "0115 496 0123"}),
    public_names=KNOWN.public_names - set(LATELY.names),
    held_back=(HeldBack("The night staff were never asked about any of it.", "a comment in confidence"),),
    places=tuple(LATELY if one.id == LATELY.id else one for one in PLACES),
    scopes=KNOWN.scopes,
    earlier=(Earlier("September", tuple(Passage(one.names[0], "paragraph 3") for one in GONE)),),
)


EXEMPT_STEM = EXEMPT_NAMES[0].split()[0]
SLIP = f"{EXEMPT_STEM[:3]}{EXEMPT_STEM[4:]}"
SIGNED = EXEMPT_STEM.replace("l", "|")


def png(*more):
    """A picture as the program writes it, and more chunks before its end."""
    kinds = (b"IHDR", b"IDAT", b"tEXt", *more, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(bytes(4) + kind + bytes(4) for kind in kinds)


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
    "services told by something else": [
        said("The contract of 1-98000 00001 is suspended."),
        said("The home at NG99 9ZZ is suspended."),
        said("It is at NG999ZZ. It was suspended in May."),
        said("139 Imaginary Way, Arnold, is suspended."),
        said("Cy Inventson’s home is under an improvement notice."),
        said("Larkmeadow Care is suspended."),
        said("Placements were stopped at the home of 0115 496 0777."),
    ],
    "services named with a slip": [
        said(f"{SLIP} House is suspended."),
        said(f"{SLIP.lower()} has had placements stopped."),
        said(f"{EXEMPT_STEM[0]}. House is suspended."),
        said(f"{SIGNED} House is suspended."),
    ],
    "people named": [
        said("Thanks go to Ada Example."),
        said("Example, Ada"),
        file(body(paragraph("Ada Example"))),
        Looked(said=(Passage("Ada", "table 1, row 1"), Passage("Example", "table 1, row 1"))),
        said("Flo Pretendham complained."),
        said("Grace Park came."),
    ],
    "people named in short": [
        said("Mrs Pretendley said so."),
        said("G. Pretendley"),
        said("Pretendley, G., came"),
        said("Gus M. Pretendley"),
        said("Gus and Imran Pretendley’s home"),
    ],
    "names in code": [said("&#65;da Example"), said("%41da Example")],
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
        file(body(paragraph("before \u202eerofeb"))),
        file(zipped({"word/document.xml": "<a/>", "word/media/image1.png": png(b"iTXt")})),
        file(zipped({"word/document.xml": "<a/>", "word/media/image1.png": png() + b"more"})),
    ],
    "marked as exempt": [file(body(paragraph("EXEMPT – NOT FOR PUBLICATION")))],
}
CLEAN = [
    said(
        "As at 31 December 2025 45 services have a contract with the Council. Of these, three are suspended and none "
        "is under an improvement notice.",
        "Two forums were held on 3 June 2025; 14 people from nine providers came, and £500 was paid for the hall.",
        "Grace, park and garden were admired. In grace park wardens came. Councillor Grace Park came.",
        "For enquiries ask Flo Pretendham",
        "Larkmeadow Care came to three forums. Visiting was suspended in one home of Larkmeadow Care.",
        f"Good practice was shared by {PLACES[5].names[0]} and {PLACES[20].names[0]}.",
        "Some information relating to this report is not for publication by virtue of paragraph 3 of Part 1 of "
        "Schedule 12A to the Local Government Act 1972.",
        exempt=EXEMPT,
        file_name="Market management position statement.docx",
    ),
    file(zipped({"word/document.xml": "<a/>", "word/media/image1.png": png()})),
    file(body(paragraph("Nursing homes by rating") + paragraph("Enquiries: 0115 496 0999, care@example.org"))),
]  # fmt: skip
