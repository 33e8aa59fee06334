"""What is shown before an answers file is taken in: counts, rows, and the sentences beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from resources.files.forms.forms_file import FormResponse
from resources.files.refused import RefusedRow, group_refused, rows_by_repair, save_refused
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, capital_first, count_of, shortened
from workforce.survey.answers.answer_words import NOT_ANSWERED, answer_words, figure_words
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.decisions import Means, WordsDecision
from workforce.survey.answers.mapping import Uses
from workforce.survey.answers.name_match import NameMatch
from workforce.survey.answers.queries import impossible_answers
from workforce.survey.answers.responses import Answer
from workforce.survey.vocabulary import ColumnUse
from workforce.survey.waves.asked import Asked

SECOND_ROW = "Belongs to the headings"
_LINE = Column("line", "Line", ColumnKind.NUMBER, 60)
_TIMES = Column("times", "Times", ColumnKind.NUMBER, 60)


@dataclass(frozen=True)
class PreviewGroup:
    """One outcome of the check. `to_decide` where something is still to be decided."""

    name: str
    number: int
    table: Table
    explanation: str
    refused: bool = False
    to_decide: bool = False


def preview_groups(found: Checked) -> list[PreviewGroup]:
    """Each outcome of the check, what is to be decided, and what would repair what is refused."""
    groups = [
        PreviewGroup(
            "New responses", len(found.new), new_table(found), "They are added, each with the next number."
        )
    ]
    if found.changed:
        groups.append(
            PreviewGroup(
                "Changed since", len(found.changed), changed_table(found),
                "They were taken in before and now say something else. Their new answers stand only where that is "
                "chosen.", to_decide=len(found.changed_chosen) < len(found.changed),
            )
        )  # fmt: skip
    words = "They were taken in before, or stand in the file twice; nothing is added twice."
    groups += _lines("Held already", found.already, words)
    groups += _lines("Nothing answered", found.blank, "No question that is taken in is answered in them.")
    groups += _lines(
        "Held back",
        found.held_back,
        "Nobody in the register is known to have sent them; they are not taken in now.",
    )
    groups += _to_decide(found)
    groups += _queries(found)
    by_repair = zip(group_refused(found.refused), rows_by_repair(found.refused), strict=True)
    for group, rows in by_repair:
        cells: list[tuple[Cell, ...]] = [(row.line, row.reason) for row in rows]
        table = Table("Refused", (_LINE, Column("reason", "Why", width=420)), cells)
        name = f"Refused: {shortened(rows[0].field)}" if rows[0].field else "Refused"
        groups.append(PreviewGroup(name, group.rows, table, group.reason, refused=True))
    return groups


def _to_decide(found: Checked) -> list[PreviewGroup]:
    groups = []
    if found.unknown:
        still = len(found.undecided)
        told = (
            "Until it is decided what they mean, they are kept as they stand."
            if still
            else "All are decided."
        )
        groups.append(
            PreviewGroup(
                "Words of no option", len(found.unknown), words_table(found), told, to_decide=still > 0
            )
        )
    if found.shares:
        told = "0.5 may be a half, or half of one per cent. Until it is decided these are kept in words."
        groups.append(
            PreviewGroup("Shares or per cent", len(found.shares), shares_table(found), told, to_decide=True)
        )
    if found.names:
        still = len(found.names_to_look_at)
        told = (
            f"{count_of(still, 'name is', 'names are')} to be looked at; until then their responses are nobody’s."
            if still
            else "Every name is known."
        )
        groups.append(PreviewGroup("Names", len(found.names), names_table(found), told, to_decide=still > 0))
    return groups


def _queries(found: Checked) -> list[PreviewGroup]:
    """New responses with answers that cannot all be right; they come in, to be asked about."""
    asked = list(found.asked.values())
    rows: list[tuple[Cell, ...]] = []
    for one in found.new:
        answers = {found.asked[key].question.id: answer for key, answer in one.answers.items()}
        rows += [(one.line, sentence) for sentence, _ in impossible_answers(answers, asked)]
    if not rows:
        return []
    table = Table("Cannot all be right", (_LINE, Column("query", "What cannot be", width=420)), rows)
    return [
        PreviewGroup(
            "Cannot all be right", len(rows), table, "They come in, and are listed to be asked about."
        )
    ]


def _lines(name: str, responses: Iterable[FormResponse], words: str) -> list[PreviewGroup]:
    rows: list[tuple[Cell, ...]] = [(one.line,) for one in responses]
    return [PreviewGroup(name, len(rows), Table(name, (_LINE,), rows), words)] if rows else []


# --- tables -----------------------------------------------------------------------------------------------


def new_table(found: Checked) -> Table:
    """The new responses as they will be kept."""
    used = [one for one in found.file.columns if one.key in found.asked]
    columns = (
        _LINE,
        Column("whose", "Of", width=190),
        *(Column(one.key, found.asked[one.key].wording, width=190) for one in used),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            one.line,
            one.whose.said_name or one.whose.said_id,
            *(_said(found.asked[c.key], one.answers[c.key]) if c.key in one.answers else "" for c in used),
        )
        for one in found.new
    ]
    return Table("New responses", columns, rows)


def _said(asked: Asked, answer: Answer) -> str:
    return " ".join(answer_words(asked, answer).split())


def changed_table(found: Checked) -> Table:
    """Each answer that says something else now."""
    rows: list[tuple[Cell, ...]] = []
    for one in found.changed:
        for each in one.differences:
            asked = found.asked[each.column_key]
            before = _said(asked, each.before) if each.before else NOT_ANSWERED
            after = _said(asked, each.after) if each.after else NOT_ANSWERED
            rows.append((one.line, one.number, asked.wording, before, after, "Yes" if one.chosen else "No"))
    columns = (
        _LINE, Column("number", "Response", ColumnKind.NUMBER, 80), Column("question", "Question", width=260),
        Column("before", "Held", width=190), Column("after", "In the file", width=190),
        Column("chosen", "To stand", width=80),
    )  # fmt: skip
    return Table("Changed since", columns, rows)


def words_table(found: Checked) -> Table:
    """Words of no option, once each, with what they may mean and what was decided."""
    rows: list[tuple[Cell, ...]] = []
    for one in found.unknown:
        asked = found.asked[one.column_key]
        likely = decision_words(asked, one.suggested) if one.suggested else ""
        decided = decision_words(asked, one.decision) if one.decision else ""
        if decided and one.remembered:
            decided += ", as decided before"
        rows.append((asked.wording, one.said, one.times, likely, one.reason or one.problem, decided))
    columns = (
        Column("question", "Question", width=260), Column("said", "Words", width=190), _TIMES,
        Column("likely", "Likely", width=190), Column("why", "Why", width=190), Column("decided", "Decided", width=190),
    )  # fmt: skip
    return Table("Words of no option", columns, rows)


def decision_words(asked: Asked, decision: WordsDecision) -> str:
    """What words are taken for."""
    if decision.means is Means.OPTION:
        offered = (one.wording for one in asked.question.options if one.id == decision.option_id)
        return next(offered, decision.means.value)
    if decision.means is Means.FIGURE:
        return figure_words(decision.low, decision.high, asked.question.unit)
    return capital_first(decision.means.value)


def shares_table(found: Checked) -> Table:
    """Columns where 0.5 may be a half."""
    rows: list[tuple[Cell, ...]] = [
        (found.asked[one.column_key].wording, ", ".join(one.said[:8]), len(one.lines)) for one in found.shares
    ]
    columns = (Column("question", "Question", width=260), Column("said", "Figures", width=190), _TIMES)
    return Table("Shares or per cent", columns, rows)


def names_table(found: Checked) -> Table:
    """Each name of the file, with whom it means or may mean."""
    rows: list[tuple[Cell, ...]] = [
        (one.said, one.times, certainty_words(one.match), *_candidate(one.match)) for one in found.names
    ]
    columns = (
        Column("said", "Name in the file", width=190), _TIMES, Column("certain", "Match", width=150),
        Column("whom", "In the register", width=190), Column("detail", "Of", width=190),
        Column("why", "Why", width=260),
    )  # fmt: skip
    return Table("Names", columns, rows)


def certainty_words(match: NameMatch) -> str:
    """How certain it is, and whether somebody said so."""
    if match.remembered:
        return "Decided before"
    return "Decided now" if match.decided else capital_first(match.certainty.value)


def _candidate(match: NameMatch) -> tuple[str, str, str]:
    best = match.best
    if best is None:
        return "", "", ""
    more = len(match.candidates) - 1
    why = " ".join(best.reasons)
    if more and not match.is_sure:
        others = and_list([f"“{one.name}”" for one in match.candidates[1:4]], "or")
        why += f" It may also be {others}."
    return best.name, best.detail, why


def uses_table(uses: Uses, headings: Iterable[tuple[str, str]], wordings: Mapping[str, str]) -> Table:
    """Which column answers which question, and why; `headings` are the columns' keys and headings."""
    rows: list[tuple[Cell, ...]] = []
    for key, heading in headings:
        use = uses[key]
        what = wordings.get(use.question_id, "") if use.use is ColumnUse.QUESTION else use.use.label
        rows.append((heading, what, use.reason if use.sure else f"{use.reason} – look at it"))
    columns = (
        Column("heading", "Column", width=260),
        Column("question", "Taken for", width=260),
        Column("why", "Why", width=190),
    )
    return Table("Columns of the file", columns, rows)


