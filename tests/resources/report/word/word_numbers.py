"""The numbers that Word works out for the paragraphs of a file, from its styles and its numbering."""

from collections import Counter

from docx.oxml.ns import qn


def numbered_lines(document):
    """(style, number, text) of each paragraph of the body; the number is "" where there is none, or a bullet."""
    rules = _rules(document)
    counts: Counter[tuple[str, int]] = Counter()
    found = []
    for paragraph in document.paragraphs:
        number, level = _list_of(paragraph)
        found.append((paragraph.style.name, _next(rules.get(number), level, counts), paragraph.text))
    return found


def _list_of(paragraph):
    """The numbering of a paragraph and its level there, its own or its style's."""
    for element in (paragraph._p, paragraph.style.element):
        number = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if number is not None:
            level = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
            return number.get(qn("w:val")), int(level.get(qn("w:val"))) if level is not None else 0
    return "", 0


def _rules(document):
    """Of each numbering what it counts in, and its levels' forms and texts."""
    numbering = document.part.numbering_part.element
    abstract = {
        rule.get(qn("w:abstractNumId")): [
            (level.find(qn("w:numFmt")).get(qn("w:val")), level.find(qn("w:lvlText")).get(qn("w:val")))
            for level in rule.findall(qn("w:lvl"))
        ]
        for rule in numbering.findall(qn("w:abstractNum"))
    }
    rules = {}
    for number in numbering.findall(qn("w:num")):
        key, of = number.get(qn("w:numId")), number.find(qn("w:abstractNumId")).get(qn("w:val"))
        restarts = number.find(qn("w:lvlOverride")) is not None
        rules[key] = (key if restarts else f"of {of}", abstract[of])
    return rules


def _next(rule, level, counts):
    if rule is None:
        return ""
    counter, levels = rule
    form, text = levels[level]
    if form == "bullet":
        return ""
    counts[counter, level] += 1
    for below in range(level + 1, len(levels)):
        counts[counter, below] = 0
    for place in range(level + 1):
        text = text.replace(f"%{place + 1}", str(counts[counter, place]))
    return text
