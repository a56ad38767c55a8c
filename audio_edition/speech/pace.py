"""How long a voice takes to say a text, learned from what it has said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

MIN_CLIPS = 20
"""Clips below which only it is learned how much slower or faster a voice is than most."""

MIN_CLIPS_TO_SCALE = 4
"""Clips below which nothing is learned."""

_TOLERANCE = 0.25
_TOLERANCE_OF_FEW = 0.3
_SLACK_SECONDS = 0.3
"""A clip may be a quarter and 0.3 s off. Sentences are off by 7 % (their deviation), the worst of 645 by 21 %.

Where there are few, three tenths: then half of a sentence of 2.5 s or more is found in 98 of 100 cases, half of one
of 1.2 s in 58; of all lines of hibari, Piper and English espeak-ng only "Shh!" was doubted.
"""

_USUAL_WEIGHTS = (0.15, 0.074, 0.25, 0.107)
"""The weights of most voices, at their own speed: those of 140 voices, each brought to the same time a letter."""

_MIN_SECONDS = 0.4
"""Seconds that the shortest word takes."""

_PAUSE = re.compile(r"[,;:.!?…—–()]\s")
_SINGLE_LETTER = re.compile(r"\b[^\W\d_aAI]\b")
_FIT_ROUNDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds a voice needs for a text at all, and for each letter, pause and letter said by its name.

    So much of its time a clip may be off.
    """

    weights: tuple[float, ...]
    width: float = _TOLERANCE

    @classmethod
    def fit(cls, said: Sequence[tuple[str, float]]) -> Pace | None:
        """From texts and the seconds they took; None if they are too few. A fifth of them may be wrong."""
        if len(said) < MIN_CLIPS:
            return cls._fit_scale(said) if len(said) >= MIN_CLIPS_TO_SCALE else None
        seconds = np.array([took for _, took in said])
        features = np.array([_features(text) for text, _ in said])
        good = np.ones(len(said), bool)
        for _ in range(_FIT_ROUNDS):
            weights = _fit_weights(features[good], seconds[good])
            off = np.abs(np.log(np.maximum(seconds, 0.01) / np.maximum(features @ weights, 0.1)))
            good = off <= max(_TOLERANCE / 2, 3 * float(np.median(off)))
        return cls(weights=tuple(map(float, weights)))

    @classmethod
    def _fit_scale(cls, said: Sequence[tuple[str, float]]) -> Pace:
        """Of the usual weights, as much as fits most of these texts."""
        scale = float(np.median([seconds / np.dot(_features(text), _USUAL_WEIGHTS) for text, seconds in said]))
        return cls(weights=tuple(scale * weight for weight in _USUAL_WEIGHTS), width=_TOLERANCE_OF_FEW)

    def seconds(self, text: str) -> float:
        """How long the text should take."""
        return max(_MIN_SECONDS, float(np.dot(_features(text), self.weights)))

    def bounds(self, text: str) -> tuple[float, float]:
        """The shortest and the longest time that raise no doubt."""
        seconds = self.seconds(text)
        return seconds * (1 - self.width) - _SLACK_SECONDS, seconds * (1 + self.width) + _SLACK_SECONDS


def _features(text: str) -> tuple[float, ...]:
    letters = sum(map(str.isalpha, text))
    return 1.0, float(letters), float(len(_PAUSE.findall(text))), float(len(_SINGLE_LETTER.findall(text)))


def _fit_weights(features: npt.NDArray[np.float64], seconds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Least squares in which long sentences, whose times vary more, count less for it."""
    scale = 1 / np.sqrt(np.maximum(seconds, 0.2))
    weights, *_ = np.linalg.lstsq(features * scale[:, None], seconds * scale, rcond=None)
    return np.asarray(weights)
