"""Elements of a Word file’s XML, by their names without namespaces. Pure."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

OFF = ("0", "false", "off", "none")


def kind_of(element: Element) -> str:
    """Its name without the namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_of(element: Element | None, name: str = "val") -> str:
    """An attribute by its name without the namespace; "" where it has none."""
    if element is None:
        return ""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def child_of(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of names."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if kind_of(one) == name), None)
    return element


def all_of(element: Element | None, *kinds: str) -> Iterator[Element]:
    """Every element of these kinds within, in their order."""
    if element is not None:
        yield from (one for one in element.iter() if kind_of(one) in kinds)


def is_on(element: Element | None) -> bool:
    """Whether a setting such as `<w:i/>` is there and not switched off."""
    return element is not None and value_of(element) not in OFF


def text_in(element: Element) -> str:
    """The letters of its runs."""
    return "".join(one.text or "" for one in all_of(element, "t"))


def has(element: Element | None, *kinds: str) -> bool:
    """Whether there is one of these kinds within."""
    return next(all_of(element, *kinds), None) is not None
