"""Names in every form, hidden; words that are no names, left; and what may be either, looked at."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.judging.blind.hiding import capitals_left, hide
from awards.judging.blind.names import (
    Names,
    Stand,
    address_forms,
    all_names,
    email_forms,
    hidden_forms,
    home_forms,
    person_forms,
)
from awards.judging.blind.searching import names_left

ADA = all_names(
    person_forms("Adaline Example", Stand.NOMINEE, also="Addie; Queen Bee"),
    person_forms("Mr Theo O’Specimen-Smith", Stand.NOMINATOR),
    home_forms("Rosewood House Nursing Home Ltd"),
    address_forms("12 Sample Street, Kirkby-in-Ashfield", "Ashfield", "NG17 7QP"),
    person_forms("Wren Manager", Stand.PERSON),
    hidden_forms("the blue door; Bees of Brinsley"),
)
GRACE = all_names(person_forms("Grace Hope", Stand.NOMINEE), home_forms("The Elms"), home_forms("Oak Grange"))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Adaline Example", "[the nominee]"),
        ("ADALINE EXAMPLE", "[the nominee]"),
        ("adaline", "[the nominee]"),
        ("Adaline’s", "[the nominee]'s"),
        ("Adalines", "[the nominee]"),
        ("Example, Adaline", "[the nominee]"),
        ("Mrs Example", "[the nominee]"),
        ("Mrs. Example’s", "[the nominee]'s"),
        ("A. Example", "[the nominee]"),
        ("A Example", "[the nominee]"),
        ("A.E.", "[the nominee]."),
        ("AE", "[the nominee]"),
        ("Adaline E", "[the nominee]"),
        ("Addie", "[the nominee]"),
        ("Addie Example", "[the nominee]"),
        ("Queen Bee", "[the nominee]"),
        ("AdalineExample", "[the nominee]"),
        ("Ada-line", "[the nominee]"),
        ("Adálíne", "[the nominee]"),
        ("Ada\u200bline", "[the nominee]"),
        ("Аdaline", "[the nominee]"),  # noqa: RUF001 - the first letter is Cyrillic
        ("Adalyne", "[the nominee]"),
        ("the Examples", "[the nominee]"),
        ("Theo", "[the nominator]"),
        ("Mr O'Specimen Smith", "[the nominator]"),
        ("Theo OSpecimen-Smith", "[the nominator]"),
        ("T.O.S.", "[the nominator]."),
        ("Rosewood House Nursing Home", "[the home]"),
        ("rosewood house", "[the home]"),
        ("Rosewood", "[the home]"),
        ("Rosewood’s", "[the home]'s"),
        ("Rose wood House", "[the home]"),
        ("Rosewood Hse", "[the home]"),
        ("RHNH", "[the home]"),
        ("12 Sample Street", "[a place]"),
        ("Kirkby in Ashfield", "[a place]"),
        ("Kirkby", "[a place]"),
        ("NG17 7QP", "[an address]"),
        ("ng177qp", "[an address]"),
        ("0115 496 0000", "[an address]"),
        ("(0115) 496-0000", "[an address]"),
        ("+44 115 4960000", "[an address]"),
        ("01/02/2026", "01/02/2026"),
        ("ada@rosewood.example.org", "[an address]"),
        ("www.rosewood-example.co.uk/team", "[an address]"),
        ("@adaexample", "[an address]"),
        ("Wren", "[a person]"),
        ("the blue door", "[hidden]"),
        ("Ada-\nline", "[the nominee]"),
        ("Exam-\nple", "[the nominee]"),
        ("TeamAdaline", "Team[the nominee]"),
        ("teamadaline", "[the nominee]"),
        ("#AdalineRocks", "[hidden]"),
        ("Adaline84", "[the nominee]84"),
        ("RH", "[the home]"),
        ("R.H.N.H.", "[the home]."),
        ("12 Sample St", "[a place]"),
        ("07700.900123", "[an address]"),
        ("00447700900123", "[an address]"),
        ("01.02.2026 10.30", "01.02.2026 10.30"),
        ("Bees of Brinsley", "[hidden]"),
    ],
)
def test_every_way_of_writing_it(written: str, read: str) -> None:
    assert hide(f"We met {written} one day", ADA).text == f"We met {read} one day"


@pytest.mark.parametrize(
    "plain", ["She made an exam plan", "A house by the road", "They are at home", "the adage"]
)
def test_other_words_stay(plain: str) -> None:
    assert hide(plain, ADA).text == plain


def test_a_name_that_is_an_ordinary_word_is_hidden_in_capitals_and_looked_at() -> None:
    found = hide("With grace and hope she came. Grace sang; Hope’s choir followed. Elms grew.", GRACE)
    assert found.text == (
        "With grace and hope she came. [the nominee] sang; [the nominee]'s choir followed. [the home] grew."
    )
    assert [(one.word, one.nth, one.hidden) for one in found.doubtful] == [
        ("grace", 1, False), ("hope", 1, False), ("grace", 2, True), ("hope", 2, True),
    ]  # fmt: skip


def test_within_a_sentence_a_capital_tells_a_name_unless_it_is_a_month_or_a_building() -> None:
    found = hide("Ask Grace in the Grange.", GRACE)
    assert found.text == "Ask [the nominee] in [the home]."
    assert [one.written for one in found.doubtful] == ["Grange"]
    may = hide("She came in May.", all_names(person_forms("May Marbley", Stand.NOMINEE)))
    assert [(one.written, one.hidden) for one in may.doubtful] == [("May", True)]


def test_where_a_doubtful_word_stands_is_shown_without_other_names() -> None:
    found = hide("Grace and Hope Elms sang. Hope won, and Oak Grange laughed.", GRACE)
    (one, *_) = (each for each in found.doubtful if each.written == "Hope")
    assert found.around(one) == "… and [the nominee] [the home] sang. Hope won, and [the home] laughed. …"


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        ("Mary-Jane Lopez", "MJ and M.J. and MJL", "[the nominee] and [the nominee]. and [the nominee]"),
        ("Jean-Luc Pickard", "JL, J. L. Pickard", "[the nominee]"),
        ("Иван Петров", "ИВАН ПЕТРОВ, иван", "[the nominee]"),
        ("Nguyen Thi Hoa", "this is why", "this is why"),
        ("Jane Doe", "Does she? She does.", "Does she? She does."),
        ("Les Marbley", "less", "less"),
        ("Jane Doe", "Meet the Does.", "Meet [the nominee]."),
        ("Adamina Sty", "the stys", "[the nominee]"),
    ],
)
def test_names_that_are_written_otherwise(name: str, written: str, read: str) -> None:
    assert hide(written, all_names(person_forms(name, Stand.NOMINEE))).text == read


def test_an_ordinary_word_that_a_name_with_an_s_looks_like_can_be_let_stand() -> None:
    names = all_names(person_forms("Jane Doe", Stand.NOMINEE))
    (one,) = hide("Meet the Does.", names).doubtful
    assert (one.word, one.nth) == ("does", 1)
    assert hide("Meet the Does.", names, {("does", 1): False}).text == "Meet the Does."


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("St Mary's Hope House Care Home", "StMarys"),
        ("St Mary's Hope House Care Home", "SMHH"),
        ("Ash Lea Court", "A.L.C"),
        ("Hope House", "hope house"),
        ("Home Instead", "home instead"),
        ("Elm Tree Avenue", "Elm Tree Ave"),
    ],
)
def test_homes_that_are_written_otherwise(name: str, written: str) -> None:
    assert (
        hide(f"We met at {written} one day", all_names(home_forms(name))).text
        == "We met at [the home] one day"
    )


def test_a_stranger_is_hidden_by_one_name_too() -> None:
    found = hide(
        "She fed Lakshmi Pebbleley. Lakshmi’s dog liked Adaline, and so did Mr Pebbleley.", ADA, known=()
    )
    assert found.text == "She fed [a person]. [a person]'s dog liked [the nominee], and so did [a person]."
    assert hide("She fed Lakshmi Pebbleley.", ADA).text == "She fed Lakshmi Pebbleley."


def test_a_doubtful_word_is_numbered_by_the_text_whatever_else_is_a_name() -> None:
    text = "Grace sang. Grace Hope sang, and Grace."
    assert next((one.word, one.nth) for one in hide(text, GRACE).doubtful) == ("grace", 1)
    once = hide("Grace won. Grace left.", all_names(GRACE.forms, hidden_forms("Grace won")))
    assert [(one.word, one.nth) for one in once.doubtful] == [("grace", 2)]


def test_a_team_called_by_ordinary_words_is_hidden_and_looked_at() -> None:
    team = all_names(home_forms("The weekend team", Stand.NOMINEE))
    found = hide("The weekend team sings. At the weekend a team sang. Ask the weekend team.", team)
    assert found.text == "[the nominee] sings. At the weekend a team sang. Ask [the nominee]."
    assert [one.word for one in found.doubtful if one.hidden] == ["the weekend team"] * 2


def test_a_person_decides_of_each_place() -> None:
    text = "Grace is what we need. Grace came."
    assert hide(text, GRACE).text == "[the nominee] is what we need. [the nominee] came."
    assert hide(text, GRACE, {("grace", 1): False}).text == "Grace is what we need. [the nominee] came."
    assert hide("grace came", GRACE, {("grace", 1): True}).text == "[the nominee] came"


def test_a_text_without_capitals_hides_ordinary_words_too() -> None:
    assert hide("grace was there", GRACE).text == "[the nominee] was there"


def test_lines_stay_lines_and_a_name_is_not_hidden_twice() -> None:
    assert hide("Adaline\n\nAdaline (Addie) Example came.", ADA).text == (
        "[the nominee]\n\n[the nominee] ([the nominee]) [the nominee] came."
    )
    assert hide("Adaline Addie came.", ADA).text == "[the nominee] came."


def test_hiding_twice_is_hiding_once() -> None:
    once = hide("Adaline at Rosewood House, the home in Kirkby; the nominee, a person", ADA).text
    assert hide(once, ADA).text == once


@given(st.text(alphabet=st.sampled_from("Adaline Example Rosewood 'sS.,\n-"), max_size=200))
def test_nothing_is_ever_left_to_hide(text: str) -> None:
    once = hide(text, ADA)
    again = hide(once.text, ADA)
    assert [one.written for one in again.occurrences if one.hidden and not one.is_doubtful] == []


def test_capitals_that_nothing_explains_are_listed() -> None:
    left = capitals_left("On Monday [the nominee] took Doris and Wilf to CQC. Everybody sang. Brinsley!")
    assert left == ["Doris", "Wilf"]


def test_a_long_statement_takes_no_time() -> None:
    text = " ".join(["Adaline walked with grace to the village and everybody sang."] * 2000)
    assert "Adaline" not in hide(text, ADA).text


# --- two hundred statements -----------------------------------------------------------------------------------

_FIRST = (
    "Adaline",
    "Beatrix",
    "Siobhán",
    "Grace",
    "Will",
    "May",
    "Mary-Jane",
    "Oluwaseun",
    "Jo",
    "Zbigniew",
    "Ibrahim",
)
_LAST = (
    "Example",
    "Specimen",
    "O’Placeholder",
    "Teacup-Thimble",
    "van der Sample",
    "Marbley",
    "Good",
    "Pickleson",
)
_NICK = ("Addie", "Bibi", "Shiv", "Gracie", "Sunny", "Mags", "MJ", "Seun", "Jojo", "Zbig", "Ibby")
_HOMES = (
    "Rosewood House", "The Elms Care Home", "Quillmere Lodge Nursing Home", "St Sample’s Court", "Hazel Home Care Ltd",
    "Old Vicarage Residential Home",
)  # fmt: skip
_TOWNS = ("Kirkby-in-Ashfield", "Eastwood", "Arnold", "Hucknall")
_SENTENCES = (
    "{name} came to {home} in {town} six years ago.", "Everybody knows {name}{s} patience.",
    "It was {name} who rang us.",
    "My thanks go to {name} and all at {home}!", "“{name},” Mum says, “is the best of {home}.”",
    "Without {name} {home} would not be the same.", "I write as a neighbour: {nominator}.", "Yours, {nominator}",
    "Ring me on {phone} or write to {email}.", "When {name} ({nick}) sings, the whole of {town} listens.",
    "For example, the staff at {home} learnt it from {name}.", "{NAME} IS A STAR",
    "We asked {home}{s} manager, {manager}.",
    "We all love {broken}.", "#Team{glued} and Team{glued}!", "{double} rang {local}.", "at {small} they sing",
    "{initials} never once forgot.", "{name} may be small, but the will is there.",
)  # fmt: skip


class Written:
    """A statement with names in many forms, and the words that may not be left of it."""

    def __init__(self, chance: random.Random) -> None:
        place = chance.randrange(len(_FIRST))
        self.first, self.nick, self.last = _FIRST[place], _NICK[place], chance.choice(_LAST)
        self.home, self.town = chance.choice(_HOMES), chance.choice(_TOWNS)
        self.nominator = (
            f"{chance.choice(('Theo', 'Ulrike', 'Rose'))} {chance.choice(('Satchel', 'Wobbleton'))}"
        )
        self.manager = f"{chance.choice(('Caleb', 'Faith'))} Nutmegson"
        self.email = (
            f"robin.{chance.choice(('nightingaleson', 'wrenthimble'))}{chance.randrange(90)}@example.org"
        )
        self.text = "\n".join(self._sentence(chance) for _ in range(12))

    def _sentence(self, chance: random.Random) -> str:
        first, last, own = self.first, self.last, chance.choice(("’s", "'s", "s’"))
        forms = [
            f"{first} {last}", first, f"Mrs {last}", f"{first[0]}. {last}", f"{last}, {first}", self.nick,
            f"{self.nick} {last}", first.upper(), f"{first}  {last}", f"{first[0]} {last}",
        ]  # fmt: skip
        short = self.home.removesuffix(" Ltd")
        for ending in (" Nursing Home", " Residential Home", " Care Home", " Home Care"):
            short = short.removesuffix(ending)
        homes = [self.home, short, short.removeprefix("The "), self.home.upper()]
        return chance.choice(_SENTENCES).format(
            name=chance.choice(forms), NAME=f"{first} {last}".upper(), nick=self.nick, home=chance.choice(homes), s=own,
            town=self.town, phone="0115 496 0123", email="ulrike.satchel@example.org", manager=self.manager,
            nominator=chance.choice((self.nominator, self.nominator.split()[0], self.nominator.split()[1])),
            initials=f"{first[0]}{last[0].upper()}", broken=_broken(chance, chance.choice((first, last))),
            glued=re.sub(r"\W", "", first), local=self.email.split("@")[0].split(".")[1].title(),
            small=short.removeprefix("The ").lower() if " " in short.removeprefix("The ") else short,
            double="".join(part[0] for part in re.split(r"[\s-]", f"{first} {last}")).upper(),
        )  # fmt: skip

    @property
    def names(self) -> Names:
        """As the file knows them."""
        return all_names(
            person_forms(f"{self.first} {self.last}", Stand.NOMINEE, also=self.nick),
            person_forms(self.nominator, Stand.NOMINATOR),
            email_forms(self.email, Stand.NOMINATOR),
            home_forms(self.home),
            address_forms(f"1 Sample Road, {self.town}", "Ashfield", "NG17 7QP"),
            person_forms(self.manager, Stand.PERSON),
        )

    def left(self, blind: str) -> list[str]:
        """What is left, found by plain searching: parts of names, in capitals where they are ordinary words too."""
        parts = [
            *re.split(r"[\s-]", f"{self.first} {self.last} {self.nick} {self.nominator} {self.manager} {self.town}"),
            *self.home.split(), "0115", "@example", "Nightingaleson", "Wrenthimble",
            "".join(part[0] for part in re.split(r"[\s-]", f"{self.first} {self.last}")).upper(),
        ]  # fmt: skip
        usual = {
            "Home",
            "Care",
            "Ltd",
            "House",
            "Court",
            "Nursing",
            "Residential",
            "The",
            "van",
            "der",
            "in",
            "Old",
        }
        plain = re.sub(r"\[[a-z ]+\]", "", blind).replace("’", "'").replace("-\n", "")
        told = [re.escape(part.replace("’", "'")) for part in parts if part not in usual]
        return [part for part in told if re.search(rf"(?<!\w){part}", plain)]


def _broken(chance: random.Random, name: str) -> str:
    """The name broken at the end of a line."""
    place = chance.randrange(2, max(3, len(name) - 1))
    return name if not name.isalpha() else f"{name[:place]}-\n{name[place:]}"


def test_two_hundred_statements_name_nobody() -> None:
    chance = random.Random("two hundred statements")
    for number in range(200):
        one = Written(chance)
        blind = hide(one.text, one.names).text
        assert names_left(blind, one.names) == [], f"statement {number}: {one.text}\n---\n{blind}"
        assert one.left(blind) == [], f"statement {number}: {one.text}\n---\n{blind}"
