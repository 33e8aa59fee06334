"""Names that nobody bears: every person, home and provider of the sample county is made of these.

A home's name begins with two words grown together that no map has (Teacupmeadow, Larkthimble); so do the surnames of
people. Nothing of the kind stands in CQC's files.
"""

import random
import unicodedata
from itertools import product

FIRST_HALVES = (
    "Bobbin", "Button", "Candle", "Crumpet", "Dapple", "Doodle", "Example", "Feather", "Fiddle", "Gingham",
    "Jigsaw", "Teaspoon", "Ladle", "Lantern", "Lark", "Marble", "Marmalade", "Mitten", "Nutmeg", "Bumble",
    "Parasol", "Pebble", "Pickle", "Pretend", "Puddle", "Quill", "Ribbon", "Saffron", "Sample", "Satchel",
    "Specimen", "Teacup", "Thimble", "Tinsel", "Toffee", "Treacle", "Truffle", "Velvet", "Whistle", "Wobble",
)  # fmt: skip
SECOND_HALVES = (
    "bridge", "brook", "combe", "croft", "dale", "fold", "gate", "glade", "hollow", "hurst", "lea", "meadow",
    "mere", "moor", "orchard", "ridge", "spinney", "stile", "thicket", "thorpe", "vale", "wharf", "wick", "wood",
)  # fmt: skip
SURNAME_ENDINGS = ("by", "ley", "man", "smith", "son", "ton", "worth")
GIVEN_NAMES = (
    "Adaeze", "Agnieszka", "Alan", "Amina", "Andrew", "Beth", "Bronwen", "Callum", "Carys", "Chidi", "Daniel",
    "Deepa", "Dorota", "Eleanor", "Emeka", "Farah", "Fiona", "Gareth", "Grace", "Hannah", "Imran", "Ines", "Ivan",
    "Jamila", "Jasper", "Joanne", "Kamal", "Keisha", "Leila", "Lorna", "Marcin", "Maya", "Mei", "Nadia", "Nigel",
    "Olu", "Owen", "Priya", "Quentin", "Rafael", "Rosa", "Sanjay", "Siân", "Tariq", "Tessa", "Una", "Victor",
    "Wendy", "Yusuf", "Zoë",
)  # fmt: skip
BRANDS = (
    "Larkmeadow Care", "Example Homes", "Sample Living", "Specimen Healthcare", "Pretend Care Group",
    "Teacup Residential", "Marmalade House Group", "Quillwick Homecare", "Lanternthorpe Homes", "Thimble & Bobbin Care",
    "Puddlevale Support", "Saffronmere Care", "Bumblebridge Group", "Whistlewood Homes", "Ribbonlea Care",
    "Nutmeg Supported Living", "Gingham Care Partners", "Pebblehurst Homes", "Trufflegate Care", "Velvetcroft Living",
    "Teaspoon Homecare", "Satchel Care Trust", "Fiddlestile Homes", "Wobbledale Care",
)  # fmt: skip


def invented(name: str) -> bool:
    """Whether a name says by itself that it is made up."""
    return any(half in name for half in FIRST_HALVES)


class Names:
    """Draws names without repeating one."""

    def __init__(self, rnd: random.Random) -> None:
        self._stems = [first + second for first, second in product(FIRST_HALVES, SECOND_HALVES)]
        surnames = [first + ending for first, ending in product(FIRST_HALVES, SURNAME_ENDINGS)]
        self._people = [f"{given} {surname}" for given, surname in product(GIVEN_NAMES, surnames)]
        rnd.shuffle(self._stems)
        rnd.shuffle(self._people)
        self._number = 0
        self._telephones = 0

    def stem(self) -> str:
        """Teacupmeadow: the next of nine hundred, then the first again."""
        self._number += 1
        return self._stems[(self._number - 1) % len(self._stems)]

    def person(self) -> str:
        """Amina Larkson."""
        return self._people.pop()

    def telephone(self) -> str:
        """A number of the range that Ofcom keeps for drama: nobody answers there."""
        self._telephones += 1
        return f"01632 960{self._telephones % 1000:03}"


def email(person: str) -> str:
    """An address at example.org, which belongs to nobody."""
    plain = unicodedata.normalize("NFKD", person.casefold())
    letters = "".join(one if one.isalpha() else "." for one in plain if not unicodedata.combining(one))
    return f"{letters}@example.org"
