"""The verdicts of rules as evidence: which of them the classifier may overrule, and as features of a block.

A rule knows one line, the classifier the page. A name such as "related" may surround a story, and a guide may say
"sign up here"; so most verdicts are features that the classifier weighs, and only a few are final.
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

_FINAL_RULES = (
    "byline",
    "date line",
    "headline again",
    "no words",
    "repeated on other pages",
    "you asked",
    "mail header",
    "mail signature",
)
"""The beginnings of the names of rules that the classifier does not overrule, beside the kinds of unspoken blocks.

They are facts of the file or wishes of the user, or concern lines that are printed but not read, such as a byline.
"""

_CONTAINERS = ("article", "main", "nav", "aside", "footer", "form", "header", "figure", "other article")


def may_overrule(verdict: Role | str | None) -> bool:
    """Return True if a verdict is that of a rule which the classifier may overrule."""
    return (
        isinstance(verdict, str)
        and not isinstance(verdict, Role)
        and verdict not in UNSPOKEN_KINDS
        and not verdict.startswith(_FINAL_RULES)
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
