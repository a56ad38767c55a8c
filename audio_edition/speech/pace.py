"""Model of how long a voice takes to say a text, fitted to texts that it has spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

MIN_CLIPS = 20
"""With fewer clips, only the speed of a voice relative to the usual one is learned."""

MIN_CLIPS_TO_SCALE = 4
"""With fewer clips, nothing is learned."""

_TOLERANCE = 0.25
_TOLERANCE_OF_FEW = 0.3
_SLACK_SECONDS = 0.3
"""A clip may be off by 25 % and 0.3 s. The standard deviation of sentences is 7 %, the worst of 645 is 21 % off.

With few clips the tolerance is 30 %. It then finds a missing half of a sentence of 2.5 s or more in 98 of 100 cases
and of one of 1.2 s in 58. Of all lines of hibari, Piper and English espeak-ng it doubted only "Shh!".
"""

_USUAL_WEIGHTS = (0.15, 0.074, 0.25, 0.107)
"""Weights of 140 voices at their own speed, each scaled to the same time for a letter."""

_MIN_SECONDS = 0.4
"""Duration of the shortest word, in seconds."""

_PAUSE = re.compile(r"[,;:.!?…—–()]\s")
_SINGLE_LETTER = re.compile(r"\b[^\W\d_aAI]\b")
_FIT_ROUNDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Speaking pace of a voice.

    `weights` are the seconds for any text, and for each letter, each pause and each letter spoken by its name.
    `width` is the share of the expected time that a clip may be off.
    """

    weights: tuple[float, ...]
    width: float = _TOLERANCE

    @classmethod
    def fit(cls, durations: Sequence[tuple[str, float]]) -> Pace | None:
        """Return the pace fitted to texts and their durations in seconds; None if there are too few.

        The fit is robust: a fifth of the durations may be wrong.
        """
        if len(durations) < MIN_CLIPS:
            return cls._fit_scale(durations) if len(durations) >= MIN_CLIPS_TO_SCALE else None
        seconds = np.array([duration for _, duration in durations])
        features = np.array([_features(text) for text, _ in durations])
        good = np.ones(len(durations), bool)
        for _ in range(_FIT_ROUNDS):
            weights = _fit_weights(features[good], seconds[good])
            errors = np.abs(np.log(np.maximum(seconds, 0.01) / np.maximum(features @ weights, 0.1)))
            good = errors <= max(_TOLERANCE / 2, 3 * float(np.median(errors)))
        return cls(weights=tuple(map(float, weights)))

    @classmethod
    def _fit_scale(cls, durations: Sequence[tuple[str, float]]) -> Pace:
        """Return the usual weights, scaled by the median ratio of actual to usual durations."""
        ratios = [seconds / np.dot(_features(text), _USUAL_WEIGHTS) for text, seconds in durations]
        scale = float(np.median(ratios))
        return cls(weights=tuple(scale * weight for weight in _USUAL_WEIGHTS), width=_TOLERANCE_OF_FEW)

    def seconds(self, text: str) -> float:
        """Return the expected duration of the text, in seconds."""
        return max(_MIN_SECONDS, float(np.dot(_features(text), self.weights)))

    def bounds(self, text: str) -> tuple[float, float]:
        """Return the shortest and the longest duration, in seconds, that raise no doubt."""
        seconds = self.seconds(text)
        return seconds * (1 - self.width) - _SLACK_SECONDS, seconds * (1 + self.width) + _SLACK_SECONDS


def _features(text: str) -> tuple[float, ...]:
    """Return 1 and the numbers of letters, pauses and single letters, one for each weight."""
    letters = sum(map(str.isalpha, text))
    return 1.0, float(letters), float(len(_PAUSE.findall(text))), float(len(_SINGLE_LETTER.findall(text)))


def _fit_weights(features: npt.NDArray[np.float64], seconds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the weighted least-squares fit; long sentences, whose durations vary more, have less weight."""
    scale = 1 / np.sqrt(np.maximum(seconds, 0.2))
    weights, *_ = np.linalg.lstsq(features * scale[:, None], seconds * scale, rcond=None)
    return np.asarray(weights)
