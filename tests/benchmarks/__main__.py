"""`python -m tests.benchmarks [--smoke] [name ...]`: measures, and prints each figure beside its budget and yardstick.

To add a benchmark, put a module `bench_<subject>.py` in this folder with one or more functions

    def bench_<name>(smoke: bool) -> Iterable[Figure]       # Figure: tests/benchmarks/measure.py

Nothing else has to be registered. The function builds what it needs in a temporary folder, measures, and returns or
yields its figures, yardsticks included. With `smoke` it does the same with tiny sizes, in a second or two: the figures
then mean nothing, only that it ran. Each function runs in a process of its own, so what one imports or holds in memory
does not show in another's figures. Figures are printed, never asserted; the exit code tells only whether all ran.

A name chooses a module (`database`), a function (`sort`), or one of a module's functions (`database.sort`).
"""

import argparse
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from traceback import print_exception

from tests.benchmarks.measure import Figure, run_one

HERE = Path(__file__).resolve().parent
PREFIX = "bench_"


def main(arguments: list[str]) -> int:
    """Run the chosen benchmarks one after another."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--smoke", action="store_true", help="tiny sizes: only shows that each one runs")
    parser.add_argument("names", nargs="*", metavar="name", help="all when none is named")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    benchmarks = [one for one in _found() if not chosen.names or _names(*one) & set(chosen.names)]
    unknown = set(chosen.names) - set().union(*(_names(*one) for one in _found()))
    if unknown:
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    failed = [one for one in benchmarks if not _run(*one, smoke=chosen.smoke)]
    print(f"\n{len(benchmarks) - len(failed)} of {len(benchmarks)} benchmarks ran.")
    return 1 if failed else 0


def _found() -> Iterator[tuple[str, str]]:
    """Module and function names; found by reading, so that nothing is imported that is not run."""
    for path in sorted(HERE.glob(f"{PREFIX}*.py")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(f"def {PREFIX}"):
                yield path.stem, line.removeprefix("def ").partition("(")[0]


def _names(module: str, function: str) -> set[str]:
    subject, name = module.removeprefix(PREFIX), function.removeprefix(PREFIX)
    return {subject, name, f"{subject}.{name}"}


def _run(module: str, function: str, *, smoke: bool) -> bool:
    print(f"\n{module.removeprefix(PREFIX)}.{function.removeprefix(PREFIX)}", flush=True)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        error = (running := process.submit(run_one, module, function, smoke)).exception()
    if error is not None:
        print_exception(error)
        return False
    for figure in running.result():
        print(f"  {_line(figure)}", flush=True)
    return True


def _line(figure: Figure) -> str:
    text = f"{figure.what:<58} {figure.value:>10.2f} {figure.unit:<4}"
    if figure.budget is not None:
        verdict = "within" if figure.within_budget else "OVER"
        text += f"  {verdict} {figure.budget:g} {figure.unit}"
    if figure.yardstick_value is not None:
        ratio = "" if figure.ratio is None else f", ratio {figure.ratio:.2f}"
        text += f"  [{figure.yardstick}: {figure.yardstick_value:.2f} {figure.unit}{ratio}]"
    return text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
