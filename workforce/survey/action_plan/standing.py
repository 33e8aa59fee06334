"""How each practice stands: where it was tried and how it went, and what the waves of the survey say of it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from resources.database import Database
from resources.statistics import Share
from resources.wording import and_list, count_of, lower_first
from resources.words import plain
from workforce.survey.action_plan.practice_uses import PracticeUse, uses
from workforce.survey.action_plan.practices import Practice, practices
from workforce.survey.analysis.frame import WaveData, read_wave
from workforce.survey.analysis.frequencies import frequency
from workforce.survey.vocabulary import Works
from workforce.survey.waves.waves import Wave, waves

BEST = "best_retention"
"""The question, by its code, which of the practices works best."""


@dataclass(frozen=True)
class PracticeStanding:
    """A practice with its uses. `does` and `best` have a share by the key of each wave that asked."""

    practice: Practice
    uses: tuple[PracticeUse, ...]
    does: Mapping[str, Share]
    best: Mapping[str, Share]

    @property
    def tried_by(self) -> int:
        """How many providers tried it."""
        return len({one.provider_id for one in self.uses})

    @property
    def works(self) -> Mapping[Works, int]:
        """How it went, in how many places."""
        return Counter(one.works for one in self.uses)

    @property
    def works_words(self) -> str:
        """2 places: works in 1, too early to say in 1."""
        if not self.uses:
            return ""
        each = [f"{lower_first(word.label)} in {self.works[word]}" for word in Works if self.works.get(word)]
        return f"{count_of(len(self.uses), 'place')}: {and_list(each)}"


def standings(
    db: Database, survey_id: str, *, read: Callable[[str], WaveData] | None = None
) -> list[PracticeStanding]:
    """Every practice that is not archived, with what the waves of a survey say of it.

    `read` gives a wave by its key, where somebody may have read it already.
    """
    read = read or partial(read_wave, db)
    held = practices(db)
    by_practice: dict[str, list[PracticeUse]] = {}
    for use in uses(db):
        by_practice.setdefault(use.practice_id, []).append(use)
    asked = [read(one.id) for one in waves_answered(db, survey_id)] if held else []
    does = {data.wave.id: _does(data, held) for data in asked}
    best = {data.wave.id: _best(db, data, held) for data in asked}
    return [
        PracticeStanding(
            one, tuple(by_practice.get(one.id, ())),
            {wave: found[one.id] for wave, found in does.items() if one.id in found},
            {wave: found[one.id] for wave, found in best.items() if one.id in found},
        )
        for one in held
    ]  # fmt: skip


def waves_answered(db: Database, survey_id: str) -> list[Wave]:
    """The waves to which somebody answered."""
    answered = "select exists (select 1 from survey_response where wave_id = ? and counts)"
    return [one for one in waves(db, survey_id) if db.value(answered, (one.id,))]


def _does(data: WaveData, held: Sequence[Practice]) -> dict[str, Share]:
    """The share that says it does this, by practice: of those who answered the question it is an answer to."""
    shares: dict[str, Share] = {}
    wanted = {one.option_id for one in held}
    for asked in data.asked:
        if any(option.id in wanted for option in asked.question.options):
            shares |= _shares(data, asked.question.id)
    return {one.id: shares[one.option_id] for one in held if one.option_id in shares}


def _best(db: Database, data: WaveData, held: Sequence[Practice]) -> dict[str, Share]:
    asked = next((one for one in data.asked if one.question.code == BEST), None)
    if asked is None:
        return {}
    shares = _shares(data, asked.question.id)
    by_words = {plain(one.wording): shares[one.id] for one in asked.question.options if one.id in shares}
    wordings = dict(db.rows("select id, wording from survey_option"))
    found = {one.id: by_words.get(plain(wordings.get(one.option_id, one.name))) for one in held}
    return {key: share for key, share in found.items() if share is not None}


def _shares(data: WaveData, question_id: str) -> dict[str, Share]:
    return {row.option_id: row.share for row in frequency(data, question_id).rows}
