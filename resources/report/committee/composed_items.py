"""The lines of an outline as blocks: what sections tell, with its edits, and what somebody typed between. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from resources.problem import Problem
from resources.report.blocks import Block, Bullets, ChartBlock, Heading, PageBreak, Paragraph, exemptions_of
from resources.report.committee.house_styles import HouseStyle
from resources.report.committee.outline import Edit, Item, ItemKind, Outline
from resources.report.committee.pieces import Draft, Origin, Piece, SentenceState
from resources.report.committee.section import Section
from resources.report.exemption import Exemption
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
    _tell_bare_headings(draft)
    _tell_what_is_exempt(draft)
    _tell_needless_reasons(draft, outline)
    _tell_unused_edits(draft, outline, edits)
    return draft


def sentence_of(block: Block) -> tuple[str, str]:
    """The name and the words of a generated sentence; a list's items stand a line each. Empty of any other block."""
    match block:
        case Paragraph(key=key, text=text) if key:
            return key, text
        case Bullets(key=key, items=items) if key:
            return key, "\n".join(items)
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
        kept = tuple(figure for figure in block.figures if figure.words in words)
        return replace(block, text=words, figures=kept)
    if isinstance(block, Bullets):
        kept = tuple(figure for figure in block.figures if figure.words in words)
        return replace(block, items=lines_of(words), figures=kept)
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


def _tell_bare_headings(draft: Draft) -> None:
    """Typed headings with nothing beneath them, as when their section has no data."""
    standing = [piece for piece in draft.pieces if not isinstance(piece.block, PageBreak)]
    for piece, after in zip_longest(standing, standing[1:]):
        heading, beneath = piece.block, after.block if after else None
        if not isinstance(heading, Heading) or piece.origin.state is not SentenceState.TYPED:
            continue
        if beneath is None or (isinstance(beneath, Heading) and beneath.level <= heading.level):
            draft.look(
                f"Nothing stands beneath the heading “{shortened(heading.text)}”. Add something, or take it out.",
                where=heading.text,
                item=piece.origin.item,
            )


def _tell_what_is_exempt(draft: Draft) -> None:
    """Exempt blocks without a reason in the public interest, and what is not where somebody may think it is."""
    unexplained: dict[str, str] = {}
    drawn_in: set[str] = set()
    heading = ""
    for piece, exempt in zip(draft.pieces, exemptions_of(draft.blocks), strict=True):
        if isinstance(piece.block, Heading):
            heading = piece.block.text
        if exempt is None:
            continue
        item = piece.origin.item
        if not exempt.public_interest.strip():
            unexplained.setdefault(item, heading)
        own = piece.block.exempt
        if own is None and piece.origin.state is SentenceState.TYPED and item not in drawn_in:
            drawn_in.add(item)
            draft.look(
                f"This stands beneath the exempt heading “{shortened(heading)}”, so it goes to the exempt appendix. "
                "Put a heading of its own above it if the public may read it.",
                where=heading,
                item=item,
            )
    for item, heading in unexplained.items():
        draft.stop(
            "It is not said why keeping this back outweighs telling it. Write the reason in the public interest.",
            where=heading,
            item=item,
        )


def _tell_needless_reasons(draft: Draft, outline: Outline) -> None:
    """Of a section with reasons for keeping it back that holds nothing exempt: nobody may take it for kept back."""
    told = {piece.origin.item for piece in draft.pieces}
    kept_back = {
        piece.origin.item
        for piece, exempt in zip(draft.pieces, exemptions_of(draft.blocks), strict=True)
        if exempt
    }
    for line in outline.items:
        if line.exempt and line.kind is ItemKind.SECTION and line.id in told - kept_back:
            draft.look(
                "Nothing in this section is exempt, so all of it is public, although reasons for keeping it back are "
                "written. Read it, and take the section out if the public may not see it.",
                item=line.id,
            )


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
