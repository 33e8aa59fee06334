"""What was saved, for whoever has to show where a figure comes from: files, checksums, figures, as-at dates, edits.

What stands in the exempt appendix alone is told in a part of its own, and then the whole manifest is marked.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from desktop.committee.known import not_searched
from desktop.committee.making import Made
from desktop.committee.sections import section_of
from resources.database import Database
from resources.files.names import name_of
from resources.files.sha256 import sha256_of_bytes
from resources.problem import Problem
from resources.report.blocks import Block, Bullets, Paragraph, exempt_part, exemptions_of, words_of
from resources.report.committee.composing import Origin, SentenceState
from resources.report.committee.outline import ItemKind
from resources.report.committee.section import Section
from resources.report.committee.to_mend import ToMend
from resources.report.exemption import Exemption, notice_of
from resources.wording import instant_text

_PROGRAM = "provider-desk"


@dataclass(frozen=True)
class SavedFile:
    """A file as it is to be written, and what it is."""

    path: Path
    what: str
    data: bytes


def manifest_of(
    made: Made,
    files: Sequence[SavedFile],
    *,
    vault: Database | None,
    now: datetime,
    to_look_at: Sequence[ToMend],
) -> str:
    """As JSON that people can read too."""
    appendix = exempt_part(made.composed.report)
    outline = made.outline
    told: dict[str, Any] = {} if appendix is None else {"marking": notice_of(appendix.marking)}
    told |= {
        "title": made.composed.report.title,
        "committee": outline.committee,
        "meets_on": outline.meets_on.isoformat(),
        "period": [outline.span.first.isoformat(), outline.span.last.isoformat()],
        "changes_since": outline.since.isoformat() if outline.since else None,
        "house_style": outline.style.value,
        "made_on": made.today.isoformat(),
        "saved_at": instant_text(now),
        "program": f"Provider Desk {program_version()}",
        "files": [
            {
                "name": name_of(one.path),
                "what": one.what,
                "bytes": len(one.data),
                "sha256": sha256_of_bytes(one.data),
            }
            for one in files
        ],
        "sections": list(_sections(made)),
        "public": _half(made, exempt=False),
    }
    if appendix is not None:
        told["exempt"] = {
            "exemptions": [_exemption(one) for one in appendix.marking],
            **_half(made, exempt=True),
        }
    told["sentences_left_out"] = [
        {"section": one.section, "sentence": one.sentence} for one in made.composed.left_out
    ]
    told["to_look_at"] = [_to_look_at(one) for one in to_look_at]
    told["not_searched"] = list(not_searched(vault))
    return _as_text(told)


def marked(manifest: str, exemptions: tuple[Exemption, ...]) -> str:
    """The same, not for publication: its first line says so."""
    return _as_text({"marking": notice_of(exemptions), **json.loads(manifest)})


def _as_text(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def program_version() -> str:
    """Of the program that writes; told, so that a file can be drawn again by the same."""
    try:
        return version(_PROGRAM)
    except PackageNotFoundError:
        return "run from its folder"


def _sections(made: Made) -> Iterator[dict[str, Any]]:
    for item in made.outline.items:
        if item.kind is not ItemKind.SECTION:
            continue
        record, section = section_of(item.section), made.sections.get(item.id)
        told: dict[str, Any] = {"section": item.section, "title": record.title if record else item.section}
        told |= {"options": dict(item.options)} if item.options else {}
        if isinstance(section, Section):
            yield told | {"as_at": section.as_at}
        elif isinstance(section, Problem):
            yield told | {"left_out": str(section)}


def _half(made: Made, *, exempt: bool) -> dict[str, Any]:
    """Figures and edits of what is exempt, or of what is public."""
    blocks = made.composed.report.blocks
    pairs = [
        (block, origin)
        for block, origin, why in zip(blocks, made.composed.origins, exemptions_of(blocks), strict=True)
        if (why is not None) is exempt
    ]
    as_at = {key: one.as_at for key, one in made.sections.items() if isinstance(one, Section)}
    return {
        "figures": [
            {"as_at": as_at.get(origin.item, ""), **one}
            for block, origin in pairs
            for one in _figures(block, origin)
        ],
        "edits": [_edit(origin, words_of(block)) for block, origin in pairs if origin.state.is_edited],
    }


def _figures(block: Block, origin: Origin) -> Iterator[dict[str, Any]]:
    if isinstance(block, Paragraph | Bullets):
        for one in block.figures:
            yield {
                "section": origin.section,
                "sentence": origin.sentence or block.key,
                "figure": one.name,
                "words": one.words,
                "value": one.value,
                "base": one.base,
            }


def _edit(origin: Origin, words: str) -> dict[str, Any]:
    told = {
        "section": origin.section,
        "sentence": origin.sentence,
        "made": origin.generated,
        "printed": words,
    }
    changed = origin.state is SentenceState.EDITED_AND_CHANGED
    return told | ({"made_when_edited": origin.was} if changed else {})


def _exemption(one: Exemption) -> dict[str, Any]:
    return {
        "paragraph": one.paragraph,
        "reason": one.reason,
        "public_interest": one.public_interest,
        "seen_by": one.seen_by,
        "review_on": one.review_on or None,
    }


def _to_look_at(one: ToMend) -> dict[str, str]:
    return {"where": one.where, "words": one.words} if one.where else {"words": one.words}
