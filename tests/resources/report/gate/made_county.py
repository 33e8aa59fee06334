"""A small county as the gate sees it: services by kind and district, of which some are exempt."""

from resources.report.document_text import Passage
from resources.report.exempt_names import ExemptTerm
from resources.report.gate.known import Known, Looked, Place, ScopeWords

SIZES = {
    ("nursing_home", "Ashfield"): 6,
    ("nursing_home", "Rushcliffe"): 2,
    ("residential_home", "Ashfield"): 9,
    ("residential_home", "Rushcliffe"): 8,
    ("residential_home", "Gedling"): 7,
    ("extra_care", "Gedling"): 1,
    ("home_care", "Ashfield"): 12,
}
EXEMPT = {("nursing_home", "Rushcliffe", 0), ("nursing_home", "Ashfield", 0), ("home_care", "Ashfield", 0)}
_STEMS = ("Quill", "Thistle", "Lark", "Wobble", "Treacle", "Gingham", "Velvet", "Saffron", "Nutmeg", "Bobbin")
_ENDS = ("mere", "down", "wick", "thorpe", "combe", "spinney", "glade", "hurst", "lea", "stile")
SCOPES = ScopeWords(
    kinds={
        "nursing_home": ("Nursing home", "nursing homes", "care home", "care homes"),
        "residential_home": ("Residential home", "residential homes", "care home", "care homes"),
        "home_care": ("Home care", "home care agency", "home care agencies", "domiciliary care"),
        "extra_care": ("Extra care",),
    },
    districts={one: (one,) for one in ("Ashfield", "Rushcliffe", "Gedling")},
    ratings={"outstanding": ("Outstanding",), "good": ("Good",)},
)


def places():
    """45 services of invented names, three of them exempt."""
    found = []
    for (kind, district), size in SIZES.items():
        for number in range(size):
            at = len(found)
            name = f"{_STEMS[at % 10]}{_ENDS[(at // 10 + at) % 10]} {'Lodge' if at % 2 else 'House'}"
            exempt = (kind, district, number) in EXEMPT
            found.append(
                Place(
                    id=f"s{at}", names=(name,), kind=kind, district=district,
                    provider=f"{_STEMS[at % 10]}field Care Ltd",
                    rating="outstanding" if at % 9 == 0 else "good", is_exempt=exempt,
                    is_under="suspended" if exempt else "",
                    towns=frozenset({"Ollerton" if at in (2, 20) else "Kirkby"}), beds=62 if at == 2 else 40,
                )
            )  # fmt: skip
    return tuple(found)


PLACES = places()
EXEMPT_NAMES = tuple(one.names[0] for one in PLACES if one.is_exempt)
TERMS = tuple(ExemptTerm(name, "contract suspended", (name.split()[0].casefold(),)) for name in EXEMPT_NAMES)
KNOWN = Known(
    services=TERMS,
    people=tuple(
        ExemptTerm(name, "somebody at a provider", telling=()) for name in ("Ada Example", "Bo Sample-Person")
    ),
    public_names=frozenset(one.names[0] for one in PLACES if not one.is_exempt),
    places=PLACES,
    scopes=SCOPES,
)


def said(*texts, exempt=(), made=(), tables=(), **more):
    """What is looked at, of paragraphs of text."""
    passages = tuple(Passage(text, f"paragraph {number}") for number, text in enumerate(texts, 1))
    return Looked(
        said=passages,
        exempt=tuple(Passage(text, "exempt") for text in exempt),
        made=tuple(Passage(text, "") for text in made),
        tables=tables,
        **more,
    )
