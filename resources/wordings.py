"""Wordings with fields: a subject and a text that a team writes once, filled for each person.

A field is a name in braces. A line whose fields are all empty is left out, so that “Join online: {online link}” stands
only where there is a link.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from resources.problem import FieldProblem
from resources.wording import and_list

_FIELD = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True)
class Wording:
    """The subject of an e-mail, which is also the heading of a letter, and the text; empty lines part paragraphs."""

    subject: str
    body: str

    @property
    def tidied(self) -> "Wording":
        """Without spaces that say nothing."""
        return Wording(" ".join(self.subject.split()), self.body.strip())


def check_wording(wording: Wording, known: Iterable[str]) -> None:
    """Refuse a wording that is empty or holds a field that is not known."""
    for name, what, text in (("subject", "subject", wording.subject), ("body", "text", wording.body)):
        if not text.strip():
            raise FieldProblem(name, f"There is no {what}. Write one, or bring back the shipped wording.")
        unknown = [field for field in fields_in(text) if plain_field(field) not in known]
        if unknown:
            raise FieldProblem(name, _unknown(unknown, known))
        rest = _FIELD.sub("", text)
        if "{" in rest or "}" in rest:
            raise FieldProblem(
                name,
                f"A brace in the {what} has no other to go with it. Fields are written like {{{next(iter(known))}}}.",
            )


def fields_in(text: str) -> list[str]:
    """The fields of a text as they are written, each once."""
    return list(dict.fromkeys(_FIELD.findall(text)))


def plain_field(name: str) -> str:
    """A field's name as it is compared."""
    return " ".join(name.casefold().split())


def _unknown(names: Iterable[str], known: Iterable[str]) -> str:
    written = [f"{{{name}}}" for name in names]
    verb = "is no field" if len(written) == 1 else "are no fields"
    are = and_list([f"{{{name}}}" for name in known])
    return f"{and_list(written)} {verb} of a wording. The fields are {are}."


def fill_wording(wording: Wording, values: Mapping[str, str]) -> Wording:
    """The wording for one person; every field it holds must be known."""
    check_wording(wording, values)
    return Wording(" ".join(_filled(wording.subject, values).split()), _filled(wording.body, values).strip())


def _filled(text: str, values: Mapping[str, str]) -> str:
    lines = [_line(line, values) for line in text.splitlines()]
    whole = "\n".join(line for line in lines if line is not None)
    return re.sub(r"\n{3,}", "\n\n", whole)


def _line(line: str, values: Mapping[str, str]) -> str | None:
    found = [plain_field(name) for name in fields_in(line)]
    if found and not any(values.get(name, "") for name in found):
        return None
    return _FIELD.sub(lambda match: values.get(plain_field(match[1]), ""), line).rstrip()
