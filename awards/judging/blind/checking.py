"""The last look at what goes to a judge: nothing that was to be hidden is in it. Pure.

A blind text is searched for every name of its own nominee, in another way than these were hidden. In a finished file
whatever is not such a text is searched for everybody’s names in full.
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from awards.judging.blind.copies import BlindCopy
from awards.judging.blind.names import Form, Names, Stand
from awards.judging.blind.searching import Left, names_left
from resources.problem import Problem
from resources.report.document_text import Passage, passages
from resources.report.letters import clean
from resources.wording import count_of, shortened

_PEOPLE = (Stand.NOMINEE, Stand.NOMINATOR)


def left_in(text: str, names: Names, *, let_stand: Collection[str] = ()) -> list[Left]:
    """What is still to be hidden in a text; `let_stand` are doubtful words of which a person let one stand."""
    return names_left(text, names, let_stand=let_stand)


def left_in_copy(copy: BlindCopy) -> list[str]:
    """The same of a whole blind copy, a sentence for each; empty where it may leave."""
    found = []
    for number, voice in enumerate(copy.voices, 1):
        stand = {one.word for one in voice.hidden.doubtful if not one.hidden}
        for one in left_in(voice.hidden.text, copy.names, let_stand=stand):
            found.append(
                f"{copy.reference}, statement {number}: “{one.written}” would stand for {_whom(one)}"
            )
    return found


def _whom(one: Left) -> str:
    return one.stand.value.strip("[]")


def refuse_unhidden(copies: Iterable[BlindCopy]) -> None:
    """Raise Problem where a copy still names somebody."""
    found = [sentence for copy in copies for sentence in left_in_copy(copy)]
    if found:
        raise _refused(found)


def refuse_names(file: Path, copies: Collection[BlindCopy], *, judge: str) -> None:
    """Raise Problem where the finished file names a nominee or a nominator of these; `judge` is whose file it is."""
    blind = {
        clean(line) for copy in copies for voice in copy.voices for line in voice.hidden.text.split("\n")
    }
    names = Names(tuple({form for copy in copies for form in _in_full(copy.names)}))
    found = [
        f"{passage.where}: “{shortened(one.written)}”"
        for passage in _others(passages(file.read_bytes()), blind | {clean(judge)})
        for one in names_left(passage.text.replace(judge, ""), names)
        if one.stand is not Stand.ADDRESS
    ]
    if found:
        raise _refused(found)


def _in_full(names: Names) -> Iterator[Form]:
    for form in names.forms:
        if (
            form.stand in _PEOPLE
            and len(form.words) > 1
            and min(map(len, form.words)) > 1
            and not form.doubtful
        ):
            yield form


def _others(found: Iterable[Passage], blind: Collection[str]) -> Iterator[Passage]:
    for passage in found:
        if not passage.is_setting and clean(passage.text) not in blind:
            yield passage


def _refused(found: list[str]) -> Problem:
    return Problem(
        f"The papers were not saved, because {count_of(len(found), 'name')} would have left with them. "
        "Add the name to “Also hidden” of the nominee and make the papers again.",
        details=tuple(found),
    )
