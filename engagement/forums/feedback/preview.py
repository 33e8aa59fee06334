"""What is shown before a forms file is taken in: counts, rows, and the sentences beside them."""

from collections.abc import Iterable, Mapping

from engagement.forums.feedback.checking import Checked
from engagement.forums.feedback.mapping import Use, Uses
from engagement.forums.feedback.read_value import said
from resources.files.forms import preview
from resources.files.forms.preview import PreviewGroup
from resources.tables import Table
from resources.wording import count_of


def preview_groups(found: Checked) -> list[PreviewGroup]:
    """New, held already, blank, and each thing that would repair what was refused."""
    return [
        preview.new_group(new_table(found)),
        *preview.held_already(found.already),
        *preview.nothing_answered(found.blank),
        *preview.refused_groups(found.refused),
    ]


def new_table(found: Checked) -> Table:
    """The new responses as they will be kept."""
    wordings = {key: one.text for key, one in found.asked.items()}
    return preview.responses_table(
        found.file, wordings, found.new, lambda key, answer: said(found.asked[key], answer)
    )


def preview_notes(found: Checked) -> list[str]:
    """The warnings, what is left out, what becomes of names, and where the file comes from."""
    new = [found.asked[key] for key in found.created]
    notes = [
        *found.warnings,
        *preview.new_questions_words((one.text, one.answer_kind.label) for one in new),
        *preview.left_out_words(found.left_out),
        *preview.ignored_words(found.file),
        _names_note(found),
    ]
    return [note for note in notes if note]


def _names_note(found: Checked) -> str:
    if not any(one.email or one.name for one in found.file.responses):
        return ""
    linked = sum(one.participant_id is not None for one in found.new)
    if found.keep_people:
        who = count_of(linked, "response is", "responses are")
        return f"{who} kept with the name of somebody on the event’s list; every other name and address is dropped."
    return "Names and e-mail addresses in the file are not kept: every response is anonymous."


def uses_table(found_uses: Uses, headings: Iterable[tuple[str, str]], texts: Mapping[str, str]) -> Table:
    """Which column answers which question, and why; `headings` are the columns' keys and headings."""

    def taken_for(key: str) -> tuple[str, str]:
        use = found_uses[key]
        what = texts.get(use.question_id, "") if use.use is Use.QUESTION else use.use.value.capitalize()
        return what, use.how.value

    return preview.uses_table(headings, taken_for, "Answers")
