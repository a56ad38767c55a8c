"""Predictors of the mean opinion score (1 to 5): DistillMOS and DNSMOS, each if its weights are here."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from tests.conftest import ROOT

Sound = npt.NDArray[np.float32]
"""Mono sound at RATE."""

RATE = 16_000
DISTILLMOS = ROOT.parent / "shared" / "bench" / "quality" / "distillmos_v7.onnx"
"""Microsoft's model (MIT), exported from the package distillmos 0.9.1; it is not part of this project."""

_STRETCH = 122_880
_FRAME, _HOP = 320, 160
_DNSMOS_STRETCH = round(9.01 * RATE)
_DNSMOS_OVERALL = (-0.06766283, 1.11546468, 0.04602535)
"""Polynomial of DNSMOS P.835 for the overall score."""


def distillmos(sound: Sound) -> float | None:
    """Return the mean score of stretches of 7.68 s; None without the weights."""
    if not DISTILLMOS.is_file():
        return None
    session = _load_session(DISTILLMOS)
    scores = [session.run(None, {"spec": _spectrum(part)})[0].item() for part in _split(sound, _STRETCH)]
    return float(np.mean(scores))


def dnsmos(sound: Sound) -> float | None:
    """Return the overall DNSMOS P.835 score, the mean of stretches of 9 s; None without the package speechmos."""
    package = find_spec("speechmos")
    if package is None or package.origin is None:
        return None
    session = _load_session(Path(package.origin).parent / "dnsmos_models" / "sig_bak_ovr.onnx")
    level = np.sqrt(np.mean(sound**2) + 1e-12)
    levelled = np.clip(sound / level * 10 ** (-23 / 20), -1, 1).astype(np.float32)
    scores = [session.run(None, {"input_1": part[None]})[0][0, 2] for part in _split(levelled, _DNSMOS_STRETCH)]
    return float(np.polyval(_DNSMOS_OVERALL, scores).mean())


def _split(sound: Sound, length: int) -> list[Sound]:
    """Return stretches of `length` samples. Shorter sound is padded with silence; a rest at the end is left out."""
    padded = np.pad(sound, (0, max(0, length - len(sound))))
    return [padded[start : start + length] for start in range(0, len(padded) - length + 1, length)]


def _spectrum(sound: Sound) -> npt.NDArray[np.float32]:
    """Return the power-compressed complex spectrum that DistillMOS takes."""
    padded = np.pad(sound / (np.abs(sound).max() + 1e-8), _FRAME // 4, mode="reflect")
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(_FRAME) / _FRAME)
    frames = np.lib.stride_tricks.sliding_window_view(padded, _FRAME)[::_HOP] * window
    transformed = np.fft.rfft(frames, axis=1)
    parts = np.stack([transformed.real, transformed.imag]).transpose(0, 2, 1)
    magnitude = np.sqrt((parts**2).sum(0, keepdims=True)).clip(1e-12)
    return np.asarray(magnitude**0.3 * parts / magnitude, np.float32)[None]


@cache
def _load_session(file: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
