"""The lines of an outline as blocks: what sections tell, with its edits, and what somebody typed between. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from resources.problem import Problem
from resources.report.blocks import Block, Bullets, ChartBlock, Heading, PageBreak, Paragraph, words_of
from resources.report.committee.draft_checks import (
    tell_bare_headings,
    tell_needless_reasons,
    tell_what_is_exempt,
)
from resources.report.committee.house_styles import HouseStyle
from resources.report.committee.outline import Edit, Item, ItemKind, Outline
from resources.report.committee.pieces import Draft, Origin, Piece, SentenceState
from resources.report.committee.section import CouldNotBeMade, Section
from resources.report.exemption import Exemption
from resources.report.pointing import standing_in
from resources.report.typed_text import blocks_of, lines_of
from resources.wording import shortened


@dataclass(frozen=True)
class Materials:
    """What the lines of an outline are made of: sections by their lines' keys, PNG files by their SHA-256."""

    made: Mapping[str, Section | Problem]
    pictures: Mapping[str, bytes]


def compose_items(outline: Outline, layout: HouseStyle, materials: Materials) -> Draft:
    """All lines in their order."""
    draft = Draft()
    edits = _edits_by_item(outline, materials.made)
    for item in outline.items:
        if item.kind is ItemKind.SECTION:
            _add_section(draft, item, layout, materials.made.get(item.id), edits.get(item.id, {}))
        else:
            origin = Origin(state=SentenceState.TYPED, item=item.id)
            draft.add(_typed(draft, item, layout, materials.pictures), origin)
    tell_bare_headings(draft)
    tell_what_is_exempt(draft, meets_on=outline.meets_on)
    tell_needless_reasons(draft, outline)
    _tell_unused_edits(draft, outline, edits)
    return draft


def sentence_of(block: Block) -> tuple[str, str]:
    """The name and the words of a generated sentence; a list's items stand a line each. Empty of any other block."""
    if isinstance(block, Paragraph | Bullets) and block.key:
        return block.key, words_of(block)
    return "", ""


def _edits_by_item(outline: Outline, made: Mapping[str, Section | Problem]) -> dict[str, dict[str, Edit]]:
    """Which line each edit is of: where a section stands twice, the one that says what was edited."""
    found: dict[str, dict[str, Edit]] = {}
    for edit in outline.edits:
        told = {
            item.id: dict(map(sentence_of, section.blocks))
            for item in outline.items
            if item.section == edit.section and isinstance(section := made.get(item.id), Section)
        }
        having = [key for key, sentences in told.items() if edit.sentence in sentences]
        same = [key for key in having if told[key][edit.sentence] == edit.generated]
        for key in (same or having)[:1]:
            found.setdefault(key, {})[edit.sentence] = edit
    return found


def _add_section(
    draft: Draft, item: Item, layout: HouseStyle, section: Section | Problem | None, edits: Mapping[str, Edit]
) -> None:
    if section is None:
        draft.look(f"The section {item.section} is not made yet, so it is not in the report.", item=item.id)
        return
    if isinstance(section, CouldNotBeMade):
        draft.stop(section.sentence, item=item.id)
        return
    if isinstance(section, Problem):
        draft.look(section.sentence, item=item.id)
        return
    first = next((place for place, block in enumerate(section.blocks) if isinstance(block, Heading)), None)
    for place, block in enumerate(section.blocks):
        if place == first and isinstance(block, Heading):
            block = replace(block, level=layout.section_level)
        key, said = sentence_of(block)
        origin = Origin(item=item.id, section=item.section, sentence=key, generated=said)
        edit = edits.get(key) if key else None
        _add_told(draft, _explained(block, item.exempt), origin, edit)


def _add_told(draft: Draft, block: Block, origin: Origin, edit: Edit | None) -> None:
    """A block of a section, as somebody edited it."""
    if edit is None:
        draft.pieces.append(Piece(block, origin))
        return
    changed = edit.generated != origin.generated
    state = SentenceState.EDITED_AND_CHANGED if changed else SentenceState.EDITED
    origin = replace(origin, state=state, was=edit.generated)
    if changed:
        draft.look(
            f"You edited a sentence whose figures have changed since. It would now say: “{origin.generated}” Read it "
            "beside yours, and edit it again or put it back as made.",
            item=origin.item,
            sentence=origin.sentence,
        )
    if edit.edited.strip():
        draft.pieces.append(Piece(_edited(block, edit.edited.strip()), origin))
    else:
        draft.left_out.append(origin)


def _edited(block: Block, words: str) -> Block:
    """The block with somebody's words and those of its figures that still stand in them."""
    if isinstance(block, Paragraph):
        return replace(block, text=words, figures=standing_in(words, block.figures))
    if isinstance(block, Bullets):
        return replace(block, items=lines_of(words), figures=standing_in(words, block.figures))
    return block


def _explained(block: Block, given: Exemption | None) -> Block:
    """An exempt block of a section with what somebody wrote about the section's exemption."""
    if block.exempt is None or given is None:
        return block
    own = block.exempt
    return replace(
        block,
        exempt=replace(
            own,
            public_interest=given.public_interest or own.public_interest,
            seen_by=given.seen_by or own.seen_by,
            review_on=given.review_on or own.review_on,
        ),
    )


def _typed(draft: Draft, item: Item, layout: HouseStyle, pictures: Mapping[str, bytes]) -> tuple[Block, ...]:
    match item.kind:
        case ItemKind.HEADING if item.text.strip():
            level = min(layout.section_level + item.level - 1, 2)
            return (Heading(item.text.strip(), level, exempt=item.exempt),)
        case ItemKind.PARAGRAPH:
            return blocks_of(item.text, exempt=item.exempt)
        case ItemKind.BULLETS if lines := lines_of(item.text):
            return (Bullets(lines, exempt=item.exempt),)
        case ItemKind.PICTURE:
            return _picture(draft, item, pictures.get(item.file))
        case ItemKind.PAGE_BREAK:
            return (PageBreak(exempt=item.exempt),)
    return ()


def _picture(draft: Draft, item: Item, png: bytes | None) -> tuple[Block, ...]:
    named = f"The picture “{shortened(item.text)}”" if item.text.strip() else "A picture"
    if png is None:
        draft.stop(
            f"{named} is no longer kept beside your file. Choose its file again, or take it out.",
            item=item.id,
        )
        return ()
    if not item.text.strip():
        draft.stop("A picture has no caption. Say in a few words what it shows.", item=item.id)
    if not item.alt.strip():
        draft.stop(
            f"{named} is not described for those who cannot see it. Write its description.", item=item.id
        )
    caption = item.text.strip() or "Picture"
    return (ChartBlock(png, item.alt.strip() or caption, caption, exempt=item.exempt),)


def _tell_unused_edits(draft: Draft, outline: Outline, used: Mapping[str, Mapping[str, Edit]]) -> None:
    """Edits are kept whatever happens to their sentences; those that stand nowhere are told."""
    standing = {(edit.section, edit.sentence) for edits in used.values() for edit in edits.values()}
    for edit in outline.edits:
        if (edit.section, edit.sentence) not in standing and edit.edited.strip():
            draft.look(
                f"A sentence that you edited is no longer made, so your words are not in the report: "
                f"“{shortened(edit.edited, 120)}” Add them as a paragraph, or take the edit back.",
                item=next((item.id for item in outline.items if item.section == edit.section), ""),
                sentence=edit.sentence,
            )
