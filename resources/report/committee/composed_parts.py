"""The formal parts of a report as blocks, in the order and the words of its house style. Pure."""

from dataclasses import dataclass

from resources.report.blocks import (
    Block,
    FactList,
    Heading,
    Paragraph,
    Recommendations,
    Report,
    SignOff,
    exempt_part,
)
from resources.report.committee.house_styles import HouseStyle, PartStyle, Place
from resources.report.committee.outline import Outline
from resources.report.committee.parts import Part
from resources.report.committee.pieces import Draft, Origin, SentenceState
from resources.report.exemption import SCHEDULE, Exemption, paragraphs_of
from resources.report.typed_text import blocks_of
from resources.wording import capital_first, shortened

_BALANCE = (
    "Having regard to all the circumstances, on balance the public interest in disclosing this information does not "
    "outweigh the reason for exemption"
)
_BUSINESS_AFFAIRS = 3
_BECAUSE = (
    "because it would add little to what the public understands of the issues, and may damage the financial or "
    "business affairs of those whom it is about"
)


@dataclass(frozen=True)
class Parts:
    """The parts of one report, put around its lines."""

    outline: Outline
    layout: HouseStyle
    items: Draft

    def composed(self) -> Draft:
        """The whole report in the order of its style; what is to be mended of the lines comes where they stand."""
        draft = Draft()
        for placed in self.layout.order:
            if isinstance(placed, PartStyle):
                self._add_part(draft, placed)
            else:
                self._add_place(draft, placed)
        self._tell_unprinted(draft)
        return draft

    def _add_place(self, draft: Draft, place: Place) -> None:
        match place:
            case Place.OFFICERS:
                self._add_officers(draft)
            case Place.ITEMS:
                self._add_items(draft)
            case Place.RECOMMENDATIONS:
                self._add_recommendations(draft)
            case Place.SIGN_OFF:
                self._add_sign_off(draft)
            case Place.APPENDICES:
                self._add_appendices(draft)

    def _text(self, part: Part) -> str:
        written = self.outline.parts.get(part)
        return written.text.strip() if written else ""

    def _add_part(self, draft: Draft, style: PartStyle) -> None:
        written, text = self.outline.parts.get(style.part), self._text(style.part)
        made = not text
        if not text:
            if style.needed and not self._is_told_otherwise(style.part):
                draft.stop(
                    f"Nothing is written under “{style.heading.rstrip(':')}”. Write it.", part=style.part
                )
            if style.default:
                usual = shortened(style.default, 90)
                draft.look(
                    f"Under “{style.heading_of(written)}” stand the usual words: “{usual}” Read them, or write your "
                    "own.",
                    part=style.part,
                )
            text = style.default
        if style.part.is_commented and written and not made and not (written.initials and written.on):
            draft.look(
                f"“{style.heading}” have no initials or no date. Add who commented, and when.",
                part=style.part,
            )
        if not text and not (style.part is Part.ISSUES and self.outline.recommendations):
            return
        origin = Origin(part=style.part, state=SentenceState.AS_MADE if made else SentenceState.TYPED)
        blocks: list[Block] = [Heading(style.heading_of(written))]
        if style.standing:
            blocks.append(Paragraph(style.standing))
        draft.add([*blocks, *blocks_of(text, numbered=style.numbered)], origin)

    def _is_told_otherwise(self, part: Part) -> bool:
        return part is Part.ISSUES and bool(self.outline.recommendations)

    def _add_officers(self, draft: Draft) -> None:
        for part in self.layout.needed_officers:
            if not self._text(part):
                draft.stop(f"The report does not name its {part.label.lower()}. Write it.", part=part)
        facts = tuple((label, text) for part, label in self.layout.officers if (text := self._text(part)))
        if facts:
            first = next(part for part, _ in self.layout.officers if self._text(part))
            draft.add([FactList(facts)], Origin(part=first, state=SentenceState.TYPED))

    def _add_items(self, draft: Draft) -> None:
        if not self.items.pieces:
            draft.stop("The report tells nothing yet. Add a section or a paragraph.")
        if self.layout.items_heading:
            draft.add([Heading(self.layout.items_heading)], Origin())
        if Place.APPENDICES not in self.layout.order:
            self._add_notice(draft)
        if not self.layout.items_heading and self.items.pieces:
            first = self.items.pieces[0]
            if not isinstance(first.block, Heading):
                draft.look(
                    "The first line has no heading of its own, so it stands under the one before it. Put one above.",
                    item=first.origin.item,
                )
        draft.pieces += self.items.pieces
        draft.to_mend += self.items.to_mend
        draft.left_out += self.items.left_out

    def _add_notice(self, draft: Draft) -> None:
        """Why some of it is not for publication, when something is not."""
        exemptions, text = self._exemptions(), self._text(Part.EXEMPT_NOTICE)
        if not exemptions:
            if text:
                draft.look(
                    "Nothing in the report is exempt, so the words on why some of it is not for publication stand "
                    "nowhere.",
                    part=Part.EXEMPT_NOTICE,
                )
            return
        origin = Origin(part=Part.EXEMPT_NOTICE, state=SentenceState.TYPED)
        if not text:
            text, origin = usual_notice(exemptions), Origin(part=Part.EXEMPT_NOTICE)
            draft.look(
                "Why some of it is not for publication is said in the usual words. Read them, or write your own.",
                part=Part.EXEMPT_NOTICE,
            )
        draft.add(blocks_of(text), origin)

    def _exemptions(self) -> tuple[Exemption, ...]:
        blocks = (Heading(self.layout.items_heading or self.outline.title), *self.items.blocks)
        appendix = exempt_part(Report(self.outline.title, blocks=blocks))
        return appendix.marking if appendix else ()

    def _add_recommendations(self, draft: Draft) -> None:
        recommendations = tuple(_asked(text) for text in self.outline.recommendations if text.strip())
        heading = self.layout.recommendations_heading
        if not recommendations:
            if heading:
                draft.stop("The report recommends nothing. Write what members are asked to decide.")
            return
        origin = Origin(state=SentenceState.TYPED)
        if heading:
            draft.add([Heading(heading)], origin)
        if self.layout.recommendations_lead:
            draft.add([Paragraph(self.layout.recommendations_lead, leads=True)], origin)
        draft.add([Recommendations(recommendations)], origin)

    def _add_sign_off(self, draft: Draft) -> None:
        if self.layout.needs_report_of and not self._text(Part.REPORT_OF):
            draft.stop("The report does not say whose it is. Write whose report it is.", part=Part.REPORT_OF)
        name, post = self._text(Part.SIGNATORY), self._text(Part.SIGNATORY_POST)
        if not name:
            draft.stop("Nobody signs the report. Write who does.", part=Part.SIGNATORY)
        elif not post:
            draft.look("The post of who signs the report is not written. Write it.", part=Part.SIGNATORY_POST)
        if name or post:
            draft.add([SignOff(name, post)], Origin(part=Part.SIGNATORY, state=SentenceState.TYPED))

    def _add_appendices(self, draft: Draft) -> None:
        if self._exemptions():
            draft.add([Heading(self.layout.appendices_heading)], Origin(part=Part.EXEMPT_NOTICE))
        self._add_notice(draft)

    def _tell_unprinted(self, draft: Draft) -> None:
        for part in self.outline.parts:
            if self._text(part) and part not in self.layout.parts:
                draft.look(
                    f"“{part.label}” is written, but this style does not print it. Choose the other style, or move the "
                    "words.",
                    part=part,
                )


def _asked(text: str) -> str:
    """What members are asked, as a sentence of its own: with a capital and a full stop."""
    told = text.strip()
    return capital_first(told if told.endswith((".", "?", "!", ":", ";")) else f"{told}.")


def usual_notice(exemptions: tuple[Exemption, ...]) -> str:
    """The council's formula for what is kept from the public; it tells no reason that is itself exempt."""
    numbers = {exemption.paragraph for exemption in exemptions}
    because = f" {_BECAUSE}" if numbers == {_BUSINESS_AFFAIRS} else ""
    wordings = " ".join(dict.fromkeys(exemption.wording for exemption in sorted(exemptions)))
    return (
        f"Some information relating to this report is not for publication by virtue of {paragraphs_of(exemptions)} of "
        f"{SCHEDULE} and is therefore included in an exempt appendix. The Act describes it so: {wordings} "
        f"{_BALANCE}{because}."
    )
