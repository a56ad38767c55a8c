"""The verdicts of rules as evidence: which of them the classifier may overrule, and as features of a block.

A rule knows one line, the classifier the page. A name such as "related" may surround a story, and a list of links
may be one. So verdicts are features that the classifier weighs, and those that rest on the place of a line are not
final.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from audio_edition.model import UNSPOKEN_KINDS, Role
from audio_edition.segmenter.classifier.windows import FloatArray
from audio_edition.segmenter.page import Page

_RULES = (
    "navigation",
    "beside the story",
    "another article of the page",
    "page footer",
    "form",
    "links",
    "reader comments",
    "photo credit",
    "caption by",
    "pull quote",
    "said twice on the page",
    "story teaser",
    "after the story",
    "share links",
    "listen prompt",
    "newsletter sign-up",
    "subscription offer",
    "promotion",
    "advertising notice",
    "consent notice",
    "agency credit",
    "copyright notice",
    "print note",
)
"""The beginnings of the names of rules that have a feature of their own; the others share one."""

_OVERRULABLE_RULES = (
    "navigation",
    "beside the story",
    "page footer",
    "form",
    "caption by",
    "after the story",
)
"""The beginnings of the names of rules that the classifier may overrule: they judge by the place of a line alone.

The others have a reason in the line itself: it is worded like no story, is printed twice, or states a fact.
"""

_LINKS = "links"
"""The rule that drops short lines in links; a list of the story may consist of links."""

_UNJUDGED_RULES = (
    "byline",
    "date line",
    "headline again",
    "no words",
    "repeated on other pages",
    "you asked",
    "mail header",
    "mail signature",
    "notice page",
)
"""The beginnings of the names of rules whose blocks get no row in the feature matrix, beside unspoken kinds."""

_CONTAINERS = ("article", "main", "nav", "aside", "footer", "form", "header", "figure", "other article")


def may_overrule(page: Page, index: int) -> bool:
    """Return True if the classifier may overrule the rule that dropped a block.

    Around a landmark only prose is in doubt: no paragraph of the story is as short as the lines of a page's footer.
    """
    verdict = page.verdicts[index]
    if not isinstance(verdict, str) or isinstance(verdict, Role):
        return False
    return verdict == _LINKS or (page.is_prose(index) and verdict.startswith(_OVERRULABLE_RULES))


def is_judged(verdict: Role | str | None) -> bool:
    """Return True if the classifier judges a block with this verdict: an open one, or one that a rule dropped.

    Blocks whose rule it cannot overrule are judged, too, as long as they are chrome, because it sees a block in the
    light of those around it.
    """
    if verdict is None:
        return True
    return (
        not isinstance(verdict, Role) and verdict not in UNSPOKEN_KINDS and not verdict.startswith(_UNJUDGED_RULES)
    )


def extract_evidence_features(page: Page, rows: Sequence[int]) -> FloatArray:
    """Return features for the rule that dropped each row, if any, and the landmark around it.

    The result has shape (rows, features) and holds zeros and ones.
    """
    return np.array([_encode_rule(page.verdicts[i]) + _encode_container(page.blocks[i].container) for i in rows])


def _encode_rule(verdict: Role | str | None) -> list[float]:
    encoded = [0.0] * (len(_RULES) + 1)
    if isinstance(verdict, str):
        encoded[next((at for at, rule in enumerate(_RULES) if verdict.startswith(rule)), len(_RULES))] = 1.0
    return encoded


def _encode_container(container: str) -> list[float]:
    return [float(container == name) for name in _CONTAINERS]
