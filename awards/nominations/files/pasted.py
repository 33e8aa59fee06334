"""A nomination in a pasted e-mail: by its labels (“Nominee: …”), or by its sentences. Pure; a person confirms it.

Greeting, signature, quoted mail and what mail programs add are no part of the statement. A mail that was only forwarded
is read as the one that it forwards.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.fields import field_of
from awards.nominations.files.pasted_sentences import TO_NOMINATE, by_sentences, consent_in
from awards.nominations.files.several import told_of
from awards.nominations.files.told_words import category_key, kind_of
from engagement.register.name_match import Places
from resources.files.cells import clean_text
from resources.files.dates import date_in_text
from resources.files.headers import heading_keys
from resources.pasted_mail import own_words, without_signature

_FORWARDED = re.compile(
    r"^[ \t]*(?:-{2,}[ \t]*(?:original|forwarded) message[ \t]*-*|begin forwarded message:?|_{8,})[ \t]*$",
    re.I | re.M,
)
_SENDER = re.compile(r"^[ \t]*>?[ \t]*from[ \t]*:[ \t]*(.+)$", re.I | re.M)
_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+44\s?|\b0)\d[\d ()-]{7,13}\d\b")
_LABEL = re.compile(r"^[\s*•·>\-–—\d.)(]{0,6}([^:=\t\n]{2,80}?)\s*(?:[:=\t]|\s[-–—]\s)\s*(.*)$")
_QUESTION = re.compile(r"^[\s*•·>\d.)(]{0,6}([^\n?]{4,80}\?)\s+(\S.*)$")
_UNSAID = {
    "name": F.NOMINEE, "full name": F.NOMINEE, "email": F.NOMINATOR_EMAIL, "e mail": F.NOMINATOR_EMAIL,
    "email address": F.NOMINATOR_EMAIL, "phone": F.NOMINATOR_PHONE, "telephone": F.NOMINATOR_PHONE,
    "tel": F.NOMINATOR_PHONE, "mobile": F.NOMINATOR_PHONE, "contact number": F.NOMINATOR_PHONE, "from": F.NOMINATOR,
    "team": F.NOMINEE, "address": F.PLACE, "nomination": F.STATEMENT,
}  # fmt: skip
"""Labels that do not say whose; a second name is the nominator's."""
_MOST_LABEL_WORDS, _MOST_IN_TEXT = 14, 12
_BESIDE_NAME = re.compile(r"\s*[(\[]([^()\[\]]{2,40})[)\]]")


@dataclass(frozen=True)
class Pasted:
    """What a pasted text says of each part of a nomination; `subject` is that of the mail."""

    values: dict[F, str] = field(default_factory=dict)
    subject: str = ""
    received_on: date | None = None
    by_labels: bool = False

    def said(self, part: F) -> str:
        """What it says of one part; '' where it says nothing."""
        return self.values.get(part, "")


def read_pasted(text: str, categories: Sequence[str] = (), places: Places | None = None) -> Pasted:
    """Look through a pasted mail; `categories` are the names of the round's, `places` what the register knows."""
    headers, written = _mail(text)
    lines, signature = without_signature(written, _is_text)
    values = _by_labels(lines)
    by_labels = bool(values.keys() & {F.NOMINEE, F.NOMINEE_LAST, F.PLACE, F.CATEGORY})
    if not by_labels:
        values = by_sentences(lines, headers.get("subject", ""), places or Places(()))
    if F.PUBLISH_WORDS not in values and (consent := consent_in(written)):
        values[F.PUBLISH_WORDS] = consent
    if F.CATEGORY not in values and (
        named := _category_in(f"{headers.get('subject', '')}\n{written}", categories)
    ):
        values[F.CATEGORY] = named
    _add_nominator(values, headers, signature)
    received = date_in_text([headers.get("sent", "") or headers.get("date", "")])
    return Pasted(values, clean_text(headers.get("subject", "")), received, by_labels)


# --- the mail ---------------------------------------------------------------------------------------------------


def _mail(text: str) -> tuple[dict[str, str], str]:
    """Headers and own words; of a mail that only forwards another, those of that one."""
    headers, written = own_words(text)
    own, _ = without_signature(written, _is_text)
    marker = _FORWARDED.search(text) or (
        _SENDER.search(text, text.find(written) + len(written)) if written else None
    )
    if _says_nothing(own) and (marker or _SENDER.search(text)):
        inner = _forwarded(text, headers)
        if inner.strip():
            below, said = own_words(inner)
            if said:
                return headers | below, said
    return headers, written


def _says_nothing(lines: Sequence[str]) -> bool:
    """Whether there is no nomination in the lines above what is forwarded: no label, and hardly a sentence."""
    return (
        not _by_labels(lines)
        and len(" ".join(lines).split()) < 40
        and not TO_NOMINATE.search(" ".join(lines))
    )


