"""A composed report looked through once more: what stands bare, and what is missing of what is kept back. Pure."""

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from resources.report.blocks import Heading, PageBreak, exemptions_of
from resources.report.committee.outline import ItemKind, Outline
from resources.report.committee.pieces import Draft, Piece, SentenceState
from resources.report.committee.to_mend import ToMend, Weight
from resources.report.exemption import Exemption
from resources.wording import and_list, date_words, shortened


def tell_bare_headings(draft: Draft) -> None:
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


def tell_what_is_exempt(draft: Draft, *, meets_on: date) -> None:
    """What is missing of each exemption, and what somebody typed that goes with an exempt heading; once a line."""
    heading = ""
    told: dict[tuple[str, str], ToMend] = {}
    for piece, exempt in zip(draft.pieces, exemptions_of(draft.blocks), strict=True):
        if isinstance(piece.block, Heading):
            heading = piece.block.text
        if exempt is not None:
            for one in _of_exempt(piece, exempt, heading, meets_on):
                told.setdefault((one.item, one.words), one)
    draft.to_mend += told.values()


def _of_exempt(piece: Piece, exempt: Exemption, heading: str, meets_on: date) -> Iterator[ToMend]:
    item = piece.origin.item
    if piece.block.exempt is None and piece.origin.state is SentenceState.TYPED:
        yield ToMend(
            Weight.LOOK,
            f"This stands beneath the exempt heading “{shortened(heading)}”, so it goes to the exempt appendix. Put a "
            "heading of its own above it if the public may read it.",
            heading,
            item,
        )
    if not exempt.public_interest.strip():
        yield ToMend(
            Weight.STOPS,
            "It is not said why keeping this back outweighs telling it. Write the reason in the public interest.",
            heading,
            item,
        )
    missing = [] if exempt.seen_by.strip() else ["who may see this"]
    missing += [] if exempt.review_on else ["when that is reviewed"]
    if missing:
        yield ToMend(Weight.LOOK, f"It is not said {and_list(missing)}. Write it.", heading, item)
    if exempt.review_on and exempt.review_on <= meets_on.isoformat():
        yield ToMend(
            Weight.LOOK,
            f"That this is kept back is to be reviewed on {date_words(exempt.review_on)}, not after the meeting. "
            "Choose a later day, or tell it.",
            heading,
            item,
        )


def tell_needless_reasons(draft: Draft, outline: Outline) -> None:
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


def tell_carried_over(draft: Draft, outline: Outline) -> None:
    """What somebody wrote for an earlier report, and nobody has looked at since, so far as it stands in this one."""
    standing = {piece.origin.item for piece in draft.pieces}
    for line in outline.items:
        if line.carried_over and line.id in standing:
            what = "Why this is not public was" if line.kind is ItemKind.SECTION else "This was"
            draft.look(
                f"{what} carried over from {line.carried_over}: read it again. Change it, or say that it still holds.",
                where="" if line.kind is ItemKind.SECTION else f"“{shortened(line.text, 40)}”",
                item=line.id,
            )
