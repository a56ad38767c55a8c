"""A small neural network over the blocks of a page: residual dilated convolutions, evaluated with numpy.

It sees a block in the light of the blocks up to 31 before and behind it (van den Oord et al., "WaveNet", 2016; Bai
et al., "An empirical evaluation of generic convolutional and recurrent networks for sequence modeling", 2018).
tests/eval/train_network.py trains it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from audio_edition.segmenter.classifier.windows import FeatureMatrix, FloatArray

DILATIONS = (1, 2, 4, 8, 16)
"""Distances in rows at which the layers look to both sides."""

MAX_DEVIATION = 5.0
"""Standard deviations at which the features are cut."""

_TAPS = 3
_EPSILON = 1e-5


@dataclass(frozen=True, kw_only=True)
class Network:
    """The weights by name: as PyTorch names them, and `mean`, `std` and `scale` of the inputs."""

    weights: Mapping[str, npt.NDArray[np.float32]]

    def score(self, features: FeatureMatrix, vectors: FeatureMatrix) -> FloatArray:
        """Return for each row the log odds that it is story, shape (rows,).

        `features` have shape (rows, features), `vectors` (rows, dimensions); the rows are the blocks in order.
        """
        weights = self.weights
        scaled = (features - weights["mean"]) / weights["std"]
        own = np.concatenate(
            [
                self._apply("features", np.clip(scaled, -MAX_DEVIATION, MAX_DEVIATION)),
                self._apply("vectors", vectors / weights["scale"]),
            ],
            axis=1,
        )
        hidden = own
        for layer, dilation in enumerate(DILATIONS):
            hidden = hidden + self._convolve(layer, self._normalize(layer, hidden), dilation)
        both = np.concatenate([hidden, own], axis=1)
        scores: FloatArray = (both @ weights["output.weight"].T + weights["output.bias"])[:, 0].astype(np.float64)
        return scores

    def _apply(self, name: str, rows: FeatureMatrix) -> FeatureMatrix:
        linear: FeatureMatrix = rows @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return np.maximum(linear, 0)

    def _normalize(self, layer: int, rows: FeatureMatrix) -> FeatureMatrix:
        centred = rows - rows.mean(axis=1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=1, keepdims=True) + _EPSILON)
        scaled: FeatureMatrix = centred / spread * self.weights[f"norms.{layer}.weight"]
        return scaled + self.weights[f"norms.{layer}.bias"]

    def _convolve(self, layer: int, rows: FeatureMatrix, dilation: int) -> FeatureMatrix:
        kernel = self.weights[f"layers.{layer}.weight"]  # shape (out, in, 3)
        padded = np.pad(rows, ((dilation, dilation), (0, 0)))
        taps = [padded[at * dilation : at * dilation + len(rows)] @ kernel[:, :, at].T for at in range(_TAPS)]
        convolved: FeatureMatrix = taps[0] + taps[1] + taps[2] + self.weights[f"layers.{layer}.bias"]
        return np.maximum(convolved, 0)


def load_networks(data: Mapping[str, npt.NDArray[Any]]) -> tuple[Network, ...]:
    """Return the networks of a file of weights, in which the names of each begin with its number."""
    networks: dict[str, dict[str, npt.NDArray[np.float32]]] = {}
    for key, values in data.items():
        number, slash, name = key.partition("/")
        if slash:
            networks.setdefault(number, {})[name] = values.astype(np.float32)
    return tuple(Network(weights=weights) for _, weights in sorted(networks.items()))
