"""A parser whose refusals are sentences that say what to write."""

import argparse
import re
import sys
from typing import NoReturn

NOT_UNDERSTOOD = 2

_SENTENCES = (
    (
        r"argument (?P<name>\S+): invalid choice: (?P<given>.*) \(choose from (?P<choices>.*)\)",
        "“{given}” does not fit {name}. Write one of {choices}.",
    ),
    (r"the following arguments are required: (?P<names>.*)", "More is needed: {names}."),
    (r"unrecognized arguments: (?P<given>.*)", "“{given}” is not understood here."),
    (r"argument (?P<name>\S+): expected .*", "{name} needs something written after it."),
    (
        r"argument (?P<one>\S+): not allowed with argument (?P<other>\S+)",
        "{one} and {other} do not go together. Leave one of them out.",
    ),
    (r"argument (?P<name>\S+): ignored explicit argument (?P<given>.*)", "{name} takes nothing: leave out {given}."),
    (r"ambiguous option: (?P<given>.*) could match (?P<names>.*)", "“{given}” may mean {names}. Write more of it."),
    (r"argument (?P<name>\S+): (?P<sentence>.*)", "{name}: {sentence}"),
)  # fmt: skip


class PlainParser(argparse.ArgumentParser):
    """Its subcommands' parsers are of the same kind."""

    def error(self, message: str) -> NoReturn:
        """The usage, and what is wrong."""
        self.print_usage(sys.stderr)
        self.exit(NOT_UNDERSTOOD, f"{plain_sentence(message)}\n")


def plain_sentence(message: str) -> str:
    """What argparse says, as a sentence."""
    for pattern, sentence in _SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            return sentence.format(**{name: _unquoted(text) for name, text in found.groupdict().items()})
    return message


def _unquoted(text: str) -> str:
    """Without the quotes that some versions put around each choice."""
    return re.sub(r"(?<!\w)'([^']*)'(?!\w)", r"\1", text)
