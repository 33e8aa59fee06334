"""Where a file asks in other words than the wave was planned with: its headings, and its options by other names."""

from dataclasses import dataclass

from resources.database import Database
from resources.files.cells import clean_text
from resources.files.forms.layout import FormColumn
from resources.wording import and_list
from workforce.survey.answers.checked import Checked, UnknownWords
from workforce.survey.answers.checks.asked_columns import pieces_told
from workforce.survey.answers.checks.suggesting import code_number
from workforce.survey.answers.decisions import Means
from workforce.survey.answers.mapping import questions_to_choose
from workforce.survey.plain_words import words_key
from workforce.survey.waves.asked import asked_of_wave

_OFTEN = 2
"""So many have an option by another name before the wave is held to have offered it by that name."""


def planned_wordings(db: Database, wave_id: str) -> dict[str, str]:
    """By question, how the wave asks it; of those it does not ask, how the questionnaire does."""
    found = {one.id: one.wording for one in questions_to_choose(db, wave_id)}
    return found | {one.question.id: one.wording for one in asked_of_wave(db, wave_id)}


def asked_otherwise(column: FormColumn, planned: str) -> bool:
    """Whether a heading has other words than those planned; one that is only a code has none."""
    return clean_text(column.heading) not in (clean_text(planned), clean_text(column.code))


def renamed_options(found: Checked, column: FormColumn) -> dict[str, str]:
    """The options that the file has by other words alone, with those words."""
    words: dict[str, list[UnknownWords]] = {}
    others = {one.id for one in found.asked[column.key].question.options if one.is_other}
    for one in found.unknown:
        if one.column_key != column.key or one.decision is None or one.decision.means is not Means.OPTION:
            continue
        if one.decision.option_id not in others and code_number(one.said) is None:
            words.setdefault(one.decision.option_id, []).append(one)
    if not words:
        return {}
    told = pieces_told(found.file, column)
    by_id = {one.option.id: one.wording for one in found.asked[column.key].options}
    return {
        option: some[0].said
        for option, some in words.items()
        if len(some) == 1 and some[0].times >= _OFTEN and words_key(by_id.get(option, "")) not in told
    }


@dataclass(frozen=True)
class RenamedOption:
    """An option that the file has by another name."""

    option_id: str
    wording: str
    planned: str


@dataclass(frozen=True)
class AskedOtherwise:
    """A column that asks otherwise: `options` are those of other names.

    `wording` is “” where the heading is as planned, `as_planned` where what was planned is kept.
    """

    column_key: str
    planned: str
    wording: str
    options: tuple[RenamedOption, ...]
    as_planned: bool

    @property
    def sentence(self) -> str:
        """What the wave is held to have asked."""
        said = (
            [f"Asked in this file as “{self.wording}”, planned as “{self.planned}”"] if self.wording else []
        )
        pairs = and_list([f"“{one.wording}” for “{one.planned}”" for one in self.options])
        if pairs:
            said.append(f"{'with' if said else f'“{self.planned}” has in this file'} {pairs}")
        stands = "what was planned is kept" if self.as_planned else "the wave will say what the file does"
        return f"{', '.join(said)}: {stands}."


def file_asks_otherwise(found: Checked) -> list[AskedOtherwise]:
    """In the order of the file."""
    said = []
    for column in found.file.columns:
        asked = found.asked.get(column.key)
        if asked is None or column.key in found.drafts:
            continue
        wording = column.heading if asked_otherwise(column, asked.wording) else ""
        by_id = {one.option.id: one.wording for one in asked.options}
        options = tuple(
            RenamedOption(key, words, by_id[key])
            for key, words in renamed_options(found, column).items()
            if key in by_id
        )
        if wording or options:
            kept = column.key in found.decisions.as_planned
            said.append(AskedOtherwise(column.key, asked.wording, wording, options, kept))
    return said
