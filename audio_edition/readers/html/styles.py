"""Find the classes and ids that the style sheets inside a page hide, or display as blocks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lxml import html as lxml_html

_RULE = re.compile(r"(?<![^{}])([^{}]{1,200})\{[^{}]*(?<![\w-])display\s*:\s*([a-z-]+)[^{}]*\}", re.IGNORECASE)
_SIMPLE_SELECTOR = re.compile(r"(?:p|div|span)?([.#][\w-]+)")
_NAME = re.compile(r"[.#][\w-]+")
_ANYWHERE = frozenset({"", "all", "screen"})
_BLOCK_DISPLAYS = frozenset({"block", "flex", "grid", "list-item", "table"})
_CONDITIONAL = ""
"""Stands for a display that applies under a condition: on some screens, or inside or beside other elements."""


class Displays(NamedTuple):
    """The classes (".name") and ids ("#name") that are always hidden, and those that are always blocks."""

    hidden: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()


NO_DISPLAYS = Displays()


def read_displays(page: lxml_html.HtmlElement) -> Displays:
    """Return what the style sheets inside a page say about names without any condition.

    A name counts only if no other rule displays it otherwise: scripts and wide screens show much that is hidden
    at first.
    """
    displays: dict[str, set[str]] = defaultdict(set)
    for style in page.getroottree().iter("style"):
        if style.text and style.get("media", "") in _ANYWHERE:
            for name, display in _rules(style.text):
                displays[name].add(display)
    certain = {name: next(iter(found)) for name, found in displays.items() if len(found) == 1}
    return Displays(
        frozenset(name for name, display in certain.items() if display == "none"),
        frozenset(name for name, display in certain.items() if display in _BLOCK_DISPLAYS),
    )


def element_names(element: lxml_html.HtmlElement) -> Iterator[str]:
    """Yield the classes and the id of an element as selectors name them."""
    yield from (f".{name}" for name in element.get("class", "").split())
    if "id" in element.attrib:
        yield f"#{element.get('id')}"


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield each name in a selector and its display; the display is conditional unless the name is the selector."""
    depth = position = 0
    for rule in _RULE.finditer(sheet):
        depth += sheet.count("{", position, rule.start()) - sheet.count("}", position, rule.start())
        position = rule.start()
        for selector in rule[1].rpartition("*/")[2].rpartition(";")[2].split(","):
            simple = _SIMPLE_SELECTOR.fullmatch(selector.strip())
            if simple and not depth:
                yield simple[1], rule[2].lower()
            else:
                yield from ((name, _CONDITIONAL) for name in _NAME.findall(selector))
