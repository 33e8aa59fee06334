"""What is shown before an answers file is taken in: counts, rows, and the sentences beside them."""

from collections.abc import Iterable, Mapping

from engagement.register.name_match import NameMatch
from resources.database import Database
from resources.files.cells import clean_text
from resources.files.forms import preview
from resources.files.forms.preview import LINE, PreviewGroup
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, capital_first, count_of
from workforce.survey.answers.answer_words import NOT_ANSWERED, answer_words, figure_words
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.checks.asked_otherwise import file_asks_otherwise
from workforce.survey.answers.decisions import Means, WordsDecision
from workforce.survey.answers.mapping import Uses
from workforce.survey.answers.queries import impossible_answers
from workforce.survey.answers.response_lines import register_names
from workforce.survey.answers.responses import Answer
from workforce.survey.answers.who_answered import Whose
from workforce.survey.vocabulary import ColumnUse
from workforce.survey.waves.asked import Asked

_TIMES = Column("times", "Times", ColumnKind.NUMBER, 60)


def preview_groups(found: Checked, tied: Mapping[str, str] | None = None) -> list[PreviewGroup]:
    """Each outcome of the check, what is to be decided, and what would repair what is refused.

    `tied` are the names of `tied_names`, to be said beside those that were given.
    """
    groups, named = [preview.new_group(new_table(found, tied or {}))], names_given(found)
    if found.changed:
        groups.append(
            PreviewGroup(
                "Changed since", len(found.changed), changed_table(found),
                "They were taken in before and now say something else, which stands only where that is chosen. "
                "That somebody may not be quoted any more always stands.",
                to_decide=len(found.changed_chosen) < len(found.changed),
            )
        )  # fmt: skip
    return [
        *groups,
        *preview.held_already(found.already, named),
        *preview.nothing_answered(found.blank, named),
        *preview.lines_group(
            "Held back",
            found.held_back,
            "Nobody in the register is known to have sent them; they are not taken in now.",
            named,
        ),
        *preview.lines_group("Left out", found.left_rows, "They were said to be left out.", named),
        *_to_decide(found),
        *_earlier(found),
        *_queries(found),
        *preview.refused_groups(found.refused),
    ]


def _to_decide(found: Checked) -> list[PreviewGroup]:
    groups = []
    if found.doubtful:
        told = "It cannot be told whether they are held already. "
        told += "Until that is decided they are neither added nor changed."
        groups.append(
            PreviewGroup("Held or new", len(found.doubtful), doubtful_table(found), told, to_decide=True)
        )
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


def _earlier(found: Checked) -> list[PreviewGroup]:
    """Responses taken in before that are nobody's, and gave a name of this file that is decided now."""
    if not found.earlier:
        return []
    rows: list[tuple[Cell, ...]] = [
        (one.wave_name, one.number, one.said_name, one.who) for one in found.earlier
    ]
    columns = (
        Column("wave", "Wave", width=190), Column("number", "Response", ColumnKind.NUMBER, 80),
        Column("said", "Name given", width=190), Column("whom", "In the register", width=190),
    )  # fmt: skip
    chosen = bool(found.earlier_chosen)
    told = "They gave a name that is decided now, and are "
    told += "tied too." if chosen else "nobody’s. They are tied too only where that is chosen."
    table = Table("Earlier responses", columns, rows)
    return [PreviewGroup("Earlier responses", len(rows), table, told, to_decide=not chosen)]


def _queries(found: Checked) -> list[PreviewGroup]:
    """New responses with answers that cannot all be right; they come in, to be asked about."""
    asked = list(found.asked.values())
    rows: list[tuple[Cell, ...]] = []
    for one in found.new:
        answers = {found.asked[key].question.id: answer for key, answer in one.answers.items()}
        rows += [(one.line, sentence) for sentence, _ in impossible_answers(answers, asked)]
    if not rows:
        return []
    table = Table("Cannot all be right", (LINE, Column("query", "What cannot be", width=420)), rows)
    return [
        PreviewGroup(
            "Cannot all be right", len(rows), table, "They come in, and are listed to be asked about."
        )
    ]


# --- tables -----------------------------------------------------------------------------------------------


