"""Whom a text names by a word of a name, however it is written: 'the manager fenwick', 'quill mere', 'Blue Fen'.

The search of public documents asks for capitals where one word stands for a whole name. What people wrote for
themselves seldom has them, so here the words are compared folded, and those of a text that stand side by side also as
one. A word that is ordinary tells nobody.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from engagement.register import exempt_words
from engagement.register.contracts import fixed_labels
from engagement.register.names import other_names
from resources.database import Database
from resources.report.exempt_names import GENERIC_WORDS, PLACE_WORDS, Standing, standing, words_of
from resources.report.letters import clean, outline, words
from resources.report.ordinary_words import BUILDING_WORDS, ORDINARY_WORDS, WORK_WORDS

SHORTEST = 3
"""Letters of a word that is looked for alone."""
SHORTEST_DIVIDED = 6
"""Letters of a word that is looked for in two or three words of a text, or of two words of a name in one."""
LONG_ENOUGH_FOR_S = 4
"""Letters that a word has more of, whose last s may be a possessive or a plural of a name."""
_ALSO_WORDS = """
    acorn amber angel angels apple apples art ash aspen autumn baker barber beech beeches bell bells bill
    birch bird birds bliss bloom blossom bond boots bramble bridges bright brook brown bush busy butler
    butterfly carpenter cash cedar chase cherish cherry chestnut christian classic clay cliff coast cook
    cooper copper coral cosmos creek crystal dale dawn dean dolly dove drake dream dreams drew eagle earl edge
    elder elite emerald empathy empower eve faith falls farmer fern fir fisher flower flowers ford foremost
    forest fountain fox frank fresh gale gay gem gene genesis gift gill glen glow golden grace grant grey guy
    hale hallmark harbour harmony harper haven hazel hearth hearts heath heather hero heroes holly honey hope
    horizon horizons hunt hunter imperial inspired iris island ivy jack jade joy jubilee justice kay kindness
    king knight lake lakes lamb larch lark law leaf legacy lighthouse lily lime limes lion love magic magnum
    major maple marine marsh mason meadow meadows melody mercury mercy merit merry mike miles miller mint
    mirror moody moon moore morning mosaic moss mountain nest noble noon oak oaks oasis ocean olive orange
    orchard orchid panda paradise parker parks pat pathfinder patience peace peach pearl penny pepper phoenix
    pine pines pioneer piper platinum plum polish poplar poppy porter pretty price pride primrose prince prior
    promenade rainbow rainbows ray reed rich river rivers rob robin robust rod rose roses royal ruby rush sail
    sands sandy sapphire savage scarlet serene serenity sharp sharpe shepherd shore silver singer skip sky
    skye smart smiles snow sparkle spencer spirit splendid stern stone stones stream strong sue summer summers
    sun sunny sunrise sunset sunshine supreme swift tanner taylor tender terry tide tides tiny tranquil
    treetops trinity tucker tulip turner unique unity valley van victor victory violet vista vogue voyage wade
    walker wall warden waters wave waves weaver weeks wheat whitehouse wildflower willow willows wind wings
    wise wolf wonder wood woodland woodlands woods worth zen zenith zest
