"""The language an element says its words are in."""

from __future__ import annotations

import re

from lxml import html as lxml_html

from audio_edition.text.readers.html.collector import Place

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
_NO_LANGUAGE = frozenset({"mis", "mul", "und", "zxx"})
"""Codes of ISO 639 for what has none, or several."""


def marked(element: lxml_html.HtmlElement, place: Place) -> Place:
    """Where an element's words stand: in `place`, and in the language it names with `lang` or `xml:lang`.

    A name that is empty or no BCP 47 tag says that nothing is known.
    """
    named = element.get("lang")
    if named is None and (named := element.get("xml:lang")) is None:
        return place
    return place._replace(language=tag(named))


def tag(named: str) -> str | None:
    """A BCP 47 tag as it is written, with hyphens; None for what is no language."""
    written = named.strip().replace("_", "-")
    known = _TAG.fullmatch(written) and written[:3].lower() not in _NO_LANGUAGE
    return written if known else None