def tied_names(db: Database, found: Checked) -> dict[str, str]:
    """The names in the register of the providers and services to which new responses are tied, by their keys."""
    providers = {one.whose.provider_id for one in found.new if one.whose.provider_id}
    services = {key for one in found.new for key in one.whose.services}
    return register_names(db, "provider", providers) | register_names(db, "service", services)


def names_given(found: Checked) -> dict[int, str]:
    """By line, the name of the provider or service that a response gives, else the number."""
    said: dict[int, str] = {}
    for use in (ColumnUse.PROVIDER_NAME, ColumnUse.LOCATION_ID, ColumnUse.PROVIDER_ID):
        for place, column in enumerate(found.file.columns):
            if found.uses[column.key].use is use:
                for one in found.file.responses:
                    if told := clean_text(one.told[place]):
                        said.setdefault(one.line, told)
    return said


def whose_words(whose: Whose, tied: Mapping[str, str]) -> str:
    """The name given, and whom it was tied to where that is called otherwise: Rose Hse: Rose House."""
    said = whose.said_name or whose.said_id
    keys = whose.services or ((whose.provider_id,) if whose.provider_id else ())
    meant = and_list([tied[key] for key in keys if key in tied])
    if not meant or meant.casefold() == said.casefold():
        return said or meant
    return f"{said}: {meant}" if said else meant


def new_table(found: Checked, tied: Mapping[str, str]) -> Table:
    """The new responses as they will be kept."""
    wordings = {key: one.wording for key, one in found.asked.items()}
    whose = [whose_words(one.whose, tied) for one in found.new]
    return preview.responses_table(
        found.file, wordings, found.new, lambda key, answer: _said(found.asked[key], answer), whose
    )


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
            stands = "Once it is decided" if each.waits else "Yes" if one.chosen else "No"
            rows.append((one.line, one.number, asked.wording, before, after, stands))
        for fact in one.facts.words:
            said = one.chosen or (one.withdrawn and fact.what == ColumnUse.QUOTE_CONSENT.label)
            rows.append((one.line, one.number, fact.what, fact.before, fact.after, "Yes" if said else "No"))
    columns = (
        LINE, Column("number", "Response", ColumnKind.NUMBER, 80), Column("question", "Question", width=260),
        Column("before", "Held", width=190), Column("after", "In the file", width=190),
        Column("chosen", "To stand", width=80),
    )  # fmt: skip
    return Table("Changed since", columns, rows)


def doubtful_table(found: Checked) -> Table:
    """The rows of which it cannot be told whether they are held already, each with why."""
    rows: list[tuple[Cell, ...]] = [(one.line, one.number, one.reason) for one in found.doubtful]
    columns = (LINE, Column("number", "Response", ColumnKind.NUMBER, 80), Column("why", "Why", width=420))
    return Table("Held or new", columns, rows)


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
    return "Decided now" if match.decided else capital_first(match.words)


def _candidate(match: NameMatch) -> tuple[str, str, str]:
    best = match.best
    if best is None:
        return "", "", ""
    more = len(match.candidates) - 1
    why = " ".join(best.reasons)
    if match.of_providers and not match.is_sure:
        return "", "", " ".join(f"{one.name}: {' '.join(one.reasons)}" for one in match.candidates)
    if more and not match.is_sure:
        others = and_list([f"“{one.name}”" for one in match.candidates[1:4]], "or")
        why += f" It may also be {others}."
    return best.name, best.detail, why


def uses_table(uses: Uses, headings: Iterable[tuple[str, str]], wordings: Mapping[str, str]) -> Table:
    """Which column answers which question, and why; `headings` are the columns' keys and headings."""

    def taken_for(key: str) -> tuple[str, str]:
        use = uses[key]
        what = wordings.get(use.question_id, "") if use.use is ColumnUse.QUESTION else use.use.label
        return what, use.reason if use.sure else f"{use.reason} – look at it"

    return preview.uses_table(headings, taken_for, "Taken for")


# --- sentences --------------------------------------------------------------------------------------------


def preview_notes(found: Checked) -> list[str]:
    """The warnings, whose the responses are, what is new and left out, and what was dropped."""
    notes = [
        *found.warnings,
        *[one.sentence for one in file_asks_otherwise(found)],
        *_whose_notes(found),
        *preview.new_questions_words((one.wording, one.kind.label) for one in found.drafts.values()),
        *preview.left_out_words(found.left_out),
        *preview.ignored_words(found.file),
        *found.notes,
    ]
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
