"""Lists that tell by what they leave out: “three are suspended” beside the names of all the others.

A reader can name every service of a kind in a district (CQC publishes them), and who stood in the report before. Where
nearly all of them are named somewhere in the public document, in one table or over several, and few but the exempt ones
are missing, who reads it knows which those are.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from resources.report.document_text import Passage
from resources.report.exempt_names import PLACE_WORDS, Form, Writing
from resources.report.gate.known import Earlier, Known, Looked, Place, leak
from resources.report.gate.sentences import singular
from resources.report.leak_gate import Leak, SearchText
from resources.report.letters import clean, words
from resources.report.ordinary_words import ORDINARY_WORDS
from resources.wording import and_list

FEWEST_NAMED = 4
"""Of fewer names nobody takes a list for a whole one."""
SHORTEST_ALONE = 5
"""Letters of a word by which one service is known."""
NEARLY_ALL = Fraction(2, 3)
"""From which share on a list is taken for a whole one."""


@dataclass(frozen=True)
class Population:
    """Members that a reader can list for themselves; `exempt` are those of which something is not for publication."""

    name: str
    members: frozenset[str]
    exempt: frozenset[str]


def exempt_left_out(population: Population, named: Iterable[str]) -> frozenset[str]:
    """The exempt members that a list gives away by leaving them out; none where it tells nothing."""
    listed = population.members & set(named)
    missing = population.members - listed
    given_away = population.exempt & missing
    whole = len(listed) >= FEWEST_NAMED and len(listed) >= NEARLY_ALL * len(population.members)
    return given_away if whole and 2 * len(given_away) >= len(missing) else frozenset()


def left_out_of_lists(looked: Looked, known: Known) -> Iterator[Leak]:
    """Services and providers that are the ones missing where nearly all others are named."""
    yield from _left_out(looked, known, populations(known.places))


def left_out_since_before(looked: Looked, known: Known) -> Iterator[Leak]:
    """Those that a report issued before named among the others, and that this one leaves out."""
    exempt, alone = frozenset(one.id for one in known.exempt_places), _alone(known.places)
    some = []
    for earlier, text in _gone(looked, known):
        stood = frozenset(_standing(text, known.places, alone))
        some.append(Population(f"those that stood in “{earlier.name}”", stood, stood & exempt))
    yield from _left_out(looked, known, some)


def gone_from_a_copy(looked: Looked, known: Known) -> Iterator[Leak]:
    """Services under an exempt status that stood in an earlier copy of this report and stand in it no more."""
    copies = replace(known, earlier=tuple(one for one in known.earlier if one.is_copy))
    alone = _alone(known.places) if copies.earlier else {}
    now = (
        frozenset(_standing(_text_of(looked), copies.exempt_places, alone)) if copies.earlier else frozenset()
    )
    told: set[str] = set()
    for earlier, text in _gone(looked, copies):
        before = _standing(text, copies.exempt_places, alone)
        for one in copies.exempt_places:
            if one.is_under and one.id in before and one.id not in now | told:
                told.add(one.id)
                yield leak(
                    one.names[0],
                    "something of it is exempt",
                    "by being gone: whoever has both copies sees that its name was taken out",
                    Passage(earlier.name, "an earlier copy of this report"),
                )


def _gone(looked: Looked, known: Known) -> Iterator[tuple[Earlier, SearchText]]:
    """The reports issued before in which an exempt service stood that stands in this one no more."""
    if not known.earlier:
        return
    alone = _alone(known.places)
    now = _standing(_text_of(looked), known.exempt_places, alone)
    for earlier in known.earlier:
        text = SearchText(earlier.passages)
        if _standing(text, known.exempt_places, alone).keys() - now.keys():
            yield earlier, text


def populations(places: Iterable[Place]) -> list[Population]:
    """Of all with a contract, each kind, district, kind in a district, rating and kind with it, and the providers."""
    held = [one for one in places if one.has_contract or one.is_exempt]
    ways: tuple[tuple[str, Callable[[Place], tuple[str, ...]]], ...] = (
        ("all services with a contract", lambda one: ("",) if one.has_contract else ()),
        ("all services of one kind", lambda one: (one.kind,)),
        ("all services of one district", lambda one: (one.district,)),
        ("all services of one kind in one district", lambda one: (one.kind, one.district)),
        ("all services with one rating", lambda one: (one.rating,)),
        ("all services of one kind with one rating", lambda one: (one.kind, one.rating)),
    )
    found = []
    for name, way in ways:
        groups: dict[tuple[str, ...], list[Place]] = {}
        for one in held:
            key = way(one)
            if key and ((key == ("",) and name.endswith("contract")) or all(key)):
                groups.setdefault(key, []).append(one)
        for key, some in sorted(groups.items()):
            said = f"{name} ({', '.join(key)})".replace("_", " ") if any(key) else name
            found.append(
                Population(
                    said,
                    frozenset(one.id for one in some),
                    frozenset(one.id for one in some if one.is_exempt),
                )
            )
    return [*found, _providers(held)]


def _providers(held: list[Place]) -> Population:
    exempt = frozenset(f"provider {one.provider}" for one in held if one.is_exempt)
    return Population("all providers", frozenset(f"provider {one.provider}" for one in held), exempt)


def _left_out(looked: Looked, known: Known, some: Iterable[Population]) -> Iterator[Leak]:
    standing = _standing(_text_of(looked), known.places, _alone(known.places))
    names = {one.id: one.names[0] for one in known.places if one.names}
    told: set[str] = set()
    for population in some:
        given_away = exempt_left_out(population, standing) - told
        if not given_away:
            continue
        told |= given_away
        listed = sorted(population.members & set(standing))
        where = Counter(standing[one].partition(", row")[0] for one in listed).most_common(1)[0][0]
        who = and_list(sorted(names.get(one, one.removeprefix("provider ")) for one in given_away))
        count = f"{len(listed)} of {len(population.members)} are named"
        yield leak(
            who,
            "something of it is exempt",
            "by being left out (leave out the list, or more of the others)",
            Passage("", where),
            f"{population.name}: {count}",
        )


def _text_of(looked: Looked) -> SearchText:
    return looked.said_text if looked.said else looked.document_text


def _standing(
    text: SearchText, places: Iterable[Place], alone: Mapping[str, frozenset[str]]
) -> dict[str, str]:
    """Which services and providers a text names, in full or by a word of theirs alone; with where it does first."""
    found: dict[str, str] = {}
    for place in places:
        for key, names in ((place.id, place.names), (f"provider {place.provider}", (place.provider,))):
            if key not in found:
                own = alone.get(key, frozenset())
                where = next((where for name in names if (where := _where(text, name, own))), "")
                where = where or next(
                    (where for word in sorted(own) if (where := _where(text, word, own))), ""
                )
                if where:
                    found[key] = where
    return found


def _where(text: SearchText, name: str, own: frozenset[str]) -> str:
    """Where a name stands; one that holds a word of its `own` in small letters, run together or with hyphens too."""
    form = Form(tuple(word.folded for word in words(clean(name))), Writing.FULL)
    if not form.words:
        return ""
    is_rare = bool(own & set(form.words))
    return next(
        (
            hit.passage.where
            for hit in text.find(form)
            if is_rare or (hit.is_divided_alike and hit.in_capitals(hit.words[0]))
        ),
        "",
    )


def _alone(places: Iterable[Place]) -> dict[str, frozenset[str]]:
    """The words that one service or provider bears and nobody else, and that say nothing else."""
    bearers: dict[str, set[str]] = {}
    for place in places:
        for key, names in ((place.id, place.names), (f"provider {place.provider}", (place.provider,))):
            for word in {word.folded for name in names for word in words(clean(name))}:
                bearers.setdefault(word, set()).add(key)
        for word in {word.folded for name in (*place.towns, place.district) for word in words(clean(name))}:
            bearers.setdefault(word, set()).add("")
    found: dict[str, set[str]] = {}
    for word, keys in bearers.items():
        is_telling = len(word) >= SHORTEST_ALONE and word.isalpha() and not {word, singular(word)} & _ANYBODYS
        if len(keys) == 1 and is_telling:
            found.setdefault(next(iter(keys)), set()).add(word)
    return {key: frozenset(some) for key, some in found.items()}


_ANYBODYS = ORDINARY_WORDS | PLACE_WORDS