# --- sentences --------------------------------------------------------------------------------------------


def preview_notes(found: Checked) -> list[str]:
    """The warnings, whose the responses are, what is new and left out, and what was dropped."""
    notes = [*found.warnings, *_whose_notes(found)]
    if found.drafts:
        new = list(found.drafts.values())
        names = [f"“{shortened(one.wording)}” ({one.kind.label.lower()})" for one in new[:6]]
        more = f", and {len(new) - 6} more" if len(new) > 6 else ""
        what = "question" if len(new) == 1 else f"{len(new)} questions"
        notes.append(f"New {what}: {and_list(names) if not more else ', '.join(names)}{more}.")
    if found.left_out:
        names = [f"“{shortened(heading)}”" for heading in found.left_out[:6]]
        more = f", and {len(found.left_out) - 6} more" if len(found.left_out) > 6 else ""
        said = and_list(names) if not more else ", ".join(names)
        notes.append(f"{count_of(len(found.left_out), 'column')} left out: {said}{more}.")
    if found.file.ignored:
        names = [f"“{heading}”" for heading in found.file.ignored]
        notes.append(f"Not a question of the form: {and_list(names)}.")
    notes += found.notes
    if any(one.email or one.name for one in found.file.responses):
        notes.append("Names and e-mail addresses of people in the file are not kept.")
    return notes


def _whose_notes(found: Checked) -> list[str]:
    if not found.new or not any(one.whose.said_name or one.whose.said_id for one in found.new):
        return []
    tied = sum(one.whose.provider_id is not None for one in found.new)
    open_ = sum(one.whose.to_look_at for one in found.new)
    nobody = len(found.new) - tied - open_
    said = [
        f"{count_of(tied, 'response is', 'responses are') if tied else 'No response is'} of somebody in the register"
    ]
    said += [f"{open_} to be looked at"] if open_ else []
    said += [f"{nobody} of nobody known"] if nobody else []
    return [and_list(said) + "."]


def save_refused_rows(found: Checked, path: Path) -> None:
    """The refused rows as they stood in the file, each with the reason, to be mended and taken in."""
    file, refused = found.file, list(found.refused)
    if any(file.second_headings):
        refused.insert(
            0, RefusedRow(file.responses[0].line - 1, file.sheet, file.second_headings, SECOND_ROW)
        )
    save_refused(path, file.headings, refused)
