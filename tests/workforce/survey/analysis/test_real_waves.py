"""Two real waves taken in as a person takes them in, and figures of theirs beside pandas' own of the same files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest
from scipy.stats import binomtest

from desktop.capabilities import CAPABILITIES
from resources.database import Database, open_file
from resources.files.forms.forms_file import read_forms_file
from workforce.survey.analysis.figures import number_figures
from workforce.survey.analysis.frame import WaveData, read_wave
from workforce.survey.analysis.frequencies import Frequency, frequency
from workforce.survey.answers.checking import check
from workforce.survey.answers.checks.suggesting import all_as
from workforce.survey.answers.decisions import Decisions, Means
from workforce.survey.answers.mapping import rest_as_new, suggest
from workforce.survey.answers.taking_in import take_in
from workforce.survey.surveys import add_survey
from workforce.survey.vocabulary import AskedOf, Mode, QuestionKind, WaveKind
from workforce.survey.waves.planning import WaveDraft, plan_wave


@dataclass(frozen=True)
class RealWave:
    """What the program holds, and the file as pandas reads it."""

    data: WaveData
    file: pd.DataFrame

    def question(self, code: str) -> str:
        return next(one.question.id for one in self.data.asked if one.question.code == code)

    def column(self, start: str) -> "pd.Series[str]":
        """The one column whose heading begins so, without what was left blank."""
        (name,) = [one for one in self.file.columns if one.startswith(start)]
        cells = self.file[name].str.strip()
        return cells[cells != ""]

    def ticked(self, code: str) -> dict[str, int]:
        """How often each option's own column says Yes."""
        columns = [one for one in self.file.columns if one.startswith(f"{code}[") and "[other]" not in one]
        return {
            one.rpartition("[")[2].removesuffix("]"): int((self.file[one] == "Yes").sum()) for one in columns
        }


def _taken_in(db: Database, path: Path, year: int) -> WaveData:
    survey = add_survey(db, f"Survey of {year}")
    draft = WaveDraft(
        f"Wave of {year}", WaveKind.BASELINE, date(year, 3, 1), None, Mode.ONLINE, AskedOf.PROVIDER, None, ""
    )
    wave, file = plan_wave(db, survey.id, draft), read_forms_file(path)
    uses = rest_as_new(suggest(db, wave.id, file))
    unknown = check(db, wave.id, file, uses).unknown
    decisions = Decisions(words=all_as(unknown, Means.OTHER))
    take_in(db, check(db, wave.id, file, uses, decisions), now=datetime(2020, 1, 6, 9, tzinfo=UTC))
    return read_wave(db, wave.id)


@pytest.fixture(scope="module")
def waves(
    tmp_path_factory: pytest.TempPathFactory, migrated: bytes, shared_data: Path
) -> Iterator[dict[int, RealWave]]:
    office = tmp_path_factory.mktemp("real") / "office.providerdesk"
    office.write_bytes(migrated)
    opened = open_file(office, CAPABILITIES, who="Test Officer")
    found = {}
    for year in (2016, 2017):
        path = shared_data / "survey" / f"limesurvey_{year}" / "public_data.csv"
        file = pd.read_csv(path, dtype=str, keep_default_na=False)
        found[year] = RealWave(_taken_in(opened.db, path, year), file)
    yield found
    opened.close()


def counts(found: Frequency) -> dict[str, int]:
    return {row.wording: row.share.count for row in found.rows if row.share.count}


@pytest.mark.parametrize(("year", "responses"), [(2016, 273), (2017, 253)])
def test_every_response_is_there(waves: dict[int, RealWave], year: int, responses: int) -> None:
    assert len(waves[year].data.responses) == len(waves[year].file) == responses


@pytest.mark.parametrize("year", [2016, 2017])
def test_one_choice_is_counted_as_pandas_counts_it(waves: dict[int, RealWave], year: int) -> None:
    wave = waves[year]
    found, cells = frequency(wave.data, wave.question("edu1")), wave.column("edu1.")
    assert {" ".join(words.split()): count for words, count in cells.value_counts().items()} == counts(found)
    assert (found.answered, found.missing) == (len(cells), len(wave.file) - len(cells))


@pytest.mark.parametrize("year", [2016, 2017])
def test_intervals_are_scipys(waves: dict[int, RealWave], year: int) -> None:
    wave = waves[year]
    for row in frequency(wave.data, wave.question("edu1")).rows:
        wanted = binomtest(row.share.count, row.share.base).proportion_ci(method="wilson")
        assert row.interval is not None
        assert (row.interval.low, row.interval.high) == pytest.approx((wanted.low, wanted.high))


@pytest.mark.parametrize("year", [2016, 2017])
def test_a_scale_has_pandas_mean_and_median(waves: dict[int, RealWave], year: int) -> None:
    wave = waves[year]
    found = frequency(wave.data, wave.question("turnover5"))
    (name,) = [one for one in wave.file.columns if "turnOver5" in one]
    words = ["Strongly disagree", "Disagree", "Neither agree or disagree", "Agree", "Strongly Agree"]
    steps = wave.file[name].map({one: step for step, one in enumerate(words, 1)}).dropna()
    assert found.kind is QuestionKind.SCALE and found.scale is not None
    assert [row.share.count for row in found.rows] == [int((steps == step).sum()) for step in range(1, 6)]
    assert (found.scale.mean, found.scale.median) == pytest.approx((steps.mean(), steps.median()))
    assert found.scale.top.count == int((steps >= 4).sum())


@pytest.mark.parametrize("code", ["currentEmp13", "proj4can"])
def test_a_column_for_each_option_is_counted_as_pandas_counts_it(
    waves: dict[int, RealWave], code: str
) -> None:
    wave = waves[2017]
    found = frequency(wave.data, wave.question(code.casefold()))
    ticked = {" ".join(words.split()): count for words, count in wave.ticked(code).items() if count}
    told = {row.wording: row.share.count for row in found.rows if row.share.count and not row.is_other}
    assert told == ticked


def test_figures_have_pandas_median_and_quartiles(waves: dict[int, RealWave]) -> None:
    wave = waves[2016]
    found = number_figures(wave.data, wave.question("currentemp16a"))
    values = pd.to_numeric(wave.column("currentEmp16a."), errors="coerce").dropna()
    assert found.spread is not None and found.base == len(values)
    told = (found.spread.lower_quartile.low, found.spread.median.low, found.spread.upper_quartile.low)
    assert told == pytest.approx(tuple(values.quantile([0.25, 0.5, 0.75])))
