"""What the pane says of a text: what it is coded to, what is suggested, and the codes with their numbers."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, moment_words, shortened
from workforce.survey.coding.suggestions import Suggestion
from workforce.survey.coding.tables import codes_words
from workforce.survey.coding.texts import CodedText
from workforce.survey.questionnaire.questions import Option

_LONGEST = 140
_NUMBERED = (Column("number", "Key", ColumnKind.NUMBER, 46), Column("code", "Code", width=290))


def text_detail(
    held: CodedText, frame: Sequence[Option], found: Sequence[Suggestion], waves: Mapping[str, str], *,
    take: Callable[[str], object] | None,
) -> Detail:  # fmt: skip
    """One text; `take` codes it to a suggestion, and is None in a file that is only read."""
    short = shortened(held.text, _LONGEST)
    sections = (
        [] if short == " ".join(held.text.split()) else [Section("The whole of it", (Line("", held.text),))]
    )
    sections.append(_standing(held, waves))
    if found:
        sections.append(_suggested(found, take))
    sections.append(_codes(frame, take))
    return Detail(short, sections=sections)


def _standing(held: CodedText, waves: Mapping[str, str]) -> Section:
    each = [f"{waves.get(key, '')}: {number}" for key, number in held.waves.items()]
    coded = f"{held.coded_by}, {moment_words(held.coded_at)}" if held.coded_at else ""
    others = [one for one in held.writings if one != held.text]
    return Section(
        "Coding",
        (
            Line("Coded to", codes_words(held)),
            Line("By", coded),
            Line("Written", f"{count_of(held.times, 'time')} ({'; '.join(each)})"),
            Line("Also as", "; ".join(shortened(one, 60) for one in others[:5])),
        ),
    )


def _suggested(found: Sequence[Suggestion], take: Callable[[str], object] | None) -> Section:
    lines = tuple(Line(one.wording, one.reason) for one in found)
    actions = [
        Action(
            f"take_{one.option_id}", f"Code to “{shortened(one.wording, 40)}”", partial(take, one.option_id)
        )
        for one in found
        if take is not None
    ]
    return Section("Suggested", lines, actions=actions, stacked=True)


def _codes(frame: Sequence[Option], take: Callable[[str], object] | None) -> Section:
    if not frame:
        return Section("Codes", (Line("", "There is no code yet. “Code…” names the first one."),))
    rows = [(place, one.wording) for place, one in enumerate(frame, 1)]
    rows.append((0, "Fits none"))
    said = (Line("", "Type the number of a code over the table to code the texts chosen."),) if take else ()
    return Section("Codes", said, Table("Codes", _NUMBERED, rows))