def _forwarded(text: str, headers: dict[str, str]) -> str:
    """The mail beneath, without the marks of quoting."""
    plain = "\n".join(re.sub(r"^\s*>+ ?", "", line) for line in text.replace("\r\n", "\n").split("\n"))
    marker = _FORWARDED.search(plain)
    if marker:
        return plain[marker.end() :]
    senders = list(_SENDER.finditer(plain))
    own = "from" in headers
    return (
        plain[senders[1 if own and len(senders) > 1 else 0].start() :]
        if senders and (not own or len(senders) > 1)
        else ""
    )


def _is_text(lines: Sequence[str]) -> bool:
    """Whether what stands beneath “Thank you” goes on: a label, or a line as long as a sentence."""
    return any(len(line.split()) > _MOST_IN_TEXT for line in lines) or bool(
        _by_labels(lines).keys() & {F.NOMINEE, F.STATEMENT}
    )


# --- by labels --------------------------------------------------------------------------------------------------


def _by_labels(lines: Sequence[str]) -> dict[F, str]:
    """What stands behind each label, or beneath it until the next."""
    found: dict[F, list[str]] = {}
    part: F | None = None
    for line in lines:
        label = _label(line, found, part)
        if label is not None:
            part, rest = label
            found.setdefault(part, [])
            if rest.strip():
                found[part].append(rest.strip())
        elif part is not None and (line.strip() or part is F.STATEMENT):
            if part is not F.STATEMENT and found[part] and not line.strip():
                part = None
            elif part is F.STATEMENT or not found[part]:
                found[part].append(line.strip())
            else:
                part = F.STATEMENT if len(line.split()) > _MOST_IN_TEXT else None
                if part is not None:
                    found.setdefault(part, []).append(line.strip())
    joined = {one: "\n".join(texts).strip() for one, texts in found.items()}
    return {one: text for one, text in joined.items() if text}


def _label(line: str, found: dict[F, list[str]], part: F | None) -> tuple[F, str] | None:
    """The part that a line begins with, and what stands behind its colon; a question may stand on a line of its own."""
    match = _LABEL.match(line) or _QUESTION.match(line)
    label, rest = (match[1], match[2]) if match else (line.strip(), "")
    if not match and not (label.endswith("?") and len(label.split()) <= _MOST_LABEL_WORDS):
        return None
    key = heading_keys(label)[0]
    if not key or len(key.split()) > _MOST_LABEL_WORDS:
        return None
    asked_part = _UNSAID.get(key) or field_of(label)
    if asked_part is F.NOMINEE and key in ("name", "full name") and F.NOMINEE in found:
        asked_part = F.NOMINATOR
    within = part is F.STATEMENT and len(rest.split()) > _MOST_IN_TEXT
    if asked_part is None or asked_part is F.RECEIVED_ON or asked_part in found or within:
        return None
    return asked_part, rest


def _category_in(text: str, categories: Sequence[str]) -> str:
    """The one category that a text names in full."""
    words = f" {category_key(text)} "
    named = [one for one in categories if f" {category_key(one)} " in words]
    return named[0] if len(named) == 1 else ""


# --- who wrote it -----------------------------------------------------------------------------------------------


def _add_nominator(values: dict[F, str], headers: dict[str, str], signature: Sequence[str]) -> None:
    """The sender, where the text does not say who nominates, and who that is; a number from the signature."""
    sender = headers.get("from", "")
    address = _ADDRESS.search(sender)
    sender = _without_relation(values, sender)
    if F.NOMINATOR in values:
        values[F.NOMINATOR] = _without_relation(values, values[F.NOMINATOR])
    name = clean_text(re.sub(r"[<\[(].*", "", _ADDRESS.sub("", sender))).strip(" \"'<>,;")
    if F.NOMINATOR not in values and F.NOMINATOR_LAST not in values:
        bare = [_without_relation(values, line) for line in signature[:2]]
        signed = next((line for line in bare if _is_signed(line)), "")
        chosen = told_of(name).name if len(name.split()) > 1 else signed or name
        if chosen:
            values[F.NOMINATOR] = chosen
    told = values.get(F.NOMINATOR_EMAIL, "")
    found = _ADDRESS.search(told) or address or _ADDRESS.search("\n".join(signature))
    if found:
        values[F.NOMINATOR_EMAIL] = found[0]
    phone = _PHONE.search("\n".join(signature))
    if phone and F.NOMINATOR_PHONE not in values:
        values[F.NOMINATOR_PHONE] = phone[0]


def _without_relation(values: dict[F, str], text: str) -> str:
    """A name without “(daughter)” behind it, which is kept as how they know the nominee."""
    beside = _BESIDE_NAME.search(text)
    if beside is None or kind_of(beside[1]) is None:
        return text
    values.setdefault(F.RELATION, clean_text(beside[1]))
    return _BESIDE_NAME.sub("", text, count=1).strip()


def _is_signed(line: str) -> bool:
    words = line.split()
    return 1 <= len(words) <= 4 and all(word[:1].isupper() for word in words) and not _ADDRESS.search(line)