"""
_ORDINARY = ORDINARY_WORDS | WORK_WORDS
_ENGLISH = frozenset(_ALSO_WORDS.split())
"""Names that are words of every day without their capital ('a pay rose'); with it the other search finds them."""


@dataclass(frozen=True)
class Named:
    """A word or words of a text, and whose name holds them."""

    written: str
    name: str
    is_person: bool


class NameWords:
    """The telling words of the names of the register, and of `also`: other names of services."""

    def __init__(self, db: Database, also: Iterable[str] = (), *, ordinary: Iterable[str] = ()) -> None:
        self._ordinary = frozenset(ordinary)
        self._held: dict[str, tuple[str, bool]] = {}
        self._organisations(db, also)
        for (name,) in db.rows(PEOPLE):
            self._person(name or "")

    def _organisations(self, db: Database, also: Iterable[str]) -> None:
        known = exempt_words.known_words(db, (), fixed_labels(db))
        bearers = _bearers(db)
        for word, (name, of) in bearers.items():
            if (
                len(of) == 1
                and word not in _ENGLISH | WORK_WORDS
                and standing(word, known) is Standing.TELLING
            ):
                self._keep(word, name, False)
        for name in (*_names(db), *also):
            self._together(name)
        for name in also:
            for word in words_of(name):
                if (
                    word not in bearers
                    and word not in _ENGLISH | WORK_WORDS
                    and standing(word, known) is Standing.TELLING
                ):
                    self._keep(word, name, False)

    def _person(self, name: str) -> None:
        for word in words_of(name):
            if word.isalpha() and word not in _ORDINARY | PLACE_WORDS | _ENGLISH:
                self._keep(word, name, True)

    def _together(self, name: str) -> None:
        """Two words of a name written as one: 'bluefen' of Blue Fen."""
        own = [word.folded for word in words(clean(name))]
        for one, other in pairwise(own):
            both = f"{one}{other}"
            if (
                len(both) >= SHORTEST_DIVIDED
                and not {one, other} & (GENERIC_WORDS | PLACE_WORDS)
                and _tell({one, other})
            ):
                self._keep(both, name, False)

    def _keep(self, word: str, name: str, is_person: bool) -> None:
        if len(word) >= SHORTEST and word not in self._ordinary:
            self._held.setdefault(outline(word), (name, is_person))

    def named_in(self, text: str) -> Iterator[Named]:
        """In the order of the text."""
        cleaned = clean(text)
        held = list(words(cleaned))
        for place, word in enumerate(held):
            for letters in dict.fromkeys((word.folded, word.owner, _one_of_several(word.folded))):
                yield from self._found(letters, cleaned[word.start : word.end])
            for until in (place + 2, place + 3):
                some = held[place:until]
                if len(some) != until - place:
                    continue
                letters = "".join(one.folded for one in some)
                if len(letters) >= SHORTEST_DIVIDED:
                    yield from self._found(letters, cleaned[word.start : some[-1].end])

    def _found(self, letters: str, written: str) -> Iterator[Named]:
        found = self._held.get(outline(letters))
        if found is not None:
            yield Named(written, *found)


def _tell(both: set[str]) -> bool:
    """Whether two words together are more than a turn of speech: 'golden years' is one, 'rose cottage' is none."""
    left = both - _ORDINARY
    return bool(left - _ENGLISH) or bool(left and both & BUILDING_WORDS)


def _one_of_several(word: str) -> str:
    """'vosper' of 'vospers', whose apostrophe was left out; an ordinary word stays as it is."""
    is_several = len(word) > LONG_ENOUGH_FOR_S and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if is_several and word not in _ORDINARY else word


def _names(db: Database) -> Iterator[str]:
    for name, others in db.rows("select name, also_known_as from service"):
        yield from (name, *other_names(others))
    yield from (name for (name,) in db.rows("select name from provider union select brand from provider"))


def _bearers(db: Database) -> dict[str, tuple[str, set[str]]]:
    """For each word of names of services and providers one name that holds it, and whose providers they are.

    A word that all homes of one provider bear still tells whom it means.
    """
    found: dict[str, tuple[str, set[str]]] = {}
    rows = db.rows(
        """select provider_id, name, also_known_as from service union all select id, name, '' from provider
        union all select id, brand, '' from provider where brand <> ''"""
    )
    for provider, name, others in rows:
        for one in (name, *other_names(others)):
            for word in words_of(one):
                found.setdefault(word, (one, set()))[1].add(str(provider))
    return found


PEOPLE = """select name from contact union select registered_manager from service
    union select portfolio_officer from service"""
"""Everybody whose name the register holds."""
